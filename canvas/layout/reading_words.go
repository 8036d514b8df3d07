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
			out = append(out, "Pain point")
		case truthBadge:
			out = append(out, "Moment of truth")
		case assumedBadge:
			out = append(out, "Assumed")
		}
	}
	if v, ok := viewOf(l.LaneKind).(stack); ok {
		if b, ok := v.box.(noticeBox); ok && b.ratings != nil {
			for _, r := range b.ratings(c) {
				if r.n > 0 {
					out = append(out, fmt.Sprintf("%s: %d of 3", r.name, r.n))
				}
			}
		}
	}
	if !c.Feeling.Set {
		return out
	}
	switch {
	case l.LaneKind == journey.Intensity:
		out = append(out, fmt.Sprintf("Intensity: %s", c.Feeling))
	case l.LaneKind == journey.Feelings || isCards(l.LaneKind):
		out = append(out, fmt.Sprintf("Feeling: %s", FeelingNames[faceOf(l.Scale().Normal(c.Feeling.Value))]))
	}
	return out
}

// chartWords describes a card's chart; "" where it has none.
func chartWords(l journey.Lane, c journey.Card) string {
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
			return fmt.Sprintf("Chart: %s, target %s", withUnit(c.Value, c.Unit), withUnit(c.Target, c.Unit))
		}
		return fmt.Sprintf("Chart: %s", withUnit(c.Value, c.Unit))
	case len(s) == 0 || c.Chart != journey.ChartBars && c.Chart != journey.ChartStacked && c.Chart != journey.ChartFunnel:
		return ""
	}
	var parts []string
	for i, v := range s[:min(len(s), mostParts)] {
		n := withUnit(journey.Num(v), c.Unit)
		if i < len(names) && names[i] != "" {
			n = names[i] + " " + n
		}
		parts = append(parts, n)
	}
	if c.Target.Set && c.Chart == journey.ChartBars {
		return fmt.Sprintf("Chart: %s; target %s", strings.Join(parts, ", "), withUnit(c.Target, c.Unit))
	}
	return fmt.Sprintf("Chart: %s", strings.Join(parts, ", "))
}

// withUnit is a number as people write it.
func withUnit(n journey.Number, unit string) string {
	before, behind := currency(unit)
	return strings.TrimSpace(before + formatNumber(n) + " " + behind)
}
