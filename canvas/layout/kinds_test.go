package layout_test

import (
	"math"
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// ways is the arrows of a process, from where to where.
func ways(s *layout.Sheet) (out [][2]geom.Point) {
	for _, b := range s.Body.Blocks {
		for _, it := range b.Items {
			if it.Part != "way" {
				continue
			}
			drawn(it.Ops, func(o scene.Op) {
				p := o.(*scene.Stroke).Path.Points
				out = append(out, [2]geom.Point{p[0].Add(b.At), p[len(p)-2].Add(b.At)})
			})
		}
	}
	return out
}

func TestAProcessLeadsFromCardToCard(t *testing.T) {
	p := three(journey.Process)
	view := layout.New(options(t), "map")
	s := view.Update(p)
	ids := []journey.ID{"a1", "a2", "b1", "b2", "c1", "c2"}
	got := ways(s)
	if len(got) != 5 {
		t.Fatalf("%d arrows join six cards", len(got))
	}
	for i, w := range got {
		from, to := boxOf(t, p, s, ids[i]), boxOf(t, p, s, ids[i+1])
		if w[0].X != from.Max.X || math.Abs(w[1].X-to.Min.X) > 3 {
			t.Errorf("an arrow leads from %v to %v, not from %v to %v", w[0], w[1], from, to)
		}
	}
	// a card below, in its own column
	p = edited(p, func(e *journey.Edit) {
		e.Put(journey.Card{ID: "below", Lane: "lane", Stage: "a", Step: "sa1", Order: "k", Title: "below"})
	})
	s = view.Update(p)
	if w := ways(s); len(w) != 6 || w[0][0].Y != boxOf(t, p, s, "a1").Max.Y || w[1][1].X > boxOf(t, p, s, "a2").Min.X {
		t.Errorf("with a card below the arrows are %v", w)
	}
	// a link is the way on
	p = edited(p, func(e *journey.Edit) { e.Put(journey.Link{ID: "l", Map: "map", From: "a2", To: "c1"}) })
	s = view.Update(p)
	for _, w := range ways(s) {
		if w[0].X == boxOf(t, p, s, "a2").Max.X && w[0].Y < 60 {
			t.Errorf("an arrow leads on from the card with a link: %v", w)
		}
	}
}

func TestAnArcHasItsOwnScale(t *testing.T) {
	p := three(journey.Intensity)
	p = edited(p, func(e *journey.Edit) {
		l, _ := journey.Get[journey.Lane](p, "lane")
		l.Least, l.Greatest, l.Names = journey.Num(0), journey.Num(10), journey.List("Bored", "So so", "Carried away")
		e.Put(l)
		for id, v := range map[journey.ID]float64{"a1": 0, "b1": 5, "c2": 10} {
			c, _ := journey.Get[journey.Card](p, id)
			c.Feeling = journey.Num(v)
			e.Put(c)
		}
	})
	s := layout.New(options(t), "map").Update(p)
	at := func(id journey.ID) float64 { return boxOf(t, p, s, id).Center().Y }
	if a, b, c := at("a1"), at("b1"), at("c2"); b != (a+c)/2 || c >= b || c != layout.CurvePad {
		t.Errorf("the points are at %v, %v and %v", a, b, c)
	}
	for _, name := range []string{"Bored", "So so", "away"} {
		if h := headerOf(t, s, "lane"); !strings.Contains(h, name) {
			t.Errorf("the header does not say %q:\n%s", name, h)
		}
	}
	if _, _, ok := s.Body.Find("lane", layout.CurvePart); !ok {
		t.Error("there is no arc")
	}
}

func TestPicturesFilesAndPersonas(t *testing.T) {
	p, blobs := journeytest.Lanes()
	o := options(t)
	o.Pictures = layout.NewLibrary(blobs)
	s := layout.New(o, "lanes").Update(p)
	says := func(lane journey.ID, i int) (string, *scene.Item) {
		l, _ := journey.Get[journey.Lane](p, lane)
		it, _, ok := s.Card(p.LaneCards(l)[i])
		if !ok {
			t.Fatalf("%s has no card %d", lane, i)
		}
		var b strings.Builder
		one := scene.Scene{Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{*it})}}}
		if err := one.Dump(&b); err != nil {
			t.Fatal(err)
		}
		return b.String(), it
	}
	for _, c := range []struct {
		lane  journey.ID
		i     int
		wants []string
	}{
		{"images", 0, []string{"picture ", " \"A cargo bike on a hill\""}},
		{"images", 2, []string{"dash [3.00 3.00]", "use image/", `"Two models side `}},
		{"files", 0, []string{`"Interview guide"`, `"PDF, 1 kB"`}},
		{"files", 1, []string{`"example.org"`, `"https://www.example.org/bikes?sort=price"`, "use link/"}},
		{"files", 2, []string{`"CSV, 14 bytes"`, `"wiki.example.org"`, "use map/", `"Lanes of all kinds"`, `"map:lanes"`}},
		{"personas", 0, []string{`"Mara"`, "picture ", `"36, parent of two"`}},
		{"personas", 1, []string{`"JW"`, `"Jonas Weidner"`}},
		{"personas", 2, []string{`"TW"`, `"The workshop"`, `"Builds four bikes a week"`}},
	} {
		got, _ := says(c.lane, c.i)
		for _, w := range c.wants {
			if !strings.Contains(got, w) {
				t.Errorf("card %d of %s does not show %s:\n%s", c.i, c.lane, w, got)
			}
		}
	}
	// a flat picture keeps 2:1, a tall one ends at 4:3
	if _, it := says("images", 0); it.Bounds.H() < 80 {
		t.Errorf("the flat one is %v", it.Bounds)
	}
	if d, _ := says("images", 1); !strings.Contains(d, "0.00,0.00–160.00,213.00 radius 8.00") {
		t.Errorf("the tall one is\n%s", d)
	}
	// the name of a map follows
	p = edited(p, func(e *journey.Edit) {
		m, _ := journey.Get[journey.Map](p, "lanes")
		m.Title = "Renamed"
		e.Put(m)
	})
	view := layout.New(o, "lanes")
	view.Update(edited(p, func(e *journey.Edit) {
		m, _ := journey.Get[journey.Map](p, "lanes")
		m.Title = "Old"
		e.Put(m)
	}))
	s = view.Update(p)
	if d, _ := says("files", 2); !strings.Contains(d, `"Renamed"`) {
		t.Errorf("the link to a map says\n%s", d)
	}
}

// From afar no letter is smaller than eight pixels, and every card still shows.
func TestEveryKindOfLaneFromAfar(t *testing.T) {
	p, blobs := journeytest.Lanes()
	o := options(t)
	o.Pictures = layout.NewLibrary(blobs)
	s := layout.New(o, "lanes").Update(p)
	for _, zoom := range []float64{0.1, 0.2, 0.3, 0.45, 0.5, 0.6, 0.7, 0.75, 1} {
		var walk func(it *scene.Item, ops []scene.Op, k float64) int
		walk = func(it *scene.Item, ops []scene.Op, k float64) (n int) {
			for _, o := range ops {
				switch o := o.(type) {
				case *scene.Group:
					if zoom >= o.From && (o.To == 0 || zoom < o.To) {
						n += walk(it, o.Ops, k*o.Move.K)
					}
				case *scene.Glyphs:
					n++
					if px := o.Run.Size * k * zoom; px < 7.99 {
						t.Errorf("at %v %q of %s is %.1f pixels large", zoom, o.Run.Text, it.Owner, px)
					}
				default:
					n++
				}
			}
			return n
		}
		for _, b := range s.Body.Blocks {
			for i := range b.Items {
				it := &b.Items[i]
				if it.Part != layout.CardPart {
					continue
				}
				n := walk(it, it.Ops, 1)
				c, _ := journey.Get[journey.Card](p, journey.ID(it.Owner))
				if lane(t, p, c.Lane).LaneKind != journey.Metrics && n == 0 {
					t.Errorf("at %v nothing of %s is left", zoom, it.Owner)
				}
			}
		}
	}
}
