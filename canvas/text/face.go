package text

import (
	"bytes"
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
	// Data is the font file to embed in documents; nil where a face must not
	// or cannot be embedded, and its glyphs are drawn as outlines.
	Data []byte

	ascent, descent float64 // font units, both positive
	font            *font.Font
	mu              sync.Mutex // guards face and outlines
	face            *font.Face
	outlines        map[uint16]*geom.Path
}

// newFace reads a TrueType font.
func newFace(name string, data []byte) (*Face, error) {
	ld, err := ot.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	ft, err := font.NewFont(ld)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	f := &Face{Name: name, Data: data, Upem: float64(ft.Upem()), font: ft, face: font.NewFace(ft), outlines: map[uint16]*geom.Path{}}
	e, ok := f.face.FontHExtents()
	if !ok {
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
	return &Face{Name: "box", Upem: 1000, ascent: 950, descent: 250, outlines: map[uint16]*geom.Path{0: &p}}
}

const boxAdvance = 600

// Has reports whether the face has a glyph for r.
func (f *Face) Has(r rune) bool {
	if f.font == nil {
		return true
	}
	_, ok := f.font.NominalGlyph(r)
	return ok
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

func (f *Face) trace(id font.GID) *geom.Path {
	o, ok := f.face.GlyphDataOutline(id)
	if !ok || len(o.Segments) == 0 {
		return nil
	}
	p := &geom.Path{}
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
