package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas/input"
	"throughline/editor"
)

// keyNames are Fyne's names of our keys, where they differ.
var keyNames = map[input.Key]fyne.KeyName{
	input.KeyEnter: fyne.KeyReturn, input.KeyPageUp: fyne.KeyPageUp, input.KeyPageDown: fyne.KeyPageDown, input.KeyBackspace: fyne.KeyBackspace,
}

// shortcut is a chord as Fyne knows it.
func shortcut(c input.Chord) fyne.Shortcut {
	k := fyne.KeyName(c.Key)
	if n, ok := keyNames[c.Key]; ok {
		k = n
	}
	var m fyne.KeyModifier
	if c.Mods.Has(input.Shift) {
		m |= fyne.KeyModifierShift
	}
	if c.Mods.Has(input.Ctrl) {
		m |= fyne.KeyModifierShortcutDefault
	}
	if c.Mods.Has(input.Alt) {
		m |= fyne.KeyModifierAlt
	}
	return &desktop.CustomShortcut{KeyName: k, Modifier: m}
}

// chordText is a chord for a tooltip.
func chordText(c input.Chord) string {
	var parts []string
	for _, m := range []struct {
		mod  input.Mods
		name string
	}{{input.Ctrl, "Ctrl"}, {input.Alt, "Alt"}, {input.Shift, "Shift"}} {
		if c.Mods.Has(m.mod) {
			parts = append(parts, tr(m.name))
		}
	}
	return strings.Join(append(parts, tr(string(c.Key))), "+")
}

// menuEntry is an item of the menu bar and what it shows now.
type menuEntry struct {
	item  *fyne.MenuItem
	state func() (label string, can, checked bool)
}

// menuNames are the menus of the bar, from the left. A menu without commands is
// left out.
var menuNames = []string{"File", "Edit", "View"}

// buildMenu makes the menu bar of the command tables: the editor's commands of a
// menu, then the window's.
func (w *Window) buildMenu() {
	w.entries = nil
	var menus []*fyne.Menu
	for _, name := range menuNames {
		m := fyne.NewMenu(tr(name))
		last := 0
		add := func(title string, group int, keys []input.Chord, run func(), state func() (string, bool, bool)) *fyne.MenuItem {
			if group != last && len(m.Items) > 0 {
				m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			}
			last = group
			it := fyne.NewMenuItem(tr(title), nil)
			if len(keys) > 0 {
				it.Shortcut = shortcut(keys[0])
			}
			it.Action = w.guarded(it.Shortcut, run)
			m.Items = append(m.Items, it)
			w.entries = append(w.entries, menuEntry{it, state})
			return it
		}
		for i := range editor.Commands {
			if c := &editor.Commands[i]; c.Menu == name {
				add(c.Title, c.Group, c.Keys, func() { w.runEditor(c) }, func() (string, bool, bool) { return w.editorState(c) })
			}
		}
		for _, c := range w.commands {
			if c.menu == name {
				it := add(c.title, c.group, c.keys, c.run, c.state)
				it.IsQuit = c.name == "file.quit" // else Fyne adds one that asks nobody
			}
		}
		if name == "View" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator(), w.languageMenu())
		}
		if len(m.Items) > 0 {
			menus = append(menus, m)
		}
	}
	w.menu = fyne.NewMainMenu(menus...)
	w.refreshEntries()
	w.win.SetMainMenu(w.menu)
}

// runEditor runs a command of the editor, if a map is shown.
func (w *Window) runEditor(c *editor.Command) {
	if w.doc != nil {
		w.doc.editor.Do(c)
	}
}

// editorState is how a command of the editor stands in its menu.
func (w *Window) editorState(c *editor.Command) (label string, can, checked bool) {
	if w.doc == nil {
		return tr(c.Title), false, false
	}
	e, label := w.doc.editor, tr(c.Title)
	switch c.Name {
	case "edit.undo":
		label = withWhat(c.Title, e.Doc.UndoLabel())
	case "edit.redo":
		label = withWhat(c.Title, e.Doc.RedoLabel())
	}
	return label, c.Can(e), false
}

// guarded runs f unless a dialog or an entry has the keyboard: Fyne's menu
// takes shortcuts before they do, so theirs are handed on.
func (w *Window) guarded(s fyne.Shortcut, f func()) func() {
	return func() {
		c := w.win.Canvas()
		if o := c.Focused(); o != nil && (w.doc == nil || o != fyne.Focusable(w.doc.view)) {
			switch x := o.(type) {
			case taker:
				if s != nil && x.takes(s) {
					return
				}
			case fyne.Shortcutable:
				if s != nil {
					x.TypedShortcut(standard(s))
					return
				}
			}
		}
		if c.Overlays().Top() != nil {
			return
		}
		f()
	}
}

// taker is what takes some shortcuts before the menu does.
type taker interface{ takes(fyne.Shortcut) bool }

// standard is a chord as the shortcut by which Fyne's entries know it.
func standard(s fyne.Shortcut) fyne.Shortcut {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierShortcutDefault {
		return s
	}
	switch k.KeyName {
	case fyne.KeyZ:
		return &fyne.ShortcutUndo{}
	case fyne.KeyY:
		return &fyne.ShortcutRedo{}
	case fyne.KeyA:
		return &fyne.ShortcutSelectAll{}
	}
	return s
}

// refreshMenu says which commands can be run; Fyne draws the menu anew only
// when something changed.
func (w *Window) refreshMenu() {
	if w.refreshEntries() {
		w.menu.Refresh()
	}
}

func (w *Window) refreshEntries() (changed bool) {
	for _, e := range w.entries {
		label, can, checked := e.state()
		if it := e.item; it.Label != label || it.Disabled == can || it.Checked != checked {
			it.Label, it.Disabled, it.Checked = label, !can, checked
			changed = true
		}
	}
	return changed
}

// withWhat is "Undo move card", or the same with a colon in a language in which
// one cannot know how the two would go together.
func withWhat(title, label string) string {
	switch {
	case label == "":
		return tr(title)
	case speaks.known != nil:
		return tr(title) + ": " + tr(label)
	}
	return title + " " + strings.ToLower(label[:1]) + label[1:]
}
