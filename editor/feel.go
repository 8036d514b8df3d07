package editor

import (
	"math"

	"throughline/journey"
)

// feels reports whether cards of lanes of a kind show what somebody feels.
func feels(k journey.LaneKind) bool {
	return k == journey.Touchpoints || k == journey.Feelings || k == journey.Intensity
}

// feeling is the selected cards that show what somebody feels.
func (e *Editor) feeling() []journey.Card {
	var out []journey.Card
	for _, c := range e.SelectedCards() {
		if l, ok := journey.Get[journey.Lane](e.Doc.Project(), c.Lane); ok && feels(l.LaneKind) {
			out = append(out, c)
		}
	}
	return out
}

// felt reports whether there are such cards, among them the one with the focus.
func (e *Editor) felt() bool {
	c, ok := journey.Get[journey.Card](e.Doc.Project(), e.focus.Row)
	l, _ := journey.Get[journey.Lane](e.Doc.Project(), c.Lane)
	return ok && feels(l.LaneKind) && e.sel.has[c.ID]
}

// setFeeling gives the selected cards a feeling of −2 to +2, in the scales of
// their lanes; an absent one takes it away. Cards of locked lanes keep theirs.
func (e *Editor) setFeeling(label string, v journey.Number) error {
	var why error
	var free []journey.Card
	for _, c := range e.feeling() {
		if err := e.locked(c.ID); err != nil {
			why = err
			continue
		}
		free = append(free, c)
	}
	err := e.Doc.Do(label, func(ed *journey.Edit) error {
		for _, c := range free {
			l, _ := journey.Get[journey.Lane](ed.Now(), c.Lane)
			if c.Feeling = v; v.Set {
				c.Feeling = journey.Num(onScale(l.Scale(), v.Value))
			}
			ed.Put(c)
		}
		return nil
	})
	if err == nil {
		err = why
	}
	return err
}

// onScale is a feeling of −2 to +2 in a lane's scale.
func onScale(s journey.Scale, v float64) float64 {
	return math.Round((s.Least+(v+2)/4*(s.Greatest-s.Least))*1000) / 1000 // not 0.30000000000000004
}
