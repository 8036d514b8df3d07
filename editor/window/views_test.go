package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"throughline/journey"
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

// What is shown is chosen in a dialog, personas too.
func TestWhatIsShownIsChosen(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		e := w.doc.editor
		lanes, stages := len(e.Sheet().Rows), len(e.Sheet().Stages)
		_, err := e.AddShared(journey.KindPersona, "Jonas")
		must(t, err)
		w.viewDialog()
		d := w.win.Canvas().Overlays().Top().(*dialog)
		tap := func(tip string) {
			t.Helper()
			for _, p := range allOf[*pick](d.panel) {
				if p.tip == tip {
					p.Tapped(nil)
					return
				}
			}
			t.Errorf("there is no %s", tip)
		}
		tap("Spark")
		tap("Mindset")
		if len(e.Sheet().Stages) != stages-1 || len(e.Sheet().Rows) != lanes-1 {
			t.Errorf("%d stages and %d lanes are shown", len(e.Sheet().Stages), len(e.Sheet().Rows))
		}
		tap("Jonas")
		if v := e.View(); len(v.Personas.All()) != len(e.Doc.Project().Personas())-1 {
			t.Errorf("the view is %+v", v)
		}
		w.escape()
		if e.View() == (journey.View{}) {
			t.Error("Esc takes it back")
		}
	})
}

// allOf is the objects of a kind in an object.
func allOf[T fyne.CanvasObject](o fyne.CanvasObject) (all []T) {
	switch o := o.(type) {
	case T:
		return []T{o}
	case *container.Scroll:
		return allOf[T](o.Content)
	case *fyne.Container:
		for _, x := range o.Objects {
			all = append(all, allOf[T](x)...)
		}
	}
	return all
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
