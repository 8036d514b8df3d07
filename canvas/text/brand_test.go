package text_test

import (
	"io/fs"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/assets"
	"throughline/canvas/text"
	"throughline/journey/journeytest"
)

func fontFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := fs.ReadFile(assets.Fonts, "fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// With a font of one's own nothing is lost: what it lacks is set in the
// program's faces.
func TestAFontOfOnesOwn(t *testing.T) {
	own := fontFile(t, "noto/NotoSans-Regular.ttf")
	f, err := load(t).With(map[text.Weight][]byte{text.Regular: own})
	if err != nil {
		t.Fatal(err)
	}
	b := f.Set("Fahrrad ▶ नमस्ते 🙂", body, 0, text.Greedy)
	if got := b.Lines[0].Runs[0].Face.Name; got != "own-0" {
		t.Errorf("Latin is set in %s", got)
	}
	if b.Lines[0].Runs[0].Face.Data == nil {
		t.Error("the font cannot be embedded")
	}
	bold := body
	bold.Weight = text.Bold
	if got := f.Set("Fahrrad", bold, 0, text.Greedy).Lines[0].Runs[0].Face.Name; got != "inter-bold" {
		t.Errorf("a weight that was left out is set in %s", got)
	}
	if m := f.Missing("Fahrrad ▶ नमस्ते 🙂"); len(m) > 0 {
		t.Errorf("%q is missing", m)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(journeytest.Texts().Draw(t, "text"), "?")
		if got := said(f.Set(s, body, 90, text.Greedy)); got != s {
			t.Fatalf("set %q, the glyphs say %q", s, got)
		}
	})
}

func TestFontsThatCannotBeUsed(t *testing.T) {
	for want, file := range map[string][]byte{
		"it is no font that can be read; use a TrueType or OpenType file": []byte("OTTO and nothing behind it"),
		"it has no “!”; a font needs all of ASCII":                        fontFile(t, "noto/NotoSansRunic-Regular.ttf"),
	} {
		if err := text.CheckFont(file); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	// broken in any way, a font is refused or draws something
	good, fonts := fontFile(t, "noto/NotoSans-Regular.ttf"), load(t)
	rapid.Check(t, func(t *rapid.T) {
		bad := append([]byte{}, good[:rapid.IntRange(0, len(good)).Draw(t, "cut")]...)
		if rapid.Bool().Draw(t, "whole") {
			bad = append([]byte{}, good...)
		}
		for range rapid.IntRange(0, 60).Draw(t, "spots") {
			if len(bad) > 0 {
				bad[rapid.IntRange(0, min(len(bad)-1, 40_000)).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
			}
		}
		if text.CheckFont(bad) != nil {
			return
		}
		f, err := fonts.With(map[text.Weight][]byte{text.Regular: bad})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range f.Set("Fahrrad, office – ÄÖ", body, 60, text.Greedy).Lines {
			for _, r := range l.Runs {
				for _, g := range r.Glyphs {
					r.Face.Outline(g.ID)
				}
			}
		}
	})
}
