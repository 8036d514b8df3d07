package window

import (
	"fmt"

	"fyne.io/fyne/v2"

	"throughline/journey"
)

// viewsMenu offers the saved views of the map, and what can be done with them.
func (w *Window) viewsMenu() *fyne.MenuItem {
	menu := fyne.NewMenu("")
	it := fyne.NewMenuItem(tr("Views"), nil)
	it.ChildMenu = menu
	if w.doc == nil {
		it.Disabled = true
		return it
	}
	e := w.doc.editor
	all := fyne.NewMenuItem(tr("Everything"), func() { e.ShowView("") })
	all.Checked = e.View() == journey.View{}
	menu.Items = append(menu.Items, all)
	for _, v := range e.Doc.Project().Views(e.Map().ID) {
		x := fyne.NewMenuItem(oneLine(v.Title, "Untitled"), func() { e.ShowView(v.ID) })
		x.Checked = e.View().ID == v.ID
		menu.Items = append(menu.Items, x)
	}
	save := fyne.NewMenuItem(tr("Save what is shown as a view"), w.saveViewDialog)
	rename := fyne.NewMenuItem(tr("Rename view"), w.renameViewDialog)
	remove := fyne.NewMenuItem(tr("Delete view"), func() {
		if err := e.Delete(e.View().ID); err != nil {
			w.say(err)
		}
	})
	rename.Disabled, remove.Disabled = e.View().ID == "", e.View().ID == ""
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), save, rename, remove)
	return it
}

// viewsKnown is what the menu of views depends on.
func (w *Window) viewsKnown() string {
	if w.doc == nil {
		return ""
	}
	e := w.doc.editor
	return fmt.Sprint(e.Map().ID, e.View(), e.Doc.Project().Views(e.Map().ID))
}

func (w *Window) saveViewDialog() {
	doc := w.doc
	if doc == nil {
		return
	}
	w.askName("Save what is shown as a view", "Name of the view", "", "Save", func(name string) {
		if _, err := doc.editor.SaveView(name); err != nil {
			w.say(err)
		}
	})
}

func (w *Window) renameViewDialog() {
	doc := w.doc
	if doc == nil {
		return
	}
	v := doc.editor.View()
	w.askName("Rename view", "Name of the view", v.Title, "Rename", func(name string) {
		if err := doc.editor.Rename(v.ID, name); err != nil {
			w.say(err)
		}
	})
}
