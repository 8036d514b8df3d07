package geom

import "math"

// Cap is how a stroke ends, Join how it turns. The names are those of PDF
// (ISO 32000-1, 8.4.3) and SVG.
type (
	Cap  uint8
	Join uint8
)

// The caps and joins; a miter longer than four half widths becomes a bevel, as
// is SVG's default.
const (
	ButtCap Cap = iota
	RoundCap

	MiterJoin Join = 0
	RoundJoin Join = 1

	MiterLimit = 4
)

// Pen is the shape of a stroke; lengths are in the units of its path.
type Pen struct {
	Width float64
	Cap   Cap
	Join  Join
	Dash  []float64 // lengths on, off, on …; empty is a solid line
}

// Outline is p's stroke as an area to fill by the nonzero rule. Curves are
// left by at most tolerance.
func (p *Path) Outline(pen Pen, tolerance float64) Path {
	var out Path
	for _, l := range p.Flatten(tolerance) {
		l.Points = distinct(l.Points, l.Closed)
		for _, d := range l.dashed(pen.Dash) {
			s := stroker{out: &out, hw: pen.Width / 2, pen: pen, tolerance: tolerance}
			s.line(d)
		}
	}
	return out
}

// distinct drops points that repeat the one before them.
func distinct(pts []Point, closed bool) []Point {
	out := pts[:0:0]
	for _, q := range pts {
		if len(out) == 0 || q.Sub(out[len(out)-1]).Len() > 1e-9 {
			out = append(out, q)
		}
	}
	if closed && len(out) > 1 && out[0].Sub(out[len(out)-1]).Len() <= 1e-9 {
		out = out[:len(out)-1]
	}
	return out
}

// dashed cuts l into the pieces of a dash pattern.
func (l Polyline) dashed(dash []float64) []Polyline {
	total := 0.0
	for _, d := range dash {
		total += d
	}
	if total <= 0 {
		return []Polyline{l}
	}
	pts := l.Points
	if l.Closed && len(pts) > 0 {
		pts = append(pts[:len(pts):len(pts)], pts[0])
	}
	var out []Polyline
	var cur []Point
	i, left := 0, dash[0]
	on := func() bool { return i%2 == 0 }
	for k, q := range pts {
		if k == 0 {
			cur = []Point{q}
			continue
		}
		a := pts[k-1]
		length := q.Sub(a).Len()
		done := 0.0
		for length-done > left {
			done += left
			at := a.Add(q.Sub(a).Mul(done / length))
			if on() {
				out = append(out, Polyline{Points: append(cur, at)})
			}
			cur = []Point{at}
			i++
			left = dash[i%len(dash)]
		}
		left -= length - done
		if on() {
			cur = append(cur, q)
		}
	}
	if on() && len(cur) > 1 {
		out = append(out, Polyline{Points: cur})
	}
	return out
}

// stroker writes the outline of one polyline.
type stroker struct {
	out       *Path
	hw        float64
	pen       Pen
	tolerance float64
	begun     bool
}

func (s *stroker) put(p Point) {
	if !s.begun {
		s.begun = true
		s.out.MoveTo(p.X, p.Y)
		return
	}
	s.out.LineTo(p.X, p.Y)
}

func (s *stroker) end() {
	if s.begun {
		s.out.Close()
	}
	s.begun = false
}

func (s *stroker) line(l Polyline) {
	p := l.Points
	n := len(p)
	switch {
	case n == 0:
		return
	case n == 1:
		if s.pen.Cap == RoundCap {
			s.out.Append(Circle(p[0], s.hw))
		}
		return
	case l.Closed && n > 2:
		for i := range p {
			s.join(p[(i+n-1)%n], p[i], p[(i+1)%n])
		}
		s.end()
		for i := n - 1; i >= 0; i-- {
			s.join(p[(i+1)%n], p[i], p[(i+n-1)%n])
		}
		s.end()
		return
	}
	s.cap(p[1], p[0])
	for i := 1; i < n-1; i++ {
		s.join(p[i-1], p[i], p[i+1])
	}
	s.cap(p[n-2], p[n-1])
	for i := n - 2; i > 0; i-- {
		s.join(p[i+1], p[i], p[i-1])
	}
	s.end()
}

// normal is the side of the line from a to b on which the outline runs.
func (s *stroker) normal(a, b Point) Point {
	d := b.Sub(a)
	k := s.hw / d.Len()
	return Point{d.Y * k, -d.X * k}
}

// cap goes round the end b of a line that comes from a.
func (s *stroker) cap(a, b Point) {
	n := s.normal(a, b)
	if s.pen.Cap == ButtCap {
		s.put(b.Add(n))
		s.put(b.Sub(n))
		return
	}
	s.arc(b, n, math.Pi)
}

// join goes round the corner b on one side. On the inner side it passes
// through the corner itself, which the nonzero rule covers.
func (s *stroker) join(a, b, c Point) {
	n, m := s.normal(a, b), s.normal(b, c)
	cross, dot := n.X*m.Y-n.Y*m.X, n.X*m.X+n.Y*m.Y
	hh := s.hw * s.hw
	if dot > 0.96*hh { // a bend of less than 16°: one point serves both sides
		k := 2 * hh / (n.Add(m).Len() * n.Add(m).Len())
		s.put(b.Add(n.Add(m).Mul(k)))
		return
	}
	if cross < 0 { // inner side
		s.put(b.Add(n))
		s.put(b)
		s.put(b.Add(m))
		return
	}
	if s.pen.Join == RoundJoin {
		s.arc(b, n, math.Atan2(cross, dot))
		return
	}
	s.put(b.Add(n))
	if sum := n.Add(m); sum.Len() > 1e-9 {
		if k := 2 * hh / (sum.Len() * sum.Len()); k*sum.Len() <= MiterLimit*s.hw {
			s.put(b.Add(sum.Mul(k)))
		}
	}
	s.put(b.Add(m))
}

// arc goes from c+n through angle (positive turns as y-down screens do).
func (s *stroker) arc(c, n Point, angle float64) {
	step := 2 * math.Acos(max(0, 1-s.tolerance/s.hw))
	k := max(1, int(math.Ceil(angle/max(step, 0.05))))
	for i := range k + 1 {
		sin, cos := math.Sincos(angle * float64(i) / float64(k))
		s.put(c.Add(Point{n.X*cos - n.Y*sin, n.X*sin + n.Y*cos}))
	}
}
