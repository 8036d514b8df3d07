package editor

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// titleOf is what a row is called by those who wrote it.
func titleOf(r journey.Row) string {
	switch r := r.(type) {
	case journey.Map:
		return r.Title
	case journey.Stage:
		return r.Title
	case journey.Step:
		return r.Title
	case journey.Lane:
		return r.Title
	case journey.Card:
		return r.Title
	case journey.Link:
		return r.Title
	case journey.View:
		return r.Title
	case journey.Persona:
		return r.Name
	case journey.Channel:
		return r.Name
	case journey.Person:
		return r.Name
	case journey.Media:
		return r.Name
	case journey.Preset:
		return r.Title
	case journey.Note:
		return r.Text
	case journey.Comment:
		return r.Text
	}
	return ""
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

// shortName is a row's title for a sentence: its first line, and no more of it
// than is needed to know it.
func shortName(r journey.Row) string {
	const most = 48
	s, _, _ := strings.Cut(strings.TrimSpace(titleOf(r)), "\n")
	if s = strings.TrimSpace(s); s == "" {
		return "Untitled"
	}
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + "…"
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
