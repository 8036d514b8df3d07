package editor_test

import (
	"fmt"
	"testing"
	"time"

	"throughline/canvas/input"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// Cards of one cell arrive in the order in which a reader met them, whatever
// the order in which they were chosen.
func TestSeveralCardsAreDraggedTogether(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:Advice from Aylin").Hold(input.Shift).Click("card:Family test ride").Hold(0)
	s.Press("card:Family test ride").MoveTo("above:Kita parents’ chat").Slot(true).Hint("Move 2 cards here", false)
	s.Release().Labels("Move 2 cards", "")
	s.Cell("Touchpoints/Ask around", "Family test ride", "Advice from Aylin", "Kita parents’ chat")
	s.Selected("Family test ride", "Advice from Aylin")
	s.Undo().Same(was)
	s.Click("card:Advice from Aylin").Hold(input.Shift).Click("card:Family test ride").Hold(input.Alt)
	s.Drag("card:Family test ride", "cell:Touchpoints/Ask around").Hold(0).Labels("Copy 2 cards", "")
	s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "Family test ride", "Advice from Aylin")
	s.Cell("Touchpoints/Ride with the kids", "Family test ride", "Advice from Aylin")
	s.Undo().Same(was)
}

// Cards of several cells stay as many lanes and steps away from each other as
// they were.
func TestCardsOfSeveralCellsKeepTheirPlaces(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:Test-ride booking").Hold(input.Shift).Click("card:Family test ride").Click("card:goal-try-out").Hold(0)
	s.Press("card:Family test ride").MoveTo("above:Kita parents’ chat").Slot(true).Hint("Move 3 cards here", false).Release()
	s.Labels("Move 3 cards", "")
	s.Cell("Touchpoints/Ask around", "Family test ride", "Kita parents’ chat")
	s.Cell("Touchpoints/Notice the need", "Neighbour’s bike", "Test-ride booking")
	s.Cell("Goals/Spark", was.project.Cards("goals", "spark")[0].Title, was.project.Cards("goals", "try-out")[0].Title)
	s.Undo().Same(was)
	s.Click("card:Test-ride booking").Hold(input.Shift).Click("card:Family test ride").Hold(input.Alt)
	s.Drag("card:Family test ride", "cell:Touchpoints/Check the budget").Hold(0).Labels("Copy 2 cards", "")
	s.Cell("Touchpoints/Compare models", "Model comparison", "Review video", "Test-ride booking")
	s.Cell("Touchpoints/Check the budget", "Grant calculator", "Call to the shop", "Family test ride")
	s.Undo().Same(was)
	// one of them would be left of the map
	s.Click("card:Test-ride booking").Hold(input.Shift).Click("card:Family test ride").Hold(0)
	s.Press("card:Family test ride").MoveTo("cell:Touchpoints/Notice the need").Slot(false).Hint("Not all of the cards have a place there", true)
	s.Release().Same(was).Labels("", "Copy 2 cards")
	// in its own cell, the one in the hand moves among its neighbours and the others stay
	s.Press("card:Test-ride booking").MoveTo("below:Booking confirmed").Release()
	s.Cell("Touchpoints/Book a test ride", "Booking confirmed", "Test-ride booking")
	s.Cell("Touchpoints/Ride with the kids", "Family test ride", "Advice from Aylin").Undo().Same(was)
}

// A goal of a whole stage takes touchpoints of steps along to the same steps of
// another stage, or the last that there is.
func TestACardOfAStageTakesThoseOfItsStepsAlong(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:Family test ride").Hold(input.Shift).Click("card:goal-try-out").Hold(0)
	s.Drag("card:goal-try-out", "cell:Goals/Spark@0.9")
	s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "Family test ride").Undo().Same(was)
}

// Chips of a workflow and dots of the channels stay where they are, and points
// of the curve beside cards that move.
func TestPointsStayWhereTheyAre(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	for _, c := range []string{"Welcome, Mara", "website-compare-models"} {
		s.Press("card:" + c).MoveTo("view:700,300").Busy(false).Release().Same(was)
	}
	s.Click("card:Pure joy").Hold(input.Shift).Click("card:Advice from Aylin").Hold(0)
	s.Drag("card:Advice from Aylin", "cell:Touchpoints/Ask around").Labels("Move card", "")
	s.Undo().Same(was)
}

// A card of a whole stage becomes one of a step in a lane that has steps, and
// the other way round.
func TestACardTakesTheGridOfItsNewLane(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Drag("card:goal-research", "cell:Touchpoints/Check the budget")
	if c := s.card("goal-research"); c.Step != "check-the-budget" || c.Stage != "research" {
		t.Fatalf("it stands under %q of %q", c.Step, c.Stage)
	}
	s.Drag("card:goal-research", "cell:Mindset/Check the budget@0.9")
	if c := s.card("goal-research"); c.Step != "" || c.Stage != "research" || c.Lane != "mindset" {
		t.Fatalf("it stands under %q of %q in %q", c.Step, c.Stage, c.Lane)
	}
}

// While the pointer rests near an edge the map scrolls, faster the nearer it
// is, and stops at the end.
func TestADragScrollsTheMapAtItsEdges(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("card:Kita parents’ chat").MoveTo("view:1195,400")
	at := s.e.Camera().At
	s.Wait(200 * time.Millisecond)
	fast := s.e.Camera().At.Sub(at)
	if fast.X < 100 || fast.Y != 0 {
		t.Fatalf("it scrolled by %v", fast)
	}
	s.MoveTo("view:1175,400")
	at = s.e.Camera().At
	s.Wait(200 * time.Millisecond)
	if slow := s.e.Camera().At.Sub(at); slow.X < 20 || slow.X > fast.X/2 {
		t.Fatalf("further from the edge it scrolled by %v, at it by %v", slow, fast)
	}
	s.MoveTo("view:1199,400").Wait(5 * time.Second)
	end := s.e.Camera().At
	s.Wait(time.Second)
	if s.e.Camera().At != end {
		t.Fatal("it scrolls beyond the end")
	}
	s.MoveTo("cell:Touchpoints/Service & sharing").Release()
	s.Cell("Touchpoints/Service & sharing", "First service", "Referral card", "Kita parents’ chat")
	s.Press("card:Kita parents’ chat").MoveTo("view:170,790").Wait(5 * time.Second)
	if c := s.e.Camera().At; c.X != 0 || c.Y <= end.Y {
		t.Fatalf("at the corner it scrolled to %v", c)
	}
	s.Key("Escape").Release()
}

// Turning the wheel while a card is in the hand scrolls below it.
func TestTheWheelScrollsBelowADraggedCard(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("card:Kita parents’ chat").MoveTo("cell:Touchpoints/Check the budget").Wheel(400, 0)
	s.MoveTo("cell:Touchpoints/Ride with the kids").Release()
	s.Cell("Touchpoints/Ride with the kids", "Family test ride", "Advice from Aylin", "Kita parents’ chat")
}

// With very many cards in the hand only the one under the pointer leaves an
// edge behind; the drop moves them all the same.
func TestVeryManyCardsAreDragged(t *testing.T) {
	s := begin(t, journeytest.Generate(600), nil)
	was := s.Picture()
	p := was.project
	stages := p.Stages("map")
	last := stages[len(stages)-1].ID
	s.Key("Ctrl+A")
	s.Press("card:"+string(p.StageCards("lane3", "stage1")[0].ID)).MoveBy(176, 0).Hint("Not all of the cards have a place there", true).Key("Escape").Release()
	var free []journey.ID
	for _, id := range s.e.Selection() {
		if c := s.card(string(id)); c.Lane != "lane4" && c.Stage != last { // lane4 is the feelings
			free = append(free, id)
		}
	}
	s.e.Select(free...)
	b, _ := s.e.Sheet().StageOf("stage1")
	goals := len(p.Cards("lane1", "stage2"))
	s.Press("card:"+string(p.StageCards("lane3", "stage1")[0].ID)).MoveBy(b.W, 0).Slot(true).Release()
	s.Labels(fmt.Sprintf("Move %d cards", len(free)), "")
	if n := len(s.e.Doc.Project().Cards("lane1", "stage2")); n != goals || len(s.e.Doc.Project().Cards("lane1", "stage1")) != 0 {
		t.Fatalf("%d goals are in the second stage, and some in the first", n)
	}
	s.Undo().Same(was)
}
