package editor

import (
	"throughline/canvas/input"
	"throughline/journey"
)

var mapCommands = []Command{
	{
		Name: "map.add", Title: "Add map", Menu: "Map",
		Run: func(e *Editor) error { _, err := e.AddMap("Untitled map"); return err },
	},
	{
		Name: "map.duplicate", Title: "Duplicate map", Menu: "Map", Enabled: hasMap,
		Run: func(e *Editor) error {
			ids, err := e.Duplicate(e.mp)
			if err == nil && len(ids) == 1 {
				e.ShowMap(ids[0])
			}
			return err
		},
	},
	{
		Name: "map.delete", Title: "Delete map", Menu: "Map",
		Enabled: func(e *Editor) bool { return len(e.Doc.Project().Maps()) > 1 },
		Run:     func(e *Editor) error { return e.Delete(e.mp) },
	},
	{
		Name: "map.earlier", Title: "Move map to the left", Menu: "Map", Group: 1,
		Enabled: func(e *Editor) bool { return indexOf(e.Doc.Project().Maps(), e.mp) > 0 },
		Run:     func(e *Editor) error { return e.Move(e.mp, indexOf(e.Doc.Project().Maps(), e.mp)-1) },
	},
	{
		Name: "map.later", Title: "Move map to the right", Menu: "Map", Group: 1,
		Enabled: func(e *Editor) bool {
			maps := e.Doc.Project().Maps()
			return indexOf(maps, e.mp) < len(maps)-1
		},
		Run: func(e *Editor) error { return e.Move(e.mp, indexOf(e.Doc.Project().Maps(), e.mp)+1) },
	},
	{
		Name: "map.previous", Title: "Previous map", Menu: "Map", Group: 2, Keys: []input.Chord{{Mods: input.Ctrl, Key: input.KeyPageUp}},
		Enabled: func(e *Editor) bool { return e.besideThis(-1) != "" },
		Run:     func(e *Editor) error { e.ShowMap(e.besideThis(-1)); return nil },
	},
	{
		Name: "map.next", Title: "Next map", Menu: "Map", Group: 2, Keys: []input.Chord{{Mods: input.Ctrl, Key: input.KeyPageDown}},
		Enabled: func(e *Editor) bool { return e.besideThis(1) != "" },
		Run:     func(e *Editor) error { e.ShowMap(e.besideThis(1)); return nil },
	},
}

// besideThis is the map of the file that is so many behind the one that is
// shown; "" where there is none.
func (e *Editor) besideThis(by int) journey.ID {
	maps := e.Doc.Project().Maps()
	if i := indexOf(maps, e.mp) + by; i >= 0 && i < len(maps) {
		return maps[i].ID
	}
	return ""
}
