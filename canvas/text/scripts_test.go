package text_test

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"throughline/assets"
	"throughline/canvas/geom"
	"throughline/canvas/text"
	"throughline/journey/journeytest"
)

// faceOf is the face that a script has.
func faceOf(script string) string {
	switch script {
	case "Latin":
		return "inter"
	case "Tibetan":
		return "noto-SerifTibetan"
	}
	return "noto-Sans" + script
}

func TestEveryScriptHasItsFace(t *testing.T) {
	f := load(t)
	for _, g := range journeytest.Greetings {
		if m := f.Missing(g.Says); len(m) > 0 {
			t.Errorf("%s: no font has %q", faceOf(g.Script), m)
		}
		for _, l := range f.Set(g.Says, body, text.NoWrap, text.Greedy).Lines {
			for _, r := range l.Runs {
				if strings.ContainsAny(r.Text, " .,।།") && len([]rune(r.Text)) == 1 {
					continue // the face of a stop is not that of the words
				}
				if r.Face.Name != faceOf(g.Script) {
					t.Errorf("%q is set in %s, not %s", r.Text, r.Face.Name, faceOf(g.Script))
				}
			}
		}
		bold := f.Set(g.Says, text.Style{Weight: text.SemiBold, Size: 12, Line: 16}, text.NoWrap, text.Greedy).Lines[0].Runs[0].Face
		if f := strings.TrimSuffix(strings.TrimSuffix(bold.Name, "-Bold"), "-semibold"); f != faceOf(g.Script) {
			t.Errorf("bold %s is %s", faceOf(g.Script), bold.Name)
		}
	}
}

func TestAnEmojiIsOnePicture(t *testing.T) {
	f := load(t)
	for _, e := range journeytest.Emoji {
		for _, s := range []string{e, "a " + e + " b", "नमस्ते" + e, e + e, "שלום " + e + " עולם"} {
			b := f.Set(s, body, text.NoWrap, text.Greedy)
			n := 0
			for _, r := range b.Lines[0].Runs {
				if !r.Face.Pictures {
					continue
				}
				for _, c := range r.Clusters() {
					if r.Text[c.Start:c.End] == " " {
						continue
					}
					pictures := 0
					for _, g := range r.Glyphs[c.First:c.Last] {
						if r.Face.Picture(g.ID) != nil {
							pictures++
						}
					}
					if r.Text[c.Start:c.End] != e || pictures != 1 {
						t.Errorf("%q in %+q: %d pictures say %+q", e, s, pictures, r.Text[c.Start:c.End])
					}
					n++
				}
			}
			if n != strings.Count(s, e) {
				t.Errorf("%q in %+q is shown %d times", e, s, n)
			}
			if got := said(b); got != s {
				t.Errorf("%+q says %+q", s, got)
			}
		}
	}
	for _, s := range []string{"❤", "❤\ufe0e", "☺", "☎\ufe0e", "1", "#", "1\ufe0f", "©", "⌛\ufe0e"} { // text, unless it asks
		if r := f.Set(s, body, text.NoWrap, text.Greedy).Lines[0].Runs[0]; r.Face.Pictures {
			t.Errorf("%+q is an emoji", s)
		}
	}
}

func TestASpaceBesideAnEmojiHasItsWidth(t *testing.T) {
	f := load(t)
	w := func(s string) float64 { return f.Set(s, body, text.NoWrap, text.Greedy).Width }
	if d := w("😀 😀") - 2*w("😀"); math.Abs(d-(w("a a")-2*w("a"))) > 0.5 {
		t.Errorf("it is %.2f wide", d)
	}
}

// ink is a box around what the glyphs of a line draw, from the block's left and
// the line's top.
func ink(l *text.Line) geom.Rect {
	var out geom.Rect
	for _, r := range l.Runs {
		for _, g := range r.Glyphs {
			var box geom.Rect
			if p := r.Face.Picture(g.ID); p != nil {
				box = p.Box
			} else if o := r.Face.Outline(g.ID); o != nil {
				box = o.Bounds()
			}
			if !box.Empty() {
				out = out.Union(box.Add(geom.Pt(float64(g.X), float64(g.Y))).Mul(r.Scale()).Add(geom.Pt(r.X, l.Baseline-l.Top)))
			}
		}
	}
	return out
}

// within fails the test when a line draws outside of its own height, lines lie
// over each other, or a run's box does not hold what it draws.
func within(t interface{ Errorf(string, ...any) }, b *text.Block) {
	top := 0.0
	for i := range b.Lines {
		l := &b.Lines[i]
		if math.Abs(l.Top-top) > 1e-9 || l.Height < b.Style.Line {
			t.Errorf("line %d of %q is at %.2f, %.2f high; the one before ends at %.2f", i, b.Text, l.Top, l.Height, top)
		}
		top += l.Height
		if box := ink(l); box.Min.Y < -0.01 || box.Max.Y > l.Height+0.01 {
			t.Errorf("%q draws from %.2f to %.2f of a line %.2f high", b.Text[l.Start:l.End], box.Min.Y, box.Max.Y, l.Height)
		}
		for k := range l.Runs {
			r := &l.Runs[k]
			one := ink(&text.Line{Runs: []text.Run{*r}})
			if say := r.Ink().Add(geom.Pt(r.X, 0)).Grow(0.01); !one.Empty() && one.Union(say) != say {
				t.Errorf("%q of %s draws in %v, it says %v", r.Text, r.Face.Name, one, say)
			}
		}
	}
	if math.Abs(top-b.Height) > 1e-9 {
		t.Errorf("%q is %.2f high, its lines %.2f", b.Text, b.Height, top)
	}
}

func TestLinesHoldWhatTheyDraw(t *testing.T) {
	f := load(t)
	zalgo := "T" + strings.Repeat("\u0301", 12) + "o" + strings.Repeat("\u0323", 9) + " plain"
	texts := []string{zalgo, "plain\n" + zalgo + "\nplain", strings.Join(journeytest.Emoji, " "), "ﷺ ﷽", "Ấ Ở g"}
	for _, g := range journeytest.Greetings {
		texts = append(texts, g.Says, "Mix "+g.Says+" 12 👍")
	}
	for _, s := range texts {
		for _, st := range []text.Style{body, {Weight: text.SemiBold, Size: 13, Line: 16, Tracking: -0.004}} {
			within(t, f.Set(s, st, 90, text.Greedy))
		}
	}
	if b := f.Set("plain\n"+zalgo+"\nplain", body, text.NoWrap, text.Greedy); b.Lines[0].Height != 16 || b.Lines[1].Height < 30 || b.Lines[2].Height != 16 {
		t.Errorf("lines are %.1f, %.1f and %.1f high", b.Lines[0].Height, b.Lines[1].Height, b.Lines[2].Height)
	}
}

func TestAnyTextStaysWithinItsLines(t *testing.T) {
	f := load(t)
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(journeytest.Texts().Draw(t, "text"), "?") + rapid.SampledFrom(journeytest.Greetings).Draw(t, "more").Says
		b := f.Set(s, body, rapid.Float64Range(1, 200).Draw(t, "width"), text.Balanced)
		within(t, b)
		if got := said(b); got != s {
			t.Fatalf("set %q, the glyphs say %q", s, got)
		}
	})
}

func TestLinesEndWhereTheScriptLetsThem(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		in    string
		width float64
		want  string
	}{
		{"ยินดีต้อนรับสู่ร้านของเรา", 90, "ยินดีต้อนรับสู่ร้าน|ของเรา"},
		{"เที่ยวเมืองไทยแล้วเกิดอะไรขึ้น", 70, "เที่ยวเมืองไทย|แล้วเกิดอะไร|ขึ้น"},
		{"หมาอยู่กลางสนามของโรงเรียน", 30, "หมา|อยู่|กลาง|สนาม|ของ|โรง|เรียน"},
		{"ຄວາມສຸກຂອງຫມາຢູ່ເຮືອນ", 34, "ຄວາມ|ສຸກ|ຂອງ|ຫມາຢູ່|ເຮືອນ"},
		{"ဆိုင်မှကြိုဆိုပါတယ်", 60, "ဆိုင်မှကြို|ဆိုပါတယ်"},
		{"ཚོང་ཁང་ལ་ཕེབས་པར་", 60, "ཚོང་ཁང་ལ་|ཕེབས་པར་"},
	} {
		var got []string
		b := f.Set(c.in, body, c.width, text.Greedy)
		for _, l := range b.Lines {
			got = append(got, strings.TrimRight(c.in[l.Start:l.End], " "))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q breaks as %s, want %s", c.in, s, c.want)
		}
	}
	for _, g := range journeytest.Greetings { // however narrow it is, no cluster is torn apart
		whole := f.Set(g.Says, body, text.NoWrap, text.Greedy)
		var pieces []string
		for _, l := range f.Set(g.Says, body, 8, text.Greedy).Lines {
			pieces = append(pieces, g.Says[l.Start:l.End])
		}
		for _, p := range pieces {
			if r := []rune(p)[0]; slices.Contains([]rune("\u093f\u17d2\u1039\u0e33"), r) || strings.HasSuffix(p, "\u17d2") || strings.HasSuffix(p, "\u1039") || strings.HasSuffix(p, "เ") {
				t.Errorf("%q is torn apart: %q", g.Says, pieces)
			}
		}
		if strings.Join(pieces, "") != whole.Text {
			t.Errorf("%q has lost something: %q", g.Says, pieces)
		}
	}
}

func TestCaretAndIndexAgreeInEveryScript(t *testing.T) {
	f := load(t)
	var texts []string
	for _, g := range journeytest.Greetings {
		texts = append(texts, g.Says)
	}
	texts = append(texts, "Order مرحبا today", "abc שלום 12 ok", "שלום abc עולם", strings.Join(journeytest.Emoji, ""))
	for _, s := range texts {
		for _, width := range []float64{text.NoWrap, 80} {
			b := f.Set(s, body, width, text.Greedy)
			for i := 0; i < len(s); i = text.Next(s, i) {
				x, base, line := b.Caret(i)
				got := b.Index(x, base-3)
				gx, _, gl := b.Caret(got)
				if gl != line || math.Abs(gx-x) > 0.01 {
					t.Errorf("%q: the caret before byte %d is at %.2f on line %d; there is byte %d, at %.2f on line %d", s, i, x, line, got, gx, gl)
				}
				if x < -0.01 || x > max(b.Width, width)+0.01 {
					t.Errorf("%q: the caret before byte %d is at %.2f of %.2f", s, i, x, b.Width)
				}
			}
		}
	}
	rtl := f.Set("שלום עולם וחברים", body, 60, text.Greedy) // flush right
	if x, _, line := rtl.Caret(0); line != 0 || math.Abs(x-rtl.Width) > 0.01 && math.Abs(x-rtl.Left(&rtl.Lines[0])-rtl.Lines[0].Width) > 0.01 {
		t.Errorf("the caret of a text that begins at the right is at %.2f of %.2f", x, rtl.Width)
	}
	if x, _, _ := rtl.Caret(len(rtl.Text)); math.Abs(x-rtl.Left(&rtl.Lines[len(rtl.Lines)-1])) > 0.01 {
		t.Errorf("the caret at its end is at %.2f", x)
	}
}

// tree is a folder of fonts: files of the program under names of systems, and
// what is no font.
func tree(t *testing.T, files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, from := range files {
		data := []byte(from)
		if strings.HasPrefix(from, "fonts/") {
			var err error
			if data, err = fs.ReadFile(assets.Fonts, from); err != nil {
				t.Fatal(err)
			}
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

func bare(t *testing.T, system ...fs.FS) *text.Fonts {
	t.Helper()
	own := tree(t, map[string]string{})
	for _, n := range []string{"Inter-Regular", "Inter-MediumItalic", "Inter-SemiBold", "Inter-Bold", "InterDisplay-SemiBold", "InterDisplay-Bold"} {
		own[n+".ttf"] = tree(t, map[string]string{"x": "fonts/" + n + ".ttf"})["x"]
	}
	f, err := text.Load(own, system...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// opened counts the files that are opened.
type opened struct {
	fs.FS
	n int
}

func (o *opened) Open(name string) (fs.File, error) {
	o.n++
	return o.FS.Open(name)
}

func TestFontsOfTheSystemStandInOnce(t *testing.T) {
	thai := "fonts/noto/NotoSansThai-Regular.ttf"
	cut, err := fs.ReadFile(assets.Fonts, thai)
	if err != nil {
		t.Fatal(err)
	}
	liar := slices.Clone(cut)
	copy(liar[12+12:], "\xff\xff\xff\xff") // its first table claims to have 4 GB
	folder := &opened{FS: tree(t, map[string]string{
		"a/notes.txt": "no font", "b/DroidSansFallback.ttf": "neither", "c/Zz.ttf": thai, "c/Aa-Bold.ttf": thai, "c/aa.ttf": string(cut[:900]),
		"c/ab.otf": string(liar), "c/ac.ttc": "ttcf\x00\x01\x00\x00\xff\xff\xff\xff", "c/ad.ttf": "fonts/noto/NotoSansThai-Bold.ttf",
	})}
	f := bare(t, folder)
	f.Set("Latin only, Ελλάδα", body, text.NoWrap, text.Greedy)
	if folder.n != 0 {
		t.Errorf("%d files were opened for Latin text", folder.n)
	}
	r := f.Set("ไทย", body, text.NoWrap, text.Greedy).Lines[0].Runs[0]
	if r.Face.Name != "system-ad.ttf" {
		t.Errorf("Thai is set in %s", r.Face.Name)
	}
	n := folder.n
	for i := range 100 {
		f.Set(fmt.Sprint("ไทย日本語", i, string(rune(0x4E00+i))), body, text.NoWrap, text.Greedy)
		f.Set(string(rune(0xE000+i)), body, text.NoWrap, text.Greedy)
	}
	if more := folder.n - n; more > 2 { // those behind the one that had Thai
		t.Errorf("%d files were opened again", more)
	}
	if got := string(f.Missing("ไทย日")); got != "日" {
		t.Errorf("missing %q", got)
	}
}

func TestPreferenceOfTheSystemsFontsIsFixed(t *testing.T) {
	thai, bold := "fonts/noto/NotoSansThai-Regular.ttf", "fonts/noto/NotoSansThai-Bold.ttf"
	first := tree(t, map[string]string{"x/aaa.ttf": thai, "y/DejaVuSans.ttf": thai, "z/dejavusans-bold.ttf": bold})
	second := tree(t, map[string]string{"0/wqy-microhei.ttc": "broken", "1/malgun.ttf": thai, "dejavusans.ttf": "hidden"})
	for _, c := range []struct {
		folders []fs.FS
		w       text.Weight
		want    string
	}{
		{[]fs.FS{first}, text.Regular, "system-dejavusans.ttf"},
		{[]fs.FS{first}, text.Bold, "system-dejavusans-bold.ttf"},
		{[]fs.FS{first, second}, text.Regular, "system-malgun.ttf"},
		{[]fs.FS{first, second}, text.Bold, "system-malgun.ttf"},
		{nil, text.Regular, "box"},
	} {
		f := bare(t, c.folders...)
		st := text.Style{Weight: c.w, Size: 12, Line: 16}
		if got := f.Set("ไทย", st, text.NoWrap, text.Greedy).Lines[0].Runs[0].Face.Name; got != c.want {
			t.Errorf("%d folders, weight %d: %s, not %s", len(c.folders), c.w, got, c.want)
		}
	}
}

// TestDeclarationOfHumanRights sets a sentence in more than 500 languages, where
// they are there.
func TestDeclarationOfHumanRights(t *testing.T) {
	data, err := os.ReadFile("../../../shared/data/text/udhr-article1.tsv")
	if err != nil {
		t.Skip("the declaration is not here")
	}
	f := load(t)
	whole := 0
	for _, row := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		s := strings.Split(row, "\t")[4]
		b := f.Set(s, body, 150, text.Greedy)
		within(t, b)
		if got := said(b); got != s {
			t.Errorf("%q became %q", s, got)
		}
		if len(f.Missing(s)) == 0 {
			whole++
		}
	}
	if whole < 500 {
		t.Errorf("only %d languages are whole without fonts of the system", whole)
	}
	t.Logf("%d languages are whole without fonts of the system", whole)
}
