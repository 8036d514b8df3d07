package editor

import (
	"bytes"
	"slices"

	"throughline/canvas/layout"
	"throughline/journey"
)

// clip is what is copied, as a grid: what a text from a spreadsheet holds, or
// what the program has copied itself.
type clip struct {
	lanes   []journey.Lane  // one a row; without a kind where nothing says which
	columns []layout.Column // one a column; without IDs where nothing says which
	titles  []string        // of the columns
	stages  bool            // the columns are stages
	whole   journey.Kind    // the stages, steps or lanes themselves were copied; "" is cards and notes
	cards   []clipped
	links   []journey.Link // between the cards
	notes   []journey.Note
	from    *journey.Project // what the cards refer to; nil refers to nothing
	blobs   journey.Blobs
}

// clipped is a card and its place in the grid.
type clipped struct {
	journey.Card
	row, column int
}

// ofTable is a clip of the cells of a spreadsheet. Stacked, its rows are cards
// below each other and not lanes.
func ofTable(rows [][]string, stacked bool) clip {
	var c clip
	wide := 0
	for i, row := range rows {
		at := i
		if stacked {
			at = 0
		}
		for k, cell := range row {
			for _, card := range cellCards(cell) {
				c.cards = append(c.cards, clipped{card, at, k})
				wide = max(wide, k+1)
				for len(c.lanes) <= at {
					c.lanes = append(c.lanes, journey.Lane{})
				}
			}
		}
	}
	c.columns, c.titles = make([]layout.Column, wide), make([]string, wide)
	return c
}

// ofProject is a clip of a project that was made by copying.
func ofProject(p *journey.Project, blobs journey.Blobs) clip {
	c := clip{from: p, blobs: blobs}
	maps := p.Maps()
	if len(maps) == 0 {
		return c
	}
	mp := maps[0]
	c.whole = wholeOf(mp)
	c.lanes, c.links, c.notes = p.Lanes(mp.ID), p.Links(mp.ID), p.Notes(mp.ID)
	at := map[journey.ID]int{}
	c.stages = true
	for _, l := range c.lanes {
		c.stages = c.stages && l.LaneKind.Info().Span == journey.PerStage &&
			!slices.ContainsFunc(p.LaneCards(l), func(x journey.Card) bool { return x.Step != "" })
	}
	put := func(stage, step journey.ID, title string) {
		c.columns, c.titles = append(c.columns, layout.Column{Stage: stage, Step: step}), append(c.titles, title)
	}
	for _, s := range p.Stages(mp.ID) {
		at[s.ID] = len(c.columns)
		steps := p.Steps(s.ID)
		if c.stages || len(steps) == 0 {
			put(s.ID, "", s.Title)
		}
		for _, st := range steps {
			if c.stages {
				at[st.ID] = at[s.ID]
				continue
			}
			at[st.ID] = len(c.columns)
			put(s.ID, st.ID, st.Title)
		}
	}
	for i, l := range c.lanes {
		for _, card := range p.LaneCards(l) {
			c.cards = append(c.cards, clipped{card, i, at[card.Column()]})
		}
	}
	return c
}

// table is the clip as a spreadsheet takes it.
func (c *clip) table() string {
	cells := map[[2]int][]journey.Card{}
	for _, x := range c.cards {
		at := [2]int{x.row, x.column}
		cells[at] = append(cells[at], x.Card)
	}
	rows := make([][]string, len(c.lanes))
	for i := range rows {
		rows[i] = make([]string, len(c.columns))
		for k := range rows[i] {
			rows[i][k] = cellText(cells[[2]int{i, k}])
		}
	}
	if c.whole != "" {
		rows = c.named(rows)
	} else if len(rows) == 0 {
		for _, n := range c.notes {
			rows = append(rows, []string{n.Text})
		}
	}
	return writeTable(rows)
}

// mostMedia is how many bytes of pictures and files are copied along.
const mostMedia = 32 << 20

// form is the clip as the program itself takes it: the JSON form of a project
// that has only what was copied.
func (c *clip) form() ([]byte, error) {
	var b bytes.Buffer
	if err := c.from.WriteJSON(&b, c.blobs); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// copied is a project with nothing in it but some cards and notes of a map and
// what they refer to. The grid of the cards goes along: all lanes and columns
// from the first to the last.
func (e *Editor) copied(cards []journey.Card, notes []journey.Note) clip {
	p, s := e.Doc.Project(), e.view.sheet
	ed := journey.New().Edit(nil)
	m := journey.Map{ID: e.mp, Order: "V"}
	r0, r1, c0, c1 := len(s.Rows), -1, len(s.Columns), -1
	for _, c := range cards {
		i, from, to := e.rowIndex(c.Lane), e.columnIndex(c.Step), 0
		if to = from; c.Step == "" {
			if st, ok := s.StageOf(c.Stage); ok {
				from = e.columnIndex(st.Columns[0].ID())
				to = from
			}
		}
		r0, r1, c0, c1 = min(r0, i), max(r1, i), min(c0, from), max(c1, to)
	}
	rows, columns := inside(s.Rows, r0, r1), inside(s.Columns, c0, c1)
	ed.Put(m)
	for i, o := range journey.Spread(len(rows)) {
		if l := rows[i].Lane; hasCells(rows[i]) {
			l.Order, l.Persona, l.Entries = o, "", ""
			ed.Put(l)
		}
	}
	for i, o := range journey.Spread(len(columns)) {
		st, _ := journey.Get[journey.Stage](p, columns[i].Stage)
		if _, ok := ed.Row(st.ID); !ok {
			ed.Put(journey.Stage{ID: st.ID, Map: m.ID, Order: o, Title: st.Title, Hue: st.Hue})
		}
		if step, ok := journey.Get[journey.Step](p, columns[i].Step); ok {
			ed.Put(journey.Step{ID: step.ID, Stage: st.ID, Order: o, Title: step.Title})
		}
	}
	for _, c := range cards {
		ed.Put(c)
	}
	putLinksBetween(ed, p, cards)
	for _, n := range notes {
		if _, ok := ed.Row(n.Lane); !ok {
			n.Lane = ""
		}
		if _, ok := ed.Row(n.Stage); !ok {
			n.Stage = ""
		}
		ed.Put(n)
	}
	e.alongWith(ed)
	return ofProject(ed.Project(), e.blobs)
}

// putLinksBetween puts the links both of whose cards are copied.
func putLinksBetween(ed *journey.Edit, p *journey.Project, cards []journey.Card) {
	for _, c := range cards {
		for _, l := range p.LinksOf(c.ID) {
			if _, both := ed.Row(l.To); both && l.From == c.ID {
				ed.Put(l)
			}
		}
	}
}

// alongWith puts what the lanes and cards of a copy refer to into it: channels,
// people, personas and media, as far as their bytes are not too many.
func (e *Editor) alongWith(ed *journey.Edit) {
	p, left := e.Doc.Project(), mostMedia
	var take func(id journey.ID) bool
	take = func(id journey.ID) bool {
		if id == "" {
			return true
		}
		if _, ok := ed.Row(id); ok {
			return true
		}
		r, ok := p.Row(id)
		if m, is := r.(journey.Media); is {
			if ok = m.Size <= left; ok && m.Hash != "" {
				_, err := e.blobs.Blob(m.Hash)
				ok = err == nil
			}
			left -= m.Size
		}
		if persona, is := r.(journey.Persona); is && !take(persona.Portrait) {
			persona.Portrait = ""
			r = persona
		}
		if ok {
			ed.Put(r)
		}
		return ok
	}
	for _, l := range ed.Now().Lanes(e.mp) {
		for _, c := range ed.Now().LaneCards(l) {
			for _, ref := range cardRefs(&c) {
				if !take(*ref) {
					*ref = ""
				}
			}
			ed.Put(c)
		}
		if !take(l.Persona) {
			l.Persona = ""
		}
		l.Entries = journey.List(slices.DeleteFunc(l.Entries.All(), func(id string) bool { return !take(journey.ID(id)) })...)
		ed.Put(l)
	}
}

// cardRefs is where a card names what all maps of a file share.
func cardRefs(c *journey.Card) []*journey.ID {
	return []*journey.ID{&c.Channel, &c.Persona, &c.Owner, &c.Image, &c.File}
}

// inOrder puts the cards of a clip into the order of its grid.
func (c *clip) inOrder() {
	slices.SortStableFunc(c.cards, func(a, b clipped) int {
		return slices.Compare([]int{a.row, a.column}, []int{b.row, b.column})
	})
}
