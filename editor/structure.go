package editor

import (
	"slices"

	"throughline/journey"
)

// orderAt is the order of a row that comes to stand at index among its
// siblings, which may hold it already: index counts the others only.
func orderAt[T journey.Row](siblings []T, self journey.ID, index int) journey.Order {
	others := slices.DeleteFunc(slices.Clone(siblings), func(r T) bool { return r.RowID() == self })
	index = min(max(index, 0), len(others))
	var before, after journey.Order
	if index > 0 {
		before = others[index-1].RowOrder()
	}
	if index < len(others) {
		after = others[index].RowOrder()
	}
	return journey.Between(before, after)
}

// indexOf is where a row stands among its siblings, or -1.
func indexOf[T journey.Row](siblings []T, id journey.ID) int {
	return slices.IndexFunc(siblings, func(r T) bool { return r.RowID() == id })
}

// get is a row of the project as it is now.
func get[T journey.Row](e *Editor, id journey.ID) (T, bool) {
	return journey.Get[T](e.Doc.Project(), id)
}

// withTitle is a row under another title; false where its kind has none.
func withTitle(r journey.Row, s string) (journey.Row, bool) {
	switch r := r.(type) {
	case journey.Map:
		r.Title = s
		return r, true
	case journey.Stage:
		r.Title = s
		return r, true
	case journey.Step:
		r.Title = s
		return r, true
	case journey.Lane:
		r.Title = s
		return r, true
	case journey.Card:
		r.Title = s
		return r, true
	case journey.Link:
		r.Title = s
		return r, true
	case journey.View:
		r.Title = s
		return r, true
	case journey.Persona:
		r.Name = s
		return r, true
	case journey.Channel:
		r.Name = s
		return r, true
	case journey.Person:
		r.Name = s
		return r, true
	case journey.Preset:
		r.Title = s
		return r, true
	case journey.Note:
		r.Text = s
		return r, true
	case journey.Comment:
		r.Text = s
		return r, true
	}
	return r, false
}

// Rename gives a row another title, or a note or comment another text.
func (e *Editor) Rename(id journey.ID, title string) error {
	if err := e.locked(id); err != nil {
		return err
	}
	title = journey.CleanText(title)
	r, ok := e.Doc.Project().Row(id)
	if !ok {
		return nil
	}
	return e.Doc.Do(wordsOf[r.Kind()].rename, func(ed *journey.Edit) error {
		if r, ok := withTitle(r, title); ok {
			ed.Put(r)
		}
		return nil
	})
}
