package slide

import (
	"throughline/canvas/layout"
	"throughline/journey"
)

// Update is the deck of another state of the project. It shares with this one
// what the difference leaves alone: after a keystroke all stages but one.
func (d *Deck) Update(p *journey.Project) *Deck {
	if p == d.p {
		return d
	}
	changed := map[journey.ID]bool{}
	for _, c := range journey.Diff(d.p, p).Changes {
		for _, r := range []journey.Row{c.Before, c.After} {
			if !d.marks(r, p, changed) {
				return newDeck(d.Options, p, d.Map.ID, nil, nil)
			}
		}
	}
	return newDeck(d.Options, p, d.Map.ID, d, changed)
}

// marks adds the stages on whose slides a changed row is seen; it is not ok
// where that may be any.
func (d *Deck) marks(r journey.Row, p *journey.Project, changed map[journey.ID]bool) (ok bool) {
	switch r := r.(type) {
	case nil:
		return true
	case journey.Comment:
		if on, is := p.Row(r.On); is {
			return d.marks(on, p, changed)
		}
		return true
	case journey.Card:
		l, _ := journey.Get[journey.Lane](d.p, r.Lane)
		changed[r.Stage] = true
		return l.LaneKind != journey.Feelings && l.LaneKind != journey.Duration // whose cards share a scale, or a line
	case journey.Note, journey.Link, journey.Hint, journey.View:
		return true
	}
	return false
}

// pages is the panels of a stage, or a step of it.
type pages struct{ told, behind []*panel }

// kept is the pages of a stage in an earlier deck; nil where they are not as
// they were.
func kept(was *Deck, changed map[journey.ID]bool, column layout.Column) *pages {
	if was == nil || changed[column.Stage] {
		return nil
	}
	return was.made[column.ID()]
}
