package editor

import (
	"fmt"

	"throughline/canvas/input"
	"throughline/journey"
)

var editCommands = []Command{
	{
		Name: "edit.undo", Title: "Undo", Menu: "Edit", Keys: []input.Chord{{Mods: input.Ctrl, Key: "Z"}}, Icon: "undo", Aside: true,
		Enabled: func(e *Editor) bool { return e.Doc.UndoLabel() != "" },
		Run:     func(e *Editor) error { return e.turn(e.Doc.Undo) },
	},
	{
		Name: "edit.redo", Title: "Redo", Menu: "Edit", Keys: []input.Chord{{Mods: input.Ctrl | input.Shift, Key: "Z"}, {Mods: input.Ctrl, Key: "Y"}}, Icon: "redo", Aside: true,
		Enabled: func(e *Editor) bool { return e.Doc.RedoLabel() != "" },
		Run:     func(e *Editor) error { return e.turn(e.Doc.Redo) },
	},
	{
		Name: "edit.text", Title: "Edit title", Menu: "Edit", Group: 1, Keys: []input.Chord{{Key: input.KeyEnter}, {Key: input.KeyF2}},
		Enabled: func(e *Editor) bool { return len(e.sel.ids) == 1 },
		Run: func(e *Editor) error {
			r, _ := e.Doc.Project().Row(e.sel.ids[0])
			if f, ok := fieldOf(r, ""); ok {
				e.tool = e.edit(f, input.Event{Now: e.Doc.now()})
			}
			return nil
		},
	},
	{
		Name: "edit.delete", Title: "Delete", Menu: "Edit", Group: 1, Keys: []input.Chord{{Key: input.KeyDelete}, {Key: input.KeyBackspace}},
		Enabled: func(e *Editor) bool { return len(e.sel.ids) > 0 },
		Run:     func(e *Editor) error { return e.deleteSelected() },
	},
	{
		Name: "edit.all", Title: "Select all", Menu: "Edit", Group: 2, Keys: []input.Chord{{Mods: input.Ctrl, Key: "A"}},
		Run: func(e *Editor) error {
			e.Select(e.cardsOnSheet()...)
			return nil
		},
	},
	{
		Name: "edit.none", Title: "Select nothing", Menu: "Edit", Group: 2, Keys: []input.Chord{{Key: input.KeyEscape}},
		Run: func(e *Editor) error { e.Select(); return nil },
	},
	{
		Name: "edit.sortOpportunities", Title: "Sort opportunities by impact and effort", Menu: "Edit", Group: 3,
		Enabled: func(e *Editor) bool { return len(e.opportunityLanes()) > 0 },
		Run:     func(e *Editor) error { return e.sortOpportunities() },
	},
}

// cardsOnSheet is every card of the map that is not in a hidden lane, lane by
// lane from left to right.
func (e *Editor) cardsOnSheet() []journey.ID {
	var all []journey.ID
	p := e.Doc.Project()
	for _, b := range e.view.sheet.Body.Blocks {
		for i := range b.Items {
			id := journey.ID(b.Items[i].Owner)
			r, _ := p.Row(id)
			if _, ok := r.(journey.Card); ok {
				all = append(all, id)
			}
		}
	}
	return all
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

// deleteSelected deletes the selected rows with all that cannot be without
// them. Locked lanes stay as they are.
func (e *Editor) deleteSelected() error {
	var free []journey.ID
	var why error
	for _, id := range e.sel.ids {
		if err := e.locked(id); err != nil {
			why = err
			continue
		}
		free = append(free, id)
	}
	if len(free) == 0 {
		return why
	}
	err := e.Doc.Do("Delete "+count(len(free), e.noun(free)), func(ed *journey.Edit) error {
		for _, id := range free {
			ed.Delete(id)
		}
		return nil
	})
	if err == nil {
		err = why
	}
	return err
}

// noun is what rows are called in a label: what their kind is called, or
// "item" where they are of several.
func (e *Editor) noun(ids []journey.ID) string {
	word := ""
	for _, id := range ids {
		r, ok := e.Doc.Project().Row(id)
		switch {
		case !ok:
		case word == "":
			word = string(r.Kind())
		case word != string(r.Kind()):
			return "item"
		}
	}
	return word
}

// locked is an error that says so when a card, or a lane itself, is locked.
func (e *Editor) locked(id journey.ID) error {
	p := e.Doc.Project()
	if c, ok := journey.Get[journey.Card](p, id); ok {
		id = c.Lane
	}
	if l, ok := journey.Get[journey.Lane](p, id); ok && l.Locked {
		return fmt.Errorf("“%s” is locked", l.Title)
	}
	return nil
}
