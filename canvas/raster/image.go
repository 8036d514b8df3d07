package raster

import (
	"image"
	"math"

	"throughline/canvas/scene"
)

// Image is a whole scene as a picture, painted at once; for small ones, such
// as thumbnails and what is carried by the pointer. Where the scene's ground
// is transparent, so is the picture's.
func (r *Renderer) Image(s *scene.Scene, scale, zoom float64) *image.RGBA {
	size := image.Rect(0, 0, int(math.Ceil(s.Size.X*scale)), int(math.Ceil(s.Size.Y*scale)))
	out := image.NewRGBA(size)
	if s.Ground.A == 255 {
		r.Paint(out, s, scale, zoom)
	} else {
		r.PaintClear(out, image.NewRGBA(size), s, scale, zoom)
	}
	return out
}

// PaintClear is Paint on no ground, whatever the scene's: dst gets colours that
// are premultiplied with their opacity. spare is a second picture of dst's
// bounds, for twice the work.
func (r *Renderer) PaintClear(dst, spare *image.RGBA, s *scene.Scene, scale, zoom float64) {
	over := func(im *image.RGBA, ground scene.Color) {
		t := *s
		t.Ground = ground
		r.Paint(im, &t, scale, zoom)
	}
	over(dst, scene.RGB(0))
	over(spare, scene.RGB(0xFFFFFF))
	// what is painted over black is the premultiplied colour, and what white
	// adds to it is what the ground shines through
	for i := 0; i < len(dst.Pix); i += 4 {
		shine := 255
		for k := range 3 {
			shine = min(shine, int(spare.Pix[i+k])-int(dst.Pix[i+k]))
		}
		dst.Pix[i+3] = uint8(255 - max(0, shine))
	}
}
