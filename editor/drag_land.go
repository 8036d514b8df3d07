package editor

import (
	"slices"

	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// landing is a cell in which some of the dragged cards come to stand.
type landing struct {
	slot  layout.Slot
	cards []journey.Card
}

// landed is what landings depend on.
type landed struct {
	lane, column journey.ID
	copies       bool
	why          string
}

// land finds where all dragged cards go with the main one in its slot, or why
// not all of them can. Among the cards of a cell they need not be found again.
func (t *drag) land(e *Editor) {
	if t.slot == nil {
		return
	}
	k := landed{t.slot.Lane, t.slot.Column, t.copies(), t.last.why}
	if k != t.last {
		t.lands, k.why = t.landings(e.view.sheet, t.slot)
		t.last = k
	}
	if t.why = k.why; t.why != "" {
		t.slot = nil
		return
	}
	t.lands[0].slot = *t.slot
}

// landings is where the dragged cards go with the main one in a slot, or why
// not all of them can: those of its cell go with it, the others stay as many
// lanes and steps away from it as they are.
func (t *drag) landings(s *layout.Sheet, slot *layout.Slot) ([]landing, string) {
	g := newGrid(s)
	by, ok := g.way(t.main, slot)
	out := []landing{{slot: *slot}}
	at := map[[2]journey.ID]int{}
	for _, c := range t.cards {
		if c.Lane == t.main.Lane && c.Column() == t.main.Column() || !ok {
			out[0].cards = append(out[0].cards, c)
			continue
		}
		lane, column, why := g.moved(c, by)
		if why != "" {
			return nil, why
		}
		i, ok := at[[2]journey.ID{lane, column}]
		if !ok {
			i = len(out)
			at[[2]journey.ID{lane, column}] = i
			out = append(out, landing{slot: layout.Slot{Lane: lane, Column: column, Index: lastIndex}})
		}
		out[i].cards = append(out[i].cards, c)
	}
	if !t.copies() { // what stays in its cell keeps its place there
		out = slices.DeleteFunc(out, func(l landing) bool {
			return l.slot.Index == lastIndex && l.cards[0].Lane == l.slot.Lane && l.cards[0].Column() == l.slot.Column
		})
	}
	return out, ""
}

// lastIndex is behind all cards of a cell.
const lastIndex = 1 << 30

// grid is where the lanes, stages and columns of a sheet are.
type grid struct {
	s                     *layout.Sheet
	rows, stages, columns map[journey.ID]int
}

func newGrid(s *layout.Sheet) *grid {
	g := &grid{s, map[journey.ID]int{}, map[journey.ID]int{}, map[journey.ID]int{}}
	for i, r := range s.Rows {
		g.rows[r.ID] = i
	}
	for i, st := range s.Stages {
		g.stages[st.ID] = i
	}
	for i, c := range s.Columns {
		g.columns[c.ID()] = i
	}
	return g
}

// way is how far a card moves.
type way struct {
	rows, stages, columns int
	steps                 bool // the columns count: from a step to a step
}

// way is how far a card moves into a slot.
func (g *grid) way(c journey.Card, s *layout.Slot) (w way, ok bool) {
	from, ok1 := g.rows[c.Lane]
	to, ok2 := g.rows[s.Lane]
	a, ok3 := g.stages[c.Stage]
	w.rows = to - from
	if i, ok := g.columns[s.Column]; ok && g.s.Columns[i].Step == s.Column && c.Step != "" {
		k, ok := g.columns[c.Step]
		w.columns, w.steps = i-k, true
		w.stages = g.stages[g.s.Columns[i].Stage] - a
		return w, ok && ok1 && ok2 && ok3
	}
	b, ok4 := g.stages[s.Column]
	if i, ok := g.columns[s.Column]; ok && !ok4 {
		b, ok4 = g.stages[g.s.Columns[i].Stage]
	}
	w.stages = b - a
	return w, ok1 && ok2 && ok3 && ok4
}

// moved is the cell of a card that moves as far as another one, or why there is
// none.
func (g *grid) moved(c journey.Card, by way) (lane, column journey.ID, why string) {
	const nowhere = "Not all of the cards have a place there"
	r, ok1 := g.rows[c.Lane]
	st, ok2 := g.stages[c.Stage]
	r, to := r+by.rows, st+by.stages
	if !ok1 || !ok2 || r < 0 || r >= len(g.s.Rows) || to < 0 || to >= len(g.s.Stages) {
		return "", "", nowhere
	}
	l := g.s.Rows[r].Lane
	if why := refuses(l, c); why != "" {
		return "", "", why
	}
	if !inSteps(l, c) {
		return l.ID, g.s.Stages[to].ID, ""
	}
	if k, ok := g.columns[c.Step]; ok && by.steps {
		if k += by.columns; k < 0 || k >= len(g.s.Columns) {
			return "", "", nowhere
		}
		return l.ID, g.s.Columns[k].ID(), ""
	}
	in, at := g.s.Stages[to].Columns, 0
	if k, ok := g.columns[c.Step]; ok {
		at = k - g.columns[g.s.Stages[st].Columns[0].ID()]
	}
	return l.ID, in[min(at, len(in)-1)].ID(), ""
}

// marks shows the cells to which other cards go along.
func (t *drag) marks(e *Editor) []input.Mark {
	var marks []input.Mark
	v, acc := &e.view, e.Theme().Acc
	for i, l := range t.lands {
		if i == 0 || i > manyEdges || t.slot == nil {
			continue
		}
		c, ok := v.sheet.Cell(l.slot.Lane, e.firstColumn(l.slot.Column))
		if !ok {
			continue
		}
		if _, isStep := journey.Get[journey.Step](e.Doc.Project(), l.slot.Column); !isStep {
			if st, ok := v.sheet.StageOf(l.slot.Column); ok && !v.sheet.Looped() {
				c.Rect.Min.X, c.Rect.Max.X = st.X, st.X+st.W
			}
		}
		r := v.toView(c.Rect.Grow(-3))
		marks = append(marks, input.Mark{Rect: r, Clip: v.body(), Fill: faint(acc, 22), Edge: faint(acc, 90), Width: 1, Radius: layout.CardRadius * v.Zoom})
	}
	return marks
}
