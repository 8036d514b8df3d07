package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"throughline/canvas/geom"
	"throughline/journey"
)

// theLibrary is a window with the sample that shows the library.
func theLibrary(t *testing.T) (*Window, *library) {
	t.Helper()
	w, _ := theOutline(t)
	do(func() { w.leftPanel.choice.set(libraryShown) })
	return w, w.leftPanel.library
}

// bringTo drags an offer to a point of the map's view, in steps.
func bringTo(w *Window, o *offer, at geom.Point, drop bool) {
	base := theApp.Driver().AbsolutePositionForObject(w.doc.view)
	for _, share := range []float32{0.5, 1} {
		e := &fyne.DragEvent{}
		e.AbsolutePosition = base.AddXY(float32(at.X)*share, float32(at.Y)*share)
		o.Dragged(e)
	}
	if drop {
		o.DragEnd()
	}
}

func TestAnIconIsDraggedOntoTheMap(t *testing.T) {
	w, l := theLibrary(t)
	icon := l.icons[slices.IndexFunc(l.icons, func(o *offer) bool { return o.icon == "phone" })]
	do(func() {
		e := w.doc.editor
		before := cardTitled(t, e.Doc.Project(), "Neighbour’s bike")
		box := cardOn(t, e, geom.Rect{}, before)
		bringTo(w, icon, geom.Pt(box.Center().X, box.Max.Y-4), true)
		c := cardTitled(t, e.Doc.Project(), "Phone")
		if c.Icon != "phone" || c.Lane != before.Lane || c.Step != before.Step || c.Order <= before.Order {
			t.Errorf("the card is %+v", c)
		}
		if s := e.Selection(); len(s) != 1 || s[0] != c.ID {
			t.Errorf("selected: %v", s)
		}
		if l := e.Doc.UndoLabel(); l != "Add touchpoint" {
			t.Errorf("undo takes back: %s", l)
		}
		if len(w.tip.Objects) > 0 {
			t.Error("the icon still floats")
		}

		// beside the map and in a lane that takes no cards nothing happens
		n := e.CountCards()
		bringTo(w, icon, geom.Pt(-60, 200), true)
		s, row := e.Sheet(), e.Sheet().Rows[3] // Channels
		bringTo(w, icon, geom.Pt(s.HeaderWidth+60, s.BandHeight+row.Y+20-e.Camera().At.Y), false)
		if h := e.Frame().Hint; h == nil || !strings.Contains(h.Text, "only take points") {
			t.Errorf("over “%s” it says %+v", row.Title, h)
		}
		icon.DragEnd()
		if e.CountCards() != n {
			t.Error("a card was added where none can be")
		}
	})
}

func TestALaneIsDraggedBetweenLanes(t *testing.T) {
	w, l := theLibrary(t)
	kind := l.lanes[slices.IndexFunc(l.lanes, func(o *offer) bool { return o.what.Lane == journey.Images })]
	do(func() {
		e := w.doc.editor
		row := e.Sheet().Rows[1]
		bringTo(w, kind, geom.Pt(300, e.Sheet().BandHeight+row.Y+4), true)
		var titles []string
		for _, l := range e.Doc.Project().Lanes(e.Map().ID) {
			titles = append(titles, l.Title)
		}
		if got := strings.Join(titles[:3], "; "); got != "Goals; Images; Mindset" {
			t.Errorf("the lanes are %s", got)
		}
		kind.add()
		if got := w.leftPanel.outline.list.titles(laneGroup); !strings.HasSuffix(got, "; Images") {
			t.Errorf("after a click: %s", got)
		}
	})
}

func TestAClickAddsWhereTheKeyboardIs(t *testing.T) {
	w, l := theLibrary(t)
	do(func() { l.icons[0].add() })
	says(t, w, "No cell is selected. Click a cell or a card, then what to add.")
	do(func() {
		e := w.doc.editor
		before := cardTitled(t, e.Doc.Project(), "Model comparison")
		e.Select(before.ID)
		l.icons[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := e.Doc.Project().Cards(before.Lane, before.Column()); len(got) != 3 || got[1].Title != "Website" {
			t.Errorf("the cell holds %v", got)
		}
		feeling := cardTitled(t, e.Doc.Project(), "Pure joy")
		e.Select(feeling.ID)
		l.icons[0].add()
	})
	says(t, w, "Feelings only take points, not cards.")
}

func TestTheLibraryIsSearched(t *testing.T) {
	_, l := theLibrary(t)
	do(func() {
		if len(l.grid.Objects) != 42 || len(l.list.Objects) != len(journey.LaneKinds) {
			t.Errorf("%d icons and %d lanes", len(l.grid.Objects), len(l.list.Objects))
		}
		for _, o := range l.icons {
			if !o.w.Icons.Has(o.icon) {
				t.Errorf("there is no icon %q", o.icon)
			}
		}
		l.find.SetText(" CHAT")
		if len(l.grid.Objects) != 2 || len(l.list.Objects) != 0 || l.none.Visible() {
			t.Errorf("“chat” finds %d icons and %d lanes", len(l.grid.Objects), len(l.list.Objects))
		}
		l.find.SetText("xyz")
		if len(l.grid.Objects) != 0 || !l.none.Visible() {
			t.Error("nothing is found, and nothing says so")
		}
	})
}
