package editor

import (
	"slices"

	"throughline/journey"
)

// tally is what the selected rows have in common. Menus ask for it after every
// event, so it is made once for a selection and a project.
type tally struct {
	of    *journey.Project
	n     int                       // rows that are there
	kinds map[journey.Kind]int      // how many there are of each
	hue   int                       // of all that have one; -1 where they differ
	lanes map[journey.LaneKind]bool // in which cards of them stand
	held  map[string]heldBy         // by field, as far as somebody has asked
}

// heldBy is what rows hold in a field, and whether they differ.
type heldBy struct {
	v     any
	mixed bool
}

// tally is that of the selection as it is now.
func (e *Editor) tally() *tally {
	t, p := &e.sel.tally, e.Doc.Project()
	if t.of == p {
		return t
	}
	*t = tally{of: p, kinds: map[journey.Kind]int{}, lanes: map[journey.LaneKind]bool{}, held: map[string]heldBy{}}
	coloured := false
	for _, id := range e.sel.ids {
		r, ok := p.Row(id)
		if !ok {
			continue
		}
		t.n++
		t.kinds[r.Kind()]++
		if c, ok := r.(journey.Card); ok {
			l, _ := journey.Get[journey.Lane](p, c.Lane)
			t.lanes[l.LaneKind] = true
		}
		if !slices.Contains(colourful, r.Kind()) {
			continue
		}
		switch hue := hueOf(r); {
		case !coloured:
			t.hue, coloured = hue, true
		case hue != t.hue:
			t.hue = -1
		}
	}
	return t
}

// value is Value of the selected rows.
func (t *tally) value(e *Editor, pr Property) (v any, mixed bool) {
	h, ok := t.held[pr.Field]
	if !ok {
		h.v, h.mixed = e.Value(pr, e.sel.ids...)
		t.held[pr.Field] = h
	}
	return h.v, h.mixed
}

// count is how many of the selected rows are of the given kinds.
func (t *tally) count(kinds ...journey.Kind) int {
	n := 0
	for _, k := range kinds {
		n += t.kinds[k]
	}
	return n
}

// only reports whether there are rows, and all are of the given kinds.
func (t *tally) only(kinds ...journey.Kind) bool { return t.n > 0 && t.count(kinds...) == t.n }

// colourful is the kinds of row that can have a colour of their own.
var colourful = []journey.Kind{journey.KindStage, journey.KindLane, journey.KindCard, journey.KindNote}

func hueOf(r journey.Row) int {
	switch r := r.(type) {
	case journey.Stage:
		return r.Hue
	case journey.Lane:
		return r.Hue
	case journey.Card:
		return r.Hue
	case journey.Note:
		return r.Hue
	}
	return 0
}
