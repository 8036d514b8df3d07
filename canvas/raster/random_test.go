package raster

import (
	"image"
	"math"
	"sync"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// blob is a picture with soft edges.
var blob = sync.OnceValue(func() *scene.Image {
	const w, h = 61, 47
	m := &scene.Image{Key: "blob", W: w, H: h}
	for y := range h {
		for x := range w {
			d := math.Hypot(float64(x-w/2)/w, float64(y-h/2)/h)
			m.Pix = append(m.Pix, uint8(4*x), uint8(5*y), uint8(x*y), unit8(1.6-3*d))
		}
	}
	return m
})

var drawn = rapid.Custom(func(t *rapid.T) scene.Op { return drawOp(t, 2) })

func drawPoint(t *rapid.T) geom.Point {
	// whole, half and arbitrary places: what is rounded has its trouble at halves
	v := rapid.OneOf(
		rapid.Map(rapid.IntRange(-20, 900), func(i int) float64 { return float64(i) / 2 }),
		rapid.Float64Range(-20, 450),
	)
	return geom.Pt(v.Draw(t, "x"), v.Draw(t, "y"))
}

func drawBox(t *rapid.T) geom.Rect {
	p := drawPoint(t)
	side := rapid.OneOf(rapid.Float64Range(0, 12), rapid.Float64Range(0, 200), rapid.Float64Range(0, 3000))
	return geom.Box(p.X, p.Y, side.Draw(t, "w"), side.Draw(t, "h"))
}

func drawColor(t *rapid.T) scene.Color {
	c := scene.RGB(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "color"))
	if rapid.IntRange(0, 3).Draw(t, "translucent") == 0 {
		c.A = rapid.Byte().Draw(t, "alpha")
	}
	return c
}

func drawPaint(t *rapid.T) scene.Paint {
	if rapid.IntRange(0, 2).Draw(t, "paint") > 0 {
		return scene.Solid(drawColor(t))
	}
	g := &scene.Gradient{From: drawPoint(t), To: drawPoint(t)}
	for _, at := range []float64{0, 0.3, 1} {
		g.Stops = append(g.Stops, scene.Stop{At: at, Color: scene.RGB(rapid.Uint32Range(0, 0xFFFFFF).Draw(t, "stop"))})
	}
	return scene.Paint{Gradient: g}
}

func drawPath(t *rapid.T) geom.Path {
	switch rapid.IntRange(0, 5).Draw(t, "path") {
	case 0:
		return geom.RoundRect(drawBox(t), rapid.SampledFrom([]float64{0, 1, 8, 40}).Draw(t, "radius"))
	case 1:
		return geom.Circle(drawPoint(t), rapid.Float64Range(0, 60).Draw(t, "radius"))
	case 2:
		a, b := drawPoint(t), drawPoint(t)
		if rapid.Bool().Draw(t, "upright") {
			b.X = a.X
		} else {
			b.Y = a.Y
		}
		return geom.Segment(a, b)
	case 3:
		return geom.Corners(drawBox(t), 4, 4, 16, 4)
	}
	var p geom.Path
	a := drawPoint(t)
	p.MoveTo(a.X, a.Y)
	for range rapid.IntRange(1, 5).Draw(t, "pieces") {
		a, b, c := drawPoint(t), drawPoint(t), drawPoint(t)
		switch rapid.IntRange(0, 4).Draw(t, "piece") {
		case 0, 1:
			p.LineTo(a.X, a.Y)
		case 2:
			p.QuadTo(a.X, a.Y, b.X, b.Y)
		case 3:
			p.CubicTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
		case 4:
			p.Close()
		}
	}
	return p
}

func drawPen(t *rapid.T) geom.Pen {
	return geom.Pen{
		Width: rapid.OneOf(rapid.SampledFrom([]float64{0, 0.5, 1, 2}), rapid.Float64Range(0, 12)).Draw(t, "width"),
		Cap:   geom.Cap(rapid.IntRange(0, 1).Draw(t, "cap")),
		Join:  geom.Join(rapid.IntRange(0, 1).Draw(t, "join")),
		Dash:  rapid.SampledFrom([][]float64{nil, nil, {4, 3}, {0, 4}, {5}, {0.1, 0.1}, {7, 2, 1, 2}}).Draw(t, "dash"),
	}
}

func drawText(t *rapid.T) []scene.Op {
	st := text.Style{Weight: text.Weight(rapid.IntRange(0, 5).Draw(t, "weight")), Size: rapid.SampledFrom([]float64{8, 12, 13.5, 40, 120}).Draw(t, "size"), Line: 16}
	s := rapid.SampledFrom([]string{"Searches for a plan", "Ạ̊ǟ q̣̂y", "שלום 12", "日本", "“Agfi”", "👩🏽\u200d💻 👍🇩🇪", "ﷺ ﷽ का็้้้ ཞུ།"}).Draw(t, "text")
	return rastertest.Letters(rastertest.Fonts().Set(s, st, text.NoWrap, text.Greedy), drawPoint(t), drawColor(t))
}

func drawOp(t *rapid.T, depth int) scene.Op {
	switch rapid.IntRange(0, 6).Draw(t, "op") {
	case 0, 1:
		return &scene.Fill{Path: drawPath(t), Paint: drawPaint(t)}
	case 2, 3:
		return &scene.Stroke{Path: drawPath(t), Paint: drawPaint(t), Pen: drawPen(t), Least: rapid.SampledFrom([]float64{0, 1, 2}).Draw(t, "least")}
	case 4:
		return &scene.Use{Symbol: rastertest.Lens(), At: drawPoint(t), Size: rapid.Float64Range(0, 130).Draw(t, "size"), Color: drawColor(t)}
	case 5:
		return &scene.Picture{Image: blob(), Rect: drawBox(t), R: rapid.Float64Range(0, 20).Draw(t, "radius")}
	}
	if depth == 0 || rapid.Bool().Draw(t, "letters") {
		return &scene.Group{Move: geom.Identity, Ops: drawText(t)}
	}
	g := &scene.Group{Move: geom.Transform{K: rapid.SampledFrom([]float64{1, 0.5, 1.3}).Draw(t, "k"), D: drawPoint(t).Mul(0.25)}}
	if rapid.Bool().Draw(t, "clip") {
		p := drawPath(t)
		g.Clip = &p
	}
	for range rapid.IntRange(1, 4).Draw(t, "ops") {
		g.Ops = append(g.Ops, drawOp(t, depth-1))
	}
	return g
}

// drawScene is a scene of a few blocks.
func drawScene(t *rapid.T) *scene.Scene {
	s := &scene.Scene{Size: geom.Pt(400, 400), Ground: scene.RGB(0xF4F3EF)}
	for range rapid.IntRange(1, 3).Draw(t, "blocks") {
		var items []scene.Item
		for range rapid.IntRange(1, 3).Draw(t, "items") {
			items = append(items, scene.NewItem("o", "p", drawPoint(t).Mul(0.3), geom.Rect{}, rapid.SliceOfN(drawn, 1, 4).Draw(t, "ops")...))
		}
		s.Blocks = append(s.Blocks, scene.Placed{Block: scene.NewBlock(items), At: drawPoint(t).Mul(0.3)})
	}
	return s
}

// drawScale is a scale and a zoom: of a screen, or of an export.
func drawScale(t *rapid.T) (scale, zoom float64) {
	scale = rapid.OneOf(rapid.SampledFrom([]float64{1, 2, 0.5, 0.25}), rapid.Float64Range(0.05, 3)).Draw(t, "scale")
	return scale, rapid.SampledFrom([]float64{scale, scale / 2, scene.FullDetail}).Draw(t, "zoom")
}

// differ is the number of pixels of a that b has otherwise, and the first.
func differ(a, b *image.RGBA) (n int, at image.Point) {
	r := a.Rect.Intersect(b.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				if n == 0 {
					at = image.Pt(x, y)
				}
				n++
			}
		}
	}
	return n, at
}
