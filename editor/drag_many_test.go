package editor_test

import (
	"fmt"
	"testing"
	"time"

	"throughline/canvas/input"
	"throughline/journey/journeytest"
)

// Several cards arrive in the order in which a reader met them, whatever the
// order in which they were chosen.
func TestSeveralCardsAreDraggedTogether(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:Advice from Aylin").Hold(input.Shift).Click("card:Family test ride").Click("card:Test-ride booking").Hold(0)
	s.Press("card:Family test ride").MoveTo("above:Kita parents’ chat").Slot(true)
	s.Release().Labels("Move 3 cards", "")
	s.Cell("Touchpoints/Ask around", "Test-ride booking", "Family test ride", "Advice from Aylin", "Kita parents’ chat")
	s.Selected("Test-ride booking", "Family test ride", "Advice from Aylin")
	s.Undo().Same(was)
	s.Click("card:Advice from Aylin").Hold(input.Shift).Click("card:Family test ride").Hold(input.Alt)
	s.Drag("card:Family test ride", "cell:Touchpoints/Ask around").Hold(0).Labels("Copy 2 cards", "")
	s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "Family test ride", "Advice from Aylin")
	s.Cell("Touchpoints/Ride with the kids", "Family test ride", "Advice from Aylin")
	s.Undo().Same(was)
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
	s.Key("Ctrl+A")
	free := 0
	for _, id := range s.e.Selection() {
		if s.card(string(id)).Lane != "lane4" { // the feelings
			free++
		}
	}
	c := s.e.Doc.Project().StageCards("lane3", "stage1")[0]
	s.Press("card:" + string(c.ID)).MoveTo("cell:Goals/" + was.project.Stages("map")[1].Title).Slot(true)
	s.Release().Labels(fmt.Sprintf("Move %d cards", free), "")
	if n := len(s.e.Doc.Project().Cards("lane1", "stage2")); n != free {
		t.Fatalf("%d cards are in the cell, %d were moved", n, free)
	}
	s.Undo().Same(was)
}
