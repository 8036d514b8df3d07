package editor_test

import (
	"testing"

	"throughline/canvas/layout"
	"throughline/journey/journeytest"
)

func TestTypingInMarkup(t *testing.T) {
	p, blobs := journeytest.Lanes()
	s := begin(t, p, blobs)
	raw := func(want bool) {
		t.Helper()
		it, _, ok := s.e.Sheet().Card(s.card("Silence"))
		if !ok || it.Fields[1].Part != layout.TextPart {
			s.fail("no field")
		}
		if got := it.Fields[1].Raw == nil; got != want {
			s.fail("the text as it was typed is shown: %v", got)
		}
	}
	was := s.Picture()
	raw(false)
	s.DoubleClick("text:Silence@27") // before “Every”, which is bold
	raw(true)
	s.Type("n").Text("Silence", "Five weeks without a word. **nEvery** second customer calls, and asks _the same_ question.")
	s.Key("Backspace", "Escape")
	raw(false)
	s.Same(was)
}

func TestNothingIsPutIntoAFoldedLane(t *testing.T) {
	p, blobs := journeytest.Lanes()
	s := begin(t, p, blobs)
	was := s.Picture()
	s.DoubleClick("cell:After the sale/Compare").Busy(false).Same(was)
	s.Do("view.fit").Press("card:Build and check").MoveTo("cell:After the sale/Compare").Hint("“After the sale” is folded", true).Release().Same(was)
}

// A card that spans steps keeps its width where it is put, and cards go into
// the steps that others span.
func TestDraggingCardsThatSpan(t *testing.T) {
	p, blobs := journeytest.Lanes()
	s := begin(t, p, blobs)
	s.Do("view.fit").Drag("card:Leasing approved", "cell:Process/First month").Cell("Process/First month", "Leasing approved").Cell("Process/Order", "Order")
	s.Drag("card:Handover", "cell:Process/Ask").Cell("Process/Ask", "Call back", "Handover")
	it, _, ok := s.e.Sheet().Card(s.card("Handover"))
	if !ok || it.Box.W() != 2*176-32 {
		t.Errorf("it is %v wide", it.Box.W())
	}
	s.Undo().Undo().Cell("Process/Order", "Order", "Leasing approved")
}
