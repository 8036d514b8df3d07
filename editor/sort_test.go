package editor_test

import (
	"slices"
	"testing"

	"throughline/journey"
)

func TestOpportunitiesAreSortedByImpactAndEffort(t *testing.T) {
	s := open(t, "cargo-bike")
	p := s.e.Doc.Project()
	var lane journey.Lane
	for _, l := range p.Lanes(s.e.Map().ID) {
		if l.LaneKind == journey.Opportunities {
			lane = l
		}
	}
	stage := p.Stages(s.e.Map().ID)[0].ID
	was := p.Cards(lane.ID, stage)[0] // impact 2, effort 1
	add := func(id journey.ID, impact, effort int, after journey.Order) journey.Order {
		c := journey.Card{ID: id, Lane: lane.ID, Stage: stage, Title: string(id), Impact: impact, Effort: effort, Order: journey.Between(after, "")}
		if err := s.e.Doc.Do("Add", func(e *journey.Edit) error { e.Put(c); return nil }); err != nil {
			t.Fatal(err)
		}
		return c.Order
	}
	at := add("unsaid", 3, 0, was.Order)
	at = add("dear", 1, 3, at)
	at = add("same", 2, 1, at)
	add("best", 3, 1, at)
	titles := func() (all []string) {
		for _, c := range s.e.Doc.Project().Cards(lane.ID, stage) {
			all = append(all, c.Title)
		}
		return all
	}
	before := titles()
	s.Do("edit.sortOpportunities").Labels("Sort opportunities", "")
	want := []string{"best", was.Title, "same", "dear", "unsaid"}
	if got := titles(); !slices.Equal(got, want) {
		t.Errorf("sorted as %q, want %q", got, want)
	}
	s.Do("edit.sortOpportunities").Labels("Sort opportunities", "") // nothing to do, no step
	s.Undo()
	if got := titles(); !slices.Equal(got, before) {
		t.Errorf("undone, they are %q, were %q", got, before)
	}
}
