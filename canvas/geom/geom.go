// Package geom has the points, boxes, paths and transforms that everything
// drawn is made of. Lengths are whatever its caller says (map units, font
// units, device pixels); y goes down. It must never know what a path means:
// colours, maps and devices are other packages' business.
package geom

import "math"

// Point is a place or a distance.
type Point struct{ X, Y float64 }

// Pt is the point (x, y).
func Pt(x, y float64) Point { return Point{x, y} }

// Add is p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub is the way from q to p.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Mul is p times k.
func (p Point) Mul(k float64) Point { return Point{p.X * k, p.Y * k} }

// Len is p's distance from the origin.
func (p Point) Len() float64 { return math.Hypot(p.X, p.Y) }

// Mirrored is p on the other side of the line x = axis/2.
func (p Point) Mirrored(axis float64) Point { return Point{axis - p.X, p.Y} }

// Rect is the box from Min to Max, Max excluded. A box whose Max is not
// beyond its Min in both directions is empty.
type Rect struct{ Min, Max Point }

// Box is the rectangle at (x, y) of width w and height h.
func Box(x, y, w, h float64) Rect { return Rect{Point{x, y}, Point{x + w, y + h}} }

// W is r's width.
func (r Rect) W() float64 { return r.Max.X - r.Min.X }

// H is r's height.
func (r Rect) H() float64 { return r.Max.Y - r.Min.Y }

// Empty reports whether r has no area.
func (r Rect) Empty() bool { return r.Max.X <= r.Min.X || r.Max.Y <= r.Min.Y }

// Center is r's middle.
func (r Rect) Center() Point { return Point{(r.Min.X + r.Max.X) / 2, (r.Min.Y + r.Max.Y) / 2} }

// Add is r moved by p.
func (r Rect) Add(p Point) Rect { return Rect{r.Min.Add(p), r.Max.Add(p)} }

// Mul is r with every coordinate times k.
func (r Rect) Mul(k float64) Rect { return Rect{r.Min.Mul(k), r.Max.Mul(k)} }

// Grow is r with every side moved out by d; a negative d shrinks it.
func (r Rect) Grow(d float64) Rect {
	return Rect{Point{r.Min.X - d, r.Min.Y - d}, Point{r.Max.X + d, r.Max.Y + d}}
}

// Mirrored is r on the other side of the line x = axis/2.
func (r Rect) Mirrored(axis float64) Rect {
	return Rect{Point{axis - r.Max.X, r.Min.Y}, Point{axis - r.Min.X, r.Max.Y}}
}

// Union is the smallest box around r and s; an empty one adds nothing.
func (r Rect) Union(s Rect) Rect {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	return Rect{Point{min(r.Min.X, s.Min.X), min(r.Min.Y, s.Min.Y)}, Point{max(r.Max.X, s.Max.X), max(r.Max.Y, s.Max.Y)}}
}

// Intersect is what r and s share; it may be empty.
func (r Rect) Intersect(s Rect) Rect {
	return Rect{Point{max(r.Min.X, s.Min.X), max(r.Min.Y, s.Min.Y)}, Point{min(r.Max.X, s.Max.X), min(r.Max.Y, s.Max.Y)}}
}

// Overlaps reports whether r and s share an area.
func (r Rect) Overlaps(s Rect) bool { return !r.Intersect(s).Empty() }

// Contains reports whether p lies in r.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.Min.X && p.X < r.Max.X && p.Y >= r.Min.Y && p.Y < r.Max.Y
}

// Transform scales by K and then moves by D: the only transforms a map needs.
// The zero Transform maps everything to the origin; use Identity.
type Transform struct {
	K float64
	D Point
}

// Identity leaves everything where it is.
var Identity = Transform{K: 1}

// Of is p after t.
func (t Transform) Of(p Point) Point { return Point{p.X*t.K + t.D.X, p.Y*t.K + t.D.Y} }

// Rect is r after t; K must be positive.
func (t Transform) Rect(r Rect) Rect { return Rect{t.Of(r.Min), t.Of(r.Max)} }

// Then is t followed by u.
func (t Transform) Then(u Transform) Transform { return Transform{t.K * u.K, u.Of(t.D)} }
