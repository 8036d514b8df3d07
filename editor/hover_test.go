package editor_test

import (
	"math"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

// What the pointer brings out changes nothing and lays out nothing.
func TestHoveringShowsWhatCanBeDone(t *testing.T) {
	s := open(t, "cargo-bike")
	was, sheet := s.Picture(), s.e.Sheet()
	s.Discs(0).HoverOver("card:Booking confirmed").Discs(1).Cursor(input.Arrow).Boxed(false)
	s.HoverOver("plus:Booking confirmed").Discs(1).Cursor(input.Hand)
	s.HoverOver("cell:Goals/Ask around@0.5").Discs(1)
	s.HoverOver("right:Ask around").Discs(1).Cursor(input.ResizeColumn)
	s.HoverOver("foot:Goals").Cursor(input.ResizeRow)
	s.HoverOver("headers:").Cursor(input.ResizeColumn)
	s.HoverOver("card:Curious").Discs(0)
	if s.e.Sheet() != sheet {
		t.Fatal("hovering has laid out the map")
	}
	s.Same(was).Labels("", "")
	s.HoverOver("card:Booking confirmed").Discs(1)
	s.event(input.Event{Kind: input.Leave})
	s.Discs(0).Cursor(input.Arrow)
}

func TestAnEmptyCellSaysWhatCanStandThere(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:Kita parents’ chat").Key("Delete")
	s.HoverOver("cell:Touchpoints/Ask around@0.3").Boxed(true)
	s.HoverOver("cell:Touchpoints/Ask around@0.9").Boxed(true)
	s.HoverOver("card:Booking confirmed").Boxed(false)
	s.HoverOver("cell:Feelings/Ask around@0.05").Boxed(false) // takes points anywhere
	s.HoverOver("cell:Line of visibility/Ask around").Boxed(false)
	s.DoubleClick("cell:Touchpoints/Ask around@0.3").Type("New").Key("Enter").Boxed(false)
	s.Cell("Touchpoints/Ask around", "New").Undo().HoverOver("cell:Touchpoints/Ask around@0.3").Boxed(true)
}

// A curve without points says how it gets one, in any column.
func TestAnEmptyCurveSaysHowToBegin(t *testing.T) {
	s := open(t, "blank")
	s.HoverOver("cell:Feelings/Before@0.5").Boxed(true).HoverOver("cell:Feelings/After@0.2").Boxed(true)
	s.DoubleClick("cell:Feelings/Before@0.3").Type("Curious").Key("Enter")
	s.HoverOver("cell:Feelings/After@0.2").Boxed(false)
}

// A map of which all can be read is shown as a whole at first; a larger one begins
// at its full size.
func TestAMapIsShownAsAWholeAtFirst(t *testing.T) {
	for _, c := range []struct {
		template string
		size     geom.Point
		zoom     float64
	}{{"blank", geom.Pt(950, 800), 0.78}, {"blank", geom.Pt(600, 800), 1}, {"blank", geom.Pt(3000, 2000), 1}, {"cargo-bike", geom.Pt(950, 800), 1}} {
		s := open(t, c.template)
		e := editor.New(s.e.Doc, s.e.Options())
		e.WholeFirst()
		e.Resize(c.size)
		if z := e.Camera().Zoom; math.Abs(z-c.zoom) > 0.01 {
			t.Errorf("%s in %v is shown at %.2f", c.template, c.size, z)
		}
		e.ZoomTo(1)
		e.Resize(c.size.Add(geom.Pt(40, 0)))
		if z := e.Camera().Zoom; z != 1 {
			t.Errorf("another size of the view zooms to %.2f", z)
		}
	}
}

// The hand, a locked lane and a file that cannot be written bring out nothing.
func TestNothingIsBroughtOutThatCannotBeDone(t *testing.T) {
	s := lockedStory(t)
	s.HoverOver("card:Booking confirmed").Discs(0)
	s.Press("plus:Booking confirmed").Busy(false).Release().Labels("", "")
	s.HoverOver("cell:Touchpoints/Ask around").Boxed(false)
	s.Key("Escape").HoverOver("card:goal-try-out").Discs(1).Do("tool.hand").Discs(0).Key("Escape").Discs(1)
	s.HoverOver("foot:Touchpoints").Press("foot:Touchpoints").Error("“Touchpoints” is locked").MoveBy(0, 40).Release().Labels("", "")
}

func TestTheDiscAddsACardBelow(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("plus:Test-ride booking").Busy(true).Type("In between").Key("Enter")
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "In between", "Booking confirmed").Labels("Add touchpoint", "").Selected("In between")
	s.Undo().Same(was)
	s.Click("plus:Booking confirmed").Key("Escape").Same(was).Labels("", "Add touchpoint")
}

// Close up and from afar: what is too small is not brought out.
func TestFromAfarNothingSmallIsBroughtOut(t *testing.T) {
	s := open(t, "cargo-bike")
	s.e.ZoomTo(0.33)
	s.HoverOver("card:Booking confirmed").Discs(0)
	s.Press("plus:Booking confirmed").Release().Labels("", "").Busy(false)
	s.e.ZoomTo(2)
	s.HoverOver("card:Booking confirmed").Discs(1)
}

func TestOnALoopCardsAreAddedBelow(t *testing.T) {
	s := open(t, "reputation-loop")
	p := s.e.Doc.Project()
	var c journey.Card
	for _, l := range p.Lanes(s.e.Map().ID) {
		if l.LaneKind == journey.Touchpoints && c.ID == "" {
			c = p.LaneCards(l)[0]
		}
	}
	was := s.Picture()
	s.HoverOver("card:" + string(c.ID)).Discs(1)
	s.Click("plus:"+string(c.ID)).Type("Below").Key("Enter").Labels("Add touchpoint", "").Undo().Same(was)
}
