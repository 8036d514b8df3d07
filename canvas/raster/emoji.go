package raster

import (
	"image"
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// Emoji draws a run of pictures on whole pixels. Those of one size are equally
// large wherever they stand.
func (p *painter) Emoji(r *text.Run, at geom.Point, k float64, c scene.Color) {
	unit := r.Scale() * k * p.scale
	if !(unit > 0) || c.A == 0 {
		return
	}
	at = at.Mul(p.scale)
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		e := r.Face.Picture(g.ID)
		if e == nil {
			continue
		}
		d := e.Box.Add(geom.Pt(float64(g.X), float64(g.Y))).Mul(unit).Add(at)
		if !(max(d.W(), d.H()) < math.MaxInt32) || p.hidden(d.Grow(2)) {
			continue
		}
		x, y := whole(d.Min.X), whole(d.Min.Y)
		w, h := max(1, whole(d.W())), max(1, whole(d.H()))
		p.pieces(box{x0: x, y0: y, x1: x + w, y1: y + h}, c.A, func(r image.Rectangle) []byte {
			return p.r.pictures.emoji(e, int(w), int(h), r)
		})
	}
}
