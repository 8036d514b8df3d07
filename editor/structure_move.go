package editor

import "throughline/journey"

// Move brings a row to a place among its siblings: a stage or lane among those
// of its map, hidden ones too, a map among those of the file. 0 is the first,
// and the row itself does not count.
func (e *Editor) Move(id journey.ID, index int) error {
	r, ok := e.Doc.Project().Row(id)
	if !ok {
		return nil
	}
	return e.Doc.Do(wordsOf[r.Kind()].move, func(ed *journey.Edit) error {
		if all := siblingsOf(ed.Now(), r); len(all) > 0 && !isAt(all, id, index) {
			ed.Put(journey.WithOrder(r, orderAt(all, id, index)))
		}
		return nil
	})
}

// MoveStep brings a step with its cards to a place in a stage of the same map,
// its own or another: 0 is the first, and the step itself does not count.
func (e *Editor) MoveStep(id, stage journey.ID, index int) error {
	st, ok := get[journey.Step](e, id)
	s, known := get[journey.Stage](e, stage)
	if !ok || !known || s.Map != e.Doc.Project().MapOf(id) {
		return nil
	}
	return e.Doc.Do(wordsOf[journey.KindStep].move, func(ed *journey.Edit) error {
		all := ed.Now().Steps(stage)
		if st.Stage == stage && isAt(all, id, index) {
			return nil
		}
		moveStep(ed, st, s, orderAt(all, id, index))
		return nil
	})
}

// moveStep puts a step into a stage of its map, with all that stands under it.
func moveStep(ed *journey.Edit, st journey.Step, s journey.Stage, at journey.Order) {
	p := ed.Now()
	st.Stage, st.Order = s.ID, at
	ed.Put(st)
	for _, l := range p.Lanes(s.Map) {
		for _, c := range p.Cards(l.ID, st.ID) {
			c.Stage = s.ID
			ed.Put(c)
		}
		for _, h := range p.Hints(l.ID, st.ID) {
			h.Stage = s.ID
			ed.Put(h)
		}
	}
}

// isAt reports whether a row that is to stand at index does so already.
func isAt[T journey.Row](siblings []T, id journey.ID, index int) bool {
	return indexOf(siblings, id) == min(max(index, 0), len(siblings)-1)
}
