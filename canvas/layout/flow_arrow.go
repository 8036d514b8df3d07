package layout

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

const (
	arrowAside = 12  // beside a box, where a way turns
	arrowUnder = 6   // below boxes, where a way goes back
	arrowLooks = 500 // boxes up to which ways round them are sought
)

// arrow leads from one box of a workflow to another: straight where they stand
// side by side or below each other, else round corners; and round the boxes
// that stand in between, where it can.
func (f *frame) arrow(a, b geom.Rect, boxes []geom.Rect) []scene.Op {
	ways := arrowWays(a, b)
	way := ways[0]
	if len(boxes) <= arrowLooks {
		for _, w := range ways {
			if w.clear(boxes, a, b) {
				way = w
				break
			}
		}
	}
	return []scene.Op{scene.Detail(zoomTiles, 0, &scene.Stroke{
		Path: way.path(), Paint: scene.Solid(f.Theme.Wire), Pen: geom.Pen{Width: 1.5, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 1,
	})}
}

// arrowWay is the corners of an arrow, from its box to its tip.
type arrowWay []geom.Point

// arrowWays is the ways from one box to another, the one that reads best first.
func arrowWays(a, b geom.Rect) []arrowWay {
	ca, cb := a.Center(), b.Center()
	level, stacked := math.Abs(ca.Y-cb.Y) < 0.5, a.Min.X == b.Min.X
	from, into := geom.Pt(a.Max.X, ca.Y), geom.Pt(b.Min.X-arrowGap, cb.Y) // right to left side
	y := max(a.Max.Y, b.Max.Y) + arrowUnder
	under := arrowWay{geom.Pt(ca.X, a.Max.Y), geom.Pt(ca.X, y), geom.Pt(cb.X, y), geom.Pt(cb.X, b.Max.Y+arrowGap)}
	aside := func(x float64) arrowWay { return arrowWay{from, geom.Pt(x, ca.Y), geom.Pt(x, cb.Y), into} }
	right := b.Min.X >= a.Max.X+2*arrowGap
	switch {
	case stacked && b.Min.Y >= a.Max.Y:
		return []arrowWay{{geom.Pt(ca.X, a.Max.Y), geom.Pt(cb.X, b.Min.Y-arrowGap)}}
	case stacked:
		return []arrowWay{{geom.Pt(ca.X, a.Min.Y), geom.Pt(cb.X, b.Max.Y+arrowGap)}}
	case right && level:
		return []arrowWay{{from, geom.Pt(into.X, ca.Y)}, under}
	case level: // back along the line
		return []arrowWay{under}
	}
	// sideways, then up or down into the target
	side, tip := a.Max.X, b.Min.Y-arrowGap
	if cb.X < ca.X {
		side = a.Min.X
	}
	if cb.Y < ca.Y {
		tip = b.Max.Y + arrowGap
	}
	ways := []arrowWay{{geom.Pt(side, ca.Y), geom.Pt(cb.X, ca.Y), geom.Pt(cb.X, tip)}}
	if right {
		ways = append(ways, aside(b.Min.X-arrowAside), aside(a.Max.X+arrowAside))
	}
	return append(ways, under)
}

// clear reports whether a way passes no box but those it joins.
func (w arrowWay) clear(boxes []geom.Rect, a, b geom.Rect) bool {
	for i := 1; i < len(w); i++ {
		p, q := w[i-1], w[i]
		r := geom.Rect{Min: geom.Pt(min(p.X, q.X), min(p.Y, q.Y)), Max: geom.Pt(max(p.X, q.X), max(p.Y, q.Y))}.Grow(1)
		for _, box := range boxes {
			if box != a && box != b && r.Overlaps(box) {
				return false
			}
		}
	}
	return true
}

// path is the arrow with round corners and its head.
func (w arrowWay) path() geom.Path {
	p := rounded(w, arrowBend)
	tip, way := w[len(w)-1], w[len(w)-1].Sub(w[len(w)-2])
	if l := way.Len(); l > 0 {
		head(&p, tip, way.Mul(1/l))
	}
	return p
}
