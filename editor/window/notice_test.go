package window

import (
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"throughline/journey"
)

// undoLink is the action of the snackbar; nil where it has none.
func undoLink(o fyne.CanvasObject) *snackAction {
	switch o := o.(type) {
	case *snackAction:
		return o
	case *fyne.Container:
		for _, x := range o.Objects {
			if a := undoLink(x); a != nil {
				return a
			}
		}
	}
	return nil
}

func TestADeleteOffersToTakeItBack(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	var was *journey.Project
	var third journey.Stage
	remove := func() {
		do(func() {
			e := w.doc.editor
			was, third = e.Doc.Project(), e.Sheet().Stages[2].Stage
			must(t, e.Delete(third.ID))
		})
	}
	remove()
	cards := 0
	for _, l := range was.Lanes(third.Map) {
		cards += len(was.StageCards(l.ID, third.ID))
	}
	says(t, w, fmt.Sprintf("Stage “Try out” deleted, with %d cards.", cards))
	do(func() {
		undoLink(w.snack).run()
		if !w.doc.editor.Doc.Project().Equal(was) || read(w.snack) != "" {
			t.Error("it is not back")
		}
	})
	remove()
	says(t, w, "deleted")
	rename(w, "Neighbour’s bike", "Another bike") // Undo would take back that now
	do(func() {
		if got := read(w.snack); got != "" {
			t.Errorf("the snackbar still says %q", got)
		}
	})
}
