package exporttest

import (
	"fmt"
	"image"
	"image/draw"
)

// Difference is how far two pictures of one scene are apart, each figure from 0
// to 255.
//
// Renderers smooth edges in their own ways, and put straight ones on whole
// pixels or leave them between two. So the colour of a pixel counts only as far
// as it lies outside those of the nine pixels around its place in the other
// picture. What is left of honest renderers is lone pixels at sharp corners:
// nothing that is three pixels wide both ways.
type Difference struct {
	Mean  float64 // of all pixels as they are, edges and all
	Spot  int     // the worst pixel
	Line  int     // the worst line of 16 pixels, across or down, by its best pixel
	Patch int     // the worst square of 3 × 3 pixels, by its best pixel

	SpotAt, LineAt, PatchAt image.Point // the ends of them, to the lower right
}

const lineLength, patchSide = 16, 3

// String is the figures and their places.
func (d Difference) String() string {
	return fmt.Sprintf("mean %.2f, spot %d at %v, line %d at %v, patch %d at %v", d.Mean, d.Spot, d.SpotAt, d.Line, d.LineAt, d.Patch, d.PatchAt)
}

// Within reports whether no figure is above that of the tolerance.
func (d Difference) Within(tolerance Difference) bool {
	return d.Mean <= tolerance.Mean && d.Spot <= tolerance.Spot && d.Line <= tolerance.Line && d.Patch <= tolerance.Patch
}

// Max is the worse of each figure.
func (d Difference) Max(e Difference) Difference {
	d.Mean = max(d.Mean, e.Mean)
	worse := func(v *int, at *image.Point, w int, where image.Point) {
		if w > *v {
			*v, *at = w, where
		}
	}
	worse(&d.Spot, &d.SpotAt, e.Spot, e.SpotAt)
	worse(&d.Line, &d.LineAt, e.Line, e.LineAt)
	worse(&d.Patch, &d.PatchAt, e.Patch, e.PatchAt)
	return d
}

// Compare compares the pixels that both pictures have.
func Compare(a, b image.Image) Difference {
	return ComparePart(a, b, a.Bounds().Intersect(b.Bounds()))
}

// ComparePart compares a part of two pictures; what is just outside of it
// counts as neighbours.
func ComparePart(a, b image.Image, part image.Rectangle) Difference {
	around := part.Inset(-1).Intersect(a.Bounds()).Intersect(b.Bounds())
	part = part.Intersect(around)
	p, q := plain(a, around), plain(b, around)
	var d Difference
	x, y := p.apart(q, part.Sub(around.Min)), q.apart(p, part.Sub(around.Min))
	d.Mean = x.mean
	x.worst(&d, around.Min)
	y.worst(&d, around.Min)
	return d
}

// pixels is a picture without its alpha, which is 255 everywhere.
type pixels struct {
	w, h int
	rgba []byte
}

// plain is a part of a picture.
func plain(im image.Image, part image.Rectangle) pixels {
	r := image.NewRGBA(image.Rectangle{Max: part.Size()})
	draw.Draw(r, r.Rect, im, part.Min, draw.Src)
	return pixels{part.Dx(), part.Dy(), r.Pix}
}

// excess is how far each pixel is outside of the other picture.
type excess struct {
	w, h int
	by   []uint8
	mean float64
}

func (p pixels) apart(q pixels, part image.Rectangle) excess {
	e := excess{w: p.w, h: p.h, by: make([]uint8, p.w*p.h)}
	sum := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			i := y*p.w + x
			a, b := p.rgba[4*i:4*i+3], q.rgba[4*i:4*i+3]
			if a[0] == b[0] && a[1] == b[1] && a[2] == b[2] {
				continue
			}
			for c, v := range a {
				sum += max(int(v)-int(b[c]), int(b[c])-int(v))
				e.by[i] = max(e.by[i], q.outside(v, c, x, y))
			}
		}
	}
	e.mean = float64(sum) / float64(max(1, 3*part.Dx()*part.Dy()))
	return e
}

// outside is how far v is outside the values that the colour c has around x, y.
func (q pixels) outside(v uint8, c, x, y int) uint8 {
	lo, hi := uint8(255), uint8(0)
	for j := max(0, y-1); j <= min(q.h-1, y+1); j++ {
		for i := max(0, x-1); i <= min(q.w-1, x+1); i++ {
			u := q.rgba[4*(j*q.w+i)+c]
			lo, hi = min(lo, u), max(hi, u)
		}
	}
	switch {
	case v < lo:
		return lo - v
	case v > hi:
		return v - hi
	}
	return 0
}

// worst makes d at least as bad; min is where the first pixel is.
func (e excess) worst(d *Difference, min image.Point) {
	for i, v := range e.by {
		if v == 0 {
			continue
		}
		at := min.Add(image.Pt(i%e.w, i/e.w))
		*d = d.Max(Difference{
			Spot: int(v), SpotAt: at, LineAt: at, PatchAt: at,
			Line:  max(e.least(i, lineLength, 1, d.Line), e.least(i, 1, lineLength, d.Line)),
			Patch: e.least(i, patchSide, patchSide, d.Patch),
		})
	}
}

// least is the best pixel of the box of w × h that ends at i; 0 where that is
// no more than most, or the box does not fit.
func (e excess) least(i, w, h, most int) int {
	if i%e.w < w-1 || i/e.w < h-1 {
		return 0
	}
	v := 255
	for y := range h {
		for x := range w {
			if v = min(v, int(e.by[i-x-y*e.w])); v <= most {
				return 0
			}
		}
	}
	return v
}
