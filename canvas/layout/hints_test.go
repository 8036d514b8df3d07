package layout_test

import (
	"bytes"
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
)

// guided is the map of three with a lane that has hints and no cards but one.
func guided(kind journey.LaneKind) *journey.Project {
	return edited(three(journey.Touchpoints), func(e *journey.Edit) {
		e.Put(journey.Lane{ID: "empty", Map: "map", Order: "k", LaneKind: kind, Title: "Empty"})
		e.Put(journey.Hint{ID: "h1", Lane: "empty", Stage: "a", Text: "What does it promise?"})
		e.Put(journey.Hint{ID: "h2", Lane: "empty", Stage: "b", Step: "sb1", Text: "Who answers?"})
		e.Put(journey.Hint{ID: "h3", Lane: "lane", Stage: "a", Step: "sa1", Text: "Never seen: there is a card."})
	})
}

func TestEmptyCellsShowTheirHintsOnAScreenOnly(t *testing.T) {
	for _, kind := range []journey.LaneKind{journey.Goals, journey.Touchpoints, journey.Feelings, journey.Channels, journey.Process} {
		p := guided(kind)
		o := options(t)
		o.Screen = true
		view := layout.New(o, "map")
		s := view.Update(p)
		d := dump(s)
		if !strings.Contains(d, "promise") || !strings.Contains(d, "answers") || strings.Contains(d, "Never") {
			t.Errorf("%s: the sheet shows\n%s", kind, d)
		}
		it, at, ok := s.Body.Find("", layout.HintPart)
		if !ok || !it.Box.Add(at).Contains(geom.Pt(176, at.Y+5)) {
			t.Errorf("%s: the hint of a stage is at %v", kind, at)
		}
		// it is hit as the cell is: not at all
		if h, ok := s.Body.Hit(at.Add(geom.Pt(40, 20)), 0); ok && h.Part == layout.HintPart {
			t.Errorf("%s: it is hit as %v", kind, h.Part)
		}
		var page bytes.Buffer
		if err := layout.Poster(o, p, "map").Dump(&page); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page.String(), "promise") || strings.Contains(page.String(), "answers") {
			t.Errorf("%s: the poster shows a hint", kind)
		}
		// a card takes its place
		p = edited(p, func(e *journey.Edit) {
			e.Put(journey.Card{ID: "x", Lane: "empty", Stage: "a", Step: "sa2", Order: "V", Title: "Speed"})
		})
		if d := dump(view.Update(p)); strings.Contains(d, "promise") {
			t.Errorf("%s: the hint is still there", kind)
		}
		// and gives it back
		p = edited(p, func(e *journey.Edit) { e.Delete("x") })
		if d := dump(view.Update(p)); !strings.Contains(d, "promise") {
			t.Errorf("%s: the hint does not come back", kind)
		}
	}
}
