package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/journey"
)

// sharedKinds is what all maps of a file share, and what their lists are called.
var sharedKinds = []struct {
	kind  journey.Kind
	title string
}{{journey.KindPersona, "Personas"}, {journey.KindChannel, "Channels"}, {journey.KindPerson, "People"}}

// sharedDialog lists the personas, channels and people of the file: each can be
// renamed, moved up and deleted, and new ones added.
func (w *Window) sharedDialog() {
	if w.doc == nil {
		return
	}
	s := &sharedList{w: w, doc: w.doc, box: container.NewVBox()}
	s.again()
	done := w.button("Close", true, w.escape)
	w.ask("Personas, channels and people", fyne.NewSize(480, 520), container.NewVScroll(s.box), nil, done)
	w.win.Canvas().Focus(done)
}

type sharedList struct {
	w   *Window
	doc *document
	box *fyne.Container
}

// again shows the rows as they are now.
func (s *sharedList) again() {
	w := s.w
	s.box.Objects = nil
	for _, k := range sharedKinds {
		head := canvas.NewText(tr(k.title), rgb(w.look.colors.Ink3, 255))
		head.TextSize, head.TextStyle.Bold = 12, true
		s.box.Add(container.New(inset{0, 6}, head))
		for i, r := range namedRows(s.doc.editor.Doc.Project(), k.kind) {
			s.box.Add(s.row(i, r))
		}
		s.box.Add(container.NewHBox(w.newTool("plus", newNames[k.kind], "", func() { s.add(k.kind) })))
	}
	s.box.Refresh()
}

// row is a name to change, and what can be done with it.
func (s *sharedList) row(i int, r namedRow) fyne.CanvasObject {
	w := s.w
	name := w.entry()
	name.SetText(r.name)
	name.OnSubmitted = func(to string) { s.did(s.doc.editor.Rename(r.id, to)) }
	up := w.newTool("up", "", "Move up", func() { s.did(s.doc.editor.Move(r.id, i-1)) })
	up.disabled = i == 0
	buttons := container.NewHBox(w.newTool("check", "", "Rename", func() { s.did(s.doc.editor.Rename(r.id, name.Text)) }),
		up, w.newTool("trash", "", "Delete", func() { s.did(s.doc.editor.Delete(r.id)) }))
	return container.NewBorder(nil, nil, nil, buttons, name)
}

// add asks for the name of a new row.
func (s *sharedList) add(kind journey.Kind) {
	s.w.askName(newNames[kind], "Name", "", "Add", func(name string) {
		_, err := s.doc.editor.AddShared(kind, name)
		s.did(err)
	})
}

// did shows what has become of the rows, or why nothing has.
func (s *sharedList) did(err error) {
	if err != nil {
		s.w.say(err)
	}
	s.again()
}
