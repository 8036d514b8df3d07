package raster

import (
	"image"
	"math"

	"throughline/canvas/geom"
)

// box is a box with round corners in device pixels. Its coverage is worked out
// instead of being accumulated: exactly along the edges, and by the distance
// to the circle at the corners.
type box struct{ x0, y0, x1, y1, r float64 }

// deviceBox is b after t; a radius that is too large is made to fit.
func deviceBox(b *geom.RoundBox, t geom.Transform) box {
	r := t.Rect(b.Rect)
	return box{r.Min.X, r.Min.Y, r.Max.X, r.Max.Y, b.R * t.K}.fit()
}

func (b box) fit() box {
	b.r = max(0, min(b.r, (b.x1-b.x0)/2, (b.y1-b.y0)/2))
	return b
}

func (b box) empty() bool { return !(b.x1 > b.x0 && b.y1 > b.y0) }

func (b box) grow(d float64) box { return box{b.x0 - d, b.y0 - d, b.x1 + d, b.y1 + d, b.r} }

func (b box) rect() geom.Rect { return geom.Rect{Min: geom.Pt(b.x0, b.y0), Max: geom.Pt(b.x1, b.y1)} }

func (b box) pixels() image.Rectangle {
	if b.empty() {
		return image.Rectangle{}
	}
	return pixels(b.rect())
}

// circle reports whether the box is all corners.
func (b box) circle() bool {
	d := max(b.x1-b.x0, b.y1-b.y0)
	return b.r > 0 && 2*b.r > d-0.01
}

// coarse reports whether the box is so small, and so round, that distances say
// too little about areas.
func (b box) coarse() bool { return b.r > 0.75 && min(b.x1-b.x0, b.y1-b.y0) < 6 }

// overlap is how much of the pixel at v lies between a and b.
func overlap(v, a, b float64) float64 { return max(0, min(v+1, b)-max(v, a)) }

// row writes how much of the pixels of row y, from x on, the box covers.
func (b *box) row(dst []float32, x, y int) {
	h := overlap(float64(y), b.y0, b.y1)
	from := min(max(int(math.Floor(b.x0))-x, 0), len(dst))
	to := max(min(int(math.Ceil(b.x1))-x, len(dst)), from)
	if h <= 0 {
		from, to = 0, 0
	}
	clear(dst[:from])
	clear(dst[to:])
	in := dst[from:to]
	for i := range in {
		in[i] = float32(h)
	}
	if len(in) == 0 {
		return
	}
	for _, i := range [...]int{0, len(in) - 1} {
		in[i] = float32(h * overlap(float64(x+from+i), b.x0, b.x1))
	}
	py := float64(y) + 0.5
	dy := max(b.y0+b.r-py, py-b.y1+b.r)
	if b.r <= 0 || dy <= 0 {
		return
	}
	for i := range in {
		dx := b.x0 + b.r - (float64(x+from+i) + 0.5)
		if dx <= 0 || !b.corner(&in[i], dx, dy) {
			break
		}
	}
	for i := len(in) - 1; i >= 0; i-- {
		dx := float64(x+from+i) + 0.5 - (b.x1 - b.r)
		if dx <= 0 || !b.corner(&in[i], dx, dy) {
			break
		}
	}
}

// corner limits a pixel whose centre is (dx, dy) from a corner's, outwards. It
// is false once the corner leaves the pixel whole, as it does all further in.
// The distance gives the area beside a tangent; the circle bends away from it
// and leaves 1/24r less of a pixel.
func (b *box) corner(c *float32, dx, dy float64) bool {
	cov := 0.5 + b.r - 1/(24*max(b.r, 1)) - math.Sqrt(dx*dx+dy*dy)
	if cov >= 1 {
		return false
	}
	*c = min(*c, float32(max(cov, 0)))
	return true
}

// fillBox paints what lies within b and not within hole, which may be empty.
func (p *painter) fillBox(b, hole box) {
	vis := b.pixels().Intersect(p.clip.rect)
	if vis.Empty() {
		return
	}
	ring := !hole.empty()
	// Between the columns l and r, and between the rows t and e, there are no
	// corners and no upright edges.
	l, r := math.Ceil(b.x0+b.r), math.Floor(b.x1-b.r)
	t, e := math.Ceil(b.y0+b.r), math.Floor(b.y1-b.r)
	if ring {
		l, r = max(l, math.Ceil(hole.x0+hole.r)), min(r, math.Floor(hole.x1-hole.r))
		t, e = max(t, math.Ceil(hole.y0+hole.r)), min(e, math.Floor(hole.y1-hole.r))
	}
	left, right := vis.Max.X, vis.Max.X
	if l < r {
		left = min(max(int(l), vis.Min.X), vis.Max.X)
		right = min(max(int(r), left), vis.Max.X)
	}
	a, z := sized(&p.rows.left, left-vis.Min.X), sized(&p.rows.right, vis.Max.X-right)
	alike, c := false, uint8(0) // the row before was one of many that are alike
	for y := vis.Min.Y; y < vis.Max.Y; y++ {
		mid := float64(y) >= t && float64(y) < e
		if !mid || !alike {
			p.strip(a, &b, &hole, ring, vis.Min.X, y)
			p.strip(z, &b, &hole, ring, right, y)
			v := overlap(float64(y), b.y0, b.y1)
			if ring {
				v -= overlap(float64(y), hole.y0, hole.y1)
			}
			c = unit8(v)
		}
		alike = mid
		if c == 255 && full(a) && full(z) {
			p.span(vis.Min.X, vis.Max.X, y, 255)
			continue
		}
		p.row(vis.Min.X, y, a)
		p.span(left, right, y, c)
		p.row(right, y, z)
	}
}

// full reports whether every pixel is covered wholly.
func full(cov []uint8) bool {
	for _, a := range cov {
		if a != 255 {
			return false
		}
	}
	return true
}

// strip works out a part of a row.
func (p *painter) strip(dst []uint8, b, hole *box, ring bool, x, y int) {
	if len(dst) == 0 {
		return
	}
	f := sized(&p.rows.cover, len(dst))
	b.row(f, x, y)
	if ring {
		h := sized(&p.rows.hole, len(dst))
		hole.row(h, x, y)
		for i := range f {
			f[i] -= h[i]
		}
	}
	for i, v := range f {
		dst[i] = unit8(float64(v))
	}
}
