package pdf

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// Emoji draws a run of pictures, each of which is in the document once, with
// invisible text in their place that says what they are.
func (p *painter) Emoji(r *text.Run, at geom.Point, k float64, c scene.Color) {
	size := r.Size * k
	if p.err != nil || len(r.Glyphs) == 0 || !(size > 0) || !finite(size) {
		return
	}
	p.hear(r, at, k, true)
	l := typeLine{r: r, at: at, size: size, unit: size / r.Face.Upem}
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		e := r.Face.Picture(g.ID)
		if e == nil || c.A == 0 {
			continue
		}
		p.endText()
		p.alpha(c.A)
		p.b = append(p.b, "q "...)
		p.image(p.picture(picture{emoji: e}), e.Box.Add(geom.Pt(float64(g.X), float64(g.Y))).Mul(l.unit).Add(at))
		p.b = append(p.b, " Q\n"...)
	}
	p.plain = p.plain[:0] // no glyph of the run is real text
	for range r.Glyphs {
		p.plain = append(p.plain, nil)
	}
	p.invisible(&l, p.clusters(r, lonely(r.Text)))
}
