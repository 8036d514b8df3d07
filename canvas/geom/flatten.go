package geom

import "math"

// Polyline is straight lines from point to point; Closed joins its ends.
type Polyline struct {
	Points []Point
	Closed bool
}

// Flatten is p as straight lines that leave the curves by at most tolerance.
func (p *Path) Flatten(tolerance float64) []Polyline {
	var f Flat
	f.Add(p, Identity, tolerance)
	out := make([]Polyline, len(f.Ends))
	for i := range out {
		pts, closed := f.Line(i)
		out[i] = Polyline{pts[:len(pts):len(pts)], closed}
	}
	return out
}

// Flat is polylines in two buffers that are filled again and again: painting
// thousands of paths allocates nothing. It is for one goroutine; the zero Flat
// is empty and ready.
type Flat struct {
	Points []Point
	Ends   []End
}

// End is where a polyline of a Flat ends in its points, and whether it is
// closed. The next one begins there.
type End struct {
	N      int
	Closed bool
}

// Reset empties f and keeps its buffers.
func (f *Flat) Reset() { f.Points, f.Ends = f.Points[:0], f.Ends[:0] }

// Line is the i-th polyline. Its points are f's own.
func (f *Flat) Line(i int) (pts []Point, closed bool) {
	from := 0
	if i > 0 {
		from = f.Ends[i-1].N
	}
	return f.Points[from:f.Ends[i].N], f.Ends[i].Closed
}

// end closes the polyline that the points after the last end make; one without
// points is none.
func (f *Flat) end(closed bool) {
	if len(f.Points) > f.begin() {
		f.Ends = append(f.Ends, End{len(f.Points), closed})
	}
}

// begin is the index of the first point of the polyline under way.
func (f *Flat) begin() int {
	if n := len(f.Ends); n > 0 {
		return f.Ends[n-1].N
	}
	return 0
}

// Add appends p after t as straight lines that leave its curves by at most
// tolerance, a length after t.
func (f *Flat) Add(p *Path, t Transform, tolerance float64) {
	var start Point // of the outline, for what follows a Close
	fresh := true   // nothing has been drawn since the last Move or Close
	need := func() {
		if fresh && len(f.Points) == f.begin() {
			f.Points = append(f.Points, start)
		}
		fresh = false
	}
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case Move:
			if !fresh {
				f.end(false)
			}
			f.Points = f.Points[:f.begin()]
			start, fresh = t.Of(p.Points[i]), true
			i++
		case Line:
			need()
			f.Points = append(f.Points, t.Of(p.Points[i]))
			i++
		case Quad: // as a cubic curve: its control points are two thirds of the way
			need()
			a, c, b := f.Points[len(f.Points)-1], t.Of(p.Points[i]), t.Of(p.Points[i+1])
			f.cubic(a, a.Add(c.Sub(a).Mul(2.0/3)), b.Add(c.Sub(b).Mul(2.0/3)), b, tolerance)
			i += 2
		case Cubic:
			need()
			f.cubic(f.Points[len(f.Points)-1], t.Of(p.Points[i]), t.Of(p.Points[i+1]), t.Of(p.Points[i+2]), tolerance)
			i += 3
		case Close:
			need()
			f.end(true)
			fresh = true
		}
	}
	if !fresh {
		f.end(false)
	}
	f.Points = f.Points[:f.begin()]
}

// cubic appends the curve's points after a. The number of pieces follows from
// the second differences (Wang's formula), so it depends on the curve only.
func (f *Flat) cubic(a, b, c, d Point, tolerance float64) {
	dd := max(a.Sub(b.Mul(2)).Add(c).Len(), b.Sub(c.Mul(2)).Add(d).Len())
	n := int(min(math.Ceil(math.Sqrt(0.75*dd/tolerance)), maxPieces))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		f.Points = append(f.Points, a.Mul(u*u*u).Add(b.Mul(3*u*u*t)).Add(c.Mul(3*u*t*t)).Add(d.Mul(t*t*t)))
	}
	f.Points = append(f.Points, d)
}

// maxPieces bounds the pieces of one curve: enough for one that is a kilometre
// of pixels long.
const maxPieces = 1000
