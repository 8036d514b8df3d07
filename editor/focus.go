package editor

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// Focus is where the keyboard is: a cell, and the card in it that has the
// focus, if one has. Without a lane it is a stage or a step in the band, without
// a column a lane's header, with neither a note or a link; the zero Focus is
// nowhere.
type Focus struct {
	Lane   journey.ID
	Column journey.ID // of the sheet: a step, or a stage that has none
	Row    journey.ID // what has the focus there; "" is the cell itself
}

// Focus is where the keyboard is.
func (e *Editor) Focus() Focus { return e.focus }

// SetFocus moves the keyboard, selects what has the focus then and nothing else,
// and brings it into sight.
func (e *Editor) SetFocus(f Focus) {
	e.focusOn(f)
	e.notify()
}

func (e *Editor) focusOn(f Focus) {
	e.focus = f
	if f.Row == "" {
		e.sel.set()
		if c, ok := e.focused(); ok {
			e.show(bodyPane, c.Rect)
		}
		return
	}
	e.sel.set(f.Row)
	e.reveal(f.Row)
}

// focused is the cell that has the focus. In a lane whose cards stand under
// whole stages that is the stage's, unless there are cards of its steps.
func (e *Editor) focused() (layout.Cell, bool) {
	s := e.view.sheet
	c, ok := s.Cell(e.focus.Lane, e.focus.Column)
	if !ok || s.Looped() || c.Rect.W() <= c.Column.W {
		return c, ok
	}
	st, _ := s.StageOf(c.Column.Stage)
	for _, col := range st.Columns {
		if len(s.Under(e.focus.Lane, col)) > 0 {
			c.Rect = geom.Box(c.Column.X, c.Rect.Min.Y, c.Column.W, c.Rect.H())
			break
		}
	}
	return c, true
}

// focusOf is where a row is. A card that spans columns is in its first.
func (e *Editor) focusOf(id journey.ID) Focus {
	r, _ := e.Doc.Project().Row(id)
	switch r := r.(type) {
	case journey.Card:
		f := Focus{Lane: r.Lane, Column: r.Step, Row: id}
		if r.Step == "" {
			f.Column = e.firstColumn(r.Stage)
		}
		return f
	case journey.Stage:
		return Focus{Column: e.firstColumn(id), Row: id}
	case journey.Step:
		return Focus{Column: id, Row: id}
	case journey.Lane:
		return Focus{Lane: id, Row: id}
	case nil:
		return Focus{}
	}
	return Focus{Row: id}
}

// firstColumn is the first column under a stage.
func (e *Editor) firstColumn(stage journey.ID) journey.ID {
	if b, ok := e.view.sheet.StageOf(stage); ok {
		return b.Columns[0].ID()
	}
	return stage
}

// keepFocus keeps the focus with its row when that moves. Where its row, lane
// or column has gone since the sheet before, what has taken its place has it.
func (e *Editor) keepFocus(was *layout.Sheet) {
	f, s := &e.focus, e.view.sheet
	if *f == (Focus{}) || was == nil || was == s {
		return
	}
	r, there := e.Doc.Project().Row(f.Row)
	if c, ok := r.(journey.Card); ok && (c.Lane != f.Lane || c.Step != "" && c.Steps < 2 && c.Step != f.Column) {
		*f = e.focusOf(c.ID)
	}
	row := f.Row
	if !there {
		f.Row = ""
	}
	onStep := f.Lane == "" && row == f.Column
	lane := still(&f.Lane, was.Rows, s.Rows, func(r layout.Row) journey.ID { return r.ID })
	if column := still(&f.Column, was.Columns, s.Columns, layout.Column.ID); !lane || !column {
		f.Row = ""
	}
	switch {
	case f.Row != "":
	case f.Lane == "" && f.Column == "":
		*f = Focus{}
	case onStep:
		f.Row = f.Column
	case f.Lane == "":
		c := s.Columns[slices.IndexFunc(s.Columns, func(c layout.Column) bool { return c.ID() == f.Column })]
		f.Row = c.Stage
	case f.Column == "":
		f.Row = f.Lane
	}
}

// still reports whether an ID, unless it is empty, is still in a list; if not,
// it becomes the one that is where it was, or none.
func still[T any](id *journey.ID, was, is []T, of func(T) journey.ID) bool {
	at := func(l []T) int { return slices.IndexFunc(l, func(x T) bool { return of(x) == *id }) }
	if *id == "" || at(is) >= 0 {
		return true
	}
	i := max(at(was), 0)
	*id = ""
	if len(is) > 0 {
		*id = of(is[min(i, len(is)-1)])
	}
	return false
}

// nothingChosen reports whether nothing is selected and nothing has the focus:
// letters are tools then.
func nothingChosen(e *Editor) bool { return len(e.sel.ids) == 0 && e.focus == Focus{} }

// focusRing marks what has the focus: a halo around the ring of a selected row,
// or both in an empty cell.
func (e *Editor) focusRing() []input.Mark {
	th := e.Theme()
	halo := func(ring input.Mark) input.Mark {
		ring.Rect, ring.Radius, ring.Edge = ring.Rect.Grow(ringWidth), ring.Radius+ringWidth, th.AccLine
		return ring
	}
	if e.focus.Row != "" {
		var marks []input.Mark
		for _, f := range e.find(e.focus.Row) {
			o := f.outlined(0)
			if o.lines != nil || !o.box.Overlaps(e.view.sight(o.pane)) {
				continue
			}
			ring := e.ring(o.pane, o.part, o.box)
			if marks = append(marks, halo(ring)); !e.sel.has[o.id] {
				marks = append(marks, ring)
			}
		}
		return marks
	}
	c, ok := e.focused()
	if !ok || !c.Rect.Overlaps(e.view.sight(bodyPane)) {
		return nil
	}
	ring := input.Mark{
		Rect: e.view.inView(bodyPane, c.Rect).Grow(-3 * ringWidth), Clip: e.view.body(),
		Edge: th.Acc, Width: ringWidth, Radius: min(layout.CardRadius*e.view.Zoom, layout.CardRadius),
	}
	if least := geom.Pt(2*ringWidth, 2*ringWidth); ring.Rect.W() < least.X || ring.Rect.H() < least.Y {
		ring.Rect = e.view.inView(bodyPane, c.Rect)
	}
	return []input.Mark{halo(ring), ring}
}
