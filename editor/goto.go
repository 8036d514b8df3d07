package editor

import (
	"fmt"

	"throughline/journey"
)

// Goal is a row of the file that somebody can go to.
type Goal struct {
	ID    journey.ID
	Title string
	Icon  string
	Where string // what it is, or what it stands in
}

// Goals is all that a person can go to by its name: the maps of the file, and
// of the one that is shown the stages, lanes and cards.
func (e *Editor) Goals() []Goal {
	p := e.Doc.Project()
	var out []Goal
	for _, m := range p.Maps() {
		out = append(out, Goal{m.ID, m.Title, "map", "Map"})
	}
	for _, s := range p.Stages(e.mp) {
		out = append(out, Goal{s.ID, s.Title, "layers", "Stage"})
	}
	for _, l := range p.Lanes(e.mp) {
		icon := l.Icon
		if icon == "" {
			icon = l.LaneKind.Info().Icon
		}
		out = append(out, Goal{l.ID, l.Title, icon, "Lane"})
		for _, c := range p.LaneCards(l) {
			if c.Title != "" {
				out = append(out, Goal{c.ID, c.Title, icon, l.Title})
			}
		}
	}
	return out
}

// GoTo shows a row: its map, with the row selected and in sight. What belongs
// to no place of a map is only selected. A row in a hidden lane gives notice of
// where it is.
func (e *Editor) GoTo(id journey.ID) {
	p := e.Doc.Project()
	for range 8 { // to what a comment was said of
		c, ok := journey.Get[journey.Comment](p, id)
		if !ok {
			break
		}
		id = c.On
	}
	r, ok := p.Row(id)
	if !ok {
		return
	}
	if mp := p.MapOf(id); mp != "" {
		e.ShowMap(mp)
	}
	e.Settle()
	if r.Kind() == journey.KindMap {
		e.Select()
		return
	}
	e.Select(id)
	e.focus = e.focusOf(id)
	if c, ok := r.(journey.Card); ok && !e.reveal(id) {
		if l, ok := get[journey.Lane](e, c.Lane); ok && l.Hidden {
			e.notice = &Notice{Text: fmt.Sprintf("“%s” stands in the hidden lane “%s”.", journey.ShortName(c), journey.ShortName(l))}
		}
	}
	e.Reveal(id)
	e.notify()
}
