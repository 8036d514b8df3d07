package layout

import (
	"math"

	"throughline/canvas/geom"
)

// ways is two cards and the grid around them, as far as a link cares. All of
// it is measured from the first card's corner.
type ways struct {
	a, b         geom.Rect // the cards
	cellA, cellB geom.Rect // what their stages and rows enclose
	whole        geom.Rect // what there is of the map around them
}

// What is worth how many units of a longer way.
const (
	perBend     = 24
	perShortEnd = 60   // a last stretch that is hardly longer than its head
	perTight    = 90   // a turn and another right behind it
	perBack     = 40   // to leave or enter on the side that faces away
	perCrossing = 300  // of another card
	perOwn      = 5000 // of the link's own cards, or beyond the map
	perForeign  = 2    // for each unit down or up through rows of others, other than along a stage's edge
	perCovered  = 0.25 // for each square unit that a label covers of cards
)

// A side of a card.
const (
	right = iota
	bottom
	left
	top
)

// outward is the way out of each side.
var outward = [4]geom.Point{right: {X: 1}, bottom: {Y: 1}, left: {X: -1}, top: {Y: -1}}

// port is the middle of a side.
func port(r geom.Rect, side int) geom.Point {
	return r.Center().Add(geom.Pt(outward[side].X*r.W()/2, outward[side].Y*r.H()/2))
}

// router tries ways and keeps the cheapest.
type router struct {
	*ways
	others []geom.Rect
	pill   geom.Point // size of the label; zero where there is none
	best   []geom.Point
	cost   float64
	xs, ys []float64 // where links may run down and across
}

// route is the way of a link: of all ways with up to four bends that leave and
// enter at the middles of edges and run between cards or along the gaps of the
// grid, the one that is short, has few bends and crosses little.
func (w *ways) route(others []geom.Rect, pill geom.Point) []geom.Point {
	r := &router{ways: w, others: others, pill: pill, cost: math.Inf(1)}
	r.lines()
	r.direct()
	for sa := range 4 {
		for sb := range 4 {
			r.between(sa, sb)
		}
	}
	if r.best == nil { // there is always a way: this one may lead beyond the map
		p, q := port(w.a, right), port(w.b, top).Sub(geom.Pt(0, arrowGap))
		return []geom.Point{p, {X: p.X + 12, Y: p.Y}, {X: p.X + 12, Y: q.Y - 12}, {X: q.X, Y: q.Y - 12}, q}
	}
	return r.best
}

// lines collects the gaps beside the cards, their columns and their rows. A
// line in a gap stands beside its middle, where a stage's or a row's own line
// is.
func (r *router) lines() {
	for _, c := range []geom.Rect{r.a, r.b} {
		r.xs = append(r.xs, c.Max.X+4, c.Max.X+12, c.Min.X-12, c.Min.X-4)
		r.ys = append(r.ys, c.Max.Y+4, c.Max.Y+12, c.Min.Y-12, c.Min.Y-4)
	}
	for _, c := range []geom.Rect{r.cellA, r.cellB} {
		r.xs = append(r.xs, c.Max.X-4, c.Max.X+4, c.Min.X-4, c.Min.X+4)
		r.ys = append(r.ys, c.Max.Y-6, c.Max.Y+6, c.Min.Y-6, c.Min.Y+6)
	}
	if g := r.b.Min.X - r.a.Max.X; g > 0 {
		r.xs = append(r.xs, r.a.Max.X+g/2)
	}
	if g := r.b.Min.Y - r.a.Max.Y; g > 0 {
		r.ys = append(r.ys, r.a.Max.Y+g/2)
	}
	r.xs, r.ys = distinct(r.xs), distinct(r.ys)
}

func distinct(v []float64) []float64 {
	out := v[:0]
next:
	for _, x := range v {
		for _, y := range out {
			if math.Abs(x-y) < 0.5 {
				continue next
			}
		}
		out = append(out, x)
	}
	return out
}

// direct tries the straight lines between two edges that face each other.
func (r *router) direct() {
	shared := geom.Rect{Min: geom.Pt(max(r.a.Min.X, r.b.Min.X), max(r.a.Min.Y, r.b.Min.Y)), Max: geom.Pt(min(r.a.Max.X, r.b.Max.X), min(r.a.Max.Y, r.b.Max.Y))}
	if m := shared.Center(); shared.H() >= 16 {
		r.try(right, left, geom.Pt(r.a.Max.X, m.Y), geom.Pt(r.b.Min.X-arrowGap, m.Y))
		r.try(left, right, geom.Pt(r.a.Min.X, m.Y), geom.Pt(r.b.Max.X+arrowGap, m.Y))
	} else if shared.W() >= 32 {
		r.try(bottom, top, geom.Pt(m.X, r.a.Max.Y), geom.Pt(m.X, r.b.Min.Y-arrowGap))
		r.try(top, bottom, geom.Pt(m.X, r.a.Min.Y), geom.Pt(m.X, r.b.Max.Y+arrowGap))
	}
}

// between tries the ways from one side of the first card to one of the second.
func (r *router) between(sa, sb int) {
	p, q := port(r.a, sa), port(r.b, sb).Add(outward[sb].Mul(arrowGap))
	acrossA, acrossB := sa%2 == 0, sb%2 == 0
	switch {
	case acrossA && acrossB:
		for _, x := range r.xs {
			r.try(sa, sb, p, geom.Pt(x, p.Y), geom.Pt(x, q.Y), q)
		}
		for _, y := range r.ys {
			for _, x := range r.xs {
				for _, z := range r.xs {
					if near(x, p.X) && near(z, q.X) {
						r.try(sa, sb, p, geom.Pt(x, p.Y), geom.Pt(x, y), geom.Pt(z, y), geom.Pt(z, q.Y), q)
					}
				}
			}
		}
	case !acrossA && !acrossB:
		for _, y := range r.ys {
			r.try(sa, sb, p, geom.Pt(p.X, y), geom.Pt(q.X, y), q)
		}
		for _, x := range r.xs {
			for _, y := range r.ys {
				for _, z := range r.ys {
					if near(y, p.Y) && near(z, q.Y) {
						r.try(sa, sb, p, geom.Pt(p.X, y), geom.Pt(x, y), geom.Pt(x, z), geom.Pt(q.X, z), q)
					}
				}
			}
		}
	default:
		corner := geom.Pt(q.X, p.Y)
		if !acrossA {
			corner = geom.Pt(p.X, q.Y)
		}
		r.try(sa, sb, p, corner, q)
		for _, x := range r.xs {
			for _, y := range r.ys {
				if acrossA {
					r.try(sa, sb, p, geom.Pt(x, p.Y), geom.Pt(x, y), geom.Pt(q.X, y), q)
				} else {
					r.try(sa, sb, p, geom.Pt(p.X, y), geom.Pt(x, y), geom.Pt(x, q.Y), q)
				}
			}
		}
	}
}

// near reports whether a line is one of those beside a card's edge.
func near(x, edge float64) bool { return math.Abs(x-edge) <= 16 }

// try weighs a way and keeps it when it is the cheapest so far. It must leave
// and enter through the sides it says.
func (r *router) try(sa, sb int, way ...geom.Point) {
	n := len(way)
	first, last := way[1].Sub(way[0]), way[n-2].Sub(way[n-1])
	dot := func(a, b geom.Point) float64 { return a.X*b.X + a.Y*b.Y }
	if dot(first, outward[sa]) <= 0 || dot(last, outward[sb]) <= 0 {
		return
	}
	cost := float64(n-2) * perBend
	for i := 1; i < n; i++ {
		d := way[i].Sub(way[i-1]).Len()
		if d < 1 {
			return
		}
		cost += d
		if i > 1 && i < n-1 && d < 16 {
			cost += perTight
		}
	}
	if last.Len() < arrowHead+4 {
		cost += perShortEnd
	}
	toward := r.b.Center().Sub(r.a.Center())
	if dot(toward, outward[sa]) < 0 {
		cost += perBack
	}
	if dot(toward, outward[sb]) > 0 {
		cost += perBack
	}
	for i := 1; i < n && cost < r.cost; i++ {
		cost += r.stretch(way[i-1], way[i])
	}
	if cost >= r.cost {
		return
	}
	if r.pill.X > 0 {
		_, covered := placePill(way, append(r.others[:len(r.others):len(r.others)], r.a, r.b), r.pill)
		if cost += covered * perCovered; cost >= r.cost {
			return
		}
	}
	r.cost, r.best = cost, append(r.best[:0], way...)
}

// stretch is what a straight line costs beside its length.
func (r *router) stretch(p, q geom.Point) float64 {
	cost := 0.0
	line := geom.Rect{Min: geom.Pt(min(p.X, q.X), min(p.Y, q.Y)), Max: geom.Pt(max(p.X, q.X), max(p.Y, q.Y))}
	thick := line.Grow(1)
	for _, own := range []geom.Rect{r.a, r.b} {
		if own.Grow(-1.5).Overlaps(thick) {
			cost += perOwn
		}
	}
	if thick.Intersect(r.whole) != thick {
		cost += perOwn
	}
	for _, o := range r.others {
		if o.Overlaps(thick) {
			cost += perCrossing
		}
	}
	within := func(c geom.Rect) bool { return line.Min.Y >= c.Min.Y-8 && line.Max.Y <= c.Max.Y+8 }
	joint := r.cellA.Union(r.cellB)
	adjacent := r.cellA.Max.Y == r.cellB.Min.Y || r.cellB.Max.Y == r.cellA.Min.Y
	if p.X == q.X && !within(r.cellA) && !within(r.cellB) && !(adjacent && within(joint)) {
		edge := false
		for _, c := range []geom.Rect{r.cellA, r.cellB} {
			edge = edge || math.Abs(p.X-c.Min.X) <= 6 || math.Abs(p.X-c.Max.X) <= 6
		}
		if !edge {
			cost += perForeign * (line.H() - max(0, line.Intersect(r.cellA).H()) - max(0, line.Intersect(r.cellB).H()))
		}
	}
	far := joint.W() > (nearby+1)*max(r.cellA.W(), r.cellB.W())
	if p.Y == q.Y && far && line.W() > max(r.cellA.W(), r.cellB.W()) { // through cells that nobody has looked at
		gap := false
		for _, c := range []geom.Rect{r.cellA, r.cellB} {
			gap = gap || math.Abs(p.Y-c.Min.Y) <= 8 || math.Abs(p.Y-c.Max.Y) <= 8
		}
		if !gap {
			cost += perCrossing
		}
	}
	return cost
}

// placePill finds the middle of a label on a way: where it covers least of
// others and, among such places, nearest to the middle of its longest stretch.
func placePill(way []geom.Point, others []geom.Rect, size geom.Point) (at geom.Point, covered float64) {
	longest, length := 1, 0.0
	for i := 1; i < len(way); i++ {
		if l := way[i].Sub(way[i-1]).Len(); l > length+0.01 {
			longest, length = i, l
		}
	}
	goal := way[longest-1].Add(way[longest].Sub(way[longest-1]).Mul(0.5))
	best := math.Inf(1)
	for i := 1; i < len(way); i++ {
		d := way[i].Sub(way[i-1])
		n := min(24, int(d.Len()/8)+1)
		for k := 0; k <= n; k++ {
			p := way[i-1].Add(d.Mul(float64(k) / float64(n)))
			r := geom.Box(p.X-size.X/2, p.Y-size.Y/2, size.X, size.Y)
			area := 0.0
			for _, o := range others {
				if x := o.Intersect(r); !x.Empty() {
					area += x.W() * x.H()
				}
			}
			if cost := area + p.Sub(goal).Len()*0.5; cost < best-0.01 {
				best, covered, at = cost, area, p
			}
		}
	}
	return at, covered
}
