package pdf

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// leastWidth is the thinnest line that printers show evenly, in points.
const leastWidth = 0.25

// Stroke draws a line along a path with the operators that PDF has for it.
func (p *painter) Stroke(s *scene.Stroke, t geom.Transform) {
	if p.err != nil || len(s.Path.Verbs) == 0 {
		return
	}
	g, c := s.Paint.Resolve()
	if g == nil && c.A == 0 {
		return
	}
	p.endText()
	if g != nil {
		p.strokePattern(g, t)
	} else {
		p.strokeColor(c)
	}
	p.pen(s.Pen, t.K)
	p.path(&s.Path, t)
	p.b = append(p.b, "S\n"...)
}

// pen sets how a line looks (ISO 32000-1, 8.4.3); k scales its lengths.
func (p *painter) pen(pen geom.Pen, k float64) {
	if w := centi(max(pen.Width*k, leastWidth/p.page.k)); w != p.st.width {
		p.st.width = w
		p.b = append(appendCenti(p.b, w), " w\n"...)
	}
	if pen.Cap != p.st.cap {
		p.st.cap = pen.Cap
		p.b = append(number.AppendInt(p.b, int64(pen.Cap)), " J\n"...)
	}
	if pen.Join != p.st.join {
		p.st.join = pen.Join
		p.b = append(number.AppendInt(p.b, int64(pen.Join)), " j\n"...)
	}
	if d := dash(pen.Dash, k); d != p.st.dash {
		p.st.dash = d
		p.b = append(append(append(p.b, '['), d...), "]0 d\n"...)
	}
}

// dash is the lengths of a pattern; one without length is a solid line.
func dash(lengths []float64, k float64) string {
	if len(lengths) == 0 {
		return ""
	}
	var b []byte
	total := 0.0
	for i, d := range lengths {
		if d < 0 || !finite(d) {
			return ""
		}
		if total += d; i > 0 {
			b = append(b, ' ')
		}
		b = appendCenti(b, centi(d*k))
	}
	if centi(total*k) == 0 {
		return ""
	}
	return string(b)
}
