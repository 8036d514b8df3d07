package layout_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// oneLane is a project of a map with a stage, steps step1 to step4 and one
// lane. Cards of rows come into the lane.
func oneLane(kind journey.LaneKind, rows ...journey.Row) *journey.Project {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Order: "V", Title: "Map", State: journey.AsIs})
	e.Put(journey.Stage{ID: "stage", Map: "map", Order: "V", Title: "Stage"})
	for i, o := range journey.Spread(4) {
		e.Put(journey.Step{ID: journey.ID("step" + string(rune('1'+i))), Stage: "stage", Order: o})
	}
	e.Put(journey.Lane{ID: "lane", Map: "map", Order: "V", LaneKind: kind, Title: "Lane"})
	for _, r := range rows {
		if c, ok := r.(journey.Card); ok {
			c.Lane, c.Stage = "lane", "stage"
			if c.Order == "" {
				c.Order = "V"
			}
			r = c
		}
		e.Put(r)
	}
	return e.Project()
}

// each calls f with every operation of a scene that is drawn at 100 %.
func each(s *scene.Scene, f func(it scene.Item, o scene.Op)) {
	var walk func(it scene.Item, ops []scene.Op)
	walk = func(it scene.Item, ops []scene.Op) {
		for _, o := range ops {
			if g, ok := o.(*scene.Group); ok {
				if g.From <= 1 && (g.To == 0 || g.To > 1) {
					walk(it, g.Ops)
				}
				continue
			}
			f(it, o)
		}
	}
	for _, b := range s.Blocks {
		for _, it := range b.Items {
			walk(it, it.Ops)
		}
	}
}

// said is the texts of a scene, run by run; symbols is the names of its icons and faces.
func said(s *scene.Scene) string {
	var out []string
	each(s, func(_ scene.Item, o scene.Op) {
		if g, ok := o.(*scene.Glyphs); ok {
			out = append(out, g.Run.Text)
		}
	})
	return strings.Join(out, "|")
}

func symbols(s *scene.Scene) string {
	var out []string
	each(s, func(_ scene.Item, o scene.Op) {
		if u, ok := o.(*scene.Use); ok {
			out = append(out, u.Symbol.Name)
		}
	})
	return strings.Join(out, "|")
}

// body is the cells of a project's map.
func body(t testing.TB, p *journey.Project, change ...func(*layout.Options)) *scene.Scene {
	t.Helper()
	o := options(t)
	for _, f := range change {
		f(&o)
	}
	return &layout.New(o, "map").Update(p).Body
}

// placeOf is the place of a card in a scene.
func placeOf(t rapid.TB, s *scene.Scene, id string) geom.Rect {
	t.Helper()
	for _, b := range s.Blocks {
		for _, it := range b.Items {
			if it.Owner == id {
				return it.Box.Add(it.At).Add(b.At)
			}
		}
	}
	t.Fatalf("%s is not drawn", id)
	return geom.Rect{}
}
