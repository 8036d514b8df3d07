package window

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"throughline/storage"
)

// askName asks for a name in a line of text.
func (w *Window) askName(title, label, name, verb string, then func(string)) {
	var d *dialog
	typed := w.entry()
	typed.SetPlaceHolder(tr(label))
	typed.SetText(name)
	enter := func() {
		if s := strings.TrimSpace(typed.Text); s != "" {
			d.close()
			then(s)
		}
	}
	typed.OnSubmitted = func(string) { enter() }
	d = w.ask(title, fyne.NewSize(400, 0), typed, nil, w.button("Cancel", false, w.escape), w.button(verb, true, enter))
	w.win.Canvas().Focus(typed)
	fyne.Do(func() { typed.TypedShortcut(&fyne.ShortcutSelectAll{}) }) // once it has its size
}

// versionDialog asks for a name and keeps the map as it is now under it.
func (w *Window) versionDialog() {
	doc := w.doc
	if doc == nil {
		return
	}
	w.askName("Save a version", "Name of the version", doc.editor.Map().Version, "Save", func(name string) {
		if doc != w.doc {
			return
		}
		doc.editor.Settle()
		if err := doc.file.Keep(name); err != nil {
			w.say(explained{err, doc.file.Path()})
			return
		}
		w.note(fmt.Sprintf("Version “%s” saved.", name), "Versions", w.versionsDialog)
	})
}

// versionsDialog lists the versions of the file, the newest first, and brings
// one back as a step that can be undone.
func (w *Window) versionsDialog() {
	doc := w.doc
	if doc == nil {
		return
	}
	w.task("Reading the versions", func(*progress) error {
		all, err := doc.file.Versions()
		if err != nil {
			return explained{err, doc.file.Path()}
		}
		fyne.Do(func() {
			if doc == w.doc {
				w.listVersions(doc, all)
			}
		})
		return nil
	})
}

func (w *Window) listVersions(doc *document, all []storage.Version) {
	if len(all) == 0 {
		close := w.button("Close", true, w.escape)
		w.ask("Versions", fyne.NewSize(440, 0), wrapped(tr("There are no versions yet. Save a version to come back to the map as it is now.")), nil, close)
		w.win.Canvas().Focus(close)
		return
	}
	at := func(i int) storage.Version { return all[len(all)-1-i] }
	chosen := 0
	list := widget.NewList(func() int { return len(all) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i int, o fyne.CanvasObject) {
			v := at(i)
			o.(*widget.Label).SetText(oneLine(v.Name, "Untitled") + "   " + v.At.Local().Format("2006-01-02 15:04"))
		})
	list.OnSelected = func(i int) { chosen = i }
	list.Select(0)
	var d *dialog
	bring := w.button("Restore", true, func() { d.close(); w.restore(doc, at(chosen)) })
	d = w.ask("Versions", fyne.NewSize(440, 360), list, nil, w.button("Close", false, w.escape), bring)
	w.win.Canvas().Focus(bring)
}

// restore makes the map as it was in a version. It is one step of undo.
func (w *Window) restore(doc *document, v storage.Version) {
	doc.editor.Settle()
	doc.use.Add(1)
	w.task("Restoring “"+oneLine(v.Name, "Untitled")+"”", func(p *progress) error {
		defer doc.use.Done()
		was, err := doc.file.At(v.Seq)
		if err != nil {
			return explained{err, doc.file.Path()}
		}
		fyne.Do(func() {
			if doc != w.doc || p.Err() != nil {
				return
			}
			if err := doc.editor.Restore(was, v.Name); err != nil {
				w.say(err)
			}
		})
		return nil
	})
}

// cleanCopyDialog asks where to write a copy without the history of the file.
func (w *Window) cleanCopyDialog() {
	if w.doc != nil {
		w.choose("Save a clean copy", "Save", safeName(w.doc.name())+extension, true, []string{extension}, w.CleanCopy)
	}
}

// CleanCopy writes what the map shows to another file, and nothing of how it
// came to be.
func (w *Window) CleanCopy(path string) {
	doc := w.doc
	if doc == nil {
		return
	}
	doc.editor.Settle()
	doc.use.Add(1)
	w.task("Saving a clean copy", func(*progress) error {
		defer doc.use.Done()
		if err := doc.file.CleanCopy(path); err != nil {
			return explained{err, path}
		}
		fyne.Do(func() {
			w.note(fmt.Sprintf("“%s” holds the map without its history.", filepath.Base(path)), "", nil)
		})
		return nil
	})
}
