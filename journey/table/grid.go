package table

import (
	"strconv"

	"throughline/journey"
)

// Grid is a map as people expect it in a table: a column a step, a row a lane,
// a line a card.
type Grid struct {
	Title  string
	Stages []Span
	Steps  []string // one a column
	Lanes  []Row
}

// Span is a stage over its columns.
type Span struct {
	Stage          journey.Stage
	Index          int
	First, Columns int
}

// Row is a lane of a grid.
type Row struct {
	Lane  journey.Lane
	Cells [][]string // lines of each column; those of a whole stage stand in its first
	// Whole says of each stage that all of the lane's cards there belong to the
	// whole of it.
	Whole []bool
}

// GridOf is a map as a grid, without hidden lanes.
func GridOf(p *journey.Project, mp journey.ID) Grid {
	m, _ := journey.Get[journey.Map](p, mp)
	g := Grid{Title: m.Title}
	stages := p.Stages(mp)
	for i, s := range stages {
		steps := p.Steps(s.ID)
		g.Stages = append(g.Stages, Span{s, i, len(g.Steps), max(1, len(steps))})
		for _, st := range steps {
			g.Steps = append(g.Steps, tidy(st.Title))
		}
		if len(steps) == 0 {
			g.Steps = append(g.Steps, "")
		}
	}
	for _, l := range p.Lanes(mp) {
		if l.Hidden {
			continue
		}
		row := Row{Lane: l, Cells: make([][]string, len(g.Steps)), Whole: make([]bool, len(stages))}
		for i, s := range stages {
			at, all := g.Stages[i].First, 0
			add := func(column int, cards []journey.Card) {
				for _, c := range cards {
					if line := Line(p, l, c); line != "" {
						row.Cells[column] = append(row.Cells[column], line)
					}
				}
			}
			add(at, p.Cards(l.ID, s.ID))
			for j, st := range p.Steps(s.ID) {
				cards := p.Cards(l.ID, st.ID)
				add(at+j, cards)
				all += len(cards)
			}
			row.Whole[i] = all == 0 && len(row.Cells[at]) > 0
		}
		g.Lanes = append(g.Lanes, row)
	}
	return g
}

// Name is what the stage is called, or its place where it has no title.
func (s Span) Name() string {
	if t := tidy(s.Stage.Title); t != "" {
		return t
	}
	return "Stage " + strconv.Itoa(s.Index+1)
}

// Name is what the lane is called, or its kind where it has no title.
func (r Row) Name() string {
	if t := tidy(r.Lane.Title); t != "" {
		return t
	}
	return r.Lane.LaneKind.Info().Title
}
