package window

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"throughline/journey"
)

// theOutline is a window with the sample, and the list of its outline.
func theOutline(t *testing.T) (*Window, *lines) {
	t.Helper()
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	return w, w.leftPanel.outline.list
}

// press presses a button of the mouse on a line, at a share of its width.
func (l *lines) pressAt(title string, share float32, b desktop.MouseButton) {
	i := slices.IndexFunc(l.all, func(x line) bool { return x.title == title })
	at := fyne.NewPos(l.Size().Width*share, (l.ys[i]+l.all[i].above+l.ys[i+1])/2)
	e := &desktop.MouseEvent{Button: b}
	e.Position = at
	l.field.MouseDown(e)
	l.field.MouseUp(e)
}

func (l *lines) clickOn(title string) { l.pressAt(title, 0.4, desktop.MouseButtonPrimary) }

func (l *lines) type_(keys ...fyne.KeyName) {
	for _, k := range keys {
		l.field.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// titles is the lines of a group, one after the other.
func (l *lines) titles(group int) string {
	var out []string
	for _, x := range l.all {
		if x.group == group {
			out = append(out, x.label())
		}
	}
	return strings.Join(out, "; ")
}

func TestTheOutlineSaysWhatTheMapHas(t *testing.T) {
	w, l := theOutline(t)
	do(func() {
		if got, want := l.titles(stageGroup), "1 Spark, 15; 2 Research, 18; 3 Try out, 20; 4 Decide & buy, 19; 5 Wait & receive, 18; 6 Ride & recommend, 21"; got != want {
			t.Errorf("the stages are %s", got)
		}
		if got, want := l.titles(laneGroup), "Goals; Mindset; Touchpoints; Channels; Feelings; Metrics; Pain points; Opportunities; Line of visibility; Backstage; Automation"; got != want {
			t.Errorf("the lanes are %s", got)
		}
		e := w.doc.editor
		card := cardTitled(t, e.Doc.Project(), "Neighbour’s bike")
		e.Select(card.ID)
		if !slices.ContainsFunc(l.all, func(x line) bool { return x.title == "Spark" && x.chosen }) {
			t.Error("the stage of the selected card is not marked")
		}
		e.Delete(card.ID)
		if !strings.HasPrefix(l.titles(stageGroup), "1 Spark, 14; ") {
			t.Errorf("with a card less: %s", l.titles(stageGroup))
		}
		before := &l.all[0]
		e.Doc.Do("Title", func(ed *journey.Edit) error {
			c := cardTitled(t, ed.Now(), "Review video")
			c.Title += "s"
			ed.Put(c)
			return nil
		})
		if before != &l.all[0] {
			t.Error("the outline was made anew for the title of a card")
		}
	})
}

func TestTheOutlineByMouse(t *testing.T) {
	w, l := theOutline(t)
	do(func() {
		e := w.doc.editor
		l.clickOn("Ride & recommend")
		stage, _ := w.chosen()
		if s, _ := journey.Get[journey.Stage](e.Doc.Project(), stage); s.Title != "Ride & recommend" || e.Camera().At.X == 0 {
			t.Errorf("a click selects “%s” at %v", s.Title, e.Camera().At)
		}

		// a stage is dragged before another one
		from, to := 6, 2 // the lines of the last stage and of the second
		drag := func(y float32) {
			ev := &fyne.DragEvent{Dragged: fyne.NewDelta(0, y-l.ys[from]-lineHeight/2)}
			ev.Position = fyne.NewPos(40, y)
			l.field.Dragged(ev)
		}
		press := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		press.Position = fyne.NewPos(40, l.ys[from]+lineHeight/2)
		again := func() {
			l.field.clicked = -1 // a while later
			l.field.MouseDown(press)
		}
		again()
		drag(l.ys[to] + 3)
		if l.field.drag.to != to {
			t.Errorf("it would go before line %d", l.field.drag.to)
		}
		drag(l.ys[9]) // where the lanes are: the end of the stages
		if l.field.drag.to != from+1 {
			t.Errorf("among lanes it would go before line %d", l.field.drag.to)
		}
		drag(l.ys[to] + 3)
		l.field.DragEnd()
		if !strings.HasPrefix(l.titles(stageGroup), "1 Spark, 15; 2 Ride & recommend, 21; 3 Research") {
			t.Errorf("after the drag: %s", l.titles(stageGroup))
		}
		if e.Doc.UndoLabel() != "Move stage" {
			t.Errorf("undo would take back: %s", e.Doc.UndoLabel())
		}

		// Esc leaves it where it is
		again()
		drag(l.ys[to] + 3)
		l.type_(fyne.KeyEscape)
		l.field.DragEnd()
		if !strings.HasSuffix(l.titles(stageGroup), "6 Wait & receive, 18") {
			t.Errorf("after Esc: %s", l.titles(stageGroup))
		}

		// the eye hides and shows
		l.pressAt("Feelings", 0.93, desktop.MouseButtonPrimary)
		if !strings.Contains(l.titles(laneGroup), "Feelings, hidden") {
			t.Error("the eye does not hide")
		}
		l.pressAt("Feelings", 0.93, desktop.MouseButtonPrimary)
		if strings.Contains(l.titles(laneGroup), "hidden") {
			t.Error("the eye does not show")
		}
	})

	// two clicks rename, in place
	do(func() {
		l.clickOn("Mindset")
		l.clickOn("Mindset")
		if l.field.entry == nil {
			t.Fatal("two clicks do not rename")
		}
		l.field.entry.SetText("Thoughts")
		l.field.entry.OnSubmitted("")
		if !strings.HasPrefix(l.titles(laneGroup), "Goals; Thoughts; ") || l.field.entry != nil {
			t.Errorf("renamed: %s", l.titles(laneGroup))
		}
	})

	// the plus of the lanes offers every kind; the second of them is added
	do(func() {
		l.pressAt("Lanes", 0.93, desktop.MouseButtonPrimary)
		w.win.Canvas().Overlays().Top().(*popMenu).close()
		l.pressAt("Stages", 0.93, desktop.MouseButtonPrimary)
		if l.field.entry == nil || l.field.entry.Text != "New stage" {
			t.Fatal("a new stage cannot be named at once")
		}
		l.field.entry.SetText("After")
		w.win.Canvas().Unfocus()
		if !strings.HasSuffix(l.titles(stageGroup), "7 After, 0") {
			t.Errorf("added: %s", l.titles(stageGroup))
		}
	})
}

func TestTheOutlineByKeyboard(t *testing.T) {
	w, l := theOutline(t)
	do(func() {
		w.win.Canvas().Focus(l.field)
		l.type_(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		if stage, _ := w.chosen(); l.current().title != "Research" || stage != l.current().id {
			t.Errorf("Enter on “%s” selects %s", l.current().title, stage)
		}
		ctrl := func(k fyne.KeyName) fyne.Shortcut {
			return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}
		}
		l.field.TypedShortcut(ctrl(fyne.KeyDown))
		l.field.TypedShortcut(ctrl(fyne.KeyDown))
		if !strings.HasPrefix(l.titles(stageGroup), "1 Spark, 15; 2 Try out, 20; 3 Decide & buy, 19; 4 Research") || l.current().title != "Research" {
			t.Errorf("moved down twice: %s", l.titles(stageGroup))
		}
		for range 9 { // no further than the ends of its group
			l.field.TypedShortcut(ctrl(fyne.KeyUp))
		}
		if !strings.HasPrefix(l.titles(stageGroup), "1 Research, 18; 2 Spark") {
			t.Errorf("moved up: %s", l.titles(stageGroup))
		}
		l.type_(fyne.KeyF2)
		if w.win.Canvas().Focused() != fyne.Focusable(l.field.entry) {
			t.Fatal("F2 does not rename")
		}
		l.field.entry.SetText("Looking around")
		l.field.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // keeps, as on the map
		if !strings.HasPrefix(l.titles(stageGroup), "1 Looking around") || w.win.Canvas().Focused() != fyne.Focusable(l.field) {
			t.Errorf("renamed: %s", l.titles(stageGroup))
		}
		l.type_(fyne.KeyDelete)
		if strings.Contains(l.titles(stageGroup), "Looking around") || l.current().title != "Spark" {
			t.Errorf("deleted: %s; the keys are at “%s”", l.titles(stageGroup), l.current().title)
		}
	})
	says(t, w, "Stage “Looking around” deleted, with 18 cards.")
	do(func() {
		w.doc.editor.Doc.Undo()
		if !strings.HasPrefix(l.titles(stageGroup), "1 Looking around, 18") {
			t.Errorf("undone: %s", l.titles(stageGroup))
		}
		l.type_(fyne.KeyEnd, fyne.KeySpace)
		if !strings.HasSuffix(l.titles(laneGroup), "Automation, hidden") {
			t.Error("Space does not hide")
		}
		l.type_(fyne.KeyHome, fyne.KeyReturn)
		if l.field.entry == nil {
			t.Error("Enter on “Stages” adds none")
		}
	})
}

// Only the lines in sight are objects of the window, and the last one can be
// reached.
func TestALongOutline(t *testing.T) {
	w, l := theOutline(t)
	do(func() {
		w.doc.editor.Doc.Do("Many", func(ed *journey.Edit) error {
			mp := w.doc.editor.Map().ID
			for i, o := range journey.Spread(3000) {
				ed.Put(journey.Stage{ID: journey.ID(fmt.Sprint("many", i)), Map: mp, Order: "z" + o, Title: strings.Repeat("long ", 50)})
			}
			return nil
		})
		w.win.Canvas().Focus(l.field)
		l.type_(fyne.KeyEnd)
		if n := len(l.field.rows); n > 60 {
			t.Errorf("%d rows are objects", n)
		}
		if l.current().title != "Automation" || l.ys[l.at] < l.scroll.Offset.Y || l.ys[l.at+1] > l.scroll.Offset.Y+l.scroll.Size().Height {
			t.Errorf("End goes to “%s”, out of sight", l.current().title)
		}
		for _, r := range l.field.rows {
			if r.box.Visible() && r.title.Visible() && r.title.Position().X+r.title.Size().Width > l.Size().Width {
				t.Errorf("“%s” goes beyond the panel", r.title.Text)
			}
		}
	})
}
