package editor_test

import (
	"strings"
	"testing"

	"throughline/canvas/input"
)

// Tagged expects a frame around what is selected with a tag that counts it; ""
// expects none.
func (s *story) Tagged(want string) *story {
	s.t.Helper()
	f := s.frame()
	frames, tags := 0, 0
	for _, m := range f.Marks {
		if m.Edge == s.e.Theme().Acc && m.Width == 1.5 {
			frames++
			for _, ring := range f.Marks {
				if in := m.Rect; ring.Edge == m.Edge && ring.Width == 2 && ring.Clip == m.Clip && in.Union(ring.Rect) != in {
					s.fail("a ring stands beside the frame")
				}
			}
		}
	}
	for _, d := range f.Drawn {
		if strings.HasPrefix(d.Key, "tag/") {
			tags++
			for _, word := range strings.Fields(want) {
				if !says(d.Scene, word) {
					s.fail("the tag does not say %q", want)
				}
			}
			if b := s.frame().Panes[0].Rect; d.At.X < b.Min.X || d.At.Y < b.Min.Y || d.At.X+d.Scene.Size.X > b.Max.X {
				s.fail("the tag stands at %v, out of sight", d.At)
			}
		}
	}
	if n := min(len(want), 1); frames != n || tags != n {
		s.fail("%d frames and %d tags, want %q", frames, tags, want)
	}
	return s
}

// Several cards have a frame around them, which counts them, and any of them is
// taken hold of to drag all.
func TestSeveralCardsHaveAFrame(t *testing.T) {
	s := marked(t)
	s.Tagged("").Click("card:ride-app").Tagged("")
	s.Hold(input.Shift).Click("card:booking-confirmed").Tagged("2 cards").Click("note:note1").Tagged("3 items").Click("stage:Research").Tagged("3 items").Hold(0)
	s.Click("stage:Research").Hold(input.Shift).Click("stage:Try out").Hold(0).Tagged("")
	s.Click("card:test-ride-booking").Key("Shift+Right").Tagged("4 cards")
	s.Press("card:booking-confirmed").MoveTo("cell:Touchpoints/Ask around").Tagged("").Key("Escape").Release().Tagged("4 cards")
	s.Drag("card:family-test-ride", "cell:Touchpoints/Compare models").Labels("Move 4 cards", "").Tagged("4 cards")
	s.Undo().Key("Ctrl+A").Tagged("111 cards")
	s.MoveTo("cell:Touchpoints/Ask around").Wheel(0, -4000).Tagged("111 cards")
	s.Key("Enter").Tagged("") // who types sees the text
	s.Key("Escape", "Escape").Tagged("")
}
