package layout

import (
	"slices"

	"throughline/journey"
)

// newFrame is what draws p besides a layout that goes on.
func newFrame(o *Options, p *journey.Project) *frame {
	return &frame{Options: o, p: p, shown: o.View.Shown()}
}

// lanes is the lanes of a map that are shown, in order.
func (f *frame) lanes(mp journey.ID) []journey.Lane {
	return slices.DeleteFunc(f.p.Lanes(mp), func(l journey.Lane) bool { return !f.shown.Lane(f.p, l) })
}

// cards is the cards of a cell that are shown.
func (f *frame) cards(lane, column journey.ID) []journey.Card {
	return f.those(f.p.Cards(lane, column))
}

// stageCards is the cards of a lane under one stage that are shown.
func (f *frame) stageCards(lane, stage journey.ID) []journey.Card {
	return f.those(f.p.StageCards(lane, stage))
}

// laneCards is the cards of a lane that are shown.
func (f *frame) laneCards(l journey.Lane) []journey.Card {
	return f.those(f.p.LaneCards(l))
}

// those is the cards that are shown of a list, which is changed.
func (f *frame) those(cards []journey.Card) []journey.Card {
	return slices.DeleteFunc(cards, func(c journey.Card) bool { return !f.shown.Card(f.p, c) })
}
