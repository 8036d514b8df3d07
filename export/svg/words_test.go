package svg

import (
	"bytes"
	"testing"

	"throughline/canvas/layout/layouttest"
	"throughline/export/exporttest"
)

// In a drawing of very many letters each word is one outline. It looks the same, and
// a reader has far fewer parts to put together.
func TestWordsOfALongTextAreOutlines(t *testing.T) {
	s := exporttest.Everything(layouttest.Fonts(t))
	letters := write(t, s, Options{})
	var b bytes.Buffer
	p := newPainter(t.Context(), &b, Options{})
	p.letters = mostLetters
	if err := p.scene(s, Options{}); err != nil {
		t.Fatal(err)
	}
	words := b.Bytes()
	a, err := labels(letters)
	if err != nil {
		t.Fatal(err)
	}
	if w, err := labels(words); err != nil || len(w) != len(a) {
		t.Fatalf("it says %v: %v", w, err)
	}
	if n, m := bytes.Count(words, []byte("<use")), bytes.Count(letters, []byte("<use")); n*2 > m || !bytes.Contains(words, []byte(`id="w_0"`)) {
		t.Errorf("%d parts of %d", n, m)
	}
	ours := exporttest.Pixels(t, "rsvg-convert", exporttest.File(t, "a.svg", letters), "195")
	theirs := exporttest.Pixels(t, "rsvg-convert", exporttest.File(t, "b.svg", words), "195")
	if d := exporttest.Compare(ours, theirs); d.Spot > 8 {
		t.Errorf("it looks otherwise: %v", d)
	}
}
