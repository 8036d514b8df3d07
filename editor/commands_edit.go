package editor

import (
	"throughline/canvas/input"
	"throughline/journey"
)

var editCommands = []Command{
	{
		Name: "edit.undo", Title: "Undo", Menu: "Edit", Keys: []input.Chord{{Mods: input.Ctrl, Key: "Z"}}, Icon: "undo", Aside: true,
		Enabled: func(e *Editor) bool { return e.Doc.UndoLabel() != "" },
		Run:     func(e *Editor) error { return e.undo() },
	},
	{
		Name: "edit.redo", Title: "Redo", Menu: "Edit", Keys: []input.Chord{{Mods: input.Ctrl | input.Shift, Key: "Z"}, {Mods: input.Ctrl, Key: "Y"}}, Icon: "redo", Aside: true,
		Enabled: func(e *Editor) bool { return e.Doc.RedoLabel() != "" },
		Run:     func(e *Editor) error { return e.turn(e.Doc.Redo) },
	},
	{
		Name: "edit.text", Title: "Edit title", Menu: "Edit", Group: 1, Fits: OnCard | OnStage | OnStep | OnLane | OnLink | OnNote, Keys: []input.Chord{{Key: input.KeyEnter}, {Key: input.KeyF2}},
		Enabled: func(e *Editor) bool { return e.focus != Focus{} },
		Run: func(e *Editor) error {
			e.tool = e.editFocus(input.Event{Now: e.Doc.now()})
			return nil
		},
	},
	{
		Name: "edit.delete", Title: "Delete", Menu: "Edit", Group: 1, Fits: OnCard | OnStage | OnStep | OnLane | OnLink | OnNote, Keys: []input.Chord{{Key: input.KeyDelete}, {Key: input.KeyBackspace}},
		Enabled: func(e *Editor) bool { return len(e.sel.ids) > 0 },
		Run:     func(e *Editor) error { return e.Delete(e.sel.ids...) },
	},
	{
		Name: "edit.duplicate", Title: "Duplicate", Menu: "Edit", Group: 1, Fits: OnCard | OnStage | OnStep | OnLane | OnNote, Keys: []input.Chord{{Mods: input.Ctrl, Key: "D"}},
		Enabled: func(e *Editor) bool { return e.tally().n > e.tally().count(journey.KindLink) },
		Run: func(e *Editor) error {
			ids, err := e.Duplicate(e.sel.ids...)
			if err == nil && len(ids) > 0 {
				e.Select(ids...)
				e.Reveal(ids[len(ids)-1])
			}
			return err
		},
	},
	{
		Name: "edit.findNext", Title: "Find next", Menu: "Edit", Group: 4, Keys: []input.Chord{{Key: input.KeyF3}},
		Enabled: func(e *Editor) bool { return e.search.on },
		Run:     func(e *Editor) error { e.NextFound(1); return nil },
	},
	{
		Name: "edit.findPrevious", Title: "Find previous", Menu: "Edit", Group: 4, Keys: []input.Chord{{Mods: input.Shift, Key: input.KeyF3}},
		Enabled: func(e *Editor) bool { return e.search.on },
		Run:     func(e *Editor) error { e.NextFound(-1); return nil },
	},
	{
		Name: "edit.menu", Title: "Menu of the selection", Keys: []input.Chord{{Mods: input.Shift, Key: input.KeyF10}, {Key: input.KeyMenu}},
		Run: func(e *Editor) error { e.keyMenu(); return nil },
	},
	{
		Name: "edit.all", Title: "Select all", Menu: "Edit", Group: 2, Keys: []input.Chord{{Mods: input.Ctrl, Key: "A"}},
		Run: func(e *Editor) error {
			e.Select(e.drawn(func(r journey.Row) bool { return r.Kind() == journey.KindCard })...)
			return nil
		},
	},
	{
		Name: "edit.sameKind", Title: "Select the same kind", Menu: "Edit", Group: 2, Keys: []input.Chord{{Mods: input.Ctrl | input.Shift, Key: "A"}},
		Enabled: func(e *Editor) bool { return !nothingChosen(e) },
		Run:     func(e *Editor) error { e.Select(e.sameKind()...); return nil },
	},
	{
		Name: "edit.none", Title: "Select nothing", Menu: "Edit", Group: 2, Keys: []input.Chord{{Key: input.KeyEscape}},
		Run: func(e *Editor) error { e.Select(); return nil },
	},
	{
		Name: "edit.sortOpportunities", Title: "Sort opportunities by impact and effort", Menu: "Arrange", Group: 5,
		Enabled: func(e *Editor) bool { return len(e.opportunityLanes()) > 0 },
		Run:     func(e *Editor) error { return e.sortOpportunities() },
	},
}

// undo takes the last step back. While something is dragged whose change is
// shown already, that is what Undo says it takes back, and it is given up.
func (e *Editor) undo() error {
	if !e.Typing() && e.Doc.gesture.Open() {
		e.Settle()
		return nil
	}
	return e.turn(e.Doc.Undo)
}

// turn undoes or does again, and shows the map in which something changed. A
// visit to a text is what undo takes back; anything else that a tool is doing
// is given up.
func (e *Editor) turn(way func() (string, error)) error {
	if !e.Typing() {
		e.Settle()
	}
	was := e.Doc.Project()
	_, err := way()
	e.showChange(was)
	return err
}

// showChange shows a map in which the project differs from what it was, unless
// the one that is shown does.
func (e *Editor) showChange(was *journey.Project) {
	is := e.Doc.Project()
	var other journey.ID
	for _, c := range journey.Diff(was, is).Changes {
		mp := is.MapOf(c.ID())
		if mp == "" {
			mp = was.MapOf(c.ID())
		}
		if _, ok := journey.Get[journey.Map](is, mp); !ok {
			continue
		}
		if mp == e.mp {
			return
		}
		if other == "" {
			other = mp
		}
	}
	if other != "" {
		e.ShowMap(other)
	}
}

// locked is an error that says so when a card, or a lane itself, is locked.
func (e *Editor) locked(id journey.ID) error {
	p := e.Doc.Project()
	if c, ok := journey.Get[journey.Card](p, id); ok {
		id = c.Lane
	}
	if l, ok := journey.Get[journey.Lane](p, id); ok && l.Locked {
		return LockedError{l.Title}
	}
	return nil
}
