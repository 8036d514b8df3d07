package raster

import (
	"image"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// painted is the box around the pixels that are not the ground.
func painted(m *image.RGBA, ground scene.Color) image.Rectangle {
	var r image.Rectangle
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			if c := m.RGBAAt(x, y); c.R != ground.R || c.G != ground.G || c.B != ground.B || c.A != 255 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

// Culling and repainting rest on it.
func TestNothingIsPaintedBeyondBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale, zoom := drawScale(t)
		it := scene.NewItem("o", "p", drawPoint(t), geom.Rect{}, drawn.Draw(t, "op"))
		s := &scene.Scene{Ground: scene.RGB(0x123456), Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it})}}}
		dst := image.NewRGBA(image.Rect(-80, -80, 520, 520))
		var r Renderer
		r.Paint(dst, s, scale, zoom)
		may := Touched(it.Bounds.Add(it.At), scale, zoom)
		if got := painted(dst, s.Ground); !got.In(may) {
			var b strings.Builder
			s.Dump(&b)
			t.Fatalf("%v is painted, the bounds allow %v\n%s", got, may, b.String())
		}
	})
}

// A run's bounds are taken from its size; no glyph may leave them.
func TestGlyphsStayWithinTheirRun(t *testing.T) {
	for _, f := range rastertest.Fonts().Faces() {
		n := 0
		for id := range 65535 {
			o := f.Outline(uint16(id))
			if o == nil {
				continue
			}
			r := text.Run{Face: f, Size: f.Upem, Width: f.Advance(uint16(id)), Glyphs: []text.Glyph{{ID: uint16(id)}}}
			b := scene.NewItem("", "", geom.Point{}, geom.Rect{}, &scene.Glyphs{Run: &r}).Bounds
			if o := o.Bounds(); o.Intersect(b) != o {
				n++
				if n < 10 {
					t.Errorf("%s: glyph %d draws %v outside %v", f.Name, id, o, b)
				}
			}
		}
	}
}
