package export_test

import (
	"io/fs"
	"strings"
	"testing"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/export/exporttest"
	"throughline/storage/importer"
)

// TestPicturesOfTemplatesAgree compares every template as TestPicturesAgree
// does, which has the sample; what the comparison sees is proven there.
func TestPicturesOfTemplatesAgree(t *testing.T) {
	dir, err := fs.Sub(assets.Templates, "templates")
	if err != nil {
		t.Fatal(err)
	}
	list, err := importer.Templates(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list[1:] {
		r, err := importer.FromTemplate(dir, x.Name, nil)
		if err != nil {
			t.Fatal(err)
		}
		s := exporttest.Poster(t, r, &layout.Print)
		if raced && s.Size.X > 1000 {
			continue // as there
		}
		t.Run(x.Name, func(t *testing.T) {
			t.Parallel()
			ours, theirs := rendered(t, s)
			for i, im := range theirs {
				d := exporttest.Compare(ours, im)
				t.Logf("%s: %v", others[i], d)
				if !d.Within(ofScenes) {
					t.Errorf("%s paints something else: %v", others[i], d)
				}
			}
		})
	}
}

// The names of a loop's stages follow its ring as shapes, and can be found all
// the same.
func TestNamesAlongARingCanBeSearched(t *testing.T) {
	dir, err := fs.Sub(assets.Templates, "templates")
	if err != nil {
		t.Fatal(err)
	}
	r, err := importer.FromTemplate(dir, "reputation-loop", nil)
	if err != nil {
		t.Fatal(err)
	}
	doc := exporttest.File(t, "a.pdf", written(t, r, "pdf"))
	checkDocument(t, doc)
	page := string(exporttest.Run(t, "pdftotext", "-raw", "-enc", "UTF-8", doc, "-"))
	drawing := string(written(t, r, "svg"))
	m := r.Project.Maps()[0]
	for i, s := range r.Project.Stages(m.ID) {
		name := string(rune('1'+i)) + " " + s.Title
		if n := strings.Count(page, name); n != 2 { // on the ring, and above the lanes below it
			t.Errorf("“%s” stands %d times in the document", name, n)
		}
		said := `aria-label="` + strings.Replace(name, " ", "&#10;", 1)
		if n := strings.Count(drawing, said); n != 2 {
			t.Errorf("“%s” is said %d times in the drawing", said, n)
		}
	}
}
