package editor

import (
	"slices"
	"strings"

	"throughline/journey"
)

// wholes is the kinds of row that are copied with all that stands in them. Where
// several are selected, the first of them counts.
var wholes = []journey.Kind{journey.KindStage, journey.KindStep, journey.KindLane}

// wholeMark is the subtitle of the map of a clip of whole rows.
func wholeMark(k journey.Kind) string { return string(k) + "s" }

// wholeOf is what kind of whole rows a clip's map has, "" where it has cards and
// notes only.
func wholeOf(m journey.Map) journey.Kind {
	for _, k := range wholes {
		if m.Subtitle == wholeMark(k) {
			return k
		}
	}
	return ""
}

// copiedWhole is a project with nothing in it but some stages, steps or lanes of
// the map, all that stands in them, and what that refers to. The other side of
// the grid goes along, so that it is known where everything stood.
func (e *Editor) copiedWhole(kind journey.Kind, rows []journey.Row) clip {
	p := e.Doc.Project()
	ed := journey.New().Edit(nil)
	ed.Put(journey.Map{ID: e.mp, Order: "V", Subtitle: wholeMark(kind)})
	c := copier{p: p}
	var cards []journey.Card
	frame := map[journey.ID]bool{} // lanes and stages in which something stands
	for _, r := range rows {
		for x := range c.all(r) {
			ed.Put(x)
			switch x := x.(type) {
			case journey.Card:
				cards = append(cards, x)
				frame[x.Lane], frame[x.Stage] = true, true
			case journey.Hint:
				frame[x.Lane], frame[x.Stage] = true, true
			case journey.Note:
				frame[x.Lane], frame[x.Stage] = true, true
			case journey.Step:
				frame[x.Stage] = true
			}
		}
	}
	for _, l := range p.Lanes(e.mp) {
		if frame[l.ID] {
			ed.Put(l)
		}
	}
	for _, s := range p.Stages(e.mp) {
		if _, whole := ed.Row(s.ID); !whole && (frame[s.ID] || kind == journey.KindLane) {
			ed.Put(journey.Stage{ID: s.ID, Map: s.Map, Order: s.Order, Title: s.Title, Hue: s.Hue})
		}
		for _, st := range p.Steps(s.ID) {
			if kind == journey.KindLane {
				ed.Put(st)
			}
		}
	}
	putLinksBetween(ed, p, cards)
	e.alongWith(ed)
	return ofProject(ed.Project(), e.blobs)
}

// named is the cells of whole rows with the names of those rows: above the
// columns of stages and steps, before those of lanes.
func (c *clip) named(rows [][]string) [][]string {
	if c.whole == journey.KindLane {
		for i, l := range c.lanes {
			rows[i] = slices.Insert(rows[i], 0, nameIn(l))
		}
		return rows
	}
	stages, steps := make([]string, len(c.columns)), make([]string, len(c.columns))
	said := false
	for k, col := range c.columns {
		if st, ok := c.from.Row(col.Stage); ok && (k == 0 || c.columns[k-1].Stage != col.Stage) {
			stages[k] = nameIn(st)
		}
		if st, ok := c.from.Row(col.Step); ok {
			steps[k] = journey.TitleOf(st)
			said = said || steps[k] != ""
			if c.whole == journey.KindStep {
				steps[k] = nameIn(st)
			}
		}
	}
	switch {
	case c.whole == journey.KindStep:
		return slices.Insert(rows, 0, steps)
	case said:
		return slices.Insert(rows, 0, stages, steps)
	}
	return slices.Insert(rows, 0, stages)
}

// nameIn is a row's title in a table, which says something: the text is what
// the copy is found by.
func nameIn(r journey.Row) string {
	if s := strings.TrimSpace(journey.TitleOf(r)); s != "" {
		return s
	}
	return journey.ShortName(r)
}
