package raster

import (
	"image"
	"math"
	"sync"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Renderer paints scenes. It keeps what is dear to make, the masks of glyphs
// and symbols (16 MB at most) and scaled pictures (64 MB), so a program has
// one. The zero Renderer is ready; any number of goroutines may use it.
type Renderer struct {
	masks    masks
	pictures pictures
	painters sync.Pool // of *painter
}

// Paint fills dst with its part of the scene: dst.Bounds() are pixels of the
// whole scene at scale pixels per map unit. What lies outside the scene is its
// ground. zoom chooses the detail, as in Scene.Paint: on a screen what the
// person has chosen, in an export scene.FullDetail.
//
// scale/zoom is the number of device pixels in a device-independent one, in
// which Stroke.Least counts. It is taken to be at least 1, so a thumbnail
// painted with the detail of an export keeps its hairlines.
func (r *Renderer) Paint(dst *image.RGBA, s *scene.Scene, scale, zoom float64) {
	p, _ := r.painters.Get().(*painter)
	if p == nil {
		p = &painter{r: r}
	}
	p.paint(dst, s, scale, zoom)
	p.dst, p.ink.image = nil, nil
	r.painters.Put(p)
}

func (p *painter) paint(dst *image.RGBA, s *scene.Scene, scale, zoom float64) {
	p.begin(dst, scale, zoom)
	p.ground(s.Ground)
	if scale > 0 && !math.IsInf(scale, 1) {
		b := dst.Bounds()
		visible := geom.Rect{
			Min: geom.Pt(float64(b.Min.X), float64(b.Min.Y)),
			Max: geom.Pt(float64(b.Max.X), float64(b.Max.Y)),
		}.Grow(reach(p.dip)).Mul(1 / scale)
		s.Paint(p, zoom, visible)
	}
}

// Touched is the pixels at scale that may change when what is drawn within r
// does, such as a box of scene.Dirty: r, and what Stroke.Least, rounding to
// whole pixels and smoothing add to it.
func Touched(r geom.Rect, scale, zoom float64) image.Rectangle {
	return pixels(r.Mul(scale).Grow(reach(dip(scale, zoom))))
}

// dip is the device pixels in a device-independent one.
func dip(scale, zoom float64) float64 {
	if !(zoom > 0) {
		return 1
	}
	return max(1, scale/zoom)
}

// reach is how many pixels an operation may paint outside its bounds: a line
// that Least has made wider, moved to whole pixels by less than one, and a
// pixel of which it covers a part.
func reach(dip float64) float64 { return scene.LeastReach*dip + 2 }

// pixels is the smallest box of pixels around r; empty where r is, or is not a
// number.
func pixels(r geom.Rect) image.Rectangle {
	const far = 1 << 30
	if !(r.Min.X <= r.Max.X && r.Min.Y <= r.Max.Y) {
		return image.Rectangle{}
	}
	in := func(v float64) int { return int(min(max(v, -far), far)) }
	return image.Rect(in(math.Floor(r.Min.X)), in(math.Floor(r.Min.Y)), in(math.Ceil(r.Max.X)), in(math.Ceil(r.Max.Y)))
}
