package layout_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// inView is a map of three stages with a card under each, of three lanes and of
// two personas.
func inView() *journey.Project {
	e := journey.New().Edit(nil)
	e.Put(journey.Persona{ID: "mara", Order: "a", Name: "Mara"})
	e.Put(journey.Persona{ID: "jonas", Order: "b", Name: "Jonas"})
	e.Put(journey.Map{ID: "map", Title: "Bikes", Persona: "mara", Heat: true})
	for i, s := range []journey.ID{"find", "buy", "ride"} {
		o := journey.Order("abc"[i : i+1])
		e.Put(journey.Stage{ID: s, Map: "map", Order: o, Title: string(s)})
		e.Put(journey.Step{ID: s + "-1", Stage: s, Order: "a", Title: "one"})
		e.Put(journey.Step{ID: s + "-2", Stage: s, Order: "b", Title: "two"})
	}
	for i, l := range []journey.Lane{{ID: "touch", LaneKind: journey.Touchpoints}, {ID: "pain", LaneKind: journey.Pains}, {ID: "feel", LaneKind: journey.Feelings}} {
		l.Map, l.Order, l.Title = "map", journey.Order("abc"[i:i+1]), string(l.ID)
		e.Put(l)
	}
	for _, s := range []journey.ID{"find", "buy", "ride"} {
		e.Put(journey.Card{ID: "touch-" + s, Lane: "touch", Stage: s, Step: s + "-1", Title: "Shop"})
		e.Put(journey.Card{ID: "jonas-" + s, Lane: "touch", Stage: s, Step: s + "-2", Title: "Web", Persona: "jonas"})
		e.Put(journey.Card{ID: "pain-" + s, Lane: "pain", Stage: s, Title: "Too dear"})
		e.Put(journey.Card{ID: "feel-" + s, Lane: "feel", Stage: s, Step: s + "-1", Title: "Curious", Feeling: journey.Num(1)})
	}
	e.Put(journey.Link{ID: "link", Map: "map", From: "touch-find", To: "touch-ride"})
	e.Put(journey.Note{ID: "note", Map: "map", Stage: "buy", Lane: "touch", Text: "Ask"})
	return e.Project()
}

// owners is the rows that own something in a scene, sorted.
func owners(s *scene.Scene) string {
	var out []string
	for _, b := range s.Blocks {
		for _, it := range b.Items {
			if it.Owner != "" && !slices.Contains(out, it.Owner) {
				out = append(out, it.Owner)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestAViewShowsWhatItNames(t *testing.T) {
	o, p := options(t), inView()
	all := "feel feel-buy feel-find feel-ride jonas-buy jonas-find jonas-ride link note pain-buy pain-find pain-ride touch-buy touch-find touch-ride"
	for _, x := range []struct {
		name string
		view journey.View
		body string
	}{
		{"everything", journey.View{}, all},
		{"two stages", journey.View{Stages: journey.List("find", "ride")}, "feel feel-find feel-ride jonas-find jonas-ride link pain-find pain-ride touch-find touch-ride"},
		{"one stage", journey.View{Stages: journey.List("buy")}, "feel feel-buy jonas-buy note pain-buy touch-buy"},
		{"one lane", journey.View{Lanes: journey.List("pain")}, "pain-buy pain-find pain-ride"},
		{"mara", journey.View{Personas: journey.List("mara")}, strings.NewReplacer("jonas-buy ", "", "jonas-find ", "", "jonas-ride ", "").Replace(all)},
		{"jonas", journey.View{Personas: journey.List("jonas")}, strings.NewReplacer("feel feel-buy feel-find feel-ride ", "").Replace(all)},
		{"what is gone", journey.View{Stages: journey.List("gone")}, ""},
	} {
		o.View = x.view
		if got := owners(&layout.New(o, "map").Update(p).Body); got != x.body {
			t.Errorf("%s: the body shows\n%s\nand not\n%s", x.name, got, x.body)
		}
	}
}

// A stage keeps its number and its colour in a view, and the row of stages has
// straight ends.
func TestAStageInAViewIsTheOneItWas(t *testing.T) {
	o, p := options(t), inView()
	whole := layout.New(o, "map").Update(p)
	o.View.Stages = journey.List("buy", "ride")
	s := layout.New(o, "map").Update(p)
	if len(s.Stages) != 2 || s.Stages[0].X != 0 || s.Stages[0].Number != 2 || s.Stages[0].Index != 0 || s.Stages[1].Hue != whole.Stages[2].Hue {
		t.Errorf("the stages are %+v", s.Stages)
	}
	if len(s.Columns) != 4 || s.Width != 4*layout.StepWidth {
		t.Errorf("there are %d columns in %v u", len(s.Columns), s.Width)
	}
}

// A card that reaches over to a stage that is not shown does not take its room
// elsewhere.
func TestASpanningCardInAView(t *testing.T) {
	o := options(t)
	e := inView().Edit(nil)
	c, _ := journey.Get[journey.Card](e.Project(), "touch-find")
	c.Steps = 4 // to the end of the second stage
	e.Put(c)
	o.View.Stages = journey.List("find", "ride")
	if r := boxOf(t, e.Project(), layout.New(o, "map").Update(e.Project()), "touch-find"); r.Max.X != 2*layout.StepWidth-8 {
		t.Errorf("the card ends at %v", r.Max.X)
	}
	c.Steps = 5
	e.Put(c)
	if r := boxOf(t, e.Project(), layout.New(o, "map").Update(e.Project()), "touch-find"); r.Max.X != 3*layout.StepWidth-8 {
		t.Errorf("the card ends at %v", r.Max.X)
	}
}

// The poster of a view names nobody whom the view leaves out.
func TestAViewWithoutThePersonaOfTheMap(t *testing.T) {
	o, p := options(t), inView()
	for who, want := range map[string]bool{"mara": true, "jonas": false} {
		o.View.Personas = journey.List(who)
		if _, _, has := layout.Poster(o, p, "map").Find("mara", "persona"); has != want {
			t.Errorf("for %s the title block shows Mara: %v", who, has)
		}
	}
}

// What a view shows is what is asked for, and laying out what changed gives
// what laying out everything gives.
func TestAViewThatGoesOnEqualsAFreshOne(t *testing.T) {
	o := options(t)
	o.Screen = true
	rapid.Check(t, func(t *rapid.T) {
		p, n := journeytest.Project().Draw(t, "project"), 1000
		if len(p.Maps()) == 0 {
			return
		}
		m := p.Maps()[0]
		if rapid.Bool().Draw(t, "loop") {
			m.Layout = journey.Loop
			e := p.Edit(nil)
			e.Put(m)
			p = e.Project()
		}
		o := o
		o.View = journeytest.View(t, p, m.ID)
		l := layout.New(o, m.ID)
		old := l.Update(p)
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			e := p.Edit(nil)
			for range rapid.IntRange(1, 3).Draw(t, "changes") {
				journeytest.Step(t, e, &n)
			}
			p = e.Project()
			if _, ok := p.Row(m.ID); !ok {
				return
			}
			s := l.Update(p)
			if got, want := dump(s), dump(layout.New(o, m.ID).Update(p)); got != want {
				t.Fatalf("a layout that went on differs from a fresh one: %s", firstDifference(got, want))
			}
			checkDirty(t, &old.Body, &s.Body)
			checkShown(t, o, p, s)
			old = s
		}
	})
}

// checkShown holds that a sheet has no card that its view leaves out.
func checkShown(t *rapid.T, o layout.Options, p *journey.Project, s *layout.Sheet) {
	shown := o.View.Shown()
	for _, b := range s.Body.Blocks {
		for _, it := range b.Items {
			c, ok := journey.Get[journey.Card](p, journey.ID(it.Owner))
			if !ok {
				continue
			}
			lane, _ := journey.Get[journey.Lane](p, c.Lane)
			if !shown.Card(p, c) || !shown.Lane(p, lane) {
				t.Fatalf("card %s is not in the view", c.ID)
			}
		}
	}
}
