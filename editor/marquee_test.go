package editor_test

import (
	"testing"
	"time"

	"throughline/canvas/input"
)

func TestABoxSelectsWhatItTouches(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("view:200,420").MoveTo("card:Kita parents’ chat").Cursor(input.Crosshair)
	if len(s.e.Selection()) == 0 {
		t.Fatal("nothing is selected")
	}
	s.MoveTo("card:Test-ride booking").Release().Busy(false)
	n := len(s.e.Selection())
	if n < 2 || !has(s, "Kita parents’ chat") || !has(s, "Test-ride booking") || has(s, "Family test ride") {
		t.Fatalf("%v are selected", s.e.Selection())
	}
	s.Hold(input.Shift).Press("cell:Touchpoints/Ride with the kids@0.02").MoveTo("card:Family test ride").Release().Hold(0)
	if len(s.e.Selection()) != n+1 || !has(s, "Family test ride") {
		t.Fatalf("%v are selected", s.e.Selection())
	}
	s.Press("cell:Touchpoints/Ride with the kids@0.02").Selected().MoveBy(3, 0).Selected().Release().Selected().Labels("", "")
}

func has(s *story, title string) bool {
	for _, id := range s.e.Selection() {
		if id == s.card(title).ID {
			return true
		}
	}
	return false
}

// A box that gets smaller lets go of what it does not touch any more.
func TestABoxLetsGo(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("cell:Touchpoints/Ask around").MoveTo("card:Kita parents’ chat").Selected("Kita parents’ chat")
	s.MoveTo("cell:Touchpoints/Ask around").Selected().Release().Selected()
}

func TestEscapeGivesABoxUp(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:goal-try-out").Press("cell:Touchpoints/Ask around").Selected().MoveTo("card:Kita parents’ chat").Selected("Kita parents’ chat")
	s.Key("Escape").Selected("goal-try-out").MoveTo("card:Booking confirmed").Release().Selected("goal-try-out").Busy(false)
	s.Press("cell:Touchpoints/Ask around").MoveTo("card:Kita parents’ chat").Leave().Selected("goal-try-out").Busy(false)
}

func TestABoxScrollsTheMap(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("cell:Touchpoints/Ask around@0.02").MoveTo("view:1195,500").Wait(3 * time.Second).Release()
	if !has(s, "First service") || s.e.Camera().At.X == 0 {
		t.Fatalf("%d are selected at %v", len(s.e.Selection()), s.e.Camera())
	}
}
