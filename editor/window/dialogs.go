package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"throughline/journey"
	"throughline/storage/importer"
)

// openDialog asks for a file to open.
func (w *Window) openDialog() {
	ext := []string{extension}
	for _, f := range importer.Formats {
		ext = append(ext, f.Extensions...)
	}
	w.choose("Open", "Open", "", false, ext, w.Open)
}

// saveAsDialog asks for another name and goes on in that file.
func (w *Window) saveAsDialog() {
	if w.doc != nil {
		w.choose("Save as", "Save", safeName(w.doc.name())+extension, true, []string{extension}, w.SaveAs)
	}
}

// safeName is a title as a file's name.
func safeName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, s)
	if s = strings.Trim(s, " .-"); s == "" {
		return "Map"
	}
	return s
}

// askUnsaved asks what becomes of what could not be written.
func (w *Window) askUnsaved(doc *document, err error, then func()) {
	var d *dialog
	save := w.button("Save as", true, func() { d.close(); w.saveAsDialog() })
	d = w.ask("Not saved", fyne.NewSize(480, 0), wrapped(Explain(err, doc.file.Path())), nil,
		w.button("Cancel", false, w.escape),
		w.button("Leave without saving", false, func() { d.close(); then() }),
		save)
	w.win.Canvas().Focus(save)
}

// showProblems lists what was put right.
func (w *Window) showProblems(title string, p []journey.Problem) {
	list := widget.NewList(func() int { return len(p) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i int, o fyne.CanvasObject) { o.(*widget.Label).SetText(p[i].String()) })
	for i := range p {
		l := wrapped(p[i].String())
		l.Resize(fyne.NewSize(problemWidth, 0))
		list.SetItemHeight(i, l.MinSize().Height)
	}
	close := w.button("Close", true, w.escape)
	w.ask(title, fyne.NewSize(problemWidth+40, 400), list, nil, close)
	w.win.Canvas().Focus(close)
}

const problemWidth = 560
