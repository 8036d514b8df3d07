package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Where the keyboard is in a dialog can be seen: an entry's edge and a button's
// grow, and take the colour of the focus.
func TestTheFocusOfADialogIsSeen(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		typed, cancel, yes := w.entry(), w.button("Cancel", false, nil), w.button("Save", true, nil)
		d := w.ask("Save", fyne.NewSize(300, 0), typed, nil, cancel, yes)
		defer d.close()
		acc := rgb(w.look.colors.Acc, 255)
		w.win.Canvas().Focus(cancel)
		if cancel.edge.StrokeColor != acc || cancel.edge.StrokeWidth != 2 || yes.edge.StrokeWidth != 0 {
			t.Errorf("the button in focus has an edge of %v, %v", cancel.edge.StrokeColor, cancel.edge.StrokeWidth)
		}
		w.win.Canvas().Focus(yes)
		if cancel.edge.StrokeColor == acc || yes.edge.StrokeColor == acc || yes.edge.StrokeWidth != 2 {
			t.Errorf("the filled button in focus has an edge of %v, %v", yes.edge.StrokeColor, yes.edge.StrokeWidth)
		}
		w.win.Canvas().Focus(typed)
		if yes.edge.StrokeWidth != 0 {
			t.Error("a button keeps its ring")
		}
	})
}

// A button without an icon shows none, also after it had one.
func TestAButtonLosesItsIcon(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		b := w.newTool("phone", "Phone", "", nil)
		image := func() *canvas.Image { b.Refresh(); return b.image }
		if image().Hidden {
			t.Error("the icon is not shown")
		}
		b.icon = ""
		if !image().Hidden {
			t.Error("an icon that is no more is shown")
		}
	})
}
