package raster

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// places is a painter that notes where everything is drawn. What is not
// mirrored, as letters are not, has a left and a right end.
type places struct {
	points []geom.Point
	sides  [][2]geom.Point
}

func (p *places) path(q *geom.Path, t geom.Transform) {
	for _, at := range q.Points {
		p.points = append(p.points, t.Of(at))
	}
}

func (p *places) box(r geom.Rect) { p.sides = append(p.sides, [2]geom.Point{r.Min, r.Max}) }

func (p *places) Fill(q *geom.Path, t geom.Transform, paint scene.Paint) {
	p.path(q, t)
	if q.Round != nil {
		p.box(t.Rect(q.Round.Rect))
	}
	if paint.Gradient != nil {
		p.points = append(p.points, t.Of(paint.Gradient.From), t.Of(paint.Gradient.To))
	}
}
func (p *places) Stroke(s *scene.Stroke, t geom.Transform) { p.Fill(&s.Path, t, s.Paint) }
func (p *places) Clip(q *geom.Path, t geom.Transform)      { p.path(q, t) }
func (p *places) Glyphs(r *text.Run, at geom.Point, k float64, _ scene.Color) {
	left := at.X - r.X*k
	p.sides = append(p.sides, [2]geom.Point{geom.Pt(left, at.Y), geom.Pt(left+r.Line*k, at.Y)})
}
func (p *places) Emoji(r *text.Run, at geom.Point, k float64, c scene.Color) { p.Glyphs(r, at, k, c) }
func (p *places) Use(_ *scene.Symbol, at geom.Point, size float64, _ scene.Color) {
	p.box(geom.Box(at.X, at.Y, size, size))
}
func (p *places) Picture(q *scene.Picture, t geom.Transform) { p.box(t.Rect(q.Rect)) }
func (p *places) Link(r geom.Rect, _ string)                 { p.box(r) }
func (p *places) Begin(it *scene.Item, at geom.Point)        { p.box(it.Box.Add(at)) }
func (*places) End()                                         {}
func (*places) Unclip()                                      {}

// A mirror image has everything on the other side, and nothing that a painter
// would leave out there.
func TestAMirrorImage(t *testing.T) {
	everywhere := geom.Box(-1e6, -1e6, 2e6, 2e6)
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		axis := rapid.Float64Range(-500, 9000).Draw(t, "axis")
		image := (&scene.Mirror{}).Scene(s, axis)
		var was, is places
		s.Paint(&was, 1, everywhere)
		image.Paint(&is, 1, everywhere)
		if len(was.points) != len(is.points) || len(was.sides) != len(is.sides) {
			t.Fatalf("%d points and %d boxes have an image of %d and %d", len(was.points), len(was.sides), len(is.points), len(is.sides))
		}
		same := func(a, b geom.Point) bool { return math.Abs(a.X+b.X-axis) < 1e-6 && math.Abs(a.Y-b.Y) < 1e-6 }
		for i, p := range was.points {
			if !same(p, is.points[i]) {
				t.Fatalf("%v has its image at %v, mirrored at %v", p, is.points[i], axis/2)
			}
		}
		for i, b := range was.sides {
			if got := is.sides[i]; !same(geom.Pt(b[0].X, b[0].Y), geom.Pt(got[1].X, got[0].Y)) || !same(geom.Pt(b[1].X, b[1].Y), geom.Pt(got[0].X, got[1].Y)) {
				t.Fatalf("%v has its image at %v, mirrored at %v", b, got, axis/2)
			}
		}
		for i := range image.Blocks {
			for _, it := range image.Blocks[i].Items {
				if all := scene.NewItem("", "", it.At, it.Box, it.Ops...); all.Bounds != it.Bounds {
					t.Fatalf("an item's bounds are %v, what it draws is in %v", it.Bounds, all.Bounds)
				}
			}
		}
		if got := image.Box(); got != s.Box().Mirrored(axis) {
			t.Fatalf("the image of %v is %v", s.Box(), got)
		}
	})
}

// A mirror image need not begin at 0: what is left of it has no ground, and a
// map that grows to the left is painted anew only there.
func TestASceneThatBeginsFurtherRight(t *testing.T) {
	mirror := func(s *scene.Scene) *scene.Scene {
		m := (&scene.Mirror{}).Scene(s, 8192)
		return &m
	}
	p := newPane(t, mirror(rastertest.Cards(40)), 2)
	p.at = image.Pt(8192-1300, 0)
	p.same(p.wait())
	for _, n := range []int{120, 7, 300, 1} {
		next := rastertest.Cards(n)
		next.Size.X += float64(n) // so that it begins anywhere in a tile
		p.show(mirror(next))
		shown := p.wait()
		p.same(shown)
		for _, s := range shown {
			if !s.Rect.Add(p.at).In(p.whole()) {
				t.Fatalf("a tile covers %v of %v", s.Rect.Add(p.at), p.whole())
			}
		}
	}
	p.show(mirror(rastertest.Cards(300)))
	p.wait()
	p.zoom, p.at = 1.5, image.Pt(8192*3/2-1310, 0)
	p.covered(p.view()) // tiles of the zoom before are stretched to where they were
	p.same(p.wait())
}
