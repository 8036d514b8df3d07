package raster

import (
	"image/color"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// A card in the hand has a shadow through which the map is seen, and nothing
// around it.
func TestAnImageIsTransparentWhereItsGroundIs(t *testing.T) {
	box := func(x float64, c scene.Color) scene.Op {
		return &scene.Fill{Path: geom.Rectangle(geom.Box(x, 0, 10, 10)), Paint: scene.Solid(c)}
	}
	half := scene.RGB(0xFF0000)
	half.A = 128
	s := &scene.Scene{Size: geom.Pt(30, 10), Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{
		scene.NewItem("", "", geom.Point{}, geom.Rect{}, box(0, scene.RGB(0x102030)), box(10, half)),
	})}}}
	im := new(Renderer).Image(s, 2, 1)
	if im.Rect.Dx() != 60 || im.Rect.Dy() != 20 {
		t.Fatalf("it is %v", im.Rect)
	}
	for x, want := range map[int]color.RGBA{10: {0x10, 0x20, 0x30, 255}, 30: {128, 0, 0, 128}, 50: {}} {
		got := im.RGBAAt(x, 10)
		near := func(a, b uint8) bool { return a-b+1 <= 2 }
		if !near(got.R, want.R) || !near(got.G, want.G) || !near(got.B, want.B) || !near(got.A, want.A) {
			t.Errorf("at %d it is %v, want %v", x, got, want)
		}
	}
	s.Ground = scene.RGB(0xFFFFFF)
	if got := new(Renderer).Image(s, 2, 1).RGBAAt(50, 10); got != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("the ground is %v", got)
	}
}
