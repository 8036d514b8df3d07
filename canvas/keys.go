package canvas

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas/input"
)

// keys is what is known of the keyboard between Fyne's events.
type keys struct {
	alone   bool // the Alt key went down, and nothing happened since
	swallow bool // the next rune was a shortcut already
}

// FocusGained is part of Fyne's interface.
func (v *View) FocusGained() {}

// FocusLost is part of Fyne's interface.
func (v *View) FocusLost() { v.mouse.button = input.NoButton; v.send(input.Event{Kind: input.Cancel}) }

// AcceptsTab keeps Tab for the map.
func (v *View) AcceptsTab() bool { return true }

// TypedRune is part of Fyne's interface: a character was typed.
func (v *View) TypedRune(r rune) {
	if v.keys.swallow {
		v.keys.swallow = false
		return
	}
	if v.model.TakesText(input.Chord{}) {
		v.send(input.Event{Kind: input.Text, Text: string(r)})
		return
	}
	switch r { // signs whose place on the keyboard differs from land to land
	case '+', '-', '=', '?', '/', '.', '[', ']', '\\':
		v.send(input.Event{Kind: input.KeyDown, Key: input.Key(r), Mods: v.mods() &^ input.Shift})
	}
}

// KeyDown is part of Fyne's desktop interface. Letters and digits are
// shortcuts unless they are text; with Ctrl or Alt they come as chords. Space is
// the hand unless somebody types.
func (v *View) KeyDown(e *fyne.KeyEvent) {
	v.keys.swallow = false
	v.keys.alone = e.Name == desktop.KeyAltLeft
	if v.model.Typing() {
		return
	}
	n := string(e.Name)
	switch {
	case e.Name == fyne.KeySpace:
		v.keys.swallow = true
		v.send(input.Event{Kind: input.KeyDown, Key: input.KeySpace, Mods: v.mods()})
	case len(n) == 1 && (unicode.IsLetter(rune(n[0])) || unicode.IsDigit(rune(n[0]))) && v.mods()&(input.Ctrl|input.Alt) == 0:
		if v.model.TakesText(input.Chord{Mods: v.mods(), Key: input.Key(n)}) {
			return
		}
		v.keys.swallow = true
		v.send(input.Event{Kind: input.KeyDown, Key: input.Key(n), Mods: v.mods()})
	case modifier(e.Name):
		v.send(input.Event{Kind: input.KeyDown, Mods: v.mods()})
	}
}

// KeyUp is part of Fyne's desktop interface.
func (v *View) KeyUp(e *fyne.KeyEvent) {
	if alone := v.keys.alone; alone && e.Name == desktop.KeyAltLeft && v.Setting.Menu != nil {
		v.keys.alone = false
		defer v.Setting.Menu()
	}
	switch {
	case e.Name == fyne.KeySpace:
		v.send(input.Event{Kind: input.KeyUp, Key: input.KeySpace, Mods: v.mods()})
	case modifier(e.Name):
		v.send(input.Event{Kind: input.KeyUp, Mods: v.mods()})
	}
}

func modifier(n fyne.KeyName) bool {
	switch n {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight, desktop.KeyAltLeft, desktop.KeyAltRight:
		return true
	}
	return false
}

// named are the keys that repeat and that write nothing.
var named = map[fyne.KeyName]input.Key{
	fyne.KeyReturn: input.KeyEnter, fyne.KeyEnter: input.KeyEnter, fyne.KeyEscape: input.KeyEscape, fyne.KeyTab: input.KeyTab,
	fyne.KeyBackspace: input.KeyBackspace, fyne.KeyDelete: input.KeyDelete, fyne.KeyInsert: input.KeyInsert,
	fyne.KeyLeft: input.KeyLeft, fyne.KeyRight: input.KeyRight, fyne.KeyUp: input.KeyArrowUp, fyne.KeyDown: input.KeyArrowDown,
	fyne.KeyHome: input.KeyHome, fyne.KeyEnd: input.KeyEnd, fyne.KeyPageUp: input.KeyPageUp, fyne.KeyPageDown: input.KeyPageDown,
	fyne.KeyF1: input.KeyF1, fyne.KeyF2: input.KeyF2, fyne.KeyF3: input.KeyF3, fyne.KeyF5: input.KeyF5, fyne.KeyF10: input.KeyF10, desktop.KeyMenu: input.KeyMenu,
}

// TypedKey is part of Fyne's interface: a key went down, or repeats.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if k, ok := named[e.Name]; ok {
		v.send(input.Event{Kind: input.KeyDown, Key: k, Mods: v.mods()})
	}
}

// TypedShortcut is part of Fyne's interface: a chord that no menu has taken.
func (v *View) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(fyne.KeyboardShortcut); ok {
		v.Chord(k.Key(), k.Mod())
	}
}

// Chord sends a key with modifiers to the model.
func (v *View) Chord(key fyne.KeyName, mod fyne.KeyModifier) {
	k, ok := named[key]
	if !ok {
		k = input.Key(key)
	}
	var m input.Mods
	if mod&fyne.KeyModifierShift != 0 {
		m |= input.Shift
	}
	if mod&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0 {
		m |= input.Ctrl
	}
	if mod&fyne.KeyModifierAlt != 0 {
		m |= input.Alt
	}
	v.send(input.Event{Kind: input.KeyDown, Key: k, Mods: m})
}
