package raster

import (
	"image"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

var black = scene.Solid(scene.RGB(0))

var white = &scene.Scene{Ground: scene.RGB(0xFFFFFF)}

// levelsOf is the grey levels of a row or, upright, a column.
func levelsOf(m *image.RGBA, at int, upright bool) []uint8 {
	out := make([]uint8, 64)
	for i := range out {
		if upright {
			out[i] = m.RGBAAt(at, i).R
		} else {
			out[i] = m.RGBAAt(i, at).R
		}
	}
	return out
}

// crisp counts the black pixels, and those that are neither black nor white.
func crisp(levels []uint8) (dark, grey int) {
	for _, v := range levels {
		switch v {
		case 0:
			dark++
		case 255:
		default:
			grey++
		}
	}
	return dark, grey
}

func TestHairlinesAreWholePixelsAtAnyScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.Float64Range(0.1, 2.9).Draw(t, "scale")
		at := rapid.Float64Range(20, 30).Draw(t, "at") / scale
		want := max(1, int(scale+0.5))
		line := func(a, b geom.Point) scene.Op {
			return &scene.Stroke{Path: geom.Segment(a, b), Paint: black, Pen: geom.Pen{Width: 1}, Least: 1}
		}
		far := 64 / scale
		for upright, m := range map[bool]*image.RGBA{
			false: paintOps(white, scale, scale, line(geom.Pt(at, 0), geom.Pt(at, far))),
			true:  paintOps(white, scale, scale, line(geom.Pt(0, at), geom.Pt(far, at))),
		} {
			if dark, grey := crisp(levelsOf(m, 32, upright)); dark != want || grey != 0 {
				t.Fatalf("at scale %v a line of 1 u at %v is %d pixels and %d grey ones, want %d", scale, at, dark, grey, want)
			}
		}
		box := geom.Box(10/scale, 10/scale, at, at)
		m := paintOps(white, scale, scale, &scene.Stroke{Path: geom.RoundRect(box, 2), Paint: black, Pen: geom.Pen{Width: 1}, Least: 1})
		if dark, grey := crisp(levelsOf(m, 20, false)); dark != 2*want || grey != 0 {
			t.Fatalf("at scale %v the sides of a box are %d pixels and %d grey ones, want %d each", scale, dark, grey, want)
		}
	})
}

// A card as layout draws it: the edge lies within the fill's bounds.
func TestABoxNeverShowsOutsideItsEdge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.Float64Range(0.2, 2.9).Draw(t, "scale")
		r := geom.Box(rapid.Float64Range(2, 20).Draw(t, "x")/scale, 10/scale, rapid.Float64Range(10, 30).Draw(t, "w")/scale, 40/scale)
		m := paintOps(white, scale, scale,
			&scene.Fill{Path: geom.Rectangle(r), Paint: scene.Solid(scene.RGB(0x808080))},
			&scene.Stroke{Path: geom.Rectangle(r.Grow(-0.5)), Paint: black, Pen: geom.Pen{Width: 1}, Least: 1})
		row := slices.Compact(levelsOf(m, 30, false))
		if !slices.Equal(row, []uint8{255, 0, 128, 0, 255}) {
			t.Fatalf("at scale %v the row across %v is %d", scale, r, row)
		}
	})
}

func TestWhatLiesOnWholePixelsStays(t *testing.T) {
	for _, scale := range []float64{1, 2, 3} {
		r := geom.Box(2, 3, 14, 9)
		m := paintOps(white, scale, scale, &scene.Fill{Path: geom.Rectangle(r), Paint: black})
		want := image.Rect(int(2*scale), int(3*scale), int(16*scale), int(12*scale))
		if got := painted(m, white.Ground); got != want {
			t.Errorf("at scale %v a box is at %v, want %v", scale, got, want)
		}
		m = paintOps(white, scale, scale, &scene.Stroke{Path: geom.Segment(geom.Pt(4, 6.5), geom.Pt(9, 6.5)), Paint: black, Pen: geom.Pen{Width: 1}})
		want = image.Rect(int(4*scale), int(6*scale), int(9*scale), int(7*scale))
		if got := painted(m, white.Ground); got != want {
			t.Errorf("at scale %v a line is at %v, want %v", scale, got, want)
		}
	}
}

// Neighbours share an edge at any scale: nothing shines through.
func TestBoxesSideBySideLeaveNoSeam(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.Float64Range(0.3, 3).Draw(t, "scale")
		x := rapid.Float64Range(20, 40).Draw(t, "x") / scale
		m := paintOps(white, scale, scale,
			&scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, x, 64/scale)), Paint: black},
			&scene.Fill{Path: geom.Rectangle(geom.Box(x, 0, 64/scale, 64/scale)), Paint: black})
		if dark, _ := crisp(levelsOf(m, 30, false)); dark != 64 {
			t.Fatalf("%d of 64 pixels are black at scale %v, %v", dark, scale, x)
		}
	})
}

func TestLeastIsDeviceIndependentPixels(t *testing.T) {
	for _, c := range []struct{ width, least, scale, zoom, want float64 }{
		{1, 1, 0.1, 0.1, 1},      // a screen
		{1, 2, 0.1, 0.1, 2},      // a curve on it
		{1, 1, 0.2, 0.1, 2},      // a screen of two device pixels to one
		{3, 1, 2, 2, 6},          // wide enough
		{1, 2, 3, 1, 6},          // an export at three pixels a unit
		{1, 2, 0.1, 1, 2},        // a thumbnail: pixels do not get smaller than a device's
		{1, 0, 0.25, 0.25, 0.25}, // none: the line fades
	} {
		for name, path := range map[string]geom.Path{
			"level":   geom.Segment(geom.Pt(0, 30/c.scale), geom.Pt(64/c.scale, 30/c.scale)),
			"slanted": geom.Segment(geom.Pt(0, 30/c.scale), geom.Pt(64/c.scale, 31/c.scale)),
		} {
			m := paintOps(white, c.scale, c.zoom, &scene.Stroke{Path: path, Paint: black, Pen: geom.Pen{Width: c.width}, Least: c.least})
			got := 0.0
			for _, v := range levelsOf(m, 20, true) {
				got += float64(255-v) / 255
			}
			if got < c.want-0.03 || got > c.want+0.03 {
				t.Errorf("%s line of %v u at least %v at scale %v, zoom %v: %.2f px, want %v", name, c.width, c.least, c.scale, c.zoom, got, c.want)
			}
		}
	}
}
