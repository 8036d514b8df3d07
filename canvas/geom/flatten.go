package geom

import "math"

// Polyline is straight lines from point to point; Closed joins its ends.
type Polyline struct {
	Points []Point
	Closed bool
}

// Flatten is p as straight lines that leave the curves by at most tolerance.
func (p *Path) Flatten(tolerance float64) []Polyline {
	var out []Polyline
	var cur Polyline
	flush := func() {
		if len(cur.Points) > 0 {
			out = append(out, cur)
		}
		cur = Polyline{}
	}
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case Move:
			flush()
			cur.Points = append(cur.Points, p.Points[i])
			i++
		case Line:
			cur.Points = append(cur.Points, p.Points[i])
			i++
		case Quad:
			a, c, b := cur.Points[len(cur.Points)-1], p.Points[i], p.Points[i+1]
			cur.Points = cubic(cur.Points, a, a.Add(c.Sub(a).Mul(2.0/3)), b.Add(c.Sub(b).Mul(2.0/3)), b, tolerance)
			i += 2
		case Cubic:
			a := cur.Points[len(cur.Points)-1]
			cur.Points = cubic(cur.Points, a, p.Points[i], p.Points[i+1], p.Points[i+2], tolerance)
			i += 3
		case Close:
			start := cur.Points[0]
			cur.Closed = true
			flush()
			cur.Points = append(cur.Points, start) // what follows a close begins there
		}
	}
	if len(cur.Points) > 1 || len(out) == 0 || !out[len(out)-1].Closed {
		flush()
	}
	return out
}

// cubic appends the curve's points after a. The number of pieces follows from
// the second differences (Wang's formula), so it depends on the curve only.
func cubic(dst []Point, a, b, c, d Point, tolerance float64) []Point {
	dd := max(a.Sub(b.Mul(2)).Add(c).Len(), b.Sub(c.Mul(2)).Add(d).Len())
	n := int(math.Ceil(math.Sqrt(0.75 * dd / tolerance)))
	n = min(max(n, 1), 200)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		dst = append(dst, a.Mul(u*u*u).Add(b.Mul(3*u*u*t)).Add(c.Mul(3*u*t*t)).Add(d.Mul(t*t*t)))
	}
	return append(dst, d)
}
