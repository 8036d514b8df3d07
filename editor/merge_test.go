package editor_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

// A step takes all that stands under the next one.
func TestMergingSteps(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("step:Book a test ride").Do("arrange.mergeStep").Labels("Merge steps", "").Notice("Step “Ride with the kids” merged into the one before.")
	p := s.e.Doc.Project()
	steps := p.Steps("try-out")
	if len(steps) != 1 || steps[0].Title != "Book a test ride" {
		s.fail("the steps are %v", steps)
	}
	s.Cell("Touchpoints/Book a test ride", "Test-ride booking", "Booking confirmed", "Family test ride", "Advice from Aylin")
	s.Undo().Same(was).Click("step:Ride with the kids").Do("arrange.mergeStep").Same(was) // the last of its stage
	s.Click("lane:Touchpoints").Key("Ctrl+Shift+L").Click("step:Book a test ride").Do("arrange.mergeStep").Error("“Touchpoints” is locked")
}

// A lane takes the cards of the one below it when that is of its kind.
func TestMergingLanes(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("lane:Goals").Do("arrange.mergeLane").Same(was)
	s.Key("Ctrl+D").Click("lane:Goals").Do("arrange.mergeLane").Labels("Merge lanes", "")
	p := s.e.Doc.Project()
	l, _ := journey.Get[journey.Lane](p, "goals")
	if n := len(p.LaneCards(l)); n != 12 || len(p.Lanes(s.e.Map().ID)) != 11 {
		s.fail("it has %d cards in %d lanes", n, len(p.Lanes(s.e.Map().ID)))
	}
	s.Undo().Undo().Same(was)
}

// Cards are joined in the one that was chosen first, and a card is parted into
// its lines.
func TestMergingAndSplittingCards(t *testing.T) {
	s := open(t, "cargo-bike")
	if err := s.e.Doc.Do("link", func(ed *journey.Edit) error {
		ed.Put(journey.Link{ID: "in", Map: s.e.Map().ID, From: "ride-app", To: "family-test-ride"})
		ed.Put(journey.Link{ID: "between", Map: s.e.Map().ID, From: "family-test-ride", To: "booking-confirmed"})
		ed.Put(journey.Comment{ID: "said", On: "family-test-ride", Text: "Really?", At: "2026-11-22T09:00:00Z"})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	was := s.Picture()
	first, second := s.card("booking-confirmed"), s.card("family-test-ride")
	s.Click("card:booking-confirmed").Hold(input.Shift).Click("card:family-test-ride").Hold(0).Do("arrange.mergeCards").Labels("Merge cards", "").Selected("booking-confirmed")
	is := s.card("booking-confirmed")
	if want := first.Text + "\n" + second.Title + "\n" + second.Text; is.Text != want || is.Truth != (first.Truth || second.Truth) {
		s.fail("it says %q, want %q", is.Text, want)
	}
	p := s.e.Doc.Project()
	links := p.LinksOf(is.ID)
	if len(links) != 1 || links[0].From != "ride-app" || len(p.Comments(is.ID)) != 1 {
		s.fail("its links are %v", links)
	}
	merged := s.Picture()
	s.Do("arrange.splitCard").Labels("Split card", "").Error("")
	lines := strings.Split(is.Text, "\n")
	if got := s.e.SelectedCards(); len(got) != len(lines)+1 || got[1].Title != lines[0] || got[0].Text != "" || got[len(lines)].Column() != is.Column() {
		s.fail("the cards are %+v", got)
	}
	s.Undo().Same(merged).Undo().Same(was)
	s.Click("card:goal-try-out").Do("arrange.splitCard").Same(was).Do("arrange.mergeCards").Same(was)
	second.Text = strings.Repeat("long ", 30000)
	if err := s.e.Doc.Do("long", func(ed *journey.Edit) error { ed.Put(second); return nil }); err != nil {
		t.Fatal(err)
	}
	s.Call("MergeCards", func(e *editor.Editor) error {
		if err := e.MergeCards(first.ID, second.ID); !editor.Refused(err) {
			s.fail("the error is %v", err)
		}
		return nil
	})
}

// Whatever is merged in whatever map, it is whole afterwards, no card is lost
// but those that were joined, and undo takes it back.
func TestMergingLosesNothing(t *testing.T) {
	checks(t, "40")
	project, blobs := everything(t)
	s := begin(t, project, blobs)
	rapid.Check(t, func(t *rapid.T) {
		first := s.e.Doc.Project()
		maps := first.Maps()
		s.e.ShowMap(maps[rapid.IntRange(0, len(maps)-1).Draw(t, "map")].ID)
		var rows []journey.ID
		for r := range first.All() {
			if first.MapOf(r.RowID()) == s.e.Map().ID {
				rows = append(rows, r.RowID())
			}
		}
		chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(rows), 1, 4, rapid.ID).Draw(t, "rows")
		joined := 0
		err := []func() error{
			func() error { return s.e.MergeStep(chosen[0]) },
			func() error { return s.e.MergeLane(chosen[0]) },
			func() error {
				for _, id := range chosen {
					if _, ok := journey.Get[journey.Card](first, id); ok {
						joined++
					}
				}
				return s.e.MergeCards(chosen...)
			},
			func() error { _, err := s.e.SplitCard(chosen[0]); return err },
		}[rapid.IntRange(0, 3).Draw(t, "what")]()
		if err != nil && !editor.Refused(err) {
			t.Fatal(err)
		}
		is := s.e.Doc.Project()
		if _, problems := journey.Repair(is); len(problems) > 0 {
			t.Fatal(problems)
		}
		count := func(p *journey.Project) (n int) {
			for r := range p.All() {
				if r.Kind() == journey.KindCard {
					n++
				}
			}
			return n
		}
		if lost := count(first) - count(is); lost > max(0, joined-1) {
			t.Fatalf("%d cards are lost", lost)
		}
		if is != first {
			s.e.Run(input.Chord{Mods: input.Ctrl, Key: "Z"})
		}
		if !s.e.Doc.Project().Equal(first) {
			t.Fatal("undo is not the beginning")
		}
	})
}
