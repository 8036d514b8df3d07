package svg

import (
	"throughline/canvas/geom"

	"throughline/export/number"
)

// length is how many decimals the lengths of the map have: a hundredth of a
// unit is 2.5 µm. What is defined once and drawn in any size has one more.
const (
	length = 2
	fine   = 3
)

// appendPath writes a path's data (SVG 1.1, 8.3).
func appendPath(b []byte, path *geom.Path, t geom.Transform, decimals int) []byte {
	pts := path.Points
	for _, v := range path.Verbs {
		n := [...]int{geom.Move: 1, geom.Line: 1, geom.Quad: 2, geom.Cubic: 3, geom.Close: 0}[v]
		b = append(b, "MLQCZ"[v])
		for i, q := range pts[:n] {
			if i > 0 {
				b = append(b, ' ')
			}
			q = t.Of(q)
			b = number.Append(append(number.Append(b, q.X, decimals), ' '), q.Y, decimals)
		}
		pts = pts[n:]
	}
	return b
}

// shape begins the element of a path: a box has one of its own, which is shorter
// and stays a box in the hands of those who edit the drawing.
func (p *painter) shape(path *geom.Path, t geom.Transform) *painter {
	if path.Round == nil {
		p.put(`<path d="`)
		p.b = appendPath(p.b, path, t, length)
		return p.put(`"`)
	}
	r := t.Rect(path.Round.Rect)
	p.put(`<rect x="`).num(r.Min.X, length).put(`" y="`).num(r.Min.Y, length)
	p.put(`" width="`).num(r.W(), length).put(`" height="`).num(r.H(), length).put(`"`)
	if path.Round.R > 0 {
		p.put(` rx="`).num(path.Round.R*t.K, length).put(`"`)
	}
	return p
}
