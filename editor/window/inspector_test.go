package window

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"throughline/editor"
	"throughline/journey"
)

// fieldFor is what a property is entered with in the inspector.
func fieldFor(t *testing.T, w *Window, name string) *propertyField {
	t.Helper()
	for _, f := range w.inspector.fields {
		if f.pr.Field == name && f.pr.Group != personaGroup {
			return f
		}
	}
	t.Fatalf("the inspector has no %s", name)
	return nil
}

// types writes into the field of a property, as a person does.
func types(t *testing.T, w *Window, name, text string) {
	t.Helper()
	do(func() {
		e := fieldFor(t, w, name).ways.(*typedField)
		w.win.Canvas().Focus(e)
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		for _, r := range text {
			e.TypedRune(r)
		}
	})
}

func TestTheInspectorShowsAndChangesWhatIsSelected(t *testing.T) {
	w := newWindow(t, kit(t))
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	opens(t, w, path)
	var a, b journey.Card
	do(func() {
		if got := fieldFor(t, w, "Title").ways.(*typedField).Text; got != "Buying a cargo bike" {
			t.Errorf("with nothing selected the title is %q", got)
		}
		p := w.doc.editor.Doc.Project()
		a, b = cardTitled(t, p, "Model comparison"), cardTitled(t, p, "Grant calculator")
		w.doc.editor.Select(a.ID)
		if got := fieldFor(t, w, "Text").ways.(*typedField).Text; got != a.Text {
			t.Errorf("the text is %q", got)
		}
	})

	// a title: seen at once, one step of undo, and in the file
	types(t, w, "Title", "Models")
	do(func() {
		if !hasCard(w.doc.editor.Doc.Project(), "Models") {
			t.Error("the map does not show what is typed")
		}
		w.focusMap()
		if got := w.doc.editor.Doc.UndoLabel(); got != "Change title" {
			t.Errorf("the step is called %q", got)
		}
		w.doc.editor.Do(commandNamed("edit.undo"))
		if got := fieldFor(t, w, "Title").ways.(*typedField).Text; got != a.Title {
			t.Errorf("undone, the field says %q", got)
		}
	})

	// several: what differs is mixed, what is chosen goes to all
	do(func() {
		w.doc.editor.Select(a.ID, b.ID)
		f := fieldFor(t, w, "Title").ways.(*typedField)
		if f.Text != "" || f.PlaceHolder != "Mixed" {
			t.Errorf("two titles are %q, %q", f.Text, f.PlaceHolder)
		}
		fieldFor(t, w, "Feeling").ways.(*faces).picks[4].Tapped(nil)
		fieldFor(t, w, "Hue").ways.(*swatches).picks[7].Tapped(nil)
		fieldFor(t, w, "Truth").ways.(*flag).Tapped(nil)
	})
	do(func() {
		p := w.doc.editor.Doc.Project()
		for _, title := range []string{a.Title, b.Title} {
			if c := cardTitled(t, p, title); c.Feeling != journey.Num(2) || c.Hue != 7 || !c.Truth {
				t.Errorf("%+v", c)
			}
		}
	})

	// what is no number is not taken, and what was there comes back
	do(func() { w.doc.editor.Select(a.ID) })
	types(t, w, "Value", "many")
	do(func() {
		w.focusMap()
		f := fieldFor(t, w, "Value").ways.(*typedField)
		if f.Text != "" || cardTitled(t, w.doc.editor.Doc.Project(), a.Title).Value.Set {
			t.Errorf("the value is %q", f.Text)
		}
	})
	types(t, w, "Value", "71.5")
	do(func() {
		w.focusMap()
		if v := cardTitled(t, w.doc.editor.Doc.Project(), a.Title).Value; v != journey.Num(71.5) {
			t.Errorf("the value is %v", v)
		}
	})
}

// A picture that is chosen becomes the card's; what is none is refused in words.
func TestAPictureIsAttached(t *testing.T) {
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	opens(t, w, sample(t, filepath.Join(folder, "bike.journey")))
	var a journey.Card
	var pr editor.Property
	do(func() {
		a = cardTitled(t, w.doc.editor.Doc.Project(), "Model comparison")
		w.doc.editor.Select(a.ID)
		pr = fieldFor(t, w, "Image").pr
		w.attach(pngFile(t, folder), pr, []journey.ID{a.ID})
	})
	eventually(t, "the picture in the card", func() (ok bool) {
		do(func() {
			c := cardTitled(t, w.doc.editor.Doc.Project(), a.Title)
			m, _ := journey.Get[journey.Media](w.doc.editor.Doc.Project(), c.Image)
			ok = m.Name == "red.png" && m.Type == "image/png"
		})
		return ok
	})
	do(func() { w.attach(filepath.Join(folder, "bike.journey"), pr, []journey.ID{a.ID}) })
	says(t, w, "is no picture that can be shown")
}

// pngFile is a small picture in a folder.
func pngFile(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "red.png")
	f, err := os.Create(path)
	must(t, err)
	defer f.Close()
	im := image.NewRGBA(image.Rect(0, 0, 40, 30))
	for i := range im.Pix {
		im.Pix[i] = 200
	}
	must(t, png.Encode(f, im))
	return path
}

// What all maps of a file share has a list, in which it is renamed and deleted.
func TestPersonasChannelsAndPeopleAreListed(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		w.sharedDialog()
		e := w.doc.editor
		s := &sharedList{w: w, doc: w.doc, box: container.NewVBox()}
		s.again()
		who := e.Doc.Project().People()
		n := len(s.box.Objects)
		if want := 2*len(sharedKinds) + len(e.Doc.Project().Personas()) + len(e.Doc.Project().Channels()) + len(who); n != want {
			t.Errorf("%d lines, not %d", n, want)
		}
		row := s.row(1, namedRow{who[1].ID, who[1].Name}).(*fyne.Container)
		for _, o := range row.Objects {
			if name, ok := o.(*entry); ok {
				name.SetText("Somebody else")
				name.OnSubmitted(name.Text)
			}
		}
		if got := e.Doc.Project().People()[1].Name; got != "Somebody else" {
			t.Errorf("the name is %q", got)
		}
		s.did(e.Delete(who[1].ID))
		if len(s.box.Objects) != n-1 {
			t.Errorf("%d lines after one is gone", len(s.box.Objects))
		}
		w.escape()
	})
}

// The menu of what is selected opens under the sign in the panel's head, and is
// the one that the map has.
func TestTheInspectorOpensTheMenuOfTheSelection(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		e := w.doc.editor
		e.Select(e.Sheet().Stages[0].ID)
		more := w.inspector.head.more
		more.Tapped(nil)
		m, ok := w.win.Canvas().Overlays().Top().(*popMenu)
		if !ok {
			t.Fatal("no menu opens")
		}
		at, under := m.panels[0].box.Position(), w.app.Driver().AbsolutePositionForObject(more)
		if at.Y < under.Y || at.Y > under.Y+2*toolHeight {
			t.Errorf("the menu of the button at %v opens at %v", under, at)
		}
		if !slices.ContainsFunc(m.panels[0].items, func(it *fyne.MenuItem) bool { return it.Label == "Leave out stage" }) {
			t.Error("it is not that of a stage")
		}
		m.close()
	})
}
