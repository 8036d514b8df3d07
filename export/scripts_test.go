package export_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode"

	"throughline/assets"
	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/canvas/text/systemfonts"
	"throughline/export/exporttest"
	"throughline/export/pdf"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// greetings is the cards of a map in many scripts, with all emoji.
func greetings() [][2]string {
	var out [][2]string
	for i, g := range journeytest.Greetings {
		e := journeytest.Emoji[i%len(journeytest.Emoji)]
		out = append(out, [2]string{e + " " + g.Says, g.Says + " " + e + "\nMix " + g.Says + " 12"})
	}
	return append(out, [2]string{"Emoji", strings.Join(journeytest.Emoji, " ")})
}

// poster is the poster of a map of sentences.
func poster(t *testing.T, p *journey.Project, system ...fs.FS) *scene.Scene {
	t.Helper()
	o := layouttest.Options(t, &layout.Print)
	if len(system) > 0 {
		o.Fonts = fontsWith(t, system...)
	}
	return layout.Poster(o, p, "map")
}

// fontsWith is the program's fonts, with those of a system to stand in. Only
// tests that need them have them: there is another set on every machine.
func fontsWith(t *testing.T, system ...fs.FS) *text.Fonts {
	t.Helper()
	f, err := text.Load(layouttest.Files(t, assets.Fonts, "fonts"), system...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// plain is s as readers give it back: without marks of direction, which they
// put in and leave out as they like, and with single spaces.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// cardTexts is what pdftotext finds in each card of a map of sentences, and
// what is to be found there: the lines of its texts.
func cardTexts(t *testing.T, s *scene.Scene, n int) (found, want []string) {
	t.Helper()
	var doc bytes.Buffer
	if err := pdf.Write(context.Background(), &doc, []pdf.Page{{Scene: s}}, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	path := exporttest.File(t, "a.pdf", doc.Bytes())
	if out := string(exporttest.Run(t, "qpdf", "--check", path)); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	for i := range n {
		it, at, ok := s.Find(string(journeytest.CardID(i)), layout.CardPart)
		if !ok {
			t.Fatalf("card %d is not there", i)
		}
		var b strings.Builder
		for _, f := range it.Fields {
			for _, l := range f.Block.Lines {
				b.WriteString(f.Block.Text[l.Start:l.End] + "\n")
			}
		}
		want = append(want, plain(b.String()))
		const dpi = 720
		k := scene.Millimetres / 25.4 * dpi * pdf.PageScale(s)
		box := it.Box.Add(at)
		num := func(v float64) string { return fmt.Sprintf("%.0f", v*k) }
		found = append(found, plain(string(exporttest.Run(t, "pdftotext", "-enc", "UTF-8", "-r", fmt.Sprint(dpi),
			"-x", num(box.Min.X), "-y", num(box.Min.Y), "-W", num(box.W()), "-H", num(box.H()), path, "-"))))
	}
	return found, want
}

// whole fails the test where something is drawn outside of its card, or cards
// lie over each other.
func whole(t *testing.T, s *scene.Scene, n int) {
	t.Helper()
	var boxes []geom.Rect
	for i := range n {
		it, at, ok := s.Find(string(journeytest.CardID(i)), layout.CardPart)
		if !ok {
			t.Fatalf("card %d is not there", i)
		}
		for _, f := range it.Fields {
			for k := range f.Block.Lines {
				l := &f.Block.Lines[k]
				for m := range l.Runs {
					r := &l.Runs[m]
					ink := inked(r).Add(geom.Pt(f.At.X+f.Block.Left(l)+r.X, f.At.Y+l.Baseline))
					if !ink.Empty() && ink.Union(it.Box) != it.Box {
						t.Errorf("%q draws in %v of a card %v", r.Text, ink, it.Box)
					}
				}
			}
		}
		for k, b := range boxes {
			if o := b.Intersect(it.Box.Add(at)); !o.Empty() {
				t.Errorf("cards %d and %d lie over each other in %v", k, i, o)
			}
		}
		boxes = append(boxes, it.Box.Add(at))
	}
}

// inked is the box around what a run draws, u from its left end on the baseline.
func inked(r *text.Run) (out geom.Rect) {
	for _, g := range r.Glyphs {
		var b geom.Rect
		if p := r.Face.Picture(g.ID); p != nil {
			b = p.Box
		} else if o := r.Face.Outline(g.ID); o != nil {
			b = o.Bounds()
		}
		if !b.Empty() {
			out = out.Union(b.Add(geom.Pt(float64(g.X), float64(g.Y))).Mul(r.Scale()))
		}
	}
	return out
}

func TestEveryScriptComesOutOfThePDF(t *testing.T) {
	cards := greetings()
	s := poster(t, journeytest.Sentences(5, cards))
	whole(t, s, len(cards))
	found, want := cardTexts(t, s, len(cards))
	for i := range want {
		// On a line of both directions, readers put spaces and words where they like.
		if found[i] != want[i] && letterCount(found[i]) != letterCount(want[i]) {
			t.Errorf("%q came out as %q", want[i], found[i])
		}
	}
}

// asian is text of our own in Chinese, Japanese and Korean, which fonts of the
// system set.
var asian = []string{"欢迎来到我们的商店。今天,「新」自行车到了!", "いらっしゃいませ。新しい「自転車」が、今日届きました!", "우리 가게에 오신 것을 환영합니다. 새 자전거가 왔습니다!"}

func TestChineseJapaneseAndKoreanComeOutOfThePDF(t *testing.T) {
	system := systemfonts.Folders()
	if m := fontsWith(t, system...).Missing(strings.Join(asian, "")); len(m) > 0 {
		t.Skipf("no font here has %s: the package fonts-wqy-microhei or fonts-noto-cjk has them all", string(m[:1]))
	}
	var cards [][2]string
	for _, s := range asian {
		cards = append(cards, [2]string{s, "Mixed " + s + " مرحبا"})
	}
	s := poster(t, journeytest.Sentences(3, cards), system...)
	whole(t, s, len(cards))
	found, want := cardTexts(t, s, len(cards))
	for i := range want {
		if letterCount(found[i]) != letterCount(want[i]) || !strings.HasPrefix(letters(found[i]), letters(asian[i])) {
			t.Errorf("%q came out as %q", want[i], found[i])
		}
		it, _, _ := s.Find(string(journeytest.CardID(i)), layout.CardPart)
		for _, f := range it.Fields {
			for _, l := range f.Block.Lines[1:] {
				if line := f.Block.Text[l.Start:l.End]; strings.HasPrefix(line, "。") || strings.HasPrefix(line, "、") || strings.HasPrefix(line, "」") || strings.HasPrefix(line, "!") {
					t.Errorf("a line begins with %q", line)
				}
			}
		}
	}
}

// letterCount is the characters of s in an order of their own.
func letterCount(s string) string {
	n := map[rune]int{}
	for _, r := range letters(s) {
		n[r]++
	}
	return fmt.Sprint(n)
}

// languages are 30 of those of the declaration, in 27 scripts.
var languages = strings.Fields(`arb heb hin ben tam tel kan mal guj pan sin tha lao khm mya kat hye amh bod
ell_monotonic rus vie pes_1 urd cmn_hans jpn kor nep div zgh`)

// TestDeclarationComesOutOfThePDF writes a sentence of the declaration of human
// rights in 30 languages and 100 emoji, where they are there.
func TestDeclarationComesOutOfThePDF(t *testing.T) {
	declaration, err := os.ReadFile("../../shared/data/text/udhr-article1.tsv")
	pictures, err2 := os.ReadFile("../../shared/data/text/emoji-list.txt")
	if err != nil || err2 != nil {
		t.Skip("the declaration is not here")
	}
	rows := map[string][]string{}
	for _, l := range strings.Split(string(declaration), "\n") {
		if f := strings.Split(l, "\t"); len(f) == 5 {
			rows[f[0]] = f
		}
	}
	system := systemfonts.Folders()
	f := fontsWith(t, system...)
	var cards [][2]string
	missing := 0
	for _, l := range languages {
		if m := f.Missing(rows[l][4]); len(m) > 0 {
			t.Logf("%s is left out: no font here has %s", rows[l][3], string(m[:1]))
			missing++
			continue
		}
		cards = append(cards, [2]string{"", rows[l][4]})
	}
	languages := len(cards)
	var row []string
	for i, e := range strings.Fields(string(pictures)) {
		if i%18 == 0 && len(f.Missing(e)) == 0 && len(cards) < languages+4 {
			if row = append(row, e); len(row) == 25 {
				cards = append(cards, [2]string{"", strings.Join(row, " ")})
				row = nil
			}
		}
	}
	if len(cards) < languages+4 {
		t.Errorf("there are fewer than 100 emoji")
	}
	s := poster(t, journeytest.Sentences(5, cards), system...)
	whole(t, s, len(cards))
	found, want := cardTexts(t, s, len(cards))
	differ := 0
	for i := range want {
		if found[i] != want[i] {
			differ++
			t.Logf("%q\ncame out as\n%q", want[i], found[i])
		}
	}
	t.Logf("%d of %d languages and emoji came out as they went in; %d languages had no font", len(cards)-differ, len(cards), missing)
	if differ > 2 {
		t.Errorf("%d differ", differ)
	}
}

// TestNaughtyStringsAreExported puts every string of the big list of naughty
// strings on a card, where the list is there.
func TestNaughtyStringsAreExported(t *testing.T) {
	data, err := os.ReadFile("../../shared/data/text/blns.txt")
	if err != nil {
		t.Skip("the naughty strings are not here")
	}
	var cards [][2]string
	for _, l := range strings.Split(string(data), "\n") {
		if l != "" && !strings.HasPrefix(l, "#") {
			cards = append(cards, [2]string{l, l})
		}
	}
	p, _ := journey.Repair(journeytest.Sentences(8, cards))
	s := poster(t, p)
	whole(t, s, len(cards))
	cardTexts(t, s, 0) // the file is whole
}
