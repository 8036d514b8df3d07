package mermaid

import (
	"slices"

	"throughline/journey"
)

// line is a task that is to be written.
type line struct {
	name   string
	score  journey.Number // on the scale of its lane
	actors []string
}

// writer collects what a map has for a Mermaid journey, and what is left over.
type writer struct {
	p     *journey.Project
	m     journey.Map
	lanes []journey.Lane // those that are not hidden
	touch []journey.Lane
	feel  journey.Lane // its ID is "" where the map has no feelings
	cast  []journey.Lane
	spans []spanning // people whose cards reach into steps to come

	unwritten, unfelt, further, spoken, labels, empty int
}

// spanning is a person who stays for some more steps.
type spanning struct {
	name string
	left int
}

func newWriter(p *journey.Project, m journey.Map) *writer {
	w := &writer{p: p, m: m}
	for _, l := range p.Lanes(m.ID) {
		if l.Hidden {
			continue
		}
		w.lanes = append(w.lanes, l)
		switch l.LaneKind {
		case journey.Touchpoints:
			w.touch = append(w.touch, l)
		case journey.People:
			w.cast = append(w.cast, l)
		case journey.Feelings:
			if w.feel.ID == "" && len(p.LaneCards(l)) > 0 {
				w.feel = l
			}
		}
	}
	return w
}

// stage is the tasks of a stage: one for what stands under the stage itself,
// one for each of its steps that has something to say.
func (w *writer) stage(s journey.Stage) []line {
	steps := w.p.Steps(s.ID)
	var out []line
	whole := w.people(s.ID)
	felt := w.feeling(s.ID)
	if title, n := w.touchpoint(s.ID); n > 0 || len(steps) == 0 && (felt.Set || len(whole) > 0) {
		if n == 0 {
			title = s.Title
		}
		out = append(out, line{title, felt, w.actors(whole, nil)})
		w.further += max(n-1, 0)
	}
	for _, st := range steps {
		title, n := w.touchpoint(st.ID)
		own := w.feeling(st.ID)
		here := w.people(st.ID)
		if st.Title = tidy(st.Title); st.Title == "" && n == 0 && !own.Set && len(here) == 0 {
			w.empty++
			w.advance(nil)
			continue
		}
		switch {
		case st.Title == "":
			w.further += max(n-1, 0)
		case n == 1 && tidy(title) == st.Title: // said already
			title = st.Title
		default:
			title = st.Title
			w.further += n
		}
		if !own.Set {
			own = felt
		}
		out = append(out, line{title, own, w.actors(whole, here)})
		w.advance(here)
	}
	for _, l := range out {
		if !l.score.Set {
			w.unfelt++
		}
	}
	return out
}

// touchpoint is the title of the first touchpoint of a column, and how many
// there are.
func (w *writer) touchpoint(column journey.ID) (title string, n int) {
	for _, l := range w.touch {
		for _, c := range w.p.Cards(l.ID, column) {
			if w.says(c) {
				w.spoken++
			}
			if tidy(c.Title) == "" {
				continue
			}
			if n++; n == 1 {
				title = c.Title
			}
		}
	}
	return title, n
}

// says reports whether a card holds more than its title.
func (w *writer) says(c journey.Card) bool {
	plain := journey.Card{ID: c.ID, Lane: c.Lane, Stage: c.Stage, Step: c.Step, Order: c.Order, Title: c.Title,
		Icon: c.Icon, Hue: c.Hue, Owner: c.Owner, Feeling: c.Feeling, Offset: c.Offset}
	if k := w.laneKind(c.Lane); k != journey.People {
		plain.Owner = ""
	} else {
		plain.Steps = c.Steps
	}
	if w.laneKind(c.Lane) == journey.Touchpoints {
		plain.Feeling = journey.Number{}
	}
	return plain != c
}

func (w *writer) laneKind(id journey.ID) journey.LaneKind {
	l, _ := journey.Get[journey.Lane](w.p, id)
	return l.LaneKind
}

// feeling is the first point of the curve in a column.
func (w *writer) feeling(column journey.ID) journey.Number {
	var out journey.Number
	if w.feel.ID == "" {
		return out
	}
	for _, c := range w.p.Cards(w.feel.ID, column) {
		if w.says(c) || c.Title != "" {
			w.labels++
		}
		switch {
		case !c.Feeling.Set:
		case out.Set:
			w.unwritten++
		default:
			out = c.Feeling
		}
	}
	return out
}

// people is who the cards of a column show.
func (w *writer) people(column journey.ID) []spanning {
	var out []spanning
	for _, l := range w.cast {
		for _, c := range w.p.Cards(l.ID, column) {
			if w.says(c) {
				w.spoken++
			}
			name := c.Title
			if p, ok := journey.Get[journey.Person](w.p, c.Owner); ok {
				name = p.Name
			}
			if oneLine(tidy(name)) != "" {
				out = append(out, spanning{oneLine(tidy(name)), max(c.Steps-1, 0)})
			}
		}
	}
	return out
}

// actors is the names at a step: of those who are there for the whole stage,
// who came earlier and stay, and who are at this step; without any, whom the
// map is about.
func (w *writer) actors(whole, here []spanning) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range [][]spanning{whole, w.spans, here} {
		for _, p := range s {
			if !seen[p.name] {
				seen[p.name] = true
				out = append(out, p.name)
			}
		}
	}
	if len(out) == 0 {
		if p, ok := journey.Get[journey.Persona](w.p, w.m.Persona); ok && oneLine(tidy(p.Name)) != "" {
			out = append(out, oneLine(tidy(p.Name)))
		}
	}
	return out
}

// advance goes to the next step: the stay of each person gets shorter, and
// those of here that stay join.
func (w *writer) advance(here []spanning) {
	for i := range w.spans {
		w.spans[i].left--
	}
	w.spans = slices.DeleteFunc(w.spans, func(p spanning) bool { return p.left == 0 })
	for _, p := range here {
		if p.left > 0 {
			w.spans = append(w.spans, p)
		}
	}
}
