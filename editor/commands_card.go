package editor

import (
	"throughline/canvas/input"
	"throughline/journey"
)

// cardCommands are for the cards that are selected and the cell that has the
// focus.
var cardCommands = []Command{
	{
		Name: "card.add", Title: "Add a card", Menu: "Edit", Group: 1, Keys: []input.Chord{{Key: input.KeyInsert}, {Mods: input.Ctrl, Key: input.KeyEnter}},
		Enabled: func(e *Editor) bool { return e.focus.Lane != "" && e.focus.Column != "" },
		Run: func(e *Editor) error {
			e.tool = e.addInFocus(input.Event{Now: e.Doc.now()})
			return nil
		},
	},
	feelingOf("1", "Set feeling to frustrated", -2),
	feelingOf("2", "Set feeling to uneasy", -1),
	feelingOf("3", "Set feeling to neutral", 0),
	feelingOf("4", "Set feeling to good", 1),
	feelingOf("5", "Set feeling to delighted", 2),
	{
		Name: "feeling.none", Title: "Clear feeling", Keys: []input.Chord{{Key: "0"}}, Enabled: (*Editor).felt,
		Run: func(e *Editor) error { return e.setFeeling("Clear feeling", journey.Number{}) },
	},
}

func feelingOf(key input.Key, title string, v float64) Command {
	return Command{
		Name: "feeling." + string(key), Title: title, Keys: []input.Chord{{Key: key}}, Enabled: (*Editor).felt,
		Run: func(e *Editor) error { return e.setFeeling("Set feeling", journey.Num(v)) },
	}
}
