package editor

import "throughline/journey"

// census is what is known of a map in numbers, kept from change to change so
// that nobody has to count for every key.
type census struct {
	cards  int
	stages map[journey.ID]int // cards of each stage
	shape  int                // a number for each state of the map's stages, steps, lanes and numbers
}

// count counts the cards of the map; after that, recount keeps the numbers.
func (e *Editor) count() {
	p := e.Doc.Project()
	e.census = census{stages: map[journey.ID]int{}, shape: e.census.shape + 1}
	for _, l := range p.Lanes(e.mp) {
		for _, c := range p.LaneCards(l) {
			e.census.add(c, 1)
		}
	}
}

func (n *census) add(c journey.Card, by int) {
	n.cards += by
	if n.stages[c.Stage] += by; n.stages[c.Stage] == 0 {
		delete(n.stages, c.Stage)
	}
	n.shape++
}

// recount keeps the numbers through a change of the project.
func (e *Editor) recount(old, next *journey.Project, changes []journey.Change) {
	moved := false
	for _, c := range changes {
		switch c.Kind() {
		case journey.KindCard:
			was, had := c.Before.(journey.Card)
			is, has := c.After.(journey.Card)
			had, has = had && old.MapOf(was.ID) == e.mp, has && next.MapOf(is.ID) == e.mp
			if had && has && was.Stage == is.Stage {
				break
			}
			if had {
				e.census.add(was, -1)
			}
			if has {
				e.census.add(is, 1)
			}
		case journey.KindLane:
			moved = moved || c.Before != nil && c.After != nil && old.MapOf(c.ID()) != next.MapOf(c.ID())
			e.census.shape++
		case journey.KindMap, journey.KindStage, journey.KindStep:
			e.census.shape++
		}
	}
	if moved { // with cards that have not changed
		e.count()
	}
}

// CountCards is how many cards the map has, those of hidden lanes too.
func (e *Editor) CountCards() int { return e.census.cards }

// CountOf is how many cards a stage of the map has, those of hidden lanes too.
func (e *Editor) CountOf(stage journey.ID) int { return e.census.stages[stage] }

// Shape is another number whenever another map is shown, or the map, one of its
// stages, steps or lanes, or how many cards a stage has is another. It spares
// others to compare them.
func (e *Editor) Shape() int { return e.census.shape }

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
