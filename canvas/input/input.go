// Package input is what passes between a window and the map in it, without a
// toolkit: events go in; panes, marks and cursors come out. Tools can so be
// tested without a window. It must never know a toolkit, nor what an event
// does.
package input

import (
	"time"

	"throughline/canvas/geom"
)

// Kind is what happened.
type Kind uint8

// The kinds of event.
const (
	Move    Kind = iota // the pointer moved, with or without a button
	Press               // a button went down; Clicks counts quick ones in one place
	Release             // a button came up
	Scroll              // the wheel turned
	KeyDown             // a key that writes nothing, or one with Ctrl
	KeyUp
	Text   // characters were typed
	Leave  // the pointer left the view
	Cancel // the window lost the pointer: end what was begun, keep nothing half done
	Tick   // time passed; sent as long as Frame.Busy asks for it
)

// Button is a button of the pointer.
type Button uint8

// The buttons.
const (
	NoButton Button = iota
	Left
	Middle
	Right
)

// Mods is the modifier keys that are held. Ctrl is Cmd on a Mac.
type Mods uint8

// The modifiers.
const (
	Shift Mods = 1 << iota
	Ctrl
	Alt
)

// Has reports whether all of m's keys are held.
func (h Mods) Has(m Mods) bool { return h&m == m }

// Key is a key of the keyboard by its name: "A", "1", "Left", "Delete".
type Key string

// The keys that have names of their own.
const (
	KeyEnter     Key = "Enter"
	KeyEscape    Key = "Escape"
	KeyTab       Key = "Tab"
	KeySpace     Key = "Space"
	KeyBackspace Key = "Backspace"
	KeyDelete    Key = "Delete"
	KeyInsert    Key = "Insert"
	KeyLeft      Key = "Left"
	KeyRight     Key = "Right"
	KeyArrowUp   Key = "Up"
	KeyArrowDown Key = "Down"
	KeyHome      Key = "Home"
	KeyEnd       Key = "End"
	KeyPageUp    Key = "PageUp"
	KeyPageDown  Key = "PageDown"
	KeyF1        Key = "F1"
	KeyF2        Key = "F2"
	KeyF3        Key = "F3"
	KeyF5        Key = "F5"
	KeyF10       Key = "F10"
	KeyMenu      Key = "Menu"
	KeyPlus      Key = "+"
	KeyMinus     Key = "-"
)

// Event is one thing that happened.
type Event struct {
	Kind   Kind
	At     geom.Point // of the pointer, device-independent pixels from the view's top left
	Button Button
	Clicks int // 1, 2, 3: how many quick presses in one place this one is
	Mods   Mods
	Key    Key
	Text   string
	Delta  geom.Point // of a Scroll, pixels; positive shows what lies right and below
	Now    time.Time
}

// Chord is a key with modifiers, as a shortcut.
type Chord struct {
	Mods Mods
	Key  Key
}

// Cursor is the shape of the pointer.
type Cursor uint8

// The cursors.
const (
	Arrow Cursor = iota
	Hand
	Grabbing
	IBeam
	Crosshair
	NotAllowed
	ResizeRow
	ResizeColumn
	Hidden
)
