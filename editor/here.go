package editor

import (
	"slices"

	"throughline/journey"
)

// spotlight is what a command that adds something goes by: the lane, stage and
// step where the keyboard is, as far as it is in one.
type spotlight struct {
	lane  journey.Lane
	stage journey.Stage
	step  journey.Step
}

// here is where the keyboard is, or else the row that was chosen last.
func (e *Editor) here() spotlight {
	f := e.focus
	if n := len(e.sel.ids); f == (Focus{}) && n > 0 {
		f = e.focusOf(e.sel.ids[n-1])
	}
	var s spotlight
	s.lane, _ = get[journey.Lane](e, f.Lane)
	s.step, _ = get[journey.Step](e, f.Column)
	s.stage, _ = get[journey.Stage](e, journey.Column(f.Column, s.step.Stage))
	return s
}

// rowsOf is the selected rows when all of them are of the given kinds.
func (e *Editor) rowsOf(kinds ...journey.Kind) []journey.Row {
	var out []journey.Row
	for _, id := range e.sel.ids {
		r, ok := e.Doc.Project().Row(id)
		if !ok || !slices.Contains(kinds, r.Kind()) {
			return nil
		}
		out = append(out, r)
	}
	return out
}

// laneHere is the lane that a command on a lane is about: the selected one, or
// the one in which the keyboard is.
func (e *Editor) laneHere() (journey.Lane, bool) {
	l := e.here().lane
	return l, l.ID != ""
}
