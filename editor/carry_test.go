package editor_test

import (
	"slices"
	"testing"
	"time"

	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/journey"
)

// FirstLanes expects the first lanes of the map.
func (s *story) FirstLanes(titles ...string) *story {
	s.t.Helper()
	var is []string
	for _, l := range s.e.Doc.Project().Lanes(s.e.Map().ID) {
		is = append(is, l.Title)
	}
	if len(is) < len(titles) || !slices.Equal(is[:len(titles)], titles) {
		s.fail("the lanes are %q, want %q", is, titles)
	}
	return s
}

func TestAStageIsDraggedToAnotherPlace(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Stages("Spark", "Research", "Try out", "Decide & buy", "Wait & receive", "Ride & recommend")
	s.Press("stage:Try out").Busy(false).MoveTo("step:Notice the need").Busy(true).Hint("Move here", false).Cursor(input.Grabbing).Same(was)
	s.Release().Busy(false).Labels("Move stage", "").Stages("Try out", "Spark", "Research", "Decide & buy", "Wait & receive", "Ride & recommend")
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed").Undo().Same(was)
	s.Drag("stage:Spark", "right:Check the budget").Stages("Research", "Spark", "Try out", "Decide & buy", "Wait & receive", "Ride & recommend").Undo().Same(was)
	s.Drag("stage:Spark", "step:Notice the need").Same(was).Labels("", "Move stage")
	s.Press("stage:Try out").MoveTo("view:60,30").Cursor(input.NotAllowed).Hint("", false).Release().Same(was)
	// with another one beside it
	s.Click("stage:Spark").Hold(input.Shift).Click("stage:Try out").Hold(0).Drag("stage:Try out", "view:1190,60")
	s.Stages("Research", "Spark", "Try out", "Decide & buy", "Wait & receive", "Ride & recommend").Undo().Same(was)
}

func TestAStageIsCopiedByDragging(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Hold(input.Alt).Press("stage:Try out").MoveTo("step:Notice the need").Hint("Copy here", false).Release().Hold(0).Labels("Duplicate stage", "")
	s.Stages("Try out", "Spark", "Research", "Try out", "Decide & buy", "Wait & receive", "Ride & recommend").Undo().Same(was)
}

func TestAStepIsDraggedToAnotherStage(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Drag("step:Book a test ride", "step:Compare models").Labels("Move step", "")
	s.Steps("Research", "Book a test ride", "Compare models", "Check the budget").Steps("Try out", "Ride with the kids")
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed").Undo().Same(was)
	s.Drag("step:Book a test ride", "view:1190,130").Steps("Try out", "Ride with the kids", "Book a test ride").Undo().Same(was)
	s.Hold(input.Ctrl).Drag("step:Book a test ride", "step:Compare models").Hold(0).Labels("Duplicate step", "")
	s.Steps("Research", "Book a test ride", "Compare models", "Check the budget").Steps("Try out", "Book a test ride", "Ride with the kids").Undo().Same(was)
}

func TestALaneIsDraggedToAnotherPlace(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.FirstLanes("Goals", "Mindset", "Touchpoints")
	s.Drag("lane:Touchpoints", "lane:Goals").Labels("Move lane", "").FirstLanes("Touchpoints", "Goals", "Mindset").Undo().Same(was)
	s.Drag("lane:Goals", "foot:Mindset").FirstLanes("Mindset", "Goals", "Touchpoints").Undo().Same(was)
	s.Hold(input.Alt).Drag("lane:Goals", "foot:Mindset").Hold(0).FirstLanes("Goals", "Mindset", "Goals", "Touchpoints").Labels("Duplicate lane", "").Undo().Same(was)
	s.Press("lane:Goals").MoveTo("view:100,20").Cursor(input.NotAllowed).Release().Same(was)
}

func TestWhatIsCarriedAndGivenUpStaysWhereItWas(t *testing.T) {
	for from, to := range map[string]string{"stage:Try out": "step:Notice the need", "step:Book a test ride": "step:Compare models", "lane:Goals": "foot:Mindset"} {
		s := open(t, "cargo-bike")
		was := s.Picture()
		s.Press(from).MoveTo(to).Busy(true).Key("Escape").Busy(false).Same(was).MoveBy(3, 3).Release().Same(was).Labels("", "")
		s.Press(from).MoveTo(to).Leave().Busy(false).Same(was).Labels("", "")
		s.Press(from).MoveTo(to).Do("edit.all").Busy(false).Same(was).Release().Same(was)
	}
}

func TestACarriedStageScrollsTheMap(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Press("stage:Spark").MoveTo("view:1195,400").Wait(4 * time.Second).Release()
	s.Stages("Research", "Try out", "Decide & buy", "Wait & receive", "Ride & recommend", "Spark")
	s.Press("lane:Goals").MoveTo("view:80,795").Wait(6 * time.Second).Release()
	s.FirstLanes("Mindset", "Touchpoints")
}

// What is hidden keeps its place beside the lane before it.
func TestALaneIsDraggedPastAHiddenOne(t *testing.T) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	l, _ := journey.Get[journey.Lane](p, "mindset")
	l.Hidden = true
	ed.Put(l)
	s := begin(t, ed.Project(), blobs)
	was := s.Picture()
	s.Drag("lane:Channels", "lane:Touchpoints").FirstLanes("Goals", "Channels", "Mindset", "Touchpoints").Undo().Same(was)
	s.Drag("lane:Channels", "lane:Goals").FirstLanes("Channels", "Goals", "Mindset", "Touchpoints").Undo().Same(was)
}
