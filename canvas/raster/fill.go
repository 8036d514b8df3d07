package raster

import (
	"image"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// tolerance is how far, in pixels, straight pieces may leave a curve. With 0.05
// small circles and the letters of small type would lose a twentieth of their
// weight.
const tolerance = 0.01

// Fill covers an area by the nonzero rule.
func (p *painter) Fill(path *geom.Path, t geom.Transform, paint scene.Paint) {
	d := p.device(t)
	if p.hidden(d.Rect(path.Bounds()).Grow(1)) {
		return
	}
	p.use(paint, d)
	if path.Round != nil {
		if b := deviceBox(path.Round, d).snapped(); !b.coarse() {
			p.fillBox(b, box{})
			return
		}
	}
	p.fillPath(path, d)
}

// fillPath paints what a path encloses after t, which leads to pixels.
func (p *painter) fillPath(path *geom.Path, t geom.Transform) {
	p.flat.Reset()
	p.flat.Add(path, t, tolerance)
	p.fillFlat(&p.flat)
}

// fillFlat paints what polygons enclose.
func (p *painter) fillFlat(f *geom.Flat) {
	bounds := flatBounds(f)
	for b := newBlocks(bounds, p.clip.rect); b.next(); {
		r, mask := p.cover.cover(f, b.box)
		w := r.Dx()
		for y := max(r.Min.Y, p.clip.rect.Min.Y); y < min(r.Max.Y, p.clip.rect.Max.Y); y++ {
			p.row(r.Min.X, y, mask[(y-r.Min.Y)*w:][:w])
		}
	}
}

// flatBounds is the box of pixels around polygons.
func flatBounds(f *geom.Flat) image.Rectangle {
	if len(f.Points) == 0 {
		return image.Rectangle{}
	}
	r := geom.Rect{Min: f.Points[0], Max: f.Points[0]}
	for _, q := range f.Points {
		r.Min = geom.Pt(min(r.Min.X, q.X), min(r.Min.Y, q.Y))
		r.Max = geom.Pt(max(r.Max.X, q.X), max(r.Max.Y, q.Y))
	}
	return pixels(r)
}

// gridSize is the side of the cells in which large areas are covered. The grid
// begins at the scene's top left.
const gridSize = 512

// blocks goes through the boxes in which an area is covered, as far as they can
// be seen: the area's own box where it is small, and else its parts in the
// cells of the grid. What a box is does not depend on what can be seen.
type blocks struct {
	box       image.Rectangle // the current one
	all, seen image.Rectangle
	x, y      int // of the next in the grid
	small     bool
	done      bool
}

func newBlocks(bounds, clip image.Rectangle) blocks {
	c := blocks{all: bounds, seen: bounds.Intersect(clip)}
	c.small = bounds.Dx() <= gridSize && bounds.Dy() <= gridSize
	c.done = c.seen.Empty()
	c.x, c.y = c.seen.Min.X&^(gridSize-1), c.seen.Min.Y&^(gridSize-1)
	return c
}

// next goes on; false is the end.
func (c *blocks) next() bool {
	if c.done {
		return false
	}
	if c.small {
		c.box, c.done = c.all, true
		return true
	}
	c.box = image.Rect(c.x, c.y, c.x+gridSize, c.y+gridSize).Intersect(c.all)
	if c.x += gridSize; c.x >= c.seen.Max.X {
		c.x, c.y = c.seen.Min.X&^(gridSize-1), c.y+gridSize
	}
	c.done = c.y >= c.seen.Max.Y
	return true
}
