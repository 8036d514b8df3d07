package window

import (
	"fyne.io/fyne/v2"

	"throughline/editor"
)

// mapMenu lists the maps of the file, and what can be done with them.
func (w *Window) mapMenu() {
	if w.doc == nil {
		return
	}
	e := w.doc.editor
	var items []*fyne.MenuItem
	for _, m := range e.Doc.Project().Maps() {
		it := fyne.NewMenuItem(oneLine(m.Title, "Untitled map"), func() { e.ShowMap(m.ID) })
		it.Checked = m.ID == e.Map().ID
		items = append(items, it)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, name := range []string{"map.add", "map.rename", "map.duplicate", "map.delete"} {
		if c := w.command(name); c != nil {
			it := fyne.NewMenuItem(tr(c.title), c.run)
			it.Disabled = c.can != nil && !c.can()
			items = append(items, it)
			continue
		}
		c := commandNamed(name)
		it := fyne.NewMenuItem(tr(c.Title), func() { w.runEditor(c) })
		it.Disabled = !c.Can(e)
		items = append(items, it)
	}
	w.popUp(w.bar.name, items)
}

// command is the window's command of a name; nil is none.
func (w *Window) command(name string) *command {
	for i := range w.commands {
		if w.commands[i].name == name {
			return &w.commands[i]
		}
	}
	return nil
}

// renameMap asks for another title of the map.
func (w *Window) renameMap() {
	e := w.doc.editor
	m := e.Map()
	if m.ID == "" {
		w.did(editor.ErrNoMap)
		return
	}
	w.askName("Rename map", "Title of the map", m.Title, "Rename", func(title string) { w.did(e.Rename(m.ID, title)) })
}
