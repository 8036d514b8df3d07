package editor_test

import (
	"testing"

	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/journey"
)

// A letter replaces the title of the card that has the focus, and begins a card
// in an empty cell.
func TestTypingBeginsWhereTheFocusIs(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:ride-app").Type("Map").Busy(true).Title("ride-app", "Map").Key("Enter").Labels("Edit touchpoint", "")
	s.Undo().Same(was)
	s.Click("cell:Touchpoints/Ask around").Type("Library").Key("Enter").Cell("Touchpoints/Ask around", "Kita parents’ chat", "Library")
	s.Labels("Add touchpoint", "").Focused("Touchpoints/Ask around", "Library").Selected("Library")
	s.Key("Ctrl+Enter").Type("Books").Key("Ctrl+Enter").Type("Magazines").Key("Enter")
	s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "Library", "Books", "Magazines")
	s.Click("card:kita-parents-chat").Key("Insert").Type("Kiosk").Key("Escape")
	s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "Kiosk", "Library", "Books", "Magazines")
	s.Undo().Undo().Undo().Undo().Same(was)
	s.Click("stage:Research").Type("Find").Key("Enter")
	s.owner(journey.KindStage, "Find")
	s.Undo().Click("lane:Goals").Type("Aims").Key("Enter")
	s.owner(journey.KindLane, "Aims")
	s.Undo().Same(was).Click("cell:Touchpoints/Ask around").Key("Enter").Busy(true).Key("Escape").Same(was)
}

// Letters are tools as long as nothing has the focus.
func TestLettersAreToolsWithNothingChosen(t *testing.T) {
	s := open(t, "cargo-bike")
	none, fit := input.Chord{Key: "H"}, input.Chord{Mods: input.Shift, Key: "1"}
	if s.e.TakesText(none) {
		t.Fatal("a letter is text with nothing chosen")
	}
	s.Key("H")
	if s.e.InHand() != "tool.hand" || s.e.TakesText(none) {
		t.Fatal("H is not the hand")
	}
	s.Key("Escape").Click("cell:Touchpoints/Ask around")
	if !s.e.TakesText(none) || s.e.TakesText(fit) || !s.e.TakesText(input.Chord{Mods: input.Shift, Key: "H"}) {
		t.Fatal("in a cell, letters are text and Shift+1 fits the map")
	}
	s.Key("H")
	if s.e.InHand() == "tool.hand" {
		t.Fatal("H is the hand in a cell")
	}
	s.Key("Enter")
	if !s.e.TakesText(fit) {
		t.Fatal("while somebody types, all of it is text")
	}
}

// In a lane that takes no cards, or a locked one, nothing begins.
func TestTypingWhereNothingCanBegin(t *testing.T) {
	s := lockedStory(t)
	was := s.Picture()
	s.Click("card:Booking confirmed").Type("x").Error("“Touchpoints” is locked").Same(was)
	s.Key("Ctrl+Enter").Error("“Touchpoints” is locked").Key("Ctrl+Right").Error("“Touchpoints” is locked").Type("3").Error("“Touchpoints” is locked").Same(was)
	s.Click("cell:Line of visibility/Ask around").Type("x").Busy(false).Error("").Same(was)
	s.Click("card:website-compare-models").Type("x").Busy(false).Same(was)
}

// Digits are the feelings of cards that show them, and letters of all others.
func TestDigitsAreFeelings(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	feels := func(id string, want journey.Number) {
		t.Helper()
		if got := s.card(id).Feeling; got != want {
			s.fail("%s feels %v, want %v", id, got, want)
		}
	}
	s.Click("card:feeling-ask-around").Type("1").Busy(false).Labels("Set feeling", "")
	feels("feeling-ask-around", journey.Num(-2))
	s.Type("4")
	feels("feeling-ask-around", journey.Num(1))
	s.Type("0").Labels("Clear feeling", "")
	feels("feeling-ask-around", journey.Number{})
	s.Hold(input.Shift).Click("card:ride-app").Click("card:goal-spark").Click("card:booking-confirmed").Hold(0).Type("5")
	feels("ride-app", journey.Num(2))
	feels("goal-spark", journey.Number{})
	s.Undo().Undo().Undo().Undo().Same(was)
	s.Click("card:goal-spark").Type("5").Busy(true).Title("goal-spark", "5").Key("Enter").Undo().Same(was)
	s.Click("cell:Touchpoints/Ask around").Type("5").Busy(true).Key("Escape").Cell("Touchpoints/Ask around", "Kita parents’ chat", "5")
}

// The scale of the lane counts.
func TestDigitsHeedTheScale(t *testing.T) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	l, _ := journey.Get[journey.Lane](p, "feelings")
	l.Least, l.Greatest = journey.Num(0), journey.Num(10)
	ed.Put(l)
	s := begin(t, ed.Project(), blobs)
	s.Click("cell:Feelings/Ask around@0.9")
	for _, c := range []struct {
		key  string
		want float64
	}{{"1", 0}, {"2", 2.5}, {"3", 5}, {"4", 7.5}, {"5", 10}} {
		if s.Click("card:feeling-ask-around").Type(c.key); s.card("feeling-ask-around").Feeling.Value != c.want {
			s.fail("%s is %v, want %v", c.key, s.card("feeling-ask-around").Feeling, c.want)
		}
	}
}

// Ctrl and the arrows carry cards one place further.
func TestCtrlArrowsMoveCards(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:test-ride-booking").Key("Ctrl+Down").Cell("Touchpoints/Book a test ride", "Booking confirmed", "Test-ride booking").Labels("Move card", "")
	s.Key("Ctrl+Down").Cell("Touchpoints/Book a test ride", "Booking confirmed").Cell("Metrics/Book a test ride", "Test-ride booking", "of test rides get an offer")
	s.Key("Ctrl+Up").Cell("Touchpoints/Book a test ride", "Booking confirmed", "Test-ride booking")
	s.Key("Ctrl+Up").Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed")
	s.Undo().Undo().Undo().Undo().Same(was)
	s.Key("Ctrl+Right").Cell("Touchpoints/Ride with the kids", "Family test ride", "Advice from Aylin", "Test-ride booking").Focused("Touchpoints/Ride with the kids", "test-ride-booking")
	s.Key("Ctrl+Left").Cell("Touchpoints/Book a test ride", "Booking confirmed", "Test-ride booking").Undo().Undo().Same(was)
	s.Click("card:goal-spark").Key("Ctrl+Left").Same(was).Key("Ctrl+Right").Cell("Goals/Compare models", s.card("goal-research").Title, s.card("goal-spark").Title)
	s.Undo().Same(was)
	// several keep their order and their distance
	s.Click("card:test-ride-booking").Key("Shift+Down", "Ctrl+Right").Cell("Touchpoints/Ride with the kids", "Family test ride", "Advice from Aylin", "Test-ride booking", "Booking confirmed")
	s.Labels("Move 2 cards", "").Selected("test-ride-booking", "booking-confirmed").Key("Ctrl+Up")
	s.Cell("Touchpoints/Ride with the kids", "Family test ride", "Test-ride booking", "Booking confirmed", "Advice from Aylin")
	s.Undo().Undo().Same(was)
}

// Points of a curve rise and fall.
func TestCtrlArrowsRaisePoints(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:feeling-ask-around").Key("Ctrl+Up")
	if v := s.card("feeling-ask-around").Feeling; v != journey.Num(1.5) {
		s.fail("it is at %v", v)
	}
	s.Key("Ctrl+Up", "Ctrl+Up", "Ctrl+Up")
	if v := s.card("feeling-ask-around").Feeling; v != journey.Num(2) {
		s.fail("it is at %v", v)
	}
	s.Key("Ctrl+Right")
	if c := s.card("feeling-ask-around"); c.Step != "compare-models" {
		s.fail("it is under %s", c.Step)
	}
	s.Click("card:flow-wait-2-days").Key("Ctrl+Down")
	if c := s.card("flow-wait-2-days"); c.Line != 1 {
		s.fail("it is on line %d", c.Line)
	}
}
