package editor

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
)

// around is what the focus can be on in a loop: cards, points, stages, and the
// places of stages that have no cards yet.
type around struct {
	focus Focus
	box   geom.Rect // in the body, u
}

// aroundLoop is all of them, in the order of the stages.
func (e *Editor) aroundLoop() []around {
	s, p := e.view.sheet, e.Doc.Project()
	cards := map[journey.ID][]around{}
	for _, r := range s.Rows {
		for _, c := range s.Under(r.ID, layout.Column{}) {
			if card, ok := journey.Get[journey.Card](p, c.Card); ok {
				cards[card.Stage] = append(cards[card.Stage], around{e.focusOf(c.Card), c.Box})
			}
		}
	}
	var out []around
	for _, st := range s.Stages {
		if it, at, ok := s.Body.Find(string(st.ID), layout.StagePart); ok {
			out = append(out, around{e.focusOf(st.ID), it.Box.Add(at)})
		}
		if c, ok := s.LoopCell(st.Columns[0]); ok && !slices.ContainsFunc(cards[st.ID], func(a around) bool { return a.focus.Lane == c.Row.ID }) {
			out = append(out, around{Focus{Lane: c.Row.ID, Column: c.Column.ID()}, c.Rect})
		}
		out = append(out, cards[st.ID]...)
	}
	return out
}

// nextInLoop is what is nearest in a direction from what has the focus.
func (e *Editor) nextInLoop(w heading) Focus {
	all := e.aroundLoop()
	i := slices.IndexFunc(all, func(a around) bool { return a.focus.at() == e.focus.at() })
	if i < 0 {
		return e.entryOfLoop()
	}
	from, best, to := all[i].box.Center(), math.Inf(1), e.focus
	for k, a := range all {
		d := a.box.Center().Sub(from)
		along, aside := d.X*float64(w.x)+d.Y*float64(w.y), math.Abs(d.X*float64(w.y))+math.Abs(d.Y*float64(w.x))
		if cost := along + 2*aside; k != i && along > 0 && aside <= 2*along && cost < best {
			best, to = cost, a.focus
		}
	}
	return to
}

// at is what tells two places apart: their row, or their cell.
func (f Focus) at() Focus {
	if f.Row != "" {
		return Focus{Row: f.Row}
	}
	return f
}

// alongLoop is the next thing clockwise, or the one before.
func (e *Editor) alongLoop(step int) Focus {
	all := e.aroundLoop()
	if len(all) == 0 {
		return Focus{}
	}
	i := slices.IndexFunc(all, func(a around) bool { return a.focus.at() == e.focus.at() })
	if i < 0 {
		return e.entryOfLoop()
	}
	return all[(i+step+len(all))%len(all)].focus
}

// entryOfLoop is its first stage.
func (e *Editor) entryOfLoop() Focus {
	if s := e.view.sheet; len(s.Stages) > 0 {
		return e.focusOf(s.Stages[0].ID)
	}
	return Focus{}
}
