package layout_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// cardsOf is where the cards of a project begin in a scene, each as often as it
// is drawn.
func cardsOf(p *journey.Project, s *scene.Scene, fromRight bool) map[string][]geom.Point {
	out := map[string][]geom.Point{}
	for _, b := range s.Blocks {
		for _, it := range b.Items {
			if _, ok := journey.Get[journey.Card](p, journey.ID(it.Owner)); ok {
				at := it.Box.Min
				if fromRight {
					at.X = it.Box.Max.X
				}
				out[it.Owner] = append(out[it.Owner], at.Add(it.At).Add(b.At))
			}
		}
	}
	return out
}

// parts is the blocks of a scene, by the part of a poster that they belong to.
func parts(s *scene.Scene) map[string]int {
	out := map[string]int{}
	for _, b := range s.Blocks {
		name, _, _ := strings.Cut(b.Name, "/")
		out[name]++
	}
	return out
}

// papers is any way to put a map on paper that people might ask for.
func papers(t *rapid.T) layout.Paging {
	g := layout.Paging{
		Mode:  rapid.SampledFrom(layout.PageModes).Draw(t, "mode"),
		Paper: rapid.SampledFrom(layout.Papers).Draw(t, "paper").Name,
		Lies:  rapid.SampledFrom([]string{"", layout.Portrait, layout.Landscape}).Draw(t, "lies"),
		Scale: rapid.SampledFrom([]float64{0, 0.1, 0.5, 1, 1.35, 4}).Draw(t, "scale"),
		Cover: rapid.Bool().Draw(t, "cover"), Marks: rapid.Bool().Draw(t, "marks"),
		Overlap: rapid.SampledFrom([]float64{0, 10, 30}).Draw(t, "overlap"),
	}
	if rapid.Bool().Draw(t, "a margin") {
		g.Margin = journey.Num(rapid.Float64Range(0, 60).Draw(t, "margin"))
	}
	return g
}

// Put together, the pages of a map have each of its cards once, and where they
// are cut at stages, in the place that it has on the poster.
func TestPagesLoseNoCardAndHaveNoneTwice(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		for _, m := range p.Maps() {
			g := papers(t)
			out := layout.Cut(o, p, m.ID, g)
			if len(out.List) == 0 {
				t.Fatal("there is no page")
			}
			poster := layout.Poster(o, p, m.ID)
			fromRight := layout.ReadsLeft(o.Fonts, p, m.ID)
			whole := cardsOf(p, poster, fromRight)
			got := map[string]int{}
			for i, page := range out.List {
				onPage := cardsOf(p, page.Scene, fromRight)
				var moved *geom.Point
				for id, at := range onPage {
					got[id] += len(at)
					if by := at[0].Sub(whole[id][0]); g.Mode == layout.StagePages {
						if moved == nil {
							moved = &by
						}
						if by.Sub(*moved).Len() > 1e-6 {
							t.Fatalf("page %d: card %s stands elsewhere against the others than on the poster", i+1, id)
						}
					}
				}
				checkPage(t, i, page, g, poster)
			}
			for id, at := range whole {
				if n := got[id]; n != len(at) && g.Mode != layout.TiledPages || n < len(at) {
					t.Fatalf("%s: card %s is drawn %d times, on the poster %d times", g.Mode, id, n, len(at))
				}
			}
			if len(got) != len(whole) {
				t.Fatalf("the pages have %d cards, the poster %d", len(got), len(whole))
			}
		}
	})
}

// checkPage holds that a page has something to show, names what it shows, and
// keeps within its paper. Of a poster in tiles a
// footer or lines may be all that there is on one.
func checkPage(t *rapid.T, n int, page layout.Page, g layout.Paging, poster *scene.Scene) {
	has, drawn := parts(page.Scene), 0
	for _, b := range page.Scene.Blocks {
		for _, it := range b.Items {
			if b.Name != "marks" && (g.Mode == layout.TiledPages || b.Name != "footer" && it.Part != "edge") && len(it.Ops) > 0 {
				drawn++
			}
			r := it.Box.Add(it.At).Add(b.At)
			if it.Part == layout.CardPart && g.Mode != layout.PosterPage && (r.Min.X < -0.1 || r.Max.X > page.Scene.Size.X+0.1 || r.Max.Y > page.Scene.Size.Y+0.1) {
				t.Fatalf("%s: page %d of %v has card %s at %v", g.Mode, n+1, page.Scene.Size, it.Owner, r)
			}
		}
	}
	if drawn == 0 && len(poster.Blocks) > 0 {
		t.Fatalf("%s: page %d is empty", g.Mode, n+1)
	}
	if (g.Mode == layout.StagePages || g.Mode == layout.TabletPages) && has["body"] > 0 && has["band"] == 0 {
		t.Fatalf("page %d has cards and no stages", n+1)
	}
	if w, h := page.Scene.Size.X*page.Scale, page.Scene.Size.Y*page.Scale; !(w > 0 && h > 0) || math.IsInf(w, 0) || math.IsInf(h, 0) {
		t.Fatalf("page %d is %v × %v points", n+1, w, h)
	}
}

// The sample on A4: two groups of three stages, each on two pages, the names of
// its stages and lanes on all of them.
func TestTheSampleCutAtItsStages(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	out := layout.Cut(o, p, mp, layout.Paging{Mode: layout.StagePages})
	if out.Paper != "A4 landscape" || len(out.List) != 4 || out.Smallest < layout.LeastPrint-1e-9 {
		t.Fatalf("%d pages %s, the smallest text %v pt", len(out.List), out.Paper, out.Smallest)
	}
	stages := p.Stages(mp)
	for i, page := range out.List {
		words := said(page.Scene)
		for k, st := range stages {
			if want := k/3 == i/2; strings.Contains(words, st.Title) != want {
				t.Errorf("page %d names “%s”: %v", i+1, st.Title, !want)
			}
		}
		for k, lane := range p.Lanes(mp) {
			if lane.Hidden {
				continue
			}
			_, _, has := page.Scene.Find(string(lane.ID), layout.LanePart)
			if want := (k < 4) == (i%2 == 0); has != want {
				t.Errorf("page %d names the lane “%s”: %v", i+1, lane.Title, has)
			}
		}
		if has := parts(page.Scene); has["title"] != map[bool]int{true: 1}[i == 0] || has["legend"] != map[bool]int{true: 1}[i == 3] {
			t.Errorf("page %d has %v", i+1, has)
		}
		if want := fmt.Sprintf("Page %d of 4, A4 landscape, 78 %%", i+1); !strings.Contains(words, want) {
			t.Errorf("page %d does not say “%s”", i+1, want)
		}
	}
}

// Title block and legend stand on a page of their own where that is asked for,
// and nowhere where they are not wanted.
func TestACoverHasTitleAndLegend(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	out := layout.Cut(o, p, mp, layout.Paging{Mode: layout.StagePages, Paper: "A3", Cover: true})
	for i, page := range out.List {
		if has := parts(page.Scene); (has["title"] > 0) != (i == 0) || (has["legend"] > 0) != (i == 0) || (has["body"] > 0) != (i > 0) {
			t.Errorf("page %d has %v", i+1, has)
		}
	}
	o.NoTitle, o.NoLegend, o.NoFooter = true, true, true
	for _, mode := range layout.PageModes {
		for _, page := range layout.Cut(o, p, mp, layout.Paging{Mode: mode, Cover: true}).List {
			if has := parts(page.Scene); has["title"]+has["legend"]+has["footer"]+has["fact0"] > 0 {
				t.Errorf("%s: there is %v", mode, has)
			}
		}
	}
}

// A stage that is wider than the paper is cut at a step, and its name stands on
// both pages.
func TestAStageThatIsWiderThanThePaper(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	p = edited(p, func(e *journey.Edit) {
		st := p.Stages(mp)[1]
		for i := range 6 {
			e.Put(journey.Step{ID: journey.ID(fmt.Sprint("more", i)), Stage: st.ID, Order: journey.Order(fmt.Sprint("zz", i)), Title: "More"})
		}
	})
	out := layout.Cut(o, p, mp, layout.Paging{Mode: layout.StagePages, Scale: 1, Lies: layout.Landscape})
	named := 0
	for _, page := range out.List {
		if strings.Contains(said(page.Scene), p.Stages(mp)[1].Title) {
			named++
		}
	}
	if named < 4 {
		t.Errorf("“%s” is named on %d pages", p.Stages(mp)[1].Title, named)
	}
}

// A lane that is higher than the paper goes on on the next page, with its name,
// and no card of it is cut.
func TestALaneThatIsHigherThanThePaper(t *testing.T) {
	o := options(t)
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Title: "Long"})
	e.Put(journey.Stage{ID: "s", Map: "map", Title: "Wait"})
	for i, id := range []journey.ID{"a", "b"} {
		e.Put(journey.Step{ID: id, Stage: "s", Order: journey.Order("ab"[i : i+1]), Title: string(id)})
	}
	e.Put(journey.Lane{ID: "l", Map: "map", LaneKind: journey.Touchpoints, Title: "Touchpoints"})
	for i := range 60 {
		step := journey.ID("ab"[i%2 : i%2+1])
		e.Put(journey.Card{ID: journey.ID(fmt.Sprintf("c%02d", i)), Lane: "l", Stage: "s", Step: step, Order: journey.Order(fmt.Sprintf("%02d", i)), Title: "Call", Text: strings.Repeat("again ", i%7)})
	}
	p := e.Project()
	o.NoTitle = true
	out := layout.Cut(o, p, "map", layout.Paging{Mode: layout.StagePages, Scale: 1, Lies: layout.Landscape})
	whole := layout.Poster(o, p, "map")
	if len(out.List) < 3 {
		t.Fatalf("there are %d pages", len(out.List))
	}
	for i, page := range out.List {
		if i+1 < len(out.List) && !strings.Contains(said(page.Scene), "Touchpoints") {
			t.Errorf("page %d does not name the lane", i+1)
		}
		for _, b := range page.Scene.Blocks {
			for _, it := range b.Items {
				if it.Part != layout.CardPart {
					continue
				}
				was, _, ok := whole.Find(it.Owner, layout.CardPart)
				if !ok || was.Box != it.Box || len(was.Fields) != len(it.Fields) {
					t.Errorf("page %d has a part of a card, %q", i+1, it.Owner)
				}
			}
		}
	}
}

// A fitted page is as large as its paper, and its map within the margins.
func TestAFittedPageFillsItsPaper(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	for _, paper := range layout.Papers {
		for _, lies := range []string{layout.Portrait, layout.Landscape} {
			out := layout.Cut(o, p, mp, layout.Paging{Mode: layout.FittedPage, Paper: paper.Name, Lies: lies, Margin: journey.Num(7)})
			page := out.List[0]
			k := page.Scale / 72 * 25.4
			w, h := paper.W, paper.H
			if lies == layout.Landscape {
				w, h = h, w
			}
			if s := page.Scene.Size.Mul(k); len(out.List) != 1 || math.Abs(s.X-w) > 0.01 || math.Abs(s.Y-h) > 0.01 || out.Paper != paper.Name+" "+lies {
				t.Errorf("%s %s is %v mm, called %s", paper.Name, lies, s, out.Paper)
			}
			for _, b := range page.Scene.Blocks {
				if r := b.Bounds.Add(b.At).Mul(k); r.Min.X < 7 || r.Min.Y < 7 || r.Max.X > w-7 || r.Max.Y > h-7 {
					t.Errorf("%s %s: %s is at %v mm", paper.Name, lies, b.Name, r)
				}
			}
		}
	}
	if out := layout.Cut(o, p, mp, layout.Paging{Mode: layout.FittedPage}); out.Paper != "A2 landscape" || math.Abs(out.Scale-1) > 0.001 {
		t.Errorf("the paper of the sample is %s at %v", out.Paper, out.Scale)
	}
}

// Tiles cover the poster and repeat the overlap; where that needs no further
// tile, they begin at stages and lanes.
func TestTilesCoverThePoster(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	out := layout.Cut(o, p, mp, layout.Paging{Mode: layout.TiledPages, Paper: "A3", Overlap: 10, Scale: 1.35, Marks: true})
	if len(out.List) != 4 || out.Grid != [2]int{2, 2} || math.Abs(out.Size.X-801.9) > 0.1 || math.Abs(out.Size.Y-567) > 0.1 || math.Abs(out.Smallest-10.4) > 0.05 {
		t.Errorf("%d pages %v, %v mm, the smallest text %v pt", len(out.List), out.Grid, out.Size, out.Smallest)
	}
	for i, want := range []string{"Page 1 of 4. Glue page 2 on at the right, page 3 below.", "Page 2 of 4. Glue page 4 on below.", "Page 3 of 4. Glue page 4 on at the right.", "Page 4 of 4."} {
		if !strings.Contains(said(out.List[i].Scene), want) {
			t.Errorf("page %d does not say “%s”", i+1, want)
		}
	}
	sheet := layout.New(o, mp).Update(p)
	var stages []float64
	for _, st := range sheet.Stages {
		stages = append(stages, st.X+64+sheet.HeaderWidth)
	}
	at := 0
	for _, scale := range []float64{0.5, 0.8, 1, 1.2, 1.5, 2, 3} {
		for _, paper := range []string{"A4", "A3", "Letter"} {
			out := layout.Cut(o, p, mp, layout.Paging{Mode: layout.TiledPages, Paper: paper, Overlap: 10, Scale: scale})
			checkTiles(t, out, 10/(scene.Millimetres*scale))
			for _, page := range out.List {
				if slices.ContainsFunc(stages, func(x float64) bool { return math.Abs(x-page.Part.Min.X) < 0.1 }) {
					at++
				}
			}
		}
	}
	if at < 20 {
		t.Errorf("only %d tiles begin at a stage", at)
	}
}

func checkTiles(t *testing.T, out *layout.Pages, overlap float64) {
	t.Helper()
	for _, b := range out.Poster.Blocks {
		for _, it := range b.Items {
			if r := it.Box.Add(it.At).Add(b.At); !r.Empty() {
				for _, q := range []geom.Point{r.Min, r.Max, r.Center()} {
					if !slices.ContainsFunc(out.List, func(pg layout.Page) bool { return pg.Part.Grow(0.01).Contains(q) }) {
						t.Errorf("%s %v: nothing shows %s at %v", out.Paper, out.Scale, it.Part, q)
					}
				}
			}
		}
	}
	for _, a := range out.List {
		for _, b := range out.List {
			if a.Part.Min.Y == b.Part.Min.Y && b.Part.Min.X > a.Part.Min.X && b.Part.Min.X < a.Part.Max.X && a.Part.Max.X-b.Part.Min.X < overlap-0.01 {
				t.Errorf("%s %v: %v and %v overlap by less than %v", out.Paper, out.Scale, a.Part, b.Part, overlap)
			}
		}
	}
}

// A map of nothing still makes a page, in every way.
func TestAnEmptyMapMakesOnePage(t *testing.T) {
	o := options(t)
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map"})
	for _, mode := range layout.PageModes {
		if n := len(layout.Cut(o, e.Project(), "map", layout.Paging{Mode: mode}).List); n != 1 {
			t.Errorf("%s: there are %d pages", mode, n)
		}
	}
	if n := len(layout.Cut(o, journey.New(), "gone", layout.Paging{Mode: layout.StagePages}).List); n != 1 {
		t.Errorf("a map that is not there makes %d pages", n)
	}
}

// Comments stand on the pages line by line, however long they are, and none is
// lost.
func TestCommentsGoOnFromPageToPage(t *testing.T) {
	o := options(t)
	o.Comments = true
	p, mp, _ := sample(t, "cargo-bike")
	card := p.LaneCards(p.Lanes(mp)[2])[0]
	p = edited(p, func(e *journey.Edit) {
		for i := range 40 {
			id := journey.ID(fmt.Sprintf("c%02d", i))
			e.Put(journey.Comment{ID: id, On: card.ID, Author: "Emre", At: fmt.Sprintf("2026-11-%02dT10:00:00Z", i%28+1), Text: strings.Repeat(fmt.Sprintf("This is remark%02d of many. ", i), 1+i*3)})
			e.Put(journey.Comment{ID: "a" + id, On: id, Text: fmt.Sprintf("Answer%02d", i)})
		}
		e.Put(journey.Comment{ID: "done", On: card.ID, Text: "Finished", Done: true})
	})
	for _, mode := range layout.PageModes {
		words, pages := "", 0
		for _, page := range layout.Cut(o, p, mp, layout.Paging{Mode: mode, Paper: "A5", Lies: layout.Landscape}).List {
			words += said(page.Scene) + "|"
			if parts(page.Scene)["comments"] > 0 {
				pages++
			}
			for _, b := range page.Scene.Blocks {
				if b.Name == "comments" && mode == layout.StagePages && (b.At.Y < 0 || b.At.Y+b.Bounds.Max.Y > page.Scene.Size.Y) {
					t.Errorf("comments end at %v of %v", b.At.Y+b.Bounds.Max.Y, page.Scene.Size.Y)
				}
			}
		}
		for i := range 40 {
			remark, answer := fmt.Sprintf("remark%02d", i), fmt.Sprintf("Answer%02d", i)
			if n := strings.Count(words, remark); n < 1+i*3 || strings.Count(words, answer) < 1 {
				t.Errorf("%s: %s is there %d times, %s %d times", mode, remark, n, answer, strings.Count(words, answer))
			}
		}
		if strings.Contains(words, "Finished") || mode == layout.StagePages && pages < 3 {
			t.Errorf("%s: comments on %d pages", mode, pages)
		}
	}
}
