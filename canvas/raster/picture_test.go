package raster

import (
	"bytes"
	"image"
	"math"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// chart is a picture of w × h pixels that of says.
func chart(w, h int, of func(x, y int) [4]uint8) *scene.Image {
	m := &scene.Image{Key: "chart", W: w, H: h}
	for y := range h {
		for x := range w {
			p := of(x, y)
			m.Pix = append(m.Pix, p[:]...)
		}
	}
	return m
}

func TestPicturesAreUnchangedAtTheirOwnSize(t *testing.T) {
	im := chart(40, 30, func(x, y int) [4]uint8 { return [4]uint8{uint8(6 * x), uint8(8 * y), uint8(x * y), 255} })
	m := paintOps(white, 1, 1, &scene.Picture{Image: im, Rect: geom.Box(10, 12, 40, 30)})
	for y := range 30 {
		for x := range 40 {
			if got := m.Pix[m.PixOffset(10+x, 12+y):][:4]; !bytes.Equal(got, im.Pix[4*(y*40+x):][:4]) {
				t.Fatalf("pixel (%d, %d) is %v", x, y, got)
			}
		}
	}
	if got := painted(m, white.Ground); got != image.Rect(10, 12, 50, 42) {
		t.Errorf("it takes %v", got)
	}
}

func TestSmallPicturesAreMeansOfLargeOnes(t *testing.T) {
	grid := chart(401, 399, func(x, y int) [4]uint8 { v := uint8((x + y) % 2 * 255); return [4]uint8{v, v, v, 255} })
	for _, side := range []float64{7, 20, 63, 150} {
		m := paintOps(white, 1, 1, &scene.Picture{Image: grid, Rect: geom.Box(0, 0, side, side)})
		for x := range min(int(side), 64) {
			if v := m.RGBAAt(x, 3).R; math.Abs(float64(v)-127.5) > 4 {
				t.Fatalf("a fine chequer at %v pixels is %d at %d", side, v, x)
			}
		}
	}
}

func TestLargePicturesKeepColorsAndEdges(t *testing.T) {
	im := chart(2, 1, func(x, y int) [4]uint8 { return [4]uint8{uint8(255 * x), 0, 0, 255} })
	m := paintOps(white, 1, 1, &scene.Picture{Image: im, Rect: geom.Box(0, 0, 60, 60)})
	for x := 1; x < 60; x++ {
		if a, b := m.RGBAAt(x-1, 20).R, m.RGBAAt(x, 20).R; b < a {
			t.Fatalf("red falls from %d to %d at %d", a, b, x)
		}
	}
	if a, b := m.RGBAAt(0, 20).R, m.RGBAAt(59, 20).R; a != 0 || b != 255 {
		t.Errorf("the ends are %d and %d", a, b)
	}
}

func TestTransparentPixelsHaveNoColor(t *testing.T) {
	// red that cannot be seen must not bleed into the white beside it
	im := chart(64, 64, func(x, y int) [4]uint8 {
		if x < 32 {
			return [4]uint8{255, 0, 0, 0}
		}
		return [4]uint8{255, 255, 255, 255}
	})
	for _, side := range []float64{13, 64, 150} {
		m := paintOps(white, 1, 1, &scene.Picture{Image: im, Rect: geom.Box(0, 0, side, side)})
		if r := painted(m, white.Ground); !r.Empty() {
			t.Errorf("at %v pixels something shows at %v", side, r)
		}
	}
}

func TestPicturesOfAnyShapeAndSize(t *testing.T) {
	im := chart(5, 3, func(x, y int) [4]uint8 { return [4]uint8{9, 9, 9, 255} })
	for _, r := range []geom.Rect{geom.Box(3, 3, 0.2, 0.2), geom.Box(-1e6, -1e6, 2e6, 2e6), geom.Box(2, 2, 30, 0), geom.Box(0, 0, 1e9, 1)} {
		m := paintOps(white, 1, 1, &scene.Picture{Image: im, Rect: r, R: 4})
		if got := !painted(m, white.Ground).Empty(); got == r.Empty() {
			t.Errorf("a picture in %v is painted: %v", r, got)
		}
	}
	paintOps(white, 1, 1, &scene.Picture{Image: &scene.Image{Key: "none"}, Rect: geom.Box(0, 0, 9, 9)})
}

func TestKeptPicturesAreBounded(t *testing.T) {
	var r Renderer
	for i := range 14 {
		im := chart(600, 600, func(x, y int) [4]uint8 { return [4]uint8{uint8(i), 0, 0, 255} })
		s := &scene.Scene{Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{
			scene.NewItem("", "", geom.Point{}, geom.Rect{}, &scene.Picture{Image: im, Rect: geom.Box(0, 0, 1200, 1200)}),
		})}}}
		m := image.NewRGBA(image.Rect(0, 0, 1200, 1200))
		r.Paint(m, s, 1, 1)
		if c := m.RGBAAt(1000, 700); c.R != uint8(i) {
			t.Fatalf("picture %d has %v", i, c)
		}
	}
	sum := 0
	for e := r.pictures.order.Front(); e != nil; e = e.Next() {
		sum += len(e.Value.(*kept).pix)
	}
	if sum != r.pictures.bytes || sum > pictureBytes || len(r.pictures.kept) != r.pictures.order.Len() {
		t.Errorf("%d bytes are kept, %d counted", sum, r.pictures.bytes)
	}
}
