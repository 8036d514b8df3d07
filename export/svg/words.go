package svg

import (
	"encoding/binary"
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// mostLetters is how many glyphs are used one by one. Readers such as librsvg take
// half a million uses, and in a map of more letters than that words come again and
// again: each is then defined as one outline.
const mostLetters = 300_000

// wordKey names a word: a face, its glyphs and where they stand.
type wordKey struct {
	f      *text.Face
	glyphs string
}

// word is one of a run, and how far from its beginning, in units of the font.
type word struct {
	n int
	x float64
}

// words draws a run word by word.
func (p *painter) words(r *text.Run, at geom.Point, k float64, c scene.Color) {
	var all []word
	for from := 0; from < len(r.Glyphs); {
		to := from
		for to < len(r.Glyphs) && drawn(r.Face, r.Glyphs[to].ID) {
			to++
		}
		if to > from {
			all = append(all, word{p.word(r.Face, r.Glyphs[from:to]), float64(r.Glyphs[from].X)})
		}
		from = to + 1
	}
	if len(all) == 0 {
		return
	}
	p.put("<g").place(at, r.Scale()*k).color("fill", c).put(">")
	for _, w := range all {
		p.put("<use").ref('w', w.n)
		if w.x != 0 {
			p.put(` x="`).num(w.x, 1).put(`"`)
		}
		p.put("/>")
	}
	p.put("</g>\n")
}

// word is the number of a word, which is defined where it is first used.
func (p *painter) word(f *text.Face, glyphs []text.Glyph) int {
	var b []byte
	first := float64(glyphs[0].X)
	for _, g := range glyphs {
		b = binary.LittleEndian.AppendUint16(b, g.ID)
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(float64(g.X)-first))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(float64(g.Y)))
	}
	k := wordKey{f, string(b)}
	n, ok := p.defined[k]
	if !ok {
		n = len(p.defined)
		p.defined[k] = n
		p.put("<defs><path").id('w', n).put(` d="`)
		for _, g := range glyphs {
			p.b = appendPath(p.b, f.Outline(g.ID), geom.Transform{K: 1, D: geom.Pt(float64(g.X)-first, float64(g.Y))}, fine)
		}
		p.put("\"/></defs>\n")
	}
	return n
}

// drawn reports whether a glyph has a shape.
func drawn(f *text.Face, id uint16) bool {
	o := f.Outline(id)
	return o != nil && len(o.Verbs) > 0
}
