package editor

import (
	"throughline/canvas/input"
)

var clipCommands = []Command{
	{
		Name: "edit.cut", Title: "Cut", Menu: "Edit", Group: 1, Fits: OnCard | OnNote | OnStage | OnStep | OnLane, Keys: []input.Chord{{Mods: input.Ctrl, Key: "X"}},
		Enabled: canCopy,
		Run:     (*Editor).cutSelected,
	},
	{
		Name: "edit.copy", Title: "Copy", Menu: "Edit", Group: 1, Fits: OnCard | OnNote | OnStage | OnStep | OnLane, Keys: []input.Chord{{Mods: input.Ctrl, Key: "C"}},
		Enabled: canCopy,
		Run:     (*Editor).copySelected,
	},
	{
		Name: "edit.paste", Title: "Paste", Menu: "Edit", Group: 1, Fits: OnCard | OnCell | OnStage | OnStep | OnLane | OnGround, Keys: []input.Chord{{Mods: input.Ctrl, Key: "V"}},
		Enabled: hasMap,
		Run:     func(e *Editor) error { return e.Paste(false) },
	},
	{
		Name: "edit.pastePlain", Title: "Paste words only", Menu: "Edit", Group: 1, Fits: OnCard | OnCell, Keys: []input.Chord{{Mods: input.Ctrl | input.Shift, Key: "V"}},
		Enabled: hasMap,
		Run:     func(e *Editor) error { return e.Paste(true) },
	},
	{
		Name: "edit.copyStyle", Title: "Copy style", Menu: "Edit", Group: 1, Fits: OnCard, Keys: []input.Chord{{Mods: input.Ctrl | input.Alt, Key: "C"}},
		Enabled: func(e *Editor) bool {
			r, _ := e.Doc.Project().Row(e.focus.Row)
			_, ok := styleOf(r)
			return ok
		},
		Run: (*Editor).copyStyle,
	},
	{
		Name: "edit.pasteStyle", Title: "Paste style", Menu: "Edit", Group: 1, Fits: OnCard, Keys: []input.Chord{{Mods: input.Ctrl | input.Alt, Key: "V"}},
		Enabled: func(e *Editor) bool { return e.style != nil && len(e.sel.ids) > 0 },
		Run:     (*Editor).pasteStyle,
	},
}
