package pdf

import (
	"bytes"
	"context"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/exporttest"
	"throughline/export/number"
	"throughline/journey/journeytest"
)

// TestContent holds the operators of a small scene, as they are before they are
// deflated.
func TestContent(t *testing.T) {
	f := layouttest.Fonts(t)
	box := geom.RoundRect(geom.Box(10, 10, 120, 40), 6)
	clip := geom.Rectangle(geom.Box(0, 0, 50, 20))
	ops := []scene.Op{
		&scene.Fill{Path: box, Paint: scene.Solid(scene.RGB(0xFFFFFF))},
		&scene.Stroke{Path: box, Paint: scene.Solid(scene.RGB(0x2F6FDE)), Pen: geom.Pen{Width: 1.5, Dash: []float64{4, 2}}},
		&scene.Use{Symbol: exporttest.Smile, At: geom.Pt(14, 14), Size: 12, Color: scene.Color{R: 255, A: 128}},
		&scene.Group{Move: geom.Transform{K: 0.5, D: geom.Pt(70, 30)}, Clip: &clip, Ops: []scene.Op{
			&scene.Fill{Path: clip, Paint: scene.Paint{Gradient: &scene.Gradient{To: geom.Pt(50, 0), Stops: []scene.Stop{{At: 0, Color: scene.RGB(0)}, {At: 1, Color: scene.RGB(0xFFFFFF)}}}}},
		}},
		&scene.Picture{Image: exporttest.Photo("x", 4, 4, false), Rect: geom.Box(100, 30, 20, 15), R: 3},
	}
	ops = append(ops, exporttest.Text(f, "Two lines of AVATAR at 10:30 日本", text.Style{Weight: text.SemiBold, Size: 12, Line: 16, Tracking: -0.01}, 90, text.Greedy, geom.Pt(30, 14), scene.RGB(0x1F2430))...)
	s := exporttest.Of(160, 80, ops...)
	pg, err := pageOf(Page{Scene: s})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := newPainter(context.Background()).scene(&got, s, pg); err != nil {
		t.Fatal(err)
	}
	journeytest.Golden(t, "content.golden", got.Bytes())
}

func TestNumbersAreShortAndNearEnough(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", -1: "-1", 0.5: ".5", -0.25: "-.25", 120: "120", 1e6: "1000000", 0.004: "0", -0.004: "0", 12.345: "12.35", 0.05: ".05", 100.1: "100.1", 9.999: "10"} {
		if got := string(appendCenti(nil, centi(v))); got != want {
			t.Errorf("%v is written %s, not %s", v, got, want)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300} {
		if _, err := strconv.ParseFloat(string(number.Append(nil, v, 8)), 64); err != nil {
			t.Error(err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v, decimals := rapid.Float64Range(-1e5, 1e5).Draw(t, "v"), rapid.IntRange(0, 6).Draw(t, "decimals")
		got, err := strconv.ParseFloat(string(number.Append(nil, v, decimals)), 64)
		ulp := math.Nextafter(math.Abs(v), 1e6) - math.Abs(v) // what is read back is the nearest number there is
		if err != nil || math.Abs(got-v) > 0.5/math.Pow10(decimals)+ulp {
			t.Fatalf("%v with %d decimals is %v", v, decimals, got)
		}
	})
}

func TestGradientFunctions(t *testing.T) {
	a, b, c := scene.RGB(0xFF0000), scene.RGB(0x00FF00), scene.RGB(0x0000FF)
	for _, x := range []struct {
		stops []scene.Stop
		want  string
	}{
		{[]scene.Stop{{At: 0, Color: a}, {At: 1, Color: b}}, "<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 1 0]/N 1>>"},
		{[]scene.Stop{{At: 0, Color: a}, {At: 0.5, Color: b}, {At: 0.5, Color: c}, {At: 1, Color: a}},
			"<</FunctionType 3/Domain[0 1]/Functions[<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 1 0]/N 1>><</FunctionType 2/Domain[0 1]/C0[0 0 1]/C1[1 0 0]/N 1>>]/Bounds[.5]/Encode[0 1 0 1]>>"},
		{[]scene.Stop{{At: 0.9, Color: a}, {At: 0.2, Color: b}}, "<</FunctionType 3/Domain[0 1]/Functions[<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[1 0 0]/N 1>><</FunctionType 2/Domain[0 1]/C0[0 1 0]/C1[0 1 0]/N 1>>]/Bounds[.9]/Encode[0 1 0 1]>>"},
	} {
		if got := function(x.stops); got != x.want {
			t.Errorf("%v:\n%s\n%s", x.stops, got, x.want)
		}
	}
}
