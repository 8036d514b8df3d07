package editor

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// Offered is what somebody drags onto the map from beside it: an icon, which
// becomes a card, or a kind of lane.
type Offered struct {
	Icon  string
	Title string // of the card
	Lane  journey.LaneKind
}

// bring has something over the map that is not on it yet. Events come from who
// holds it, in the view's pixels.
type bring struct {
	plain
	what Offered
	aim  drag // of a card; it holds none
	gap  int  // where a lane would go among the rows, -1 is nowhere
}

// Bring takes something in hand that is dragged onto the map. Until it is
// dropped or leaves, the tool in hand is another one.
func (e *Editor) Bring(what Offered) {
	e.Settle()
	if err := e.Doc.Writable(); err != nil {
		e.fail(err)
		e.notify()
		return
	}
	e.tool = &bring{what: what, gap: -1, aim: drag{size: geom.Pt(layout.StepWidth-16, leastCard), edge: edgeScroll{e.Doc.now()}}}
	e.notify()
}

// leastCard is the height of a card that has a title only, u.
const leastCard = 64

// Handle shows where it would go, and puts it there.
func (t *bring) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move, input.Release:
		t.aim.at = ev.At
		t.point(e)
	case input.Tick:
		if t.aim.edge.scroll(e, t.aim.at, both, ev.Now) {
			t.point(e)
		}
	case input.Scroll:
		e.scroll(ev)
		t.point(e)
	}
	leaves := ev.Kind == input.Leave || ev.Kind == input.Cancel || ev.Kind == input.KeyDown && ev.Key == input.KeyEscape
	if leaves || ev.Kind == input.Release {
		t.aim.end(e)
		if !leaves {
			e.fail(t.drop(e))
		}
		return idle{}
	}
	return t
}

// point finds where it would go.
func (t *bring) point(e *Editor) {
	t.gap = -1
	switch body := e.view.body(); {
	case t.what.Lane == "":
		t.aim.aim(e)
	case !e.view.sheet.Looped() && (geom.Rect{Min: geom.Pt(0, body.Min.Y), Max: body.Max}).Contains(t.aim.at):
		t.gap = gapAt(e.view.sheet.Rows, e.view.toBody(t.aim.at).Y)
	}
}

// gapAt is the place between rows that is nearest to a height.
func gapAt(rows []layout.Row, y float64) int {
	for i, r := range rows {
		if y < r.Y+r.H/2 {
			return i
		}
	}
	return len(rows)
}

// drop puts it where it would go.
func (t *bring) drop(e *Editor) error {
	switch {
	case t.gap >= 0:
		_, err := e.AddLane(t.what.Lane, e.laneIndex(t.gap))
		return err
	case t.aim.slot != nil:
		return e.addIcon(t.what, t.aim.slot)
	}
	return nil
}

// laneIndex is the place among all lanes of what comes before the i-th row.
func (e *Editor) laneIndex(i int) int {
	lanes := e.Doc.Project().Lanes(e.mp)
	rows := e.view.sheet.Rows
	if i < len(rows) {
		return indexOf(lanes, rows[i].ID)
	}
	return len(lanes)
}

// addIcon adds a card with an icon in a slot and selects it.
func (e *Editor) addIcon(what Offered, s *layout.Slot) error {
	lane, _ := get[journey.Lane](e, s.Lane)
	c := journey.Card{ID: e.Doc.newID(), Title: what.Title, Icon: what.Icon}
	err := e.Doc.Do("Add "+lane.LaneKind.Info().Card, func(ed *journey.Edit) error {
		ed.Put(c)
		place(ed, []journey.Card{c}, s, false)
		return nil
	})
	if err == nil {
		e.Select(c.ID)
		e.Reveal(c.ID)
	}
	return err
}

// AddIcon adds a card with an icon where the keyboard is: behind the card that
// has the focus, or at the end of its cell.
func (e *Editor) AddIcon(what Offered) error {
	e.Settle()
	cell, ok := e.focused()
	if !ok {
		return ErrNoCell
	}
	t := drag{size: geom.Pt(0, leastCard)}
	s, why := t.target(e, cell, geom.Pt(math.Inf(1), math.Inf(1)))
	if s == nil {
		return CellError{why}
	}
	if i := indexOf(e.Doc.Project().Cards(s.Lane, s.Column), e.focus.Row); i >= 0 {
		s.Index = i + 1
	}
	return e.addIcon(what, s)
}

// Show adds the marker and the hint.
func (t *bring) Show(e *Editor, f *input.Frame) {
	v := &e.view
	if r, ok := e.slot(); ok {
		f.Marks = append(f.Marks, e.marker(v.toView(r))...)
	}
	if t.gap >= 0 {
		y := 0.0
		if rows := v.sheet.Rows; t.gap < len(rows) {
			y = rows[t.gap].Y
		} else if len(rows) > 0 {
			y = rows[len(rows)-1].Y + rows[len(rows)-1].H
		}
		body := v.body()
		at := v.toView(geom.Box(0, y, 0, 0)).Min.Y
		f.Marks = append(f.Marks, input.Mark{Rect: geom.Box(0, at-1, body.Max.X, 2), Clip: geom.Rect{Min: geom.Pt(0, body.Min.Y), Max: body.Max}, Fill: e.Theme().Acc})
	}
	hint := &input.Hint{At: t.aim.at.Add(geom.Pt(24, 8)), Text: t.aim.why, Bad: t.aim.why != ""}
	switch {
	case t.aim.slot != nil || t.gap >= 0:
		hint.Text = "Add here"
	case t.aim.why == "":
		return
	}
	f.Hint = hint
}

// Cursor is a closed hand.
func (t *bring) Cursor(*Editor) input.Cursor { return input.Grabbing }

// Hint says what to do.
func (t *bring) Hint() string { return "Drop to add. Esc cancels." }

// Live is true: the map scrolls while the pointer rests near an edge.
func (t *bring) Live() bool { return true }
