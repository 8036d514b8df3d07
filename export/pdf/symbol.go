package pdf

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// form is a shape that is drawn in many places: a form XObject (ISO 32000-1,
// 8.10). It sets no colour, so it takes that of where it is drawn.
type form struct {
	box  geom.Rect
	data []byte
}

// newForm is the form of a path after t.
func newForm(p *geom.Path, t geom.Transform) form {
	r := t.Rect(p.Bounds())
	box := geom.Rect{Min: geom.Pt(math.Floor(r.Min.X)-1, math.Floor(r.Min.Y)-1), Max: geom.Pt(math.Ceil(r.Max.X)+1, math.Ceil(r.Max.Y)+1)}
	return form{box, append(appendPath(nil, p, t), 'f')}
}

// grain is how many units of a symbol's form one of its grid is. Symbols are
// drawn many times as large as their grid; their points must not show it.
const grain = 10

// Use draws a symbol.
func (p *painter) Use(s *scene.Symbol, at geom.Point, size float64, c scene.Color) {
	if p.err != nil || c.A == 0 || len(s.Parts) == 0 {
		return
	}
	n, ok := p.symbolForm[s]
	if !ok {
		n = len(p.forms)
		all := s.Outline()
		p.forms = append(p.forms, newForm(&all, geom.Transform{K: grain}))
		p.symbolForm[s] = n
	}
	p.endText()
	p.fillColor(c)
	p.place(size/(scene.Grid*grain), at)
	p.do(n)
	p.b = append(p.b, " Q\n"...)
}

// place begins a stretch of operators whose origin is at at, k u a unit; Q ends
// it. The form's grid may be thousands of units wide, so k has many decimals.
func (p *painter) place(k float64, at geom.Point) {
	p.b = number.Append(append(p.b, "q "...), k, 8)
	p.b = number.Append(append(p.b, " 0 0 "...), k, 8)
	p.b = append(p.b, ' ')
	p.at(at)
	p.b = append(p.b, "cm"...)
}

func (p *painter) do(n int) {
	p.b = number.AppendInt(append(p.b, "/x"...), int64(n))
	p.b = append(p.b, " Do"...)
}
