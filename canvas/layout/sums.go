package layout

import (
	"math"

	"throughline/journey"
)

// stageSum is what a stage's cards come to: how much it hurts, how it feels,
// and what it measures.
type stageSum struct {
	heat   float64
	mood   journey.Number // −2 to +2
	metric journey.Card   // the first that has a value
}

// sumsOf is the sums of the map's stages, or nil where the map shows none. Only
// stages whose cards have changed are summed up anew.
func (l *Layout) sumsOf(f *frame, s *Sheet) []stageSum {
	if !s.Map.Heat && !s.Map.Summary {
		l.sums = nil
		return nil
	}
	if l.sums == nil {
		l.sums = map[journey.ID]stageSum{}
	}
	var lanes []journey.Lane
	out := make([]stageSum, len(s.Stages))
	for i, st := range s.Stages {
		sum, ok := l.sums[st.ID]
		if !ok {
			if lanes == nil {
				lanes = f.lanes(l.mp)
			}
			sum = f.sum(s.Map, lanes, st.ID)
			l.sums[st.ID] = sum
		}
		out[i] = sum
	}
	return out
}

// recount forgets the sums that a change may make others of. A new name of a
// lane or a map makes none.
func (l *Layout) recount(ch journey.Change) {
	for _, r := range []journey.Row{ch.Before, ch.After} {
		switch r := r.(type) {
		case journey.Card:
			delete(l.sums, r.Stage)
		case journey.Step:
			delete(l.sums, r.Stage)
		case journey.Lane:
			a, _ := ch.Before.(journey.Lane)
			b, _ := ch.After.(journey.Lane)
			if a.LaneKind != b.LaneKind || a.Hidden != b.Hidden || a.Order != b.Order || a.Persona != b.Persona || a.Least != b.Least || a.Greatest != b.Greatest {
				clear(l.sums)
			}
		case journey.Persona: // a view may show its cards, or not
			clear(l.sums)
		case journey.Map:
			a, _ := ch.Before.(journey.Map)
			b, _ := ch.After.(journey.Map)
			if a.State != b.State || a.Persona != b.Persona {
				clear(l.sums)
			}
		}
	}
}

// sum adds up one stage over the lanes that are shown. How much it hurts is
//
//	  the severity of each pain point, 1 where it is unsaid
//	+ 1 for each other card that is flagged as a pain
//	+ how far each feeling lies below zero, up to 2
//
// How it feels is the mean of its points. Feelings are those of the map's
// persona and state in its first feelings lane: further curves are there to be
// compared with it.
func (f *frame) sum(m journey.Map, lanes []journey.Lane, stage journey.ID) stageSum {
	var sum stageSum
	moods, felt := 0.0, 0
	lane := journey.ID("") // of the feelings
	for _, l := range lanes {
		if l.LaneKind == journey.Feelings && lane == "" {
			lane = l.ID
		}
		for _, c := range f.stageCards(l.ID, stage) {
			switch {
			case l.LaneKind == journey.Pains:
				sum.heat += float64(min(max(c.Severity, 1), 3))
			case c.Pain:
				sum.heat++
			}
			switch {
			case l.LaneKind == journey.Metrics && c.Value.Set && sum.metric.ID == "":
				sum.metric = c
			case l.ID == lane && c.Feeling.Set && ofMap(m, c):
				v := l.Scale().Normal(c.Feeling.Value)
				sum.heat += max(0, -v)
				moods += v
				felt++
			}
		}
	}
	if felt > 0 {
		sum.mood = journey.Num(moods / float64(felt))
	}
	return sum
}

// ofMap reports whether a point belongs to the curve that the map is about.
func ofMap(m journey.Map, c journey.Card) bool {
	state := m.State
	if state == "" {
		state = journey.AsIs
	}
	return (c.State == "" || c.State == state) && (c.Persona == "" || m.Persona == "" || c.Persona == m.Persona)
}

// enoughPain is the sum at which a stage's bar is full, or that of the stage
// that hurts most if it is greater: a little pain does not look like a lot
// where there is no other.
const enoughPain = 6

// heatShares is how full each stage's bar is, 0 to 1.
func heatShares(sums []stageSum) []float64 {
	full := float64(enoughPain)
	for _, s := range sums {
		full = max(full, s.heat)
	}
	out := make([]float64, len(sums))
	for i, s := range sums {
		out[i] = s.heat / full
	}
	return out
}

// feelingOf is the nearest of the five feelings, 0 to 4.
func feelingOf(v float64) int { return int(math.Round(v)) + 2 }
