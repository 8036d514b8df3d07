package table

import (
	"reflect"
	"slices"

	"throughline/journey"
)

// Rows is a project as one sheet a kind of row, which Read makes the same
// project of, but for the bytes of media, comments, hints and presets.
func Rows(p *journey.Project) []Sheet {
	w := newWriter(p)
	var out []Sheet
	for _, k := range kinds {
		rows := inOrder(p, k.row.Kind())
		if len(rows) > 0 || k.name == Cards {
			out = append(out, Sheet{k.name, w.sheet(k.row, rows)})
		}
	}
	return out
}

// CardRows is maps as one sheet with a row a card. Steps and lanes without any
// have a row of their own where their place would be lost otherwise.
func CardRows(p *journey.Project) Sheet {
	w := newWriter(p)
	columns := columnsOf(journey.Card{})
	rows := [][]any{head(columns)}
	for _, m := range p.Maps() {
		c := cardRows{writer: w, columns: columns, stages: p.Stages(m.ID)}
		for _, l := range p.Lanes(m.ID) {
			cards := p.LaneCards(l)
			for _, card := range cards {
				c.upTo(card.Stage, card.Step)
				c.rows = append(c.rows, w.cells(columns, card))
			}
			if len(cards) == 0 {
				c.alone(journey.Card{Lane: l.ID})
			}
		}
		c.upTo("", "")
		rows = append(rows, c.rows...)
	}
	return Sheet{Cards, rows}
}

// cardRows is the rows of a map in the making.
type cardRows struct {
	writer
	columns []column
	stages  []journey.Stage
	rows    [][]any
	stage   int // the stages and steps up to here have a row, or will have
	step    int
}

// upTo gives a row to every stage and step before the given one that has none
// yet, so that they are read in their order. Without a stage it goes to the end.
func (c *cardRows) upTo(stage, step journey.ID) {
	end := len(c.stages)
	if i := slices.IndexFunc(c.stages, func(s journey.Stage) bool { return s.ID == stage }); i >= 0 {
		end = i
	}
	for ; c.stage < end; c.stage, c.step = c.stage+1, 0 {
		c.steps(c.stages[c.stage], "")
	}
	if end < len(c.stages) && c.stage == end && step != "" {
		c.steps(c.stages[end], step)
	}
}

// steps gives rows to those of a stage that come before a step; to all, and to
// the stage where it has none, where that is "".
func (c *cardRows) steps(s journey.Stage, before journey.ID) {
	steps := c.p.Steps(s.ID)
	if len(steps) == 0 {
		c.alone(journey.Card{Stage: s.ID})
	}
	end := len(steps)
	if before != "" {
		end = slices.IndexFunc(steps, func(st journey.Step) bool { return st.ID == before })
	}
	for ; c.step < end; c.step++ {
		c.alone(journey.Card{Stage: s.ID, Step: steps[c.step].ID})
	}
	if before != "" && c.step == end {
		c.step++ // its card is its row
	}
}

// alone adds a row without a card.
func (c *cardRows) alone(card journey.Card) {
	c.rows = append(c.rows, c.cells(c.columns, card))
}

// writer turns rows into cells.
type writer struct {
	p *journey.Project
	n *names
}

// newWriter names all rows of a project.
func newWriter(p *journey.Project) writer {
	n := newNames()
	for _, k := range kinds {
		for _, r := range inOrder(p, k.row.Kind()) {
			n.row(r)
		}
	}
	for _, m := range p.Media() {
		n.row(m)
	}
	return writer{p, n}
}

func (w writer) sheet(kind journey.Row, rows []journey.Row) [][]any {
	columns := columnsOf(kind)
	out := [][]any{head(columns)}
	for _, r := range rows {
		out = append(out, w.cells(columns, r))
	}
	return out
}

func (w writer) cells(columns []column, r journey.Row) []any {
	v := reflect.ValueOf(r)
	out := make([]any, len(columns))
	for i, c := range columns {
		switch {
		case c.label == mapLabel:
			out[i] = w.n.of[w.mapOf(r)]
		case c.field < 0: // the kind of a card's lane
			l, _ := journey.Get[journey.Lane](w.p, r.(journey.Card).Lane)
			out[i] = string(l.LaneKind)
		case c.names != "":
			out[i] = w.n.of[journey.ID(v.Field(c.field).String())]
		default:
			out[i] = value(v.Field(c.field))
		}
	}
	return out
}

// mapOf is the map of a row; one without a card stands for its stage or lane.
func (w writer) mapOf(r journey.Row) journey.ID {
	if c, ok := r.(journey.Card); ok && c.Lane == "" {
		return w.p.MapOf(c.Stage)
	}
	if c, ok := r.(journey.Card); ok {
		return w.p.MapOf(c.Lane)
	}
	return w.p.MapOf(r.RowID())
}

// inOrder is the rows of a kind, as people read them.
func inOrder(p *journey.Project, k journey.Kind) []journey.Row {
	var out []journey.Row
	switch k {
	case journey.KindPersona:
		out = rows(p.Personas())
	case journey.KindChannel:
		out = rows(p.Channels())
	case journey.KindPerson:
		out = rows(p.People())
	}
	for _, m := range p.Maps() {
		switch k {
		case journey.KindMap:
			out = append(out, m)
		case journey.KindStage:
			out = append(out, rows(p.Stages(m.ID))...)
		case journey.KindStep:
			for _, s := range p.Stages(m.ID) {
				out = append(out, rows(p.Steps(s.ID))...)
			}
		case journey.KindLane:
			out = append(out, rows(p.Lanes(m.ID))...)
		case journey.KindCard:
			for _, l := range p.Lanes(m.ID) {
				out = append(out, rows(p.LaneCards(l))...)
			}
		case journey.KindLink:
			out = append(out, rows(p.Links(m.ID))...)
		case journey.KindNote:
			out = append(out, rows(p.Notes(m.ID))...)
		case journey.KindView:
			out = append(out, rows(p.Views(m.ID))...)
		}
	}
	return out
}

// rows is rows of one type as rows.
func rows[T journey.Row](rs []T) []journey.Row {
	out := make([]journey.Row, len(rs))
	for i, r := range rs {
		out[i] = r
	}
	return out
}
