package editor

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
)

// heading is a direction in which the focus walks; y is down.
type heading struct{ x, y int }

var (
	leftward  = heading{-1, 0}
	rightward = heading{1, 0}
	upward    = heading{0, -1}
	downward  = heading{0, 1}
)

// next is where the focus comes to in one step: to the next card of its cell,
// then to the next cell, past the first ones to a lane's header or to the band.
// It goes by what one sees: along a row to what stands at the same height, and
// down a column past cards that are wider than it.
func (e *Editor) next(w heading) Focus {
	f, s := e.focus, e.view.sheet
	switch {
	case s.Looped():
		return e.nextInLoop(w)
	case f.Lane == "" && f.Column == "":
		return e.entry()
	case f.Lane == "":
		return e.nextInBand(w)
	case f.Column == "":
		return e.nextHeader(w)
	}
	row, col := e.rowIndex(f.Lane), e.columnIndex(f.Column)
	if row < 0 || col < 0 {
		return e.entry()
	}
	if w.y != 0 {
		return e.nextBelow(row, col, w.y)
	}
	at := e.place(s.Rows[row], col)
	i := at.first - 1
	if w.x > 0 {
		i = at.last + 1
	}
	switch {
	case i < 0:
		return Focus{Lane: f.Lane, Row: f.Lane}
	case i >= len(s.Columns):
		return f
	}
	return e.stop(s.Rows[row], i, at.box.Center().Y)
}

// nextBelow is the next card of the cell, or what is in the cell below it or
// above.
func (e *Editor) nextBelow(row, col, y int) Focus {
	s, f := e.view.sheet, e.focus
	cards := s.Under(f.Lane, s.Columns[col])
	if i := slices.IndexFunc(cards, func(c layout.Standing) bool { return c.Card == f.Row }); i >= 0 && i+y >= 0 && i+y < len(cards) {
		f.Row = cards[i+y].Card
		return f
	}
	for i := row + y; i >= 0 && i < len(s.Rows); i += y {
		if hasCells(s.Rows[i]) {
			return e.stop(s.Rows[i], col, math.Inf(-y))
		}
	}
	if y > 0 {
		return f
	}
	return e.inBand(s.Columns[col].ID())
}

// hasCells reports whether a row has cells in which cards can stand.
func hasCells(r layout.Row) bool { return r.LaneKind.Info().Card != "" }

// nextInBand walks among the stages and steps.
func (e *Editor) nextInBand(w heading) Focus {
	s, f := e.view.sheet, e.focus
	col := e.columnIndex(f.Column)
	if col < 0 {
		return e.entry()
	}
	c := s.Columns[col]
	onStage := f.Row == c.Stage
	switch {
	case w == downward && onStage && c.Step != "":
		return e.inBand(c.Step)
	case w == downward:
		for _, r := range s.Rows {
			if hasCells(r) {
				return e.stop(r, col, math.Inf(-1))
			}
		}
		return f
	case w == upward && !onStage:
		return Focus{Column: f.Column, Row: c.Stage}
	case w == upward:
		return f
	}
	for i := col + w.x; i >= 0 && i < len(s.Columns); i += w.x {
		switch next := s.Columns[i]; {
		case !onStage:
			return e.inBand(next.ID())
		case next.Stage != c.Stage:
			first := e.firstColumn(next.Stage)
			return Focus{Column: first, Row: next.Stage}
		}
	}
	return f
}

// inBand is the step of a column, or its stage where that has no steps.
func (e *Editor) inBand(column journey.ID) Focus { return Focus{Column: column, Row: column} }

// nextHeader walks among the lanes' headers.
func (e *Editor) nextHeader(w heading) Focus {
	s, f := e.view.sheet, e.focus
	i := e.rowIndex(f.Lane)
	switch {
	case i < 0:
		return e.entry()
	case w == rightward && hasCells(s.Rows[i]) && len(s.Columns) > 0:
		return e.stop(s.Rows[i], 0, math.Inf(-1))
	case w.y == 0 || i+w.y < 0 || i+w.y >= len(s.Rows):
		return f
	}
	next := s.Rows[i+w.y].ID
	return Focus{Lane: next, Row: next}
}

// entry is where the focus begins: the first cell in sight, or the first stage
// or lane where there are no cells.
func (e *Editor) entry() Focus {
	s, sight := e.view.sheet, e.view.sight(bodyPane)
	if s.Looped() {
		return e.entryOfLoop()
	}
	col := slices.IndexFunc(s.Columns, func(c layout.Column) bool { return c.X+c.W/2 >= sight.Min.X })
	if col < 0 {
		if len(s.Rows) > 0 {
			return Focus{Lane: s.Rows[0].ID, Row: s.Rows[0].ID}
		}
		return Focus{}
	}
	for _, r := range s.Rows {
		if hasCells(r) && r.Y+r.H/2 >= sight.Min.Y {
			return e.stop(r, col, math.Inf(-1))
		}
	}
	return Focus{Column: s.Columns[col].ID(), Row: s.Columns[col].Stage}
}

func (e *Editor) rowIndex(lane journey.ID) int {
	return slices.IndexFunc(e.view.sheet.Rows, func(r layout.Row) bool { return r.ID == lane })
}

func (e *Editor) columnIndex(id journey.ID) int {
	return slices.IndexFunc(e.view.sheet.Columns, func(c layout.Column) bool { return c.ID() == id })
}

// stop is the focus in a column of a row: the card that is nearest to a height,
// or the cell where there is none.
func (e *Editor) stop(r layout.Row, col int, y float64) Focus {
	c := e.view.sheet.Columns[col]
	f := Focus{Lane: r.ID, Column: c.ID()}
	best := math.Inf(1)
	cards := e.view.sheet.Under(r.ID, c)
	if math.IsInf(y, 1) {
		slices.Reverse(cards)
	}
	for _, card := range cards {
		d := 0.0 // the first one, or the last
		if !math.IsInf(y, 0) {
			d = math.Abs(card.Box.Center().Y - y)
		}
		if d < best {
			best, f.Row = d, card.Card
		}
	}
	return f
}

// placeOf is what has the focus in a row: its box, and the columns under which
// it stands.
type placeOf struct {
	box         geom.Rect // in the body, u
	first, last int
}

// place is where the focus is, in a row and a column.
func (e *Editor) place(r layout.Row, col int) placeOf {
	s := e.view.sheet
	c := s.Columns[col]
	at := placeOf{first: col, last: col}
	cards := s.Under(r.ID, c)
	for _, card := range cards {
		if card.Card == e.focus.Row {
			at.box = card.Box
			for at.first > 0 && e.alsoUnder(r, at.first-1) {
				at.first--
			}
			for at.last+1 < len(s.Columns) && e.alsoUnder(r, at.last+1) {
				at.last++
			}
			return at
		}
	}
	cell, _ := e.focused()
	at.box = geom.Box(cell.Rect.Min.X, cell.Rect.Min.Y, cell.Rect.W(), 0) // beside its top is the first card of the next
	for at.first > 0 && cell.Rect.Min.X < s.Columns[at.first].X {
		at.first--
	}
	for at.last+1 < len(s.Columns) && cell.Rect.Max.X > s.Columns[at.last+1].X {
		at.last++
	}
	return at
}

// alsoUnder reports whether what has the focus also stands under another column.
func (e *Editor) alsoUnder(r layout.Row, col int) bool {
	s := e.view.sheet
	return slices.ContainsFunc(s.Under(r.ID, s.Columns[col]), func(c layout.Standing) bool { return c.Card == e.focus.Row })
}

// edge is the first or the last cell of the focus's lane, or of the band.
func (e *Editor) edge(last bool) Focus {
	s, f := e.view.sheet, e.focus
	if s.Looped() || len(s.Columns) == 0 {
		return e.entry()
	}
	col := 0
	if last {
		col = len(s.Columns) - 1
	}
	row := e.rowIndex(f.Lane)
	switch c := s.Columns[col]; {
	case row >= 0 && hasCells(s.Rows[row]) && (f.Column != "" || last):
		y := math.Inf(-1)
		if i := e.columnIndex(f.Column); i >= 0 {
			y = e.place(s.Rows[row], i).box.Center().Y
		}
		return e.stop(s.Rows[row], col, y)
	case row >= 0:
		return Focus{Lane: f.Lane, Row: f.Lane}
	case f.Column == "":
		return e.entry()
	case e.columnIndex(f.Column) >= 0 && f.Row == s.Columns[e.columnIndex(f.Column)].Stage:
		return Focus{Column: e.firstColumn(c.Stage), Row: c.Stage}
	default:
		return e.inBand(c.ID())
	}
}

// corner is the first cell of the map, or its last.
func (e *Editor) corner(last bool) Focus {
	s := e.view.sheet
	rows := slices.DeleteFunc(slices.Clone(s.Rows), func(r layout.Row) bool { return !hasCells(r) })
	if s.Looped() || len(rows) == 0 || len(s.Columns) == 0 {
		return e.entry()
	}
	if last {
		return e.stop(rows[len(rows)-1], len(s.Columns)-1, math.Inf(1))
	}
	return e.stop(rows[0], 0, math.Inf(-1))
}

// along is the focus after that in reading order, or before it: cell by cell
// through the lanes, then through the map's notes and links.
func (e *Editor) along(step int) Focus {
	s, f := e.view.sheet, e.focus
	if s.Looped() {
		return e.alongLoop(step)
	}
	rest := e.besides()
	if i := slices.Index(rest, f.Row); i >= 0 {
		switch i += step; {
		case i < 0:
			return e.corner(true)
		case i < len(rest):
			return Focus{Row: rest[i]}
		}
		return e.corner(false)
	}
	if f.Lane == "" || f.Column == "" {
		return e.next(heading{x: step})
	}
	if to := e.next(heading{x: step}); to != f && to.Column != "" {
		return to
	}
	for i := e.rowIndex(f.Lane) + step; i >= 0 && i < len(s.Rows); i += step {
		if hasCells(s.Rows[i]) {
			col := 0
			if step < 0 {
				col = len(s.Columns) - 1
			}
			return e.stop(s.Rows[i], col, math.Inf(-1))
		}
	}
	switch {
	case len(rest) == 0:
		return e.corner(step < 0)
	case step > 0:
		return Focus{Row: rest[0]}
	}
	return Focus{Row: rest[len(rest)-1]}
}

// besides is what is on the sheet and in no cell: notes, then links.
func (e *Editor) besides() []journey.ID {
	var out []journey.ID
	p := e.Doc.Project()
	for _, n := range p.Notes(e.mp) {
		if _, _, ok := e.view.sheet.Note(n.ID); ok {
			out = append(out, n.ID)
		}
	}
	for _, l := range p.Links(e.mp) {
		if _, _, ok := e.view.sheet.Link(l.ID); ok {
			out = append(out, l.ID)
		}
	}
	return out
}
