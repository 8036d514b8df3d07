package geom_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
)

func near(a, b geom.Point, d float64) bool { return a.Sub(b).Len() <= d }

func TestFlattenStaysWithinItsTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tolerance := rapid.SampledFrom([]float64{0.01, 0.1, 1}).Draw(t, "tolerance")
		a, b, c, d := drawPoint(t, "a"), drawPoint(t, "b"), drawPoint(t, "c"), drawPoint(t, "d")
		var p, q geom.Path
		p.MoveTo(a.X, a.Y)
		p.CubicTo(b.X, b.Y, c.X, c.Y, d.X, d.Y)
		q.MoveTo(a.X, a.Y)
		q.QuadTo(b.X, b.Y, d.X, d.Y)
		cubic, quad := p.Flatten(tolerance), q.Flatten(tolerance)
		if l := cubic[0].Points; l[0] != a || l[len(l)-1] != d {
			t.Fatalf("from %v to %v instead of %v to %v", l[0], l[len(l)-1], a, d)
		}
		for i := range 33 {
			v := float64(i) / 32
			u := 1 - v
			on := a.Mul(u * u * u).Add(b.Mul(3 * u * u * v)).Add(c.Mul(3 * u * v * v)).Add(d.Mul(v * v * v))
			if e := away(cubic, on); e > tolerance+1e-9 {
				t.Fatalf("the cubic is %.4f away at %.2f, with tolerance %v", e, v, tolerance)
			}
			on = a.Mul(u * u).Add(b.Mul(2 * u * v)).Add(d.Mul(v * v))
			if e := away(quad, on); e > tolerance+1e-9 {
				t.Fatalf("the quadratic is %.4f away at %.2f, with tolerance %v", e, v, tolerance)
			}
		}
	})
}

func TestFlattenFollowsOutlines(t *testing.T) {
	var p geom.Path
	p.MoveTo(9, 9) // draws nothing
	p.MoveTo(0, 0)
	p.LineTo(4, 0)
	p.LineTo(4, 4)
	p.Close()
	p.LineTo(-3, 0) // begins where the closed one began
	p.MoveTo(7, 7)  // draws nothing
	got := p.Flatten(0.1)
	if len(got) != 2 || !got[0].Closed || got[1].Closed || len(got[0].Points) != 3 || got[1].Points[0] != geom.Pt(0, 0) {
		t.Errorf("%v", got)
	}
	closed := geom.Rectangle(geom.Box(0, 0, 3, 3))
	closed.MoveTo(5, 5)
	closed.LineTo(6, 5)
	if got := closed.Flatten(0.1); len(got) != 2 {
		t.Errorf("behind a Close and a Move: %v", got)
	}
}

func TestLastIsWhereTheNextPieceBegins(t *testing.T) {
	p := geom.Rectangle(geom.Box(1, 2, 3, 4))
	if p.Last() != geom.Pt(1, 2) {
		t.Errorf("behind a Close: %v", p.Last())
	}
	p.QuadTo(0, 0, 7, 8)
	if p.Last() != geom.Pt(7, 8) {
		t.Errorf("behind a curve: %v", p.Last())
	}
	var none geom.Path
	if none.Last() != (geom.Point{}) {
		t.Error("of nothing")
	}
}

func TestArcs(t *testing.T) {
	for name, c := range map[string]struct {
		from         geom.Point
		rx, ry, turn float64
		large, sweep bool
		to, center   geom.Point
		length       float64 // in radians of the ellipse
	}{
		"half, over the top":   {geom.Pt(0, 0), 5, 5, 0, false, true, geom.Pt(10, 0), geom.Pt(5, 0), math.Pi},
		"half, below":          {geom.Pt(0, 0), 5, 5, 0, false, false, geom.Pt(10, 0), geom.Pt(5, 0), math.Pi},
		"quarter":              {geom.Pt(10, 0), 10, 10, 0, false, true, geom.Pt(0, 10), geom.Pt(0, 0), math.Pi / 2},
		"three quarters":       {geom.Pt(10, 0), 10, 10, 0, true, false, geom.Pt(0, 10), geom.Pt(0, 0), 3 * math.Pi / 2},
		"other centre":         {geom.Pt(10, 0), 10, 10, 0, true, true, geom.Pt(0, 10), geom.Pt(10, 10), 3 * math.Pi / 2},
		"radii too small":      {geom.Pt(0, 0), 1, 1, 0, false, true, geom.Pt(10, 0), geom.Pt(5, 0), math.Pi},
		"ellipse":              {geom.Pt(20, 0), 20, 10, 0, false, true, geom.Pt(0, 10), geom.Pt(0, 0), math.Pi / 2},
		"ellipse, turned":      {geom.Pt(0, 20), 20, 10, 90, false, true, geom.Pt(-10, 0), geom.Pt(0, 0), math.Pi / 2},
		"negative radii count": {geom.Pt(10, 0), -10, -10, 0, false, true, geom.Pt(0, 10), geom.Pt(0, 0), math.Pi / 2},
	} {
		var p geom.Path
		p.MoveTo(c.from.X, c.from.Y)
		p.ArcTo(c.rx, c.ry, c.turn, c.large, c.sweep, c.to.X, c.to.Y)
		if p.Last() != c.to {
			t.Errorf("%s ends at %v", name, p.Last())
		}
		rx, ry := math.Abs(c.rx), math.Abs(c.ry)
		if name == "radii too small" {
			rx, ry = 5, 5
		}
		sin, cos := math.Sincos(-c.turn * math.Pi / 180)
		var before geom.Point
		turned := 0.0
		for i, q := range p.Flatten(0.0005)[0].Points {
			q = q.Sub(c.center)
			q = geom.Pt((q.X*cos-q.Y*sin)/rx, (q.X*sin+q.Y*cos)/ry)
			if d := q.Len(); math.Abs(d-1) > 0.002 {
				t.Fatalf("%s: a point is %.4f radii from the centre", name, d)
			}
			if i > 0 {
				turned += math.Atan2(before.X*q.Y-before.Y*q.X, before.X*q.X+before.Y*q.Y)
			}
			before = q
		}
		if !c.sweep {
			turned = -turned
		}
		if math.Abs(turned-c.length) > 0.01 {
			t.Errorf("%s turns by %.3f, want %.3f", name, turned, c.length)
		}
	}
	var p geom.Path
	p.MoveTo(1, 1)
	p.ArcTo(0, 5, 0, false, true, 4, 4)
	p.ArcTo(5, 5, 0, false, true, 4, 4)
	if got := p.Flatten(0.1)[0].Points; len(got) != 3 || got[1] != geom.Pt(4, 4) {
		t.Errorf("arcs without a radius, or without a way: %v", got)
	}
}

func TestRoundRect(t *testing.T) {
	box := geom.Box(2, 3, 40, 20)
	for radius, want := range map[float64]float64{0: 0, -3: 0, 6: 6, 99: 10} {
		p := geom.RoundRect(box, radius)
		if p.Round == nil || p.Round.R != want || p.Round.Rect != box || p.Bounds() != box {
			t.Errorf("radius %v gives %+v in %v", radius, p.Round, p.Bounds())
		}
		area := signed(p.Flatten(0.001))
		if full := 800 - (4-math.Pi)*want*want; math.Abs(area-full) > 0.1 {
			t.Errorf("radius %v has an area of %.2f, want %.2f", radius, area, full)
		}
	}
	p := geom.RoundRect(box, 6)
	q := p.Transformed(geom.Transform{K: 2, D: geom.Pt(1, 1)})
	if q.Round == nil || q.Round.R != 12 || q.Round.Rect != geom.Box(5, 7, 80, 40) || q.Bounds() != q.Round.Rect {
		t.Errorf("doubled: %+v", q.Round)
	}
	p.LineTo(0, 0)
	if p.Round != nil || q.Round == nil {
		t.Error("a box with a line more is no box")
	}
}

func TestRectangles(t *testing.T) {
	a, b := geom.Box(0, 0, 10, 10), geom.Box(5, 5, 10, 10)
	if a.Union(b) != geom.Box(0, 0, 15, 15) || a.Intersect(b) != geom.Box(5, 5, 5, 5) || !a.Overlaps(b) {
		t.Error("union, intersection")
	}
	if a.Union(geom.Rect{}) != a || (geom.Rect{}).Union(a) != a || a.Overlaps(geom.Box(10, 0, 5, 5)) {
		t.Error("empty boxes, edges")
	}
	if !a.Contains(geom.Pt(0, 0)) || a.Contains(geom.Pt(10, 5)) {
		t.Error("contains")
	}
	twice, moved := geom.Transform{K: 2}, geom.Transform{K: 1, D: geom.Pt(3, 4)}
	if got := moved.Then(twice).Of(geom.Pt(1, 1)); !near(got, geom.Pt(8, 10), 0) {
		t.Errorf("moved, then doubled: %v", got)
	}
}
