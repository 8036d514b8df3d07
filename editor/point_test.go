package editor_test

import (
	"testing"

	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/journey"
)

func TestAFeelingIsDraggedOnTheCurve(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	c := s.card("Curious")
	s.HoverOver("card:Curious").Cursor(input.Hand)
	s.Press("card:Curious").Busy(false).MoveBy(0, 30).Busy(true).Cursor(input.Grabbing)
	s.inFile(was.project)
	is := s.card("Curious")
	if is.Feeling.Value >= c.Feeling.Value || is.Offset != c.Offset || is.Step != c.Step {
		t.Fatalf("it was %v and is %v, %d quarters aside", c.Feeling, is.Feeling, is.Offset)
	}
	s.Release().Busy(false).Labels("Move feeling", "").Selected("Curious")
	s.Undo().Same(was)
	s.Press("card:Curious").MoveBy(0, -500).Hint("+2.0 Delighted", false).MoveBy(0, 1500).Hint("−2.0 Frustrated", false).Release()
	if v := s.card("Curious").Feeling.Value; v != -2 {
		t.Fatalf("at the bottom it is %v", v)
	}
	s.Undo().Same(was)
}

// To the left and right a point moves by quarters of a step, and on to other
// steps and stages.
func TestAPointMovesAlongTheCurve(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DragBy("card:Curious", 50, 0)
	c := s.card("Curious")
	if c.Offset != 1 || c.Step != was.project.Sorted()[0].RowID() && c.Stage != "spark" {
		t.Fatalf("it is %d quarters aside under %v", c.Offset, c.Step)
	}
	s.Undo().Same(was).DragBy("card:Curious", 176*2, 0)
	if c := s.card("Curious"); c.Stage == "spark" || c.Offset != 0 {
		t.Fatalf("it is %d quarters aside under %v of %v", c.Offset, c.Step, c.Stage)
	}
	s.Undo().Same(was)
}

func TestAPointThatIsGivenUpStaysWhereItWas(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Press("card:Curious").MoveBy(40, 30).Key("Escape").Same(was).Busy(false).MoveBy(5, 5).Release().Same(was).Labels("", "")
	s.Press("card:Curious").MoveBy(40, 30).Leave().Same(was).Busy(false).Labels("", "")
	s.Press("card:Curious").MoveBy(40, 30).Do("edit.undo").Same(was).Busy(false).Labels("", "")
	s.Press("card:Curious").MoveBy(0, 30).MoveBy(0, -30).Release().Same(was).Labels("", "")
}

// A lane with a scale of its own keeps to tenths of it.
func TestAPointKeepsToItsLanesScale(t *testing.T) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	l, _ := journey.Get[journey.Lane](p, "feelings")
	l.LaneKind, l.Least, l.Greatest, l.Names = journey.Intensity, journey.Num(0), journey.Num(10), journey.List("None", "Some", "All")
	ed.Put(l)
	s := begin(t, ed.Project(), blobs)
	s.Press("card:Curious").MoveBy(0, -800).Hint("10.0 All", false).MoveBy(0, 1800).Hint("0.0 None", false).Release().Labels("Move point", "")
	l.Locked = true
	ed.Put(l)
	s = begin(t, ed.Project(), blobs)
	s.Press("card:Curious").MoveBy(0, -80).Error("“Feelings” is locked").Release().Labels("", "").Busy(false)
}
