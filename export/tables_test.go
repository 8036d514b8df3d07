package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// tables is the maps that go through tables and back.
func tables(t *testing.T) map[string]*importer.Result {
	kinds, blobs := journeytest.Lanes()
	return map[string]*importer.Result{
		"sample": exporttest.Sample(t), "lanes": {Project: kinds, Blobs: blobs}, "components": exporttest.Components(),
		"loop": {Project: journeytest.Loop()}, "marked": {Project: journeytest.Marked()}, "generated": {Project: journeytest.Generate(200)},
		"dangerous": {Project: dangerous()},
	}
}

// dangerous is a map of texts that spreadsheets and browsers would run, or
// stumble over.
func dangerous() *journey.Project {
	texts := [][2]string{
		{"=1+1", "@SUM(A1)"}, {"+1", "-1"}, {"\t=1", "\r=1"}, {"=cmd|' /C calc'!A0", "=HYPERLINK(\"http://a.example\")"},
		{"＝1", "'=1"}, {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>"}, {"\"><svg/onload=alert(1)>", "javascript:alert(1)"},
		{"]]>", "<!--"}, {"-->", "&amp;"}, {"_x000D_", "_x0041_"}, {"</style></script><b>", "{{7*7}}"}, {"a|b", "`c`"}, {"%00", "../../etc"},
		{"\u202Eevil", "\uFEFFmark"}, {"👩🏽‍💻", "𠮷"}, {"א ב", "ใ"},
	}
	return journeytest.Sentences(4, texts)
}

// asTables is a project as tables hold it: without what is in media, comments
// and hints, and with the orders that places give.
func asTables(t *testing.T, p *journey.Project) *journey.Project {
	t.Helper()
	e := p.Edit(nil)
	for r := range p.All() {
		switch r := r.(type) {
		case journey.Media, journey.Comment, journey.Hint, journey.Preset:
			e.Delete(r.RowID())
		case journey.Lane:
			if r.Hidden {
				e.Delete(r.ID)
			}
		case journey.Card: // what only separates is not kept at the ends
			r.Title, r.Text = strings.TrimSpace(r.Title), strings.TrimSpace(r.Text)
			if _, there := e.Row(r.ID); there {
				e.Put(r)
			}
		}
	}
	return inJSON(t, e.Project())
}

// inJSON is a project with the orders that its places give.
func inJSON(t *testing.T, p *journey.Project) *journey.Project {
	t.Helper()
	var b bytes.Buffer
	if err := p.WriteJSON(&b, journey.MemoryBlobs{}); err != nil {
		t.Fatal(err)
	}
	lines := slices.DeleteFunc(strings.Split(b.String(), "\n"), func(s string) bool { return strings.HasPrefix(strings.TrimSpace(s), `"order":`) })
	text := regexp.MustCompile(`,(\n\s*[}\]])`).ReplaceAllString(strings.Join(lines, "\n"), "$1")
	r, err := importer.Read("a.json", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r.Project
}

func TestAWorkbookGivesTheMapBack(t *testing.T) {
	for name, r := range tables(t) {
		got, err := importer.Read("a.xlsx", bytes.NewReader(written(t, r, "xlsx")))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, is := asTables(t, r.Project), inJSON(t, got.Project)
		if !is.Equal(want) {
			t.Errorf("%s: another project came back\n%v", name, got.Problems)
		}
	}
}

// Every text is a text: no sheet holds a formula, and no table of cells begins
// like one.
func TestNoCellIsAFormula(t *testing.T) {
	r := &importer.Result{Project: dangerous()}
	book := written(t, r, "xlsx")
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	sheets := 0
	for _, f := range z.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			sheets++
			if bytes.Contains(b, []byte("<f>")) || bytes.Contains(b, []byte("<f ")) || bytes.Contains(b, []byte("hyperlink")) {
				t.Errorf("%s has a formula or a link", f.Name)
			}
		}
	}
	if sheets < 3 {
		t.Errorf("%d sheets", sheets)
	}
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := f.GetCellValue(f.GetSheetList()[0], "B3"); !strings.HasPrefix(v, "=1+1") {
		t.Errorf("the first cell is %q", v)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(written(t, r, "csv"), []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%q is a formula", cell)
			}
		}
	}
	if md := string(written(t, r, "md")); strings.Contains(strings.ReplaceAll(md, "<br>", ""), "<") {
		t.Error("markup in the Markdown table")
	}
}

// A library of others reads every cell of the workbook as it was written, and finds
// no formula in it.
func TestOpenpyxlReadsTheWorkbook(t *testing.T) {
	const script = `
import openpyxl, sys
sys.stdout.reconfigure(encoding="utf-8")
for s in openpyxl.load_workbook(sys.argv[1]):
    print("sheet", s.title)
    for row in s.iter_rows():
        for c in row:
            if c.value is not None:
                print(c.data_type, " ".join(str(c.value).split()))
`
	for name, p := range map[string]*journey.Project{"sample": exporttest.Sample(t).Project, "dangerous": dangerous()} {
		out := string(exporttest.Python(t, "openpyxl", script, exporttest.File(t, "a.xlsx", written(t, &importer.Result{Project: p}, "xlsx"))))
		if strings.Contains(out, "\nf ") || strings.Count(out, "sheet ") < 3 {
			t.Errorf("%s: there is a formula, or a sheet is missing:\n%.2000s", name, out)
		}
		for _, l := range p.Lanes(exporttest.First(p)) {
			for _, c := range p.LaneCards(l) {
				if title := letters(c.Title); !l.Hidden && !strings.Contains(letters(out), title) {
					t.Errorf("%s: “%s” is not read", name, c.Title)
				}
			}
		}
	}
}

// LibreOffice reads the workbook as a stranger does, where it is here: it is
// too large to be brought for this alone.
func TestLibreOfficeReadsTheWorkbook(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(path, written(t, &importer.Result{Project: dangerous()}, "xlsx"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", dir, path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	b, err := os.ReadFile(filepath.Join(dir, "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Stages", "=1+1 – @SUM(A1)", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "_x0041_", "👩🏽‍💻"} {
		if !bytes.Contains(b, []byte(s)) {
			t.Errorf("%q is not in what LibreOffice reads", s)
		}
	}
}

// naughty is the strings that break programs, two a card: our own, and where it is
// there, the big list of others.
func naughty(t *testing.T) (cards [][2]string) {
	t.Helper()
	texts := slices.Clone(journeytest.Naughty)
	if data, err := os.ReadFile("../../shared/data/text/blns.txt"); err == nil {
		texts = append(texts, slices.DeleteFunc(strings.Split(string(data), "\n"), func(s string) bool { return s == "" || strings.HasPrefix(s, "#") })...)
	}
	for i := 0; i+1 < len(texts); i += 2 {
		cards = append(cards, [2]string{journey.CleanText(texts[i]), journey.CleanText(texts[i+1])})
	}
	return cards
}

// What is made to be shown by other programs holds nothing that these would run or
// take for more than text: rows of a table, directives, links.
func TestTablesAndDiagramsHoldTextsOnly(t *testing.T) {
	p, _ := journey.Repair(journeytest.Sentences(4, naughty(t)))
	r := &importer.Result{Project: p}
	md := string(written(t, r, "md"))
	columns := 0
	for _, l := range strings.Split(md, "\n") {
		if !strings.HasPrefix(l, "|") {
			continue
		}
		plain := strings.NewReplacer(`\\`, "", `\|`, "").Replace(l)
		if n := strings.Count(plain, "|"); columns == 0 {
			columns = n
		} else if n != columns {
			t.Errorf("a row of %d cells in a table of %d: %.100s", n-1, columns-1, l)
		}
		if strings.ContainsAny(strings.ReplaceAll(plain, "<br>", ""), "<") || strings.Contains(strings.ReplaceAll(plain, `\]`, ""), "](") {
			t.Errorf("markup or a link: %.100s", l)
		}
	}
	if columns == 0 {
		t.Error("there is no table")
	}
	for i, l := range strings.Split(strings.TrimSpace(string(written(t, r, "mmd"))), "\n") {
		l = strings.TrimSpace(l)
		if strings.Contains(l, "%%") || strings.ContainsAny(l, "<;") && strings.Count(l, ";") != strings.Count(l, "#") {
			t.Errorf("line %d has a directive, markup or the end of a line: %.100s", i+1, l)
		}
	}
}
