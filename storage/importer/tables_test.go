package importer

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"throughline/journey"
	"throughline/journey/table"
)

// shape is what a map says, in words.
func shape(p *journey.Project) string {
	var b strings.Builder
	for _, m := range p.Maps() {
		fmt.Fprintf(&b, "%s:", m.Title)
		for _, s := range p.Stages(m.ID) {
			fmt.Fprintf(&b, " %s", s.Title)
			for _, st := range p.Steps(s.ID) {
				fmt.Fprintf(&b, "/%s", st.Title)
			}
		}
		for _, l := range p.Lanes(m.ID) {
			fmt.Fprintf(&b, "\n%s %s:", l.LaneKind, l.Title)
			for _, c := range p.LaneCards(l) {
				fmt.Fprintf(&b, " [%s%s: %s]", c.Stage, c.Step, table.Line(p, l, c))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestTablesThatPeopleDrawUp(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"stages are columns": {
			"a.csv", "Stage,Find,,Buy\nGoal,A bike,,A fair price\nPain points,Too many tabs; no dates,Wait,-\nMood,2,-1,0\n",
			"a: Find Buy\ngoals Goal: [stage1: A bike] [stage2: A fair price]\npains Pain points: [stage1: Too many tabs] [stage1: no dates] [stage1: Wait]\nfeelings Mood: [stage1: +2] [stage1: −1] [stage2: 0]\n",
		},
		"stages are rows": {
			"a.tsv", "Phase\tTouchpoints\tEmotion\tOwner\n1. Find\tShop\tcurious (4/5)\tAnn\nStage 2: Buy\tTill\ttired (2/5)\tBen\n",
			"a: Find Buy\ntouchpoints Touchpoints: [stage1: Shop] [stage2: Till]\nfeelings Emotion: [stage1: 4 curious] [stage2: 2 tired]\npeople Owner: [stage1: Ann] [stage2: Ben]\n",
		},
		"semicolons, as spreadsheets of half the world write": {
			"a.csv", "Stage;Find;Buy\nTouchpoints;\"Shop, online\";Till\n",
			"a: Find Buy\ntouchpoints Touchpoints: [stage1: Shop, online] [stage2: Till]\n",
		},
		"a row a card": {
			"a.csv", "Lane,Stage,Step,Title,Pain\nTouchpoints,Find,Look,Shop,yes\nMoods,Find,Ask,Friend,\n",
			"a: Find/Look/Ask\ntouchpoints Touchpoints: [stage1step1: Shop]\nfeelings Moods: [stage1step2: Friend]\n",
		},
		"a table in a document": {
			"a.md", "# Trip\n\nWords.\n\n| | **Go** | Stay |\n|---|:--:|---|\n| Thoughts | Far\\|off<br>Hot | None |\n| Actions | Pack | &lt;b&gt; |\n",
			"Trip: Go Stay\nmindset Thoughts: [stage1: Far|off] [stage1: Hot]\ntext Actions: [stage1: Pack] [stage2: <b>]\n",
		},
	} {
		r := imported(t, c.file, []byte(c.text))
		if got := shape(r.Project); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestWhatATableLacksIsSaidWithItsLine(t *testing.T) {
	r := imported(t, "a.csv", []byte("Stage,Lane,Title,Severity,Mood of us\nFind,Pains,Slow,2,x\n,Pains,Lost,,\n,Pains,Alone,,\nFind,,Nowhere,,\nFind,Pains,Loud,very,\n"))
	want := []journey.Problem{
		{Text: "2 rows had no stage and were skipped"},
		{Line: 1, Text: "the column “Mood of us” is not known here and was left out"},
		{Line: 3, Text: "the row has no stage and was skipped"},
		{Line: 4, Text: "the row has no stage and was skipped"},
		{Line: 5, Text: "the row has no lane and was skipped"},
		{Line: 6, Text: "“very” is no number; “Severity” was left out"},
	}
	if !slices.Equal(r.Problems, want) {
		t.Error(r.Problems)
	}
	r = imported(t, "a.csv", []byte("Stage,Find,Buy\nFeelings,glad,sad\nGoals,,\n,more,\n"))
	want = []journey.Problem{
		{Line: 2, Text: "“glad” is no number, so the lane “Feelings” is one of texts"},
		{Line: 4, Text: "“more” stands beside no lane and was skipped"},
	}
	if !slices.Equal(r.Problems, want) {
		t.Error(r.Problems)
	}
	if _, err := Read("a.csv", strings.NewReader("one\ntwo\n")); !errors.Is(err, table.ErrNone) {
		t.Error(err)
	}
}

// book is a workbook that somebody else made.
func book(t testing.TB, sheets map[string][][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for name, rows := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAWorkbookBecomesAMapASheet(t *testing.T) {
	b := book(t, map[string][][]any{"Trip": {{"Our trip"}, {}, {"", "Go", "Stay"}, {"Actions", "Pack", 12.5}, {"Emotions", -2, 1}}})
	r := imported(t, "a.xlsx", b)
	want := "Our trip: Go Stay\ntext Actions: [stage1: Pack] [stage2: 12.5]\nfeelings Emotions: [stage1: −2] [stage2: +1]\n"
	if got := shape(r.Project); got != want || len(r.Problems) > 0 {
		t.Errorf("%s\nwant\n%s\n%v", got, want, r.Problems)
	}
}

// packedAs is an archive with one part.
func packedAs(t testing.TB, parts map[string]io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for name, r := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestABombIsNoWorkbook(t *testing.T) {
	bomb := packedAs(t, map[string]io.Reader{"xl/worksheets/sheet1.xml": io.LimitReader(endless{}, maxUnpacked+1)})
	if len(bomb) > 1<<20 {
		t.Fatalf("%d bytes are no bomb", len(bomb))
	}
	if _, err := Read("a.xlsx", bytes.NewReader(bomb)); !errors.Is(err, errUnpacked) {
		t.Error(err)
	}
	// one that lies about how long it is
	whole := book(t, map[string][][]any{"Trip": {{"", "Go"}, {"Actions", "Pack"}}})
	for name, b := range map[string][]byte{
		"no archive": []byte("PK\x03\x04"), "half": whole[:len(whole)/2], "no book": packedAs(t, map[string]io.Reader{"a.txt": strings.NewReader("a")}),
	} {
		if _, err := Read("a.xlsx", bytes.NewReader(b)); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	// a cell at the far end of a sheet
	far := book(t, map[string][][]any{"Trip": {{"", "Go"}, {"Actions", "Pack"}}})
	f, err := excelize.OpenReader(bytes.NewReader(far))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStr("Trip", "XFD1048576", "x"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read("a.xlsx", bytes.NewReader(b.Bytes())); !errors.Is(err, table.ErrTooLarge) {
		t.Error(err)
	}
	if _, err := Read("a.csv", strings.NewReader(strings.Repeat(",", table.MaxCells+1))); !errors.Is(err, table.ErrTooLarge) {
		t.Error(err)
	}
	if _, err := Read("a.md", strings.NewReader("|a|b|\n|-|-|\n"+strings.Repeat("|a|b|\n", table.MaxRows))); !errors.Is(err, table.ErrTooLarge) {
		t.Error(err)
	}
}

// Whatever stands in tables that other people wrote stands in the map.
func TestRealTablesLoseNoWords(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/tables/*")
	if len(files) == 0 {
		t.Skip("the material to test with is not here")
	}
	n := 0
	for _, path := range files {
		ext := filepath.Ext(path)
		if ext != ".md" && ext != ".csv" {
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Read(path, bytes.NewReader(b))
		if errors.Is(err, errNoTable) && !bytes.Contains(b, []byte("--|")) {
			continue // a part of one, without its head
		}
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		n++
		var have strings.Builder
		for row := range r.Project.All() {
			for _, s := range journey.Texts(row) {
				have.WriteString(letters(s) + " ")
			}
			if c, ok := row.(journey.Card); ok {
				have.WriteString(c.Feeling.String() + " " + c.Value.String() + c.Minutes.String() + " ")
			}
		}
		var sources []table.Source
		if ext == ".md" {
			sources, err = table.ParseMarkdown(string(b))
		} else {
			var s table.Source
			s, _, err = table.ParseCSV("", strings.TrimPrefix(string(b), "\uFEFF"))
			sources = append(sources, s)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sources {
			for i, rec := range s.Records {
				for j, cell := range rec.Cells {
					if i == 0 && j == 0 {
						continue // the corner
					}
					for _, word := range strings.FieldsFunc(cell, func(r rune) bool { return !unicode.IsLetter(r) }) {
						if !strings.Contains(have.String(), letters(word)) && !slices.Contains([]string{"None", "stage", "Stage", "Phase", "Этап", "br"}, word) {
							t.Errorf("%s, line %d: “%s” of %q is lost", filepath.Base(path), rec.Line, word, cell)
						}
					}
				}
			}
		}
	}
	t.Logf("%d tables", n)
}

// letters is a text without what only separates.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("Stage,Find,,Buy\nSteps,Look,Ask,Pay\nMood,2,-1,3/5\n"))
	f.Add([]byte("Map,Stage,Lane,Title,ID\nA,B,C,D,E\nA,B,C,D,E\n"))
	f.Add([]byte("\xff\xfea\x00,\x00"))
	f.Fuzz(func(t *testing.T, b []byte) { readsWhatItReads(t, "a.csv", b) })
}

func FuzzMarkdownTable(f *testing.F) {
	f.Add([]byte("# T\n| | A |\n|-|-|\n| Steps | b |\n| Mood | \\|<br>- 1. x |\n"))
	f.Fuzz(func(t *testing.T, b []byte) { readsWhatItReads(t, "a.md", b) })
}

func FuzzXLSX(f *testing.F) {
	f.Add(book(f, map[string][][]any{"Trip": {{"", "Go"}, {"Actions", "Pack"}}}))
	f.Fuzz(func(t *testing.T, b []byte) { readsWhatItReads(t, "a.xlsx", b) })
}

// readsWhatItReads fails where an import gives what needs repair, or panics.
func readsWhatItReads(t *testing.T, name string, b []byte) {
	r, err := Read(name, bytes.NewReader(b))
	if err != nil {
		return
	}
	if p, problems := journey.Repair(r.Project); len(problems) > 0 || !p.Equal(r.Project) {
		t.Fatal(problems)
	}
	for _, s := range table.Rows(r.Project) {
		if len(s.Rows) == 0 {
			t.Fatalf("%s is empty", s.Name)
		}
	}
}
