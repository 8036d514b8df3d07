package slide_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

func options(t testing.TB) slide.Options {
	t.Helper()
	return slide.Options{Options: layouttest.Options(t, &layout.Light)}
}

// sample is a template as a project, its map and its pictures.
func sample(t testing.TB, name string) (*journey.Project, journey.ID, layout.Pictures) {
	t.Helper()
	p, blobs := layouttest.Template(t, name)
	return p, p.Maps()[0].ID, layout.NewLibrary(blobs)
}

// dump is the slides of a deck as text.
func dump(t *testing.T, d *slide.Deck, from, to int) []byte {
	t.Helper()
	var b bytes.Buffer
	for i := from; i < to; i++ {
		s := d.Slides[i]
		fmt.Fprintf(&b, "=== %s, %s, %d cards\n", s.Title, s.Count, len(s.Cards))
		if err := d.Scene(i).Dump(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestTheSampleStageByStage(t *testing.T) {
	o := options(t)
	for _, th := range []*layout.Theme{&layout.Light, &layout.Dark, &layout.Contrast} {
		o.Theme = th
		p, mp, pictures := sample(t, "cargo-bike")
		o.Pictures = pictures
		d := slide.New(o, p, mp)
		at := slices.IndexFunc(d.Slides, func(s slide.Slide) bool { return s.Stage == "try-out" })
		journeytest.Golden(t, "try-out."+th.Name+".txt", dump(t, d, at, at+2))
	}
}

func TestEveryViewOfTheSample(t *testing.T) {
	o := options(t)
	p, mp, pictures := sample(t, "cargo-bike")
	o.Pictures, o.Width = pictures, 1600
	for _, k := range slide.Kinds {
		if at, ok := slide.KindNamed(k.Name); !ok || at != k.Kind {
			t.Errorf("no view is called %s", k.Name)
		}
		if o.Kind, o.Metrics = k.Kind, k.Kind == slide.Walk; k.Kind == slide.Whole || k.Kind == slide.Lanes {
			continue
		}
		d := slide.New(o, p, mp)
		journeytest.Golden(t, "view."+k.Name+".txt", dump(t, d, 1, 2))
	}
}

// Lane by lane, each slide shows what the one before shows and one lane more;
// the last shows what the whole map does.
func TestLanesAreRevealedOneAfterTheOther(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	o.Kind = slide.Whole
	whole := slide.New(o, p, mp)
	o.Kind = slide.Lanes
	d := slide.New(o, p, mp)
	if len(d.Slides) != len(p.Lanes(mp)) {
		t.Fatalf("%d slides of %d lanes", len(d.Slides), len(p.Lanes(mp)))
	}
	cards := func(s *scene.Scene) int {
		n := 0
		items(s, func(it *scene.Item, _ geom.Point) {
			if _, ok := journey.Get[journey.Card](p, journey.ID(it.Owner)); ok {
				n++
			}
		})
		return n
	}
	sum := 0
	for i := range d.Slides {
		sum += len(d.Slides[i].Cards)
		if got := cards(d.Scene(i)); got != sum {
			t.Errorf("slide %d shows %d cards of %d", i, got, sum)
		}
	}
	if all := cards(whole.Scene(0)); sum != all || sum == 0 {
		t.Errorf("the lanes show %d cards, the map %d", sum, all)
	}
}

// A map in Arabic is read from the right: its first stage's bar is the last one
// on the left side's other end, and chips stand at the right of their words.
func TestAMapInArabicIsReadFromTheRight(t *testing.T) {
	p, _ := layouttest.Arabic(t)
	mp := p.Maps()[0].ID
	d := slide.New(options(t), p, mp)
	if !d.RTL {
		t.Fatal("it is read from the left")
	}
	at := slices.IndexFunc(d.Slides, func(s slide.Slide) bool { return s.Stage == "try-out" })
	journeytest.Golden(t, "arabic.txt", dump(t, d, at, at+1))
	checkDeck(t, d, mp)
	first, last := d.Window(0), d.Window(len(d.Slides)-1)
	if first.Min.X <= last.Max.X {
		t.Errorf("the first stage is in focus at %v, the last at %v", first, last)
	}
}

// With a saved view only its lanes and stages are presented; a stage keeps its
// colour.
func TestASavedViewIsPresented(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	all := slide.New(o, p, mp)
	o.View = journey.View{Map: mp, Stages: journey.List("try-out", "decide-buy"), Lanes: journey.List("touchpoints", "feelings")}
	d := slide.New(o, p, mp)
	if len(d.Slides) != 2 || d.Slides[1].Count != "Stage 2 of 2" {
		t.Fatalf("%d slides, the second is %q", len(d.Slides), d.Slides[1].Count)
	}
	if d.HueOf(0) != all.HueOf(2) {
		t.Error("the stage has another colour than in the map")
	}
}

func TestSlidesAreFoundByTheirWords(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	d := slide.New(options(t), p, mp)
	for words, want := range map[string]journey.ID{"leasing portal": "decide-buy", "PURE JOY": "try-out", "Wait & receive": "wait-receive"} {
		got := d.Find(words)
		if len(got) == 0 || d.Slides[got[0]].Stage != want {
			t.Errorf("%q is found on slides %v", words, got)
		}
	}
	if got := d.Find("no such words"); got != nil {
		t.Errorf("found on %v", got)
	}
}

// What stands beside a small map is as large as on other slides: the foot, and
// the metrics when they are wanted, which every view shows then.
func TestWhatStandsBesideTheMapIsRead(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	o.Metrics = true
	for _, k := range slide.Kinds {
		o.Kind = k.Kind
		d := slide.New(o, p, mp)
		for i, s := range d.Slides {
			oneOfEachName(t, d, i)
			says := ""
			for _, b := range d.Scene(i).Blocks {
				if b.Name != "foot" && b.Name != "metrics" {
					continue
				}
				for _, it := range b.Items {
					if b.Name == "foot" && s.Map > 0 {
						always(t, it.Ops)
					}
					each(it.Ops, geom.Transform{K: 1}, anywhere, func(x drawn) {
						if x.says != "" {
							says += strings.TrimSpace(x.says) + " "
						}
					})
				}
			}
			if want := p.StageCards("metrics", s.Stage); len(want) > 0 && !strings.Contains(says, want[0].Title) {
				t.Errorf("%s, slide %d: no %q in %q", k.Name, i, want[0].Title, says)
			}
			if s.Stage == "" && !strings.Contains(says, "average order value") {
				t.Errorf("%s, slide %d: no metrics", k.Name, i)
			}
		}
	}
}

func always(t *testing.T, ops []scene.Op) {
	t.Helper()
	for _, o := range ops {
		if g, ok := o.(*scene.Group); ok {
			if g.From > 0 || g.To > 0 {
				t.Errorf("drawn at zooms from %v to %v", g.From, g.To)
			}
			always(t, g.Ops)
		}
	}
}

// A stage without cards says so, and so does a step without touchpoints.
func TestAnEmptyStageSaysSo(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	e := p.Edit(nil)
	e.Put(journey.Stage{ID: "new", Map: mp, Order: "zz", Title: "New"})
	e.Put(journey.Stage{ID: "steps", Map: mp, Order: "zzz", Title: "Steps"})
	for i, s := range []journey.ID{"a", "b"} {
		e.Put(journey.Step{ID: s, Stage: "steps", Order: journey.Order([]string{"b", "c"}[i]), Title: string(s)})
	}
	d := slide.New(options(t), e.Project(), mp)
	for stage, want := range map[journey.ID]string{"new": "This stage has no cards yet.", "steps": "No touchpoints yet."} {
		at, says := slices.IndexFunc(d.Slides, func(s slide.Slide) bool { return s.Stage == stage }), ""
		items(d.Scene(at), func(it *scene.Item, _ geom.Point) {
			each(it.Ops, geom.Transform{K: 1}, anywhere, func(x drawn) { says += x.says })
		})
		if !strings.Contains(says, want) {
			t.Errorf("%s says %q", stage, says)
		}
	}
}

// What stands behind a stage of the sample has room on one slide, and a step's
// many touchpoints go on side by side.
func TestSlidesAreFilledWell(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	for i, s := range slide.New(options(t), p, mp).Slides {
		if s.Page > 1 {
			t.Errorf("slide %d is page %d of %s", i, s.Page, s.Title)
		}
	}
	e := p.Edit(nil)
	for i := range 5 {
		e.Put(journey.Card{ID: journey.ID(fmt.Sprint("more", i)), Lane: "touchpoints", Stage: "spark", Step: "ask-around", Order: "z", Title: fmt.Sprint("More ", i)})
	}
	d := slide.New(options(t), e.Project(), mp)
	n := 0
	for _, s := range d.Slides {
		if s.Stage == "spark" && !s.Deep {
			n++
		}
	}
	if n != 2 {
		t.Errorf("seven touchpoints take %d slides", n)
	}
}

// said is all words on a slide.
func said(d *slide.Deck, i int) string {
	says := ""
	items(d.Scene(i), func(it *scene.Item, _ geom.Point) {
		each(it.Ops, geom.Transform{K: 1}, anywhere, func(x drawn) { says += x.says + "\n" })
	})
	return says
}

// A walk-through says where nothing happens, and a map without feelings or
// without stages says that in every view.
func TestNoSlideIsBare(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	e := p.Edit(nil)
	e.Put(journey.Stage{ID: "new", Map: mp, Order: "zz", Title: "New"})
	e.Put(journey.Stage{ID: "steps", Map: mp, Order: "zzz", Title: "Steps"})
	e.Put(journey.Step{ID: "a", Stage: "steps", Order: "b", Title: "A step"})
	o := options(t)
	o.Kind = slide.Walk
	d := slide.New(o, e.Project(), mp)
	for stage, want := range map[journey.ID]string{"new": "This stage has no cards yet.", "steps": "This step has no cards yet."} {
		at := slices.IndexFunc(d.Slides, func(s slide.Slide) bool { return s.Stage == stage })
		if got := said(d, at); !strings.Contains(got, want) {
			t.Errorf("%s says %q", stage, got)
		}
	}

	e.Delete("feelings")
	o.Kind = slide.Feelings
	if got := said(slide.New(o, e.Project(), mp), 0); !strings.Contains(got, "This map has no feelings yet.") || !strings.Contains(got, "Buying a cargo bike") {
		t.Errorf("without feelings it says %q", got)
	}
	for _, st := range e.Project().Stages(mp) {
		e.Delete(st.ID)
	}
	for _, k := range slide.Kinds {
		o.Kind = k.Kind
		if got := said(slide.New(o, e.Project(), mp), 0); !strings.Contains(got, "This map has no stages yet.") || !strings.Contains(got, "Buying a cargo bike") {
			t.Errorf("%s without stages says %q", k.Name, got)
		}
	}
}

// Boxes stand closer together where that saves a page: three touchpoints, what
// hurts and an idea stand on one slide with the quote.
func TestNobodyTurnsAPageForALine(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	e := p.Edit(nil)
	e.Put(journey.Card{ID: "third", Lane: "touchpoints", Stage: "try-out", Step: "book-a-test-ride", Order: "zz", Title: "Weather report", Text: "Sunny, 19 degrees"})
	d := slide.New(options(t), e.Project(), mp)
	n := 0
	for _, s := range d.Slides {
		if s.Stage == "try-out" && !s.Deep {
			n++
		}
	}
	if n != 1 {
		t.Errorf("it takes %d slides", n)
	}
	checkDeck(t, d, mp)
}

// In high contrast, where colours mean little, the stage that is shown has a bar
// three times as high as the others.
func TestTheStageIsSeenInHighContrast(t *testing.T) {
	o := options(t)
	o.Theme = &layout.Contrast
	p, mp, _ := sample(t, "cargo-bike")
	d := slide.New(o, p, mp)
	at := slices.IndexFunc(d.Slides, func(s slide.Slide) bool { return s.Stage == "try-out" })
	var bars []geom.Rect
	for _, b := range d.Scene(at).Blocks {
		if b.Name == "bar" {
			each(b.Items[0].Ops, geom.Transform{K: 1}, anywhere, func(x drawn) {
				if x.says == "" && x.box.Min.Y < 36 && x.box.W() > 100 {
					bars = append(bars, x.box)
				}
			})
		}
	}
	if len(bars) != 6 {
		t.Fatalf("bars at %v", bars)
	}
	for i, r := range bars {
		if want := map[bool]float64{true: 12, false: 4}[i == 2]; r.H() != want || r.Max.Y != bars[0].Max.Y {
			t.Errorf("stage %d has a bar at %v", i+1, r)
		}
	}
}

// Twelve stages have their names below their bars.
func TestTwelveStagesHaveNames(t *testing.T) {
	names := []string{"Awareness", "Interest", "Research", "Comparison", "Trial", "Decision", "Purchase", "Delivery", "Onboarding", "First months", "Renewal", "Recommendation"}
	p, mp, _ := sample(t, "cargo-bike")
	e := p.Edit(nil)
	for _, st := range p.Stages(mp) {
		e.Delete(st.ID)
	}
	for i, s := range names {
		e.Put(journey.Stage{ID: journey.ID(s), Map: mp, Order: journey.Order(fmt.Sprintf("b%02d1", i)), Title: s})
	}
	o := options(t)
	o.Width = 1600
	d := slide.New(o, e.Project(), mp)
	for i := range d.Slides {
		got := said(d, i)
		for _, s := range names {
			if !strings.Contains(got, s) {
				t.Errorf("slide %d has no %q", i+1, s)
			}
		}
	}
	checkDeck(t, d, mp)
}

// What a room says of something is seen on its slide at once, whatever it is.
func TestRemarksAreSeen(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	o := options(t)
	o.Screen = true
	for _, k := range []slide.Kind{slide.Stages, slide.Walk, slide.Feelings} {
		o.Kind = k
		d := slide.New(o, p, mp)
		at := slices.IndexFunc(d.Slides, func(s slide.Slide) bool { return s.Stage == "try-out" && s.Step != "book-a-test-ride" })
		about := append([]journey.ID{"try-out"}, d.Slides[at].Cards...)
		if k == slide.Walk {
			about[0] = "ride-with-the-kids"
		}
		if k != slide.Feelings && len(about) < 6 {
			t.Fatalf("the slide shows %v", about)
		}
		for _, id := range about {
			if c, _ := journey.Get[journey.Card](p, id); c.Lane == "metrics" {
				continue
			}
			e := p.Edit(nil)
			e.Put(journey.Comment{ID: "vote", On: id, Mark: journey.VoteMark, Value: journey.Num(2), At: "2026-11-12T10:00:00Z"})
			e.Put(journey.Comment{ID: "idea", On: id, Mark: journey.IdeaMark, At: "2026-11-12T10:00:00Z"})
			after := d.Update(e.Project())
			if got := said(after, at); !strings.Contains(got, "1 vote") || !strings.Contains(got, "Idea") {
				t.Errorf("%v: a vote and an idea on %s are not seen", k, id)
			}
			checkDeck(t, after, mp)
		}
	}
}

// Lane by lane, the name of a lane stands above the map as large as a room can
// read, and the names of the lanes to come wait in their places.
func TestALaneIsNamedAboveTheMap(t *testing.T) {
	o := options(t)
	o.Kind = slide.Lanes
	p, mp, _ := sample(t, "cargo-bike")
	e := p.Edit(nil)
	long, _ := journey.Get[journey.Lane](p, "pains")
	long.Title = strings.TrimSpace(strings.Repeat("A lane whose name goes on ", 30))
	e.Put(long)
	d := slide.New(o, e.Project(), mp)
	for i, l := range e.Project().Lanes(mp) {
		name, waits := "", 0
		size := geom.Rect{Max: geom.Pt(d.Width, slide.Height)}
		for _, b := range d.Scene(i).Blocks {
			if strings.HasPrefix(b.Name, "to come/") {
				waits++
			}
			if b.Name == "title" || b.Name == "mark" {
				each(b.Items[0].Ops, geom.Transform{K: 1, D: b.At}, anywhere, func(x drawn) {
					if name += x.says + " "; x.says != "" && x.size < 20 {
						t.Errorf("%q is %v u high", x.says, x.size)
					}
					if x.box.Intersect(size) != x.box {
						t.Errorf("%s: %q at %v", l.Title, x.says, x.box)
					}
				})
			}
		}
		if words := strings.Fields(l.Title); !strings.Contains(name, words[0]) {
			t.Errorf("slide %d is called %q, not %q", i+1, name, l.Title)
		}
		if left := len(d.Slides) - 1 - i; (waits > 0) != (left > 0) {
			t.Errorf("%d lanes are to come, %d names wait", left, waits)
		}
	}
}

// In a map in Arabic the number of a metric stands at the right, and so does the
// mark at a lane.
func TestMetricsInArabicAreReadFromTheRight(t *testing.T) {
	p, _ := layouttest.Arabic(t)
	mp := p.Maps()[0].ID
	o := options(t)
	for _, o.Metrics = range []bool{false, true} {
		d := slide.New(o, p, mp)
		seen := 0
		for i := range d.Slides {
			items(d.Scene(i), func(it *scene.Item, at geom.Point) {
				if c, _ := journey.Get[journey.Card](p, journey.ID(it.Owner)); c.Lane != "metrics" {
					return
				}
				each(it.Ops, geom.Transform{K: 1, D: at}, anywhere, func(x drawn) {
					if strings.ContainsAny(x.says, "0123456789") && x.size > 30 {
						if seen++; x.box.Center().X < it.Box.Add(at).Center().X {
							t.Errorf("slide %d: %q stands at %v of %v", i, x.says, x.box, it.Box.Add(at))
						}
					}
				})
			})
		}
		if seen < 6 {
			t.Errorf("%d numbers are seen", seen)
		}
	}
	o.Kind = slide.Lanes
	d := slide.New(o, p, mp)
	for _, b := range d.Scene(2).Blocks {
		if b.Name == "mark" && b.Items[0].Box.Min.X < d.Width*0.8 {
			t.Errorf("the mark at the lane is at %v", b.Items[0].Box)
		}
	}
}

// A loop has no lanes to reveal: it is one slide.
func TestALoopIsNotRevealedLaneByLane(t *testing.T) {
	p, mp, _ := sample(t, "reputation-loop")
	o := options(t)
	o.Kind = slide.Lanes
	if d := slide.New(o, p, mp); len(d.Slides) != 1 || len(d.Slides[0].Cards) == 0 {
		t.Errorf("it has %d slides", len(d.Slides))
	}
}
