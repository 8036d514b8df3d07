package raster

import (
	"image"

	"throughline/canvas/geom"
)

// clip is where painting shows: within rect, as far as mask lets it through.
// rect may have been made smaller than the box that mask covers.
type clip struct {
	rect   image.Rectangle
	mask   []uint8 // nil lets everything through
	masked image.Rectangle
	own    bool // the mask was made for this clip, not for one around it
}

// row is the mask's part of a row; nil lets everything through.
func (c *clip) row(x, y, n int) []uint8 {
	if c.mask == nil {
		return nil
	}
	o := (y-c.masked.Min.Y)*c.masked.Dx() + x - c.masked.Min.X
	return c.mask[o : o+n]
}

// Clip limits painting to the inside of a path until the matching Unclip.
func (p *painter) Clip(path *geom.Path, t geom.Transform) {
	d := p.device(t)
	p.outer = append(p.outer, p.clip)
	around := p.clip
	p.clip.own = false
	if path.Round != nil {
		if b := deviceBox(path.Round, d).snapped(); !b.coarse() {
			p.clip.rect = b.pixels().Intersect(around.rect)
			if !b.covers(p.clip.rect) {
				p.clipBox(b, around)
			}
			return
		}
	}
	p.flat.Reset()
	p.flat.Add(path, d, tolerance)
	p.clip.rect = flatBounds(&p.flat).Intersect(around.rect)
	p.clipFlat(around)
}

// Unclip ends the last Clip.
func (p *painter) Unclip() {
	n := len(p.outer) - 1
	if p.clip.own {
		p.spares = append(p.spares, p.clip.mask)
	}
	p.clip, p.outer = p.outer[n], p.outer[:n]
}

// covers reports whether b covers every pixel of r wholly.
func (b box) covers(r image.Rectangle) bool {
	x0, y0, x1, y1 := float64(r.Min.X), float64(r.Min.Y), float64(r.Max.X), float64(r.Max.Y)
	if x0 < b.x0 || y0 < b.y0 || x1 > b.x1 || y1 > b.y1 {
		return false
	}
	return x0 >= b.x0+b.r && x1 <= b.x1-b.r || y0 >= b.y0+b.r && y1 <= b.y1-b.r
}

// beginMask gives the clip an empty mask of its own.
func (p *painter) beginMask() {
	n := p.clip.rect.Dx() * p.clip.rect.Dy()
	var m []uint8
	if k := len(p.spares) - 1; k >= 0 {
		m, p.spares = p.spares[k], p.spares[:k]
	}
	p.clip.mask = sized(&m, n)
	clear(p.clip.mask)
	p.clip.masked, p.clip.own = p.clip.rect, true
}

// clipBox masks with a box.
func (p *painter) clipBox(b box, around clip) {
	p.beginMask()
	r := p.clip.rect
	for y := r.Min.Y; y < r.Max.Y; y++ {
		p.strip(p.clip.row(r.Min.X, y, r.Dx()), &b, &box{}, false, r.Min.X, y)
	}
	p.both(around)
}

// clipFlat masks with polygons.
func (p *painter) clipFlat(around clip) {
	p.beginMask()
	r := p.clip.rect
	for b := newBlocks(flatBounds(&p.flat), r); b.next(); {
		in, mask := p.cover.cover(&p.flat, b.box)
		seen := in.Intersect(r)
		for y := seen.Min.Y; y < seen.Max.Y; y++ {
			from := (y-in.Min.Y)*in.Dx() + seen.Min.X - in.Min.X
			copy(p.clip.row(seen.Min.X, y, seen.Dx()), mask[from:])
		}
	}
	p.both(around)
}

// both lets through what this clip and the one around it let through.
func (p *painter) both(around clip) {
	if around.mask == nil {
		return
	}
	r := p.clip.rect
	for y := r.Min.Y; y < r.Max.Y; y++ {
		a, b := p.clip.row(r.Min.X, y, r.Dx()), around.row(r.Min.X, y, r.Dx())
		for i := range a {
			a[i] = mul255(a[i], b[i])
		}
	}
}
