package text

import (
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"throughline/canvas/geom"
)

// Face is one font. Any goroutine may use it.
type Face struct {
	Name string  // short and unique among the program's faces: "inter-bold"
	Upem float64 // font units of an em
	// Data reads the font file to embed in documents; it is nil where a face
	// must not or cannot be embedded, and its glyphs are drawn as outlines.
	Data func() []byte
	// Pictures says that glyphs are pictures with colours of their own, and no
	// outlines.
	Pictures bool

	own             bool    // one of the program's own family
	foreign         bool    // one of the system's
	ascent, descent float64 // font units, both positive
	font            *font.Font

	mu       sync.Mutex // guards what follows
	face     *font.Face
	outlines map[uint16]*geom.Path
	pictures map[uint16]*Picture
}

// newFace reads a font. It keeps what it reads from file, but not file.
func newFace(name string, ld *ot.Loader) (*Face, error) {
	ft, err := font.NewFont(ld)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	f := &Face{
		Name: name, Upem: float64(ft.Upem()), font: ft, face: font.NewFace(ft),
		outlines: map[uint16]*geom.Path{}, pictures: map[uint16]*Picture{},
	}
	e, ok := f.face.FontHExtents()
	if !ok || !(f.Upem > 0) {
		return nil, fmt.Errorf("font %s: no horizontal metrics", name)
	}
	f.ascent, f.descent = float64(e.Ascender), -float64(e.Descender)
	return f, nil
}

// boxFace draws every character as a box: what stands in for a character that
// no font has.
func boxFace() *Face {
	var p geom.Path
	p.Append(geom.Rectangle(geom.Box(90, -700, 420, 700)))
	inner := geom.Box(140, -650, 320, 600) // runs the other way round, so it is a hole
	p.MoveTo(inner.Min.X, inner.Min.Y)
	p.LineTo(inner.Min.X, inner.Max.Y)
	p.LineTo(inner.Max.X, inner.Max.Y)
	p.LineTo(inner.Max.X, inner.Min.Y)
	p.Close()
	return &Face{Name: "box", Upem: 1000, own: true, ascent: 950, descent: 250, outlines: map[uint16]*geom.Path{0: &p}}
}

const boxAdvance = 600

// Has reports whether the face has a glyph for r.
func (f *Face) Has(r rune) bool {
	if f.font == nil {
		return true
	}
	g, ok := f.font.NominalGlyph(r)
	return ok && g != 0
}

// hasAll reports whether the face has all of the characters.
func (f *Face) hasAll(runes []rune) bool {
	for _, r := range runes {
		if !f.Has(r) {
			return false
		}
	}
	return true
}

// Nominal is the glyph that the face's character table gives for r, without
// any shaping.
func (f *Face) Nominal(r rune) (uint16, bool) {
	if f.font == nil {
		return 0, false
	}
	g, ok := f.font.NominalGlyph(r)
	return uint16(g), ok
}

// Advance is the width of a glyph in font units, before kerning.
func (f *Face) Advance(id uint16) float64 {
	if f.font == nil {
		return boxAdvance
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return float64(f.face.HorizontalAdvance(font.GID(id)))
}

// box is a box around what a glyph draws, font units from its place, y down.
func (f *Face) box(id uint16) geom.Rect {
	if p := f.Picture(id); p != nil {
		return p.Box
	}
	if o := f.Outline(id); o != nil {
		return o.Bounds()
	}
	return geom.Rect{}
}

// Outline is a glyph's shape in font units, y down, from its place on the
// baseline; nil where it has none. The path is shared and never changes.
func (f *Face) Outline(id uint16) *geom.Path {
	f.mu.Lock()
	defer f.mu.Unlock()
	if p, ok := f.outlines[id]; ok || f.face == nil {
		return p
	}
	p := f.trace(font.GID(id))
	f.outlines[id] = p
	return p
}

func (f *Face) trace(id font.GID) (p *geom.Path) {
	if f.foreign {
		defer func() {
			if recover() != nil { // the font is broken; its glyph has no shape
				p = nil
			}
		}()
	}
	o, ok := f.face.GlyphDataOutline(id)
	if !ok || len(o.Segments) == 0 {
		return nil
	}
	p = &geom.Path{}
	open := false
	at := func(a ot.SegmentPoint) (float64, float64) { return float64(a.X), -float64(a.Y) }
	for _, s := range o.Segments {
		x, y := at(s.Args[0])
		switch s.Op {
		case ot.SegmentOpMoveTo:
			if open {
				p.Close()
			}
			open = true
			p.MoveTo(x, y)
		case ot.SegmentOpLineTo:
			p.LineTo(x, y)
		case ot.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			p.QuadTo(x, y, bx, by)
		case ot.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			p.CubicTo(x, y, bx, by, cx, cy)
		}
	}
	if open {
		p.Close()
	}
	return p
}
