package editor

import (
	"slices"
	"strconv"
	"strings"

	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// Pasting is a paste that would add to the grid of the map, and waits until
// somebody agrees.
type Pasting struct {
	Cards                int
	Whole                journey.Kind // of which whole rows are pasted, "" where only cards are
	Rows                 int          // how many
	Lanes, Steps, Stages int          // what is added for them
}

// Pasting is what a paste would add to the map, when one waits for a word. It
// waits as long as nothing else is done.
func (e *Editor) Pasting() (Pasting, bool) {
	if e.waiting == nil {
		return Pasting{}, false
	}
	return e.waiting.adds(), true
}

// Agree does the paste that waits.
func (e *Editor) Agree() {
	if p := e.waiting; p != nil {
		e.waiting = nil
		e.fail(e.put(*p))
		e.notify()
	}
}

// Decline gives the paste up that waits.
func (e *Editor) Decline() {
	if e.waiting != nil {
		e.waiting = nil
		e.notify()
	}
}

// answers has Enter and Esc answer a paste that waits, and everything else that
// is done give it up. It reports whether the event was an answer.
func (e *Editor) answers(ev input.Event) bool {
	if e.waiting == nil || ev.Kind != input.KeyDown && ev.Kind != input.Press && ev.Kind != input.Text {
		return false
	}
	switch {
	case ev.Kind == input.KeyDown && ev.Key == input.KeyEnter && ev.Mods == 0:
		e.Agree()
		return true
	case ev.Kind == input.KeyDown && ev.Key == input.KeyEscape:
		e.Decline()
		return true
	case ev.Kind != input.KeyDown || ev.Key != "": // Shift alone is nothing yet
		e.Decline()
	}
	return false
}

// plan is where a clip would go.
type plan struct {
	clip
	rows    []journey.Lane  // one a row of the clip; what has no ID is to be added
	columns []layout.Column // one a column; what has no stage is to be added
	stages  bool            // the columns are stages
	frame
}

// Paste puts what the clipboard holds into the map, from the cell that has the
// focus on: rows to lanes, columns to steps. Plain, only the words count, and
// lines become cards below each other. What would add lanes or steps waits for
// Agree; Pasting says so.
func (e *Editor) Paste(plain bool) error {
	c, err := e.clipOf(e.clipboard.Get(), plain)
	if err != nil {
		return err
	}
	p, err := e.plan(c)
	switch {
	case err != nil:
		return err
	case len(c.cards) > mostCells && c.whole == "":
		return ErrLargeTable
	case c.whole == "" && len(c.cards)+len(c.notes) == 0, c.whole != "" && len(c.wholeRows()) == 0:
		return nil
	}
	if n := p.adds(); n.Lanes+n.Steps+n.Stages > 0 {
		e.waiting = &p
		e.notify()
		return nil
	}
	return e.put(p)
}

// plan finds a lane for every row of a clip and a column for every column.
func (e *Editor) plan(c clip) (plan, error) {
	p, s := plan{clip: c}, e.view.sheet
	if e.Map().ID == "" {
		return p, ErrNoMap
	}
	if c.whole != "" {
		return e.planWhole(p)
	}
	row, col := e.target(c)
	kind := journey.Touchpoints
	for i := 0; len(p.rows) < len(c.lanes); {
		switch {
		case row+i >= len(s.Rows):
			l := c.lanes[len(p.rows)]
			if l.ID = ""; !l.LaneKind.Known() {
				l = journey.Lane{LaneKind: kind, Title: kind.Info().Title}
			}
			p.rows = append(p.rows, l)
		case hasCells(s.Rows[row+i]):
			l := s.Rows[row+i].Lane
			if err := e.locked(l.ID); err != nil {
				return p, err
			}
			if p.rows = append(p.rows, l); l.LaneKind.Info().Span != journey.WholeMap {
				kind = l.LaneKind
			}
			i++
		default:
			i++
		}
	}
	p.stages = len(p.rows) > 0 && (c.stages || c.from == nil)
	for _, l := range p.rows {
		p.stages = p.stages && l.LaneKind.Info().Span == journey.PerStage
	}
	all := s.Columns
	if p.stages {
		at := 0
		all = nil
		for i, st := range s.Stages {
			if all = append(all, layout.Column{Stage: st.ID}); col < len(s.Columns) && s.Columns[col].Stage == st.ID {
				at = i
			}
		}
		col = at
	}
	for i := range c.columns {
		if col+i < len(all) {
			p.columns = append(p.columns, all[col+i])
		} else {
			p.columns = append(p.columns, layout.Column{})
		}
	}
	return p, nil
}

// target is the row and the column of the sheet at which a paste begins: those
// of the focus, or where the cards were copied from, or the first.
func (e *Editor) target(c clip) (row, col int) {
	f := e.focus
	if f.Lane == "" && len(c.lanes) > 0 {
		f.Lane = c.lanes[0].ID
	}
	if f.Column == "" && len(c.columns) > 0 {
		f.Column = c.columns[0].ID()
		if i := slices.IndexFunc(e.view.sheet.Columns, func(x layout.Column) bool { return x.Stage == c.columns[0].Stage }); i >= 0 && c.columns[0].Step == "" {
			f.Column = e.view.sheet.Columns[i].ID()
		}
	}
	return max(e.rowIndex(f.Lane), 0), max(e.columnIndex(f.Column), 0)
}

// adds is what a plan would add to the map.
func (p *plan) adds() Pasting {
	n := Pasting{Cards: len(p.cards)}
	if p.whole != "" {
		n.Whole, n.Rows, n.Lanes, n.Stages = p.whole, len(p.wholeRows()), len(p.lanesToo), len(p.stagesToo)
		return n
	}
	for _, l := range p.rows {
		n.Lanes += one(l.ID == "")
	}
	for _, c := range p.columns {
		if c.Stage == "" {
			n.Stages += one(p.stages)
			n.Steps += one(!p.stages)
		}
	}
	return n
}

// put does what a plan says, as one step of undo.
func (e *Editor) put(p plan) error {
	label := "Paste " + count(len(p.cards), "card")
	switch {
	case p.whole != "":
		label = "Paste " + count(len(p.wholeRows()), string(p.whole))
	case len(p.cards) == 0:
		label = "Paste " + count(len(p.notes), "note")
	}
	var made []journey.ID
	err := e.Doc.Do(label, func(ed *journey.Edit) error {
		g := paster{e: e, ed: ed, plan: &p, of: map[journey.ID]journey.ID{}}
		if p.whole != "" {
			made = g.putWhole()
			return nil
		}
		g.addLanes()
		g.addColumns()
		made = g.putCards()
		g.putLinks()
		made = append(made, g.putNotes()...)
		return nil
	})
	if err == nil && len(made) > 0 {
		e.Select(made...)
		e.Reveal(made[len(made)-1])
	}
	return err
}

// paster puts a plan into the map.
type paster struct {
	e    *Editor
	ed   *journey.Edit
	plan *plan
	of   map[journey.ID]journey.ID // what a row of the clip is in the map
}

// addLanes adds the lanes that a plan is missing behind the last.
func (g *paster) addLanes() {
	for i := range g.plan.rows {
		l := &g.plan.rows[i]
		if l.ID != "" {
			continue
		}
		*l = g.newLane(*l)
	}
}

// newLane adds a lane behind the others.
func (g *paster) newLane(l journey.Lane) journey.Lane {
	all := g.ed.Now().Lanes(g.e.mp)
	l.ID, l.Map, l.Locked, l.Hidden = g.ed.NewID(), g.e.mp, false, false
	l.Order = orderAt(all, l.ID, len(all))
	g.ed.Put(l)
	return l
}

// addColumns adds the steps or stages that a plan is missing behind the last.
func (g *paster) addColumns() {
	for i := range g.plan.columns {
		c := &g.plan.columns[i]
		if c.Stage != "" {
			continue
		}
		title := g.plan.titles[i]
		stages := g.ed.Now().Stages(g.e.mp)
		if g.plan.stages || len(stages) == 0 {
			st := journey.Stage{ID: g.ed.NewID(), Map: g.e.mp, Title: title}
			st.Order = orderAt(stages, st.ID, len(stages))
			g.ed.Put(st)
			step := journey.Step{ID: g.ed.NewID(), Stage: st.ID, Order: journey.Between("", "")}
			g.ed.Put(step)
			if c.Stage = st.ID; !g.plan.stages {
				c.Step = step.ID
			}
			continue
		}
		last := stages[len(stages)-1].ID
		step := journey.Step{ID: g.ed.NewID(), Stage: last, Title: title}
		steps := g.ed.Now().Steps(last)
		step.Order = orderAt(steps, step.ID, len(steps))
		g.ed.Put(step)
		c.Stage, c.Step = last, step.ID
	}
}

// putCards puts the cards into their cells: below the card that has the focus
// where it is in the same cell, else last.
func (g *paster) putCards() []journey.ID {
	g.plan.inOrder()
	var out []journey.ID
	below := map[journey.Place]journey.ID{}
	if f, ok := journey.Get[journey.Card](g.ed.Now(), g.e.focus.Row); ok {
		below[journey.Place{Parent: f.Lane, Column: f.Column()}] = f.ID
	}
	for _, c := range g.plan.cards {
		l, col := g.plan.rows[c.row], g.plan.columns[c.column]
		card := c.Card
		was := card.ID
		card.ID, card.Lane, card.Stage = g.ed.NewID(), l.ID, col.Stage
		switch same := l.LaneKind == g.plan.lanes[c.row].LaneKind; {
		case same && card.Step == "": // as it was copied
		case !same && l.LaneKind.Info().Span == journey.PerStage:
			card.Step = ""
		default:
			card.Step = col.Step
		}
		if g.plan.from == nil {
			card = g.said(l, card)
		} else {
			g.refer(&card)
		}
		at := journey.Place{Parent: card.Lane, Column: card.Column()}
		cell := g.ed.Now().Cards(card.Lane, card.Column())
		i := len(cell)
		if k := indexOf(cell, below[at]); k >= 0 {
			i = k + 1
		}
		card.Order = orderAt(cell, card.ID, i)
		below[at] = card.ID
		g.ed.Put(card)
		if was != "" {
			g.of[was] = card.ID
		}
		out = append(out, card.ID)
	}
	return out
}

// said is a card of which only words are known, as its lane takes it: numbers
// are feelings in a lane of them, and names of channels are those channels.
func (g *paster) said(l journey.Lane, c journey.Card) journey.Card {
	switch l.LaneKind {
	case journey.Feelings, journey.Intensity:
		s := l.Scale()
		v, err := strconv.ParseFloat(strings.NewReplacer(",", ".", "−", "-").Replace(c.Title), 64)
		if n := journey.Num(v); err == nil && n.Set {
			c.Feeling, c.Title = journey.Num(min(max(v, s.Least), s.Greatest)), ""
		}
	case journey.Channels:
		for _, ch := range g.ed.Now().Channels() {
			if strings.EqualFold(ch.Name, c.Title) {
				c.Channel, c.Use, c.Title = ch.ID, journey.MainUse, ""
				break
			}
		}
	}
	return c
}

// refer has a card name what the map has in place of what its own had.
func (g *paster) refer(c *journey.Card) {
	for _, ref := range cardRefs(c) {
		*ref = g.shared(*ref)
	}
	g.keepAddresses(c)
}

// keepAddresses has a card lead to those maps only that are there.
func (g *paster) keepAddresses(c *journey.Card) {
	all := c.Links.All()
	keep := slices.DeleteFunc(slices.Clone(all), func(a string) bool {
		id, ok := strings.CutPrefix(a, "map:")
		if !ok {
			return false
		}
		_, there := journey.Get[journey.Map](g.ed.Now(), journey.ID(id))
		return !there
	})
	if len(keep) < len(all) {
		c.Links = journey.List(keep...)
	}
}

// shared is what stands in the file for a row that cards refer to: the same one,
// one of the same name, or a copy of it.
func (g *paster) shared(id journey.ID) journey.ID {
	if to, ok := g.of[id]; ok || id == "" {
		return to
	}
	r, ok := g.plan.from.Row(id)
	if !ok {
		return ""
	}
	to := g.same(r)
	g.of[id] = to
	return to
}

func (g *paster) same(r journey.Row) journey.ID {
	p := g.ed.Now()
	if m, ok := r.(journey.Media); ok {
		if m.Hash != "" {
			b, err := g.plan.blobs.Blob(m.Hash)
			if err != nil {
				return ""
			}
			m.Hash = g.e.blobs.AddBlob(b)
		}
		return mediaRow(g.ed, m)
	}
	if there, ok := p.Row(r.RowID()); ok && there.Kind() == r.Kind() && journey.TitleOf(there) == journey.TitleOf(r) {
		return r.RowID()
	}
	for _, x := range siblingsOf(p, r) {
		if journey.TitleOf(x) == journey.TitleOf(r) {
			return x.RowID()
		}
	}
	all := siblingsOf(p, r)
	switch x := r.(type) {
	case journey.Persona:
		x.ID, x.Portrait = g.ed.NewID(), g.shared(x.Portrait)
		r = x
	case journey.Channel:
		x.ID = g.ed.NewID()
		r = x
	case journey.Person:
		x.ID = g.ed.NewID()
		r = x
	default:
		return ""
	}
	g.ed.Put(journey.WithOrder(r, orderAt(all, r.RowID(), len(all))))
	return r.RowID()
}

// putLinks joins the pasted cards as those that were copied.
func (g *paster) putLinks() {
	for _, l := range g.plan.links {
		from, a := g.of[l.From]
		to, b := g.of[l.To]
		if a && b {
			l.ID, l.Map, l.From, l.To = g.ed.NewID(), g.e.mp, from, to
			g.ed.Put(l)
		}
	}
}

// putNotes puts notes a little beside where they were, or where the focus is.
func (g *paster) putNotes() []journey.ID {
	const aside = 24
	var out []journey.ID
	for _, n := range g.plan.notes {
		p := g.ed.Now()
		if l, ok := journey.Get[journey.Lane](p, n.Lane); !ok || l.Map != g.e.mp {
			n.Lane = g.e.focus.Lane
		}
		if s, ok := journey.Get[journey.Stage](p, n.Stage); !ok || s.Map != g.e.mp {
			n.Stage = ""
		}
		all := p.Notes(g.e.mp)
		n.ID, n.Map, n.X, n.Y = g.ed.NewID(), g.e.mp, n.X+aside, n.Y+aside
		n.Order = orderAt(all, n.ID, len(all))
		g.ed.Put(n)
		out = append(out, n.ID)
	}
	return out
}
