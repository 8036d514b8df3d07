package raster

import (
	"encoding/binary"
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// hit is a glyph on its way to the picture: its mask, and the pixel in which
// its origin lies.
type hit struct {
	mask *mask
	key  maskKey
	x, y int
}

// Glyphs draws a run of text. Glyphs stand on quarters of a pixel, each for
// itself, so their distances stay even at every zoom.
func (p *painter) Glyphs(r *text.Run, at geom.Point, k float64, c scene.Color) {
	size := r.Size * k * p.scale
	unit := size / r.Face.Upem
	x, y := at.X*p.scale, at.Y*p.scale
	if !(size > 0) || c.A == 0 || p.hidden(r.Ink().Mul(k*p.scale).Add(geom.Pt(x, y)).Grow(1)) {
		return
	}
	p.use(scene.Solid(c), geom.Identity)
	if size > maskSize {
		for _, g := range r.Glyphs {
			if o := r.Face.Outline(g.ID); o != nil {
				t := geom.Transform{K: unit, D: geom.Pt(x+float64(g.X)*unit, y+float64(g.Y)*unit)}
				if !p.hidden(t.Rect(o.Bounds()).Grow(1)) {
					p.fillPath(o, t)
				}
			}
		}
		return
	}
	steps := int(size*sizeSteps + 0.5)
	s := p.strikeOf(strikeKey{face: r.Face, size: steps})
	reach := max(glyphReach*size, r.Reach()*k*p.scale) + 1
	lo, hi := float64(p.clip.rect.Min.X)-reach, float64(p.clip.rect.Max.X)+reach
	p.hits = p.hits[:0]
	s.mu.RLock()
	for _, g := range r.Glyphs {
		gx := x + float64(g.X)*unit
		if gx < lo || gx > hi {
			continue
		}
		qx, qy := quarter(gx), quarter(y+float64(g.Y)*unit)
		k := newMaskKey(g.ID, qx, qy)
		p.hits = append(p.hits, hit{s.masks[k], k, qx >> 2, qy >> 2})
	}
	s.mu.RUnlock()
	for _, h := range p.hits {
		if h.mask == nil {
			if h.mask = s.find(h.key); h.mask == nil {
				var outline []geom.Path
				if o := r.Face.Outline(uint16(h.key >> 4)); o != nil {
					outline = []geom.Path{*o}
				}
				h.mask = p.mask(s, h.key, outline, geom.Transform{K: float64(steps) / sizeSteps / r.Face.Upem})
			}
		}
		p.stamp(h.mask, h.x, h.y)
	}
}

// glyphReach is how far from its place a glyph draws to either side, in ems; the
// widest of the program's own are long dashes and swashes.
const glyphReach = 4

// quarter is v in quarters of a pixel.
func quarter(v float64) int { return int(math.Floor(v*4 + 0.5)) }

// Use draws a symbol.
func (p *painter) Use(s *scene.Symbol, at geom.Point, size float64, c scene.Color) {
	size *= p.scale
	at = at.Mul(p.scale)
	box := geom.Box(at.X, at.Y, size, size)
	if !(size > 0) || p.hidden(box.Grow(size/4+1)) {
		return
	}
	p.use(scene.Solid(c), geom.Identity)
	if size > maskSize {
		all := s.Outline()
		p.fillPath(&all, geom.Transform{K: size / scene.Grid, D: at})
		return
	}
	steps := int(size*sizeSteps + 0.5)
	st := p.strikeOf(strikeKey{symbol: s, size: steps})
	qx, qy := quarter(at.X), quarter(at.Y)
	k := newMaskKey(0, qx, qy)
	m := st.find(k)
	if m == nil {
		m = p.mask(st, k, s.Parts, geom.Transform{K: float64(steps) / sizeSteps / scene.Grid})
	}
	p.stamp(m, qx>>2, qy>>2)
}

// stamp paints a mask whose origin lies in pixel (x, y).
func (p *painter) stamp(m *mask, x, y int) {
	x, y = x+m.x, y+m.y
	c := p.clip.rect
	x0, x1 := max(x, c.Min.X), min(x+m.w, c.Max.X)
	y0, y1 := max(y, c.Min.Y), min(y+m.h, c.Max.Y)
	if x0 >= x1 {
		return
	}
	whole := p.clip.mask == nil && p.ink.alpha == 255
	for v := y0; v < y1; v++ {
		cov := m.pix[(v-y)*m.w:][x0-x : x1-x]
		if !whole {
			p.row(x0, v, cov)
			continue
		}
		blendThin(p.pix(x0, v, x1-x0), p.ink.word, cov)
	}
}

// blendThin is blend for masks of glyphs, in which nothing is as wide as to be
// worth a look ahead.
func blendThin(dst []byte, c uint32, cov []uint8) {
	dst = dst[:4*len(cov)]
	for i, a := range cov {
		if a == 0 {
			continue
		}
		d := dst[4*i : 4*i+4 : 4*i+4]
		binary.LittleEndian.PutUint32(d, mix(binary.LittleEndian.Uint32(d), c, weight(a)))
	}
}
