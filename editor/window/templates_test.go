package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestATemplateIsChosenByItsPicture(t *testing.T) {
	w := newWindow(t, kit(t))
	var first, chosen *tile
	do(func() {
		w.templateDialog()
		first, _ = w.win.Canvas().Focused().(*tile)
	})
	if first == nil {
		t.Fatal("the keyboard is not on the first template")
	}
	eventually(t, "a picture", func() (ok bool) {
		do(func() { ok = first.picture.Image.Bounds().Dx() >= tileWidth-4 })
		return ok
	})
	do(func() {
		for range 3 {
			w.win.Canvas().(interface{ FocusNext() }).FocusNext()
		}
		chosen, _ = w.win.Canvas().Focused().(*tile)
		if chosen != nil {
			chosen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	})
	if chosen == nil || chosen == first {
		t.Fatal("Tab does not go on to the next one")
	}
	eventually(t, "the fourth template, a loop", func() (ok bool) {
		do(func() { ok = w.doc != nil && w.doc.editor.Sheet().Looped() })
		return ok
	})
	do(func() {
		if w.win.Canvas().Overlays().Top() != nil {
			t.Error("the dialog stays open")
		}
		s := &w.status
		if s.rows.Hidden || !s.loop.on || s.rows.on {
			t.Error("the status line does not offer rows")
		}
		s.rows.Tapped(nil)
		if w.doc.editor.Sheet().Looped() || !s.rows.on {
			t.Error("it is still a loop")
		}
	})
	if len(w.win.Canvas().Overlays().List()) > 0 {
		t.Error("something is in the way")
	}
}

func TestEscapeLeavesTheTemplates(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		w.templateDialog()
		w.win.Canvas().Focused().(*tile).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.win.Canvas().Overlays().Top() != nil || w.doc != nil {
			t.Error("the dialog stays open")
		}
	})
}
