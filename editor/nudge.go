package editor

import (
	"cmp"
	"slices"

	"throughline/canvas/layout"
	"throughline/journey"
)

// nudge moves the selected cards by one place: to the side into the next column,
// up and down within their cell, and past its end into the next lane. Points
// that are moved up and down get another feeling.
func (e *Editor) nudge(w heading) error {
	cards := e.SelectedCards()
	for _, c := range cards {
		if err := e.locked(c.ID); err != nil {
			return err
		}
	}
	e.sortForReading(cards)
	err := e.Doc.Do("Move "+count(len(cards), "card"), func(ed *journey.Edit) error {
		n := nudger{e, ed, cards}
		switch {
		case w.x != 0:
			n.aside(w.x)
		case n.points():
			n.feel(-w.y)
		case n.workflow():
			n.line(w.y)
		case !n.within(w.y):
			n.lanes(w.y)
		}
		return nil
	})
	e.reveal(e.focus.Row)
	return err
}

type nudger struct {
	e     *Editor
	ed    *journey.Edit
	cards []journey.Card
}

// sortForReading puts cards into the order in which a reader meets them: lane by
// lane, from left to right, from top to bottom.
func (e *Editor) sortForReading(cards []journey.Card) {
	at := map[journey.ID]int{}
	for i, r := range e.view.sheet.Rows {
		at[r.ID] = i
	}
	for i, c := range e.view.sheet.Columns {
		at[c.ID()] = i
		if _, ok := at[c.Stage]; !ok {
			at[c.Stage] = i
		}
	}
	slices.SortStableFunc(cards, func(a, b journey.Card) int {
		return cmp.Or(cmp.Compare(at[a.Lane], at[b.Lane]), cmp.Compare(at[a.Column()], at[b.Column()]), cmp.Compare(a.Order, b.Order))
	})
}

// to puts a card at the end of another cell, or at its beginning.
func (n *nudger) to(c journey.Card, lane, stage, step journey.ID, first bool) {
	list := n.ed.Now().Cards(lane, journey.Column(stage, step))
	var before, after journey.Order
	switch {
	case len(list) == 0:
	case first:
		after = list[0].Order
	default:
		before = list[len(list)-1].Order
	}
	c.Lane, c.Stage, c.Step, c.Order = lane, stage, step, journey.Between(before, after)
	n.ed.Put(c)
}

// aside moves all cards by a column, those of whole stages by a stage, unless
// one would leave the map.
func (n *nudger) aside(x int) {
	s := n.e.view.sheet
	to := make([]layout.Column, len(n.cards))
	for i, c := range n.cards {
		if c.Step == "" {
			k := slices.IndexFunc(s.Stages, func(st layout.StageBox) bool { return st.ID == c.Stage })
			if k < 0 || k+x < 0 || k+x >= len(s.Stages) {
				return
			}
			to[i] = layout.Column{Stage: s.Stages[k+x].ID}
			continue
		}
		k := n.e.columnIndex(c.Step)
		if k < 0 || k+x < 0 || k+x >= len(s.Columns) {
			return
		}
		to[i] = s.Columns[k+x]
	}
	for i, c := range n.cards {
		n.to(c, c.Lane, to[i].Stage, to[i].Step, false)
	}
}

// points reports whether all cards are points of curves.
func (n *nudger) points() bool {
	return !slices.ContainsFunc(n.cards, func(c journey.Card) bool {
		k := n.kind(c)
		return k != journey.Feelings && k != journey.Intensity
	})
}

// feel raises points by half a face, or lowers them.
func (n *nudger) feel(up int) {
	for _, c := range n.cards {
		l, _ := journey.Get[journey.Lane](n.ed.Now(), c.Lane)
		s := l.Scale()
		v := 0.0
		if c.Feeling.Set {
			v = s.Normal(c.Feeling.Value)
		}
		c.Feeling = journey.Num(onScale(s, min(2, max(-2, v+float64(up)/2))))
		n.ed.Put(c)
	}
}

// workflow reports whether all cards are steps of workflows.
func (n *nudger) workflow() bool {
	return !slices.ContainsFunc(n.cards, func(c journey.Card) bool { return n.kind(c) != journey.Automation })
}

// line moves steps of workflows to the line below or above.
func (n *nudger) line(y int) {
	for _, c := range n.cards {
		c.Line = min(max(c.Line+y, 0), 999)
		n.ed.Put(c)
	}
}

func (n *nudger) kind(c journey.Card) journey.LaneKind {
	l, _ := journey.Get[journey.Lane](n.ed.Now(), c.Lane)
	return l.LaneKind
}

// within moves the cards by one place in their cells, those of a cell together,
// and reports whether there was room for any.
func (n *nudger) within(y int) bool {
	moved := false
	for i := 0; i < len(n.cards); {
		c := n.cards[i]
		k := i + 1
		for k < len(n.cards) && n.cards[k].Lane == c.Lane && n.cards[k].Column() == c.Column() {
			k++
		}
		moved = n.shift(n.cards[i:k], y) || moved
		i = k
	}
	return moved
}

// shift moves cards of one cell by one place, as far as there is one.
func (n *nudger) shift(cards []journey.Card, y int) bool {
	list := n.ed.Now().Cards(cards[0].Lane, cards[0].Column())
	chosen := func(c journey.Card) bool { return n.e.sel.has[c.ID] }
	orders := make([]journey.Order, len(list))
	for i, c := range list {
		orders[i] = c.Order
	}
	was := slices.Clone(list)
	if y > 0 {
		slices.Reverse(list)
	}
	for i := 1; i < len(list); i++ {
		if chosen(list[i]) && !chosen(list[i-1]) {
			list[i-1], list[i] = list[i], list[i-1]
		}
	}
	if y > 0 {
		slices.Reverse(list)
	}
	if slices.Equal(was, list) {
		return false
	}
	for i, c := range list {
		if c.ID != was[i].ID {
			c.Order = orders[i]
			n.ed.Put(c)
		}
	}
	return true
}

// lanes moves all cards to the next lane that takes them, unless there is none
// for one of them. What comes from above comes first, what comes from below
// last.
func (n *nudger) lanes(y int) {
	s := n.e.view.sheet
	to := make([]layout.Row, len(n.cards))
	for i, c := range n.cards {
		if n.kind(c).Info().Span == journey.WholeMap {
			return // its place is in the lane's drawing
		}
		k := n.e.rowIndex(c.Lane)
		for k += y; k >= 0 && k < len(s.Rows); k += y {
			if r := s.Rows[k]; hasCells(r) && !r.Locked && !r.Folded && r.LaneKind.Info().Span != journey.WholeMap {
				to[i] = r
				break
			}
		}
		if to[i].ID == "" {
			return
		}
	}
	cards := slices.Clone(n.cards)
	if y > 0 {
		slices.Reverse(cards)
		slices.Reverse(to)
	}
	for i, c := range cards {
		stage, step := c.Stage, c.Step
		switch perStage := to[i].LaneKind.Info().Span == journey.PerStage; {
		case perStage:
			step = ""
		case step == "":
			if st, ok := s.StageOf(stage); ok {
				step = st.Columns[0].Step
			}
		}
		n.to(c, to[i].ID, stage, step, y > 0)
	}
}
