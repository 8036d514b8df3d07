package editor_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/editor"
	"throughline/journey"
)

func TestAClickSelects(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:Booking confirmed").Selected("Booking confirmed")
	s.Click("card:Family test ride").Selected("Family test ride")
	s.Click("cell:Touchpoints/Ask around").Selected()
	s.Labels("", "").Error("")
}

func TestShiftAddsToTheSelectionAndTakesFromIt(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:Booking confirmed").Hold(input.Shift)
	s.Click("card:Family test ride").Click("card:goal-try-out").Selected("Booking confirmed", "Family test ride", "goal-try-out")
	s.Click("card:Family test ride").Selected("Booking confirmed", "goal-try-out")
	s.Click("cell:Touchpoints/Ask around").Selected("Booking confirmed", "goal-try-out")
	s.Hold(0).Click("card:goal-try-out").Selected("goal-try-out")
}

// A press on one of several selected cards may begin to drag them all, so the
// others stay selected until the button comes up.
func TestAPressOnASelectedCardKeepsTheOthersUntilItIsAClick(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:Booking confirmed").Hold(input.Shift).Click("card:Family test ride").Hold(0)
	s.Press("card:Booking confirmed").Selected("Booking confirmed", "Family test ride")
	s.Release().Selected("Booking confirmed")
}

func TestEscapeSelectsNothing(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:Booking confirmed").Key("Escape").Selected()
}

func TestSelectingAllAndDeletingIt(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Key("Ctrl+A")
	if n := len(s.e.Selection()); n != 111 {
		t.Fatalf("%d cards are selected, there are 111", n)
	}
	s.Key("Delete").Selected().Labels("Delete 111 cards", "").Cell("Touchpoints/Ask around")
	s.Undo().Same(was).Selected().Labels("", "Delete 111 cards")
	s.Redo().Undo().Same(was)
}

func TestDeleteAndUndo(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Key("Delete").Labels("", "") // nothing is selected
	s.Click("card:Booking confirmed").Key("Delete").Cell("Touchpoints/Book a test ride", "Test-ride booking")
	s.Labels("Delete card", "").Selected()
	s.Undo().Same(was).Labels("", "Delete card")
	s.Redo().Cell("Touchpoints/Book a test ride", "Test-ride booking")
	s.Click("card:Guide downloaded").Key("Backspace") // its arrows go with it
	s.Undo().Undo().Same(was)
}

// What a locked lane has stays as it is, and the person hears why.
func TestALockedLaneKeepsItsCards(t *testing.T) {
	s := lockedStory(t)
	was := s.Picture()
	s.Click("card:Booking confirmed").Key("Delete").Error("“Touchpoints” is locked").Same(was).Labels("", "")
	s.DoubleClick("title:Booking confirmed").Error("“Touchpoints” is locked").Busy(false)
	s.Key("Enter").Error("“Touchpoints” is locked").Busy(false)
	s.DoubleClick("lane:Touchpoints").Error("“Touchpoints” is locked").Busy(false)
	s.DoubleClick("cell:Touchpoints/Ask around").Error("“Touchpoints” is locked").Busy(false).Same(was)
	s.Click("card:Booking confirmed").Hold(input.Shift).Click("card:goal-try-out").Hold(0)
	s.Key("Delete").Error("“Touchpoints” is locked").Labels("Delete card", "").Selected("Booking confirmed")
	s.Undo().Same(was)
}

// marked is the sample with a note and a link that has a label.
func marked(t *testing.T) *story {
	t.Helper()
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	mp := p.Maps()[0].ID
	ed.Put(journey.Note{ID: "note1", Map: mp, Order: "V", Lane: "touchpoints", Stage: "research", X: 40, Y: 150, Text: "Ask Mara"})
	ed.Put(journey.Link{ID: "arrow", Map: mp, From: "ride-app", To: "booking-confirmed", Title: "again"})
	return begin(t, ed.Project(), blobs)
}

// Whatever a map shows is selected by a click, and has the focus then.
func TestAClickSelectsAnyRow(t *testing.T) {
	s := marked(t)
	for _, where := range []string{"stage:Research", "step:Ask around", "lane:Goals", "note:note1", "link:arrow", "label:arrow", "lane:Line of visibility"} {
		name := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(where, "note:"), "link:"), "label:")
		s.Click(where).Selected(name).Busy(false)
		if kind, _, _ := strings.Cut(where, ":"); kind != "link" && kind != "label" {
			s.Focused(name)
		}
	}
	s.Hold(input.Shift).Click("stage:Research").Click("card:Booking confirmed").Click("note:note1").Hold(0)
	s.Selected("lane:Line of visibility", "stage:Research", "Booking confirmed", "note1").Focused("note1")
	s.Hold(input.Shift).Click("stage:Research").Hold(0).Selected("lane:Line of visibility", "Booking confirmed", "note1")
	s.Key("Escape").Selected().Focused("").Labels("", "")
}

// What is selected goes with all that is in it, as one step.
func TestDeletingRowsOfAnyKind(t *testing.T) {
	s := marked(t)
	was := s.Picture()
	s.Click("stage:Research").Key("Delete").Labels("Delete stage", "").Selected().Focused("stage:Try out")
	s.Undo().Same(was).Click("label:arrow").Key("Delete").Labels("Delete link", "").Focused("")
	s.Undo().Same(was).Click("lane:Automation").Key("Delete").Labels("Delete lane", "").Focused("lane:Backstage")
	s.Undo().Same(was).Click("note:note1").Hold(input.Shift).Click("step:Ask around").Hold(0)
	s.Key("Delete").Labels("Delete 2 items", "").Focused("step:Compare models")
	s.Undo().Same(was)
}

// A click on an empty cell leads the keyboard there, and selects nothing.
func TestAClickFocusesACell(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Focused("").Click("cell:Touchpoints/Ask around").Selected().Focused("Touchpoints/Ask around")
	s.Click("card:Booking confirmed").Focused("Touchpoints/Book a test ride", "Booking confirmed")
	s.Hold(input.Shift).Click("card:Family test ride").Focused("Touchpoints/Ride with the kids", "Family test ride")
	s.Click("card:Family test ride").Hold(0).Focused("Touchpoints/Book a test ride", "Booking confirmed")
	s.Key("Delete").Focused("Touchpoints/Book a test ride")
	s.Undo().Key("Escape").Focused("")
}

// Where what has the focus moves, the focus moves along; where it goes, what
// takes its place has it.
func TestTheFocusStaysOnTheSheet(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("cell:Touchpoints/Ask around").Drag("card:Booking confirmed", "cell:Touchpoints/Ask around").Focused("Touchpoints/Ask around", "Booking confirmed")
	s.Undo().Focused("Touchpoints/Book a test ride", "Booking confirmed")
	s.e.SetFocus(editor.Focus{Lane: "automation", Column: "service-sharing"})
	s.Focused("Automation/Service & sharing")
	do := func(ids ...journey.ID) {
		s.t.Helper()
		if err := s.e.Doc.Do("x", func(e *journey.Edit) error {
			for _, id := range ids {
				e.Delete(id)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		s.check()
	}
	do("automation", "service-sharing")
	s.Focused("Backstage/First 100 days")
	s.e.SetFocus(editor.Focus{Lane: "goals", Row: "goals"})
	do("goals")
	s.Focused("lane:Mindset")
	s.Undo().Undo()
	s.e.SetFocus(editor.Focus{Column: "ask-around", Row: "ask-around"})
	do("spark", "research", "try-out", "decide-buy", "wait-receive", "ride-recommend")
	s.Focused("")
}

// Focus and rings heed the panes that they are in.
func TestRingsStandInTheirPanes(t *testing.T) {
	s := marked(t)
	for _, where := range []string{"stage:Spark", "step:Ask around", "lane:Goals", "card:Booking confirmed", "note:note1", "label:arrow"} {
		at := s.Click(where).at
		on := 0
		for _, m := range s.frame().Marks {
			if m.Edge == s.e.Theme().Acc && m.Rect.Contains(at) && m.Clip.Contains(at) {
				on++
			}
		}
		if on != 1 {
			t.Errorf("%s: %d rings around what was clicked", where, on)
		}
	}
	s.e.Select(s.e.Doc.Project().Maps()[0].ID) // is on no sheet
	s.e.Select("no such row")
	s.frame()
}

// All rows at once are found as one by one.
func TestManyRingsAreThoseOfFew(t *testing.T) {
	s := marked(t)
	s.e.SetCamera(editor.Camera{Zoom: 0.4})
	var ids []journey.ID
	for _, r := range s.e.Doc.Project().Sorted() {
		switch r.(type) {
		case journey.Stage, journey.Step, journey.Lane, journey.Note, journey.Card:
			ids = append(ids, r.RowID())
		case journey.Link:
			if r.RowID() == "arrow" {
				ids = append(ids, r.RowID())
			}
		}
	}
	box := func(m input.Mark) string { return fmt.Sprint(m.Rect, m.Clip, m.Radius) }
	few := map[string]bool{}
	for _, id := range ids {
		s.e.Select(id)
		for _, m := range s.frame().Marks {
			if m.Edge != s.e.Theme().AccLine {
				few[box(m)] = true
			}
		}
	}
	s.e.Select(ids...)
	many := map[string]bool{}
	for _, m := range s.frame().Marks {
		if m.Edge != s.e.Theme().AccLine && m.Width == 2 || m.Edge.A == 0 { // not the frame around all of them
			many[box(m)] = true
		}
	}
	if !maps.Equal(few, many) || len(few) < 60 {
		t.Fatalf("%d rings one by one, %d at once", len(few), len(many))
	}
}
