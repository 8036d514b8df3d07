package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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

// viewKinds is what a view shows or leaves out.
var viewKinds = []struct {
	kind  journey.Kind
	title string
}{{journey.KindStage, "Stages"}, {journey.KindLane, "Lanes"}, {journey.KindPersona, "Personas"}}

// viewDialog has somebody choose the stages, lanes and personas that are shown.
// A saved view is changed by it.
func (w *Window) viewDialog() {
	doc := w.doc
	if doc == nil {
		return
	}
	e := doc.editor
	box := container.NewVBox()
	var again func()
	again = func() {
		box.Objects = nil
		for _, k := range viewKinds {
			rows, shown := e.InView(k.kind)
			if len(rows) == 0 {
				continue
			}
			box.Add(container.New(inset{0, 4}, w.heading(k.title)))
			for i, r := range rows {
				box.Add(w.tickNamed(nameInView(r, i), shown[i], func(on bool) {
					w.did(e.ShowInView(r.RowID(), on))
					again() // the last one of a kind stays
				}))
			}
		}
		box.Refresh()
	}
	again()
	says := "What is left out stays in the file. Save what is shown as a view to come back to it, and to export or present it."
	title := tr("Choose what is shown")
	if v := e.View(); v.ID != "" {
		title, says = tr(fmt.Sprintf("View “%s”", oneLine(v.Title, "Untitled"))), "What is left out stays in the file."
	}
	done := w.button("Done", true, w.escape)
	var d *dialog
	save := w.button("Save as a view", false, func() { d.close(); w.saveViewDialog() })
	all := w.button("Show everything", false, func() { e.ShowView(""); d.close() })
	buttons := []*button{all, done}
	if e.View().ID == "" {
		buttons = []*button{all, save, done}
	}
	d = w.ask(title, fyne.NewSize(440, 560), container.NewBorder(wrapped(says), nil, nil, nil, container.NewVScroll(box)), nil, buttons...)
	w.win.Canvas().Focus(done)
}

// nameInView is what a row is called in the list, where it may have no name.
func nameInView(r journey.Row, i int) string {
	if journey.TitleOf(r) != "" {
		return journey.ShortName(r)
	}
	return fmt.Sprint(i + 1)
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
