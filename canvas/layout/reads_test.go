package layout_test

import (
	"testing"

	"throughline/canvas/layout"
	"throughline/journey"
)

// A map is read as its author says, or else as its title or its first stage is.
func TestAMapIsReadAsItSaysOrAsItsWordsAre(t *testing.T) {
	f := options(t).Fonts
	for name, c := range map[string]struct {
		title, direction string
		stages           []string
		want             bool
	}{
		"an empty map":                             {want: false},
		"an Arabic title":                          {title: "شراء دراجة شحن", want: true},
		"a Hebrew title behind a number":           {title: "2026: קניית אופניים", want: true},
		"a Latin title":                            {title: "Buying a bicycle", stages: []string{"Search", "Buy"}, want: false},
		"a Hebrew stage under no title":            {stages: []string{"חיפוש", "קנייה"}, want: true},
		"an Arabic stage under a number":           {title: "2026", stages: []string{"بحث"}, want: true},
		"an Arabic stage under a Latin title":      {title: "Retail", stages: []string{"بحث", "شراء"}, want: true},
		"an Arabic title over a Latin stage":       {title: "شراء", stages: []string{"Search"}, want: true},
		"only a later stage in Arabic":             {title: "Retail", stages: []string{"Search", "بحث"}, want: false},
		"an Arabic word within a Latin title":      {title: "Retail (شراء)", want: false},
		"an Arabic map that is read from the left": {title: "شراء", stages: []string{"بحث"}, direction: journey.FromLeft, want: false},
		"a Latin map that is read from the right":  {title: "Retail", stages: []string{"Search"}, direction: journey.FromRight, want: true},
		"an empty map that is read from the right": {direction: journey.FromRight, want: true},
	} {
		e := journey.New().Edit(journey.CountedIDs("r"))
		e.Put(journey.Map{ID: "map", Order: "V", Title: c.title, Direction: c.direction})
		at := journey.Order("")
		for _, s := range c.stages {
			at = journey.Between(at, "")
			e.Put(journey.Stage{ID: e.NewID(), Map: "map", Order: at, Title: s})
		}
		if got := layout.ReadsLeft(f, e.Project(), "map"); got != c.want {
			t.Errorf("%s is read from the right: %t", name, got)
		}
	}
	if layout.ReadsLeft(f, journey.New(), "nowhere") {
		t.Error("a map that is not there is read from the right")
	}
}
