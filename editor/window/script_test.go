package window

import (
	"image"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Names in every script are drawn with the map's own fonts, whatever the system
// has, and cut off where there is no room for them.
func TestNamesBesideTheMapAreDrawnInEveryScript(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		for _, s := range []string{"Buying a cargo bike", "Größe – “Café”", "Ελληνικά", "Цена…"} {
			if w.foreign(s) {
				t.Errorf("%q is in Inter, and is not drawn by Fyne", s)
			}
		}
		th := w.look.colors
		for _, s := range []string{"अनुसंधान और तुलना", "مرحلة البحث عن المنتج", "שלב", "😀👨‍👩‍👧‍👦 Emoji", "ขั้นตอน"} {
			if !w.foreign(s) {
				t.Errorf("%q is left to Fyne", s)
				continue
			}
			var im canvas.Image
			whole := w.drawLine(&im, s, 13, 1000, false, th.Ink)
			if im.Size() != whole || blank(im.Image) {
				t.Errorf("%q is drawn in %v of %v, blank: %v", s, im.Size(), whole, blank(im.Image))
			}
			if cut := w.drawLine(&im, s, 13, whole.Width-4, false, th.Ink); cut.Width > whole.Width-4 {
				t.Errorf("%q takes %v of %v", s, cut.Width, whole.Width-4)
			}

			r := newLineRow(w)
			r.show(lineState{line: line{id: "a", title: s}, width: 200}, 0)
			if r.drawn.Hidden || !r.title.Hidden {
				t.Errorf("in a list, %q is not drawn by the map's fonts", s)
			}
			r.show(lineState{line: line{id: "a", title: "Research"}, width: 200}, 0)
			if !r.drawn.Hidden || r.title.Hidden {
				t.Error("in the same line, “Research” is not drawn by Fyne")
			}
			b := w.newTool("down", s, "", func() {})
			b.after = true
			b.Resize(b.MinSize())
			b.Refresh()
			if b.drawn.Hidden || b.MinSize().Width < whole.Width {
				t.Errorf("a button of %q is %v wide", s, b.MinSize())
			}
			p := w.newMenuPanel([]*fyne.MenuItem{fyne.NewMenuItem(s, nil)})
			if p.scroll.Content.MinSize().Width < whole.Width {
				t.Errorf("a menu with %q is %v wide", s, p.scroll.Content.MinSize())
			}
		}
	})
}

// What a card says is drawn as the map draws it, in the inspector and among
// comments; while somebody types in a field, the field draws it.
func TestTextsBesideTheMapAreDrawnInEveryScript(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		c := cardTitled(t, w.doc.editor.Doc.Project(), "Model comparison")
		w.doc.editor.Select(c.ID)
	})
	const says = "مقارنة النماذج, 12 نموذجا"
	title := func() *typedField { return fieldFor(t, w, "Title").ways.(*typedField) }
	do(func() {
		if f := title(); !f.drawn.words.Hidden || !f.drawn.ground.Hidden {
			t.Error("a text in Inter is not left to Fyne")
		}
	})
	types(t, w, "Title", says)
	do(func() {
		f := title()
		if f.Text != says || !f.drawn.words.Hidden || !f.drawn.ground.Hidden {
			t.Errorf("the field that says %q hides what is typed in it", f.Text)
		}
		w.focusMap()
		if f.drawn.words.Hidden || f.drawn.ground.Hidden || blank(f.drawn.words.Image) {
			t.Error("the map's fonts do not draw it")
		}
		was := f.drawn.words.Image
		f.Refresh()
		if f.drawn.words.Image != was {
			t.Error("it is drawn again though nothing has changed")
		}
		f.Resize(f.Size().SubtractWidthHeight(20, 0))
		if f.drawn.words.Image == was || f.drawn.words.Size().Width > f.Size().Width {
			t.Errorf("in a field %v wide it is drawn %v wide", f.Size().Width, f.drawn.words.Size().Width)
		}
		if o, ok := w.passage("Only Latin", 300).(*widget.Label); !ok || o.Text != "Only Latin" {
			t.Error("a comment in Inter is not left to Fyne")
		}
		narrow, wide := w.passage(says+" "+says, 120).MinSize(), w.passage(says+" "+says, 600).MinSize()
		if narrow.Height <= wide.Height || narrow.Width > 120 {
			t.Errorf("a comment takes %v of 120, and %v of 600", narrow, wide)
		}
	})
}

// blank reports whether nothing is drawn in a picture.
func blank(im image.Image) bool {
	b := im.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if _, _, _, a := im.At(x, y).RGBA(); a > 0x8000 {
				return false
			}
		}
	}
	return true
}
