package pdf

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/number"
)

// glyphKey names a glyph's form.
type glyphKey struct {
	f  *text.Face
	id uint16
}

// shapes draws the glyphs of a run that are not real text, one form for each
// glyph of a face.
func (p *painter) shapes(l *typeLine, c scene.Color) {
	begun := false
	var x, y int64 // where the last shape stands from the first, tenths of font units
	var x0, y0 float64
	for i := range l.r.Glyphs {
		g := &l.r.Glyphs[i]
		if p.plain[i] != nil {
			continue
		}
		n := p.glyph(l.r.Face, g.ID)
		if n < 0 {
			continue
		}
		gx, gy := float64(g.X), float64(g.Y)
		if !begun {
			begun = true
			p.endText()
			p.fillColor(c)
			at := l.at
			at.X, at.Y = at.X+gx*l.unit, at.Y+gy*l.unit
			p.place(l.unit, at)
			x0, y0 = gx, gy
		} else {
			dx, dy := number.Round((gx-x0)*10)-x, number.Round((gy-y0)*10)-y
			p.b = number.AppendScaled(append(p.b, " 1 0 0 1 "...), dx, 1)
			p.b = number.AppendScaled(append(p.b, ' '), dy, 1)
			p.b = append(p.b, " cm"...)
			x, y = x+dx, y+dy
		}
		p.do(n)
	}
	if begun {
		p.b = append(p.b, " Q\n"...)
	}
}

// glyph is the number of a glyph's form, −1 for one without a shape.
func (p *painter) glyph(f *text.Face, id uint16) int {
	k := glyphKey{f, id}
	n, ok := p.glyphForm[k]
	if !ok {
		n = -1
		if o := f.Outline(id); o != nil && len(o.Verbs) > 0 {
			n = len(p.forms)
			p.forms = append(p.forms, newForm(o, geom.Identity))
		}
		p.glyphForm[k] = n
	}
	return n
}
