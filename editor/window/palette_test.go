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
	return inList(w, typed, take)
}

// inList is inPalette in a list that is open.
func inList(w *Window, typed, take string) (titles []string) {
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

// With cards selected the palette sets what the inspector does, on all of them.
func TestThePaletteSetsWhatCardsHave(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		e := w.doc.editor
		if got := inPalette(w, "parcel", ""); slices.Contains(got, "Parcel") {
			t.Error("with nothing selected there is an icon to set")
		}
		// what cannot be done now is not replaced by what nobody asked for
		before := e.Doc.Project()
		if got := inPalette(w, "set owner", ""); len(got) == 0 || got[0] != "Set owner" || e.Doc.Project() != before {
			t.Errorf("found %q", got)
		}
		a, b := cardTitled(t, e.Doc.Project(), "Booking confirmed").ID, cardTitled(t, e.Doc.Project(), "Family test ride").ID
		e.Select(a, b)
		both := func(what string, f func(journey.Card) bool) {
			t.Helper()
			for _, id := range []journey.ID{a, b} {
				if c, _ := journey.Get[journey.Card](e.Doc.Project(), id); !f(c) {
					t.Errorf("%s: %+v", what, c)
				}
			}
		}
		inPalette(w, "icon parcel", "Parcel")
		both("the icon", func(c journey.Card) bool { return c.Icon == "parcel" })
		inPalette(w, "researched", "Researched")
		both("the evidence", func(c journey.Card) bool { return c.Evidence == journey.Researched })
		// a list of its own takes what is new
		inPalette(w, "set tags", "Set tags")
		inList(w, "for spring", "Write “for spring”")
		both("the tag", func(c journey.Card) bool { return c.Tags == journey.List("for spring") })
		inPalette(w, "set owner", "Set owner")
		inList(w, "Emin", "Add person “Emin”")
		people := e.Doc.Project().People()
		both("the owner", func(c journey.Card) bool { return c.Owner == people[len(people)-1].ID })
		if got := inPalette(w, "set owner", "Set owner"); got[0] != "Set owner" {
			t.Errorf("found %q", got)
		}
		if got := inList(w, "emin", "Emin"); len(got) != 1 {
			t.Errorf("found %q", got)
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
