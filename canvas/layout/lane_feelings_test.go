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
	"throughline/journey/journeytest"
)

// feeling is a point under the i-th step.
func feeling(i int, v float64, title string) journey.Card {
	n := string(rune('1' + i))
	return journey.Card{ID: journey.ID("p" + n), Step: journey.ID("step" + n), Title: title, Feeling: journey.Num(v)}
}

// lines is the strokes of a scene's curves, the main one first.
func lines(s *scene.Scene) []*scene.Stroke {
	var out []*scene.Stroke
	each(s, func(it scene.Item, o scene.Op) {
		if l, ok := o.(*scene.Stroke); ok && it.Part == layout.CurvePart {
			out = append(out, l)
		}
	})
	return out
}

func faces(s *scene.Scene) int { return strings.Count(symbols(s), "face") }

// Two personas in a lane have a curve each. The one whose map it is has faces;
// the other is dashed, with a name at its end.
func TestEveryPersonaHasACurve(t *testing.T) {
	mara := journey.Persona{ID: "mara", Order: "V", Name: "Mara", Facts: "36, parent of two"}
	jonas := journey.Persona{ID: "jonas", Order: "W", Name: "Jonas", Facts: "41"}
	m := journey.Map{ID: "map", Order: "V", Title: "Map", State: journey.AsIs, Persona: "jonas"}
	rows := []journey.Row{mara, jonas, m}
	for i := range 4 {
		a, b := feeling(i, 2, "Good"), feeling(i, -1, "Bad")
		a.ID, a.Persona, b.Persona = "a"+a.ID, "mara", "jonas"
		rows = append(rows, a, b)
	}
	s := body(t, oneLane(journey.Feelings, rows...))
	l := lines(s)
	if len(l) != 2 || l[0].Paint.Gradient == nil || l[0].Pen.Width != 2.5 || l[1].Pen.Width != 1.5 || len(l[1].Pen.Dash) != 2 || l[1].Paint.Color != layout.Print.Ink3 {
		t.Fatalf("they are drawn as %v", l)
	}
	if l[0].Path.Bounds().Min.Y < l[1].Path.Bounds().Min.Y {
		t.Error("Jonas feels worse, and it is his map")
	}
	if n := faces(s); n != 4 {
		t.Errorf("there are %d faces", n)
	}
	text := strings.ReplaceAll(said(s), "|", " ")
	for _, name := range []string{"Mara, 36", "Jonas, 41"} {
		if !strings.Contains(text, name) {
			t.Errorf("%s is not named: %q", name, text)
		}
	}
	if strings.Count(text, "Good") != 4 || strings.Count(text, "Bad") != 4 {
		t.Errorf("said is %q", text)
	}

	// the map's persona decides, also later
	o := options(t)
	lay := layout.New(o, "map")
	p := oneLane(journey.Feelings, rows...)
	was := lines(&lay.Update(p).Body)[0].Path.Bounds()
	e := p.Edit(nil)
	m.Persona = "mara"
	e.Put(m)
	if is := lines(&lay.Update(e.Project()).Body)[0].Path.Bounds(); is == was {
		t.Error("the map is of another persona, the curve is not")
	}
}

func TestThingsAsTheyAreAndShallBe(t *testing.T) {
	var rows []journey.Row
	for i := range 4 {
		a, b := feeling(i, -1, ""), feeling(i, 1, "")
		a.ID, b.State = "a"+a.ID, journey.ToBe
		rows = append(rows, a, b)
	}
	s := body(t, oneLane(journey.Feelings, rows...))
	if text := strings.ReplaceAll(said(s), "|", " "); text != "As is To be" && text != "To be As is" {
		t.Errorf("said is %q", text)
	}
	if l := lines(s); len(l) != 2 || l[0].Path.Bounds().Min.Y < l[1].Path.Bounds().Min.Y {
		t.Error("as it is is not the main curve")
	}
}

// The legend names each scale once, in the words of its lane.
func TestTheLegendNamesEveryScale(t *testing.T) {
	rows := []journey.Row{feeling(0, 1, "Good")}
	for i, names := range [][]string{{"Bad", "So-so", "Fine"}, {"Bad", "So-so", "Fine"}, {"One"}} {
		id := journey.ID("more" + string(rune('1'+i)))
		rows = append(rows, journey.Lane{ID: id, Map: "map", Order: journey.Spread(9)[i], LaneKind: journey.Feelings, Title: "Lane", Names: journey.List(names...)})
	}
	s := strings.ReplaceAll(said(layout.Poster(options(t), oneLane(journey.Feelings, rows...), "map")), "|", " ")
	for name, n := range map[string]int{"Fine": 1, "So-so": 1, "Delighted": 1, "Neutral": 1, "One": 0} {
		if strings.Count(s, name) != n {
			t.Errorf("%s is there %d times, want %d: %q", name, strings.Count(s, name), n, s)
		}
	}
}

func TestAssumedFeelingsAreMarked(t *testing.T) {
	c := feeling(0, 1, "Good")
	c.Evidence = journey.Assumed
	s := layout.Poster(options(t), oneLane(journey.Feelings, c), "map")
	if n := strings.Count(symbols(s), "help"); n != 2 { // at the point, in the legend
		t.Errorf("it is marked %d times", n)
	}
}

func TestOneCurveHasNoName(t *testing.T) {
	s := body(t, oneLane(journey.Feelings, journey.Persona{ID: "mara", Order: "V", Name: "Mara"}, feeling(0, 1, "Good"), feeling(2, -1, "")))
	if text := said(s); text != "Good" {
		t.Errorf("said is %q", text)
	}
}

// A curve stays between the points it joins.
func TestCurvesNeverOvershoot(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		var rows []journey.Row
		for i := range rapid.IntRange(1, 12).Draw(t, "points") {
			c := feeling(i%4, rapid.Float64Range(-2.5, 2.5).Draw(t, "feeling"), "")
			c.ID, c.Offset = journey.ID("p"+string(rune('a'+i))), rapid.IntRange(-2, 2).Draw(t, "offset")
			c.Order = journey.Spread(12)[i]
			c.State = rapid.SampledFrom([]string{"", journey.ToBe}).Draw(t, "state")
			rows = append(rows, c)
		}
		s := &layout.New(o, "map").Update(oneLane(journey.Feelings, rows...)).Body
		for _, l := range lines(s) {
			p, at, k := geom.Point{}, geom.Point{}, 0
			for _, v := range l.Path.Verbs {
				switch v {
				case geom.Move, geom.Line:
					at = l.Path.Points[k]
					if k++; v == geom.Line && at.Y != p.Y && math.Abs(at.Y-p.Y) > 1e-9 {
						t.Fatalf("it does not run out flat: %v to %v", p, at)
					}
				case geom.Cubic:
					a, b := l.Path.Points[k], l.Path.Points[k+1]
					at = l.Path.Points[k+2]
					lo, hi := min(p.Y, at.Y)-1e-9, max(p.Y, at.Y)+1e-9
					// for a cubic whose handles stand at a third and two thirds, the
					// slopes at its ends may be three times that of the chord at most
					if d := at.Y - p.Y; (a.Y-p.Y)*d < -1e-9 || (at.Y-b.Y)*d < -1e-9 || math.Abs(a.Y-p.Y) > math.Abs(d)+1e-9 || math.Abs(at.Y-b.Y) > math.Abs(d)+1e-9 {
						t.Fatalf("it may leave %v to %v: %v %v %v %v", lo, hi, p, a, b, at)
					}
					for i := range 21 {
						u := float64(i) / 20
						w := 1 - u
						if y := w*w*w*p.Y + 3*w*w*u*a.Y + 3*w*u*u*b.Y + u*u*u*at.Y; y < lo || y > hi {
							t.Fatalf("%v is not between %v and %v", y, p.Y, at.Y)
						}
					}
					k += 3
				}
				p = at
			}
		}
	})
}

// Labels keep apart from each other and from the faces, within the row. None is
// left out.
func TestLabelsKeepApart(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		var rows []journey.Row
		for i := range rapid.IntRange(1, 10).Draw(t, "points") {
			c := feeling(i%4, rapid.Float64Range(-2, 2).Draw(t, "feeling"), journey.CleanText(journeytest.Texts().Draw(t, "title")))
			c.ID, c.Offset = journey.ID("p"+string(rune('a'+i))), rapid.IntRange(-1, 1).Draw(t, "offset")
			c.Order = journey.Spread(12)[i]
			c.State = rapid.SampledFrom([]string{"", "", journey.ToBe}).Draw(t, "state")
			rows = append(rows, c)
		}
		e := oneLane(journey.Feelings, rows...).Edit(nil)
		l, _ := journey.Get[journey.Lane](e.Project(), "lane")
		l.Height = rapid.SampledFrom([]float64{0, 300}).Draw(t, "height")
		l.Title = strings.Repeat("long ", rapid.IntRange(0, 60).Draw(t, "header"))
		e.Put(l)
		s := layout.New(o, "map").Update(e.Project())
		var labels, points []geom.Rect
		for _, b := range s.Body.Blocks {
			for _, it := range b.Items {
				if it.Part != layout.PointPart {
					continue
				}
				c, _ := journey.Get[journey.Card](e.Project(), journey.ID(it.Owner))
				f := it.Fields[0]
				if f.Block.Text != c.Title {
					t.Fatalf("%q is not said but %q", c.Title, f.Block.Text)
				}
				if c.State == "" && c.Title != "" {
					points = append(points, it.Box.Add(it.At).Add(b.At))
				}
				if c.Title != "" {
					labels = append(labels, geom.Box(f.At.X, f.At.Y, f.Block.Width, f.Block.Height).Add(it.At).Add(b.At))
				}
			}
		}
		for i, r := range labels {
			if r.Empty() {
				continue
			}
			if r.Min.Y < -0.01 || r.Max.Y > s.Height+0.01 || r.Max.X > s.Width+0.01 {
				t.Fatalf("a label is at %v of %v × %v", r, s.Width, s.Height)
			}
			for _, q := range labels[i+1:] {
				if r.Grow(-0.01).Overlaps(q) {
					t.Fatalf("labels at %v and %v meet", r, q)
				}
			}
			for _, q := range points {
				if r.Grow(-0.5).Overlaps(q) {
					t.Fatalf("a label at %v lies on a face at %v", r, q)
				}
			}
		}
	})
}
