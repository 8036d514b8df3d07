package editor_test

import (
	"fmt"
	"testing"

	"throughline/journey"
)

// Ctrl+Z held through a long history comes to the exact first project, and redo
// to the exact last, also with the file closed in between.
func TestUndoThroughTwoThousandSteps(t *testing.T) {
	const steps = 2000
	s := open(t, "cargo-bike")
	first := s.e.Doc.Project()
	cards := s.e.Doc.Project().LaneCards(first.Lanes(s.e.Map().ID)[2])
	for i := range steps {
		c := cards[i%len(cards)]
		if err := s.e.Doc.Do(fmt.Sprint("Step ", i), func(ed *journey.Edit) error {
			switch r, there := ed.Row(c.ID); {
			case !there:
				ed.Put(c)
			case i%7 == 3:
				ed.Delete(c.ID)
			default:
				x := r.(journey.Card)
				x.Title = fmt.Sprint(x.Title[:min(len(x.Title), 12)], " ", i)
				x.Hue = i % 9
				ed.Put(x)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	last := s.e.Doc.Project()
	turn := func(chord string, n int, want *journey.Project) {
		t.Helper()
		s.step("%d times %s", n, chord)
		for range n {
			s.event(keyDown(chord))
		}
		if err := s.e.Err(); err != nil {
			s.fail("%v", err)
		}
		s.check()
		if is := s.e.Doc.Project(); !is.Equal(want) {
			s.fail("it differs: %v", journey.Diff(want, is).Changes)
		}
	}
	turn("Ctrl+Z", steps, first)
	s.Labels("", "Step 0")
	turn("Ctrl+Shift+Z", steps, last)
	s.Labels(fmt.Sprint("Step ", steps-1), "").Reopen()
	turn("Ctrl+Z", steps+3, first) // the key is held a little longer
	s.Reopen().Labels("", "Step 0")
	turn("Ctrl+Shift+Z", steps, last)
}
