package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"throughline/journey"
)

// inPalette opens the palette, types and takes the hit with a title; what is
// listed comes back.
func inPalette(w *Window, typed, take string) (titles []string) {
	w.openPalette()
	e := w.win.Canvas().Focused().(*listEntry)
	for _, r := range typed {
		e.TypedRune(r)
	}
	d := w.win.Canvas().Overlays().Top().(*dialog)
	for _, r := range hitRowsOf(d.panel) {
		if r.Visible() {
			titles = append(titles, r.title.Text)
		}
	}
	for range slices.Index(titles, take) {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if take == "" {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	} else {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	return titles
}

func hitRowsOf(o fyne.CanvasObject) (all []*hitRow) {
	switch o := o.(type) {
	case *hitRow:
		return []*hitRow{o}
	case *fyne.Container:
		for _, x := range o.Objects {
			all = append(all, hitRowsOf(x)...)
		}
	}
	return all
}

func TestThePaletteFindsCommandsAndPlaces(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		e := w.doc.editor
		if got := inPalette(w, "try o", "Try out"); got[0] != "Try out" {
			t.Errorf("found %q", got)
		}
		if s, _ := journey.Get[journey.Stage](e.Doc.Project(), e.Selection()[0]); s.Title != "Try out" {
			t.Errorf("%v is selected", e.Selection())
		}
		inPalette(w, "dupl", "Duplicate")
		if n := len(e.Doc.Project().Stages(e.Map().ID)); n != 7 {
			t.Errorf("%d stages", n)
		}
		if got := inPalette(w, "no such thing", ""); len(got) != 0 || w.win.Canvas().Overlays().Top() != nil {
			t.Errorf("found %q", got)
		}
		if w.win.Canvas().Focused() != fyne.Focusable(w.doc.view) {
			t.Error("the map has not got the keyboard back")
		}
	})
}

func TestTheCheatSheetHasEveryKey(t *testing.T) {
	w := newWindow(t, kit(t))
	var all []string
	do(func() {
		for _, g := range w.cheatSheet() {
			for _, l := range g.lines {
				all = append(all, l[0])
			}
		}
		for _, c := range w.everyCommand() {
			if len(c.keys) > 0 && !slices.Contains(all, c.title) {
				t.Errorf("%s is missing", c.title)
			}
		}
		w.openCheatSheet()
		if !strings.Contains(read(w.win.Canvas().Overlays().Top()), "Keys and gestures") {
			t.Error("it is not shown")
		}
		w.escape()
		if w.win.Canvas().Overlays().Top() != nil {
			t.Error("Esc does not close it")
		}
	})
}
