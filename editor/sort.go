package editor

import (
	"cmp"
	"slices"

	"throughline/journey"
)

// opportunityLanes is the map's lanes of opportunities that are not locked.
func (e *Editor) opportunityLanes() []journey.Lane {
	return slices.DeleteFunc(e.Doc.Project().Lanes(e.mp), func(l journey.Lane) bool {
		return l.LaneKind != journey.Opportunities || l.Locked
	})
}

// sortOpportunities puts what promises most for the least effort first in its
// cell. Those of one worth keep their order, and those that nobody has rated
// come last.
func (e *Editor) sortOpportunities() error {
	lanes := e.opportunityLanes()
	return e.Doc.Do("Sort opportunities", func(ed *journey.Edit) error {
		p := ed.Now()
		for _, l := range lanes {
			for _, s := range p.Stages(e.mp) {
				sortCell(ed, p.Cards(l.ID, s.ID))
				for _, step := range p.Steps(s.ID) {
					sortCell(ed, p.Cards(l.ID, step.ID))
				}
			}
		}
		return nil
	})
}

// sortCell orders the cards of a cell by impact ÷ effort, and gives them the
// places they had together.
func sortCell(ed *journey.Edit, cards []journey.Card) {
	sorted := slices.Clone(cards)
	slices.SortStableFunc(sorted, func(a, b journey.Card) int { return cmp.Compare(worth(b), worth(a)) })
	for i, c := range sorted {
		if c.ID != cards[i].ID {
			c.Order = cards[i].Order
			ed.Put(c)
		}
	}
}

// worth is impact ÷ effort, 0 where one of them is unsaid.
func worth(c journey.Card) float64 {
	if c.Effort == 0 {
		return 0
	}
	return float64(c.Impact) / float64(c.Effort)
}
