package editor

import (
	"slices"

	"throughline/canvas/input"
)

// Command is one thing that a person can tell the program to do. Menus, context
// menus, shortcuts, the palette and the cheat sheet are made from tables of
// these.
type Command struct {
	Name  string        // unique: "edit.undo"
	Title string        // in menus: "Undo"
	Menu  string        // the menu that lists it; "" is none
	Sub   string        // the menu in that one; "" is itself
	Group int           // a line parts it from other groups of its menu
	Fits  Fit           // the context menus that list it
	Keys  []input.Chord // the first one is shown
	Icon  string        // in the toolbar
	Aside bool          // what a tool is doing goes on beside it
	Along bool          // Left and Right among its keys point the way the map reads
	// Enabled says whether it can be run now; nil is always.
	Enabled func(*Editor) bool
	Run     func(*Editor) error
	// Checked says whether it has a tick in menus; nil is never.
	Checked func(*Editor) bool
}

// Fit is what a context menu is opened on.
type Fit uint16

// What there is under the pointer.
const (
	OnCard Fit = 1 << iota
	OnCell
	OnStage
	OnStep
	OnLane
	OnLink
	OnNote
	OnFoot   // the lower edge of a lane, to add one there
	OnGround // beside all of it
)

// Commands is every command of the editor itself, in the order of the menus.
var Commands = slices.Concat(editCommands, clipCommands, cardCommands, viewCommands, toolCommands, walkCommands, insertCommands, arrangeCommands, mapCommands)

// Can reports whether c can be run now.
func (c *Command) Can(e *Editor) bool { return c.Enabled == nil || c.Enabled(e) }

// KeysOf is the keys of c as the map reads that is shown.
func (e *Editor) KeysOf(c *Command) []input.Chord {
	if !c.Along || !e.view.sheet.Mirrored {
		return c.Keys
	}
	out := slices.Clone(c.Keys)
	for i := range out {
		out[i] = asSeen(true, out[i])
	}
	return out
}

// Do runs c, if it can be run now. While somebody types, its keys may mean
// something in the text, which is done instead. Unless it runs aside, what a
// tool is doing ends first: typing is kept, a drag is given up, for what it
// carries may be gone afterwards.
func (e *Editor) Do(c *Command) {
	for _, k := range e.KeysOf(c) {
		if e.Take(k) {
			return
		}
	}
	if !c.Can(e) {
		return
	}
	if !c.Aside {
		e.Settle()
	}
	if c.Can(e) { // a new card without a word is gone now
		e.fail(c.Run(e))
	}
	e.notify()
}

// Unknown has f asked about shortcuts of which the editor has no command; f
// reports whether it has one.
func (e *Editor) Unknown(f func(input.Chord) bool) { e.unknown = f }

// Run runs the command of a shortcut and reports whether there is one. Of
// several it is the first that can be run now.
func (e *Editor) Run(k input.Chord) bool {
	if letter := len(k.Key) == 1 && k.Key >= "A" && k.Key <= "Z"; letter && k.Mods == 0 && e.TakesText(k) {
		return false // with something chosen it is text
	}
	known := false
	for i := range Commands {
		c := &Commands[i]
		if !slices.Contains(e.KeysOf(c), k) {
			continue
		}
		if known = true; c.Can(e) {
			e.Do(c)
			return true
		}
	}
	return known || e.unknown != nil && e.unknown(k)
}
