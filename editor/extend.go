package editor

import (
	"slices"

	"throughline/canvas/layout"
	"throughline/journey"
)

// reach is how far Shift and the arrows have extended the selection: from where
// the focus was to where it is.
type reach struct{ from, to Focus }

// goTo moves the focus, or with extend selects all between where it was when
// the extending began and where it is now.
func (e *Editor) goTo(f Focus, extend bool) {
	if !extend || f == (Focus{}) {
		e.SetFocus(f)
		return
	}
	if e.reach.to != e.focus {
		e.reach.from = e.focus
	}
	e.focus, e.reach.to = f, f
	e.sel.set(e.between(e.reach.from, f)...)
	if f.Row != "" {
		e.reveal(f.Row)
	} else if c, ok := e.focused(); ok {
		e.show(bodyPane, c.Rect)
	}
	e.notify()
}

// between is what lies between two places: the cards of the cells between two
// cells, or of one cell between two cards; the stages, steps or lanes between
// two of them.
func (e *Editor) between(a, b Focus) []journey.ID {
	s := e.view.sheet
	switch {
	case s.Looped():
		return slices.Concat(e.sel.ids, rowOf(a), rowOf(b))
	case a.Lane != "" && b.Lane != "" && a.Column == "" && b.Column == "":
		var out []journey.ID
		for _, r := range inside(s.Rows, e.rowIndex(a.Lane), e.rowIndex(b.Lane)) {
			out = append(out, r.ID)
		}
		return out
	case a.Lane == "" && b.Lane == "" && a.Column != "" && b.Column != "":
		return e.betweenInBand(a, b)
	case a.Lane == "" || b.Lane == "" || a.Column == "" || b.Column == "":
		return slices.Concat(rowOf(a), rowOf(b))
	case a.Lane == b.Lane && a.Column == b.Column:
		cards := s.Under(a.Lane, s.Columns[max(e.columnIndex(a.Column), 0)])
		at := func(f Focus) int {
			return slices.IndexFunc(cards, func(c layout.Standing) bool { return c.Card == f.Row })
		}
		return cardsOf(inside(cards, at(a), at(b)))
	}
	var out []journey.ID
	for _, r := range inside(s.Rows, e.rowIndex(a.Lane), e.rowIndex(b.Lane)) {
		for _, c := range inside(s.Columns, e.columnIndex(a.Column), e.columnIndex(b.Column)) {
			if hasCells(r) {
				out = append(out, cardsOf(s.Under(r.ID, c))...)
			}
		}
	}
	return out
}

// betweenInBand is the steps between two, or the stages where one of the two is
// a stage.
func (e *Editor) betweenInBand(a, b Focus) []journey.ID {
	s := e.view.sheet
	stage := false
	for _, f := range []Focus{a, b} {
		_, is := journey.Get[journey.Stage](e.Doc.Project(), f.Row)
		stage = stage || is
	}
	var out []journey.ID
	for _, c := range inside(s.Columns, e.columnIndex(a.Column), e.columnIndex(b.Column)) {
		if stage {
			out = append(out, c.Stage) // each is selected once
		} else {
			out = append(out, c.ID())
		}
	}
	return out
}

func rowOf(f Focus) []journey.ID {
	if f.Row == "" {
		return nil
	}
	return []journey.ID{f.Row}
}

func cardsOf(cards []layout.Standing) []journey.ID {
	out := make([]journey.ID, len(cards))
	for i, c := range cards {
		out[i] = c.Card
	}
	return out
}

// inside is the part of a list between two of its places, both included, in
// the order of the list.
func inside[T any](list []T, a, b int) []T {
	if a < 0 || b < 0 {
		return nil
	}
	return list[min(a, b) : max(a, b)+1]
}

// sameKind is every row on the sheet that is like one of those selected: cards
// of lanes of one kind, stages, steps, lanes, notes or links.
func (e *Editor) sameKind() []journey.ID {
	p := e.Doc.Project()
	like := map[any]bool{}
	for _, id := range e.sel.ids {
		if r, ok := p.Row(id); ok {
			like[kindOf(p, r)] = true
		}
	}
	if l, ok := journey.Get[journey.Lane](p, e.focus.Lane); ok && len(like) == 0 {
		like[l.LaneKind] = true
	}
	return e.drawn(func(r journey.Row) bool { return like[kindOf(p, r)] })
}

// kindOf is the kind of a row, of a card that of its lane.
func kindOf(p *journey.Project, r journey.Row) any {
	if c, ok := r.(journey.Card); ok {
		l, _ := journey.Get[journey.Lane](p, c.Lane)
		return l.LaneKind
	}
	return r.Kind()
}

// drawn is the rows on the sheet for which f holds, in the order in which
// the sheet has them. One that draws several things may come several times.
func (e *Editor) drawn(f func(journey.Row) bool) []journey.ID {
	var out []journey.ID
	p := e.Doc.Project()
	for _, pn := range []pane{bandPane, headersPane, bodyPane} {
		sc := e.view.scene(pn)
		for i := range sc.Blocks {
			b := &sc.Blocks[i]
			for k := range b.Items {
				id := journey.ID(b.Items[k].Owner)
				if r, ok := p.Row(id); ok && f(r) {
					out = append(out, id)
				}
			}
		}
	}
	return out
}
