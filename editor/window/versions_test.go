package window

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"throughline/storage"
)

func TestAVersionIsSavedAndRestored(t *testing.T) {
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	opens(t, w, sample(t, filepath.Join(folder, "bike.journey")))
	do(func() {
		w.versionDialog()
		e := w.win.Canvas().Focused().(*entry)
		e.SetText("For the board")
		e.OnSubmitted("")
	})
	says(t, w, "Version “For the board” saved.")
	was := w.doc.editor.Doc.Project()
	rename(w, "Neighbour’s bike", "Another bike")
	do(func() { must(t, w.doc.editor.Delete(w.doc.editor.Sheet().Stages[0].ID)) })
	do(w.versionsDialog)
	var restore *button
	eventually(t, "the list", func() bool {
		do(func() { restore, _ = w.win.Canvas().Focused().(*button) })
		return restore != nil
	})
	do(restore.OnTapped)
	says(t, w, "Version “For the board” restored.")
	do(func() {
		if !w.doc.editor.Doc.Project().Equal(was) || w.doc.editor.Doc.UndoLabel() != "Restore version" {
			t.Error("the map is not as it was")
		}
		undoLink(w.snack).run()
		if w.doc.editor.Doc.Project().Equal(was) {
			t.Error("Undo does not take it back")
		}
	})
	clean := filepath.Join(folder, "clean.journey")
	do(func() { w.CleanCopy(clean) })
	says(t, w, "“clean.journey” holds the map without its history.")
	must(t, w.doc.file.Flush(context.Background()))
	r, err := storage.Read(clean)
	must(t, err)
	defer r.Close()
	if !r.Project().Equal(w.doc.editor.Doc.Project()) {
		t.Error("the clean copy is another map")
	}
	do(func() { // nothing of this may fail with another one open
		w.versionDialog()
		w.escape()
		if w.win.Canvas().Focused() != fyne.Focusable(w.doc.view) {
			t.Error("the map has not got the keyboard back")
		}
	})
}
