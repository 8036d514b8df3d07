package editor_test

import (
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// links is the links between two cards.
func (s *story) links(from, to string) (out []journey.Link) {
	a, b := s.card(from).ID, s.card(to).ID
	for _, l := range s.e.Doc.Project().LinksOf(a) {
		if l.From == a && l.To == b {
			out = append(out, l)
		}
	}
	return out
}

// Linked expects so many links from one card to another.
func (s *story) Linked(from, to string, n int) *story {
	s.t.Helper()
	if is := len(s.links(from, to)); is != n {
		s.fail("%d links from %s to %s, want %d", is, from, to, n)
	}
	return s
}

func TestALinkIsDrawnFromTheHandleOfACard(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.HoverOver("handle:Test-ride booking").Cursor(input.Crosshair)
	s.Press("handle:Test-ride booking").MoveTo("view:600,600").Busy(true).Hint("", false)
	s.MoveTo("card:Grant calculator").Hint("Link with “Grant calculator”", false).inFile(was.project)
	s.Release().Busy(false).Labels("Add link", "").Linked("Test-ride booking", "Grant calculator", 1)
	if l := s.links("Test-ride booking", "Grant calculator")[0]; s.e.Selection()[0] != l.ID {
		t.Fatal("the link is not selected")
	}
	s.Undo().Same(was)
}

// It is enough to come near to a card.
func TestALinkSnapsToACardNearby(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("handle:Neighbour’s bike").MoveTo("right-of:Grant calculator@5").Hint("Link with “Grant calculator”", false)
	s.MoveTo("right-of:Grant calculator@12").Hint("Link with “Test-ride booking”", false)
	s.MoveTo("card:Neighbour’s bike").Hint("", false).Release().Labels("", "")
}

func TestALinkThatIsThereIsNotDrawnAgain(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Drag("handle:Neighbour’s bike", "card:Grant calculator").Labels("Add link", "").Key("Escape")
	s.Press("handle:Neighbour’s bike").MoveTo("card:Grant calculator").Hint("There is such a link already", true).Cursor(input.NotAllowed)
	s.Release().Linked("Neighbour’s bike", "Grant calculator", 1)
	s.Drag("handle:Grant calculator", "card:Neighbour’s bike").Linked("Grant calculator", "Neighbour’s bike", 1) // and back
}

// With the tool in hand a link is drawn from anywhere in a card, and the tool
// stays in hand.
func TestTheConnectorDrawsLinksUntilEscape(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Key("L").HoverOver("card:Neighbour’s bike").Cursor(input.Crosshair)
	s.Drag("card:Neighbour’s bike", "card:Grant calculator").Linked("Neighbour’s bike", "Grant calculator", 1)
	s.Click("card:Grant calculator").MoveTo("card:Test-ride booking").Hint("Link with “Test-ride booking”", false)
	s.Click("card:Test-ride booking").Linked("Grant calculator", "Test-ride booking", 1)
	s.Press("card:goal-try-out").Key("Escape").Release()
	if s.e.InHand() != "tool.connector" {
		t.Fatal("the tool is not in hand any more")
	}
	s.Press("card:goal-try-out").Key("Escape", "Escape").Release()
	if s.e.InHand() != "tool.select" {
		t.Fatal("the tool is in hand after Esc, Esc")
	}
	s.Key("L", "Escape").Undo().Undo().Same(was)
	if s.e.InHand() != "tool.select" {
		t.Fatal("the tool is in hand after Esc")
	}
}

// In an empty place of a cell a new card comes with the link; without a word
// both go again.
func TestALinkLeadsToANewCard(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Press("handle:Neighbour’s bike").MoveTo("cell:Touchpoints/Ask around@0.95").Hint("Add a card here", false).Release()
	s.Type("Asks at work").Key("Enter").Labels("Add linked card", "").Linked("Neighbour’s bike", "Asks at work", 1)
	s.Undo().Same(was)
	s.Press("handle:Neighbour’s bike").MoveTo("cell:Touchpoints/Ask around@0.95").Release().Key("Escape").Same(was).Labels("", "Add linked card")
	s.Drag("handle:Neighbour’s bike", "cell:Channels/Ask around@0.5").Same(was)
}

func TestALinkThatIsGivenUpLeavesNothing(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	for _, to := range []string{"card:Grant calculator", "view:600,600"} {
		s.Press("handle:Neighbour’s bike").MoveTo(to).Key("Escape").Same(was).Busy(false).MoveBy(5, 5).Release().Same(was)
		s.Press("handle:Neighbour’s bike").MoveTo(to).Leave().Same(was).Busy(false).Labels("", "")
		s.Press("handle:Neighbour’s bike").MoveTo(to).Do("edit.undo").Same(was).Busy(false).Labels("", "")
	}
	s.Click("handle:Neighbour’s bike").MoveTo("card:Grant calculator").Key("Escape").Same(was).Busy(false)
}

// An end of a selected link is taken to another card; let go elsewhere it goes
// back to where it was.
func TestAnEndOfALinkIsAttachedElsewhere(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Drag("handle:Neighbour’s bike", "card:Grant calculator")
	was := s.Picture()
	link := s.links("Neighbour’s bike", "Grant calculator")[0]
	s.Press("head:"+string(link.ID)).MoveTo("card:Test-ride booking").Hint("Link with “Test-ride booking”", false).inFile(was.project)
	s.Release().Labels("Move link", "").Linked("Neighbour’s bike", "Test-ride booking", 1).Linked("Neighbour’s bike", "Grant calculator", 0).Undo().Same(was)
	s.e.Select(link.ID)
	s.Drag("tail:"+string(link.ID), "card:Model comparison").Linked("Model comparison", "Grant calculator", 1).Undo().Same(was)
	s.e.Select(link.ID)
	s.Press("head:" + string(link.ID)).MoveTo("view:600,650").Busy(true)
	if m := s.frame().Marks; m[len(m)-1].Fill != s.e.Theme().Pain {
		t.Fatal("the lost end is not shown")
	}
	s.Release().Same(was).Busy(false)
	s.Press("head:" + string(link.ID)).MoveTo("card:Test-ride booking").Key("Escape").Same(was).Release().Same(was)
	s.Click("head:" + string(link.ID)).Same(was)
	if len(s.e.Selection()) != 1 || s.e.Selection()[0] != link.ID {
		t.Fatalf("%v is selected", s.e.Selection())
	}
}

func TestALinkScrollsTheMap(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("handle:Neighbour’s bike").MoveTo("view:1195,400").Wait(3*time.Second).MoveTo("card:First service").Release().Linked("Neighbour’s bike", "First service", 1)
}

func TestCardsAreAddedWithTheCardTool(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Key("C").HoverOver("cell:Touchpoints/Ask around@0.9").Cursor(input.Crosshair).Hint("", false)
	s.HoverOver("cell:Line of visibility/Ask around").Hint("A line takes no cards", true)
	s.Click("cell:Touchpoints/Ask around@0.9").Type("New").Key("Enter").Cell("Touchpoints/Ask around", "Kita parents’ chat", "New").Labels("Add touchpoint", "").Undo().Same(was)
	s.Key("Escape", "Escape", "C").Click("card:Test-ride booking").Type("Next").Key("Enter").Cell("Touchpoints/Book a test ride", "Test-ride booking", "Next", "Booking confirmed").Undo().Same(was)
	s.Key("Escape", "Escape", "C").Key("Escape").HoverOver("card:Test-ride booking").Cursor(input.Arrow)
}

func TestANoteIsPlacedMovedAndMadeWider(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Key("N").HoverOver("cell:Touchpoints/Ask around@0.9").Cursor(input.Crosshair)
	s.Click("cell:Touchpoints/Ask around@0.9").Type("Ask Mara").Key("Escape").Labels("Add note", "")
	note := func() journey.Note {
		n := s.e.Doc.Project().Notes("cargo-bike")
		return n[len(n)-1]
	}
	n := note()
	if n.Text != "Ask Mara" || n.Lane != "touchpoints" || n.Stage != "spark" {
		t.Fatalf("the note is %+v", n)
	}
	placed := s.Picture()
	_, at, _ := s.e.Sheet().Note(n.ID)
	s.Press("note:"+string(n.ID)).MoveBy(300, -40).Busy(true).Hint("Move here", false).inFile(placed.project)
	s.Release().Labels("Move note", "")
	if _, is, _ := s.e.Sheet().Note(n.ID); is != at.Add(geom.Pt(300, -40)) || note().Stage != "research" {
		t.Fatalf("it went from %v to %v, under %v", at, is, note().Stage)
	}
	s.Undo().Same(placed)
	s.Hold(input.Alt).Press("note:"+string(n.ID)).MoveBy(200, 0).Hint("Copy here", false).Release().Hold(0).Labels("Duplicate note", "")
	if _, is, _ := s.e.Sheet().Note(n.ID); is != at || note().ID == n.ID {
		t.Fatalf("the copy is %+v", note())
	}
	s.Undo().Same(placed)
	s.Press("note:"+string(n.ID)).MoveBy(300, -40).Key("Escape").Same(placed).Release().Press("note:"+string(n.ID)).MoveBy(30, 40).Leave().Same(placed)
	s.Press("noteside:"+string(n.ID)).Cursor(input.ResizeColumn).MoveBy(60, 0).Release()
	if note().Width != 220 {
		t.Fatalf("it is %v wide", note().Width)
	}
	s.DoubleClick("noteside:" + string(n.ID))
	if note().Width != 0 {
		t.Fatalf("at its usual width it is %v wide", note().Width)
	}
	s.Undo().Undo().Same(placed).Undo().Same(was)
	s.Key("Escape", "N").Click("cell:Touchpoints/Ask around@0.9").Key("Escape").Same(was) // without a word it goes again
}

// A card is pulled over several steps by its right edge.
func TestACardSpansSeveralSteps(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Press("side:Neighbour’s bike").Cursor(input.ResizeColumn).MoveBy(176*2, 0).Hint("3 steps", false).Release().Labels("Change how many steps a card spans", "")
	if c := s.card("Neighbour’s bike"); c.Steps != 3 {
		t.Fatalf("it spans %d steps", c.Steps)
	}
	s.Press("side:Neighbour’s bike").MoveBy(-400, 0).Hint("1 step", false).Release()
	if c := s.card("Neighbour’s bike"); c.Steps != 0 {
		t.Fatalf("it spans %d steps", c.Steps)
	}
	s.Undo().Undo().Same(was)
	s.Press("side:goal-research").MoveBy(176, 0).Hint("3 steps", false).Key("Escape").Same(was).Release()
}

// A selected link is drawn over itself, the one that slants as one line, and its
// label can still be read.
func TestASelectedLinkKeepsItsLabel(t *testing.T) {
	for id, slants := range map[journey.ID]bool{"l7": true, "l3": false} {
		s := begin(t, journeytest.Marked(), nil)
		s.e.Select(id)
		s.e.Reveal(id)
		it, at, ok := s.e.Sheet().Label(id)
		if !ok {
			t.Fatalf("%s has no label", id)
		}
		pane := s.frame().Panes[0]
		label := it.Box.Add(at).Add(geom.Point{}.Sub(pane.At)).Mul(pane.Zoom).Add(pane.Rect.Min)
		lines, slanting := 0, 0
		for _, m := range s.frame().Marks {
			switch {
			case m.Slants():
				slanting++
				for _, end := range []geom.Point{m.From, m.To, m.From.Add(m.To).Mul(0.5)} {
					if label.Grow(-0.5).Contains(end) {
						t.Errorf("%s: a line at %v goes over the label %v", id, end, label)
					}
				}
			case m.Fill == s.e.Theme().Acc:
				lines++
				if m.Rect.Grow(-1.5).Overlaps(label.Grow(-1)) {
					t.Errorf("%s: a line at %v goes over the label %v", id, m.Rect, label)
				}
			}
		}
		if slants && (slanting == 0 || slanting > 2) || slanting > 0 != slants || lines > 0 == slants {
			t.Errorf("%s has %d lines that slant and %d across and down", id, slanting, lines)
		}
	}
}
