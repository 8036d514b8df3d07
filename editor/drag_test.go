package editor_test

import (
	"testing"
	"time"

	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/journey"
)

func TestADragMovesACardToAnotherCell(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Press("card:Booking confirmed").Busy(false)
	s.MoveTo("cell:Touchpoints/Ride with the kids").Busy(true).Slot(true).Hint("Move here", false)
	s.inFile(was.project) // until it is dropped
	s.Release().Busy(false).Slot(false).Selected("Booking confirmed").Labels("Move card", "")
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking")
	s.Cell("Touchpoints/Ride with the kids", "Family test ride", "Advice from Aylin", "Booking confirmed")
	s.Undo().Same(was).Labels("", "Move card")
	s.Redo().Cell("Touchpoints/Book a test ride", "Test-ride booking").Undo().Same(was)
}

func TestADragChangesTheOrderInACell(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Drag("card:Booking confirmed", "above:Test-ride booking")
	s.Cell("Touchpoints/Book a test ride", "Booking confirmed", "Test-ride booking").Labels("Move card", "")
	s.Drag("card:Booking confirmed", "cell:Touchpoints/Book a test ride")
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed")
	s.Drag("card:Booking confirmed", "above:Advice from Aylin")
	s.Cell("Touchpoints/Ride with the kids", "Family test ride", "Booking confirmed", "Advice from Aylin")
	s.Undo().Undo().Undo().Same(was)
}

// A drag that ends where the card was is no step of undo.
func TestADragToItsOwnPlaceDoesNothing(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Press("card:Booking confirmed").MoveTo("cell:Touchpoints/Ask around").Slot(true)
	s.MoveTo("cell:Touchpoints/Book a test ride").Slot(false).Release().Same(was).Labels("", "")
}

func TestADragWithAltOrCtrlCopies(t *testing.T) {
	for _, key := range []input.Mods{input.Alt, input.Ctrl} {
		s := open(t, "cargo-bike")
		was := s.Picture()
		s.Hold(key).Press("card:Booking confirmed").MoveTo("cell:Touchpoints/Ask around").Hint("Copy here", false)
		s.Release().Hold(0).Labels("Copy card", "")
		s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "Booking confirmed")
		s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed")
		c, _ := journey.Get[journey.Card](s.e.Doc.Project(), s.e.Selection()[0])
		if c.ID == "booking-confirmed" || c.Text != "Route, parking, what to bring" {
			t.Fatalf("the copy is %v", c)
		}
		s.Undo().Same(was)
	}
}

// The key may come and go while the pointer rests.
func TestAltMayBePressedWhileDragging(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("card:Booking confirmed").MoveTo("view:500,500").MoveTo("cell:Touchpoints/Book a test ride").Slot(false)
	s.Hold(input.Alt).Slot(true).Hint("Copy here", false)
	s.Hold(0).Slot(false).Hint("Move here", false)
	s.Hold(input.Alt).Release().Hold(0)
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed", "Booking confirmed")
}

func TestEscapeInADragLeavesNothing(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Press("card:Booking confirmed").MoveTo("cell:Touchpoints/Ride with the kids").Slot(true)
	s.Key("Escape").Busy(false).Same(was)
	s.MoveTo("cell:Touchpoints/Ask around").Busy(false).Release().Same(was).Labels("", "").Selected("Booking confirmed")
	s.Drag("card:Booking confirmed", "cell:Touchpoints/Ask around").Labels("Move card", "") // and all works again
}

func TestALostFocusEndsADrag(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Press("card:Booking confirmed").MoveTo("cell:Touchpoints/Ride with the kids").Leave().Busy(false).Same(was)
	s.Click("card:Family test ride").Selected("Family test ride")
}

// Undo from the menu while a card is in the hand: what is carried may be gone
// afterwards, so the drag is given up.
func TestACommandInTheMiddleOfADragGivesItUp(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("cell:Touchpoints/Ask around").Type("New").Key("Enter")
	s.Press("card:New").MoveTo("cell:Touchpoints/Ride with the kids").Busy(true)
	s.Do("edit.undo").Busy(false).Same(was)
	s.MoveTo("cell:Touchpoints/Check the budget").Release().Same(was).Labels("", "Add touchpoint")
}

func TestADropOutsideDoesNothing(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	for _, where := range []string{"view:40,300", "view:600,10", "view:-50,-80", "view:3000,3000"} {
		s.Press("card:Booking confirmed").MoveTo(where).Slot(false).Hint("", false)
		if c := s.frame().Cursor; c != input.NotAllowed {
			t.Fatalf("over %s the cursor is %v", where, c)
		}
		s.Release().Same(was).Labels("", "")
	}
}

// Where cards cannot go, the drag says why.
func TestALaneThatTakesNoCardsSaysWhy(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	for where, why := range map[string]string{
		"cell:Feelings/Ask around":           "Feelings only take points, not cards",
		"cell:Channels/Ask around":           "Channels only take points, not cards",
		"cell:Line of visibility/Ask around": "A line takes no cards",
	} {
		s.e.SetCamera(s.e.Camera())
		s.Press("card:goal-research").MoveTo("view:500,420")
		for range 40 { // the map scrolls until the lane is in sight
			if b := s.frame().Panes[0].Rect; b.Grow(-40).Contains(s.place(where)) {
				break
			}
			s.MoveTo("view:500,790").Wait(100 * time.Millisecond)
		}
		s.MoveTo(where).Hint(why, true).Slot(false)
		s.Release().Same(was).Labels("", "").Error("")
		s.Key("Shift+1", "Ctrl+0")
	}
}

// lockedStory is the sample with its touchpoints locked.
func lockedStory(t *testing.T) *story {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	l, _ := journey.Get[journey.Lane](p, "touchpoints")
	l.Locked = true
	ed.Put(l)
	return begin(t, ed.Project(), blobs)
}

func TestALockedLaneIsLeftAlone(t *testing.T) {
	s := lockedStory(t)
	was := s.Picture()
	s.Press("card:goal-research").MoveTo("cell:Touchpoints/Ask around").Hint("“Touchpoints” is locked", true).Release().Same(was)
	s.Press("card:Booking confirmed").MoveTo("cell:Goals/Decide & buy").Busy(false).Error("“Touchpoints” is locked").Release().Same(was)
	// of several, the one in the locked lane stays
	s.Click("card:Booking confirmed").Hold(input.Shift).Click("card:goal-try-out").Hold(0)
	s.Drag("card:goal-try-out", "cell:Mindset/Spark").Labels("Move card", "")
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed")
	s.Undo().Same(was)
}
