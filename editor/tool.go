package editor

import "throughline/canvas/input"

// Tool is what the pointer and the keys do at the moment: waiting, dragging,
// panning, typing. A tool is a state; an event may lead to another.
type Tool interface {
	// Handle answers an event and says what is in hand afterwards: itself, or
	// another tool.
	Handle(e *Editor, ev input.Event) Tool
	// Show adds what the tool shows above the map.
	Show(e *Editor, f *input.Frame)
	// Cursor is the shape of the pointer at the editor's last event.
	Cursor(e *Editor) input.Cursor
	// Hint is a line that says what the tool does; "" says nothing.
	Hint() string
	// Live reports whether the tool wants to know that time passes.
	Live() bool
}

// plain is what a tool does that does nothing special.
type plain struct{}

// Show adds nothing.
func (plain) Show(*Editor, *input.Frame) {}

// Cursor is an arrow.
func (plain) Cursor(*Editor) input.Cursor { return input.Arrow }

// Hint says nothing.
func (plain) Hint() string { return "" }

// Live is false.
func (plain) Live() bool { return false }
