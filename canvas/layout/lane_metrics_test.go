package layout_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// metric is a lane with one metric of the whole stage.
func metric(t testing.TB, c journey.Card) *scene.Scene {
	c.ID, c.Stage = "m", "stage"
	p := oneLane(journey.Metrics, c)
	return body(t, p)
}

func TestNumbersForPeople(t *testing.T) {
	for _, x := range []struct {
		value float64
		unit  string
		want  string
	}{
		{1840, "", "1,840"}, {0, "", "0"}, {-0.0, "", "0"}, {-1250.5, "€", "−€1,250.5"}, {5490, "€", "€5,490"}, {41, "%", "41 %"}, {6.4, "weeks", "6.4 weeks"},
		{0.1 + 0.2, "", "0.3"}, {999999999999999, "", "999,999,999,999,999"}, {1e15, "", "1 × 10¹⁵"}, {7.5e18, "", "7.5 × 10¹⁸"},
		{-math.MaxFloat64, "", "−1.8 × 10³⁰⁸"}, {3e-7, "", "3 × 10⁻⁷"}, {0.00002, "", "0.00002"},
	} {
		got := strings.ReplaceAll(said(metric(t, journey.Card{Value: journey.Num(x.value), Unit: x.unit})), "|", " ")
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(x.want, " ", "") {
			t.Errorf("%v %s is %q, want %q", x.value, x.unit, got, x.want)
		}
	}
}

// colours is the colours of a scene's areas.
func colours(s *scene.Scene) map[scene.Color]int {
	out := map[scene.Color]int{}
	each(s, func(_ scene.Item, o scene.Op) {
		if f, ok := o.(*scene.Fill); ok {
			out[f.Paint.Color]++
		}
	})
	return out
}

func TestAMissedTargetIsSeen(t *testing.T) {
	bad := layout.Print.Feelings[0]
	for _, chart := range []string{journey.ChartProgress, journey.ChartBars} {
		c := journey.Card{Title: "Delivery", Value: journey.Num(6.4), Target: journey.Num(5), Chart: chart, Series: journey.Series(3, 5, 6.4)}
		for better, want := range map[string]int{"": 0, "lower": 1, "higher": 0} {
			c.Better = better
			if got := colours(metric(t, c)); got[bad] != want || got[layout.Print.Ink] != 1 {
				t.Errorf("%s, better %q: %v", chart, better, got)
			}
		}
	}
	s := said(metric(t, journey.Card{Title: "Delivery", Value: journey.Num(6.4), Target: journey.Num(5), Unit: "weeks"}))
	if !strings.Contains(strings.ReplaceAll(s, "|", " "), "target 5 weeks") {
		t.Errorf("without a chart, said is %q", s)
	}
}

func TestPartsAndSourcesAreNamed(t *testing.T) {
	s := metric(t, journey.Card{Title: "after 100 days", Value: journey.Num(58), Unit: "NPS", Chart: journey.ChartStacked,
		Series: journey.Series(68, 22, 10), SeriesNames: journey.List("promoters", "", "critics"), Source: "Survey", Date: "2026-09-30"})
	got := strings.ReplaceAll(said(s), "|", " ")
	for _, want := range []string{"promoters 68 %", "critics 10 %", "Survey, 30 September 2026"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said: %q", want, got)
		}
	}
}

// plainText is letters that the fonts have, with spaces and line ends: others
// may be as high as they like.
var plainText = rapid.StringOfN(rapid.RuneFrom([]rune("aWjÖgM4,- \n")), 0, 50, -1)

// Whatever the numbers are, a metric keeps within its box and says all of it.
func TestMetricsKeepWithinTheirBox(t *testing.T) {
	o := options(t)
	number := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-200, 200), rapid.SampledFrom([]float64{0, 1, -1, math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64}))
	rapid.Check(t, func(t *rapid.T) {
		maybe := func(name string) journey.Number {
			if rapid.Bool().Draw(t, name+" is set") {
				return journey.Num(number.Draw(t, name))
			}
			return journey.Number{}
		}
		text := func(name string) string { return plainText.Draw(t, name) }
		names := make([]string, rapid.IntRange(0, 4).Draw(t, "names"))
		for i := range names {
			names[i] = text("name")
		}
		c := journey.Card{
			ID: "m", Title: text("title"), Text: text("text"), Value: maybe("value"), Unit: rapid.SampledFrom([]string{"", "%", "€", "weeks and a very long unit"}).Draw(t, "unit"),
			Target: maybe("target"), Tick: journey.Num(rapid.Float64Range(0, 1).Draw(t, "tick")), Better: rapid.SampledFrom([]string{"", "lower", "higher"}).Draw(t, "better"),
			Chart:  rapid.SampledFrom([]string{"", journey.ChartBars, journey.ChartProgress, journey.ChartStacked, journey.ChartFunnel}).Draw(t, "chart"),
			Series: journey.Series(rapid.SliceOfN(number, 0, 80).Draw(t, "series")...), SeriesNames: journey.List(names...),
			Source: text("source"), Date: "2026-09-30", Owner: "who", Evidence: journey.Assumed,
		}
		kind := rapid.SampledFrom([]journey.LaneKind{journey.Metrics, journey.Touchpoints}).Draw(t, "kind")
		if c.Stage = "stage"; rapid.Bool().Draw(t, "in a step") {
			c.Step = "step1"
		}
		s := &layout.New(o, "map").Update(oneLane(kind, c)).Body
		box := placeOf(t, s, "m")
		for _, b := range s.Blocks {
			for _, it := range b.Items {
				if it.Owner != "m" {
					continue
				}
				inked(it.Ops, geom.Identity, func(r geom.Rect, text string) {
					if r.Min.X < -1 || r.Max.X > box.W()+1 || r.Min.Y < -1 || r.Max.Y > box.H()+1 {
						t.Fatalf("%q is at %v of %v × %v", text, r, box.W(), box.H())
					}
				})
				areas(it.Ops, geom.Identity, func(r geom.Rect) { // the badge stands on the edge
					if !(r.Min.X >= 0 && r.Max.X <= box.W() && r.Min.Y >= -12 && r.Max.Y <= box.H()) {
						t.Fatalf("an area is at %v of %v × %v", r, box.W(), box.H())
					}
				})
			}
		}
	})
}
