package window

import (
	"path/filepath"
	"strings"
	"testing"
)

// viewItems is what the menu of views offers.
func viewItems(w *Window) (labels []string) {
	for _, m := range w.menu.Items {
		for _, it := range m.Items {
			if it.Label == "Views" {
				for _, x := range it.ChildMenu.Items {
					labels = append(labels, x.Label)
				}
			}
		}
	}
	return labels
}

func TestViewsStandInTheMenu(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		w.doc.editor.HideStage(w.doc.editor.Sheet().Stages[0].ID)
		w.saveViewDialog()
		e := w.win.Canvas().Focused().(*entry)
		e.SetText("For sales")
		e.OnSubmitted("")
		if got := strings.Join(viewItems(w), "|"); !strings.HasPrefix(got, "Everything|For sales|") {
			t.Errorf("the menu has %s", got)
		}
		w.renameViewDialog()
		e = w.win.Canvas().Focused().(*entry)
		e.SetText("Sales")
		e.OnSubmitted("")
		if got := strings.Join(viewItems(w), "|"); !strings.HasPrefix(got, "Everything|Sales|") {
			t.Errorf("the menu has %s", got)
		}
	})
}

func TestCommentsAreSaidAndSettled(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		e := w.doc.editor
		card := e.Sheet().Stages[0].ID
		e.Select(card)
		before := len(e.Doc.Project().Comments(card))
		w.commentsDialog()
		typed := w.win.Canvas().Focused().(*entry)
		typed.SetText("Is this so?")
		typed.OnSubmitted("")
		all := e.Doc.Project().Comments(card)
		if len(all) != before+1 || all[len(all)-1].Text != "Is this so?" {
			t.Errorf("%+v", all)
		}
		w.escape()
		if w.win.Canvas().Overlays().Top() != nil {
			t.Error("Esc does not close it")
		}
	})
}
