package editor_test

import (
	"slices"
	"testing"

	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

// Arrows walk by what one sees: card by card down a cell, then to the next lane.
func TestArrowsWalkCellsAndCards(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Key("Right").Focused("Goals/Notice the need", "goal-spark").Selected("goal-spark")
	s.Key("Right").Focused("Goals/Compare models", "goal-research")
	s.Key("Right", "Down", "Down").Focused("Touchpoints/Book a test ride", "test-ride-booking")
	s.Key("Down").Focused("Touchpoints/Book a test ride", "booking-confirmed")
	s.Key("Up", "Up").Focused("Mindset/Book a test ride", "quote-try-out")
	s.Key("Down", "Down", "Right").Focused("Touchpoints/Ride with the kids", "advice-from-aylin")
	s.Key("Down", "Up", "Up", "Up", "Up").Focused("Goals/Ride with the kids", "goal-try-out") // keeps to its column through wider cards
	s.Key("Up").Focused("step:Ride with the kids").Key("Up").Focused("stage:Try out").Key("Up").Focused("stage:Try out")
	s.Key("Left").Focused("stage:Research").Key("Right", "Down").Focused("step:Book a test ride").Key("Right", "Down").Focused("Goals/Ride with the kids", "goal-try-out")
	s.Key("Home").Focused("Goals/Notice the need", "goal-spark").Key("Left").Focused("lane:Goals").Key("Left").Focused("lane:Goals")
	s.Key("Down", "Down").Focused("lane:Touchpoints").Key("Right").Focused("Touchpoints/Notice the need", "neighbour-s-bike")
	s.Key("End").Focused("Touchpoints/Service & sharing", s.e.Doc.Project().Cards("touchpoints", "service-sharing")[0].Title)
	s.Key("Right").Focused("Touchpoints/Service & sharing", s.e.Doc.Project().Cards("touchpoints", "service-sharing")[0].Title)
	s.Key("Ctrl+Home").Focused("Goals/Notice the need", "goal-spark").Labels("", "")
	s.Key("Ctrl+End").Key("Up").Focused("Backstage/Service & sharing", "back-ride-recommend") // past what has no cells
	s.Key("Escape").Focused("").Selected()
}

// An empty cell is a place to be, too.
func TestArrowsStopInEmptyCells(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:kita-parents-chat").Key("Delete").Focused("Touchpoints/Ask around").Selected()
	s.Key("Right").Focused("Touchpoints/Compare models", "model-comparison")
	s.Key("Left").Focused("Touchpoints/Ask around").Key("Left").Focused("Touchpoints/Notice the need", "neighbour-s-bike")
	s.Click("card:quote-spark").Key("Delete").Focused("Mindset/Notice the need").Key("Right").Focused("Mindset/Compare models", "quote-research")
	s.Key("Left").Focused("Mindset/Ask around").Key("Left").Focused("lane:Mindset")
}

// Shift and the arrows select all between two places.
func TestShiftExtends(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:test-ride-booking").Key("Shift+Down").Selected("test-ride-booking", "booking-confirmed").Focused("Touchpoints/Book a test ride", "booking-confirmed")
	s.Key("Shift+Right").Selected("test-ride-booking", "booking-confirmed", "family-test-ride", "advice-from-aylin")
	s.Key("Shift+Left").Selected("test-ride-booking", "booking-confirmed")
	s.Key("Shift+Up").Selected("test-ride-booking")
	s.Key("Shift+Up").Selected("quote-try-out", "test-ride-booking", "booking-confirmed")
	s.Key("Down").Selected("test-ride-booking").Key("Shift+Home")
	if n := len(s.e.Selection()); n != 8 {
		s.fail("%d cards up to the lane's beginning", n)
	}
	s.Click("stage:Research").Key("Shift+Right", "Shift+Right").Selected("stage:Research", "stage:Try out", "stage:Decide & buy")
	s.Key("Shift+Left").Selected("stage:Research", "stage:Try out")
	s.Click("lane:Mindset").Key("Shift+Down").Selected("lane:Mindset", "lane:Touchpoints").Labels("", "")
}

func TestSelectingTheSameKind(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:goal-try-out").Key("Ctrl+Shift+A").Selected("goal-spark", "goal-research", "goal-try-out", "goal-decide-buy", "goal-wait-receive", "goal-ride-recommend")
	s.Focused("Goals/Book a test ride", "goal-try-out")
	s.Click("stage:Research").Key("Ctrl+Shift+A")
	if n := len(s.e.Selection()); n != 6 {
		s.fail("%d of 6 stages", n)
	}
}

// Tab goes through the lanes cell by cell, and then through notes and links.
func TestTabGoesThroughEverything(t *testing.T) {
	s := marked(t)
	seen := map[editor.Focus]bool{}
	rows := map[journey.ID]bool{}
	s.Key("Ctrl+Home")
	first := s.e.Focus()
	for !seen[s.e.Focus()] {
		seen[s.e.Focus()] = true
		rows[s.e.Focus().Row] = true
		s.Key("Tab")
		if len(seen) > 500 {
			t.Fatal("Tab never comes back")
		}
	}
	if s.e.Focus() != first || !rows["note1"] || !rows["arrow"] {
		t.Fatalf("Tab comes to %v, met %d places", s.e.Focus(), len(seen))
	}
	for range len(seen) {
		s.Key("Shift+Tab")
	}
	s.Key("Shift+Tab")
	if !seen[s.e.Focus()] {
		t.Fatalf("Shift+Tab leads to %v, where Tab does not", s.e.Focus())
	}
}

// From anywhere, every arrow leads somewhere that is in sight, and what one
// arrow does the opposite can take back, as long as nothing wide is between.
func TestEveryCardIsReachedByArrows(t *testing.T) {
	p, blobs := everything(t)
	for _, loop := range []bool{false, true} {
		ed := p.Edit(nil)
		for _, m := range p.Maps() {
			if loop {
				m.Layout = journey.Loop
			}
			ed.Put(m)
		}
		s := begin(t, ed.Project(), blobs)
		for _, m := range p.Maps() {
			s.e.ShowMap(m.ID)
			reached := map[journey.ID]bool{}
			seen := map[editor.Focus]bool{}
			s.e.SetFocus(editor.Focus{})
			s.Key("Down")
			for queue := []editor.Focus{s.e.Focus()}; len(queue) > 0; queue = queue[1:] {
				if f := queue[0]; !seen[f] {
					seen[f], reached[f.Row] = true, true
					for _, k := range []input.Key{input.KeyLeft, input.KeyRight, input.KeyArrowUp, input.KeyArrowDown} {
						s.e.SetFocus(f)
						s.event(input.Event{Kind: input.KeyDown, Key: k})
						if s.e.Focus() == (editor.Focus{}) {
							t.Fatalf("%s leads from %v to nowhere", k, f)
						}
						if !slices.ContainsFunc(s.frame().Marks, func(m input.Mark) bool { return m.Edge == s.e.Theme().AccLine && m.Rect.Overlaps(m.Clip) }) {
							t.Fatalf("%s leads from %v to %v, out of sight", k, f, s.e.Focus())
						}
						queue = append(queue, s.e.Focus())
					}
				}
			}
			missed := 0
			cards := 0
			for i := range s.e.Sheet().Body.Blocks {
				for _, it := range s.e.Sheet().Body.Blocks[i].Items {
					if c, ok := journey.Get[journey.Card](p, journey.ID(it.Owner)); ok {
						cards++
						if !reached[c.ID] {
							missed++
						}
					}
				}
			}
			if missed > 0 && !loop || missed > cards/10 {
				t.Errorf("loop %v: arrows miss %d of %d cards of %q", loop, missed, cards, m.Title)
			}
			for _, st := range s.e.Doc.Project().Stages(m.ID) {
				if !reached[st.ID] {
					t.Errorf("loop %v: arrows miss stage %q", loop, st.Title)
				}
			}
		}
	}
}
