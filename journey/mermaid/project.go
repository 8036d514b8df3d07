package mermaid

import (
	"math"

	"throughline/journey"
)

// Project is the diagrams as maps of one project: sections become stages,
// tasks steps with a touchpoint, scores a feelings lane, actors people whom
// the maps share by name. The same diagrams give the same project.
func Project(diagrams []Diagram) *journey.Project {
	b := &builder{e: journey.New().Edit(nil), people: map[string]journey.ID{}, ids: map[journey.Kind]journey.IDs{}}
	b.persons(diagrams)
	for i, o := range journey.Spread(len(diagrams)) {
		b.diagram(&diagrams[i], o)
	}
	return b.e.Project()
}

type builder struct {
	e      *journey.Edit
	people map[string]journey.ID // by name
	ids    map[journey.Kind]journey.IDs
}

// id is map1, map2, and so on: IDs depend on places in the text only.
func (b *builder) id(k journey.Kind) journey.ID {
	if b.ids[k] == nil {
		b.ids[k] = journey.CountedIDs(string(k))
	}
	return b.ids[k]()
}

// persons makes a person of every name, in the order in which they appear.
func (b *builder) persons(diagrams []Diagram) {
	var names []string
	for _, d := range diagrams {
		for _, name := range cast(&d) {
			if b.people[name] == "" {
				b.people[name] = b.id(journey.KindPerson)
				names = append(names, name)
			}
		}
	}
	for i, o := range journey.Spread(len(names)) {
		b.e.Put(journey.Person{ID: b.people[names[i]], Order: o, Name: names[i]})
	}
}

// cast is the distinct names of a diagram's actors.
func cast(d *Diagram) []string {
	var names []string
	seen := map[string]bool{}
	for _, s := range d.Sections {
		for _, t := range s.Tasks {
			for _, a := range t.Actors {
				if !seen[a] {
					seen[a] = true
					names = append(names, a)
				}
			}
		}
	}
	return names
}

func (b *builder) diagram(d *Diagram, o journey.Order) {
	m := journey.Map{ID: b.id(journey.KindMap), Order: o, Title: d.Title, AccessTitle: d.AccessTitle, Description: d.Description}
	b.e.Put(m)
	touch, feel, people := b.lanes(m.ID, d)
	orders := journey.Spread(len(d.Sections))
	for i, s := range d.Sections {
		stage := journey.Stage{ID: b.id(journey.KindStage), Map: m.ID, Order: orders[i], Title: s.Name}
		b.e.Put(stage)
		orders := journey.Spread(len(s.Tasks))
		for j, t := range s.Tasks {
			step := journey.Step{ID: b.id(journey.KindStep), Stage: stage.ID, Order: orders[j]}
			b.e.Put(step)
			card := func(lane journey.ID, o journey.Order) journey.Card {
				return journey.Card{ID: b.id(journey.KindCard), Lane: lane, Stage: stage.ID, Step: step.ID, Order: o}
			}
			first := journey.Between("", "")
			if t.Name != "" || len(t.Links) > 0 {
				c := card(touch, first)
				c.Title, c.Links = t.Name, journey.List(t.Links...)
				b.e.Put(c)
			}
			if t.Score.Set {
				c := card(feel, first)
				c.Feeling = t.Score
				b.e.Put(c)
			}
			for k, o := range journey.Spread(len(t.Actors)) {
				c := card(people, o)
				c.Title, c.Owner = t.Actors[k], b.people[t.Actors[k]]
				b.e.Put(c)
			}
		}
	}
}

// lanes makes the lanes for which the diagram has something.
func (b *builder) lanes(mp journey.ID, d *Diagram) (touch, feel, people journey.ID) {
	named, scores := false, []float64(nil)
	for _, s := range d.Sections {
		for _, t := range s.Tasks {
			named = named || t.Name != "" || len(t.Links) > 0
			if t.Score.Set {
				scores = append(scores, t.Score.Value)
			}
		}
	}
	actors := cast(d)
	var lanes []journey.Lane
	lane := func(k journey.LaneKind) *journey.Lane {
		lanes = append(lanes, journey.Lane{ID: b.id(journey.KindLane), Map: mp, LaneKind: k, Title: k.Info().Title})
		return &lanes[len(lanes)-1]
	}
	if named {
		touch = lane(journey.Touchpoints).ID
	}
	if len(scores) > 0 {
		l := lane(journey.Feelings)
		least, greatest := scale(scores)
		l.Least, l.Greatest, feel = journey.Num(least), journey.Num(greatest), l.ID
	}
	if len(actors) > 0 {
		l := lane(journey.People)
		if len(actors) < len(b.people) { // other maps have people of their own
			ids := make([]string, len(actors))
			for i, a := range actors {
				ids[i] = string(b.people[a])
			}
			l.Entries = journey.List(ids...)
		}
		people = l.ID
	}
	for i, o := range journey.Spread(len(lanes)) {
		lanes[i].Order = o
		b.e.Put(lanes[i])
	}
	return touch, feel, people
}

// scales are those that people give scores in, the likeliest first.
var scales = [][2]float64{{1, 5}, {0, 10}, {-2, 2}, {-5, 5}, {-10, 10}, {0, 100}, {-100, 100}}

// scale is the first scale that has all the scores; where none has, it ends at
// the least and the greatest.
func scale(scores []float64) (least, greatest float64) {
	least, greatest = math.Inf(1), math.Inf(-1)
	for _, v := range scores {
		least, greatest = min(least, v), max(greatest, v)
	}
	for _, s := range scales {
		if s[0] <= least && greatest <= s[1] {
			return s[0], s[1]
		}
	}
	return min(least, 0), max(greatest, 10)
}
