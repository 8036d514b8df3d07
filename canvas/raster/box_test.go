package raster

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// rowsOf is the coverage of a box in a square of n pixels.
func rowsOf(b box, n int) []float64 {
	out := make([]float64, 0, n*n)
	row := make([]float32, n)
	for y := range n {
		b.row(row, 0, y)
		for _, v := range row {
			out = append(out, float64(v))
		}
	}
	return out
}

// accumulated is the same from the box's outline.
func accumulated(b box, n int) []float64 {
	p := geom.RoundRect(b.rect(), b.r)
	var f geom.Flat
	f.Add(&p, geom.Identity, 0.01)
	var c coverer
	r, mask := c.cover(&f, image.Rect(0, 0, n, n))
	out := make([]float64, n*n)
	for i, v := range mask {
		out[(r.Min.Y+i/r.Dx())*n+r.Min.X+i%r.Dx()] = float64(v) / 255
	}
	return out
}

// Edges agree with accumulated areas to what those hold: steps of 1/512 px. At a corner the
// distance to a circle stands for the area, which is off by up to an eleventh
// of a pixel where the radius is about one.
func TestBoxesAgreeWithAccumulatedAreas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := box{
			rapid.Float64Range(1, 10).Draw(t, "x0"), rapid.Float64Range(1, 10).Draw(t, "y0"),
			rapid.Float64Range(14.1, 39).Draw(t, "x1"), rapid.Float64Range(14.1, 39).Draw(t, "y1"),
			rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, 20)).Draw(t, "r"),
		}.fit()
		got, want := rowsOf(b, 40), accumulated(b, 40)
		for i := range got {
			x, y := float64(i%40)+0.5, float64(i/40)+0.5
			tolerance := 2.5 / 255
			if near := b.r + 1; b.r > 0 && (x < b.x0+near || x > b.x1-near) && (y < b.y0+near || y > b.y1-near) {
				tolerance = 0.09
			}
			if d := math.Abs(got[i] - want[i]); d > tolerance {
				t.Fatalf("pixel (%d, %d) of %+v is covered %.3f, by areas %.3f", i%40, i/40, b, got[i], want[i])
			}
		}
	})
}

func TestSmallCirclesHaveTheirArea(t *testing.T) {
	for _, r := range []float64{0.8, 1, 1.5, 2, 4} {
		for _, off := range []float64{0, 0.3, 0.5} {
			s := &scene.Scene{Ground: scene.RGB(0)}
			p := geom.Circle(geom.Pt(10+off, 10+off), r)
			m := paintOps(s, 1, 1, &scene.Fill{Path: p, Paint: scene.Solid(scene.RGB(0xFFFFFF))})
			area := 0.0
			for i := 0; i < len(m.Pix); i += 4 {
				area += float64(m.Pix[i]) / 255
			}
			if want := math.Pi * r * r; math.Abs(area-want) > 0.02*want+0.02 {
				t.Errorf("a circle of radius %v at .%v covers %.3f, want %.3f", r, off, area, want)
			}
		}
	}
}

// paintOps paints operations on 64 × 64 pixels.
func paintOps(s *scene.Scene, scale, zoom float64, ops ...scene.Op) *image.RGBA {
	it := scene.NewItem("o", "p", geom.Point{}, geom.Rect{}, ops...)
	c := *s
	c.Blocks = []scene.Placed{{Block: scene.NewBlock([]scene.Item{it})}}
	m := image.NewRGBA(image.Rect(0, 0, 64, 64))
	var r Renderer
	r.Paint(m, &c, scale, zoom)
	return m
}
