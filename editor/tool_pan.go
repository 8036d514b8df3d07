package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/input"
)

// pan moves the map with the pointer while a button is held.
type pan struct {
	plain
	from   geom.Point
	button input.Button
	back   Tool
	moved  bool
}

// Handle moves the map.
func (t *pan) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		if !t.moved && ev.At.Sub(t.from).Len() < dragAfter {
			return t
		}
		t.moved = true
		e.view.pan(t.from.Sub(ev.At))
		t.from = ev.At
		e.notify()
	case input.Release:
		if t.button == input.Right && !t.moved {
			e.pointMenu(ev.At)
		}
		return t.back
	case input.Cancel:
		return t.back.Handle(e, ev) // Space may come up unseen
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			return t.back
		}
	case input.KeyUp:
		if h, ok := t.back.(*hand); ok && h.held && ev.Key == input.KeySpace {
			t.back = idle{}
		}
	}
	return t
}

// Cursor is a closed hand.
func (t *pan) Cursor(*Editor) input.Cursor { return input.Grabbing }

// hand pans with the left button: the hand tool, or while Space is held.
type hand struct {
	plain
	held bool // by Space
}

// Handle begins to pan.
func (t *hand) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Press:
		return &pan{from: ev.At, button: ev.Button, back: t}
	case input.Scroll:
		e.scroll(ev)
	case input.KeyUp:
		if t.held && ev.Key == input.KeySpace {
			return idle{}
		}
	case input.Cancel:
		if t.held {
			return idle{}
		}
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			return idle{}
		}
		if ev.Key != input.KeySpace {
			e.Run(input.Chord{Mods: ev.Mods, Key: ev.Key})
			return e.tool
		}
	}
	return t
}

// Cursor is an open hand.
func (t *hand) Cursor(*Editor) input.Cursor { return input.Hand }

// Hint says what to do.
func (t *hand) Hint() string { return "Drag to move the map. Esc ends." }
