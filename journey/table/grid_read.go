package table

import (
	"fmt"
	"slices"
	"strings"

	"throughline/journey"
)

// grid reads a table in which stages are columns or rows.
func (r *reader) grid(s Source) {
	title, records := heading(s.Records)
	if title == "" {
		title = s.Name
	}
	width := 0
	for _, rec := range records {
		width = max(width, len(rec.Cells))
	}
	if len(records) < 2 || width < 2 {
		return
	}
	g := gridReader{reader: r, mp: r.named(journey.KindMap, "", r.unused(title)), records: records, width: width}
	if stagesDown(records) {
		g.down()
	} else {
		g.across()
	}
}

// unused is a title that no map has yet.
func (r *reader) unused(title string) string {
	title = tidy(title)
	ids := r.names.ids[scope{journey.KindMap, ""}]
	for i, base := 2, title; ; i++ {
		if _, taken := ids[title]; !taken {
			return title
		}
		title = fmt.Sprintf("%s (%d)", base, i)
	}
}

// heading is a title above a table, and the table.
func heading(records []Record) (string, []Record) {
	title := ""
	for len(records) > 1 && len(records[0].Cells) == 1 && len(records[1].Cells) > 0 {
		if title == "" {
			title = records[0].Cells[0]
		}
		if isWord(records[0].Cells[0], stageWords) {
			break
		}
		records = records[1:]
	}
	return title, records
}

// stagesDown reports whether stages are rows: whether the first row names more
// lanes than the first column does.
func stagesDown(records []Record) bool {
	across, down := 0, 0
	for i, c := range records[0].Cells {
		if _, ok := kindOf(strings.ToLower(tidy(c))); ok && i > 0 {
			across++
		}
	}
	for _, rec := range records[1:] {
		if _, ok := kindOf(strings.ToLower(tidy(cell(rec, 0)))); ok {
			down++
		}
	}
	first := strings.ToLower(tidy(cell(records[0], 0)))
	if isWord(cell(records[1], 0), stepWords) && len(records) > 2 {
		return false // steps below stages
	}
	if a, d := across*(len(records)-1), down*(len(records[0].Cells)-1); a != d {
		return a > d
	}
	return slices.Contains(stageWords, first) && across > 0
}

func isWord(s string, words []string) bool {
	return slices.Contains(words, strings.ToLower(tidy(s)))
}

// gridReader reads one grid.
type gridReader struct {
	*reader
	mp      journey.ID
	records []Record
	width   int
	lines   bool // cards are lines, and nothing else parts them
}

// place is where the cards of a cell stand.
type place struct {
	stage, step journey.ID
	first       bool // the first column of its stage
}

// across reads a grid whose columns are stages or steps.
func (g *gridReader) across() {
	rows := g.records[1:]
	var steps []string
	if isWord(cell(rows[0], 0), stepWords) {
		steps = slices.Concat(rows[0].Cells, make([]string, g.width))
		rows, g.lines = rows[1:], true
	}
	columns := make([]place, g.width)
	var stage journey.ID
	seen := map[string]int{}
	for i := 1; i < g.width; i++ {
		name := stageName(cell(g.records[0], i))
		if first := name != ""; first {
			columns[i].first = true
			if seen[name]++; seen[name] > 1 { // two stages may be called the same
				stage = g.make(journey.Stage{}, stageIn(g.mp, name))
			} else {
				stage = g.named(journey.KindStage, g.mp, name)
			}
		}
		columns[i].stage = stage
		if stage != "" && steps != nil && (steps[i] != "" || !columns[i].first || i+1 < g.width && cell(g.records[0], i+1) == "") {
			columns[i].step = g.make(journey.Step{}, stepIn(stage, steps[i]))
		}
	}
	for _, rec := range rows {
		cells := make([]string, g.width)
		copy(cells, rec.Cells)
		g.laneRow(rec.Line, cells, columns)
	}
}

// laneRow reads the row of a lane.
func (g *gridReader) laneRow(line int, cells []string, columns []place) {
	lane := g.lane(cells[0])
	texts := map[int][]string{}
	for i := 1; i < len(cells); i++ {
		lines := items(cells[i], g.lines)
		switch {
		case len(lines) == 0:
		case columns[i].stage == "":
			g.noStage++
			g.say(line, "“%.40s” stands under no stage and was skipped", tidy(cells[i]))
		case lane == nil:
			g.noLane++
			g.say(line, "“%.40s” stands beside no lane and was skipped", tidy(cells[i]))
		default:
			texts[i] = lines
		}
	}
	if lane == nil {
		return
	}
	all := slices.Concat(flat(texts)...)
	g.settle(lane, all, line)
	for i := 1; i < len(cells); i++ {
		at := columns[i]
		if at.first && lane.LaneKind.Info().Span == journey.PerStage && !stageHasMore(texts, columns, i) {
			at.step = ""
		}
		for _, t := range texts[i] {
			g.card(lane, at, t)
		}
	}
}

// stageHasMore reports whether other columns of a column's stage have texts.
func stageHasMore(texts map[int][]string, columns []place, i int) bool {
	for j := i + 1; j < len(columns) && columns[j].stage == columns[i].stage && !columns[j].first; j++ {
		if len(texts[j]) > 0 {
			return true
		}
	}
	return false
}

// flat is the texts in the order of their columns.
func flat(texts map[int][]string) [][]string {
	var keys []int
	for k := range texts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out [][]string
	for _, k := range keys {
		out = append(out, texts[k])
	}
	return out
}

// down reads a grid whose rows are stages.
func (g *gridReader) down() {
	head := g.records[0]
	first := 1
	stepped := isWord(cell(head, 1), stepWords) && len(head.Cells) > 2
	if stepped {
		first = 2
	}
	lanes := make([]*journey.Lane, g.width)
	for i := first; i < g.width; i++ {
		if name := cell(head, i); name != "" {
			lanes[i] = g.lane(name)
		}
	}
	type found struct {
		at    place
		lines []string
	}
	cells := make([][]found, g.width)
	var stage journey.ID
	for _, rec := range g.records[1:] {
		if name := stageName(cell(rec, 0)); name != "" {
			stage = g.named(journey.KindStage, g.mp, name)
		}
		if stage == "" {
			g.noStage++
			g.say(rec.Line, "the row has no stage and was skipped")
			continue
		}
		at := place{stage: stage}
		if name := cell(rec, 1); stepped && name != "" {
			at.step = g.named(journey.KindStep, stage, name)
		}
		for i := first; i < len(rec.Cells); i++ {
			lines := items(rec.Cells[i], g.lines)
			if lanes[i] == nil && len(lines) > 0 {
				g.noLane++
				g.say(rec.Line, "“%.40s” stands below no lane and was skipped", tidy(rec.Cells[i]))
				continue
			}
			cells[i] = append(cells[i], found{at, lines})
		}
	}
	for i, column := range cells {
		var all []string
		for _, c := range column {
			all = append(all, c.lines...)
		}
		if lanes[i] == nil {
			continue
		}
		g.settle(lanes[i], all, head.Line)
		for _, c := range column {
			for _, t := range c.lines {
				g.card(lanes[i], c.at, t)
			}
		}
	}
}
