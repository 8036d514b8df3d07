package cli_test

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"throughline/export"
	"throughline/storage/importer"
)

// magic is how a file of each format begins.
var magic = map[string]string{
	"pdf": "%PDF-1.7\n", "png": "\x89PNG\r\n\x1a\n", "svg": "<svg ", "mermaid": "journey\n", "json": "{\n",
	"jpeg": "\xFF\xD8\xFF\xE0", "html": "<!DOCTYPE html>\n", "pptx": "PK\x03\x04", "xlsx": "PK\x03\x04", "csv": "\uFEFFMap,Stage,", "markdown": "# ",
}

// endings lists what can be written, as sentences do.
func endings() string {
	var all []string
	for _, f := range export.Formats {
		all = append(all, f.Ext)
	}
	return strings.Join(all, ", ")
}

// parts is the formats that cannot hold all of a map, and say so.
var parts = []string{"mermaid", "xlsx", "csv", "markdown"}

func TestEveryTemplateIsExportedInEveryFormat(t *testing.T) {
	u := sit(t)
	list, err := importer.Templates(templates(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		u.run("new --template " + x.Name + " " + x.Name + ".journey")
		for _, f := range export.Formats {
			out := x.Name + f.Ext
			before := u.files()
			if u.run("export --scale 0.5 " + x.Name + ".journey -o " + out); u.code != 0 || u.out != "" {
				t.Fatalf("%s: exit %d %s%s", out, u.code, u.out, u.errs)
			}
			if u.errs != "" && !slices.Contains(parts, f.Name) {
				t.Errorf("%s: %s", out, u.errs)
			}
			u.same("export", before, out)
			first := u.reads(out)
			if !strings.HasPrefix(first, magic[f.Name]) {
				t.Errorf("%s begins with %.20q", out, first)
			}
			if info, err := os.Stat(out); err != nil || info.Mode().Perm() != 0o644 {
				t.Errorf("%s: %v %v", out, info.Mode(), err)
			}
			u.run("export --scale 0.5 " + x.Name + ".journey -o " + out)
			if u.reads(out) != first {
				t.Errorf("%s is another file the second time", out)
			}
			u.run("export --scale 0.5 " + x.Name + ".json -o again" + f.Ext)
			if f.Name == "json" && u.reads("again.json") != first {
				t.Errorf("%s is another file when it goes through JSON", out)
			}
		}
	}
}

func TestAnotherProcessWritesTheSameBytes(t *testing.T) {
	u := sit(t)
	u.does("new --template cargo-bike a.journey", "")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range export.Formats {
		u.run("export a.journey --scale 0.25 -o here" + f.Ext)
		cmd := exec.Command(exe, "export", "a.journey", "--scale", "0.25", "-o", "there"+f.Ext)
		cmd.Env = append(os.Environ(), "THROUGHLINE_CLI=1", "GOMAXPROCS=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if u.reads("here"+f.Ext) != u.reads("there"+f.Ext) {
			t.Errorf("%s differs", f.Ext)
		}
	}
}

func TestFlagsStandWhereOneLikes(t *testing.T) {
	u := sit(t)
	u.has("coffee.mmd", coffee)
	for i, line := range []string{
		"export coffee.mmd -o a.svg --theme light --map Café_☕",
		"export -o a.svg coffee.mmd --theme light --map Café_☕",
		"export --theme light --map Café_☕ -o a.svg coffee.mmd",
		"export --map Café_☕ coffee.mmd --theme=light -o=a.svg",
		"export -map=Café_☕ -theme=light --o a.svg coffee.mmd",
		"export -o b.svg -o a.svg --theme print --theme light coffee.mmd", // the last one counts
		"export --theme light -o a.svg -- coffee.mmd",
		"export coffee.mmd --map map1 -o a.svg --theme light",
		"export coffee.mmd -o a.SVG --theme light",
	} {
		if i == 8 {
			u.does(line, "")
			if u.reads("a.SVG") != u.reads("a.svg") {
				t.Error("another ending, another drawing")
			}
			break
		}
		u.does(line, "")
		if i > 0 && u.reads("a.svg") != u.reads("first.svg") {
			t.Errorf("%s gives another drawing", line)
		}
		if err := os.Rename("a.svg", "first.svg"); err != nil {
			t.Fatal(err)
		}
		u.has("a.svg", u.reads("first.svg"))
	}
	u.does("info --json coffee.mmd", `{
  "maps": [
    {
      "id": "map1",
      "title": "Café ☕",
      "stages": 1,
      "steps": 2,
      "lanes": 3,
      "cards": 7
    }
  ],
  "personas": [],
  "channels": 0,
  "people": 2,
  "media": 0,
  "problems": [
    "line 5: the score “3,5” was read as 3.5"
  ]
}
`)
	said := u.out
	u.does("info coffee.mmd --json", said)
	u.does("info coffee.mmd -json=true", said)
}

func TestThePictureIsAsLargeAsAskedFor(t *testing.T) {
	u := sit(t)
	u.does("new a.journey", "")
	size := func(flags string) (int, int) {
		t.Helper()
		u.does("export a.journey -o a.png"+flags, "")
		c, err := png.DecodeConfig(strings.NewReader(u.reads("a.png")))
		if err != nil {
			t.Fatal(err)
		}
		return c.Width, c.Height
	}
	w, h := size("")
	for flags, k := range map[string]float64{" --scale 2": 1, " --scale 1": 0.5, " --scale 0.25": 0.125, " --scale 1.3": 0.65, " --scale 2e0": 1} {
		x, y := size(flags)
		if dx, dy := float64(x)-k*float64(w), float64(y)-k*float64(h); dx < 0 || dx >= 1 || dy < 0 || dy >= 1 {
			t.Errorf("%s: %d × %d pixels, without it %d × %d", flags, x, y, w, h)
		}
	}
}

func TestTheThemeChangesTheColours(t *testing.T) {
	u := sit(t)
	u.does("new a.journey", "")
	u.does("export a.journey -o a.svg", "")
	seen := map[string]string{}
	for _, theme := range []string{"print", "light", "dark", "contrast"} {
		u.does("export a.journey -o "+theme+".svg --theme "+theme, "")
		s := u.reads(theme + ".svg")
		if other := seen[s]; other != "" {
			t.Errorf("%s looks like %s", theme, other)
		}
		seen[s] = theme
	}
	if seen[u.reads("a.svg")] != "print" {
		t.Error("print is not the theme of exports")
	}
}

func TestOneMapOfSeveral(t *testing.T) {
	u := sit(t)
	u.has("two.md", "```mermaid\njourney\n title First\n Ask: 1: Ana\n```\n\n```mermaid\njourney\n title Second\n Buy: 5: Ben\n```\n")
	u.run("import two.md")
	for _, in := range []string{"two.md", "two.journey"} {
		u.does("export "+in+" -o a.mmd", "")
		u.does("export "+in+" -o b.mmd --map Second", "")
		if a, b := u.reads("a.mmd"), u.reads("b.mmd"); a != "journey\n  title First\n    Ask: 1: Ana\n" || b != "journey\n  title Second\n    Buy: 5: Ben\n" {
			t.Errorf("%s\n%s", a, b)
		}
		u.does("export "+in+" -o a.json", "")
		u.does("export "+in+" -o b.json --map Second", "")
		u.does("info a.json", "“First”: 1 stage, 1 step, 3 lanes, 3 cards\n“Second”: 1 stage, 1 step, 3 lanes, 3 cards\n0 channels, 2 people, 0 media\n")
		u.does("info b.json", "“Second”: 1 stage, 1 step, 3 lanes, 3 cards\n0 channels, 2 people, 0 media\n")
		u.fails("export "+in+" -o c.pdf --map Third", 1, in+": no map is called “Third”; there is “First”, “Second”.")
	}
	u.has("none.json", "{\"throughline\": 1}")
	u.fails("export none.json -o c.pdf", 1, "none.json: there is no map in this file.")
	u.does("info none.json", "no maps\n0 channels, 0 people, 0 media\n")
}

func TestWhatTheFormatCannotHoldIsSaid(t *testing.T) {
	u := sit(t)
	u.does("new --template cargo-bike a.journey", "")
	u.run("export a.journey -o a.mmd")
	if u.code != 0 || !strings.Contains(u.errs, "lane “Backstage”: left out, a Mermaid journey has no place for it.\n") || strings.Contains(u.errs, "..") {
		t.Error(u.code, u.errs)
	}
}

func TestACancelledExportLeavesWhatWasThere(t *testing.T) {
	u := sit(t)
	u.does("new --template cargo-bike a.journey", "")
	for _, f := range export.Formats {
		u.has("out"+f.Ext, "as it was")
	}
	stopped, cancel := context.WithCancel(u.ctx)
	cancel()
	u.ctx = stopped
	for _, f := range export.Formats {
		u.fails("export a.journey -o out"+f.Ext, 1, "stopped; nothing was written.")
	}
	u.fails("new b.journey", 1, "stopped; nothing was written.")
	u.has("coffee.mmd", coffee)
	u.fails("import coffee.mmd", 1, "stopped; nothing was written.")

	late, cancel := context.WithCancel(context.Background())
	u.ctx = late
	time.AfterFunc(300*time.Millisecond, cancel) // the whole takes many times as long
	u.fails("export a.journey -o out.png --scale 30", 1, "stopped; nothing was written.")
}

// A project that goes through its own JSON, or through Mermaid, is the same.
func TestThereAndBackAgain(t *testing.T) {
	u := sit(t)
	list, err := importer.Templates(templates(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		u.run("new --template " + x.Name + " " + x.Name + ".journey")
		u.does("export "+x.Name+".journey -o a.json", "")
		u.run("import a.json -o " + x.Name + "-2.journey")
		u.does("export "+x.Name+"-2.journey -o b.json", "")
		if u.reads("a.json") != u.reads("b.json") {
			t.Errorf("%s is another project behind JSON", x.Name)
		}
		r, err := importer.FromTemplate(templates(), x.Name, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := u.project("a.json"); !got.Project.Equal(r.Project) || len(got.Problems) > 0 || len(got.Blobs) != len(r.Blobs) {
			t.Errorf("%s is another project in JSON: %v", x.Name, got.Problems)
		}
	}
}

// project is what an importer reads in a file of the folder.
func (u *user) project(name string) *importer.Result {
	u.Helper()
	return u.imported(name, bytes.NewReader([]byte(u.reads(name))))
}

func (u *user) imported(name string, r io.Reader) *importer.Result {
	u.Helper()
	got, err := importer.Read(name, r)
	if err != nil {
		u.Fatalf("%s: %v", name, err)
	}
	return got
}

// Journeys that other people wrote come back from what we write of them.
func TestRealJourneysComeBack(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/mermaid/real/*.mmd")
	if len(files) == 0 {
		t.Skip("the material to test with is not here")
	}
	var in []string
	for _, f := range files {
		path, err := filepath.Abs(f)
		if err != nil {
			t.Fatal(err)
		}
		in = append(in, path)
	}
	u := sit(t)
	for _, path := range in {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		u.has("in.mmd", string(b))
		u.run("import in.mmd -o a.journey")
		u.run("export a.journey -o a.mmd")
		u.run("import a.mmd -o b.journey")
		u.run("export b.journey -o b.mmd")
		if u.code != 0 || u.reads("a.mmd") != u.reads("b.mmd") {
			t.Errorf("%s: %s\n%s\nbecame\n%s", filepath.Base(path), u.errs, u.reads("a.mmd"), u.reads("b.mmd"))
		}
		if was, is := u.project("in.mmd"), u.project("a.mmd"); !was.Project.Equal(is.Project) {
			t.Errorf("%s: another project\n%s\n%s", filepath.Base(path), u.reads("in.mmd"), u.reads("a.mmd"))
		}
		for _, name := range []string{"a.journey", "b.journey"} {
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The program's own words are in the language of the system, or in another that
// is asked for; what people wrote stays as it is.
func TestOurOwnWordsFollowALanguage(t *testing.T) {
	u := sit(t)
	u.run("new --template cargo-bike a.journey")
	says := func(flags string, words ...string) {
		t.Helper()
		if u.run("export a.journey -o a.html " + flags); u.code != 0 || u.errs != "" {
			t.Fatal(u.errs)
		}
		page := u.reads("a.html")
		for _, w := range append(words, "<html lang=\"en\" dir=\"ltr\">", "<h1 dir=\"auto\">Buying a cargo bike</h1>", "Mara") {
			if !strings.Contains(page, w) {
				t.Errorf("%s: there is no %s", flags, w)
			}
		}
	}
	german := []string{"placeholder=\"Karten durchsuchen\"", " lang=\"de\" dir=\"ltr\" role=\"toolbar\"", ">Auf der Map zeigen<", ">Moment der Wahrheit</dt>", "Legende", "Seite 1 von 1, A2 quer, 100 %"}
	english := []string{"placeholder=\"Search the cards\"", ">Show on the map<", ">Moment of truth</dt>", "Page 1 of 1, A2 landscape, 100 %"}
	t.Setenv("LANG", "de_AT.UTF-8")
	says("", german...)
	says("--language en", english...)
	t.Setenv("LANG", "C")
	says("", english...)
	says("--language de", german...)
	says("--language de-CH", german...)
	u.fails("export a.journey -o b.html --language xx", 2, "the program's own words are not there in “xx”; use de, en.")
}
