package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"throughline/journey"
)

func TestTheFindBarCountsAndWalks(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		w.find.open()
		for _, r := range "bike" {
			w.find.typed.TypedRune(r)
		}
		n := len(w.doc.editor.Found().IDs)
		if got := w.find.count.Text; n < 2 || !strings.HasSuffix(got, " found") {
			t.Errorf("%q, with %d found", got, n)
		}
		w.find.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := w.find.count.Text; !strings.HasPrefix(got, "1 of ") || len(w.doc.editor.Selection()) != 0 { // the map's own title
			t.Errorf("%q, with %v selected", got, w.doc.editor.Selection())
		}
		w.find.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := w.find.count.Text; !strings.HasPrefix(got, "2 of ") || len(w.doc.editor.Selection()) != 1 {
			t.Errorf("%q, with %v selected", got, w.doc.editor.Selection())
		}
		w.find.filterMenu()
		w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
		w.win.Canvas().Focus(w.find.typed)
		w.find.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.doc.editor.Searching() || len(w.find.layer.Objects) > 0 || w.win.Canvas().Focused() != fyne.Focusable(w.doc.view) {
			t.Error("Esc does not close it")
		}
	})
}

// The bar leaves the stage in sight with which the map begins.
func TestTheFindBarStandsWhereTheMapEnds(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		w.find.open()
		left := func() float32 {
			return w.find.layer.Objects[0].Position().X - w.place.Position().X
		}
		if left() < w.place.Size().Width/2 {
			t.Errorf("the bar of a map from the left stands at %v", left())
		}
		e := w.doc.editor
		if err := e.Doc.Do("Change direction", func(ed *journey.Edit) error {
			m := e.Map()
			m.Direction = journey.FromRight
			ed.Put(m)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		w.refresh()
		if !e.Sheet().Mirrored || left() > 20 {
			t.Errorf("the bar of a map from the right stands at %v", left())
		}
	})
}
