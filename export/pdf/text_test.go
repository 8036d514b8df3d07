package pdf

import (
	"compress/zlib"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"throughline/assets"
	"throughline/canvas/geom"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/exporttest"
)

// folded is s without marks of direction and with single spaces.
func folded(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x200E && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x61C || r == 0xFEFF {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// column is a scene of texts below each other, and how far apart they are.
func column(f *text.Fonts, st text.Style, texts []string) *scene.Scene {
	var ops []scene.Op
	y := 20.0
	for _, s := range texts {
		ops = append(ops, exporttest.Text(f, s, st, text.NoWrap, text.Greedy, geom.Pt(20, y), scene.RGB(0))...)
		y += f.Set(s, st, text.NoWrap, text.Greedy).Height + 2*st.Line
	}
	return exporttest.Of(2000, y+20, ops...)
}

// read is the lines that pdftotext finds, in the order of the page's content.
func read(t testing.TB, s *scene.Scene, how ...string) []string {
	t.Helper()
	path := exporttest.File(t, "a.pdf", write(t, s, Options{}))
	var out []string
	for _, l := range strings.Split(string(exporttest.Run(t, "pdftotext", append(how, "-enc", "UTF-8", path, "-")...)), "\n") {
		if l = folded(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func TestTextComesOutAsItWentIn(t *testing.T) {
	f := layouttest.Fonts(t)
	want := slices.Clone(exporttest.Lines)
	want = append(want, "Buy (now) \\ <ok> [x] 100 %", "fi ffi ﬁ ﬂ", "tab\there", "a b", "Q & A", "1 – 日 – 2", "x => y <= z != 1", "https://example.org/?a=b&c=d")
	for w := text.Regular; w <= text.DisplayBold; w++ {
		for _, tr := range []float64{-0.05, -0.02, 0, 0.03, 0.06, 0.1, 0.25} {
			for _, how := range []string{"-raw", "-nodiag"} {
				st := text.Style{Weight: w, Size: 12, Line: 16, Tracking: tr}
				got := read(t, column(f, st, want), how)
				if len(got) != len(want) {
					t.Fatalf("weight %d, tracking %.2f %s: %d lines of %d:\n%s", w, tr, how, len(got), len(want), strings.Join(got, "\n"))
				}
				for i := range want {
					if how == "-raw" && strings.ContainsAny(want[i], "مש") {
						continue // there, it leaves words in the order in which they stand
					}
					if got[i] != folded(want[i]) {
						t.Errorf("weight %d, tracking %.2f %s: %q came out as %q", w, tr, how, folded(want[i]), got[i])
					}
				}
			}
		}
	}
}

// MuPDF does not know about directions, so text that reads from right to left is
// left out.
func TestAnotherReaderFindsTheSame(t *testing.T) {
	f := layouttest.Fonts(t)
	var want []string
	for _, s := range exporttest.Lines {
		if !strings.ContainsAny(s, "مש") {
			want = append(want, s)
		}
	}
	want = append(want, "e"+strings.Repeat("\u0301\u0323", 20), "Q & A")
	path := exporttest.File(t, "a.pdf", write(t, column(f, text.Style{Size: 12, Line: 16}, want), Options{}))
	got := folded(string(exporttest.Run(t, "mutool", "draw", "-q", "-F", "txt", path)))
	for i, w := range strings.Fields(strings.Join(want, "\n")) {
		if g := strings.Fields(got); i >= len(g) || g[i] != w {
			t.Fatalf("MuPDF finds %+q, not %+q, in\n%s", g[min(i, len(g)-1)], w, got)
		}
	}
}

// Where text of both directions stands on a line, readers put words and spaces
// where they like; no character may be lost or changed.
func TestCharactersOfBothDirectionsComeOut(t *testing.T) {
	f := layouttest.Fonts(t)
	for _, s := range []string{"Order مرحبا today", "abc שלום 123 ok", "שלום abc 12.5 עולם", "(مرحبا)", "\u202eabc\u202c def"} {
		got := strings.Join(read(t, column(f, text.Style{Size: 12, Line: 16}, []string{s}), "-raw"), " ")
		if !sameRunes(folded(s), got) {
			t.Errorf("%q came out as %q", s, got)
		}
	}
}

func sameRunes(a, b string) bool {
	sorted := func(s string) string {
		r := []rune(strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s))
		slices.Sort(r)
		return string(r)
	}
	return sorted(a) == sorted(b)
}

func TestLinesOfABlockStayInOrder(t *testing.T) {
	f := layouttest.Fonts(t)
	s := "Find out which model carries both kids and still fits the bike cellar – 日 – before the shop’s slots at 10:30 are gone."
	for _, wrap := range []text.Wrap{text.Greedy, text.Balanced} {
		for _, width := range []float64{60, 110, 200, 400} {
			ops := exporttest.Text(f, s, text.Style{Size: 12, Line: 16}, width, wrap, geom.Pt(10, 10), scene.RGB(0))
			for _, how := range []string{"-raw", "-nodiag"} {
				if got := strings.Join(read(t, exporttest.Of(500, 400, ops...), how), " "); got != s {
					t.Errorf("width %.0f %s: %q", width, how, got)
				}
			}
		}
	}
}

// TestGlyphsStandWhereTheyWereShaped asks MuPDF where every character is.
func TestGlyphsStandWhereTheyWereShaped(t *testing.T) {
	f := layouttest.Fonts(t)
	for w := text.Regular; w <= text.DisplayBold; w++ {
		for _, size := range []float64{8, 12, 44} {
			for _, tr := range []float64{0, -0.013, 0.06} {
				st := text.Style{Weight: w, Size: size, Line: size * 1.5, Tracking: tr}
				b := f.Set("AVATAR Tofu, Việt Wave 1074 of; a longer line To see whether errors add up.", st, text.NoWrap, text.Greedy)
				if len(b.Lines[0].Runs) != 1 {
					t.Fatal("more than one run")
				}
				r := &b.Lines[0].Runs[0]
				path := exporttest.File(t, "a.pdf", write(t, exporttest.Of(3000, 100, &scene.Glyphs{Run: r, At: geom.Pt(10, 60), Color: scene.RGB(0)}), Options{}))
				var doc struct {
					Chars []struct {
						X float64 `xml:"x,attr"`
						Y float64 `xml:"y,attr"`
						C string  `xml:"c,attr"`
					} `xml:"page>block>line>font>char"`
				}
				if err := xml.Unmarshal(exporttest.Run(t, "mutool", "draw", "-q", "-F", "stext", path), &doc); err != nil {
					t.Fatal(err)
				}
				if len(doc.Chars) != len(r.Glyphs) {
					t.Fatalf("%d characters of %d", len(doc.Chars), len(r.Glyphs))
				}
				for i, g := range r.Glyphs {
					c := doc.Chars[i]
					want, _ := utf8.DecodeRuneInString(r.Text[g.Cluster:])
					x, y := (10+float64(g.X)*r.Scale())*unitPoint, 60*unitPoint
					if c.C != string(want) || math.Abs(c.X-x) > 0.012 || math.Abs(c.Y-y) > 0.012 {
						t.Fatalf("weight %d, size %.0f, tracking %.3f: %q is at %.3f, %.3f, not %.3f, %.3f", w, size, tr, c.C, c.X, c.Y, x, y)
					}
				}
			}
		}
	}
}

func TestFontsThatCannotBeEmbeddedAreDrawn(t *testing.T) {
	stdout := os.Stdout
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout = file
	defer func() { os.Stdout = stdout }()
	good := layouttest.Fonts(t).Faces()[0].Data()
	if err := checkFont(good); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(good); n += 997 {
		if checkFont(good[:n]) == nil {
			t.Fatalf("a font cut to %d bytes passes", n)
		}
	}
	f, err := text.Load(layouttest.Files(t, assets.Fonts, "fonts")) // of this test alone
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 { // shoot holes into a font: an error or a file, no panic, nothing printed
		face := f.Faces()[0]
		bad := slices.Clone(good)
		for k := range 50 {
			bad[(i*7919+k*104729)%2000] ^= byte(1 + k)
		}
		face.Data = func() []byte { return bad }
		s := column(f, text.Style{Size: 12, Line: 16}, []string{"Plain words"})
		if data := write(t, s, Options{}); checkPlacesOf(data) != nil {
			t.Fatal("the file is broken")
		}
	}
	if st, err := file.Stat(); err != nil || st.Size() > 0 {
		data, _ := os.ReadFile(file.Name())
		t.Errorf("printed: %s", data)
	}
}

// checkPlacesOf checks a file's table of places as a reader would use it.
func checkPlacesOf(data []byte) error {
	s := string(data)
	var at int
	if i := strings.LastIndex(s, "startxref\n"); i < 0 {
		return errors.New("no startxref")
	} else if _, err := fmt.Sscanf(s[i:], "startxref\n%d\n%%%%EOF", &at); err != nil || at >= len(s) {
		return fmt.Errorf("startxref: %v", err)
	}
	_, deflated, ok := strings.Cut(s[at:], "stream\n")
	if !ok {
		return errors.New("no table of places")
	}
	table, err := inflated(deflated)
	const row = 8 // with its filter
	if err != nil || len(table)%row != 0 {
		return fmt.Errorf("the table of places has %d bytes: %v", len(table), err)
	}
	body := func(n, place int) (string, error) {
		end := -1
		if place < len(s) {
			end = strings.Index(s[place:], "\nendobj\n")
		}
		if end < 0 || !strings.HasPrefix(s[place:], fmt.Sprintf("%d 0 obj\n", n)) {
			return "", fmt.Errorf("object %d is not where the table says", n)
		}
		return s[place : place+end], nil
	}
	var is [7]byte
	places := map[int]int{}
	type within struct{ n, pack, i int }
	var in []within
	for n := range len(table) / row {
		line := table[n*row:]
		for i := range is {
			is[i] += line[1+i]
		}
		a, b := int(is[1])<<24|int(is[2])<<16|int(is[3])<<8|int(is[4]), int(is[5])<<8|int(is[6])
		switch places[n] = a; {
		case line[0] != 2 || (n == 0) != (is[0] == 0) || is[0] > 2:
			return fmt.Errorf("line %d of the table is %v", n, line[:row])
		case is[0] == 1:
			o, err := body(n, a)
			if err != nil {
				return err
			}
			if n := strings.Count(o, "<<") - strings.Count(o, ">>"); n != 0 && !strings.Contains(o, "stream") {
				return fmt.Errorf("object %d: %s", n, o)
			}
		case is[0] == 2:
			in = append(in, within{n, a, b})
		}
	}
	for _, x := range in {
		if o, err := body(x.pack, places[x.pack]); err != nil || !packed(o, x.n, x.i) {
			return fmt.Errorf("object %d is not the %d. of %d: %v", x.n, x.i, x.pack, err)
		}
	}
	return nil
}

// packed reports whether a stream of objects has number n as its i-th.
func packed(stream string, n, i int) bool {
	_, deflated, _ := strings.Cut(stream, "stream\n")
	data, err := inflated(deflated)
	f := strings.Fields(string(data[:min(len(data), 1<<14)]))
	return err == nil && len(f) > 2*i && f[2*i] == strconv.Itoa(n)
}

func inflated(s string) ([]byte, error) {
	z, err := zlib.NewReader(strings.NewReader(s))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// FuzzWrite writes any text in every part of a document.
func FuzzWrite(f *testing.F) {
	fonts := layouttest.Fonts(f)
	f.Add("Buy \u202e\u0645 now", 20.0)
	f.Add("👩🏽‍💻\u200d\n\t\x00\xff\uffff", 3.0)
	f.Add(strings.Repeat("e\u0301\u0323", 90), 0.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		width = min(max(width, 0), 1000)
		st := text.Style{Size: 12, Line: 16, Tracking: math.Mod(width, 0.2)}
		ops := exporttest.Text(fonts, s, st, width, text.Balanced, geom.Pt(10, 10), scene.RGB(0))
		ops = append(ops, &scene.Link{Rect: geom.Box(1, 1, 9, 9), Target: s}, &scene.Link{Rect: geom.Box(1, 1, 9, 9), Target: "https://" + s})
		sc := exporttest.Of(300, 300, ops...)
		sc.Reading = &scene.Reading{Name: s, Mark: s, Parts: []*scene.Reading{
			{Role: scene.Heading, Name: s},
			{Role: scene.Entry, Owner: "all", Signs: s, Parts: []*scene.Reading{{Role: scene.Figure, Alt: s}}},
		}}
		data := write(t, sc, Options{Title: s, Author: s, Lang: s, Attach: &Attachment{Name: s, Type: s, Desc: s, Data: []byte(s)}})
		if err := checkPlacesOf(data); err != nil {
			t.Error(err)
		}
	})
}
