package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// crowded is a map with stages of many steps, lanes of many cards, and cards that
// span steps.
func crowded(t *rapid.T) *journey.Project {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Title: "Crowded"})
	order := func(i int) journey.Order { return journey.Order(fmt.Sprintf("%03d", i+1)) }
	var steps []journey.Step
	for i := range rapid.IntRange(1, 3).Draw(t, "stages") {
		st := journey.Stage{ID: journey.ID(fmt.Sprint("s", i)), Map: "map", Order: order(i), Title: fmt.Sprint("Stage ", i)}
		st.Width = rapid.SampledFrom([]float64{0, 144, 320}).Draw(t, "width")
		e.Put(st)
		for k := range rapid.IntRange(1, 9).Draw(t, "steps") {
			step := journey.Step{ID: journey.ID(fmt.Sprint(st.ID, "p", k)), Stage: st.ID, Order: order(k), Title: fmt.Sprint("Step ", k)}
			e.Put(step)
			steps = append(steps, step)
		}
	}
	kinds := []journey.LaneKind{journey.Touchpoints, journey.Text, journey.Pains, journey.Goals, journey.Backstage, journey.Process, journey.Metrics, journey.Duration, journey.Feelings}
	for i := range rapid.IntRange(1, 4).Draw(t, "lanes") {
		l := journey.Lane{ID: journey.ID(fmt.Sprint("l", i)), Map: "map", Order: order(i), LaneKind: rapid.SampledFrom(kinds).Draw(t, "kind"), Title: fmt.Sprint("Lane ", i)}
		e.Put(l)
		for k := range rapid.IntRange(0, 24).Draw(t, "cards") {
			at := rapid.SampledFrom(steps).Draw(t, "step")
			c := journey.Card{ID: journey.ID(fmt.Sprint(l.ID, "c", k)), Lane: l.ID, Stage: at.Stage, Step: at.ID, Order: order(k), Title: "Call"}
			c.Steps = max(0, rapid.IntRange(-2, 5).Draw(t, "span"))
			c.Text = strings.Repeat("again ", rapid.SampledFrom([]int{0, 3, 9, 60}).Draw(t, "words"))
			if rapid.IntRange(0, 5).Draw(t, "of the stage") == 0 {
				c.Step = ""
			}
			e.Put(c)
		}
	}
	return e.Project()
}

// A card stands on one page, and whole, unless it is larger than a page is.
func TestOnlyACardThatIsLargerThanThePageIsCut(t *testing.T) {
	o := options(t)
	o.NoTitle, o.NoLegend, o.NoFooter = true, true, true
	rapid.Check(t, func(t *rapid.T) {
		p := crowded(t)
		g := layout.Paging{
			Mode:   rapid.SampledFrom([]string{layout.StagePages, layout.TabletPages}).Draw(t, "mode"),
			Paper:  rapid.SampledFrom([]string{"A3", "A4", "A5", "Letter"}).Draw(t, "paper"),
			Lies:   rapid.SampledFrom([]string{layout.Portrait, layout.Landscape}).Draw(t, "lies"),
			Scale:  rapid.SampledFrom([]float64{0, 0.5, 1, 1.35}).Draw(t, "scale"),
			Margin: journey.Num(10),
		}
		out := layout.Cut(o, p, "map", g)
		sheet := layout.New(o, "map").Update(p)
		k := out.Scale * scene.Millimetres
		wide := out.List[0].Scene.Size.X - 20/k - sheet.HeaderWidth
		high := out.List[0].Scene.Size.Y - 20/k - sheet.BandHeight
		shown := map[string][]*scene.Item{}
		for _, page := range out.List {
			for _, b := range page.Scene.Blocks {
				for i := range b.Items {
					if it := &b.Items[i]; it.Part == layout.CardPart {
						shown[it.Owner] = append(shown[it.Owner], it)
					}
				}
			}
		}
		for _, b := range layout.Poster(o, p, "map").Blocks {
			for _, it := range b.Items {
				const edge = 20 // between a card and its columns
				if it.Part != layout.CardPart || it.Box.W()+edge > wide || it.Box.H() > high && g.Mode == layout.StagePages {
					continue
				}
				is := shown[it.Owner]
				// A stage by itself on a tablet has its cards no wider than it is.
				if len(is) != 1 || is[0].Box != it.Box && g.Mode == layout.StagePages || len(is[0].Fields) != len(it.Fields) {
					t.Fatalf("%s: card %s of %v is on %d pages with room for %v × %v, as %v", g.Mode, it.Owner, it.Box, len(is), wide, high, boxesOf(is))
				}
			}
		}
		for i, page := range out.List {
			own(t, fmt.Sprintf("%s, page %d", g.Mode, i+1), out, i, page)
		}
	})
}

// own holds that a page has something that stands on no other: the name of a stage
// or of a lane, or what stands in one.
func own(t interface{ Fatalf(string, ...any) }, name string, out *layout.Pages, n int, page layout.Page) {
	marks := func(s *scene.Scene) map[string]bool {
		set := map[string]bool{}
		names := map[string][]string{}
		for _, b := range s.Blocks {
			for _, it := range b.Items {
				part, _, _ := strings.Cut(b.Name, "/")
				if it.Owner != "" {
					names[part] = append(names[part], it.Owner)
				}
				if len(it.Ops) > 0 && (it.Owner != "" && part != "footer" || part == "legend" || part == "comments") {
					set[fmt.Sprint(part, it.Owner, it.Part, len(it.Ops))] = true // a name that is cut has fewer
				}
			}
		}
		for _, column := range names["band"] { // a cell may be empty
			for _, lane := range names["headers"] {
				set["cell "+column+" "+lane] = true
			}
		}
		return set
	}
	mine := marks(page.Scene)
	for i, other := range out.List {
		if i != n {
			for m := range marks(other.Scene) {
				if !strings.HasPrefix(m, "body") { // a curve goes on
					delete(mine, m)
				}
			}
		}
	}
	if len(mine) == 0 && len(out.List) > 1 {
		t.Fatalf("%s of %d has nothing of its own", name, len(out.List))
	}
}

// Every page of every map has something to show: nothing is spent on names that
// stand on other pages already.
func TestNoPageIsEmpty(t *testing.T) {
	o := options(t)
	blank, blankMap, _ := sample(t, "blank")
	bike, bikeMap, _ := sample(t, "cargo-bike")
	one := journey.New().Edit(nil)
	one.Put(journey.Map{ID: "map", Title: "One"})
	one.Put(journey.Stage{ID: "s", Map: "map", Title: "Only"})
	twelve, right := one.Project().Edit(nil), one.Project().Edit(nil)
	for i := range 12 {
		id := journey.ID(fmt.Sprintf("s%02d", i))
		twelve.Put(journey.Stage{ID: id, Map: "map", Order: journey.Order(id), Title: string(id)})
	}
	for i, s := range []string{"البحث", "التجربة", "الشراء"} {
		id := journey.ID(fmt.Sprintf("s%02d", i))
		right.Put(journey.Stage{ID: id, Map: "map", Order: journey.Order(id), Title: s})
	}
	for _, e := range []*journey.Edit{twelve, right} {
		e.Put(journey.Lane{ID: "l", Map: "map", LaneKind: journey.Touchpoints})
		e.Put(journey.Card{ID: "c", Lane: "l", Stage: "s02", Title: "حجز تجربة قيادة"})
	}
	for _, x := range []struct {
		name string
		p    *journey.Project
		mp   journey.ID
		most map[string]int
	}{
		{"blank", blank, blankMap, map[string]int{layout.StagePages: 1, layout.TabletPages: 1, layout.TiledPages: 2}},
		{"one stage", one.Project(), "map", map[string]int{layout.StagePages: 1, layout.TabletPages: 1, layout.TiledPages: 1}},
		{"sample", bike, bikeMap, map[string]int{layout.StagePages: 4, layout.TabletPages: 6, layout.TiledPages: 6}},
		{"twelve stages", twelve.Project(), "map", map[string]int{layout.StagePages: 2, layout.TabletPages: 2, layout.TiledPages: 3}},
		{"right to left", right.Project(), "map", map[string]int{layout.StagePages: 1, layout.TabletPages: 2, layout.TiledPages: 2}},
	} {
		for _, mode := range layout.PageModes {
			out := layout.Cut(o, x.p, x.mp, layout.Paging{Mode: mode, Overlap: 10, Marks: true})
			if most := max(1, x.most[mode]); len(out.List) > most {
				t.Errorf("%s, %s: there are %d pages", x.name, mode, len(out.List))
			}
			for i, page := range out.List {
				name := fmt.Sprintf("%s, %s: page %d", x.name, mode, i+1)
				if mode != layout.TiledPages {
					own(t, name, out, i, page)
				} else if !slices.ContainsFunc(page.Scene.Blocks, func(b scene.Placed) bool { return stands(b, page, out) }) {
					t.Errorf("%s has nothing of its own", name)
				}
			}
		}
	}
}

// stands reports whether a tile has a name, a card or words in a block that stands
// whole on it.
func stands(b scene.Placed, page layout.Page, out *layout.Pages) bool {
	k := out.Scale * scene.Millimetres
	room := geom.Rect{Max: page.Scene.Size}.Grow(-4 / k)
	return b.Name != "marks" && slices.ContainsFunc(b.Items, func(it scene.Item) bool {
		r := it.Box.Add(it.At).Add(b.At)
		return it.Owner != "" && len(it.Fields) > 0 && r.Intersect(room) == r
	})
}

func boxesOf(is []*scene.Item) (out []geom.Rect) {
	for _, it := range is {
		out = append(out, it.Box)
	}
	return out
}
