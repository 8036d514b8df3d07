package layout_test

import (
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// A stage hurts by the severity of its pain points, by the cards that are
// flagged, and by how far feelings lie below zero: as much as the fullest bar
// of the map, or 6, is all of it.
func TestTheHeatOfAStage(t *testing.T) {
	p := journeytest.Marked()
	l := layout.New(options(t), "marked")
	alts := func(part scene.Part) (out []string) {
		s := l.Update(p)
		for _, st := range s.Stages {
			it, _, ok := s.Band.Find(string(st.ID), part)
			if !ok {
				t.Fatalf("%s has no %s", st.ID, part)
			}
			out = append(out, it.Alt)
		}
		return out
	}
	same := func(got []string, want ...string) {
		t.Helper()
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("stage %d: %q, want %q", i+1, got[i], want[i])
			}
		}
	}
	// wait: severities 3 + 2, two flagged, 0.8 + 1.9 below zero = 9.7, the most
	same(alts(layout.HeatPart), "Ask: pain 10 %", "Wait for an answer from the manufacturer: pain 100 %", "Order: pain 0 %", "Fit: pain 32 %")
	same(alts(layout.SummaryPart), "Ask: Good, 2.6 calls to an offer", "Wait for an answer from the manufacturer: Uneasy, 4.5 days to the first answer", "Order: Good, €148 average order", "Fit: Neutral")

	p = edited(p, func(e *journey.Edit) {
		e.Delete("p2")
		e.Delete("p3")
		c, _ := journey.Get[journey.Card](p, "p4")
		c.Severity = 0 // unsaid counts as 1
		e.Put(c)
		f, _ := journey.Get[journey.Card](p, "f5")
		f.Feeling = journey.Num(-2)
		e.Put(f)
	})
	same(alts(layout.HeatPart), "Ask: pain 17 %", "Wait for an answer from the manufacturer: pain 78 %", "Order: pain 33 %", "Fit: pain 35 %")
	same(alts(layout.SummaryPart)[2:], "Order: Neutral, €148 average order")

	p = edited(p, func(e *journey.Edit) { // what is not shown does not count
		lane, _ := journey.Get[journey.Lane](p, "feel")
		lane.Hidden = true
		e.Put(lane)
	})
	same(alts(layout.HeatPart), "Ask: pain 17 %", "Wait for an answer from the manufacturer: pain 33 %", "Order: pain 0 %", "Fit: pain 17 %")
	same(alts(layout.SummaryPart), "Ask: 2.6 calls to an offer", "Wait for an answer from the manufacturer: 4.5 days to the first answer", "Order: €148 average order", "Fit")

	p = edited(p, func(e *journey.Edit) {
		m, _ := journey.Get[journey.Map](p, "marked")
		m.Heat, m.Summary = false, false
		e.Put(m)
	})
	if s := l.Update(p); s.BandHeight != 8+64+4+32 {
		t.Errorf("without both the band is %v high", s.BandHeight)
	}
}

// Curves that are there to be compared do not count.
func TestTheMoodIsThatOfTheMap(t *testing.T) {
	p := edited(journeytest.Marked(), func(e *journey.Edit) {
		e.Put(journey.Persona{ID: "other", Order: "z", Name: "Other"})
		e.Put(journey.Card{ID: "x", Lane: "feel", Stage: "order", Step: "pay", Order: "z", Feeling: journey.Num(-2), Persona: "other"})
		e.Put(journey.Card{ID: "y", Lane: "feel", Stage: "order", Step: "pay", Order: "zz", Feeling: journey.Num(-2), State: journey.ToBe})
	})
	s := layout.New(options(t), "marked").Update(p)
	if it, _, _ := s.Band.Find("order", layout.SummaryPart); it.Alt != "Order: Good, €148 average order" {
		t.Errorf("it says %q", it.Alt)
	}
}
