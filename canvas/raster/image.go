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
	over := func(ground scene.Color) *image.RGBA {
		t := *s
		t.Ground = ground
		im := image.NewRGBA(size)
		r.Paint(im, &t, scale, zoom)
		return im
	}
	if s.Ground.A == 255 {
		return over(s.Ground)
	}
	// what is painted over black is the premultiplied colour, and what white
	// adds to it is what the ground shines through
	out, white := over(scene.RGB(0)), over(scene.RGB(0xFFFFFF))
	for i := 0; i < len(out.Pix); i += 4 {
		shine := 255
		for k := range 3 {
			shine = min(shine, int(white.Pix[i+k])-int(out.Pix[i+k]))
		}
		out.Pix[i+3] = uint8(255 - max(0, shine))
	}
	return out
}
