package editor

import (
	"throughline/canvas/input"
	"throughline/journey"
)

// toolCommands take a tool in hand, in the order of the toolbar.
var toolCommands = []Command{
	taking("tool.select", "Select", "V", "select", nil, func() Tool { return idle{} }),
	taking("tool.card", "Add cards", "C", "cardtool", hasMap, func() Tool { return &cardTool{} }),
	taking("tool.note", "Add a note", "N", "note", inRows, func() Tool { return &noteTool{} }),
	taking("tool.connector", "Link cards", "L", "connector", inRows, func() Tool { return &connector{} }),
	taking("tool.hand", "Move the map", "H", "hand", nil, func() Tool { return &hand{} }),
}

func taking(name, title string, key input.Key, icon string, can func(*Editor) bool, take func() Tool) Command {
	return Command{
		Name: name, Title: title, Menu: "View", Sub: "Tools", Group: 5, Keys: []input.Chord{{Key: key}}, Icon: icon, Enabled: can,
		Run: func(e *Editor) error { e.tool = take(); return nil },
	}
}

// InHand is the name of the command that takes what is in hand there: that of
// a tool that stays until Esc, or else "tool.select".
func (e *Editor) InHand() string {
	t := e.tool
	for {
		switch is := t.(type) {
		case *hand:
			return "tool.hand"
		case *cardTool:
			return "tool.card"
		case *noteTool:
			return "tool.note"
		case *connector:
			return "tool.connector"
		case *pan:
			t = is.back
			continue
		case *connect:
			t = is.back
			continue
		}
		return "tool.select"
	}
}

// stays answers what tools that stay in hand answer alike: the other buttons
// and the wheel move the map, Space is the hand, Esc ends, keys run commands.
// It reports false for what is the tool's own.
func (e *Editor) stays(t Tool, ev input.Event) (Tool, bool) {
	switch {
	case ev.Kind == input.Press && ev.Button != input.Left:
		return &pan{from: ev.At, button: ev.Button, back: t}, true
	case ev.Kind == input.Scroll:
		e.scroll(ev)
		return t, true
	case ev.Kind == input.KeyDown && ev.Key == input.KeyEscape:
		return idle{}, true
	case ev.Kind == input.KeyDown:
		e.Run(input.Chord{Mods: ev.Mods, Key: ev.Key})
		return e.tool, true
	}
	return t, false
}

// cardTool adds a card to the cell that is clicked.
type cardTool struct{ plain }

// Handle adds a card.
func (t *cardTool) Handle(e *Editor, ev input.Event) Tool {
	if next, ok := e.stays(t, ev); ok {
		return next
	}
	if ev.Kind != input.Press {
		return t
	}
	if c, _, ok := e.hitCard(ev.At); ok && e.stacked(c) {
		return e.addBelow(c, ev)
	}
	if c, ok := e.cellAt(ev.At); ok {
		return e.addAt(c, ev)
	}
	return t
}

// stacked reports whether a card stands among others in a cell.
func (e *Editor) stacked(c journey.Card) bool {
	l, ok := get[journey.Lane](e, c.Lane)
	return ok && l.LaneKind.Info().Span != journey.WholeMap
}

// Show adds where the card would go, or why none can.
func (t *cardTool) Show(e *Editor, f *input.Frame) {
	if !e.inside {
		return
	}
	c, ok := e.cellAt(e.pointer)
	if !ok {
		return
	}
	if why := refuses(c.Row.Lane, journey.Card{Lane: c.Row.ID}); why != "" {
		f.Hint = &input.Hint{At: besidePointer(e), Text: why, Bad: true}
		return
	}
	if box, empty := e.emptyCell(e.pointer); empty {
		box.show(e, f)
	}
	if c, ok := e.view.sheet.Cell(c.Row.ID, c.Column.ID()); ok {
		f.Marks = append(f.Marks, input.Mark{Rect: e.view.toView(c.Rect), Clip: e.view.body(), Fill: faint(e.Theme().Acc, 14)})
	}
}

// Cursor is a cross.
func (t *cardTool) Cursor(*Editor) input.Cursor { return input.Crosshair }

// Hint says what to do.
func (t *cardTool) Hint() string { return "Click in a cell to add a card. Esc ends." }
