package raster

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"throughline/canvas/geom"
)

// coverer works out how much of each pixel polygons cover, by accumulating
// signed areas (R. Levien's font-rs, in golang.org/x/image/vector).
type coverer struct {
	z     vector.Rasterizer
	mask  image.Alpha
	lines []segment

	left, top, right, bottom float64 // of the box
}

// segment is a straight line within the box.
type segment struct{ x0, y0, x1, y1 float64 }

// cover is the coverage of polygons, by the nonzero rule, within a box of
// pixels: row by row of the smaller box r, outside of which there is none. The
// mask lasts until the next call. Both depend on the polygons and the box
// alone.
func (c *coverer) cover(f *geom.Flat, in image.Rectangle) (r image.Rectangle, mask []uint8) {
	c.left, c.top = float64(in.Min.X), float64(in.Min.Y)
	c.right, c.bottom = float64(in.Max.X), float64(in.Max.Y)
	c.lines = c.lines[:0]
	for i := range f.Ends {
		pts, _ := f.Line(i)
		a := pts[len(pts)-1]
		for _, b := range pts {
			c.clip(a, b)
			a = b
		}
	}
	if len(c.lines) == 0 {
		return image.Rectangle{}, nil
	}
	r = c.bounds()
	w, h := r.Dx(), r.Dy()
	if w == 0 || h == 0 {
		return image.Rectangle{}, nil
	}
	c.z.Reset(w, h)
	c.z.DrawOp = draw.Src
	for _, l := range c.lines {
		c.draw(l, float64(r.Min.X), float64(r.Min.Y))
	}
	if n := w * h; cap(c.mask.Pix) < n {
		c.mask.Pix = make([]uint8, n)
	}
	c.mask = image.Alpha{Pix: c.mask.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	c.z.Draw(&c.mask, c.mask.Rect, image.Opaque, image.Point{})
	return r, c.mask.Pix
}

// clip adds the line from a to b as far as it matters within the box: what
// lies above or below adds nothing, what lies beside still counts for the
// pixels to its right and is moved to the edge.
func (c *coverer) clip(a, b geom.Point) {
	if a.Y == b.Y || max(a.Y, b.Y) <= c.top || min(a.Y, b.Y) >= c.bottom {
		return
	}
	if !(a.Y >= c.top && a.Y <= c.bottom && b.Y >= c.top && b.Y <= c.bottom) {
		y0, y1 := min(max(a.Y, c.top), c.bottom), min(max(b.Y, c.top), c.bottom)
		k := (b.X - a.X) / (b.Y - a.Y)
		a, b = geom.Pt(a.X+(y0-a.Y)*k, y0), geom.Pt(a.X+(y1-a.Y)*k, y1)
	}
	if min(a.X, b.X) >= c.left && max(a.X, b.X) <= c.right {
		c.add(a, b)
		return
	}
	// the ways at which the line passes the two edges, in the order in which
	// it passes them
	k := (b.Y - a.Y) / (b.X - a.X)
	first, second := c.left, c.right
	if a.X > b.X {
		first, second = second, first
	}
	for _, x := range [...]float64{first, second} {
		if (a.X < x) != (b.X < x) && a.X != x {
			m := geom.Pt(x, min(max(a.Y+(x-a.X)*k, min(a.Y, b.Y)), max(a.Y, b.Y)))
			c.add(a, m)
			a = m
		}
	}
	c.add(a, b)
}

// add takes a line that crosses no edge.
func (c *coverer) add(a, b geom.Point) {
	if a.Y != b.Y {
		c.lines = append(c.lines, segment{
			min(max(a.X, c.left), c.right), a.Y,
			min(max(b.X, c.left), c.right), b.Y,
		})
	}
}

// bounds is the pixels around the lines.
func (c *coverer) bounds() image.Rectangle {
	l := c.lines[0]
	x0, y0, x1, y1 := l.x0, l.y0, l.x0, l.y0
	for _, l := range c.lines {
		x0, x1 = min(x0, l.x0, l.x1), max(x1, l.x0, l.x1)
		y0, y1 = min(y0, l.y0, l.y1), max(y1, l.y0, l.y1)
	}
	return image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1)))
}

// draw hands a line over, in pieces of few rows: the rasterizer goes from row
// to row in steps of 1/512 px, and over many rows the error adds up.
func (c *coverer) draw(l segment, ox, oy float64) {
	const rows = 8
	c.z.MoveTo(float32(l.x0-ox), float32(l.y0-oy))
	if n := math.Ceil(math.Abs(l.y1-l.y0) / rows); n > 1 && l.x0 != l.x1 {
		dx, dy := (l.x1-l.x0)/n, (l.y1-l.y0)/n
		for i := 1.0; i < n; i++ {
			c.z.LineTo(float32(l.x0+dx*i-ox), float32(l.y0+dy*i-oy))
		}
	}
	c.z.LineTo(float32(l.x1-ox), float32(l.y1-oy))
}
