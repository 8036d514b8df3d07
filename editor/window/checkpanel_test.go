package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

func TestCheckingTheMapLeadsToEachPlace(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() { _, err := w.doc.editor.AddStage(2, "Left empty"); must(t, err); w.check.open() })
	eventually(t, "the list, with the keyboard", func() (ok bool) {
		do(func() { ok = len(w.check.found) > 0 && w.win.Canvas().Focused() == fyne.Focusable(w.check.list) })
		return ok
	})
	do(func() {
		if h := w.check.layer.Objects[0].Size().Height; h > checkHead+w.check.high || h > checkHeight {
			t.Errorf("%d findings are %v high", len(w.check.found), h)
		}
		w.check.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if len(w.doc.editor.Selection()) != 1 {
			t.Error("Enter does not go where the first finding is")
		}
		e := w.doc.editor
		for i, f := range w.check.found {
			if f.Text == "Stage “Left empty” has no cards." {
				w.check.list.Select(i)
				if s := e.Sheet().Stages[2]; len(e.Selection()) != 1 || e.Selection()[0] != s.ID || len(w.check.layer.Objects) == 0 {
					t.Errorf("%v is selected", e.Selection())
				}
				w.check.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
				if w.win.Canvas().Focused() != fyne.Focusable(w.doc.view) {
					t.Error("the keyboard does not come back to the map")
				}
				return
			}
		}
		t.Errorf("found %v", w.check.found)
	})
	do(func() {
		if len(w.check.layer.Objects) > 0 {
			t.Error("it is still open")
		}
	})
}
