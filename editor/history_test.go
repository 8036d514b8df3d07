package editor_test

import (
	"fmt"
	"strings"
	"testing"

	"throughline/journey"
)

// Ctrl+Z held through a long history comes to the exact first project, and redo
// to the exact last, also with the file closed in between.
func TestUndoThroughTwoThousandSteps(t *testing.T) {
	const steps = 2000
	s := open(t, "cargo-bike")
	first := s.e.Doc.Project()
	lanes := first.Lanes(s.e.Map().ID)
	cards := first.LaneCards(lanes[2])
	for i := range steps {
		c := cards[i%len(cards)]
		if err := s.e.Doc.Do(fmt.Sprint("Step ", i), func(ed *journey.Edit) error {
			switch r, there := ed.Row(c.ID); {
			case i%50 == 10: // a stage with all that stands in it, and back
				x, _ := ed.Row("research")
				duplicated(ed, x.(journey.Stage), i)
			case i%50 == 40:
				for _, st := range ed.Now().Stages(s.e.Map().ID) {
					if strings.HasPrefix(st.Title, "Again") {
						ed.Delete(st.ID)
					}
				}
			case i%11 == 5:
				n := journey.Note{ID: ed.NewID(), Map: s.e.Map().ID, Order: journey.Between("", ""), Text: fmt.Sprint("Note ", i)}
				if all := ed.Now().Notes(n.Map); len(all) > 0 {
					n.Order = journey.Between(all[len(all)-1].Order, "")
				}
				ed.Put(n)
			case i%13 == 7:
				l, _ := ed.Row(lanes[i%len(lanes)].ID)
				lane := l.(journey.Lane)
				lane.Title, lane.Height = fmt.Sprint("Lane ", i), float64(i)
				ed.Put(lane)
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
		if is := s.e.Doc.Project(); want != nil && !is.Equal(want) {
			s.fail("it differs: %v", journey.Diff(want, is).Changes)
		}
	}
	turn("Ctrl+Z", steps, first)
	s.Labels("", "Step 0")
	turn("Ctrl+Shift+Z", steps, last)
	s.Labels(fmt.Sprint("Step ", steps-1), "").Reopen()

	// closed on the way there, at the beginning, and on the way back
	const part = 700
	turn("Ctrl+Z", part, nil)
	middle := s.e.Doc.Project()
	s.Labels(fmt.Sprint("Step ", steps-part-1), fmt.Sprint("Step ", steps-part)).Reopen()
	s.Labels(fmt.Sprint("Step ", steps-part-1), fmt.Sprint("Step ", steps-part))
	turn("Ctrl+Z", steps-part+3, first) // the key is held a little longer
	s.Reopen().Labels("", "Step 0")
	turn("Ctrl+Shift+Z", steps-part, middle)
	s.Reopen()
	turn("Ctrl+Shift+Z", part, last)
	s.Labels(fmt.Sprint("Step ", steps-1), "")
}

// duplicated adds a stage with the cards of another one.
func duplicated(ed *journey.Edit, from journey.Stage, i int) {
	p := ed.Now()
	st := journey.Stage{ID: ed.NewID(), Map: from.Map, Order: journey.Between(from.Order, ""), Title: fmt.Sprint("Again ", i)}
	ed.Put(st)
	for _, l := range p.Lanes(from.Map) {
		cards := p.StageCards(l.ID, from.ID)
		for i, o := range journey.Spread(len(cards)) {
			c := cards[i]
			c.ID, c.Stage, c.Step, c.Order = ed.NewID(), st.ID, "", o
			ed.Put(c)
		}
	}
}
