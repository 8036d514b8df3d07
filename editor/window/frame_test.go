package window

import (
	"image/color"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// framed is a window with a map and something in both panels.
func framed(t *testing.T) *Window {
	t.Helper()
	w := newWindow(t, kit(t))
	do(func() {
		w.left, w.right = canvas.NewRectangle(color.Black), canvas.NewRectangle(color.Black)
		w.win.SetContent(w.buildBody(w.buildToolbar(), w.buildStatus()))
	})
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	return w
}

// columns are the widths of left panel, map and right panel, as they are shown.
func columns(w *Window) (c [3]float32) {
	for i, o := range []fyne.CanvasObject{w.body.Objects[3], w.place, w.body.Objects[4]} {
		if o.Visible() {
			c[i] = o.Size().Width
		}
	}
	return c
}

func TestPanelsStandBesideTheMap(t *testing.T) {
	w := framed(t)
	want := func(what string, are [3]float32) {
		t.Helper()
		eventually(t, what, func() (ok bool) {
			do(func() { ok = columns(w) == are })
			return ok
		})
	}
	want("both panels", [3]float32{208, 1440 - 208 - 288, 288})
	do(func() {
		for i, x := range []float32{208, 1440 - 288} {
			if at := w.body.Objects[5+i].Position().X + gripWidth/2; at != x {
				t.Errorf("divider %d stands at %v, not at %v", i, at, x)
			}
		}
	})

	// a divider is dragged as far as it goes, and back by two clicks
	drag := func(side int, by float32) {
		do(func() {
			d := w.body.Objects[5+side].(*divider)
			for range 4 {
				d.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(by/4, 0)})
			}
			d.DragEnd()
		})
	}
	drag(leftSide, 40)
	want("the left one wider", [3]float32{248, 1440 - 248 - 288, 288})
	drag(rightSide, -300)
	want("the right one at its widest", [3]float32{248, 1440 - 248 - 400, 400})
	drag(leftSide, -300)
	want("the left one at its narrowest", [3]float32{176, 1440 - 176 - 400, 400})
	do(func() { w.body.Objects[5].(*divider).DoubleTapped(nil) })
	want("the left one as at first", [3]float32{208, 1440 - 208 - 400, 400})

	// a closed one is gone, and as wide as before when it comes back
	do(func() { w.frame.sides[rightSide].closed = true; w.arrange() })
	want("the right one closed", [3]float32{208, 1440 - 208, 0})
	do(func() { w.frame.sides[rightSide].closed = false; w.arrange() })
	want("the right one open", [3]float32{208, 1440 - 208 - 400, 400})
}

func TestPanelsMakeWayInANarrowWindow(t *testing.T) {
	w := framed(t)
	for _, c := range []struct {
		width   float32
		columns [3]float32
	}{
		{208 + leastMap + 288, [3]float32{208, leastMap, 288}},
		{208 + leastMap + 287, [3]float32{208, leastMap + 287, 0}},
		{208 + leastMap - 1, [3]float32{0, 208 + leastMap - 1, 0}},
		{1440, [3]float32{208, 1440 - 208 - 288, 288}},
	} {
		do(func() {
			w.body.Resize(fyne.NewSize(c.width, 600))
			if got := columns(w); got != c.columns {
				t.Errorf("in %v: %v, not %v", c.width, got, c.columns)
			}
		})
	}
	do(func() { // a divider leaves the map its room
		w.body.Resize(fyne.NewSize(208+leastMap+288+10, 600))
		w.body.Objects[5].(*divider).Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(100, 0)})
		if got := columns(w); got != [3]float32{218, leastMap, 288} {
			t.Errorf("dragged too far: %v", got)
		}
	})
}

func TestAPanelWithoutContentIsNotShown(t *testing.T) {
	w := framed(t)
	do(func() {
		w.right = nil
		w.win.SetContent(w.buildBody(w.buildToolbar(), w.buildStatus()))
	})
	eventually(t, "the map up to the edge", func() (ok bool) {
		do(func() { ok = columns(w) == [3]float32{208, 1440 - 208, 0} })
		return ok
	})
}
