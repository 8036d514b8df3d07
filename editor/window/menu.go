package window

import (
	"cmp"
	"slices"
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
	key := string(c.Key)
	if name := keyWords[c.Key]; name != "" {
		key = name
	}
	return strings.Join(append(parts, tr(key)), "+")
}

// keyWords are keys as they are written on a keyboard, where input's names
// differ.
var keyWords = map[input.Key]string{
	input.KeyLeft: "←", input.KeyRight: "→", input.KeyArrowUp: "↑", input.KeyArrowDown: "↓",
	input.KeyPageUp: "PgUp", input.KeyPageDown: "PgDn", input.KeyDelete: "Del", input.KeyInsert: "Ins", input.KeyEscape: "Esc",
}

// menuEntry is an item of the menu bar and what it shows now.
type menuEntry struct {
	item  *fyne.MenuItem
	state func() (label string, can, checked bool)
}

// menuCommand is a command, of the editor or of the window, as menus and the
// palette have it.
type menuCommand struct {
	name, title, menu, sub string
	group                  int
	fits                   editor.Fit
	keys                   []input.Chord
	run                    func()
	state                  func() (label string, can, checked bool)
}

// everyCommand is all commands of both tables: the editor's, then the window's.
func (w *Window) everyCommand() []menuCommand {
	var all []menuCommand
	for i := range editor.Commands {
		c := &editor.Commands[i]
		all = append(all, menuCommand{c.Name, c.Title, c.Menu, c.Sub, c.Group, c.Fits, w.keysOf(c),
			func() { w.runEditor(c) }, func() (string, bool, bool) { return w.editorState(c) }})
	}
	for _, c := range w.commands {
		all = append(all, menuCommand{c.name, c.title, c.menu, c.sub, c.group, c.fits, c.keys, c.run, c.state})
	}
	return all
}

// fromRight reports whether the map that is shown begins at the right.
func (w *Window) fromRight() bool { return w.doc != nil && w.doc.editor.Sheet().Mirrored }

// keysOf is the keys of a command of the editor, as the map reads that is shown.
func (w *Window) keysOf(c *editor.Command) []input.Chord {
	if w.doc == nil {
		return c.Keys
	}
	return w.doc.editor.KeysOf(c)
}

// menuNames are the menus of the bar, from the left. A menu without commands is
// left out.
var menuNames = []string{"File", "Edit", "View", "Insert", "Arrange", "Map", "Present", "Help"}

// buildMenu makes the menu bar of the command tables.
func (w *Window) buildMenu() {
	w.entries = nil
	var menus []*fyne.Menu
	all := w.everyCommand()
	for _, name := range menuNames {
		var these []menuCommand
		for _, c := range all {
			if c.menu == name {
				these = append(these, c)
			}
		}
		items, entries := w.menuItems(these)
		w.entries = append(w.entries, entries...)
		if name == "View" {
			items = append(items, fyne.NewMenuItemSeparator(), w.viewsMenu(), w.languageMenu(), w.sizeMenu())
		}
		if len(items) > 0 {
			menus = append(menus, fyne.NewMenu(tr(name), items...))
		}
	}
	w.menu = fyne.NewMainMenu(menus...)
	w.refreshEntries()
	if systemMenu {
		w.win.SetMainMenu(w.menu)
		return
	}
	w.menuBar.set(menus)
	w.shortcuts = map[string]func(){}
	for _, m := range menus {
		w.takeKeys(m.Items)
	}
}

// takeKeys has the shortcuts of items run them where nothing that has the
// keyboard takes them before.
func (w *Window) takeKeys(items []*fyne.MenuItem) {
	for _, it := range items {
		if it.ChildMenu != nil {
			w.takeKeys(it.ChildMenu.Items)
		}
		if it.Shortcut != nil {
			for _, s := range []fyne.Shortcut{it.Shortcut, standard(it.Shortcut)} {
				w.shortcuts[s.ShortcutName()] = it.Action
				w.win.Canvas().AddShortcut(s, w.runShortcut)
			}
		}
	}
}

// runShortcut runs the item of the menus that a shortcut stands for.
func (w *Window) runShortcut(s fyne.Shortcut) {
	if run := w.shortcuts[s.ShortcutName()]; run != nil {
		run()
	}
}

// focusMenu brings the keyboard to the bar of menus.
func (w *Window) focusMenu() {
	if !systemMenu && w.win.Canvas().Overlays().Top() == nil {
		w.win.Canvas().Focus(w.menuBar)
	}
}

// menuItems is commands as the items of a menu, with lines between their groups
// and a menu within for those that have one.
func (w *Window) menuItems(commands []menuCommand) (items []*fyne.MenuItem, entries []menuEntry) {
	slices.SortStableFunc(commands, func(a, b menuCommand) int { return cmp.Compare(a.group, b.group) })
	subs := map[string]*fyne.MenuItem{}
	for i, c := range commands {
		if i > 0 && c.group != commands[i-1].group {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		it := fyne.NewMenuItem(tr(c.title), nil)
		if len(c.keys) > 0 {
			it.Shortcut = shortcut(c.keys[0])
		}
		it.Action = w.guarded(it.Shortcut, func() {
			if !w.taken(c.keys) {
				c.run()
			}
		})
		it.IsQuit = c.name == "file.quit" // else Fyne adds one that asks nobody
		entries = append(entries, menuEntry{it, c.state})
		if c.sub == "" {
			items = append(items, it)
			continue
		}
		sub := subs[c.sub]
		if sub == nil {
			sub = fyne.NewMenuItem(tr(c.sub), nil)
			sub.ChildMenu = fyne.NewMenu("")
			subs[c.sub], items = sub, append(items, sub)
		}
		sub.ChildMenu.Items = append(sub.ChildMenu.Items, it)
	}
	return items, entries
}

// contextMenu opens the menu that somebody asked the map for.
func (w *Window) contextMenu(doc *document) {
	m, ok := doc.editor.ContextMenu()
	if !ok {
		return
	}
	menus := slices.Clone(menuNames)
	var these []menuCommand
	for _, c := range w.everyCommand() {
		if c.fits&m.Fit != 0 {
			c.group += 100 * slices.Index(menus, c.menu) // those of a menu of the bar keep together
			these = append(these, c)
		}
	}
	items, entries := w.menuItems(these)
	if len(items) == 0 {
		return
	}
	for _, e := range entries {
		e.show()
	}
	items = slices.DeleteFunc(items, func(it *fyne.MenuItem) bool {
		return it.ChildMenu != nil && !slices.ContainsFunc(it.ChildMenu.Items, func(x *fyne.MenuItem) bool { return !x.Disabled })
	})
	if len(items) == 1 && items[0].ChildMenu != nil { // all that there is to choose from
		items = items[0].ChildMenu.Items
	}
	at := w.app.Driver().AbsolutePositionForObject(doc.view).AddXY(float32(m.At.X), float32(m.At.Y))
	if w.menuUnder != nil {
		w.popUp(w.menuUnder, items)
		return
	}
	w.showMenu(items, at)
}

// taken hands shortcuts to the text on the map in which somebody types, and
// reports whether one of them means something there.
func (w *Window) taken(keys []input.Chord) bool {
	return w.doc != nil && slices.ContainsFunc(keys, w.doc.editor.Take)
}

// runEditor runs a command of the editor, if a map is shown.
func (w *Window) runEditor(c *editor.Command) {
	if w.hasMap() {
		w.doc.editor.Do(c)
	}
}

// editorState is how a command of the editor stands in its menu.
func (w *Window) editorState(c *editor.Command) (label string, can, checked bool) {
	if !w.hasMap() {
		return tr(c.Title), false, false
	}
	e, label := w.doc.editor, tr(c.Title)
	switch c.Name {
	case "edit.undo":
		label = withWhat(c.Title, e.Doc.UndoLabel())
	case "edit.redo":
		label = withWhat(c.Title, e.Doc.RedoLabel())
	}
	return label, c.Can(e), c.Checked != nil && c.Checked(e)
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
	case fyne.KeyC:
		return &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}
	case fyne.KeyX:
		return &fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()}
	case fyne.KeyV:
		return &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}
	}
	return s
}

// refreshMenu says which commands can be run; Fyne draws the menu anew only
// when something changed.
func (w *Window) refreshMenu() {
	turned := w.fromRight() // which turns some keys
	if known := w.viewsKnown(); known != w.views || turned != w.turned {
		w.views, w.turned = known, turned
		w.buildMenu()
		return
	}
	if w.refreshEntries() && systemMenu {
		w.menu.Refresh()
	}
}

func (w *Window) refreshEntries() (changed bool) {
	for _, e := range w.entries {
		changed = e.show() || changed
	}
	return changed
}

// show brings the item up to date and reports whether it was not.
func (e menuEntry) show() bool {
	label, can, checked := e.state()
	it := e.item
	if it.Label == label && it.Disabled != can && it.Checked == checked {
		return false
	}
	it.Label, it.Disabled, it.Checked = label, !can, checked
	return true
}

// withWhat is "Undo move card", or the same with a colon in a language in which
// one cannot know how the two would go together.
func withWhat(title, label string) string {
	switch {
	case label == "":
		return tr(title)
	case !spoken.Load().English():
		return tr(title) + ": " + tr(label)
	}
	return title + " " + strings.ToLower(label[:1]) + label[1:]
}
