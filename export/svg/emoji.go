package svg

import (
	"io"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// Emoji draws a run of pictures, each of which is in the drawing once, as it is
// in the font, and remembers what it says.
func (p *painter) Emoji(r *text.Run, at geom.Point, k float64, c scene.Color) {
	if p.err != nil || len(r.Glyphs) == 0 || !(r.Size*k > 0) {
		return
	}
	p.label.Add(r, at, k)
	p.told = false
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		e := r.Face.Picture(g.ID)
		if e == nil || c.A == 0 {
			continue
		}
		n, ok := p.pictures[e]
		if !ok {
			n = len(p.pictures)
			p.pictures[e] = n
			p.define64(n, e.W, e.H, func(w io.Writer) { w.Write(e.PNG) })
		}
		p.usePicture(n, e.W, e.H, e.Box.Add(geom.Pt(float64(g.X), float64(g.Y))).Mul(r.Scale()*k).Add(at))
		if c.A < 255 {
			p.put(` opacity="`).num(float64(c.A)/255, 3).put(`"`)
		}
		p.put("/>\n")
	}
}
