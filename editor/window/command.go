package window

import (
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/editor"
)

// command is a command that needs the window: files, dialogs, panels. Those of
// the map itself stand in editor.Commands.
type command struct {
	name    string     // unique: "file.open"
	title   string     // in menus: "Open"
	menu    string     // the menu that lists it, after the editor's
	sub     string     // the menu in that one; "" is itself
	group   int        // a line parts it from other groups of its menu
	fits    editor.Fit // the context menus that list it
	keys    []input.Chord
	can     func() bool // nil is always
	checked func() bool // nil is never
	run     func()
}

func chord(m input.Mods, k input.Key) []input.Chord { return []input.Chord{{Mods: m, Key: k}} }

var exportKeys = chord(input.Ctrl|input.Shift, "E")

// paletteCommand opens the palette, and is not in it.
const paletteCommand = "help.palette"

// windowCommands is every command of the window, in the order of the menus.
func (w *Window) windowCommands() []command {
	all := []command{
		{name: "file.new", title: "New blank map", menu: "File", keys: chord(input.Ctrl, "N"), run: func() { w.NewFrom(blankTemplate) }},
		{name: "file.template", title: "New from a template", menu: "File", run: w.templateDialog},
		{name: "file.open", title: "Open", menu: "File", group: 1, keys: chord(input.Ctrl, "O"), run: w.openDialog},
		{name: "file.version", title: "Save a version", menu: "File", group: 1, keys: chord(input.Ctrl, "S"), can: w.hasMap, run: w.versionDialog},
		{name: "file.versions", title: "Versions", menu: "File", group: 1, can: w.hasMap, run: w.versionsDialog},
		{name: "file.saveAs", title: "Save as", menu: "File", group: 1, keys: chord(input.Ctrl|input.Shift, "S"), can: w.hasMap, run: w.saveAsDialog},
		{name: "file.clean", title: "Save a clean copy", menu: "File", group: 1, can: w.hasMap, run: w.cleanCopyDialog},
		{name: "file.export", title: "Export", menu: "File", group: 2, keys: exportKeys, can: w.hasMap, run: w.exportDialog},
		{name: "file.copyPicture", title: "Copy as picture", menu: "File", group: 2, can: w.hasMap, run: w.CopyPicture},
		{name: "file.print", title: "Print", menu: "File", group: 2, keys: chord(input.Ctrl, "P"), can: w.hasMap, run: w.Print},
		{name: "file.start", title: "Start screen", menu: "File", group: 3, can: w.hasMap, run: func() { w.showStart("") }},
		{name: "file.quit", title: "Quit", menu: "File", group: 3, run: w.Quit},
		{name: "map.rename", title: "Rename map", menu: "Map", can: w.hasMap, run: w.renameMap},
		{name: "view.list", title: "Show as list", menu: "View", group: 6, can: w.hasMap, checked: func() bool { return w.list != nil }, run: w.toggleList},
		{name: "view.left", title: "Left panel", menu: "View", group: 6, keys: chord(input.Ctrl, `\`), can: w.hasMap,
			checked: func() bool { return w.frame.beside(leftSide) }, run: func() { w.frame.toggle(leftSide) }},
		{name: "view.panels", title: "All panels", menu: "View", group: 6, keys: chord(input.Ctrl, "."), can: w.hasMap, run: func() { w.frame.toggleAll() }},
		{name: "view.minimap", title: "Minimap", menu: "View", group: 6, keys: chord(0, "M"), can: w.hasMap,
			checked: func() bool { return w.frame.minimap }, run: func() { w.frame.toggleMinimap() }},
	}
	all = append(all, w.setCommands()...)
	all = append(all, w.presentCommands()...)
	all = append(all,
		command{name: "edit.find", title: "Find", menu: "Edit", group: 4, keys: chord(input.Ctrl, "F"), can: w.hasMap, run: func() { w.find.open() }},
		command{name: "insert.comment", title: "Comments", menu: "Insert", group: 4, can: w.hasMap, run: w.commentsDialog,
			fits: editor.OnCard | editor.OnStage | editor.OnStep | editor.OnLane | editor.OnLink | editor.OnNote | editor.OnGround},
		command{name: "map.shared", title: "Personas, channels and people", menu: "Map", group: 2, can: w.hasMap, run: w.sharedDialog},
		command{name: "view.choose", title: "Choose what is shown", menu: "View", group: 7, can: w.hasMap, run: w.viewDialog, fits: editor.OnGround},
		command{name: "map.saveView", title: "Save what is shown as a view", menu: "Map", group: 2, can: w.hasMap, run: w.saveViewDialog},
		command{name: "map.check", title: "Check map", menu: "Map", group: 2, can: w.hasMap, run: func() { w.check.open() }},
		command{name: paletteCommand, title: "Commands and places", menu: "Help", keys: chord(input.Ctrl, "K"), run: w.openPalette},
		command{name: "help.menu", title: "Go to the menus", keys: chord(0, input.KeyF10), run: w.focusMenu},
		command{name: "help.keys", title: "Keys and gestures", menu: "Help", keys: []input.Chord{{Key: input.KeyF1}, {Key: "?"}}, run: w.openCheatSheet},
	)
	all = append(all, command{name: "theme.system", title: "As the system", menu: "View", sub: "Theme", group: 9,
		checked: func() bool { return w.memory.Theme == "" }, run: func() { w.SetTheme(nil) }})
	for _, th := range layout.Themes {
		if th.Window {
			all = append(all, command{name: "theme." + th.Name, title: th.Title, menu: "View", sub: "Theme", group: 9,
				checked: func() bool { return w.memory.Theme == th.Name }, run: func() { w.SetTheme(th) }})
		}
	}
	return append(all, command{name: "view.still", title: "Reduce motion", menu: "View", group: 9, checked: w.still, run: w.toggleStill})
}

// hasMap reports whether a map is shown.
func (w *Window) hasMap() bool { return w.doc != nil && w.start == nil }

// state is how the command stands in its menu.
func (c *command) state() (label string, can, checked bool) {
	return tr(c.title), c.can == nil || c.can(), c.checked != nil && c.checked()
}

// runKey runs the window's command of a shortcut and reports whether there is
// one. Chords with Ctrl or Alt come by the menu as well, whatever has the
// keyboard; a single letter only from the map.
func (w *Window) runKey(k input.Chord) bool {
	for _, c := range w.commands {
		for _, x := range c.keys {
			if x == k {
				if c.can == nil || c.can() {
					c.run()
				}
				return true
			}
		}
	}
	return false
}
