package export_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/export"
	"throughline/export/exporttest"
	"throughline/export/pdf"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage"
	"throughline/storage/importer"
)

// rightToLeft is a map in Hebrew and Arabic.
func rightToLeft() *journey.Project {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "m", Title: "מסע הלקוח"})
	e.Put(journey.Lane{ID: "l", Map: "m", LaneKind: journey.Touchpoints, Title: "נקודות מגע"})
	for i, s := range []string{"התחלה", "البداية"} {
		id := journey.ID(fmt.Sprint("s", i))
		e.Put(journey.Stage{ID: id, Map: "m", Order: journey.Order(fmt.Sprint(i)), Title: s})
		e.Put(journey.Card{ID: "c" + id, Lane: "l", Stage: id, Title: "שלום עולם", Text: "مرحبا بكم في المتجر", Pain: true})
	}
	return e.Project()
}

// twelve is a map of twelve stages.
func twelve() *journey.Project {
	e := journeytest.Generate(300).Edit(nil)
	m := e.Now().Maps()[0]
	for i := len(e.Now().Stages(m.ID)); i < 12; i++ {
		e.Put(journey.Stage{ID: journey.ID(fmt.Sprint("more", i)), Map: m.ID, Order: journey.Order(fmt.Sprintf("zz%02d", i)), Title: fmt.Sprint("Stage ", i+1)})
	}
	return e.Project()
}

// TestEveryMapIsADocumentForAll exports what people have. Each document is
// sound, says in which language it is, and can be read aloud stage by stage.
func TestEveryMapIsADocumentForAll(t *testing.T) {
	empty := journey.New().Edit(nil)
	empty.Put(journey.Map{ID: "m", Title: "Nothing yet"})
	for name, r := range map[string]*importer.Result{
		"sample": exporttest.Sample(t), "components": exporttest.Components(), "twelve": {Project: twelve()},
		"right to left": {Project: rightToLeft()}, "empty": {Project: empty.Project()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := exporttest.File(t, "a.pdf", written(t, r, "pdf"))
			checkDocument(t, path)
			says := exporttest.Structure(t, path)
			m := r.Project.Maps()[0]
			headings := 0
			for _, l := range says {
				if strings.HasPrefix(strings.TrimSpace(l), "H2") {
					headings++
				}
			}
			stages := r.Project.Stages(m.ID)
			if headings != len(stages) {
				t.Errorf("%d stages, %d headings in\n%s", len(stages), headings, strings.Join(says, "\n"))
			}
			dests := string(exporttest.Run(t, "pdfinfo", "-dests", path))
			for _, s := range stages {
				if !strings.Contains(dests, fmt.Sprintf("%q", "stage:"+s.ID)) {
					t.Errorf("stage “%s” cannot be led to", s.Title)
				}
			}
			exporttest.Run(t, "mutool", "draw", "-q", "-o", "/dev/null", "-r", "20", path)
			exporttest.Run(t, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=nullpage", path)
		})
	}
}

// TestPagesAreReadAsOne cuts maps in every way. What is read is the same on one
// page and on many: nothing is lost, and nothing is read twice.
func TestPagesAreReadAsOne(t *testing.T) {
	for name, p := range map[string]*journey.Project{"sample": exporttest.Sample(t).Project, "twelve": twelve(), "right to left": rightToLeft()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := ""
			for _, mode := range layout.PageModes {
				var pages []pdf.Page
				for _, pg := range layout.Cut(layouttest.Options(t, &layout.Print), p, exporttest.First(p), layout.Paging{Mode: mode, Marks: true, Overlap: 10}).List {
					pages = append(pages, pdf.Page{Scene: pg.Scene, Scale: pg.Scale, Label: pg.Label})
				}
				var b bytes.Buffer
				if err := pdf.Write(context.Background(), &b, pages, pdf.Options{Title: name, Lang: "en"}); err != nil {
					t.Fatal(err)
				}
				path := exporttest.File(t, "a.pdf", b.Bytes())
				checkDocument(t, path)
				says := exporttest.Structure(t, path)
				entries := 0
				for _, l := range says {
					if strings.TrimSpace(l) == "LI" {
						entries++
					}
					if strings.Contains(l, "→") { // where both ends are on one page
						entries--
					}
				}
				if curves := strings.Count(strings.Join(says, "\n"), "Figure Feelings: "); name == "sample" && mode == layout.TabletPages && curves != 6 {
					t.Errorf("%d curves are described under six stages", curves)
				}
				if got := fmt.Sprint(entries, " entries"); want == "" {
					want = got
				} else if got != want {
					t.Errorf("%s: %s, not %s in\n%s", mode, got, want, strings.Join(says, "\n"))
				}
			}
		})
	}
}

// TestALoopIsReadOnce has stages in the ring and above the lanes below it.
func TestALoopIsReadOnce(t *testing.T) {
	dir, _ := fs.Sub(assets.Templates, "templates")
	r, err := importer.FromTemplate(dir, "reputation-loop", nil)
	if err != nil {
		t.Fatal(err)
	}
	path := exporttest.File(t, "a.pdf", written(t, r, "pdf"))
	exporttest.Structure(t, path)
	times := 0
	for line := range strings.Lines(string(exporttest.Run(t, "pdfinfo", "-struct-text", path))) {
		if strings.TrimSpace(line) == `"Findability"` {
			times++
		}
	}
	if times != 1 {
		t.Errorf("a stage is read %d times", times)
	}
}

// TestADocumentOfSeveralMaps has all maps of a file, which lead to each other.
func TestADocumentOfSeveralMaps(t *testing.T) {
	e := exporttest.Sample(t).Project.Edit(nil)
	e.Put(journey.Map{ID: "loop", Order: "zz", Title: "After the purchase"})
	for i, s := range []string{"Ask", "Wait", "Ride"} {
		e.Put(journey.Stage{ID: journey.ID("loop" + s), Map: "loop", Order: journey.Order(fmt.Sprint(i + 1)), Title: s})
	}
	e.Put(journey.Lane{ID: "loopfiles", Map: "loop", LaneKind: journey.Files, Title: "See also"})
	first := exporttest.First(e.Now())
	e.Put(journey.Card{ID: "loopcard", Lane: "loopfiles", Stage: "loopAsk", Title: "Before", Links: journey.List("map:"+string(first), "map:gone", "https://example.org")})
	p, _ := journey.Repair(e.Project())
	job := func(mp journey.ID) *export.Job {
		return &export.Job{Project: p, Map: mp, All: true, Layout: layouttest.Options(t, &layout.Print), Encode: storage.Encode, Renderer: renderer}
	}
	f, _ := export.ForFile("a.pdf")
	path := filepath.Join(t.TempDir(), "a.pdf")
	w, err := export.File(context.Background(), path, f, job(first))
	if err != nil || w.Pages != 2 {
		t.Fatalf("%d pages: %v", w.Pages, err)
	}
	checkDocument(t, path)
	exporttest.Structure(t, path)
	outline := string(exporttest.Run(t, "mutool", "show", path, "outline"))
	for _, want := range []string{"\"Buying a cargo bike\"", "\"After the purchase\"", "\t\"Spark\"", "\t\"Ride\""} {
		if !strings.Contains(outline, want) {
			t.Errorf("no bookmark %s in\n%s", want, outline)
		}
	}
	data := string(exporttest.Run(t, "qpdf", "--qdf", "--object-streams=disable", path, "-"))
	if strings.Count(data, "/S /GoTo") != 1 || !strings.Contains(data, "/D (map:"+string(first)+")") || strings.Contains(data, "(map:gone)") || strings.Count(data, "/URI (https://example.org)") != 1 {
		t.Error("its links are wrong")
	}
	b, _ := os.ReadFile(path)
	got, err := importer.Read("a.pdf", bytes.NewReader(b))
	if err != nil || len(got.Project.Maps()) != 2 {
		t.Errorf("not all maps come back: %v", err)
	}

	j := job("loop")
	j.Only = []journey.ID{"loopcard"} // a part of one map is of that map
	if w, err := export.File(context.Background(), path, f, j); err != nil || w.Pages != 1 {
		t.Errorf("%d pages: %v", w.Pages, err)
	}
}

// TestTheLanguageIsSaid reads a document's language.
func TestTheLanguageIsSaid(t *testing.T) {
	german := journey.New().Edit(nil)
	german.Put(journey.Map{ID: "m", Title: "Ein Rad für die Familie", Subtitle: "Wie es ist und was wir ändern", Goal: "Das Warten wird kurz, und niemand fragt nach dem Stand."})
	for want, p := range map[string]*journey.Project{"en": exporttest.Sample(t).Project, "de": german.Project(), "he": func() *journey.Project {
		e := rightToLeft().Edit(nil)
		for _, c := range e.Now().LaneCards(e.Now().Lanes("m")[0]) {
			c.Text = ""
			e.Put(c)
		}
		return e.Project()
	}()} {
		if data := written(t, &importer.Result{Project: p}, "pdf"); !strings.Contains(string(data), "/Lang("+want+")") {
			t.Errorf("no /Lang(%s)", want)
		}
	}
	arabic := journey.New().Edit(nil) // or is it Persian, and a word of Hebrew in it
	arabic.Put(journey.Map{ID: "m", Title: "رحلة شراء دراجة", Goal: "شراء دراجة", Subtitle: "שלום"})
	if data := written(t, &importer.Result{Project: arabic.Project()}, "pdf"); strings.Contains(string(data), "/Lang(") {
		t.Error("a language is guessed of which nobody knows")
	}
}

// TestALanguageMayBeSaid has one that nobody could guess.
func TestALanguageMayBeSaid(t *testing.T) {
	o := export.DefaultOptions()
	for _, bad := range []string{"english", "e", "pt_BR", "en-", `en" x="`} {
		if o.Lang = bad; o.Check() == nil {
			t.Errorf("%q is taken for a language", bad)
		}
	}
	o.Lang = "gsw-CH"
	p := exporttest.Sample(t).Project
	j := &export.Job{Project: p, Map: exporttest.First(p), Layout: layouttest.Options(t, &layout.Print), Renderer: renderer}
	if err := o.Apply(j); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"pdf": "/Lang(gsw-CH)", "svg": ` lang="gsw-CH"`, "html": `<html lang="gsw-CH" dir="ltr">`} {
		f, _ := export.ForFile("a." + name)
		var b bytes.Buffer
		if _, err := f.Write(context.Background(), &b, j); err != nil || !strings.Contains(b.String(), want) {
			t.Errorf("%s has no %s: %v", name, want, err)
		}
	}
}

// TestTheStructureOfAStage reads the sample as one who hears it.
func TestTheStructureOfAStage(t *testing.T) {
	says := strings.Join(exporttest.Structure(t, exporttest.File(t, "a.pdf", written(t, exporttest.Sample(t), "pdf"))), "\n")
	for _, want := range []string{"H3 Touchpoints", "H3 Pain points", "Figure Feelings: ", "Figure Website: main channel", "Span Severity: 2 of 3. ", "Span Pain point. ", "Figure Chart: "} {
		if !strings.Contains(says, want) {
			t.Errorf("nobody hears %q in\n%s", want, says)
		}
	}
}
