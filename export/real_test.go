package export_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/export"
	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/storage/importer"
)

// written is a project's first map in a format.
func written(t testing.TB, r *importer.Result, name string) []byte {
	t.Helper()
	o := layouttest.Options(t, &layout.Print)
	o.Pictures = layout.NewLibrary(r.Blobs)
	f, ok := export.ForFile("a." + name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	var b bytes.Buffer
	j := &export.Job{Project: r.Project, Map: exporttest.First(r.Project), Blobs: r.Blobs, Layout: o, Renderer: renderer}
	if _, err := f.Write(context.Background(), &b, j); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// letters is s without white space and marks of direction. Lines end where
// there is no more room, in the middle of a word if it must be.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
}

// found reports whether a page's text has a name. In the order of the page,
// words that are written from right to left stand the other way round, with
// marks and signs where readers like them; so of a name with such words every
// word has to be there.
func found(page, name string) bool {
	if strings.Contains(page, letters(name)) {
		return true
	}
	turned := func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }
	if !strings.ContainsFunc(name, turned) {
		return false
	}
	var spaced strings.Builder
	was := false
	for _, r := range name {
		if is := turned(r); is != was {
			spaced.WriteByte(' ')
			was = is
		}
		spaced.WriteRune(r)
	}
	words := strings.FieldsFunc(spaced.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(page, w) })
}

// TestRealJourneysAsDocuments exports what other people wrote. Every name can
// be found in the document, also in scripts that no font of ours has.
func TestRealJourneysAsDocuments(t *testing.T) {
	files, _ := filepath.Glob("../../shared/data/mermaid/real/*.mmd")
	if len(files) == 0 {
		t.Skip("the material to test with is not here")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r, err := importer.Read(path, bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			doc := exporttest.File(t, "a.pdf", written(t, r, "pdf"))
			checkDocument(t, doc)
			page := letters(string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", doc, "-")))
			look := func(name string) {
				if !found(page, name) {
					t.Errorf("“%s” cannot be found", name)
				}
			}
			m, _ := journey.Get[journey.Map](r.Project, exporttest.First(r.Project))
			look(m.Title)
			for _, s := range r.Project.Stages(m.ID) {
				look(s.Title)
			}
			for _, l := range r.Project.Lanes(m.ID) {
				for _, c := range r.Project.LaneCards(l) {
					look(c.Title)
				}
			}
		})
	}
}

// checkDocument holds that a PDF is sound and that its fonts are in it.
func checkDocument(t *testing.T, path string) {
	t.Helper()
	if out := string(exporttest.Run(t, "qpdf", "--check", path)); !strings.Contains(out, "No syntax or stream encoding errors") || strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	fonts := strings.Split(strings.TrimSpace(string(exporttest.Run(t, "pdffonts", path))), "\n")
	if len(fonts) < 3 { // two lines stand above
		t.Error("it has no fonts")
	}
	for _, line := range fonts[min(2, len(fonts)):] {
		f := strings.Fields(line) // … emb sub uni object generation
		if len(f) < 8 || f[len(f)-5] != "yes" || f[len(f)-3] != "yes" {
			t.Errorf("not embedded, or without a map to Unicode: %s", line)
		}
	}
}
