package editor_test

import (
	"testing"

	"throughline/canvas/input"
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
