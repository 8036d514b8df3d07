package layout

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// cellIndex finds the cells of a sheet while its links are laid out.
type cellIndex struct {
	s      *Sheet
	blocks map[string]int // of the body, by name
	rows   map[journey.ID]*Row
	stages map[journey.ID]int
}

func newCellIndex(s *Sheet) *cellIndex {
	g := &cellIndex{s, make(map[string]int, len(s.Body.Blocks)), make(map[journey.ID]*Row, len(s.Rows)), make(map[journey.ID]int, len(s.Stages))}
	for i := range s.Body.Blocks {
		g.blocks[s.Body.Blocks[i].Name] = i
	}
	for i := range s.Rows {
		g.rows[s.Rows[i].ID] = &s.Rows[i]
	}
	for i := range s.Stages {
		g.stages[s.Stages[i].ID] = i
	}
	return g
}

// find brings an end up to date and reports whether its card is shown.
func (g *cellIndex) find(p *journey.Project, card journey.ID, e *linkEnd) bool {
	i, ok := g.blocks[e.name]
	if !ok || e.card != card || g.s.Body.Blocks[i].Block != e.block {
		*e = linkEnd{card: card}
		c, ok := journey.Get[journey.Card](p, card)
		if !ok {
			return false
		}
		e.lane, e.stage = c.Lane, c.Stage
		if !g.search(e) {
			return false
		}
	}
	row, ok := g.rows[e.lane]
	_, has := g.stages[e.stage]
	return ok && has && !row.Folded
}

// search looks for a card's item in its cell, or in the drawing of its lane.
func (g *cellIndex) search(e *linkEnd) bool {
	for _, name := range []string{cellName(e.lane, e.stage), cellName(e.lane, "")} {
		i, ok := g.blocks[name]
		if !ok {
			continue
		}
		b := g.s.Body.Blocks[i].Block
		for k := range b.Items {
			if b.Items[k].Owner == string(e.card) {
				e.name, e.block, e.item = name, b, &b.Items[k]
				return true
			}
		}
	}
	return false
}

// box is where the card of an end stands in the body.
func (g *cellIndex) box(e *linkEnd) geom.Rect {
	return e.item.Box.Add(e.item.At).Add(g.s.Body.Blocks[g.blocks[e.name]].At)
}

// ways is what there is to know of the grid between two cards, measured from
// the corner of the first.
func (g *cellIndex) ways(a, b geom.Rect, from, to *linkEnd) ways {
	o := a.Min
	rel := func(r geom.Rect) geom.Rect {
		return geom.Rect{Min: fine(r.Min.Sub(o)), Max: fine(r.Max.Sub(o))}
	}
	span := func(e *linkEnd) geom.Rect {
		st, row := &g.s.Stages[g.stages[e.stage]], g.rows[e.lane]
		return rel(geom.Box(st.X, row.Y, st.W, row.H))
	}
	w := ways{a: rel(a), b: rel(b), cellA: span(from), cellB: span(to)}
	w.whole = w.cellA.Union(w.cellB).Grow(24).Intersect(rel(geom.Box(0, 0, g.s.Width, g.s.Height)))
	return w
}

// fine rounds to a fraction of a unit, so that what stands at another place
// is told to be the same in spite of the last bits of a sum.
func fine(p geom.Point) geom.Point {
	const k = 1 << 16
	return geom.Pt(math.Round(p.X*k)/k, math.Round(p.Y*k)/k)
}

// nearby is how many stages apart two cards may be for the cells between them
// to be looked at; between others, links keep to the gaps of the grid.
const nearby = 3

// near is the cells of two cards and those between them in their rows, and
// where they are.
func (g *cellIndex) near(from, to *linkEnd) (blocks []*scene.Block, at []geom.Point) {
	i, j := g.stages[from.stage], g.stages[to.stage]
	if i > j {
		i, j = j, i
	}
	add := func(name string) {
		if k, ok := g.blocks[name]; ok {
			b := &g.s.Body.Blocks[k]
			blocks, at = append(blocks, b.Block), append(at, b.At)
		}
	}
	for n, e := range []*linkEnd{from, to} {
		if n > 0 && e.lane == from.lane && j-i <= nearby {
			break // the same cells
		}
		if e.name == cellName(e.lane, "") || j-i > nearby {
			add(e.name)
			continue
		}
		for k := i; k <= j; k++ {
			add(cellName(e.lane, g.s.Stages[k].ID))
		}
	}
	return blocks, at
}

// mostObstacles bounds what routing one link may cost.
const mostObstacles = 128

// obstacles is what stands in cells where a link may pass, measured from its
// first card's corner, o: boxes of cards and points, and their texts where
// those stand beside them.
func (w *ways) obstacles(blocks []*scene.Block, at []geom.Point, o geom.Point, link journey.Link) []geom.Rect {
	reach := w.cellA.Union(w.cellB).Union(w.a).Union(w.b).Grow(16)
	var out []geom.Rect
	for i, b := range blocks {
		for k := range b.Items {
			it := &b.Items[k]
			if len(out) >= mostObstacles {
				return out
			}
			if !it.Bounds.Add(at[i].Add(it.At).Sub(o)).Overlaps(reach) {
				continue
			}
			if it.Part != CardPart && it.Part != PointPart || it.Owner == "" {
				continue
			}
			d := at[i].Add(it.At).Sub(o)
			if it.Owner != string(link.From) && it.Owner != string(link.To) {
				out = append(out, it.Box.Add(d))
			}
			for _, f := range it.Fields {
				if r := geom.Box(f.At.X, f.At.Y, f.Block.Width, f.Block.Height); r.Intersect(it.Box) != r {
					out = append(out, r.Add(d))
				}
			}
		}
	}
	return out
}
