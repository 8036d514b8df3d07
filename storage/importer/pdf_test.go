package importer

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"throughline/journey"
	"throughline/storage"
)

// pdfOf is a PDF of the given objects, of which the first is its root.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", len(objects)+1, at)
	return b.Bytes()
}

func streamOf(dict string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

func deflated(write func(io.Writer)) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	write(z)
	z.Close()
	return b.Bytes()
}

func small(t testing.TB) ([]byte, *journey.Project) {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "m", Title: "Inside"})
	p, _ := journey.Repair(e.Project())
	b, err := storage.Encode(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b, p
}

func TestAMapInAPDFIsFound(t *testing.T) {
	file, want := small(t)
	flat := streamOf("/Filter/FlateDecode", deflated(func(w io.Writer) { w.Write(file) }))
	for name, b := range map[string][]byte{
		"by its name":           pdfOf("<</Names<</EmbeddedFiles<</Names[(a)2 0 R]>>>>>>", "<</EF<</F 3 0 R>>>>", streamOf("", file)),
		"deflated, in a tree":   pdfOf("<</Names 4 0 R>>", "<</F(\\(x\\()/EF<</UF 3 0 R>>>>", flat, "<</EmbeddedFiles 5 0 R>>", "<</Kids[6 0 R 5 0 R]>>", "<</Names[<61>2 0 R(b) null]>>"),
		"as an associated file": pdfOf("<</AF[2 0 R]>>", "<</EF<</F 3 0 R>>>>", flat),
		"behind another file":   pdfOf("<</AF[2 0 R 4 0 R]>>", "<</EF<</F 3 0 R>>>>", streamOf("", []byte("hello")), "<</EF<</F 5 0 R>>>>", flat),
		"with a wrong length":   bytes.Replace(pdfOf("<</AF[2 0 R]>>", "<</EF<</F 3 0 R>>>>", flat), []byte("/Length "), []byte("/Length 9"), 1),
	} {
		r, err := Read("a.pdf", bytes.NewReader(b))
		if err != nil || !r.Project.Equal(want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestHostilePDFsAreRefused reads what was made to harm: an error soon, no panic,
// no more memory than a file may take.
func TestHostilePDFsAreRefused(t *testing.T) {
	bomb := deflated(func(w io.Writer) {
		w.Write([]byte("SQLite format 3\x00"))
		zeros := make([]byte, 1<<20)
		for range 200 {
			w.Write(zeros)
		}
	})
	var many strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&many, "%d 0 R ", i%7+1)
	}
	for name, x := range map[string]struct {
		b    []byte
		want error
	}{
		"nothing in it":             {pdfOf("<<>>"), ErrNoMapInside},
		"no PDF":                    {[]byte("hello"), ErrNotPDF},
		"no table":                  {[]byte("%PDF-1.4\nstartxref\n0\n%%EOF"), ErrNotPDF},
		"a table that is itself":    {[]byte("%PDF-1.4\nxref\n0 0\ntrailer<</Prev 9>>\nstartxref\n9\n%%EOF"), ErrNotPDF},
		"a huge table":              {[]byte("%PDF-1.4\nxref\n0 999999999\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"), ErrNotPDF},
		"a file that swells":        {pdfOf("<</AF[2 0 R]>>", "<</EF<</F 3 0 R>>>>", streamOf("/Filter/FlateDecode", bomb)), ErrTooLarge},
		"names in a circle":         {pdfOf("<</Names<</EmbeddedFiles 2 0 R>>>>", "<</Kids[3 0 R 2 0 R]>>", "<</Kids[2 0 R 3 0 R]>>"), ErrNoMapInside},
		"a reference to itself":     {pdfOf("<</Names 2 0 R>>", "2 0 R"), ErrNoMapInside},
		"deep lists":                {pdfOf("<</AF " + strings.Repeat("[", 1<<20) + ">>"), ErrNoMapInside},
		"a length that is itself":   {pdfOf("<</AF[2 0 R]>>", "<</EF<</F 3 0 R>>>>", "<</Length 3 0 R>>stream\nx"), ErrNoMapInside},
		"another database":          {pdfOf("<</AF[2 0 R]>>", "<</EF<</F 3 0 R>>>>", streamOf("", []byte("SQLite format 3\x00 and no more"))), storage.ErrNotJourney},
		"locked":                    {bytes.Replace(pdfOf("<<>>"), []byte("/Root"), []byte("/Encrypt 1 0 R/Root"), 1), ErrEncrypted},
		"the same a thousand times": {pdfOf("<</Names<</EmbeddedFiles<</Kids["+many.String()+"]>>>>>>", "<<>>", "<<>>", "<<>>", "<<>>", "<<>>", "<<>>"), ErrNoMapInside},
	} {
		if r, err := Read("a.pdf", bytes.NewReader(x.b)); !errors.Is(err, x.want) || r != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzPDF reads PDFs that something is wrong with. Whatever they hold, the parts
// that are read stay within their bounds.
func FuzzPDF(f *testing.F) {
	table := []byte{2, 1, 0, 0, 9, 0, 0, 0, 2, 1, 0, 0, 9, 0, 0, 0}
	f.Add(pdfOf("<</Names<</EmbeddedFiles<</Names[(a)2 0 R]>>>>>>", "<</EF<</F 3 0 R>>>>", streamOf("", []byte("SQLite format 3\x00"))))
	f.Add([]byte("%PDF-1.5\n1 0 obj " + streamOf("/Type/XRef/W[1 4 2]/Size 2/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>",
		deflated(func(w io.Writer) { w.Write(table) })) + "\nstartxref\n9\n%%EOF"))
	f.Add([]byte("%PDF-1.5\n2 0 obj " + streamOf("/Type/ObjStm/N 1/First 4", []byte("1 0 <</AF[1 0 R]>>")) + "\nxref\n0 1\n0 0 f\ntrailer<</Root 1 0 R/XRefStm 9>>\nstartxref\n78\n%%EOF"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			return
		}
		d, err := openPDF(b)
		if err != nil {
			return
		}
		for _, s := range d.attached() {
			if data, err := d.content(s, 1<<20); err == nil && len(data) > 1<<20 {
				t.Fatal("too much was inflated")
			}
		}
		if d.left < -maxInflated || len(d.values) > maxValues {
			t.Fatal("there is no bound")
		}
	})
}
