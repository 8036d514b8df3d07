package geom_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
)

// winding is how often outlines go round q, clockwise on a screen.
func winding(lines []geom.Polyline, q geom.Point) int {
	n := 0
	for _, l := range lines {
		a := l.Points[len(l.Points)-1]
		for _, b := range l.Points {
			side := (b.X-a.X)*(q.Y-a.Y) - (b.Y-a.Y)*(q.X-a.X)
			switch {
			case a.Y <= q.Y && b.Y > q.Y && side > 0:
				n++
			case b.Y <= q.Y && a.Y > q.Y && side < 0:
				n--
			}
			a = b
		}
	}
	return n
}

// away is q's distance from lines.
func away(lines []geom.Polyline, q geom.Point) float64 {
	d := math.Inf(1)
	for _, l := range lines {
		for i := range l.Points {
			k := i + 1
			if k == len(l.Points) {
				if k = 0; !l.Closed {
					k = i
				}
			}
			a, b := l.Points[i], l.Points[k]
			ab := b.Sub(a)
			t := 0.0
			if s := ab.X*ab.X + ab.Y*ab.Y; s > 0 {
				t = min(max((q.Sub(a).X*ab.X+q.Sub(a).Y*ab.Y)/s, 0), 1)
			}
			d = min(d, q.Sub(a.Add(ab.Mul(t))).Len())
		}
	}
	return d
}

// signed is twice no area and once every area that polygons enclose.
func signed(lines []geom.Polyline) float64 {
	sum := 0.0
	for _, l := range lines {
		a := l.Points[len(l.Points)-1]
		for _, b := range l.Points {
			sum += (a.X*b.Y - b.X*a.Y) / 2
			a = b
		}
	}
	return sum
}

func drawPoint(t *rapid.T, name string) geom.Point {
	v := rapid.OneOf(rapid.Float64Range(0, 100), rapid.Map(rapid.IntRange(0, 5), func(i int) float64 { return float64(20 * i) }))
	return geom.Pt(v.Draw(t, name+" x"), v.Draw(t, name+" y"))
}

func drawPath(t *rapid.T) geom.Path {
	var p geom.Path
	a := drawPoint(t, "start")
	p.MoveTo(a.X, a.Y)
	for range rapid.IntRange(1, 5).Draw(t, "pieces") {
		a, b, c := drawPoint(t, "a"), drawPoint(t, "b"), drawPoint(t, "c")
		switch rapid.IntRange(0, 3).Draw(t, "verb") {
		case 0, 1:
			p.LineTo(a.X, a.Y)
		case 2:
			p.QuadTo(a.X, a.Y, b.X, b.Y)
		case 3:
			p.CubicTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
		}
	}
	if rapid.Bool().Draw(t, "close") {
		p.Close()
	}
	return p
}

// With round ends and joins a stroke is the points within half a width.
func TestRoundStrokesAreThePointsNearTheLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const tolerance = 0.02
		p := drawPath(t)
		hw := rapid.Float64Range(0.2, 20).Draw(t, "half width")
		area := p.Outline(geom.Pen{Width: 2 * hw, Cap: geom.RoundCap, Join: geom.RoundJoin}, tolerance)
		outline, line := area.Flatten(tolerance), p.Flatten(tolerance)
		for range 200 {
			q := geom.Pt(rapid.Float64Range(-30, 130).Draw(t, "qx"), rapid.Float64Range(-30, 130).Draw(t, "qy"))
			d, w := away(line, q), winding(outline, q)
			if w < 0 {
				t.Fatalf("winding %d at %v", w, q)
			}
			// a bend that takes one point leaves the circle by 1 %
			if d < hw*0.99-2*tolerance && w == 0 {
				t.Fatalf("%v is %.3f from the line and outside its stroke of half width %.3f", q, d, hw)
			}
			if d > hw*1.02+2*tolerance && w != 0 {
				t.Fatalf("%v is %.3f from the line and inside its stroke of half width %.3f", q, d, hw)
			}
		}
	})
}

func TestStrokesStayWithinTheirMitres(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPath(t)
		pen := geom.Pen{
			Width: rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, 40)).Draw(t, "width"),
			Cap:   geom.Cap(rapid.IntRange(0, 1).Draw(t, "cap")),
			Join:  geom.Join(rapid.IntRange(0, 1).Draw(t, "join")),
			Dash:  rapid.SampledFrom([][]float64{nil, {5, 3}, {0, 2}, {1}, {-1, 4}, {math.NaN()}, {0, 0}, {1e-9, 1e-9}, {20, 0, 0, 3}}).Draw(t, "dash"),
		}
		reach := pen.Width / 2 * 1.02
		if pen.Join == geom.MiterJoin {
			reach *= geom.MiterLimit
		}
		out := p.Outline(pen, 0.05)
		may := p.Bounds().Grow(reach + 1e-6)
		for _, q := range out.Points {
			if !(q.X >= may.Min.X && q.X <= may.Max.X && q.Y >= may.Min.Y && q.Y <= may.Max.Y) {
				t.Fatalf("%v leaves %v", q, may)
			}
		}
	})
}

func TestAreasOfStrokes(t *testing.T) {
	corner := geom.Path{}
	corner.MoveTo(0, 0)
	corner.LineTo(10, 0)
	corner.LineTo(10, 10)
	square := geom.Rectangle(geom.Box(0, 0, 10, 10))
	for name, c := range map[string]struct {
		path geom.Path
		pen  geom.Pen
		want float64
	}{
		"segment":            {geom.Segment(geom.Pt(0, 0), geom.Pt(30, 40)), geom.Pen{Width: 2}, 100},
		"segment, round":     {geom.Segment(geom.Pt(0, 0), geom.Pt(30, 40)), geom.Pen{Width: 2, Cap: geom.RoundCap}, 100 + math.Pi},
		"circle":             {geom.Circle(geom.Pt(0, 0), 10), geom.Pen{Width: 4}, 80 * math.Pi},
		"dashes":             {geom.Segment(geom.Pt(0, 0), geom.Pt(40, 0)), geom.Pen{Width: 2, Dash: []float64{3, 2}}, 48},
		"dashes, odd":        {geom.Segment(geom.Pt(0, 0), geom.Pt(40, 0)), geom.Pen{Width: 2, Dash: []float64{4}}, 40},
		"dashes, closed":     {square, geom.Pen{Width: 0.002, Dash: []float64{1, 1}}, 0.04},
		"dots":               {geom.Segment(geom.Pt(0, 0), geom.Pt(9, 0)), geom.Pen{Width: 2, Cap: geom.RoundCap, Dash: []float64{0, 4}}, 3 * math.Pi},
		"a point":            {geom.Segment(geom.Pt(5, 5), geom.Pt(5, 5)), geom.Pen{Width: 2, Cap: geom.RoundCap}, math.Pi},
		"a point, flat ends": {geom.Segment(geom.Pt(5, 5), geom.Pt(5, 5)), geom.Pen{Width: 2}, 0},
	} {
		out := c.path.Outline(c.pen, 0.0001)
		if got := signed(out.Flatten(0.001)); math.Abs(got-c.want) > 0.002*c.want+1e-9 {
			t.Errorf("%s: area %.4f, want %.4f", name, got, c.want)
		}
	}
	// On the inner side of a corner the sum of areas counts twice what the
	// nonzero rule covers once, so points are counted instead.
	for join, want := range map[geom.Join]float64{geom.MiterJoin: 144 - 64, geom.RoundJoin: 144 - 64 - 4 + math.Pi} {
		out := square.Outline(geom.Pen{Width: 2, Join: join}, 0.001)
		lines := out.Flatten(0.001)
		n := 0
		for i := range 280 * 280 {
			if winding(lines, geom.Pt(float64(i%280)/20-1.975, float64(i/280)/20-1.975)) != 0 {
				n++
			}
		}
		if got := float64(n) / 400; math.Abs(got-want) > 0.2 {
			t.Errorf("a square with join %d: area %.2f, want %.2f", join, got, want)
		}
	}
	for join, want := range map[geom.Join]bool{geom.MiterJoin: true, geom.RoundJoin: false} {
		out := corner.Outline(geom.Pen{Width: 4, Join: join}, 0.01)
		if got := winding(out.Flatten(0.01), geom.Pt(11.9, -1.9)) != 0; got != want {
			t.Errorf("join %d covers the tip of the mitre: %v", join, got)
		}
	}
	sharp := geom.Path{}
	sharp.MoveTo(0, 0)
	sharp.LineTo(50, 1)
	sharp.LineTo(0, 2)
	out := sharp.Outline(geom.Pen{Width: 4}, 0.01)
	if r := out.Bounds(); r.Max.X > 54 {
		t.Errorf("a mitre beyond its limit reaches %v", r.Max)
	}
}

func TestAStrokerIsUsedAgain(t *testing.T) {
	var s geom.Stroker
	var f geom.Flat
	pen := geom.Pen{Width: 3, Cap: geom.RoundCap, Join: geom.RoundJoin, Dash: []float64{4, 3}}
	p := geom.RoundRect(geom.Box(0, 0, 80, 60), 12)
	run := func() {
		f.Reset()
		f.Add(&p, geom.Identity, 0.05)
		s.Outline(&f, pen, 0.05)
	}
	run()
	if n := testing.AllocsPerRun(50, run); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
