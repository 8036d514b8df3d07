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
	var lines Flat
	var s Stroker
	lines.Add(p, Identity, tolerance)
	area := s.Outline(&lines, pen, tolerance)
	var out Path
	for i := range area.Ends {
		pts, _ := area.Line(i)
		out.MoveTo(pts[0].X, pts[0].Y)
		for _, q := range pts[1:] {
			out.LineTo(q.X, q.Y)
		}
		out.Close()
	}
	return out
}

// Stroker makes the areas of strokes, one after the other in the same buffers.
// It is for one goroutine; the zero Stroker is ready.
type Stroker struct {
	out, dashes Flat
	pts         []Point
	pen         Pen
	hw          float64 // half the pen's width
	step        float64 // of round joins and caps, radians
}

// Outline is the stroke of lines as closed polygons, to be filled by the
// nonzero rule: they all run the same way round, so where they overlap they
// never cancel. The result lasts until the next call.
func (s *Stroker) Outline(lines *Flat, pen Pen, tolerance float64) *Flat {
	s.out.Reset()
	if !(pen.Width > 0) {
		return &s.out
	}
	s.pen, s.hw = pen, pen.Width/2
	s.step = max(2*math.Acos(max(0, 1-tolerance/s.hw)), 0.05)
	if pen.dashed() {
		s.dashes.dash(lines, pen.Dash)
		lines = &s.dashes
	}
	for i := range lines.Ends {
		s.line(lines.Line(i))
	}
	return &s.out
}

// distinct is pts without those that repeat the one before them.
func (s *Stroker) distinct(pts []Point, closed bool) []Point {
	out := s.pts[:0]
	for _, q := range pts {
		if len(out) == 0 || q.Sub(out[len(out)-1]).Len() > 1e-9 {
			out = append(out, q)
		}
	}
	s.pts = out
	for closed && len(out) > 1 && out[0].Sub(out[len(out)-1]).Len() <= 1e-9 {
		out = out[:len(out)-1]
	}
	return out
}

// line writes the outline of one polyline.
func (s *Stroker) line(pts []Point, closed bool) {
	p := s.distinct(pts, closed)
	n := len(p)
	switch {
	case n == 0:
	case n == 1:
		if s.pen.Cap == RoundCap {
			s.arc(p[0], Point{s.hw, 0}, 2*math.Pi)
			s.out.end(true)
		}
	case closed && n > 2:
		for i := range p {
			s.join(p[(i+n-1)%n], p[i], p[(i+1)%n])
		}
		s.out.end(true)
		for i := n - 1; i >= 0; i-- {
			s.join(p[(i+1)%n], p[i], p[(i+n-1)%n])
		}
		s.out.end(true)
	default:
		s.cap(p[1], p[0])
		for i := 1; i < n-1; i++ {
			s.join(p[i-1], p[i], p[i+1])
		}
		s.cap(p[n-2], p[n-1])
		for i := n - 2; i > 0; i-- {
			s.join(p[i+1], p[i], p[i-1])
		}
		s.out.end(true)
	}
}

func (s *Stroker) put(p Point) { s.out.Points = append(s.out.Points, p) }

// normal is the side of the line from a to b on which the outline runs.
func (s *Stroker) normal(a, b Point) Point {
	d := b.Sub(a)
	k := s.hw / d.Len()
	return Point{d.Y * k, -d.X * k}
}

// cap goes round the end b of a line that comes from a.
func (s *Stroker) cap(a, b Point) {
	n := s.normal(a, b)
	if s.pen.Cap == ButtCap {
		s.put(b.Add(n))
		s.put(b.Sub(n))
		return
	}
	s.arc(b, n, math.Pi)
}

// join goes round the corner b on one side.
func (s *Stroker) join(a, b, c Point) {
	n, m := s.normal(a, b), s.normal(b, c)
	cross, dot := n.X*m.Y-n.Y*m.X, n.X*m.X+n.Y*m.Y
	hh := s.hw * s.hw
	inner := cross < 0
	if dot > 0.96*hh { // a bend of less than 16°: one point serves both sides,
		// but on the inner one only while it lies beside both lines
		cut := s.hw * math.Abs(cross) / (hh + dot)
		if !inner || 2*cut <= min(b.Sub(a).Len(), c.Sub(b).Len()) {
			s.put(b.Add(n.Add(m).Mul(hh / (hh + dot))))
			return
		}
	}
	if inner { // through the corner itself: the outline is then the sum of
		// both lines' boxes, which run the same way round
		s.put(b.Add(n))
		s.put(b)
		s.put(b.Add(m))
		return
	}
	if s.pen.Join == RoundJoin {
		s.arc(b, n, math.Abs(math.Atan2(cross, dot))) // a line that turns back has a cross of −0
		return
	}
	s.put(b.Add(n))
	if sum := n.Add(m); sum.Len() > 1e-9*s.hw {
		if k := 2 * hh / (sum.Len() * sum.Len()); k*sum.Len() <= MiterLimit*s.hw {
			s.put(b.Add(sum.Mul(k)))
		}
	}
	s.put(b.Add(m))
}

// arc goes from c+n through angle (positive turns as y-down screens do).
func (s *Stroker) arc(c, n Point, angle float64) {
	k := max(1, int(math.Ceil(angle/s.step)))
	for i := range k + 1 {
		sin, cos := math.Sincos(angle * float64(i) / float64(k))
		s.put(c.Add(Point{n.X*cos - n.Y*sin, n.X*sin + n.Y*cos}))
	}
}
