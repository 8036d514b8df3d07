package layout_test

import (
	"bytes"
	"fmt"
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

func TestALoopInTheEditor(t *testing.T) {
	o := options(t)
	o.Theme = &layout.Light
	s := layout.New(o, "map").Update(journeytest.Loop())
	if !s.Looped() || s.HeaderWidth != 0 || s.BandHeight != 0 || len(s.Band.Blocks)+len(s.Headers.Blocks)+len(s.Corner.Blocks) > 0 {
		t.Errorf("a loop has bands: %v × %v", s.HeaderWidth, s.BandHeight)
	}
	journeytest.Golden(t, "loop.light.txt", []byte(dump(s)))
}

func TestALoopAsAPoster(t *testing.T) {
	o := options(t)
	s := layout.Poster(o, journeytest.Loop(), "map")
	var b bytes.Buffer
	if err := s.Dump(&b); err != nil {
		t.Fatal(err)
	}
	journeytest.Golden(t, "loop.print.txt", b.Bytes())
	for _, want := range []string{`"Physio practice reputation"`, `"Two reviews this year"`, `"An answer to every review"`, `"Proof"`} {
		for _, w := range strings.Fields(strings.Trim(want, `"`)) {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%s is not on the poster", want)
			}
		}
	}
	if n := strings.Count(b.String(), "item touchpoints/"); n > 0 {
		t.Errorf("the lane of the ring is listed below it, too")
	}
}

// ringOf is a map of n stages that asks for a loop, with cards at every stage.
func ringOf(n, cards int, title string) *journey.Project {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Order: "V", Layout: journey.Loop})
	e.Put(journey.Lane{ID: "touch", Map: "map", Order: "V", LaneKind: journey.Touchpoints})
	for i, o := range journey.Spread(n) {
		st := journey.ID(fmt.Sprint("stage", i))
		e.Put(journey.Stage{ID: st, Map: "map", Order: o, Title: title})
		for k, o := range journey.Spread(cards) {
			e.Put(journey.Card{ID: journey.ID(fmt.Sprint(st, "-", k)), Lane: "touch", Stage: st, Order: o, Title: "Booking page", Text: "Four taps, no account", Icon: "web"})
		}
	}
	return e.Project()
}

func TestOnlyThreeToEightStagesMakeALoop(t *testing.T) {
	o := options(t)
	for n := 1; n <= 10; n++ {
		s := layout.New(o, "map").Update(ringOf(n, 1, "Visit"))
		if want := n >= layout.LeastLoop && n <= layout.MostLoop; s.Looped() != want || (s.BandHeight == 0) != want {
			t.Errorf("%d stages: a loop is %v", n, s.Looped())
		}
	}
	p := ringOf(4, 1, "Visit")
	l := layout.New(o, "map")
	l.Update(p)
	e := p.Edit(nil)
	e.Delete("stage0")
	e.Delete("stage1")
	if s := l.Update(e.Project()); s.Looped() || dump(s) != dump(layout.New(o, "map").Update(e.Project())) {
		t.Error("two stages are left, and it is not laid out in rows")
	}
}

// circle is where a loop's ring is, and how far out it reaches.
func circle(s *layout.Sheet) (center geom.Point, out float64) {
	for _, b := range s.Body.Blocks {
		for _, it := range b.Items {
			if it.Part == layout.StagePart {
				shape := it.Ops[0].(*scene.Fill)
				return b.At.Add(it.At), shape.Path.Points[0].Len() + 1.5
			}
		}
	}
	return geom.Point{}, 0
}

// A name that is too long for the ring stands above the cards; one that is not
// makes the ring larger. Neither leaves the ring's width.
func TestNamesStayOnTheRingOrStandBesideIt(t *testing.T) {
	o := options(t)
	for _, x := range []struct {
		title  string
		beside bool
		grows  bool
	}{
		{"Visit", false, false}, {"Retention and loyalty", false, true},
		{"A name for those who want to say it all in one go", true, false},
		{"Two\nlines", true, false}, {"", false, false}, {"مرحبا", false, false},
	} {
		s := layout.New(o, "map").Update(ringOf(7, 1, x.title))
		_, out := circle(s)
		if grows := out > 196.01; grows != x.grows {
			t.Errorf("“%s”: the ring reaches %.1f", x.title, out)
		}
		it, _, _ := s.Body.Find("stage3", layout.StagePart)
		if beside := len(it.Fields) > 0; beside != x.beside {
			t.Errorf("“%s” stands beside the ring: %v", x.title, beside)
		}
		for _, q := range lettersOf(it) {
			if d := q.Len(); d > out || d < out-40 {
				t.Fatalf("“%s”: a letter is at %.1f, the ring from %.1f to %.1f", x.title, d, out-40, out)
			}
		}
	}
}

// lettersOf is the points of the shapes that stand along the ring.
func lettersOf(it *scene.Item) []geom.Point {
	var out []geom.Point
	for _, o := range it.Ops {
		if g, ok := o.(*scene.Group); ok && g.To == 0 {
			for _, o := range g.Ops {
				if f, ok := o.(*scene.Fill); ok {
					out = append(out, f.Path.Points...)
				}
			}
		}
	}
	return out
}

// looped is a random project whose maps are loops.
func looped(t *rapid.T) *journey.Project {
	p := journeytest.Project().Draw(t, "project")
	e := p.Edit(nil)
	for _, m := range p.Maps() {
		m.Layout = journey.Loop
		for i := len(p.Stages(m.ID)); i < layout.LeastLoop; i++ {
			st := journey.ID(fmt.Sprint(m.ID, "-stage", i))
			e.Put(journey.Stage{ID: st, Map: m.ID, Order: journey.Order(fmt.Sprint("z", i, "V")), Title: journey.CleanText(journeytest.Texts().Draw(t, "stage"))})
		}
		for _, l := range p.Lanes(m.ID) {
			if cards := p.LaneCards(l); len(cards) > 0 && m.Metric == "" && rapid.Bool().Draw(t, "metric") {
				m.Metric = cards[0].ID
			}
		}
		e.Put(m)
	}
	return e.Project()
}

func TestALoopThatGoesOnEqualsAFreshOne(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		p, n := looped(t), 1000
		if len(p.Maps()) == 0 {
			return
		}
		mp := p.Maps()[0].ID
		l := layout.New(o, mp)
		old := l.Update(p)
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			e := p.Edit(nil)
			journeytest.Step(t, e, &n)
			if m, ok := journey.Get[journey.Map](e.Now(), mp); ok && rapid.IntRange(0, 3).Draw(t, "turn") == 0 {
				m.Layout = map[string]string{journey.Rows: journey.Loop, journey.Loop: journey.Rows}[m.Layout]
				e.Put(m)
			}
			p = e.Project()
			if _, ok := p.Row(mp); !ok {
				return
			}
			s := l.Update(p)
			if got, want := dump(s), dump(layout.New(o, mp).Update(p)); got != want {
				t.Fatalf("a loop that went on differs from a fresh one: %s", firstDifference(got, want))
			}
			checkDirty(t, &old.Body, &s.Body)
			old = s
		}
	})
}

// Around a ring cards keep apart, from each other and from the ring; nothing is
// lost; and where a card is painted it is hit.
func TestARingKeepsItsCardsApart(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		p := looped(t)
		for _, m := range p.Maps() {
			s := layout.New(o, m.ID).Update(p)
			if !s.Looped() {
				continue
			}
			center, out := circle(s)
			var boxes []geom.Rect
			var owners []string
			words := ""
			for _, b := range s.Body.Blocks {
				for _, it := range b.Items {
					for _, f := range it.Fields {
						words += f.Block.Text + "\n"
					}
					if it.Part == layout.CardPart {
						boxes, owners = append(boxes, it.Box.Add(it.At).Add(b.At)), append(owners, it.Owner)
					}
				}
			}
			body := geom.Rect{Max: s.Body.Size}
			for i, r := range boxes {
				if r.Intersect(body) != r {
					t.Fatalf("%s is at %v of %v", owners[i], r, s.Body.Size)
				}
				near := geom.Pt(min(max(center.X, r.Min.X), r.Max.X), min(max(center.Y, r.Min.Y), r.Max.Y))
				if d := near.Sub(center).Len(); d < out+8 {
					t.Fatalf("%s comes as near as %.1f, the ring reaches %.1f", owners[i], d, out)
				}
				for k := range i {
					if r.Overlaps(boxes[k]) {
						t.Fatalf("%s at %v and %s at %v overlap", owners[i], r, owners[k], boxes[k])
					}
				}
				if h, ok := s.Body.Hit(r.Center(), 0); !ok || h.Owner != owners[i] {
					t.Fatalf("in the middle of %s there is %q", owners[i], h.Owner)
				}
				cell, ok := s.CellAt(r.Center())
				c, _ := journey.Get[journey.Card](p, journey.ID(owners[i]))
				if !ok || cell.Row.ID != c.Lane || cell.Column.ID() != c.Column() {
					t.Fatalf("%s stands in %v under %v", owners[i], cell.Row.ID, cell.Column)
				}
				if !strings.Contains(words, c.Title) || !strings.Contains(words, c.Text) {
					t.Fatalf("%q of %s is not drawn", c.Title, c.ID)
				}
			}
		}
	})
}

// Feelings never leave the room between the stages and the centre.
func TestFeelingsStayWithinTheRing(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(layout.LeastLoop, layout.MostLoop).Draw(t, "stages")
		e := ringOf(n, 0, "Visit").Edit(nil)
		e.Put(journey.Lane{ID: "feel", Map: "map", Order: "X", LaneKind: journey.Feelings})
		worst, best := 2.0, -2.0
		for i := range rapid.IntRange(1, 20).Draw(t, "points") {
			v := rapid.Float64Range(-2, 2).Draw(t, "feeling")
			st := rapid.IntRange(0, n-1).Draw(t, "stage")
			e.Put(journey.Card{ID: journey.ID(fmt.Sprint("p", i)), Lane: "feel", Stage: journey.ID(fmt.Sprint("stage", st)), Order: "V",
				Feeling: journey.Num(v), Offset: rapid.IntRange(-2, 2).Draw(t, "offset")})
			worst, best = min(worst, v), max(best, v)
		}
		s := layout.New(o, "map").Update(e.Project())
		_, out := circle(s)
		it, _, ok := s.Body.Find("feel", layout.CurvePart)
		if !ok {
			t.Fatal("no curve")
		}
		zero := out - 20 - 72
		way := it.Ops[0].(*scene.Fill).Path
		for i, v := range flat(way) {
			// the pieces of the curve stay within a hundredth of its radius
			if d := v.Len(); d < zero+17*worst-1 || d > zero+17*best+1 || math.IsNaN(d) {
				t.Fatalf("point %d is at %.2f, the feelings go from %.2f to %.2f", i, d, zero+17*worst, zero+17*best)
			}
		}
	})
}

// flat is points on a path's curves, close to each other.
func flat(p geom.Path) []geom.Point {
	var out []geom.Point
	i := 0
	var at geom.Point
	for _, v := range p.Verbs {
		switch v {
		case geom.Move:
			at = p.Points[i]
			i++
		case geom.Cubic:
			a, b, c := p.Points[i], p.Points[i+1], p.Points[i+2]
			for k := range 8 {
				t := float64(k+1) / 8
				u := 1 - t
				out = append(out, at.Mul(u*u*u).Add(a.Mul(3*t*u*u)).Add(b.Mul(3*t*t*u)).Add(c.Mul(t*t*t)))
			}
			at = c
			i += 3
		}
	}
	return out
}

// A stage without cards says how to fill it, on a screen only.
func TestAnEmptyStageOfALoopSaysWhatBelongsThere(t *testing.T) {
	o := options(t)
	o.Screen = true
	e := ringOf(4, 0, "Visit").Edit(nil)
	e.Put(journey.Hint{ID: "h", Lane: "touch", Stage: "stage2", Text: "Who opens the door?"})
	s := layout.New(o, "map").Update(e.Project())
	for text, want := range map[string]int{"touchpoint.": 3, "door?": 1} {
		if n := strings.Count(dump(s), text); n != want {
			t.Errorf("%q stands %d times in the loop", text, n)
		}
	}
	_, at, ok := s.Body.Find("", layout.HintPart)
	cell, found := s.CellAt(at.Add(geom.Pt(9, 9)))
	if !ok || !found || cell.Row.ID != "touch" || cell.Column.Stage == "" {
		t.Errorf("where it says so is %v", cell)
	}
	var b bytes.Buffer
	if err := layout.Poster(o, e.Project(), "map").Dump(&b); err != nil || strings.Contains(b.String(), "touchpoint.") {
		t.Error("an export has it, too", err)
	}
}

// While a card is dragged around a ring nothing moves but a line that says
// where it would go.
func TestADragAroundARingMovesNothing(t *testing.T) {
	o := options(t)
	p := ringOf(6, 3, "Visit")
	l := layout.New(o, "map")
	plain := l.Update(p)
	for i := range 4 {
		v := layout.Preview{Ghosts: []journey.ID{"stage1-0"}, Slot: &layout.Slot{Lane: "touch", Column: "stage3", Index: i, Height: 84}}
		s := l.UpdatePreview(p, v)
		if s.Width != plain.Width || s.Height != plain.Height {
			t.Fatalf("the loop is %v × %v, was %v × %v", s.Width, s.Height, plain.Width, plain.Height)
		}
		if _, _, ok := s.Body.Find(layout.SlotOwner, "slot"); !ok {
			t.Errorf("no slot before card %d", i)
		}
		if _, _, ok := s.Body.Find("stage1-0", layout.GhostPart); !ok {
			t.Error("the dragged card leaves nothing behind")
		}
		for k := range 3 {
			id := fmt.Sprint("stage3-", k)
			_, was, _ := plain.Body.Find(id, layout.CardPart)
			if _, is, _ := s.Body.Find(id, layout.CardPart); is != was {
				t.Errorf("%s moved from %v to %v", id, was, is)
			}
		}
	}
	if s := l.UpdatePreview(p, layout.Preview{}); dump(s) != dump(plain) {
		t.Error("cancelling does not bring the old sheet back")
	}
}

// However much somebody writes, a loop is laid out.
func TestALoopOfExtremes(t *testing.T) {
	o := options(t)
	long := strings.Repeat("long text without an end ", 400)
	for _, p := range []*journey.Project{ringOf(8, 120, long), ringOf(3, 0, long), ringOf(5, 40, strings.Repeat("x", 3000))} {
		e := p.Edit(nil)
		e.Put(journey.Lane{ID: "metrics", Map: "map", Order: "X", LaneKind: journey.Metrics})
		e.Put(journey.Card{ID: "centre", Lane: "metrics", Stage: "stage0", Order: "V", Title: long, Value: journey.Num(1e300), Target: journey.Num(-1e300), Unit: long[:200]})
		m, _ := journey.Get[journey.Map](p, "map")
		m.Metric = "centre"
		e.Put(m)
		s := layout.New(o, "map").Update(e.Project())
		if w, h := s.Width, s.Height; !(w > 0 && w < 1e5 && h > 0 && h < 1e5) {
			t.Errorf("the loop is %.0f × %.0f", w, h)
		}
	}
}

func BenchmarkLoop(b *testing.B) {
	for _, cards := range []int{2, 12, 1250} {
		b.Run(fmt.Sprint("keystroke/", 8*cards), func(b *testing.B) {
			p := ringOf(8, cards, "Remember")
			l := layout.New(options(b), "map")
			l.Update(p)
			c, _ := journey.Get[journey.Card](p, "stage3-1")
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				c.Title = fmt.Sprintf("Typing %d", i)
				e := p.Edit(nil)
				e.Put(c)
				p = e.Project()
				l.Update(p)
			}
		})
	}
}
