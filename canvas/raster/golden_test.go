package raster

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey/journeytest"
)

// kinds is a scene with every operation.
func kinds() *scene.Scene {
	blue, red, green := scene.RGB(0x2B6CB0), scene.RGB(0xC53030), scene.RGB(0x2F855A)
	wave := geom.Path{}
	wave.MoveTo(10, 80)
	wave.CubicTo(40, 40, 60, 120, 90, 80)
	wave.QuadTo(110, 60, 130, 84)
	ramp := func(x0, y0, x1, y1 float64) scene.Paint {
		return scene.Paint{Gradient: &scene.Gradient{From: geom.Pt(x0, y0), To: geom.Pt(x1, y1), Stops: []scene.Stop{{At: 0, Color: red}, {At: 0.5, Color: scene.RGB(0xF6E05E)}, {At: 1, Color: green}}}}
	}
	elbow := geom.Path{}
	elbow.MoveTo(100, 12)
	elbow.LineTo(120, 12)
	elbow.LineTo(104, 36)
	ring := geom.Circle(geom.Pt(74, 24), 14)
	st := text.Style{Weight: text.SemiBold, Size: 13, Line: 16, Tracking: -0.004}
	ops := []scene.Op{
		&scene.Fill{Path: geom.RoundRect(geom.Box(6, 6, 44, 36), 8), Paint: scene.Solid(scene.RGB(0xFFFFFF))},
		&scene.Stroke{Path: geom.RoundRect(geom.Box(6.5, 6.5, 43, 35), 7.5), Paint: scene.Solid(blue), Pen: geom.Pen{Width: 1}, Least: 1},
		&scene.Picture{Image: blob(), Rect: geom.Box(12, 12, 32, 24), R: 6},
		&scene.Fill{Path: ring, Paint: ramp(60, 0, 88, 0)},
		&scene.Stroke{Path: ring, Paint: scene.Solid(blue), Pen: geom.Pen{Width: 1.5, Dash: []float64{4, 3}}, Least: 1},
		&scene.Use{Symbol: rastertest.Lens(), At: geom.Pt(66, 16), Size: 16, Color: scene.RGB(0xFFFFFF)},
		&scene.Stroke{Path: elbow, Paint: scene.Solid(red), Pen: geom.Pen{Width: 4}},
		&scene.Stroke{Path: wave, Paint: ramp(0, 60, 0, 96), Pen: geom.Pen{Width: 3, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 2},
		&scene.Stroke{Path: geom.Segment(geom.Pt(4, 56), geom.Pt(136, 56)), Paint: scene.Solid(green), Pen: geom.Pen{Width: 1, Dash: []float64{6, 4}}, Least: 1},
		&scene.Stroke{Path: geom.Segment(geom.Pt(132.5, 4), geom.Pt(132.5, 96)), Paint: scene.Solid(green), Pen: geom.Pen{Width: 1}, Least: 1},
		&scene.Group{Move: geom.Transform{K: 0.5, D: geom.Pt(96, 60)}, Clip: &ring, Ops: []scene.Op{
			&scene.Fill{Path: geom.Rectangle(geom.Box(60, 0, 30, 60)), Paint: scene.Solid(scene.Color{R: 43, G: 108, B: 176, A: 128})},
			&scene.Fill{Path: geom.Corners(geom.Box(64, 14, 30, 20), 4, 4, 16, 4), Paint: scene.Solid(red)},
		}},
	}
	ops = append(ops, rastertest.Letters(rastertest.Fonts().Set("Agfi “Q” e\u0301", st, text.NoWrap, text.Greedy), geom.Pt(8, 98), scene.RGB(0x22252B))...)
	return &scene.Scene{
		Size: geom.Pt(140, 120), Ground: scene.RGB(0xF4F3EF),
		Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{scene.NewItem("", "", geom.Point{}, geom.Rect{}, ops...)})}},
	}
}

// Other processors may round the last bit of a number otherwise: two levels of
// 255 are the same picture.
func TestGoldens(t *testing.T) {
	for name, c := range map[string]struct {
		scene       *scene.Scene
		scale, zoom float64
		w, h        int
	}{
		"kinds":      {kinds(), 1, 1, 140, 120},
		"kinds-2":    {kinds(), 2, 1, 280, 240},
		"kinds-half": {kinds(), 0.5, 0.5, 70, 60},
		"cards":      {rastertest.Cards(2), 1, 1, 236, 200},
		"cards-110":  {rastertest.Cards(2), 1.1, 1.1, 236, 170},
		"cards-far":  {rastertest.Cards(300), 0.25, 0.25, 180, 160},
	} {
		m := image.NewRGBA(image.Rect(0, 0, c.w, c.h))
		var r Renderer
		r.Paint(m, c.scene, c.scale, c.zoom)
		file := filepath.Join("testdata", name+".png")
		if *journeytest.Update {
			var b bytes.Buffer
			if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, m); err != nil {
				t.Fatal(err)
			}
			if b.Len() > 20<<10 {
				t.Errorf("%s takes %d bytes", name, b.Len())
			}
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if want.Bounds() != m.Rect {
			t.Errorf("%s is %v, want %v", name, m.Rect, want.Bounds())
			continue
		}
		if n, at := unlike(m, want); n > 0 {
			t.Errorf("%s: %d pixels differ, the first at %v", name, n, at)
		}
	}
}

// unlike counts the pixels that are more than two levels apart.
func unlike(m *image.RGBA, want image.Image) (n int, first image.Point) {
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			c := m.RGBAAt(x, y)
			r, g, b, _ := want.At(x, y).RGBA()
			for i, v := range []uint8{c.R, c.G, c.B} {
				if d := int(v) - int([]uint32{r, g, b}[i]>>8); d < -2 || d > 2 {
					if n == 0 {
						first = image.Pt(x, y)
					}
					n++
					break
				}
			}
		}
	}
	return n, first
}

func TestEveryKindIsPaintedWithoutAllocating(t *testing.T) {
	s := kinds()
	p := painter{r: new(Renderer)}
	m := image.NewRGBA(image.Rect(0, 0, 140, 120))
	p.paint(m, s, 1, 1)
	if n := testing.AllocsPerRun(20, func() { p.paint(m, s, 1, 1) }); n > 4 {
		t.Errorf("%v allocations", n)
	}
}
