package window

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"throughline/canvas/input"
	"throughline/journey"
)

func TestTheMapAsAList(t *testing.T) {
	w, _ := theOutline(t)
	do(func() {
		w.command("view.list").run()
		l := w.list.list
		if w.win.Canvas().Focused() != fyne.Focusable(l.field) {
			t.Fatal("the keyboard is not in the list")
		}
		var heads []string
		cards := 0
		for _, x := range l.all {
			switch x.depth {
			case 0:
				heads = append(heads, x.label())
			case cardDepth:
				cards++
			}
		}
		if got := strings.Join(heads, "; "); !strings.HasPrefix(got, "1 Spark, 15; 2 Research, 18") || cards != 111 {
			t.Errorf("the list has %s, and %d cards", got, cards)
		}

		// a branch is shut, opened, and gone into with the keys
		l.type_(fyne.KeyLeft)
		if l.all[1].depth != 0 {
			t.Error("Left does not shut a stage")
		}
		l.type_(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
		if l.current().depth != cardDepth || l.current().title != "Get two children to Kita and school without the car" {
			t.Errorf("Right leads to “%s”", l.current().title)
		}
		l.type_(fyne.KeyReturn)
		if s := w.doc.editor.Selection(); len(s) != 1 || s[0] != l.current().id {
			t.Error("Enter does not select the card")
		}
		l.type_(fyne.KeyF2)
		l.field.entry.SetText("Another goal")
		l.field.entry.OnSubmitted("")
		if l.current().title != "Another goal" || !hasCard(w.doc.editor.Doc.Project(), "Another goal") {
			t.Errorf("renamed it is “%s”", l.current().title)
		}
		l.type_(fyne.KeyDelete)
		if hasCard(w.doc.editor.Doc.Project(), "Another goal") || w.list == nil {
			t.Error("Delete does not delete the card")
		}
		w.doc.editor.Do(commandNamed("edit.undo"))
		if !hasCard(w.doc.editor.Doc.Project(), "Another goal") {
			t.Error("it does not come back")
		}
		l.type_(fyne.KeyLeft, fyne.KeyLeft)
		if l.current().depth > 1 {
			t.Errorf("Left leads to “%s”", l.current().title)
		}
		w.SetTheme(w.look.colors) // everything is made anew
		if w.list == nil || len(w.list.list.all) == 0 {
			t.Error("the list is gone")
		}
		w.command("view.list").run()
		if w.list != nil || w.place.Objects[0] != fyne.CanvasObject(w.doc.view) {
			t.Error("the picture does not come back")
		}
	})
}

func TestTheMapsOfAFile(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		e := w.doc.editor
		first := e.Map().ID
		e.Do(commandNamed("map.add"))
		second := e.Map().ID
		walk := func(k input.Key) { e.Run(input.Chord{Mods: input.Ctrl, Key: k}) }
		var seen []journey.ID
		for _, k := range []input.Key{input.KeyPageDown, input.KeyPageUp, input.KeyPageUp, input.KeyPageDown} {
			walk(k)
			seen = append(seen, e.Map().ID)
		}
		if got, want := fmt.Sprint(seen), fmt.Sprint([]journey.ID{second, first, first, second}); got != want {
			t.Errorf("Ctrl with PgUp and PgDn walks %s, not %s", got, want)
		}
		w.renameMap()
		name, ok := w.win.Canvas().Focused().(*entry)
		if !ok || name.Text != "Untitled map" {
			t.Fatal("the title cannot be typed")
		}
		name.SetText("Tomorrow")
		name.OnSubmitted("")
		if e.Map().Title != "Tomorrow" || w.bar.name.label != "Tomorrow" || w.win.Canvas().Overlays().Top() != nil {
			t.Errorf("the map is called “%s”", e.Map().Title)
		}
		w.mapMenu()
		if w.win.Canvas().Overlays().Top() == nil {
			t.Error("there is no menu of maps")
		}
	})
}
