package editor_test

import (
	"testing"

	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

// The disc between two stages adds one there.
func TestAStageIsAddedBetweenTwoOthers(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.HoverOver("between:Spark").Discs(1).Cursor(input.Hand)
	s.Click("between:Spark").Busy(true).Type("Wonder").Key("Enter").Labels("Add stage", "")
	s.Stages("Spark", "Wonder", "Research", "Try out", "Decide & buy", "Wait & receive", "Ride & recommend").Undo().Same(was)
	s.HoverOver("right:Notice the need").Discs(1).Cursor(input.ResizeColumn)
	s.Click("steps:Notice the need").Type("Look around").Key("Enter").Labels("Add step", "")
	s.Steps("Spark", "Notice the need", "Look around", "Ask around").Undo().Same(was)
	s.Click("steps:Ask around").Type("Last").Key("Enter").Steps("Spark", "Notice the need", "Ask around", "Last").Undo().Same(was)
}

// A stage that has as many steps as read well is offered no more.
func TestMoreStepsAreNotOfferedThanReadWell(t *testing.T) {
	s := open(t, "cargo-bike")
	for range 4 {
		s.Click("steps:Ask around").Type("More").Key("Enter")
	}
	s.HoverOver("steps:Ask around").Discs(0).HoverOver("steps:Compare models").Discs(1)
}

// The kind of a new lane is asked for in a menu.
func TestALaneIsAddedBetweenTwoOthers(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.HoverOver("gap:Goals").Discs(1).Press("gap:Goals").Key("Escape").Release().Busy(false)
	if _, ok := s.e.ContextMenu(); ok {
		t.Fatal("a menu opens though it was given up")
	}
	s.Click("gap:Goals")
	if m, ok := s.e.ContextMenu(); !ok || m.Fit != editor.OnFoot {
		t.Fatalf("the menu is %v", m)
	}
	s.Do("insert.below."+string(journey.Pains)).Type("What hurts").Key("Enter").FirstLanes("Goals", "Pain pointsWhat hurts", "Mindset").Labels("Add lane", "").Undo().Same(was)
}

func TestBehindTheLastOneThereIsABoxToAddAnother(t *testing.T) {
	s := open(t, "blank")
	p := s.e.Doc.Project()
	n, was := len(p.Stages(s.e.Map().ID)), s.Picture()
	s.e.Fit()
	s.Click("end:stage").Type("Another").Key("Enter").Labels("Add stage", "")
	if st := s.e.Doc.Project().Stages(s.e.Map().ID); len(st) != n+1 || st[n].Title != "Another" {
		t.Fatalf("the stages are %v", st)
	}
	s.Undo().Same(was).Click("end:lane")
	if m, ok := s.e.ContextMenu(); !ok || m.Fit != editor.OnFoot {
		t.Fatalf("the menu is %v", m)
	}
	lanes := len(p.Lanes(s.e.Map().ID))
	s.Do("insert.below.goals").Key("Enter")
	if l := s.e.Doc.Project().Lanes(s.e.Map().ID); len(l) != lanes+1 || l[lanes].LaneKind != journey.Goals {
		t.Fatalf("the lanes are %v", l)
	}
}
