package text_test

import (
	"io/fs"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"throughline/assets"
	"throughline/canvas/text"
	"throughline/journey/journeytest"
)

var body = text.Style{Weight: text.Regular, Size: 12, Line: 16}

func load(t testing.TB) *text.Fonts {
	t.Helper()
	dir, err := fs.Sub(assets.Fonts, "fonts")
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// said is what a block's glyphs stand for, in reading order.
func said(b *text.Block) string {
	out := []byte(strings.Repeat("\x00", len(b.Text)))
	for _, l := range b.Lines {
		for _, r := range l.Runs {
			for _, c := range r.Clusters() {
				copy(out[r.At+c.Start:], r.Text[c.Start:c.End])
			}
		}
	}
	for i := range out {
		if b.Text[i] == '\n' {
			out[i] = '\n'
		}
	}
	return string(out)
}

// hangs reports whether a character may stand beyond the end of a line, where
// nobody sees it: spaces, and what is never drawn and belongs to them.
func hangs(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// piece is the end of the first character of s, and of what it is tied to where
// it is, or ends with, a sign that joins letters.
func piece(s string) int {
	end := text.Next(s, 0)
	for end < len(s) && (strings.ContainsRune("ะาำๅๆฯະາຳຯໆ", first(s[end:])) || unicode.Is(unicode.M, first(s[end:])) || strings.ContainsRune("เแโใไເແໂໃໄ\u200d\u1039\u17d2\u1a60\ua9c0\u1b44\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d", last(s[:end]))) {
		end = text.Next(s, end)
	}
	return end
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func last(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

func TestNoCharacterIsLost(t *testing.T) {
	f := load(t)
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(journeytest.Texts().Draw(t, "text"), "?")
		width := rapid.Float64Range(1, 200).Draw(t, "width")
		wrap := text.Wrap(rapid.IntRange(0, 1).Draw(t, "wrap"))
		b := f.Set(s, body, width, wrap)
		if got := said(b); got != s {
			t.Fatalf("set %q, the glyphs say %q", s, got)
		}
		at := 0
		for _, l := range b.Lines {
			if l.Start < at || l.Start > at+1 {
				t.Fatalf("a line begins at %d, the one before ended at %d", l.Start, at)
			}
			at = l.End
			if one := piece(b.Text[l.Start:]); l.Width > width+0.001 && len(strings.TrimRightFunc(b.Text[l.Start:l.End], hangs)) > one {
				t.Fatalf("%q is %.2f wide on a line of %.2f", b.Text[l.Start:l.End], l.Width, width)
			}
		}
		if at != len(s) {
			t.Fatalf("the last line ends at %d of %d", at, len(s))
		}
	})
}

func TestTextBreaksAtSpacesAndBehindHyphens(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		in    string
		width float64
		want  string
	}{
		{"Filters by payload and length", 72, "Filters by|payload and|length"},
		{"self-service portal", 60, "self-|service|portal"},
		{"Donaudampfschifffahrt", 72, "Donaudamp|fschifffahrt"},
		{"a\n\nb", 72, "a||b"},
		{"", 72, ""},
	} {
		var got []string
		for _, l := range f.Set(c.in, body, c.width, text.Greedy).Lines {
			got = append(got, strings.TrimRight(c.in[l.Start:l.End], " "))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q breaks as %s, want %s", c.in, s, c.want)
		}
	}
}

func TestBalancedLinesAreNoMoreButMoreEven(t *testing.T) {
	f := load(t)
	s := "Find out which model carries both kids and still fits the bike cellar"
	a, b := f.Set(s, body, 320, text.Greedy), f.Set(s, body, 320, text.Balanced)
	if len(a.Lines) != 2 || len(b.Lines) != 2 {
		t.Fatalf("%d and %d lines", len(a.Lines), len(b.Lines))
	}
	if d := math.Abs(b.Lines[0].Width - b.Lines[1].Width); d > 40 {
		t.Errorf("balanced lines differ by %.1f", d)
	}
}

func TestWidthsGrowWithTheSizeAndNothingElse(t *testing.T) {
	f := load(t)
	st := body
	one := f.Set("Office AVATAR To. fi", st, text.NoWrap, text.Greedy).Width
	st.Size = 13.5
	if two := f.Set("Office AVATAR To. fi", st, text.NoWrap, text.Greedy).Width; math.Abs(two/one-13.5/12) > 1e-6 {
		t.Errorf("%.4f and %.4f", one, two)
	}
}

func TestWhatNoFontHasIsABox(t *testing.T) {
	f := load(t)
	b := f.Set("\u0378\u0379 ok", body, text.NoWrap, text.Greedy)
	if r := b.Lines[0].Runs[0]; r.Face.Name != "box" || len(r.Glyphs) != 2 || r.Text != "\u0378\u0379" {
		t.Errorf("%s %q with %d glyphs", r.Face.Name, r.Text, len(r.Glyphs))
	}
	if got := string(f.Missing("a\u0378b\x01\u0378é — 👩🏽\u200d💻 नमस्ते e\u0301")); got != "\u0378\x01" {
		t.Errorf("missing %q", got)
	}
}

func TestMarksAndJoinersHaveNoBoxOfTheirOwn(t *testing.T) {
	f := load(t)
	for s, want := range map[string]int{"\u0378\u200d\u0379": 2, "\u0378\u0301\u0302\u0379\ufe0f": 2} {
		r := f.Set(s, body, text.NoWrap, text.Greedy).Lines[0].Runs[0]
		if len(r.Glyphs) != want || len(r.Clusters()) != want {
			t.Errorf("%q has %d boxes, want %d", s, len(r.Glyphs), want)
		}
	}
}

func TestTabIsASpace(t *testing.T) {
	f := load(t)
	a, b := f.Set("a\tb", body, text.NoWrap, text.Greedy), f.Set("a b", body, text.NoWrap, text.Greedy)
	if x, y := a.Lines[0].Runs[0].Glyphs[1].ID, b.Lines[0].Runs[0].Glyphs[1].ID; x != y || a.Width != b.Width {
		t.Errorf("glyph %d, %.2f wide; a space is glyph %d, %.2f wide", x, a.Width, y, b.Width)
	}
}

func TestBrokenBytesAreSetAsOneCharacterEach(t *testing.T) {
	f := load(t)
	for _, s := range []string{"\xff", "abc\xff", "\xe2\x80", " \xff", "a\xffb c", "\xff\xff\xff\xffabcdef"} {
		for _, width := range []float64{text.NoWrap, 5, 60} {
			b := f.Set(s, body, width, text.Greedy)
			if end := b.Lines[len(b.Lines)-1].End; end != len(s) {
				t.Errorf("%q ends at byte %d", s, end)
			}
		}
	}
}

func TestCaretAndIndexAgree(t *testing.T) {
	f := load(t)
	s := "Test-ride booking for two, é and all"
	b := f.Set(s, body, 90, text.Greedy)
	for i := 0; i < len(s); i = text.Next(s, i) {
		x, base, line := b.Caret(i)
		if got := b.Index(x, base-4); got != i && s[i-1] != ' ' {
			t.Errorf("caret before byte %d is at %.1f on line %d, which is byte %d", i, x, line, got)
		}
	}
}

func TestRightToLeftTextStandsInVisualOrder(t *testing.T) {
	f := load(t)
	b := f.Set("abc \u05d0\u05d1 123 \u05d2 def", body, text.NoWrap, text.Greedy)
	var got []string
	for _, r := range b.Lines[0].Runs {
		if s := strings.TrimSpace(r.Text); s != "" {
			got = append(got, s)
		}
	}
	if s := strings.Join(got, "|"); s != "abc|\u05d2|123|\u05d0\u05d1|def" {
		t.Errorf("runs stand as %q", s)
	}
}

func FuzzSet(f *testing.F) {
	fonts := load(f)
	f.Add("Buy \u202e\u0645 now", 20.0)
	f.Add("👩🏽‍💻\u200d\n\t", 3.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		b := fonts.Set(s, body, width, text.Balanced)
		if strings.ToValidUTF8(s, "") == s && said(b) != s {
			t.Errorf("set %q, the glyphs say %q", s, said(b))
		}
		for i := 0; i <= len(s); i++ {
			b.Caret(i)
		}
		b.Index(width, width)
	})
}

func BenchmarkSet(b *testing.B) {
	f := load(b)
	p := journeytest.Generate(1000)
	var texts []string
	for _, l := range p.Lanes("map") {
		for _, c := range p.LaneCards(l) {
			texts = append(texts, c.Text)
		}
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n++
		f.Set(texts[n%len(texts)], body, 100+float64(n)/1e6, text.Greedy)
	}
}
