package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"io"
	"strings"
	"testing"

	"throughline/export"
	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// Every format takes the strings that break programs: what it writes is whole
// for a reader of its own, and what is read back in is the same where the
// format can hold it.
func TestNaughtyStringsBreakNoFormat(t *testing.T) {
	p, _ := journey.Repair(journeytest.Sentences(4, naughty(t)))
	r := &importer.Result{Project: p}
	check := map[string]func(*testing.T, []byte){
		"pdf":  func(t *testing.T, b []byte) { checkDocument(t, exporttest.File(t, "a.pdf", b)) },
		"png":  decodes,
		"jpeg": decodes,
		"svg": func(t *testing.T, b []byte) {
			for d := xml.NewDecoder(bytes.NewReader(b)); ; {
				tok, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				if e, ok := tok.(xml.StartElement); ok && (e.Name.Local == "script" || e.Name.Local == "foreignObject" || e.Name.Local == "style") {
					t.Errorf("there is a <%s>", e.Name.Local)
				}
			}
			exporttest.Pixels(t, "rsvg-convert", exporttest.File(t, "a.svg", b), "24")
		},
		"html":     func(t *testing.T, b []byte) { wholePage(t, string(b)) },
		"pptx":     func(t *testing.T, b []byte) { parts(t, b) },
		"xlsx":     func(t *testing.T, b []byte) { comesBack(t, "a.xlsx", b, asTables(t, inXML(p))) },
		"json":     func(t *testing.T, b []byte) { comesBack(t, "a.json", b, inJSON(t, p)) },
		"markdown": readsAgain("a.md"),
		"mermaid":  readsAgain("a.mmd"),
		"csv": func(t *testing.T, b []byte) {
			if _, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\uFEFF")))).ReadAll(); err != nil {
				t.Error(err)
			}
			readsAgain("a.csv")(t, b)
		},
	}
	for _, f := range export.Formats {
		t.Run(f.Name, func(t *testing.T) {
			if check[f.Name] == nil {
				t.Fatal("nobody says how this format is read")
			}
			check[f.Name](t, written(t, r, strings.TrimPrefix(f.Ext, ".")))
		})
	}
}

// inXML is a project without the characters that XML has no room for.
func inXML(p *journey.Project) *journey.Project {
	e := p.Edit(nil)
	odd := strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD")
	for r := range p.All() {
		if c, ok := r.(journey.Card); ok {
			c.Title, c.Text = odd.Replace(c.Title), odd.Replace(c.Text)
			e.Put(c)
		}
	}
	return e.Project()
}

func decodes(t *testing.T, b []byte) {
	t.Helper()
	im, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if s := im.Bounds().Size(); s.X < 500 || s.Y < 500 {
		t.Errorf("it has %v pixels", s)
	}
}

// comesBack fails unless an import gives the project.
func comesBack(t *testing.T, name string, b []byte, want *journey.Project) {
	t.Helper()
	r, err := importer.Read(name, bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if !inJSON(t, r.Project).Equal(want) {
		t.Errorf("another project came back\n%v", r.Problems)
	}
}

// readsAgain fails unless an import finds as many stages, and all that cards say.
func readsAgain(name string) func(*testing.T, []byte) {
	return func(t *testing.T, b []byte) {
		r, err := importer.Read(name, bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		m := r.Project.Maps()[0]
		if n := len(r.Project.Stages(m.ID)); n != 4 {
			t.Errorf("%d stages", n)
		}
	}
}
