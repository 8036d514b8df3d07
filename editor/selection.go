package editor

import (
	"slices"

	"throughline/journey"
)

// selection is the rows that are selected, each once: cards, stages, steps,
// lanes, notes and links.
type selection struct {
	ids   []journey.ID // in the order in which they were chosen
	has   map[journey.ID]bool
	at    outline
	tally tally
	// cards is how many of them are cards, once somebody has asked.
	cards struct {
		n     int
		known bool
	}
}

func (s *selection) set(ids ...journey.ID) {
	*s = selection{ids: make([]journey.ID, 0, len(ids)), has: make(map[journey.ID]bool, len(ids))}
	for _, id := range ids {
		s.add(id)
	}
}

func (s *selection) add(id journey.ID) {
	if s.has[id] {
		return
	}
	if s.has == nil {
		s.has = map[journey.ID]bool{}
	}
	s.ids, s.has[id], s.at, s.tally, s.cards.known = append(s.ids, id), true, outline{}, tally{}, false
}

func (s *selection) remove(ids ...journey.ID) {
	n := len(s.has)
	for _, id := range ids {
		delete(s.has, id)
	}
	if len(s.has) == n {
		return
	}
	s.ids = slices.DeleteFunc(slices.Clone(s.ids), func(id journey.ID) bool { return !s.has[id] })
	s.at, s.tally, s.cards.known = outline{}, tally{}, false
}

// Selection is the rows that are selected, of whatever kind, in the order in
// which they were chosen. It is for reading only, until the next event.
func (e *Editor) Selection() []journey.ID { return e.sel.ids }

// selected is the selected rows of one kind, in the order in which they were
// chosen.
func selected[T journey.Row](e *Editor) []T {
	var out []T
	for _, id := range e.sel.ids {
		if r, ok := journey.Get[T](e.Doc.Project(), id); ok {
			out = append(out, r)
		}
	}
	return out
}

// SelectedCards is the cards that are selected, in the order in which they were
// chosen.
func (e *Editor) SelectedCards() []journey.Card { return selected[journey.Card](e) }

// CountSelectedCards is how many of the selected rows are cards.
func (e *Editor) CountSelectedCards() int {
	c := &e.sel.cards
	if !c.known {
		c.n, c.known = 0, true
		for _, id := range e.sel.ids {
			r, _ := e.Doc.Project().Row(id)
			_, ok := r.(journey.Card)
			c.n += one(ok)
		}
	}
	return c.n
}

// Select selects rows of the map and nothing else; those of another map are
// passed over. What has the focus keeps it when it is one of them, else the last
// one has it; with none, nothing has.
func (e *Editor) Select(rows ...journey.ID) {
	p, here := e.Doc.Project(), make([]journey.ID, 0, len(rows))
	for _, id := range rows {
		if of := p.MapOf(id); of == "" || of == e.mp { // "" is what all maps share
			here = append(here, id)
		}
	}
	e.sel.set(here...)
	if !e.sel.has[e.focus.Row] {
		e.focusLast()
	}
	e.notify()
}

// choose selects a row, or with Shift adds it to the selection or takes it
// away. It has the focus then, unless it was taken away.
func (e *Editor) choose(id journey.ID, add bool) {
	switch {
	case !add:
		e.sel.set(id)
	case e.sel.has[id]:
		e.sel.remove(id)
		e.focusLast()
		return
	default:
		e.sel.add(id)
	}
	e.focus = e.focusOf(id)
}

// focusLast gives the focus to the row that was chosen last.
func (e *Editor) focusLast() {
	e.focus = Focus{}
	if n := len(e.sel.ids); n > 0 {
		e.focus = e.focusOf(e.sel.ids[n-1])
	}
}
