package raster

import (
	"image"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/raster/rastertest"
)

func TestTilesAreTheWholePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		scale, zoom := drawScale(t)
		at := image.Pt(rapid.IntRange(-60, 700).Draw(t, "x"), rapid.IntRange(-60, 700).Draw(t, "y"))
		whole := image.NewRGBA(image.Rect(0, 0, 420, 380).Add(at))
		var r Renderer
		r.Paint(whole, s, scale, zoom)
		w, h := rapid.IntRange(20, 300).Draw(t, "tile width"), rapid.IntRange(20, 300).Draw(t, "tile height")
		off := image.Pt(rapid.IntRange(0, w-1).Draw(t, "off x"), rapid.IntRange(0, h-1).Draw(t, "off y"))
		for y := whole.Rect.Min.Y - off.Y; y < whole.Rect.Max.Y; y += h {
			for x := whole.Rect.Min.X - off.X; x < whole.Rect.Max.X; x += w {
				tile := image.NewRGBA(image.Rect(x, y, x+w, y+h))
				r.Paint(tile, s, scale, zoom)
				if n, p := differ(tile, whole); n > 0 {
					var b strings.Builder
					s.Dump(&b)
					t.Log(b.String())
					t.Fatalf("%d pixels differ in tile %v at scale %v, zoom %v: at %v %v, in the whole %v", n, tile.Rect, scale, zoom, p, tile.At(p.X, p.Y), whole.At(p.X, p.Y))
				}
			}
		}
	})
}

func TestWorkersShareOneRenderer(t *testing.T) {
	s := rastertest.Cards(60)
	var one, many Renderer
	for _, scale := range []float64{1.37, 0.8} {
		whole := image.NewRGBA(image.Rect(0, 0, 512, 768))
		one.Paint(whole, s, scale, scale)
		var wg sync.WaitGroup
		for y := 0; y < 768; y += 96 {
			for range 2 { // the same tile twice at once: both make its masks
				wg.Go(func() {
					tile := image.NewRGBA(image.Rect(0, y, 512, y+96))
					many.Paint(tile, s, scale, scale)
					if n, p := differ(tile, whole); n > 0 {
						t.Errorf("%d pixels differ, the first at %v", n, p)
					}
				})
			}
		}
		wg.Wait()
	}
}
