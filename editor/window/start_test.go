package window

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/layout"
	"throughline/editor"
)

func (t *tile) keys(keys ...fyne.KeyName) {
	for _, k := range keys {
		t.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// focusedTile is the tile that has the keyboard.
func focusedTile(w *Window) *tile {
	t, _ := w.win.Canvas().Focused().(*tile)
	return t
}

func TestAFirstStartOffersTheSampleAndTemplates(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		w.Start("")
		if w.start == nil || len(w.start.recent) != 1 || len(w.start.templates) != 8 {
			t.Fatalf("the start screen has %+v", w.start)
		}
	})
	eventually(t, "tiles in their places", func() (ok bool) {
		do(func() { ok = w.start.templates[1].Position().X > 0 && w.start.grids[1].Position().Y > 0 })
		return ok
	})
	do(func() {
		first := focusedTile(w)
		if first != w.start.recent[0] || first.title != "Buying a cargo bike" {
			t.Fatal("the keyboard is not on the sample")
		}
		first.keys(fyne.KeyDown)
		if focusedTile(w) != w.start.templates[0] {
			t.Error("Down does not go to the templates")
		}
		for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft, fyne.KeyRight} {
			focusedTile(w).keys(k)
		}
		if focusedTile(w) != w.start.templates[1] {
			t.Error("Right does not go to the next template")
		}
		w.start.find.SetText("LOOP")
		if n := len(w.start.grids[0].Objects) + len(w.start.grids[1].Objects); n != 1 {
			t.Errorf("“loop” finds %d", n)
		}
		w.start.find.SetText("nothing like it")
		if !w.start.none.Visible() {
			t.Error("nothing is found, and nothing says so")
		}
		w.start.find.SetText("")
	})
	eventually(t, "pictures", func() (ok bool) {
		do(func() {
			ok = true
			for _, x := range append(w.start.recent, w.start.templates...) {
				ok = ok && x.picture.Image.Bounds().Dx() >= thumbnailWidth
			}
		})
		return ok
	})
	do(func() { w.start.recent[0].keys(fyne.KeyReturn) })
	eventually(t, "the sample", func() (ok bool) {
		do(func() { ok = w.start == nil && w.doc != nil && w.doc.editor.Map().Title == "Buying a cargo bike" })
		return ok
	})

	// and back to the start screen, by the sign of the program, and to the map
	do(func() {
		if !w.hasMap() {
			t.Error("there is no map")
		}
		w.showStart("")
		if w.hasMap() || w.body.Visible() || len(w.start.recent) != 1 {
			t.Error("the start screen is not shown over the map")
		}
		focusedTile(w).keys(fyne.KeyEscape)
		if !w.hasMap() || w.win.Canvas().Focused() != fyne.Focusable(w.doc.view) {
			t.Error("Esc does not lead back to the map")
		}
	})
}

func TestTheNextStartKnowsTheLastFiles(t *testing.T) {
	k := kit(t)
	folder := t.TempDir()
	one, two := sample(t, filepath.Join(folder, "one.journey")), sample(t, filepath.Join(folder, "two.journey"))
	w := newWindow(t, k)
	opens(t, w, one)
	do(func() { w.doc.editor.SetCamera(editor.Camera{At: w.doc.editor.Camera().At, Zoom: 0.5}) })
	var at editor.Camera
	do(func() {
		c := w.doc.editor.Camera()
		c.At.X = 500
		w.doc.editor.SetCamera(c)
		at = w.doc.editor.Camera()
		w.frame.sides[leftSide].width = 250
		w.frame.toggleMinimap()
		w.SetTheme(&layout.Dark)
	})
	opens(t, w, two)
	do(w.win.Close)

	w = newWindow(t, k)
	do(func() {
		w.Start("")
		var titles []string
		for _, x := range w.start.recent {
			titles = append(titles, x.title+": "+x.about)
		}
		if got := strings.Join(titles, "; "); !strings.HasPrefix(got, "two: Kontor Lastenrad, today, ") || !strings.Contains(got, "; one: ") {
			t.Errorf("the last files are %s", got)
		}
		if w.frame.sides[leftSide].width != 250 || w.frame.minimap || w.look.colors != &layout.Dark {
			t.Error("panels or theme are not as they were")
		}
		w.SetTheme(nil)
		if w.look.colors != w.system || w.start == nil {
			t.Error("the system's theme is not shown, or no start screen")
		}
		w.start.recent[1].keys(fyne.KeyReturn)
	})
	untilSharp(t, w, one)
	do(func() {
		if c := w.doc.editor.Camera(); c != at {
			t.Errorf("it is shown at %v, not at %v", c, at)
		}
		w.showStart("")
		if w.start.recent[0].title != "one" {
			t.Error("the last file is not the first")
		}
		w.start.recent[1].keys(fyne.KeyDelete)
		if len(w.start.recent) != 1 {
			t.Error("Delete does not take it off the list")
		}
	})
}

func TestTimesAsPeopleSayThem(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 30, 0, 0, time.Local)
	for at, want := range map[time.Time]string{
		now.Add(-2 * time.Hour):                           "today, 07:30",
		now.Add(-10 * time.Hour):                          "yesterday",
		time.Date(2026, 11, 6, 1, 0, 0, 0, time.Local):    "6 November",
		time.Date(2025, 12, 31, 23, 59, 0, 0, time.Local): "31 December 2025",
		{}: "some time ago",
	} {
		if got := whenOpened(at, now); got != want {
			t.Errorf("%v is %q, not %q", at, got, want)
		}
	}
}

// What stands at the right of the start screen goes below what stands at the
// left where there is no room for both, and never out of sight.
func TestTheStartScreenFitsANarrowWindow(t *testing.T) {
	newWindow(t, kit(t))
	do(func() {
		left, right := room(40), canvas.NewRectangle(noColor)
		left.(*canvas.Rectangle).SetMinSize(fyne.NewSize(200, 40))
		right.SetMinSize(fyne.NewSize(260, 32))
		for _, c := range []struct{ width, x, y, end float32 }{{600, 340, 4, 600}, {400, 0, 48, 260}, {180, 0, 48, 180}} {
			box := container.New(apart{}, left, right)
			box.Resize(fyne.NewSize(c.width, 40))
			if p, end := right.Position(), right.Position().X+right.Size().Width; p.X != c.x || p.Y != c.y || end != c.end {
				t.Errorf("in %v the right one stands at %v and ends at %v", c.width, p, end)
			}
			if h := box.MinSize().Height; h != max(40, c.y+32) && c.y > 40 {
				t.Errorf("in %v both need a height of %v", c.width, h)
			}
		}
	})
}
