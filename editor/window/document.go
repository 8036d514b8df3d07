package window

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
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
	noName bool          // nobody has given the file a name yet
	opened time.Time     // when it was shown first
	closed bool
	use    sync.WaitGroup // tasks that read the file
}

// load opens a file and lays out its first map. It may take a while and
// belongs to no goroutine of the window.
func (w *Window) load(path string, th *layout.Theme) (*document, error) {
	f, err := storage.Open(path, storage.Options{Now: w.Now})
	if err != nil {
		return nil, err
	}
	d := editor.Open(f.Project(), f.History(), f, journey.RandomIDs(rand.Reader), w.Now)
	o := layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: th, Pictures: layout.NewLibrary(f), Screen: true, Say: tr, Today: w.Now().Format(time.DateOnly)}
	return &document{file: f, editor: editor.New(d, o), noName: sameFile(filepath.Dir(f.Path()), w.Home)}, nil
}

// show puts a document in place of the one before.
func (w *Window) show(doc *document) {
	old := w.doc
	if old != nil {
		w.noteFile(old)
	}
	w.doc = doc
	w.letGo(old)
	w.hideStart()
	if !w.recallFile(doc) {
		doc.editor.WholeFirst()
	}
	doc.opened = w.Now()
	w.noteFile(doc)
	w.remember()
	if doc.editor.Theme() != w.look.colors { // chosen while the file was being read
		doc.editor.SetTheme(w.look.colors)
	}
	doc.view = canvas.NewView(doc.editor, w.setting())
	doc.editor.Unknown(w.runKey)
	doc.editor.SetClipboard(clipboard{w.app.Clipboard()}, newShelf(), doc.file)
	doc.editor.Changed(func() {
		if doc.closed {
			return
		}
		w.rest.stir()
		w.noteMove(doc)
		doc.view.Update()
		w.repaint()
		w.refresh()
		if err := doc.editor.Err(); err != nil {
			w.say(err)
		}
		w.notice(doc)
		w.contextMenu(doc)
		w.askPasting(doc)
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
	w.list = nil
	w.place.Objects = []fyne.CanvasObject{doc.view}
	w.place.Refresh()
	w.arrange()
	w.hideSnack()
	w.focusMap()
	w.refresh()
	w.rest.stir()
	w.report(doc)
	if v := w.toPresent; v != nil {
		w.toPresent = nil
		w.presentNamed(*v)
	}
}

// notice shows what a command gave notice of, with the way back for as long as
// nothing else was done.
func (w *Window) notice(doc *document) {
	if w.undoable != 0 && doc.editor.Doc.Seq() != w.undoable {
		w.hideSnack()
	}
	n, ok := doc.editor.Notice()
	switch {
	case !ok:
	case n.Undo:
		w.note(n.Text, "Undo", func() { doc.editor.Do(commandNamed("edit.undo")) })
		w.undoable = doc.editor.Doc.Seq()
	default:
		w.note(n.Text, "", nil)
	}
}

func sameError(a, b error) bool { return a != nil && a.Error() == b.Error() }

// report says what is special about a file that was just opened.
func (w *Window) report(doc *document) {
	if only, why := doc.file.ReadOnly(); only {
		w.say(explained{why, doc.file.Path()})
		return
	}
	if p := doc.file.Problems(); len(p) > 0 {
		says := "%d things in this file had to be put right."
		if len(p) == 1 {
			says = "%d thing in this file had to be put right."
		}
		w.note(fmt.Sprintf(says, len(p)), "Details", func() { w.showProblems("Put right", p) })
	}
}

// letGo ends what a document does and closes its file in the background: what
// is left is written, at once, and then tasks that still read are waited for.
// What cannot be written is given up; who could do something about it was
// asked before.
func (w *Window) letGo(d *document) {
	if d == nil || d.closed {
		return
	}
	if w.room != nil && w.room.doc == d {
		w.room.end()
	}
	d.closed = true // nothing is drawn any more: at a signal, the window is gone already
	d.editor.Settle()
	if d.view != nil {
		d.view.Close()
	}
	w.closing.Go(func() {
		d.file.Flush(context.Background())
		d.use.Wait()
		if err := d.file.Close(); err != nil {
			d.file.Discard()
		}
	})
}

// name is what the file is called in the title bar: the map's title as long as
// nobody has given it a name.
func (d *document) name() string {
	if d.noName {
		return d.editor.Map().Title
	}
	return strings.TrimSuffix(filepath.Base(d.file.Path()), extension)
}

// shows reports whether path is the file that is shown.
func (w *Window) shows(path string) bool {
	return w.doc != nil && sameFile(path, w.doc.file.Path())
}

// sameFile reports whether two paths name one file or folder.
func sameFile(a, b string) bool {
	if a == b {
		return true
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
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

// stamp names a new file by the time it was made.
func stamp(t time.Time) string { return t.Format("2006-01-02 15.04.05.000") }
