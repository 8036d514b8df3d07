package raster

import (
	"fmt"
	"image"
	"sync"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
)

var tenThousand = sync.OnceValue(func() *scene.Scene { return rastertest.Cards(10_000) })

// BenchmarkTile paints one tile from the middle of a map of 10,000 cards.
func BenchmarkTile(b *testing.B) {
	s := tenThousand()
	for _, scale := range []float64{2, 1, 0.5, 0.25, 0.125} {
		x, y := int(s.Size.X*scale/2)&^511, int(s.Size.Y*scale/2)&^511
		dst := image.NewRGBA(image.Rect(x, y, x+512, y+512))
		b.Run(fmt.Sprintf("scale=%v/warm", scale), func(b *testing.B) {
			var r Renderer
			r.Paint(dst, s, scale, scale)
			b.ReportAllocs()
			for b.Loop() {
				r.Paint(dst, s, scale, scale)
			}
		})
		b.Run(fmt.Sprintf("scale=%v/cold", scale), func(b *testing.B) {
			var r Renderer
			b.ReportAllocs()
			for b.Loop() {
				r.masks = masks{}
				r.Paint(dst, s, scale, scale)
			}
		})
	}
}

// BenchmarkPicture paints a tile that a photograph fills, scaled anew each time.
func BenchmarkPicture(b *testing.B) {
	photo := chart(2400, 1600, func(x, y int) [4]uint8 { return [4]uint8{uint8(x), uint8(y), uint8(x ^ y), 255} })
	dst := image.NewRGBA(image.Rect(0, 0, 512, 512))
	for _, width := range []float64{600, 1800, 4800} {
		s := &scene.Scene{Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{
			scene.NewItem("", "", geom.Point{}, geom.Rect{}, &scene.Picture{Image: photo, Rect: geom.Box(0, 0, width, width*2/3), R: 8}),
		})}}}
		for _, cold := range []bool{false, true} {
			b.Run(fmt.Sprintf("width=%v/cold=%v", width, cold), func(b *testing.B) {
				var r Renderer
				r.Paint(dst, s, 1, 1)
				b.ReportAllocs()
				for b.Loop() {
					if cold {
						r.pictures = pictures{}
					}
					r.Paint(dst, s, 1, 1)
				}
			})
		}
	}
}
