package window

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/canvas/input"
	"throughline/journey"
)

func TestTheMinimapFollowsTheMapAndMovesIt(t *testing.T) {
	w, _ := theOutline(t)
	m := w.leftPanel.minimap
	painted := func(what string) {
		t.Helper()
		eventually(t, what, func() (ok bool) {
			do(func() { ok = m.shown.sheet == w.doc.editor.Sheet() && m.picture.Visible() })
			return ok
		})
	}
	painted("a picture of the map")
	do(func() {
		k, at := m.scale(m.want)
		e := w.doc.editor
		if m.sight.Position() != at {
			t.Errorf("the frame begins at %v, the map at %v", m.sight.Position(), at)
		}
		// the frame is dragged to the right by a quarter of the map
		by := k * float32(e.Sheet().Width) / 4
		press := &desktop.MouseEvent{}
		press.Position = at.AddXY(5, 5)
		m.MouseDown(press)
		if e.Camera().At.X != 0 {
			t.Error("a press in the frame moves the map")
		}
		drag := &fyne.DragEvent{}
		drag.Position = press.Position.AddXY(by, 0)
		m.Dragged(drag)
		if x := e.Camera().At.X; math.Abs(x-e.Sheet().Width/4) > 1 || math.Abs(float64(m.sight.Position().X-at.X-by)) > 0.5 {
			t.Errorf("the map is at %v, the frame at %v", x, m.sight.Position())
		}
		// a press beside it brings what is there into the middle
		press.Position = fyne.NewPos(m.Size().Width-minimapPad-1, at.Y+10)
		m.MouseDown(press)
		if s := e.Sight(); s.Max.X < e.Sheet().Width {
			t.Errorf("at the end of the map %v is in sight", s)
		}
		e.Doc.Do("Less", func(ed *journey.Edit) error { ed.Delete(e.Sheet().Rows[0].ID); return nil })
	})
	painted("a picture of the map after a change")
}

func TestPanelsComeAndGoByKeys(t *testing.T) {
	w, _ := theOutline(t)
	m := w.leftPanel.minimap
	is := func(what string, left, minimap, float bool) {
		t.Helper()
		do(func() {
			if w.body.Objects[3].Visible() != left || m.Visible() != minimap || minimap && m.float != float {
				t.Errorf("%s: the panel is shown: %v; the minimap: %v, on the map: %v", what, w.body.Objects[3].Visible(), m.Visible(), m.float)
			}
			if m.Visible() && (m.Position().Y+m.Size().Height > w.body.Size().Height-statusHeight) {
				t.Errorf("%s: the minimap is at %v", what, m.Position())
			}
		})
	}
	key := func(mods input.Mods, k input.Key) { do(func() { w.doc.editor.Run(input.Chord{Mods: mods, Key: k}) }) }
	is("at first", true, true, false)
	key(input.Ctrl, `\`)
	is("without the panel", false, true, true)
	key(0, "M")
	is("and without the minimap", false, false, false)
	key(input.Ctrl, ".") // the inspector goes as well
	is("all gone", false, false, false)
	key(input.Ctrl, ".")
	is("all there", true, true, false)
	do(func() { w.status.minimap.Tapped(nil) })
	is("by the button", true, false, false)
}
