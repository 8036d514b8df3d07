package svg

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// Glyphs draws a run as the outlines of its glyphs, each of which is defined
// where it is first used, and remembers what it says.
func (p *painter) Glyphs(r *text.Run, at geom.Point, k float64, c scene.Color) {
	if p.err != nil || len(r.Glyphs) == 0 || !(r.Size*k > 0) {
		return
	}
	p.label.Add(r, at, k)
	if c.A == 0 {
		return
	}
	if p.liveText(r, at, k, c) {
		return
	}
	p.told = false
	if p.letters += len(r.Glyphs); p.letters > mostLetters {
		p.words(r, at, k, c)
		return
	}
	p.run = p.run[:0]
	for i := range r.Glyphs { // all first, so that no definition is within the group
		p.run = append(p.run, p.glyph(r.Face, r.Glyphs[i].ID))
	}
	begun := false
	for i, n := range p.run {
		g := &r.Glyphs[i]
		if n < 0 {
			continue
		}
		if !begun {
			begun = true
			p.put("<g").place(at, r.Scale()*k).color("fill", c).put(">")
		}
		p.put("<use").ref('g', n)
		if g.X != 0 {
			p.put(` x="`).num(float64(g.X), 1).put(`"`)
		}
		if g.Y != 0 {
			p.put(` y="`).num(float64(g.Y), 1).put(`"`)
		}
		p.put("/>")
	}
	if begun {
		p.put("</g>\n")
	}
}

// glyph is the number of a glyph, −1 for one without a shape.
func (p *painter) glyph(f *text.Face, id uint16) int {
	k := glyphKey{f, id}
	n, ok := p.glyphs[k]
	if !ok {
		n = -1
		if o := f.Outline(id); o != nil && len(o.Verbs) > 0 {
			n = len(p.glyphs)
			p.define('g', n, o)
		}
		p.glyphs[k] = n
	}
	return n
}
