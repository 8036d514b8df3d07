package window

import (
	"crypto/rand"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"throughline/canvas"
	"throughline/canvas/layout"
	"throughline/editor"
	"throughline/journey"
	"throughline/storage"
)

// document is an open file with its editor and its view.
type document struct {
	file   *storage.File
	editor *editor.Editor
	view   *canvas.View
	state  storage.State // of the last write
	closed bool
}

// load opens a file and lays out its first map. It may take a while and
// belongs to no goroutine of the window.
func (w *Window) load(path string, th *layout.Theme) (*document, error) {
	f, err := storage.Open(path, storage.Options{Now: w.Now})
	if err != nil {
		return nil, err
	}
	d := editor.Open(f.Project(), f.History(), f, journey.RandomIDs(rand.Reader), w.Now)
	o := layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: th, Pictures: layout.NewLibrary(f)}
	return &document{file: f, editor: editor.New(d, o)}, nil
}

// Open shows a file, after it has been read in the background.
func (w *Window) Open(path string) {
	w.task("Opening "+filepath.Base(path), func(*progress) error {
		doc, err := w.load(path, w.look.colors)
		if err != nil {
			return explained{err, path}
		}
		fyne.Do(func() { w.show(doc) })
		return nil
	})
}

// show puts a document in place of the one before.
func (w *Window) show(doc *document) {
	w.closed()
	w.doc = doc
	doc.editor.SetTheme(w.look.colors)
	doc.view = canvas.NewView(doc.editor, w.setting())
	doc.editor.Changed(func() {
		doc.view.Update()
		w.refresh()
		if err := doc.editor.Err(); err != nil {
			w.say(err)
		}
	})
	doc.file.Watch(func(s storage.State) {
		fyne.Do(func() {
			if doc.closed {
				return
			}
			if s.Err != nil && !sameError(doc.state.Err, s.Err) {
				w.say(explained{s.Err, doc.file.Path()})
			}
			doc.state = s
			w.refreshStatus()
		})
	})
	w.place.Objects = []fyne.CanvasObject{doc.view}
	w.place.Refresh()
	w.focusMap()
	w.win.SetTitle(w.docName() + " – " + Title)
	w.refresh()
	w.report(doc)
}

func sameError(a, b error) bool { return a != nil && a.Error() == b.Error() }

// report says what is special about a file that was just opened.
func (w *Window) report(doc *document) {
	if only, why := doc.file.ReadOnly(); only {
		w.say(explained{why, doc.file.Path()})
		return
	}
	if p := doc.file.Problems(); len(p) > 0 {
		w.note(count(len(p), "thing")+" in this file had to be put right.", "Details", func() { w.showProblems("Put right", p) })
	}
}

// close writes what is left and lets the file go.
func (d *document) close() {
	if d.closed {
		return
	}
	d.closed = true
	d.editor.Settle()
	if d.view != nil {
		d.view.Close()
	}
	// a failure was reported when it happened; what could not be written is
	// lost with the program, as nothing more can be done for it here
	_ = d.file.Close()
}

// docName is what the file is called in the title bar.
func (w *Window) docName() string {
	if w.doc == nil {
		return Title
	}
	if w.untitled() {
		return "Untitled"
	}
	return strings.TrimSuffix(filepath.Base(w.doc.file.Path()), extension)
}

// untitled reports whether the file has no name of its own yet.
func (w *Window) untitled() bool {
	return w.doc != nil && filepath.Dir(w.doc.file.Path()) == w.Home
}

const extension = ".journey"

// savedAt is the time of the last write, for the status line.
func (d *document) savedAt() string {
	if d.state.At.IsZero() {
		return ""
	}
	return d.state.At.Local().Format("15:04")
}

// waiting reports whether something is not in the file yet.
func (d *document) waiting() bool { return d.editor.Doc.Seq() > d.state.Seq }

var errNothingOpen = errors.New("no map is open")

// stamp names a new file by the time it was made.
func stamp(t time.Time) string { return t.Format("2006-01-02 15.04.05") }
