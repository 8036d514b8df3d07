package cli_test

import (
	"image/png"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pagesOf is what pdfinfo says of a document.
func (u *user) pagesOf(file string) string {
	u.Helper()
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		u.Skip("pdfinfo is not here")
	}
	out, err := exec.Command("pdfinfo", file).CombinedOutput()
	if err != nil {
		u.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// size is the pixels of a picture, and whether its corner is clear.
func (u *user) size(file string) (w, h int, clear bool) {
	u.Helper()
	f, err := os.Open(file)
	if err != nil {
		u.Fatal(err)
	}
	defer f.Close()
	im, err := png.Decode(f)
	if err != nil {
		u.Fatal(err)
	}
	_, _, _, a := im.At(0, 0).RGBA()
	return im.Bounds().Dx(), im.Bounds().Dy(), a == 0
}

func TestAMapOnPaper(t *testing.T) {
	u := sit(t)
	u.does("new a.journey --template cargo-bike", "")
	for _, x := range []struct{ flags, pages, size string }{
		{"", "Pages:           1\n", "(A2)"},
		{"--pages poster --percent 50", "Pages:           1\n", "(A4)"},
		{"--pages page --paper a3", "Pages:           1\n", "(A3)"},
		{"--pages page --paper letter_portrait", "Pages:           1\n", "612 x 792"},
		{"--pages stages --without notes", "Pages:           4\n", "(A4)"},
		{"--pages stages --cover --paper A3_portrait", "Pages:           3\n", "(A3)"},
		{"--pages tiles --paper A3 --percent 135", "Pages:           4\n", "(A3)"},
		{"--pages tablet", "Pages:           6\n", "Page size:"},
		{"--pages tablet --stage Spark --stage Research", "Pages:           2\n", "Page size:"},
	} {
		u.run("export a.journey -o a.pdf " + x.flags)
		if u.code != 0 {
			t.Fatalf("%s: %s", x.flags, u.errs)
		}
		if info := u.pagesOf("a.pdf"); !strings.Contains(info, x.pages) || !strings.Contains(info, x.size) {
			t.Errorf("%s: %s", x.flags, info)
		}
	}
	u.run("export a.journey -o a.pdf --pages page --paper A4")
	if u.code != 0 || u.errs != "The smallest text prints at 3.9 pt, which is hard to read.\n" {
		t.Errorf("%d %s", u.code, u.errs)
	}
}

// A format of one page a file makes as many files as there are pages.
func TestPicturesOfSeveralPages(t *testing.T) {
	u := sit(t)
	u.does("new a.journey --template cargo-bike", "")
	u.does("export a.journey -o a.png --pages stages --scale 0.5", "a-1.png to a-4.png\n")
	u.does("export a.journey -o b.svg --pages stages", "b-1.svg to b-4.svg\n")
	u.does("export a.journey -o c.png --pages page --paper A2 --width 600", "")
	u.does("export a.journey -o d.png --pages page --paper A2 --dpi 30 --transparent", "")
	want := []string{"a-1.png", "a-2.png", "a-3.png", "a-4.png", "a.journey", "b-1.svg", "b-2.svg", "b-3.svg", "b-4.svg", "c.png", "d.png"}
	if got := names(t, "."); !slices.Equal(got, want) {
		t.Errorf("there is %v", got)
	}
	if w, _, clear := u.size("c.png"); w != 600 || clear {
		t.Errorf("600 pixels are %d, clear: %v", w, clear)
	}
	if w, h, clear := u.size("d.png"); w != 702 || h != 497 || !clear { // 594 × 420 mm
		t.Errorf("30 dpi are %d × %d, clear: %v", w, h, clear)
	}
}

func TestOptionsAreKeptUnderAName(t *testing.T) {
	u := sit(t)
	u.does("new a.journey --template cargo-bike", "")
	u.fails("export a.journey -o a.pdf --preset Board", 1, "a.journey: there is no preset “Board”; the file has none.")
	u.does("export a.journey -o a.pdf --pages stages --paper A3 --cover --without legend --save-preset For_the_board", "")
	u.does("export a.journey -o b.pdf --preset For_the_board", "")
	if a, b := u.reads("a.pdf"), u.reads("b.pdf"); a != b {
		t.Error("the preset makes something else")
	}
	u.does("export a.journey -o b.pdf --preset For_the_board --pages page --paper A1", "")
	if info := u.pagesOf("b.pdf"); !strings.Contains(info, "Pages:           1\n") || !strings.Contains(info, "(A1)") {
		t.Errorf("what is said besides does not count: %s", info)
	}
	u.does("export a.journey -o b.pdf --pages tablet --save-preset For_the_board", "")
	u.does("export a.journey -o b.pdf --preset For_the_board", "")
	if info := u.pagesOf("b.pdf"); !strings.Contains(info, "Pages:           6\n") {
		t.Errorf("the name has the old options: %s", info)
	}
	u.fails("export a.journey -o a.pdf --preset Board", 1, "a.journey: there is no preset “Board”; there is “For the board”.")
	u.does("export a.journey -o a.json", "")
	u.fails("export a.json -o c.pdf --save-preset X", 1, "a.json can keep no preset; only a .journey file can.")
}

// What a document carries is what it shows.
func TestADocumentCarriesWhatItShows(t *testing.T) {
	u := sit(t)
	u.does("new a.journey --template cargo-bike", "")
	u.does("export a.journey -o a.pdf --attach --small --stage Spark --without backstage", "")
	u.run("import a.pdf -o b.journey")
	if u.code != 0 || !strings.Contains(u.out, "1 stage, 2 steps") {
		t.Fatal(u.code, u.out, u.errs)
	}
	u.does("export b.journey -o b.json", "")
	if s := u.reads("b.json"); strings.Contains(s, "Research") || strings.Contains(s, "Automation") || !strings.Contains(s, "Spark") {
		t.Errorf("it carries %s", s)
	}
	u.does("export a.journey -o a.pdf", "")
	u.run("import a.pdf -o c.journey")
	if u.code != 1 {
		t.Error(u.code, u.out, u.errs)
	}
}

func TestPagesThatWereAskedForWrongly(t *testing.T) {
	u := sit(t)
	u.does("new a.journey --template cargo-bike", "")
	for flags, says := range map[string]string{
		"--pages book":     "there are no pages “book”; use poster, page, stages, tiles, tablet, slides, notes.",
		"--paper A9":       "there is no paper “A9”; use A0, A1, A2, A3, A4, A5, Letter, Legal, Tabloid, and portrait or landscape.",
		"--paper A4_A3":    "there is no paper “A4 A3”; use A0, A1, A2, A3, A4, A5, Letter, Legal, Tabloid, and portrait or landscape.",
		"--percent 5":      "--percent takes a number from 10 to 400.",
		"--percent much":   "invalid value \"much\" for flag -percent: “much” is no number.",
		"--overlap 31":     "--overlap takes a number from 0 to 30.",
		"--margin -1":      "--margin takes a number from 0 to 50.",
		"--width -1":       "--width takes a number from 1 to 100000.",
		"--dpi 1e9":        "--dpi takes a number from 1 to 2400.",
		"--with colour":    "invalid value \"colour\" for flag -with: there is no part “colour”; use title, legend, footer, backstage, notes, comments, hidden, links, marks.",
		"--without title,": "invalid value \"title,\" for flag -without: there is no part “”; use title, legend, footer, backstage, notes, comments, hidden, links, marks.",
	} {
		u.fails("export a.journey -o a.pdf "+flags, 2, says)
	}
	u.fails("export a.journey -o a.pdf --view Mine", 1, "a.journey: there is no view “Mine”; the map has none.")
	u.fails("export a.journey -o a.pdf --stage Spark --stage Late", 1, "a.journey: there is no stage “Late”; there is “Spark”, “Research”, “Try out”, “Decide & buy”, “Wait & receive”, “Ride & recommend”.")
}

// A saved view chooses personas, too: what is another's is left out of pages and
// of tables.
func TestAViewOfPersonas(t *testing.T) {
	u := sit(t)
	u.has("two.json", `{"throughline":1,"personas":[{"id":"mara","name":"Mara"},{"id":"jonas","name":"Jonas"}],"maps":[{"title":"Two",
		"stages":[{"id":"buy","title":"Buy","steps":[{}]}],
		"lanes":[{"kind":"goals","title":"Goals","cards":[{"stage":"buy","title":"For everybody"}]},
			{"kind":"goals","title":"His","persona":"jonas","cards":[{"stage":"buy","title":"For Jonas only"}]},
			{"kind":"mindset","title":"Minds","cards":[{"stage":"buy","title":"She thinks","persona":"mara"},{"stage":"buy","title":"He thinks","persona":"jonas"}]}],
		"views":[{"title":"Mara","personas":["mara"]}]}]}`)
	u.run("import two.json -o two.journey")
	for _, out := range []string{"all.svg --live-text", "mara.svg --live-text --view Mara", "mara.csv --view Mara"} {
		u.run("export two.journey -o " + out)
		if u.code != 0 {
			t.Fatal(u.errs)
		}
		name, view, _ := strings.Cut(out, " ")
		s := u.reads(name)
		for _, words := range []string{"everybody", "Jonas only", "She thinks", "He thinks"} {
			his := words == "Jonas only" || words == "He thinks"
			if want := !his || !strings.Contains(view, "Mara"); strings.Contains(s, words) != want {
				t.Errorf("%s has %q: %v, want %v", name, words, !want, want)
			}
		}
	}
}
