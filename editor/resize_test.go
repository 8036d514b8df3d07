package editor_test

import (
	"fmt"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/journey"
)

func TestALaneIsMadeHigherAtItsFoot(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	h := s.cell("Goals/Ask around").Row.H
	s.Press("foot:Goals").Cursor(input.ResizeRow).Busy(false).MoveBy(0, 60).Hint(("Height " + num(h+60)), false)
	s.inFile(was.project) // until the button comes up
	s.Release().Labels("Change height of lane", "")
	if is := s.cell("Goals/Ask around").Row.H; is != h+60 {
		t.Fatalf("it is %v high, was %v", is, h)
	}
	s.DragBy("foot:Goals", 0, -2000)
	if is := s.cell("Goals/Ask around").Row.H; is > h {
		t.Fatalf("pushed together it is %v high, was %v", is, h)
	}
	s.Undo().DoubleClick("foot:Goals").Labels("Change height of lane", "")
	if is := s.cell("Goals/Ask around").Row.H; is != h {
		t.Fatalf("at its usual height it is %v high, was %v", is, h)
	}
	s.Undo().Undo().Same(was)
}

// All steps of a stage are as wide as each other, and the edge stays under the
// pointer.
func TestAStageIsMadeWiderAtTheEdgesOfItsSteps(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	width := func() float64 {
		st, _ := s.e.Sheet().StageOf("try-out")
		return st.Columns[0].W
	}
	s.Press("right:Ride with the kids").Cursor(input.ResizeColumn).MoveBy(80, 0).Hint("Width 216", false).Release()
	if width() != 216 {
		t.Fatalf("it is %v wide", width())
	}
	s.DragBy("right:Book a test ride", 30, 0)
	if width() != 246 {
		t.Fatalf("at its first step it is %v wide", width())
	}
	s.DragBy("right:Book a test ride", 900, 0).DragBy("right:Book a test ride", 20, 0)
	if width() != 320 {
		t.Fatalf("at the most it is %v wide", width())
	}
	s.DragBy("right:Book a test ride", -900, 0)
	if width() != 144 {
		t.Fatalf("at the least it is %v wide", width())
	}
	s.DoubleClick("right:Book a test ride")
	if st, _ := journey.Get[journey.Stage](s.e.Doc.Project(), "try-out"); st.Width != 0 {
		t.Fatalf("its own width is %v", st.Width)
	}
	s.Undo().Undo().Undo().Undo().Undo().Same(was)
}

func TestTheLaneNamesAreMadeWider(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DragBy("headers:", 40, 0).Labels("Change width of lane names", "")
	if w := s.e.Sheet().HeaderWidth; w != 200 {
		t.Fatalf("they are %v wide", w)
	}
	s.DragBy("headers:", -400, 0)
	if w := s.e.Sheet().HeaderWidth; w != 120 {
		t.Fatalf("at the least they are %v wide", w)
	}
	s.DoubleClick("headers:").Undo().Undo().Undo().Same(was)
}

// At twice the size the edge still follows the pointer.
func TestAnEdgeFollowsThePointerAtAnyZoom(t *testing.T) {
	for _, zoom := range []float64{0.5, 2} {
		s := open(t, "cargo-bike")
		s.e.ZoomTo(zoom)
		h := s.cell("Goals/Ask around").Row.H
		s.DragBy("foot:Goals", 0, 60)
		if is := s.cell("Goals/Ask around").Row.H; is != h+60/zoom {
			t.Errorf("at %v it grew from %v to %v", zoom, h, is)
		}
	}
}

func TestAnEdgeThatIsGivenUpStaysWhereItWas(t *testing.T) {
	for _, edge := range []string{"foot:Goals", "right:Ask around", "headers:"} {
		s := open(t, "cargo-bike")
		was := s.Picture()
		s.Click(edge).Same(was).Labels("", "")
		s.Press(edge).MoveBy(60, 60).Key("Escape").Same(was).MoveBy(-20, -20).Release().Same(was).Labels("", "")
		s.Press(edge).MoveBy(60, 60).Leave().Same(was).Labels("", "")
		s.Press(edge).Key("Escape").Release().Same(was)
		s.Press(edge).MoveBy(60, 60).Do("edit.undo").Same(was).MoveBy(5, 5).Release().Same(was)
		s.Press(edge).MoveBy(2, 2).Release().Same(was).Labels("", "")
	}
}

// The lower edge of a lane is taken hold of along all of it, but not where a
// card, a note or a link lies over it.
func TestALaneIsMadeHigherAnywhereAlongItsFoot(t *testing.T) {
	s := marked(t)
	was := s.Picture()
	row := s.cell("Goals/Ask around").Row
	foot := func(x, off float64) string {
		f := s.frame().Panes[0]
		at := geom.Pt(x, s.cell("Goals/Ask around").Rect.Max.Y+off).Sub(f.At).Mul(f.Zoom).Add(f.Rect.Min)
		return fmt.Sprintf("view:%v,%v", at.X, at.Y)
	}
	s.HoverOver(foot(300, 2)).Cursor(input.ResizeRow).HoverOver(foot(300, 5)).Cursor(input.Arrow).HoverOver(foot(300, -5)).Cursor(input.Arrow)
	s.Press(foot(300, 0)).MoveBy(0, 40).Hint("Height "+num(row.H+40), false).Release().Labels("Change height of lane", "")
	if is := s.cell("Goals/Ask around").Row.H; is != row.H+40 {
		s.fail("it is %v high, was %v", is, row.H)
	}
	s.DoubleClick(foot(500, 1)).Labels("Change height of lane", "").Undo().Undo().Same(was)

	// a note that lies over the edge is what is taken hold of there
	if err := s.e.Doc.Do("note", func(ed *journey.Edit) error {
		ed.Put(journey.Note{ID: "over", Map: s.e.Map().ID, Order: "W", Lane: "goals", Stage: "spark", X: 240, Y: row.H - 20, Text: "Here"})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	s.HoverOver(foot(300, 0)).Cursor(input.Arrow).HoverOver(foot(100, 0)).Cursor(input.ResizeRow)
	s.Click("lane:Goals").Key("Ctrl+Shift+L").HoverOver(foot(100, 0)).Cursor(input.Arrow)
}
