package editor_test

import (
	"slices"
	"strings"

	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/editor"
	"throughline/journey"
)

// Cell expects the titles of the cards of "lane/column", from top to bottom.
func (s *story) Cell(name string, titles ...string) *story {
	s.t.Helper()
	c := s.cell(name)
	column := c.Column.ID()
	if c.Row.LaneKind.Info().Span == journey.PerStage {
		column = c.Column.Stage
	}
	var got []string
	for _, card := range s.e.Doc.Project().Cards(c.Row.ID, column) {
		got = append(got, card.Title)
	}
	if !slices.Equal(got, titles) {
		s.fail("%s has %q, want %q", name, got, titles)
	}
	return s
}

// Selected expects rows to be selected, in this order: cards by title, others
// as "stage:Title", "step:Title" and "lane:Title", or any row by its ID. There
// is a ring for each that is in sight.
func (s *story) Selected(names ...string) *story {
	s.t.Helper()
	var want []journey.ID
	for _, n := range names {
		want = append(want, s.row(n))
	}
	if got := s.e.Selection(); !slices.Equal(got, want) {
		s.fail("%v are selected, want %v", got, want)
	}
	rings := 0
	for _, m := range s.frame().Marks {
		if m.Edge == s.e.Theme().Acc && m.Fill.A == 0 {
			rings++
		}
	}
	if f := s.e.Focus(); f != (editor.Focus{}) && !slices.Contains(want, f.Row) {
		rings = max(0, rings-1) // that of what has the focus, unless it is out of sight
	}
	if rings > len(want) || len(want) > 0 && rings == 0 && !s.frame().Busy {
		s.fail("%d rings for %d selected rows", rings, len(want))
	}
	return s
}

// Focused expects the focus to be in the cell "lane/column", on one of its
// cards or on none; or on a row that is named as in Selected; "" is nowhere.
func (s *story) Focused(where string, card ...string) *story {
	s.t.Helper()
	got, want := s.e.Focus(), editor.Focus{}
	switch {
	case strings.Contains(where, "/"):
		c := s.cell(where)
		want.Lane, want.Column = c.Row.ID, c.Column.ID()
		if len(card) > 0 {
			want.Row = s.card(card[0]).ID
		}
	case where != "":
		want = got
		want.Row = s.row(where)
	}
	if got != want {
		s.fail("the focus is at %v, want %v", got, want)
	}
	marks := 0
	for _, m := range s.frame().Marks {
		if m.Edge == s.e.Theme().AccLine {
			marks++
		}
	}
	if (marks > 0) != (where != "") {
		s.fail("%d marks of the focus at %v", marks, got)
	}
	return s
}

// Labels expects what Undo and Redo would say.
func (s *story) Labels(undo, redo string) *story {
	s.t.Helper()
	if u, r := s.e.Doc.UndoLabel(), s.e.Doc.RedoLabel(); u != undo || r != redo {
		s.fail("undo is %q and redo %q, want %q and %q", u, r, undo, redo)
	}
	return s
}

// Hint expects what stands beside the pointer, and whether it says no; "" is
// nothing.
func (s *story) Hint(text string, bad bool) *story {
	s.t.Helper()
	h := s.frame().Hint
	if h == nil {
		if text != "" {
			s.fail("there is no hint, want %q", text)
		}
		return s
	}
	if h.Text != text || h.Bad != bad {
		s.fail("the hint is %q (bad: %v), want %q (%v)", h.Text, h.Bad, text, bad)
	}
	return s
}

// Error expects the error of the last step to say something; "" is none.
func (s *story) Error(says string) *story {
	s.t.Helper()
	err := s.e.Err()
	if says == "" && err != nil || says != "" && (err == nil || !strings.Contains(err.Error(), says)) {
		s.fail("the error is %v, want %q", err, says)
	}
	return s
}

// Slot expects a place to be open for what is dragged, or none to be.
func (s *story) Slot(open bool) *story {
	s.t.Helper()
	if _, _, ok := s.e.Sheet().Body.Find(layout.SlotOwner, "slot"); ok != open {
		s.fail("a slot is open: %v, want %v", ok, open)
	}
	return s
}

// picture is all that a person sees and keeps, to compare later.
type picture struct {
	project *journey.Project
	sheet   string
}

// Picture is how things are now.
func (s *story) Picture() picture { return picture{s.e.Doc.Project(), dump(s.e.Sheet())} }

// Same expects things to be as they were.
func (s *story) Same(was picture) *story {
	s.t.Helper()
	if is := s.e.Doc.Project(); !is.Equal(was.project) {
		s.fail("the map has changed: %v", journey.Diff(was.project, is).Changes)
	}
	if dump(s.e.Sheet()) != was.sheet {
		s.fail("the sheet has changed")
	}
	return s
}

// Busy expects the editor to be in the middle of something, or not to be.
func (s *story) Busy(busy bool) *story {
	s.t.Helper()
	if f := s.frame(); f.Busy != busy || !busy && (inHand(f) > 0 || f.Hint != nil) {
		s.fail("busy: %v, with %d things in the hand and hint %v; want %v", f.Busy, inHand(f), f.Hint, busy)
	}
	return s
}

// inHand is how many things follow the pointer.
func inHand(f input.Frame) (n int) {
	for _, d := range f.Drawn {
		if d.Clip.Empty() && !strings.HasPrefix(d.Key, "tag/") {
			n++
		}
	}
	return n
}

// Cursor expects a shape of the pointer.
func (s *story) Cursor(c input.Cursor) *story {
	s.t.Helper()
	if is := s.frame().Cursor; is != c {
		s.fail("the cursor is %v, want %v", is, c)
	}
	return s
}

// Discs expects so many discs with a plus.
func (s *story) Discs(n int) *story {
	s.t.Helper()
	is := 0
	for _, m := range s.frame().Marks {
		if m.Fill == s.e.Theme().Acc && m.Radius >= 9 && m.Rect.W() == 2*m.Radius {
			is++
		}
	}
	if is != n {
		s.fail("%d discs with a plus, want %d", is, n)
	}
	return s
}

// Boxed expects the dashed box of an empty cell, or none.
func (s *story) Boxed(yes bool) *story {
	s.t.Helper()
	is := false
	for _, d := range s.frame().Drawn {
		is = is || strings.HasPrefix(d.Key, "cell/")
	}
	if is != yes {
		s.fail("a box in an empty cell: %v, want %v", is, yes)
	}
	return s
}
