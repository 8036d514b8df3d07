package svg

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// leastWidth is the thinnest line that printers show evenly, a quarter of a
// point, in map units. The PDF has the same.
const leastWidth = 0.25 / 72 * 25.4 / scene.Millimetres

// Stroke draws a line along a path.
func (p *painter) Stroke(s *scene.Stroke, t geom.Transform) {
	if p.err != nil || len(s.Path.Verbs) == 0 {
		return
	}
	g, c := s.Paint.Resolve()
	switch {
	case g != nil:
		n := p.gradient(g, t)
		p.shape(&s.Path, t).put(` fill="none"`).url("stroke", 'l', n)
	case c.A > 0:
		p.shape(&s.Path, t).put(` fill="none"`).color("stroke", c)
	default:
		return
	}
	p.pen(s.Pen, t.K)
	p.put("/>\n")
}

// pen writes how a line looks, where it differs from what SVG takes for granted:
// flat ends, mitres of up to four half widths. k scales its lengths.
func (p *painter) pen(pen geom.Pen, k float64) {
	p.put(` stroke-width="`).num(max(pen.Width*k, leastWidth), length).put(`"`)
	if pen.Cap == geom.RoundCap {
		p.put(` stroke-linecap="round"`)
	}
	if pen.Join == geom.RoundJoin {
		p.put(` stroke-linejoin="round"`)
	}
	total := 0.0
	for _, d := range pen.Dash {
		if !(d >= 0) {
			return
		}
		total += d * k
	}
	if string(number.Append(nil, total, length)) == "0" { // no pattern, or one without length
		return
	}
	p.put(` stroke-dasharray="`)
	for i, d := range pen.Dash {
		if i > 0 {
			p.put(" ")
		}
		p.num(d*k, length)
	}
	p.put(`"`)
}
