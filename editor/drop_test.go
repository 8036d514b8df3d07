package editor_test

import (
	"testing"

	"throughline/editor"
	"throughline/journey"
)

// Files that are dropped go to the card or the cell under the pointer.
func TestFilesAreDroppedOnTheMap(t *testing.T) {
	photo := journey.Media{Type: "image/png", Name: "shop.png"}
	paper := journey.Media{Type: "application/pdf", Name: "offer.pdf"}
	s := open(t, "cargo-bike")
	a := s.card("Model comparison")
	drop := func(where string, m ...journey.Media) error {
		return s.e.DropMedia(s.see(where), m...)
	}
	if err := drop("card:Model comparison", photo, paper); err != nil {
		t.Fatal(err)
	}
	s.check()
	name := func(id journey.ID) string {
		m, _ := journey.Get[journey.Media](s.e.Doc.Project(), id)
		return m.Name
	}
	if c := s.card("Model comparison"); name(c.Image) != "shop.png" || name(c.File) != "offer.pdf" {
		t.Errorf("the card has %q and %q", name(c.Image), name(c.File))
	}
	s.Labels("Attach 2 files", "").Undo()
	if s.card("Model comparison") != a {
		t.Error("undo leaves something")
	}

	// in a cell they become cards, and a picture that is there twice is kept once
	for range 2 {
		if err := drop("cell:Touchpoints/Ask around", photo); err != nil {
			t.Fatal(err)
		}
	}
	s.check()
	n := 0
	for _, m := range s.e.Doc.Project().Media() {
		if m.Name == "shop.png" {
			n++
		}
	}
	if c := s.card("shop"); name(c.Image) != "shop.png" || n != 1 {
		t.Errorf("%+v, %d media", c, n)
	}
	if err := drop("cell:Feelings/Ask around", photo); err != (editor.NoFilesError{Lane: "Feelings"}) {
		t.Errorf("on the curve: %v", err)
	}
}
