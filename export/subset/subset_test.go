package subset_test

import (
	"bytes"
	"io/fs"
	"testing"

	"golang.org/x/image/font/sfnt"

	"throughline/assets"
	"throughline/export/subset"
)

func inter(t testing.TB) []byte {
	t.Helper()
	b, err := fs.ReadFile(assets.Fonts, "fonts/Inter-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Another reader of fonts finds the glyphs that were kept, as they were.
func TestACutFontHasItsGlyphs(t *testing.T) {
	whole, err := sfnt.Parse(inter(t))
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	glyphs := map[rune]uint16{}
	for _, r := range "Fahrräder, Ñandú €5 ½" {
		g, err := whole.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			t.Fatal(r, err)
		}
		glyphs[r] = uint16(g)
	}
	data, err := subset.Font(inter(t), glyphs)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 40_000 {
		t.Errorf("%d bytes", len(data))
	}
	cut, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range glyphs {
		g, err := cut.GlyphIndex(&buf, r)
		if err != nil || uint16(g) != want {
			t.Errorf("%c is glyph %d, %v", r, g, err)
		}
		a, err := whole.LoadGlyph(&buf, g, 1<<12, nil)
		if err != nil {
			t.Fatal(err)
		}
		before := append(sfnt.Segments(nil), a...)
		b, err := cut.LoadGlyph(&buf, g, 1<<12, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(b) != len(before) {
			t.Errorf("%c has %d segments, not %d", r, len(b), len(before))
			continue
		}
		for i := range b {
			if b[i] != before[i] {
				t.Errorf("%c looks otherwise", r)
				break
			}
		}
	}
	if g, _ := cut.GlyphIndex(&buf, 'Q'); g != 0 {
		t.Error("a character is left that nobody wanted")
	}
	again, err := subset.Font(data, glyphs)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("cut again it is another font, %v", err)
	}
}

// Whatever a font holds, it is cut or refused.
func FuzzFont(f *testing.F) {
	small, err := subset.Font(inter(f), map[rune]uint16{'a': 500})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Add([]byte{0, 1, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		out, err := subset.Font(b, map[rune]uint16{'a': 1, 'b': 7})
		if err != nil {
			return
		}
		if _, err := subset.Font(out, map[rune]uint16{'a': 1, 'b': 7}); err != nil {
			t.Fatal(err)
		}
	})
}
