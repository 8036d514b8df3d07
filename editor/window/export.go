package window

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"throughline/canvas/layout"
	"throughline/export"
	"throughline/journey"
	"throughline/storage"
)

// exportKey is the preference that keeps what was last chosen for a map.
func exportKey(mp journey.ID) string { return "export " + string(mp) }

// exportOptions is what was last chosen for the map, or nothing yet.
func (w *Window) exportOptions() export.Options {
	o, err := export.ReadOptions(w.app.Preferences().String(exportKey(w.doc.editor.Map().ID)))
	if err != nil { // none, or of another version
		o = export.DefaultOptions()
	}
	if _, err := w.exportJob(o, nil); err != nil { // the view that it names is gone
		o.View = ""
	}
	o.Stages, o.Lanes, o.Personas = nil, nil, nil
	if v := w.doc.editor.View(); v != (journey.View{}) { // what is seen is what is exported
		partOf(v).put(&o)
	}
	return o
}

// exportJob is the map as it is now with the options, some rows of it alone where
// there are any. What the options name and the map has not is an error.
func (w *Window) exportJob(o export.Options, only []journey.ID) (*export.Job, error) {
	doc := w.doc
	theme, ok := layout.ThemeNamed(o.Theme)
	if !ok {
		theme = &layout.Print
	}
	j := &export.Job{
		Project: doc.editor.Doc.Project(), Map: doc.editor.Map().ID, Only: only, Blobs: doc.file, Renderer: w.Renderer, Encode: storage.Encode,
		Layout: layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: theme, Pictures: layout.NewLibrary(doc.file), Say: tr},
		Speaks: spoken.Load().Language(),
	}
	return j, o.Apply(j)
}

// Export writes the map to a file, or to one a page, from the project as it is
// now: it can be edited meanwhile.
func (w *Window) Export(path string, f export.Format, o export.Options, only []journey.ID) {
	w.export(path, f, o, only, func(out export.Written) {
		said := exported(path, out)
		if len(out.Notes) > 0 {
			said += " " + tr(sentenceOf(out.Notes[0]))
		}
		w.note(said, "Show", func() { w.openOutside(filepath.Dir(path)) })
	})
}

// exported says what was written and where.
func exported(path string, out export.Written) string {
	if n := out.Pages; n > 1 {
		return tr(fmt.Sprintf("Exported %d pages to “%s”.", n, filepath.Base(filepath.Dir(path))))
	}
	return tr(fmt.Sprintf("Exported “%s”.", filepath.Base(path)))
}

// sentenceOf is a note with a capital and a full stop.
func sentenceOf(note string) string {
	first, n := utf8.DecodeRuneInString(note)
	note = string(unicode.ToUpper(first)) + note[n:]
	if !strings.HasSuffix(note, ".") {
		note += "."
	}
	return note
}

// export runs an export as a task.
func (w *Window) export(path string, f export.Format, o export.Options, only []journey.ID, then func(export.Written)) {
	doc := w.doc
	if doc == nil {
		return
	}
	doc.editor.Settle()
	j, err := w.exportJob(o, only)
	if err != nil {
		w.say(sentence(sentenceOf(err.Error())))
		return
	}
	doc.use.Add(1)
	w.task("Exporting “"+filepath.Base(path)+"”", func(p *progress) error {
		defer doc.use.Done()
		j.Progress = p.Set
		out, err := export.File(p, path, f, j)
		if err != nil {
			return explained{unwritten{err, path}, path}
		}
		fyne.Do(func() { then(out) })
		return nil
	})
}

// Print makes a PDF as it was last chosen and hands it to the system, which
// shows it and prints.
func (w *Window) Print() {
	if w.doc == nil {
		return
	}
	folder, err := os.MkdirTemp("", "throughline-")
	if err != nil {
		w.say(err)
		return
	}
	w.printed = append(w.printed, folder)
	path := filepath.Join(folder, safeName(w.doc.name())+".pdf")
	w.export(path, export.Formats[0], w.exportOptions(), nil, func(export.Written) { w.openOutside(path) })
}

// openOutside opens a file or a folder in the program that the system has for it.
func (w *Window) openOutside(path string) {
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
		w.say(explained{err, path})
	}
}
