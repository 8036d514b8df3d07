package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas/input"
	"throughline/canvas/layout"
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
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, string(c.Key)), "+")
}

// fileCommand is a command that needs the window: files and dialogs.
type fileCommand struct {
	title string
	key   *input.Chord
	run   func()
	open  bool // it needs an open file
	group int
}

func chord(m input.Mods, k input.Key) *input.Chord { return &input.Chord{Mods: m, Key: k} }

var exportKeys = input.Chord{Mods: input.Ctrl | input.Shift, Key: "E"}

func (w *Window) fileCommands() []fileCommand {
	return []fileCommand{
		{"New blank map", chord(input.Ctrl, "N"), func() { w.NewFrom(blankTemplate) }, false, 0},
		{"New from a template", nil, w.templateDialog, false, 0},
		{"Open", chord(input.Ctrl, "O"), w.openDialog, false, 1},
		{"Save as", chord(input.Ctrl|input.Shift, "S"), w.saveAsDialog, true, 1},
		{"Export", &exportKeys, w.exportMenu, true, 2},
		{"Quit", nil, w.Quit, false, 3},
	}
}

// buildMenu makes the menu bar of the command tables.
func (w *Window) buildMenu() {
	file := fyne.NewMenu("File")
	last := 0
	for _, c := range w.fileCommands() {
		if c.group != last {
			file.Items = append(file.Items, fyne.NewMenuItemSeparator())
			last = c.group
		}
		it := fyne.NewMenuItem(c.title, w.guarded(nil, c.run))
		if c.key != nil {
			it.Shortcut = shortcut(*c.key)
		}
		it.Disabled = c.open && w.doc == nil
		it.IsQuit = c.title == "Quit" // else Fyne adds one that asks nobody
		file.Items = append(file.Items, it)
	}
	menus := []*fyne.Menu{file}
	for _, name := range []string{"Edit", "View"} {
		m := fyne.NewMenu(name)
		last := 0
		for i := range editor.Commands {
			c := &editor.Commands[i]
			if c.Menu != name {
				continue
			}
			if c.Group != last {
				m.Items = append(m.Items, fyne.NewMenuItemSeparator())
				last = c.Group
			}
			it := fyne.NewMenuItem(c.Title, nil)
			if len(c.Keys) > 0 {
				it.Shortcut = shortcut(c.Keys[0])
			}
			it.Action = w.guarded(it.Shortcut, func() {
				if w.doc != nil {
					w.doc.editor.Do(c)
				}
			})
			m.Items = append(m.Items, it)
		}
		if name == "View" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			for _, th := range layout.Themes {
				if !th.Window {
					continue
				}
				it := fyne.NewMenuItem(th.Title, func() { w.SetTheme(th) })
				it.Checked = th == w.look.colors
				m.Items = append(m.Items, it)
			}
		}
		menus = append(menus, m)
	}
	w.menu = fyne.NewMainMenu(menus...)
	w.win.SetMainMenu(w.menu)
}

// guarded runs f unless a dialog or an entry has the keyboard: Fyne's menu
// takes shortcuts before they do, so theirs are handed on.
func (w *Window) guarded(s fyne.Shortcut, f func()) func() {
	return func() {
		c := w.win.Canvas()
		if o := c.Focused(); o != nil && (w.doc == nil || o != fyne.Focusable(w.doc.view)) {
			if x, ok := o.(fyne.Shortcutable); ok && s != nil {
				x.TypedShortcut(standard(s))
				return
			}
		}
		if c.Overlays().Top() != nil {
			return
		}
		f()
	}
}

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
	if w.doc == nil {
		return
	}
	e := w.doc.editor
	changed := false
	set := func(it *fyne.MenuItem, label string, disabled bool) {
		if it.Label != label || it.Disabled != disabled {
			it.Label, it.Disabled = label, disabled
			changed = true
		}
	}
	for _, m := range w.menu.Items[1:] {
		i := 0
		for k := range editor.Commands {
			c := &editor.Commands[k]
			if c.Menu != m.Label {
				continue
			}
			for m.Items[i].IsSeparator {
				i++
			}
			label := c.Title
			switch c.Name {
			case "edit.undo":
				label = withWhat(label, e.Doc.UndoLabel())
			case "edit.redo":
				label = withWhat(label, e.Doc.RedoLabel())
			}
			set(m.Items[i], label, !c.Can(e))
			i++
		}
	}
	for i, c := range w.fileCommands() {
		k := i
		for n := 0; n <= k; n++ {
			if w.menu.Items[0].Items[n].IsSeparator {
				k++
			}
		}
		set(w.menu.Items[0].Items[k], c.title, c.open && w.doc == nil)
	}
	if changed {
		w.menu.Refresh()
	}
}

// withWhat is "Undo move card".
func withWhat(title, label string) string {
	if label == "" {
		return title
	}
	return title + " " + strings.ToLower(label[:1]) + label[1:]
}
