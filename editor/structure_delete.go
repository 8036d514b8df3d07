package editor

import (
	"throughline/journey"
)

// Delete deletes rows of any kind with all that cannot be without them, and
// gives notice. What is locked stays, and is the error.
func (e *Editor) Delete(ids ...journey.ID) error {
	p := e.Doc.Project()
	var rows []journey.Row
	var why error
	for _, id := range ids {
		r, ok := p.Row(id)
		if !ok {
			continue
		}
		if err := e.keeps(r); err != nil {
			why = err
			continue
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		return why
	}
	w := wordsFor(rows)
	next := e.besideMap(rows)
	err := e.Doc.Do(counted(w.remove, w.removes, len(rows)), func(ed *journey.Edit) error {
		for _, r := range rows {
			ed.Delete(r.RowID())
		}
		return nil
	})
	if err != nil {
		return err
	}
	if next != "" {
		e.ShowMap(next)
	}
	e.say(w.saidGone(rows, fewer(p, e.Doc.Project())-countCards(rows)))
	return why
}

// keeps is why a row cannot be deleted, or nil.
func (e *Editor) keeps(r journey.Row) error {
	if err := e.locked(r.RowID()); err != nil {
		return err
	}
	p := e.Doc.Project()
	switch r := r.(type) {
	case journey.Map:
		if len(p.Maps()) == 1 {
			return ErrOnlyMap
		}
	case journey.Stage:
		for _, l := range p.Lanes(r.Map) {
			if l.Locked && len(p.StageCards(l.ID, r.ID)) > 0 {
				return LockedError{l.Title}
			}
		}
	case journey.Step:
		for _, l := range p.Lanes(p.MapOf(r.ID)) {
			if l.Locked && len(p.Cards(l.ID, r.ID)) > 0 {
				return LockedError{l.Title}
			}
		}
	}
	return nil
}

// besideMap is the map to show when the one that is shown is among the rows
// that go: the one before it, or else the one behind.
func (e *Editor) besideMap(rows []journey.Row) journey.ID {
	gone := map[journey.ID]bool{}
	for _, r := range rows {
		gone[r.RowID()] = true
	}
	if !gone[e.mp] {
		return ""
	}
	var next journey.ID
	passed := false
	for _, m := range e.Doc.Project().Maps() {
		passed = passed || m.ID == e.mp
		if gone[m.ID] {
			continue
		}
		if next == "" || !passed {
			next = m.ID
		}
	}
	return next
}

// fewer is how many cards of a project are gone in the next.
func fewer(was, is *journey.Project) int {
	n := 0
	for _, c := range journey.Diff(was, is).Changes {
		if c.After == nil {
			n += one(c.Kind() == journey.KindCard)
		}
	}
	return n
}

func countCards(rows []journey.Row) int {
	n := 0
	for _, r := range rows {
		n += one(r.Kind() == journey.KindCard)
	}
	return n
}
