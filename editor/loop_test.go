package editor_test

import (
	"fmt"
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

func loopStory(t *testing.T) *story { return begin(t, journeytest.Loop(), journey.MemoryBlobs{}) }

// on is a point of the view in a loop: the middle of what a row draws, moved.
func (s *story) on(owner string, part scene.Part, d geom.Point) string {
	s.t.Helper()
	it, at, ok := s.e.Sheet().Body.Find(owner, part)
	if !ok {
		s.fail("%s is not in the loop", owner)
	}
	p := s.frame().Panes[0]
	at = at.Add(it.Box.Center()).Add(d).Sub(p.At).Mul(p.Zoom).Add(p.Rect.Min)
	return fmt.Sprintf("view:%v,%v", at.X, at.Y)
}

// cards is the titles at a stage of the loop.
func (s *story) cards(stage string, want ...string) {
	s.t.Helper()
	var got []string
	for _, c := range s.e.Doc.Project().Cards("touchpoints", journey.ID(stage)) {
		got = append(got, c.Title)
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		s.fail("%s has %q, want %q", stage, got, want)
	}
}

func TestTheSameMapInRowsAndAsALoop(t *testing.T) {
	s := begin(t, journeytest.Loop(), journey.MemoryBlobs{})
	was := s.Picture()
	if !s.e.Sheet().Looped() {
		s.fail("it does not open as a loop")
	}
	s.Do("view.rows").Labels("Lay out in rows", "")
	if s.e.Sheet().Looped() || len(s.e.Sheet().Band.Blocks) == 0 {
		s.fail("it is still a loop")
	}
	s.Do("view.loop").Labels("Lay out as a loop", "")
	if !s.e.Sheet().Looped() {
		s.fail("it is no loop again")
	}
	s.Undo().Undo().Same(was)
}

func TestTooManyStagesAreNoLoop(t *testing.T) {
	p := journeytest.Loop()
	e := p.Edit(nil)
	m, _ := journey.Get[journey.Map](p, "map")
	m.Layout = journey.Rows
	e.Put(m)
	for i := range 3 {
		e.Put(journey.Stage{ID: journey.ID(fmt.Sprint("more", i)), Map: "map", Order: journey.Order(fmt.Sprint("z", i, "V")), Title: "More"})
	}
	s := begin(t, e.Project(), journey.MemoryBlobs{})
	was := s.Picture()
	s.Do("view.loop").Error("a loop has 3 to 8 stages, this map has 9").Same(was).Labels("", "")
}

func TestADragAroundTheLoop(t *testing.T) {
	s := loopStory(t)
	was := s.Picture()
	s.Press("card:Booking page").MoveTo("card:First session").Slot(true).Hint("Move here", false)
	size := s.e.Sheet().Body.Size
	s.MoveTo("card:Review request").Slot(true)
	if s.e.Sheet().Body.Size != size {
		s.fail("the loop moves under the hand")
	}
	s.MoveTo("above:First session").Release()
	s.cards("choose", "Friend’s advice")
	s.cards("visit", "Finds the entrance", "Booking page", "First session")
	s.Undo().Same(was)
	// above the ring cards stand side by side
	s.Press("card:Booking page").MoveTo(s.on("card1", layout.CardPart, geom.Pt(-60, 0))).Release()
	s.cards("search", "Booking page", "Search result", "Reads three reviews")
	s.Undo().Press("card:Booking page").MoveTo(s.on("card1", layout.CardPart, geom.Pt(60, 0))).Release()
	s.cards("search", "Search result", "Booking page", "Reads three reviews")
	s.Undo().Same(was)
	// on the ring there is no place for it
	s.Press("card:Booking page").MoveTo(s.on("visit", layout.StagePart, geom.Point{})).Slot(false).Release().Same(was)
}

func TestTypingInTheLoop(t *testing.T) {
	s := loopStory(t)
	was := s.Picture()
	s.DoubleClick("title:Booking page").Key("End").Type(" online").Key("Enter").Labels("Edit touchpoint", "")
	s.cards("choose", "Booking page online", "Friend’s advice")
	s.Undo().Same(was)
	// a name on the ring stands upright while it is typed in
	ring := s.on("review", layout.StagePart, geom.Point{})
	s.DoubleClick(ring).Key("End")
	if it, _, _ := s.e.Sheet().Body.Find("review", layout.StagePart); len(it.Fields) != 1 {
		s.fail("the name stays on the ring")
	}
	s.Type(" it").Key("Enter").Labels("Edit stage", "")
	if st, _ := journey.Get[journey.Stage](s.e.Doc.Project(), "review"); st.Title != "Review it" {
		s.fail("it is called %q", st.Title)
	}
	if it, _, _ := s.e.Sheet().Body.Find("review", layout.StagePart); len(it.Fields) != 0 {
		s.fail("the name does not go back")
	}
	s.DoubleClick(s.on("review", layout.StagePart, geom.Point{})).Type("x").Do("edit.undo").Do("edit.undo").Undo().Same(was) // in the text, its end, the step before
	// the metric in the centre
	s.DoubleClick(s.on("stars", layout.PointPart, geom.Pt(0, 12))).Key("End").Type(" and a half").Key("Enter")
	if c, _ := journey.Get[journey.Card](s.e.Doc.Project(), "stars"); c.Title != "stars in six months and a half" {
		s.fail("it is called %q", c.Title)
	}
	s.Undo().Same(was)
}

func TestAddingACardBesideTheRing(t *testing.T) {
	s := loopStory(t)
	was := s.Picture()
	s.DoubleClick(s.on("card6", layout.CardPart, geom.Pt(0, 50))).Type("Pays by card").Key("Enter").Labels("Add touchpoint", "")
	s.cards("visit", "Finds the entrance", "First session", "Pays by card")
	s.Undo().Same(was)
	s.DoubleClick(s.on("stars", layout.PointPart, geom.Pt(0, -40))).Busy(false).Same(was) // nothing is added within
}

// Within the ring a feeling goes out when it gets better, and stays at its
// stage.
func TestAFeelingIsDraggedOnTheLoop(t *testing.T) {
	s := loopStory(t)
	was := s.Picture()
	lane := s.e.Sheet().Rows[1].Lane
	c := s.e.Doc.Project().Cards(lane.ID, "visit")[0] // at the lower right
	id := string(c.ID)
	feels := func() float64 {
		is, _ := journey.Get[journey.Card](s.e.Doc.Project(), c.ID)
		if is.Stage != "visit" || is.Offset != c.Offset {
			s.fail("it is at %s now", is.Stage)
		}
		return is.Feeling.Value
	}
	s.HoverOver(s.on(id, layout.PointPart, geom.Point{})).Cursor(input.Hand)
	s.Press(s.on(id, layout.PointPart, geom.Point{})).MoveBy(15, 9).Busy(true).Cursor(input.Grabbing)
	if v := feels(); v <= c.Feeling.Value || v > 1 {
		s.fail("further out it is %v, was %v", v, c.Feeling.Value)
	}
	s.MoveBy(300, 180).Hint("+2.0 Delighted", false).MoveBy(-340, -200).Hint("−2.0 Frustrated", false).Key("Escape").Release().Same(was)
	s.Press(s.on(id, layout.PointPart, geom.Point{})).MoveBy(300, 180).Release().Labels("Move feeling", "").Selected(id)
	if feels() != 2 {
		s.fail("far out it is %v", feels())
	}
	s.Undo().Same(was).Click(s.on(id, layout.PointPart, geom.Point{})).Key("2").Labels("Set feeling", "")
	if feels() != -1 {
		s.fail("by a key it is %v", feels())
	}
	s.Key("Delete").Labels("Delete card", "").Undo().Undo().Same(was)
}
