package layout_test

import (
	"fmt"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
)

// three is a map of three stages of two steps each with one lane, and a card a
// step; their IDs are a1 to c2, their stages' a to c.
func three(kind journey.LaneKind) *journey.Project {
	return edited(journey.New(), func(e *journey.Edit) {
		e.Put(journey.Map{ID: "map", Order: "V"})
		e.Put(journey.Lane{ID: "lane", Map: "map", Order: "V", LaneKind: kind, Title: "Lane"})
		for i, o := range journey.Spread(3) {
			stage := journey.ID("abc"[i : i+1])
			e.Put(journey.Stage{ID: stage, Map: "map", Order: o})
			for k, o := range journey.Spread(2) {
				id := journey.ID(fmt.Sprint(stage, k+1))
				e.Put(journey.Step{ID: "s" + id, Stage: stage, Order: o})
				e.Put(journey.Card{ID: id, Lane: "lane", Stage: stage, Step: "s" + id, Order: "V", Title: string(id)})
			}
		}
	})
}

func boxOf(t *testing.T, p *journey.Project, s *layout.Sheet, id journey.ID) geom.Rect {
	t.Helper()
	c, _ := journey.Get[journey.Card](p, id)
	it, at, ok := s.Card(c)
	if !ok {
		t.Fatalf("no card %s", id)
	}
	return it.Box.Add(at)
}

func TestACardSpansStepsAndStages(t *testing.T) {
	p := three(journey.Touchpoints)
	view := layout.New(options(t), "map")
	view.Update(p)
	c, _ := journey.Get[journey.Card](p, "a2")
	c.Steps = 3 // the second step of a, and all of b
	p = edited(p, func(e *journey.Edit) { e.Put(c) })
	s := view.Update(p)
	wide := boxOf(t, p, s, "a2")
	if wide.Min.X != 184 || wide.Max.X != 4*176-8 {
		t.Errorf("it is from %v to %v", wide.Min.X, wide.Max.X)
	}
	for id, below := range map[journey.ID]bool{"a1": false, "b1": true, "b2": true, "c1": false} {
		want := 12.0
		if below {
			want = wide.Max.Y + 8
		}
		if r := boxOf(t, p, s, id); r.Min.Y != want {
			t.Errorf("%s is at %v, not %v", id, r.Min.Y, want)
		}
	}
	// it is hit over its whole width, and the cell there is still the step's
	at := geom.Pt(3*176+40, wide.Center().Y)
	if h, ok := s.Body.Hit(at, 0); !ok || h.Owner != "a2" {
		t.Errorf("%v hits %v", at, h.Owner)
	}
	if cell, ok := s.CellAt(at); !ok || cell.Column.Step != "sb2" {
		t.Errorf("%v is in %v", at, cell.Column)
	}
	// as many columns as there are
	c.Steps = 10000
	p = edited(p, func(e *journey.Edit) { e.Put(c) })
	if r := boxOf(t, p, view.Update(p), "a2"); r.Max.X != 6*176-8 {
		t.Errorf("it ends at %v", r.Max.X)
	}
	// and more when there are more
	p = edited(p, func(e *journey.Edit) { e.Put(journey.Stage{ID: "d", Map: "map", Order: "zz"}) })
	if r := boxOf(t, p, view.Update(p), "a2"); r.Max.X != 7*176-8 {
		t.Errorf("with another stage it ends at %v", r.Max.X)
	}
}

// An edit under a card that spans stages leaves the blocks of the other cells
// alone, unless what is at their left takes another height.
func TestAnEditUnderASpanningCardLaysOutWhatItMust(t *testing.T) {
	p := three(journey.Touchpoints)
	c, _ := journey.Get[journey.Card](p, "a2")
	c.Steps = 3
	p = edited(p, func(e *journey.Edit) { e.Put(c) })
	view := layout.New(options(t), "map")
	blocks := func(p *journey.Project) map[string]any {
		m := map[string]any{}
		for _, b := range view.Update(p).Body.Blocks {
			m[b.Name] = b.Block
		}
		return m
	}
	changed := func(was, is map[string]any) string {
		out := ""
		for _, stage := range []string{"a", "b", "c"} {
			if was["cell/lane/"+stage] != is["cell/lane/"+stage] {
				out += stage
			}
		}
		return out
	}
	retitled := func(p *journey.Project, id journey.ID, title string) *journey.Project {
		c, _ := journey.Get[journey.Card](p, id)
		c.Title = title
		return edited(p, func(e *journey.Edit) { e.Put(c) })
	}
	was := blocks(p)
	p = retitled(p, "b1", "b one")
	is := blocks(p)
	if got := changed(was, is); got != "b" {
		t.Errorf("an edit of b laid out %q", got)
	}
	p = retitled(p, "a2", "a two")
	was, is = is, blocks(p)
	if got := changed(was, is); got != "a" {
		t.Errorf("an edit that keeps the height laid out %q", got)
	}
	p = retitled(p, "a2", "one\ntwo\nthree\nfour\nfive\nsix")
	if s := view.Update(p); boxOf(t, p, s, "b1").Min.Y != boxOf(t, p, s, "a2").Max.Y+8 {
		t.Errorf("after it grew, the card below is at %v", boxOf(t, p, s, "b1"))
	}
}
