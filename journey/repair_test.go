package journey_test

import (
	"testing"

	"pgregory.net/rapid"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// A file that lost rows keeps what people wrote in the others.
func TestRepairKeepsWhatLostItsPlace(t *testing.T) {
	e := journey.New().Edit(nil)
	e.Put(journey.Card{ID: "card", Lane: "no-lane", Stage: "no-stage", Step: "no-step", Order: "V", Title: "Keep me", Severity: 9})
	e.Put(journey.Step{ID: "step", Stage: "no-stage", Order: "V", Title: "And me"})
	e.Put(journey.Comment{ID: "said", On: "nothing", Text: "me too"})
	p, problems := journey.Repair(e.Project())
	c, ok := journey.Get[journey.Card](p, "card")
	if !ok || c.Title != "Keep me" || p.MapOf("card") == "" || c.Severity != 3 {
		t.Errorf("card is %+v of map %q", c, p.MapOf("card"))
	}
	if p.MapOf("step") == "" || p.MapOf("said") == "" {
		t.Error("step or comment has no map")
	}
	if len(problems) == 0 {
		t.Error("nothing was reported")
	}
}

// A comment on what a repair removes is told of at once, not by the next repair.
func TestRepairKeepsWhatIsSaidOfWhatItRemoves(t *testing.T) {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Order: "V", Title: "Retail"})
	e.Put(journey.Link{ID: "link", Map: "map", From: "nowhere", To: "nothing"})
	e.Put(journey.Hint{ID: "hint", Lane: "no-lane", Text: "Ask the shop"})
	e.Put(journey.View{ID: "view", Map: "no-map", Order: "V", Title: "For the board"})
	for _, on := range []journey.ID{"link", "hint", "view"} {
		e.Put(journey.Comment{ID: "on-" + on, On: on, Text: "Is this still so?"})
	}
	p, _ := journey.Repair(e.Project())
	if got := len(p.Comments("map")); got != 3 {
		t.Errorf("%d comments moved to the map, want 3", got)
	}
	if _, problems := journey.Repair(p); len(problems) > 0 {
		t.Errorf("a second repair found %v", problems)
	}
}

func TestRepairIsDoneOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		e := p.Edit(nil)
		rows := p.Sorted()
		for range min(len(rows), rapid.IntRange(1, 6).Draw(t, "damages")) {
			i := rapid.IntRange(0, len(rows)-1).Draw(t, "row")
			switch r := rows[i].(type) { // a row goes without its cascade, or points astray
			case journey.Card:
				r.Lane, r.Order = journey.ID(rapid.SampledFrom([]string{"", "r1", "r2", "r3"}).Draw(t, "lane")), ""
				e.Put(r)
			case journey.Lane:
				r.LaneKind, r.Map = "nonsense", "r1"
				e.Put(r)
			case journey.Stage:
				r.Map, r.Width = "r2", -7
				e.Put(r)
			case journey.Comment:
				r.On = r.ID
				e.Put(r)
			default:
				tx := journey.Tx{Changes: []journey.Change{{Before: r}}}
				if q, err := e.Project().Apply(tx); err == nil {
					e = q.Edit(nil)
				}
			}
		}
		q, _ := journey.Repair(e.Project())
		again, problems := journey.Repair(q)
		if len(problems) > 0 || !again.Equal(q) {
			t.Fatalf("a second repair found %v", problems)
		}
	})
}
