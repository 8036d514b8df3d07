package layout

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// ringPlace is the cards of one stage of a loop.
type ringPlace struct {
	block  *scene.Block
	size   geom.Point
	angle  float64
	across bool      // they stand side by side, above or below the ring
	rect   geom.Rect // in the body
	cards  []ringCard
	any    Column // where a card goes that is near no other
}

// spread finds the smallest ring around which no two stages' cards meet.
func (g *ring) spread() {
	free := func(r float64) bool {
		for i := range g.places {
			g.places[i].put(r)
		}
		for i := range g.places {
			for k := range i {
				a, b := &g.places[i], &g.places[k]
				if a.size != (geom.Point{}) && b.size != (geom.Point{}) && a.rect.Grow(loopApart/2).Overlaps(b.rect.Grow(loopApart/2)) {
					return false
				}
			}
		}
		return true
	}
	if free(g.r) {
		return
	}
	lo, hi := g.r, 2*g.r
	for ; !free(hi) && hi < 1e9; hi *= 2 {
		lo = hi
	}
	for hi-lo > 1 {
		if m := math.Round((lo + hi) / 2); free(m) {
			hi = m
		} else {
			lo = m
		}
	}
	g.r = hi
	free(hi)
}

// put places the cards of a stage beside a ring of radius r around the origin:
// beyond it in the stage's direction, at the ring's side for stages at its
// sides, above and below for those at its top and foot.
func (p *ringPlace) put(r float64) {
	out := r + loopBand/2
	sin, cos := math.Sincos(p.angle)
	bound := func(v float64) float64 { return min(1, max(-1, v)) }
	wx, wy := bound(1.6*cos), 0.8*sin
	if p.across {
		wx, wy = cos, bound(2*sin)
	}
	for lead := float64(loopLead); ; lead += 4 {
		c := geom.Pt((out+lead)*cos+wx*p.size.X/2, (out+lead)*sin+wy*p.size.Y/2)
		x, y := math.Round(c.X-p.size.X/2), math.Round(c.Y-p.size.Y/2)
		p.rect = geom.Box(x, y, p.size.X, p.size.Y)
		if nearest(p.rect, geom.Point{}).Len() >= out+loopLead*0.8 || lead > p.size.X+p.size.Y+loopLead {
			return
		}
	}
}

// nearest is the point of a box that is nearest to p.
func nearest(r geom.Rect, p geom.Point) geom.Point {
	return geom.Pt(min(max(p.X, r.Min.X), r.Max.X), min(max(p.Y, r.Min.Y), r.Max.Y))
}

// settle moves the loop so that it begins at the body's top left, and is the
// size of the body.
func (g *ring) settle(bare bool) geom.Point {
	out := g.r + loopBand/2 + 2
	all := geom.Box(-out, -out, 2*out, 2*out)
	for _, p := range g.places {
		if p.size != (geom.Point{}) {
			all = all.Union(p.rect.Grow(loopBadges))
		}
	}
	if !bare {
		all = all.Grow(loopMargin - loopBadges)
	}
	g.center = geom.Pt(math.Ceil(-all.Min.X), math.Ceil(-all.Min.Y))
	for i := range g.places {
		g.places[i].rect = g.places[i].rect.Add(g.center)
	}
	return geom.Pt(math.Ceil(g.center.X+all.Max.X), math.Ceil(g.center.Y+all.Max.Y))
}

// cellAt is the cell of a loop at a point of the body: that of the stage whose
// cards are nearest, in the step of the card that is nearest.
func (g *ring) cellAt(s *Sheet, p geom.Point) (Cell, bool) {
	if g.lane.ID == "" || p.Sub(g.center).Len() < g.r-loopBand/2 {
		return Cell{}, false
	}
	best, at := float64(loopReach), -1
	for i := range g.places {
		if d := nearest(g.places[i].rect, p).Sub(p).Len(); d < best {
			best, at = d, i
		}
	}
	if at < 0 {
		return Cell{}, false
	}
	pl := &g.places[at]
	c := Cell{Row: Row{Lane: g.lane}, Column: pl.any, Rect: pl.rect}
	best = math.Inf(1)
	for _, card := range pl.cards {
		if d := nearest(card.rect.Add(pl.rect.Min), p).Sub(p).Len(); d < best {
			best, c.Column = d, card.column
		}
	}
	return c, true
}

// LoopCell is the cell of a column in a loop, in the lane whose cards stand
// around it.
func (s *Sheet) LoopCell(c Column) (Cell, bool) {
	if s.ring == nil {
		return Cell{}, false
	}
	return s.Cell(s.ring.lane.ID, c.ID())
}

// cell is the cell of a lane of a loop under a column: where the cards of its
// stage are.
func (g *ring) cell(s *Sheet, r Row, c Column) (Cell, bool) {
	i := slices.IndexFunc(s.Stages, func(st StageBox) bool { return st.ID == c.Stage })
	if r.ID != g.lane.ID || i < 0 {
		return Cell{}, false
	}
	at := g.places[i].rect
	if at.Empty() {
		at = geom.Rect{Min: at.Min, Max: at.Min}.Grow(loopReach / 2)
	}
	return Cell{r, c, at}, true
}

// Before reports whether a card that is let go at p comes before the one in
// box. Cards stand below each other, or in a loop also side by side.
func (s *Sheet) Before(box geom.Rect, p geom.Point) bool {
	if s.ring != nil {
		for _, pl := range s.ring.places {
			if pl.across && pl.rect.Overlaps(box) {
				return p.Y < box.Min.Y || p.Y < box.Max.Y && p.X < box.Center().X
			}
		}
	}
	return p.Y < box.Center().Y
}
