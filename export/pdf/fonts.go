package pdf

import (
	"bytes"
	"fmt"
	"math"
	"time"

	"github.com/jung-kurt/gofpdf"

	"throughline/canvas/text"
)

// face is a font of the document: which of its characters are written as text.
type face struct {
	of    *text.Face
	n     int // of its name
	data  []byte
	embed bool // it is put into the document; otherwise all of it is shapes
	pages [256]*[256]entry
}

// entry is what a face makes of a character. The code is the character itself,
// as UTF-16: gofpdf's fonts know no other.
type entry struct {
	known, used        bool
	code, glyph, width uint16 // the width in thousandths of an em; no code, no text
}

// face is the document's face for f.
func (p *painter) face(f *text.Face) *face {
	d := p.faceOf[f]
	if d == nil {
		d = &face{of: f, n: len(p.faces)}
		if f.Data != nil {
			d.data = f.Data()
			d.embed = checkFont(d.data) == nil
		}
		p.faces = append(p.faces, d)
		p.faceOf[f] = d
	}
	return d
}

// entry is what the face makes of r, nil for what no code of its can say.
// gofpdf panics on characters above U+FFFF, and leaves out the last one.
func (f *face) entry(r rune) *entry {
	if r < ' ' || r >= 0xFFFE {
		return nil
	}
	pg := f.pages[r>>8]
	if pg == nil {
		pg = new([256]entry)
		f.pages[r>>8] = pg
	}
	e := &pg[r&255]
	if !e.known {
		e.known = true
		if g, ok := f.of.Nominal(r); ok && g != 0 {
			e.code, e.glyph = uint16(r), g
			e.width = uint16(math.Round(f.of.Advance(g) * 1000 / f.of.Upem))
		}
	}
	if e.code == 0 {
		return nil
	}
	return e
}

// used is the entries that the pages show, in the order of their codes.
func (f *face) used() []entry {
	var out []entry
	for _, pg := range f.pages {
		if pg == nil {
			continue
		}
		for _, e := range pg {
			if e.used {
				out = append(out, e)
			}
		}
	}
	return out
}

// family is the name under which gofpdf knows a face. Its fonts are written in
// the order of these names.
func (f *face) family() string { return fmt.Sprintf("face%04d", f.n) }

// container is a closed document of gofpdf's with the fonts of p, cut to the
// characters in use, and an empty page to put all else on.
func container(p *painter) ([]byte, error) {
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: 100, Ht: 100}})
	doc.SetCatalogSort(true)   // otherwise its fonts come in any order
	doc.SetCreationDate(epoch) // otherwise it asks the clock
	doc.SetModificationDate(epoch)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCompression(false)
	doc.AddPage()
	for _, f := range p.faces {
		used := f.used()
		if len(used) == 0 {
			continue
		}
		chars := make([]rune, len(used))
		for i, e := range used {
			chars[i] = rune(e.code)
		}
		doc.AddUTF8FontFromBytes(f.family(), "", f.data) // it writes into what it is given
		if doc.Err() {
			return nil, fmt.Errorf("font %s: %w", f.of.Name, doc.Error())
		}
		doc.SetFont(f.family(), "", 10) // a font that it could not read is only missed here
		doc.Text(0, 0, string(chars))   // for the subset; the finishing pass drops the line
		if doc.Err() {
			return nil, fmt.Errorf("font %s: %w", f.of.Name, doc.Error())
		}
	}
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// epoch is the date of documents without one.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
