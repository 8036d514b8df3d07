package journey_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// unfinished is a map with one of everything that Check finds.
func unfinished() *journey.Project {
	e := journey.New().Edit(journey.CountedIDs("row"))
	put := func(rows ...journey.Row) {
		for _, r := range rows {
			e.Put(r)
		}
	}
	put(journey.Map{ID: "m", Order: "V", Title: "Map", Review: "2026-11-21"}, journey.Persona{ID: "p", Order: "V", Name: "Mara"}, journey.Person{ID: "o", Order: "V", Name: "Aylin"})
	put(journey.Stage{ID: "a", Map: "m", Order: "A", Title: "First"}, journey.Stage{ID: "b", Map: "m", Order: "B", Title: "Empty"})
	put(journey.Step{ID: "a1", Stage: "a", Order: "A", Title: "Step"}, journey.Step{ID: "a2", Stage: "a", Order: "B"}, journey.Step{ID: "b1", Stage: "b", Order: "A"})
	lane := func(id journey.ID, k journey.LaneKind, at journey.Order) journey.Lane {
		return journey.Lane{ID: id, Map: "m", Order: at, LaneKind: k, Title: string(id)}
	}
	hidden := lane("hidden", journey.Text, "F")
	hidden.Hidden = true
	put(lane("does", journey.Touchpoints, "A"), lane("hurts", journey.Pains, "B"), lane("helps", journey.Opportunities, "C"), lane("line", journey.Divider, "D"), lane("none", journey.Text, "E"), hidden)
	card := func(id, l journey.ID, title string) journey.Card {
		return journey.Card{ID: id, Lane: l, Stage: "a", Order: journey.Order(id) + "V", Title: title}
	}
	owned := card("k1", "does", "Asks")
	owned.Owner, owned.Evidence, owned.Links = "o", journey.Assumed, journey.List("map:gone", "https://example.org")
	hurts := card("p1", "hurts", "Slow")
	hurts.Severity = 2
	helps := card("q1", "helps", "Faster")
	helps.Impact = 3
	put(owned, card("k2", "does", "Waits"), card("k3", "does", ""), hurts, card("p2", "hurts", "Dear"), helps, card("h1", "hidden", "Unseen"))
	put(journey.Link{ID: "l1", Map: "m", From: "k1", To: "k2"}, journey.Link{ID: "l2", Map: "m", From: "k1", To: "k3", Title: "else"},
		journey.Link{ID: "l3", Map: "m", From: "k2", To: "k2"}, journey.Link{ID: "l4", Map: "m", From: "k3", To: "h1"})
	put(journey.Comment{ID: "c1", On: "k2", Text: "why?"}, journey.Comment{ID: "c2", On: "p1", Text: "a"}, journey.Comment{ID: "c3", On: "p1", Text: "b"}, journey.Comment{ID: "c4", On: "p2", Text: "done", Done: true})
	return e.Project()
}

func TestCheckFindsWhatIsUnfinished(t *testing.T) {
	want := []journey.Finding{
		{"m", "The review of “Map” was due on 2026-11-21."},
		{"m", "“Map” does not say whose journey it is."},
		{"a2", "A step of “First” has no name."},
		{"b", "Stage “Empty” has no cards."},
		{"k1", "“Asks” is still assumed."},
		{"k1", "“Asks” leads to a map that is gone."},
		{"l1", "The link from “Asks” to “Waits” has no label, and there are others."},
		{"k2", "“Waits” has no owner, while others in “does” have one."},
		{"k2", "“Waits” has an open comment."},
		{"k3", "A card of “does” says nothing."},
		{"k3", "“Untitled” has no owner, while others in “does” have one."},
		{"p1", "“Slow” has 2 open comments."},
		{"p2", "“Dear” says nothing of its severity."},
		{"q1", "“Faster” says nothing of its impact or its effort."},
		{"none", "Lane “none” has no cards."},
		{"l3", "A link leads from “Waits” to itself."},
		{"l4", "A link ends at “Unseen”, in the hidden lane “hidden”."},
	}
	p := unfinished()
	if _, problems := journey.Repair(p); len(problems) > 0 {
		t.Fatal(problems)
	}
	got := journey.Check(p, "m", "2026-11-22")
	if !slices.Equal(got, want) {
		t.Errorf("found")
		for _, f := range got {
			t.Logf("%s %s", f.At, f.Text)
		}
	}
	if got := journey.Check(p, "m", ""); got[0].At != "m" || got[0] == want[0] {
		t.Errorf("without a day: %v", got[0])
	}
	if journey.Check(p, "no map", "") != nil {
		t.Error("a map that is not there has findings")
	}
}

// Every finding is about a row of the project, whatever there is in it.
func TestFindingsHaveAPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		for _, m := range p.Maps() {
			for _, f := range journey.Check(p, m.ID, "2026-11-22") {
				if _, ok := p.Row(f.At); !ok || f.Text == "" || p.MapOf(f.At) != m.ID {
					t.Fatalf("%+v", f)
				}
			}
		}
	})
}
