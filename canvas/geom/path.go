package geom

import "math"

// Verb is one command of a path.
type Verb uint8

// The verbs and how many points each takes: Move and Line one, Quad two,
// Cubic three, Close none.
const (
	Move Verb = iota
	Line
	Quad
	Cubic
	Close
)

// points is how many points v takes.
func (v Verb) points() int { return [...]int{1, 1, 2, 3, 0}[v] }

// Path is outlines. Once it is part of a scene it is never changed; any number
// of scenes and goroutines may share it.
type Path struct {
	Verbs  []Verb
	Points []Point
	// Round is set when the path is exactly this rounded box, so that a
	// painter may take a shorter way to the same picture.
	Round *RoundBox
}

// RoundBox is a box with round corners of radius R; R is 0 for square ones.
type RoundBox struct {
	Rect
	R float64
}

// MoveTo begins a new outline at p.
func (p *Path) MoveTo(x, y float64) { p.add(Move, Point{x, y}) }

// LineTo draws a straight line.
func (p *Path) LineTo(x, y float64) { p.add(Line, Point{x, y}) }

// QuadTo draws a quadratic Bézier curve with one control point.
func (p *Path) QuadTo(cx, cy, x, y float64) { p.add(Quad, Point{cx, cy}, Point{x, y}) }

// CubicTo draws a cubic Bézier curve with two control points.
func (p *Path) CubicTo(ax, ay, bx, by, x, y float64) {
	p.add(Cubic, Point{ax, ay}, Point{bx, by}, Point{x, y})
}

// Close goes back to where the outline began.
func (p *Path) Close() { p.add(Close) }

func (p *Path) add(v Verb, pts ...Point) {
	p.Verbs = append(p.Verbs, v)
	p.Points = append(p.Points, pts...)
	p.Round = nil
}

// Append adds q's outlines to p.
func (p *Path) Append(q Path) {
	p.Verbs = append(p.Verbs, q.Verbs...)
	p.Points = append(p.Points, q.Points...)
	p.Round = nil
}

// Last is the point at which the path ends so far: behind a Close, where the
// closed outline began.
func (p *Path) Last() Point {
	if len(p.Points) == 0 {
		return Point{}
	}
	i := len(p.Points) - 1
	if p.Verbs[len(p.Verbs)-1] == Close {
		for k := len(p.Verbs) - 1; p.Verbs[k] != Move && k > 0; k-- {
			i -= p.Verbs[k].points()
		}
	}
	return p.Points[i]
}

// Bounds is the box around all points, those that control curves too, so it is
// never too small.
func (p *Path) Bounds() Rect {
	if len(p.Points) == 0 {
		return Rect{}
	}
	r := Rect{p.Points[0], p.Points[0]}
	for _, q := range p.Points[1:] {
		r.Min = Point{min(r.Min.X, q.X), min(r.Min.Y, q.Y)}
		r.Max = Point{max(r.Max.X, q.X), max(r.Max.Y, q.Y)}
	}
	return r
}

// Subpaths is p in pieces, one a Move.
func (p *Path) Subpaths() []Path {
	var out []Path
	i := 0
	for _, v := range p.Verbs {
		n := [...]int{Move: 1, Line: 1, Quad: 2, Cubic: 3, Close: 0}[v]
		if v == Move || len(out) == 0 {
			out = append(out, Path{})
		}
		q := &out[len(out)-1]
		q.add(v, p.Points[i:i+n]...)
		i += n
	}
	return out
}

// Mirrored is a copy of p on the other side of the line x = axis/2: what was at
// x is at axis − x.
func (p *Path) Mirrored(axis float64) Path {
	q := Path{Verbs: p.Verbs, Points: make([]Point, len(p.Points))}
	for i, a := range p.Points {
		q.Points[i] = a.Mirrored(axis)
	}
	if p.Round != nil {
		q.Round = &RoundBox{p.Round.Rect.Mirrored(axis), p.Round.R}
	}
	return q
}

// Transformed is a copy of p after t.
func (p *Path) Transformed(t Transform) Path {
	q := Path{Verbs: p.Verbs, Points: make([]Point, len(p.Points))}
	for i, a := range p.Points {
		q.Points[i] = t.Of(a)
	}
	if p.Round != nil {
		q.Round = &RoundBox{t.Rect(p.Round.Rect), p.Round.R * t.K}
	}
	return q
}

// kappa places the control points of a quarter circle: 4/3·(√2−1).
const kappa = 0.5522847498307936

// Rectangle is the outline of r.
func Rectangle(r Rect) Path {
	var p Path
	p.MoveTo(r.Min.X, r.Min.Y)
	p.LineTo(r.Max.X, r.Min.Y)
	p.LineTo(r.Max.X, r.Max.Y)
	p.LineTo(r.Min.X, r.Max.Y)
	p.Close()
	p.Round = &RoundBox{Rect: r}
	return p
}

// RoundRect is the outline of a box with round corners; a radius that is too
// large is made to fit.
func RoundRect(r Rect, radius float64) Path {
	radius = min(radius, r.W()/2, r.H()/2)
	if radius <= 0 {
		return Rectangle(r)
	}
	p := Corners(r, radius, radius, radius, radius)
	p.Round = &RoundBox{r, radius}
	return p
}

// Corners is the outline of a box whose corners have radii of their own, from
// the top left clockwise.
func Corners(r Rect, tl, tr, br, bl float64) Path {
	x0, y0, x1, y1 := r.Min.X, r.Min.Y, r.Max.X, r.Max.Y
	var p Path
	p.MoveTo(x0+tl, y0)
	p.LineTo(x1-tr, y0)
	p.CubicTo(x1-tr+tr*kappa, y0, x1, y0+tr-tr*kappa, x1, y0+tr)
	p.LineTo(x1, y1-br)
	p.CubicTo(x1, y1-br+br*kappa, x1-br+br*kappa, y1, x1-br, y1)
	p.LineTo(x0+bl, y1)
	p.CubicTo(x0+bl-bl*kappa, y1, x0, y1-bl+bl*kappa, x0, y1-bl)
	p.LineTo(x0, y0+tl)
	p.CubicTo(x0, y0+tl-tl*kappa, x0+tl-tl*kappa, y0, x0+tl, y0)
	p.Close()
	return p
}

// Circle is a circle of radius r around c.
func Circle(c Point, r float64) Path {
	return RoundRect(Rect{Point{c.X - r, c.Y - r}, Point{c.X + r, c.Y + r}}, r)
}

// Segment is the straight line from a to b.
func Segment(a, b Point) Path {
	var p Path
	p.MoveTo(a.X, a.Y)
	p.LineTo(b.X, b.Y)
	return p
}

// ArcTo draws an elliptical arc to (x, y) as SVG's A command does, in cubic
// pieces of at most a quarter turn each (SVG 1.1, appendix F.6).
func (p *Path) ArcTo(rx, ry, degrees float64, large, sweep bool, x, y float64) {
	from := p.Last()
	if rx == 0 || ry == 0 || (from == Point{x, y}) {
		p.LineTo(x, y)
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	rx, ry = math.Abs(rx), math.Abs(ry)
	dx, dy := (from.X-x)/2, (from.Y-y)/2
	ux, uy := cos*dx+sin*dy, cos*dy-sin*dx
	if l := ux*ux/(rx*rx) + uy*uy/(ry*ry); l > 1 {
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	f := rx*rx*uy*uy + ry*ry*ux*ux
	k := math.Sqrt(max(0, (rx*rx*ry*ry-f)/f))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*uy/ry, -k*ry*ux/rx
	a := math.Atan2((uy-cy)/ry, (ux-cx)/rx)
	d := math.Atan2((-uy-cy)/ry, (-ux-cx)/rx) - a
	if sweep && d < 0 {
		d += 2 * math.Pi
	} else if !sweep && d > 0 {
		d -= 2 * math.Pi
	}
	mx, my := cos*cx-sin*cy+(from.X+x)/2, sin*cx+cos*cy+(from.Y+y)/2
	at := func(px, py float64) Point {
		px, py = px*rx, py*ry
		return Point{cos*px - sin*py + mx, sin*px + cos*py + my}
	}
	n := max(1, int(math.Ceil(math.Abs(d)/(math.Pi/2)-1e-9)))
	step := d / float64(n)
	t := 4.0 / 3 * math.Tan(step/4)
	for i := range n {
		s0, c0 := math.Sincos(a + float64(i)*step)
		s1, c1 := math.Sincos(a + float64(i+1)*step)
		p1, p2, p3 := at(c0-t*s0, s0+t*c0), at(c1+t*s1, s1-t*c1), at(c1, s1)
		if i == n-1 {
			p3 = Point{x, y}
		}
		p.CubicTo(p1.X, p1.Y, p2.X, p2.Y, p3.X, p3.Y)
	}
}
