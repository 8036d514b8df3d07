package editor_test

import (
	"testing"
	"time"

	"throughline/editor"
	"throughline/journey"
)

// Undo goes on where it was, on the next day and from the middle of a history.
func TestUndoSurvivesClosing(t *testing.T) {
	s := open(t, "cargo-bike")
	first := s.Picture()
	s.Drag("card:booking-confirmed", "cell:Touchpoints/Ask around")
	second := s.Picture()
	s.DoubleClick("title:ride-app@8").Type("!").Key("Enter")
	third := s.Picture()
	s.Click("card:referral-card").Key("Delete")
	fourth := s.Picture()

	s.Reopen().Same(fourth).Labels("Delete card", "")
	s.Undo().Same(third).Labels("Edit touchpoint", "Delete card")
	s.Reopen().Same(third).Labels("Edit touchpoint", "Delete card")
	s.Undo().Same(second).Reopen().Undo().Same(first).Labels("", "Move card")
	s.Reopen().Same(first).Labels("", "Move card")
	s.Redo().Redo().Reopen().Same(third).Redo().Same(fourth).Labels("Delete card", "")
	s.Undo().Reopen().DoubleClick("stage:Research@8").Type("!").Key("Enter").Labels("Edit stage", "") // what was undone is gone
	s.Reopen().Undo().Same(third).Undo().Undo().Same(first).Labels("", "Move card")
	s.Undo().Redo().Redo().Redo().Labels("Edit stage", "")
}

// One visit is one step, however often it was written meanwhile.
func TestATypingVisitIsOneStepOfUndo(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("title:ride-app@8")
	for range 4 {
		s.Type("!").Wait(600 * time.Millisecond)
	}
	s.Key("Enter").Undo().Same(was).Labels("", "Edit touchpoint")
	s.Redo().Title("ride-app", "Ride app!!!!").Reopen().Undo().Same(was)
	s.DoubleClick("title:ride-app@8").Type("?").Key("Enter").DoubleClick("title:ride-app@9").Type("?").Key("Enter")
	s.Undo().Title("ride-app", "Ride app?").Undo().Same(was)
}

// Undo in a visit in which nothing was typed only ends it.
func TestUndoInAnUntouchedVisitOnlyEndsIt(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Drag("card:booking-confirmed", "cell:Touchpoints/Ask around")
	moved := s.Picture()
	s.DoubleClick("title:ride-app@8").Undo().Busy(false).Same(moved).Labels("Move card", "")
	s.DoubleClick("title:ride-app@8").Type("x").Key("Backspace").Wait(time.Second).Undo().Undo().Busy(true).Undo().Busy(false).Same(moved).Labels("Move card", "")
	s.DoubleClick("title:ride-app@8").Type("x").Wait(time.Second).Key("Backspace").Undo().Undo().Busy(true).Undo().Busy(false).Same(moved).Labels("Move card", "")
	s.Reopen().Labels("Move card", "").Undo().Labels("", "Move card").Reopen().Labels("", "Move card").Redo().Same(moved)
}

// Redo in the middle of a visit: what was typed is a step of its own, after
// which there is nothing to do again.
func TestRedoInAVisit(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Drag("card:booking-confirmed", "cell:Touchpoints/Ask around").Undo()
	s.DoubleClick("title:ride-app@8").Labels("Edit touchpoint", "Move card").Type("!").Labels("Edit touchpoint", "")
	s.Redo().Busy(true).Key("Enter").Title("ride-app", "Ride app!").Labels("Edit touchpoint", "").Error("")
	s.Undo()
	s.DoubleClick("title:ride-app@8").Redo().Busy(false).Title("ride-app", "Ride app!").Error("") // nothing was typed
}

// Saving as and closing settle what is going on.
func TestSettleKeepsTypingAndGivesUpADrag(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("title:ride-app@8").Type("!").step("Settle")
	s.e.Settle()
	s.check()
	s.Busy(false).Title("ride-app", "Ride app!").Undo().Same(was)
	s.Press("card:ride-app").MoveTo("cell:Touchpoints/Handover day").Busy(true).step("Settle")
	s.e.Settle()
	s.check()
	s.Busy(false).Release().Same(was)
}

// A gesture shows what it does from where it began, each time anew.
func TestAGestureStartsAgainWithEveryUpdate(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	g, err := s.e.Doc.Begin("Rename")
	if err != nil {
		t.Fatal(err)
	}
	for _, more := range []string{"a", "b", "c"} {
		err := g.Update(func(e *journey.Edit) error {
			r, _ := e.Row("ride-app")
			c := r.(journey.Card)
			c.Title += more
			e.Put(c)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	s.Title("ride-app", "Ride appc")
	if err := g.Cancel(); err != nil {
		t.Fatal(err)
	}
	s.check()
	s.Same(was).Labels("", "")
}

// Only one gesture is open; a second one keeps the first.
func TestASecondGestureKeepsTheFirst(t *testing.T) {
	s := open(t, "cargo-bike")
	rename := func(to string) *editor.Gesture {
		g, err := s.e.Doc.Begin("Rename " + to)
		if err != nil {
			t.Fatal(err)
		}
		c := s.card("ride-app")
		c.Title = to
		if err := g.Update(func(e *journey.Edit) error { e.Put(c); return nil }); err != nil {
			t.Fatal(err)
		}
		return g
	}
	a := rename("a")
	b := rename("b")
	if a.Open() || !b.Open() {
		t.Fatalf("open: %v and %v", a.Open(), b.Open())
	}
	if err := a.Cancel(); err != nil { // too late
		t.Fatal(err)
	}
	s.Title("ride-app", "b").Labels("Rename b", "")
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	s.check()
	s.Undo().Title("ride-app", "a").Undo().Title("ride-app", "Ride app").Labels("", "Rename a")
}
