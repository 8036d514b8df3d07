package layout

import (
	"fmt"
	"strings"

	"throughline/journey"
)

// signs is what the signs of a card mean: its badges, its dots, its face.
func (f *frame) signs(l journey.Lane, c journey.Card) []string {
	var out []string
	for _, b := range f.badgesIn(l.LaneKind, c) {
		switch b.kind {
		case painBadge:
			out = append(out, f.say("Pain point"))
		case truthBadge:
			out = append(out, f.say("Moment of truth"))
		case assumedBadge:
			out = append(out, f.say("Assumed"))
		}
	}
	if v, ok := viewOf(l.LaneKind).(stack); ok {
		if b, ok := v.box.(noticeBox); ok && b.ratings != nil {
			for _, r := range b.ratings(c) {
				if r.n > 0 {
					out = append(out, f.say(fmt.Sprintf("%s: %d of 3", r.name, r.n)))
				}
			}
		}
	}
	if !c.Feeling.Set {
		return out
	}
	switch {
	case l.LaneKind == journey.Intensity:
		out = append(out, f.say(fmt.Sprintf("Intensity: %s", c.Feeling)))
	case l.LaneKind == journey.Feelings || isCards(l.LaneKind):
		out = append(out, f.say(fmt.Sprintf("Feeling: %s", FeelingNames[faceOf(l.Scale().Normal(c.Feeling.Value))])))
	}
	return out
}

// chartWords describes a card's chart; "" where it has none.
func (f *frame) chartWords(l journey.Lane, c journey.Card) string {
	if l.LaneKind != journey.Metrics && (!isCards(l.LaneKind) || !c.Value.Set) {
		return ""
	}
	if c.Chart == "" && l.LaneKind != journey.Metrics && (c.Unit == "%" || c.Target.Set) {
		c.Chart = journey.ChartProgress
	}
	s, names := c.Series.All(), c.SeriesNames.All()
	switch {
	case c.Chart == journey.ChartProgress && c.Value.Set:
		if c.Target.Set {
			return f.chartOf(f.withUnit(c.Value, c.Unit), f.withUnit(c.Target, c.Unit))
		}
		return f.chartOf(f.withUnit(c.Value, c.Unit), "")
	case len(s) == 0 || c.Chart != journey.ChartBars && c.Chart != journey.ChartStacked && c.Chart != journey.ChartFunnel:
		return ""
	}
	var parts []string
	for i, v := range s[:min(len(s), mostParts)] {
		n := f.withUnit(journey.Num(v), c.Unit)
		if i < len(names) && names[i] != "" {
			n = names[i] + " " + n
		}
		parts = append(parts, n)
	}
	if c.Target.Set && c.Chart == journey.ChartBars {
		return f.chartOf(strings.Join(parts, ", "), f.withUnit(c.Target, c.Unit))
	}
	return f.chartOf(strings.Join(parts, ", "), "")
}

// chartOf describes a chart of values, and their target where it shows one.
func (f *frame) chartOf(values, target string) string {
	if target == "" {
		return f.about("Chart: VALUES", "VALUES", values)
	}
	return strings.Replace(f.about("Chart: VALUES; target GOAL", "GOAL", target), "VALUES", values, 1)
}

// withUnit is a number as people write it.
func (f *frame) withUnit(n journey.Number, unit string) string {
	before, behind := f.currency(unit)
	return strings.TrimSpace(before + f.number(n) + " " + behind)
}
