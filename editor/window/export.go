package window

import (
	"fmt"
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"

	"throughline/canvas/layout"
	"throughline/export"
)

// exportMenu offers the formats.
func (w *Window) exportMenu() {
	if w.doc == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, f := range export.Formats {
		items = append(items, fyne.NewMenuItem("Export "+f.Title, func() {
			w.choose("Export "+f.Title, "Export", safeName(w.doc.name())+f.Ext, true, []string{f.Ext}, func(path string) { w.Export(path, f) })
		}))
	}
	w.popUp(w.bar.send, items)
}

// Export writes the map to a file, from the project as it is now: it can be
// edited meanwhile.
func (w *Window) Export(path string, f export.Format) {
	doc := w.doc
	if doc == nil {
		return
	}
	e := doc.editor
	e.Settle()
	j := &export.Job{
		Project: e.Doc.Project(), Map: e.Map().ID, Blobs: doc.file, Renderer: w.Renderer,
		Layout: layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: &layout.Print, Pictures: layout.NewLibrary(doc.file)},
	}
	doc.use.Add(1)
	w.task("Exporting "+filepath.Base(path), func(p *progress) error {
		defer doc.use.Done()
		j.Progress = p.Set
		out, err := export.File(p, path, f, j)
		if err != nil {
			return explained{err, path}
		}
		fyne.Do(func() {
			said := fmt.Sprintf("Exported “%s”.", filepath.Base(path))
			if len(out.Notes) > 0 {
				said += " " + out.Notes[0]
			}
			w.note(said, "Show", func() { w.openOutside(path) })
		})
		return nil
	})
}

// openOutside opens a file in the program that the system has for it.
func (w *Window) openOutside(path string) {
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
		w.say(explained{err, path})
	}
}
