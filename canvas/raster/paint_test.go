package raster

import (
	"image"
	"math"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

func TestGradientsAreEvenAndKeepTheirEnds(t *testing.T) {
	paint := scene.Paint{Gradient: &scene.Gradient{From: geom.Pt(10, 0), To: geom.Pt(50, 0), Stops: []scene.Stop{
		{At: 0, Color: scene.RGB(0x000000)}, {At: 1, Color: scene.RGB(0xC800FF)},
	}}}
	area := geom.Box(0, 0, 64, 64)
	for name, path := range map[string]geom.Path{"box": geom.Rectangle(area), "path": geom.Corners(area, 0, 0, 0, 0)} {
		m := paintOps(white, 1, 1, &scene.Fill{Path: path, Paint: paint})
		for x := range 64 {
			f := min(max((float64(x)+0.5-10)/40, 0), 1)
			want := [3]float64{200 * f, 0, 255 * f}
			c := m.RGBAAt(x, 31)
			for i, v := range []uint8{c.R, c.G, c.B} {
				if math.Abs(float64(v)-want[i]) > 0.51 {
					t.Fatalf("%s: pixel %d is %v, want %.1f", name, x, c, want)
				}
			}
		}
	}
}

func TestGradientsOfNoLengthShowTheirEnd(t *testing.T) {
	at := geom.Pt(8, 8)
	stops := []scene.Stop{{At: 0, Color: scene.RGB(0x112233)}, {At: 1, Color: scene.RGB(0x445566)}}
	m := paintOps(white, 1, 1, &scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 64, 64)), Paint: scene.Paint{Gradient: &scene.Gradient{From: at, To: at, Stops: stops}}})
	if c := m.RGBAAt(3, 3); c.R != 0x44 || c.B != 0x66 {
		t.Errorf("%v", c)
	}
}

func TestClipsNestAndEnd(t *testing.T) {
	all := &scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 64, 64)), Paint: black}
	clip := func(p geom.Path, ops ...scene.Op) *scene.Group {
		return &scene.Group{Move: geom.Identity, Clip: &p, Ops: ops}
	}
	left, top := geom.Rectangle(geom.Box(0, 0, 32, 64)), geom.Corners(geom.Box(0, 0, 64, 32), 0, 0, 0, 0)
	m := paintOps(white, 1, 1, clip(left, clip(top, all)))
	if got := painted(m, white.Ground); got != image.Rect(0, 0, 32, 32) {
		t.Errorf("two clips leave %v", got)
	}
	dot := &scene.Fill{Path: geom.Rectangle(geom.Box(60, 60, 2, 2)), Paint: black}
	if m = paintOps(white, 1, 1, clip(left, clip(top, all)), dot); m.RGBAAt(60, 60).R != 0 {
		t.Error("a clip goes on after its group")
	}
	if m = paintOps(white, 1, 1, clip(geom.Path{}, all)); !painted(m, white.Ground).Empty() {
		t.Error("a clip without an area lets something through")
	}
	circle := geom.Circle(geom.Pt(32, 32), 20)
	a, b := paintOps(white, 1, 1, clip(circle, all)), paintOps(white, 1, 1, &scene.Fill{Path: circle, Paint: black})
	if n, at := differ(a, b); n > 0 {
		t.Errorf("a clipped area differs from the clip filled in %d pixels, the first at %v", n, at)
	}
}

func TestTranslucentInkIsLaidOver(t *testing.T) {
	half := scene.Solid(scene.Color{R: 255, A: 128})
	m := paintOps(white, 1, 1, &scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 64, 64)), Paint: half})
	if c := m.RGBAAt(9, 9); c.R != 255 || c.G < 126 || c.G > 128 || c.A != 255 {
		t.Errorf("%v", c)
	}
}

func TestLettersHaveTheWeightOfTheirOutlines(t *testing.T) {
	st := text.Style{Weight: text.Bold, Size: 13, Line: 16}
	b := rastertest.Fonts().Set("Plan", st, text.NoWrap, text.Greedy)
	ink := func(ops ...scene.Op) (sum float64) {
		for i, v := range paintOps(white, 1, 1, ops...).Pix {
			if i%4 == 0 {
				sum += float64(255-v) / 255
			}
		}
		return sum
	}
	at := geom.Pt(10.3, 10.1)
	got := ink(rastertest.Letters(b, at, black.Color)...)
	r := &b.Lines[0].Runs[0]
	want := 0.0
	for _, g := range r.Glyphs {
		p := r.Face.Outline(g.ID).Transformed(geom.Transform{K: r.Scale(), D: at.Add(geom.Pt(float64(g.X)*r.Scale(), 12))})
		want += ink(&scene.Fill{Path: p, Paint: black})
	}
	if math.Abs(got/want-1) > 0.01 {
		t.Errorf("the letters cover %.2f pixels, their outlines %.2f", got, want)
	}
}

func TestTouchedHoldsWhatChanges(t *testing.T) {
	if got := Touched(geom.Box(10, 10, 5, 5), 2, 1); !image.Rect(20, 20, 30, 30).In(got) || got.Dx() > 50 {
		t.Errorf("%v", got)
	}
}

func TestOddScalesPaintTheGround(t *testing.T) {
	s := rastertest.Cards(2)
	for _, scale := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		m := image.NewRGBA(image.Rect(0, 0, 8, 8))
		var r Renderer
		r.Paint(m, s, scale, 1)
		if !painted(m, s.Ground).Empty() {
			t.Errorf("scale %v", scale)
		}
	}
	m := image.NewRGBA(image.Rect(0, 0, 8, 8))
	new(Renderer).Paint(m, s, 1, 0) // no detail, but no harm
}
