package editor

import (
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

var editCommands = []Command{
	{
		Name: "edit.undo", Title: "Undo", Menu: "Edit", Keys: []input.Chord{{Mods: input.Ctrl, Key: "Z"}}, Icon: "undo",
		Enabled: func(e *Editor) bool { return e.Doc.UndoLabel() != "" || e.Doc.gesture != nil },
		Run:     func(e *Editor) error { _, err := e.Doc.Undo(); return err },
	},
	{
		Name: "edit.redo", Title: "Redo", Menu: "Edit", Keys: []input.Chord{{Mods: input.Ctrl | input.Shift, Key: "Z"}, {Mods: input.Ctrl, Key: "Y"}}, Icon: "redo",
		Enabled: func(e *Editor) bool { return e.Doc.RedoLabel() != "" },
		Run:     func(e *Editor) error { _, err := e.Doc.Redo(); return err },
	},
	{
		Name: "edit.text", Title: "Edit title", Menu: "Edit", Group: 1, Keys: []input.Chord{{Key: input.KeyEnter}, {Key: input.KeyF2}},
		Enabled: func(e *Editor) bool { return len(e.sel) == 1 },
		Run: func(e *Editor) error {
			e.tool = e.edit(field{e.sel[0], layout.TitlePart}, input.Event{Now: e.Doc.now()})
			return nil
		},
	},
	{
		Name: "edit.delete", Title: "Delete", Menu: "Edit", Group: 1, Keys: []input.Chord{{Key: input.KeyDelete}, {Key: input.KeyBackspace}},
		Enabled: func(e *Editor) bool { return len(e.sel) > 0 },
		Run: func(e *Editor) error {
			return e.Doc.Do("Delete "+count(len(e.sel), "card"), func(ed *journey.Edit) error {
				for _, id := range e.sel {
					ed.Delete(id)
				}
				return nil
			})
		},
	},
	{
		Name: "edit.all", Title: "Select all", Menu: "Edit", Group: 2, Keys: []input.Chord{{Mods: input.Ctrl, Key: "A"}},
		Run: func(e *Editor) error {
			var all []journey.ID
			for _, r := range e.view.sheet.Rows {
				for _, c := range e.Doc.Project().LaneCards(r.Lane) {
					all = append(all, c.ID)
				}
			}
			e.Select(all...)
			return nil
		},
	},
	{
		Name: "edit.none", Title: "Select nothing", Menu: "Edit", Group: 2, Keys: []input.Chord{{Key: input.KeyEscape}},
		Run: func(e *Editor) error { e.Select(); return nil },
	},
}
