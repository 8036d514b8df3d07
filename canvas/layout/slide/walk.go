package slide

import (
	"slices"

	"throughline/canvas/layout"
	"throughline/journey"
)

// walk follows one persona step by step: what they do and say, what they feel,
// through which channel, and what happens behind the stage meanwhile. What
// belongs to a whole stage stands at its first step; what happens behind it, at
// each of its steps.
func (d *Deck) walk(was *Deck, changed map[journey.ID]bool) {
	who, _ := journey.Get[journey.Persona](d.p, d.Persona)
	n := 0
	for i := range d.stages {
		n += len(d.stages[i].cols)
	}
	at := 0
	for i := range d.stages {
		st := &d.stages[i]
		for k, column := range st.cols {
			of := heading{owner: st.ID, part: layout.StagePart, name: st.Title, who: who}
			if len(st.steps) > 0 {
				of = heading{owner: st.steps[k].ID, part: layout.StepPart, name: st.steps[k].Title, aside: st.Title, who: who}
			}
			made := kept(was, changed, d.cols[column].Column)
			if made == nil {
				made = &pages{told: fewest(func(g spacing) []*panel { return d.step(g, of, i, k) })}
			}
			d.made[d.cols[column].ID()] = made
			for page, p := range made.told {
				d.panels = append(d.panels, p)
				d.slide(i, column, page, d.count(byStep, at, n, page, len(made.told)), false, len(d.panels)-1, p)
				s := &d.Slides[len(d.Slides)-1]
				s.Title = of.name
				if len(st.steps) > 0 {
					s.Step = st.steps[k].ID
				}
			}
			at++
		}
	}
}

// step fills the pages of one step.
func (d *Deck) step(gaps spacing, of heading, st, k int) []*panel {
	f := &flow{d: d, stage: st, gaps: gaps, bottom: d.low()}
	var goals, quotes []journey.Card
	shown := make([][]journey.Card, len(d.lanes))
	for i, l := range d.lanes {
		cards := d.stepCards(l, st, k)
		switch l.LaneKind {
		case journey.Goals:
			goals = append(goals, cards...)
			continue
		case journey.Mindset:
			quotes = append(quotes, cards...)
			continue
		}
		if d.curve != nil && i == d.curve.lane && !d.Metrics {
			cards = d.curve.unsaid(cards)
		}
		cards = d.below(st, l, cards)
		shown[i] = cards
	}
	over := d.header(f, of, goals, quotes)
	f.page()
	for _, b := range over {
		f.grid("", []box{b}, 1, false)
	}
	var parts []part
	for i, l := range d.lanes {
		if len(shown[i]) > 0 {
			parts = append(parts, d.group(f, l, st, shown[i]))
		}
	}
	f.pack(parts)
	if f.fresh && len(goals)+len(quotes) == 0 {
		says := "This step has no cards yet."
		if of.part == layout.StagePart {
			says = noCards
		}
		f.grid("", []box{d.empty(says)}, 1, false)
	}
	return f.pages
}

// stepCards is the cards of a lane at a step, for the persona that is followed.
func (d *Deck) stepCards(l journey.Lane, st, k int) []journey.Card {
	if l.Persona != "" && d.Persona != "" && l.Persona != d.Persona {
		return nil
	}
	var cards []journey.Card
	s := &d.stages[st]
	if k == 0 || l.LaneKind == journey.Mindset || l.LaneKind == journey.Frontstage || l.LaneKind == journey.Backstage || l.LaneKind == journey.Support {
		cards = d.draw.Cards(l.ID, s.ID)
	}
	if len(s.steps) > 0 {
		cards = append(cards, d.draw.Cards(l.ID, s.steps[k].ID)...)
	}
	return slices.DeleteFunc(cards, func(c journey.Card) bool {
		_, known := journey.Get[journey.Persona](d.p, c.Persona)
		return known && d.Persona != "" && c.Persona != d.Persona && l.LaneKind != journey.Personas
	})
}
