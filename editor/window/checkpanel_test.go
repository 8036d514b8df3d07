package window

import (
	"path/filepath"
	"testing"
)

func TestCheckingTheMapLeadsToEachPlace(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() { _, err := w.doc.editor.AddStage(2, "Left empty"); must(t, err); w.check.open() })
	eventually(t, "the list", func() (ok bool) { do(func() { ok = len(w.check.found) > 0 }); return ok })
	do(func() {
		e := w.doc.editor
		for i, f := range w.check.found {
			if f.Text == "Stage “Left empty” has no cards." {
				w.check.list.Select(i)
				if s := e.Sheet().Stages[2]; len(e.Selection()) != 1 || e.Selection()[0] != s.ID || len(w.check.layer.Objects) == 0 {
					t.Errorf("%v is selected", e.Selection())
				}
				w.check.close()
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
