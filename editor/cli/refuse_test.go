package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"throughline/storage/importer"
)

const useExport = "export a.journey "

func TestAnExportThatWasAskedForWrongly(t *testing.T) {
	u := sit(t)
	u.does("new a.journey", "")
	u.fails("export", 2, "IN is missing.")
	u.fails("export -o a.pdf", 2, "IN is missing.")
	u.fails("export a.journey", 2, "-o OUT is missing.")
	u.fails(useExport+"-o", 2, "flag needs an argument: -o.")
	u.fails(useExport+"-o=", 2, "-o OUT is missing.")
	u.fails(useExport+"b.journey -o a.pdf", 2, "“b.journey” is one name too many.")
	u.fails(useExport+"a.pdf", 2, "“a.pdf” is one name too many.")
	formats := " ends in no format that can be written; use " + endings() + "."
	for _, out := range []string{"a", "a.docx", "a.pdf.", "pdf", ".", "a.journey", "a.mermaid", "a.xls"} {
		u.fails(useExport+"-o "+out, 2, "“"+out+"”"+formats)
	}
	const scale = "--scale takes a number of pixels above 0, up to 64."
	for _, n := range []string{"0", "-1", "-0", "NaN", "Inf", "-Inf", "65", "1e9", "1e-400"} {
		for _, out := range []string{"a.png", "a.pdf"} {
			u.fails(useExport+"-o "+out+" --scale "+n, 2, scale)
			u.fails("export --scale="+n+" a.journey -o "+out, 2, scale)
		}
	}
	u.fails(useExport+"-o a.png --scale two", 2, "invalid value \"two\" for flag -scale: parse error.")
	u.fails(useExport+"-o a.png --scale 2px", 2, "invalid value \"2px\" for flag -scale: parse error.")
	u.fails(useExport+"-o a.png --scale", 2, "flag needs an argument: -scale.")
	for _, theme := range []string{"bright", "Print", "="} {
		u.fails(useExport+"-o a.pdf --theme "+theme, 2, "there is no theme “"+theme+"”; use print, light, dark, contrast or a .json file.")
	}
	u.fails(useExport+"-o a.pdf --colour red", 2, "flag provided but not defined: -colour.")
	u.fails("info", 2, "IN is missing.")
	u.fails("info a.journey b.journey", 2, "“b.journey” is one name too many.")
	u.fails("info a.journey --json=perhaps", 2, "invalid boolean value \"perhaps\" for -json: parse error.")
}

func TestWhatStandsInTheWayOfAnExport(t *testing.T) {
	u := sit(t)
	u.does("new a.journey", "")
	u.folderNamed("folder.pdf")
	u.folderNamed("sub")
	u.has("plain", "a file")
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(u.folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	link("/dev/null", "device.pdf")
	link("folder.pdf", "link.pdf")
	u.fails(useExport+"-o no/a.pdf", 1, "no is not there.")
	u.fails(useExport+"-o sub/no/a.pdf", 1, "sub/no is not there.")
	u.fails(useExport+"-o plain/a.pdf", 1, "write plain/a.pdf: write plain: not a directory.")
	u.fails(useExport+"-o folder.pdf", 1, "write folder.pdf: a folder has that name.")
	u.fails(useExport+"-o link.pdf", 1, "write link.pdf: a folder has that name.")
	u.fails(useExport+"-o device.pdf", 1, "write device.pdf: what has that name is no plain file.")
	u.fails(useExport+"-o "+strings.Repeat("long", 80)+".pdf", 1, "write "+strings.Repeat("long", 80)+".pdf: file name too long.")
	u.fails(useExport+"--map Nobody -o a.pdf", 1, "a.journey: no map is called “Nobody”; there is “Untitled map”.")
	u.fails("export no.journey -o a.pdf", 1, "no.journey is not there.")
	u.fails("export no.mmd -o a.pdf", 1, "no.mmd is not there.")
	u.fails("export no.docx -o a.pdf", 1, "no.docx is not there.")
	u.fails("export plain -o a.pdf", 1, "plain: a file of this kind cannot be read; use .journey "+importer.Extensions()+".")
	u.fails("export sub -o a.pdf", 1, "sub is a folder.")
	u.fails("info sub", 1, "sub is a folder.")
	u.fails("info plain", 1, "plain: a file of this kind cannot be read; use .journey "+importer.Extensions()+".")
	u.fails("info no.journey", 1, "no.journey is not there.")
}

// Whoever names the input as the output would lose it.
func TestTheInputIsNeverTheOutput(t *testing.T) {
	u := sit(t)
	u.has("a.mmd", coffee)
	u.run("import a.mmd")
	u.does("export a.journey -o a.json", "")
	for _, link := range []string{"link.json", "link.mmd"} {
		if err := os.Symlink("a"+filepath.Ext(link), filepath.Join(u.folder, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link("a.json", "hard.json"); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{"a.json", "a.json"}, {"a.mmd", "a.mmd"}, {"a.json", "./a.json"}, {"link.json", "a.json"}, {"a.json", "link.json"},
		{"a.mmd", "link.mmd"}, {"a.json", "hard.json"}, {"a.json", filepath.Join(u.folder, "a.json")},
	} {
		u.fails("export "+c[0]+" -o "+c[1], 1, c[1]+" is what is read; choose another name for what is written.")
	}
}

// patched is a file of the folder under another name, with bytes put in place
// of those at an offset.
func (u *user) patched(from, to string, at int, put string) {
	u.Helper()
	s := u.reads(from)
	u.has(to, s[:at]+put+s[at+len(put):])
}

func TestJourneyFilesThatCannotBeRead(t *testing.T) {
	u := sit(t)
	u.does("new a.journey --template cargo-bike", "")
	whole := u.reads("a.journey")
	u.has("empty.journey", "")
	u.has("letter.journey", "Dear Sir or Madam, "+strings.Repeat("and so on ", 200))
	u.has("cut.journey", whole[:len(whole)/2])
	u.has("page.journey", whole[:4096])
	u.patched("a.journey", "newer.journey", 60, "\x00\x00\x00\x63") // user_version
	u.patched("a.journey", "other.journey", 68, "\x00\x00\x00\x01") // application_id
	u.patched("a.journey", "torn.journey", 4096, strings.Repeat("\xA5", 8192))
	u.folderNamed("folder.journey")
	for name, want := range map[string]string{
		"empty":  "read empty.journey: file is damaged: it is empty.",
		"letter": "read letter.journey: not a journey file: not an SQLite database.",
		"newer":  "read newer.journey: this file was written by a newer version of Throughline: its format is 99, known are 1 to 4. Update the program to read it.",
		"folder": "folder.journey is a folder.",
		"cut":    "read cut.journey: file is damaged: ",
		"page":   "read page.journey: file is damaged: ",
		"torn":   "read torn.journey: table persona: file is damaged: ",
		"other":  "read other.journey: not a journey file",
	} {
		for _, line := range []string{"info " + name + ".journey", "info --json " + name + ".journey", "export " + name + ".journey -o a.pdf"} {
			if strings.HasSuffix(want, ".") {
				u.fails(line, 1, want)
				continue
			}
			before := u.files()
			u.run(line)
			verb := strings.Fields(line)[0]
			if u.code != 1 || u.out != "" || !strings.HasPrefix(u.errs, "throughline "+verb+": "+want) || strings.Count(u.errs, "\n") != 1 || !strings.HasSuffix(u.errs, ".\n") {
				t.Errorf("%s: exit %d %s%s", line, u.code, u.out, u.errs)
			}
			u.same(line, before)
		}
		u.fails("import "+name+".journey -o b.journey", 1, name+".journey is a .journey file already.")
	}
}

// Reading leaves the file, its time and its folder as they are, also where
// SQLite itself would write: in the other journal mode.
func TestReadingNeverWrites(t *testing.T) {
	u := sit(t)
	u.folderNamed("in")
	u.folderNamed("out")
	u.does("new in/a.journey --template cargo-bike", "")
	u.patched("in/a.journey", "in/ahead.journey", 18, "\x02\x02")
	u.does("export in/a.journey -o in/a.json", "")
	u.run("export in/a.journey -o in/a.mmd")
	long := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, name := range []string{"in/a.journey", "in/ahead.journey", "in/a.json", "in/a.mmd", "in"} {
		if err := os.Chtimes(name, long, long); err != nil {
			t.Fatal(err)
		}
	}
	before := u.files()
	for _, in := range []string{"in/a.journey", "in/ahead.journey", "in/a.json", "in/a.mmd"} {
		for _, line := range []string{
			"info " + in, "info --json " + in, "export " + in + " -o out/a.pdf", "export " + in + " -o out/a.svg", "export " + in + " -o out/a.json",
			"export " + in + " -o out/a.mmd", "export " + in + " -o out/a.png --scale 0.1", "export " + in + " -o out/a.pdf --map Nobody",
		} {
			if u.run(line); u.code != 0 && !strings.HasSuffix(line, "Nobody") {
				t.Errorf("%s: %s", line, u.errs)
			}
			for name, was := range u.files() {
				if strings.HasPrefix(name, "in") && before[name] != was {
					t.Errorf("%s: %s has changed or is new", line, name)
				}
			}
		}
	}
}

// A map of 600 steps in a row is wider than any page, and at 64 pixels a unit
// wider than any picture.
func TestAMapThatIsTooLarge(t *testing.T) {
	u := sit(t)
	u.has("wide.mmd", "journey\n section Long\n"+strings.Repeat("  Step: 3: Ana\n", 600))
	u.fails("export wide.mmd -o a.png --scale 64", 1, "write a.png: write png: the picture is too large for a PNG.")
	u.run("export wide.mmd -o a.pdf")
	if u.code != 0 || u.out != "" || !strings.HasPrefix(u.errs, "The map is larger than a PDF page can be, so it is drawn at ") || !strings.HasSuffix(u.errs, " %.\n") {
		t.Error(u.code, u.out, u.errs)
	}
	u.does("export wide.mmd -o a.svg", "")
}
