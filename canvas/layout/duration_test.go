package layout_test

import (
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/journey"
)

func TestTimesAreInWords(t *testing.T) {
	n := journey.Num
	for _, c := range []struct {
		takes, most journey.Number
		want        string
	}{
		{n(20), journey.Number{}, "20 min"}, {n(0.5), journey.Number{}, "30 s"}, {n(0), journey.Number{}, "0 min"},
		{n(120), journey.Number{}, "2 h"}, {n(90), n(2880), "1 h 30 min to 2 days"}, {n(1440), journey.Number{}, "1 day"},
		{n(3), n(8), "3 to 8 min"}, {n(2880), n(7200), "2 to 5 days"}, {journey.Number{}, n(45), "up to 45 min"},
		{n(59.7), journey.Number{}, "1 h"}, {n(2160), journey.Number{}, "1.5 days"}, {n(-5), journey.Number{}, "0 min"},
	} {
		p := edited(three(journey.Duration), func(e *journey.Edit) {
			x, _ := journey.Get[journey.Card](e.Project(), "a1")
			x.Minutes, x.Longest = c.takes, c.most
			e.Put(x)
		})
		if d := dump(layout.New(options(t), "map").Update(p)); !strings.Contains(d, `"`+c.want+`"`) {
			t.Errorf("%v to %v does not say %q", c.takes, c.most, c.want)
		}
	}
}
