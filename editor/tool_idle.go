package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// idle waits for what comes: a click selects, a drag drags, two clicks edit,
// keys run commands.
type idle struct{ plain }

// Handle begins what an event asks for.
func (t idle) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Press:
		return t.press(e, ev)
	case input.Scroll:
		e.scroll(ev)
	case input.Text:
		return e.write(ev)
	case input.KeyDown:
		if ev.Key == input.KeySpace && ev.Mods == 0 {
			return &hand{held: true}
		}
		e.Run(input.Chord{Mods: ev.Mods, Key: ev.Key})
		return e.tool
	}
	return t
}

// Show adds what the pointer brings out.
func (idle) Show(e *Editor, f *input.Frame) {
	for _, l := range e.linkEnds() {
		f.Marks = append(f.Marks, e.handleMark(l.at, e.view.body(), false))
	}
	if c := e.control(e.pointer); c != nil {
		c.show(e, f)
	}
}

// Cursor is that of what the pointer is on.
func (idle) Cursor(e *Editor) input.Cursor {
	if c := e.control(e.pointer); c != nil {
		return c.cursor()
	}
	return input.Arrow
}

func (t idle) press(e *Editor, ev input.Event) Tool {
	if ev.Button == input.Middle || ev.Button == input.Right {
		return &pan{from: ev.At, back: t, button: ev.Button}
	}
	if c := e.control(ev.At); c != nil {
		if next := c.press(e, ev); next != nil {
			return next
		}
	}
	row, h, ok := e.hitRow(ev.At)
	switch {
	case ok && ev.Clicks > 1:
		e.choose(row.RowID(), false)
		if f, ok := fieldOf(row, h.Part); ok {
			return e.edit(f, ev)
		}
		return t
	case ok && ev.Mods.Has(input.Shift):
		e.choose(row.RowID(), true)
		return t
	case ok:
		return pressed{row: row.RowID(), from: ev.At, was: e.sel.has[row.RowID()]}.begin(e)
	}
	was := e.chosen()
	if !ev.Mods.Has(input.Shift) {
		e.Select()
		if c, found := e.cellAt(ev.At); found {
			if ev.Clicks > 1 {
				return e.addAt(c, ev)
			}
			e.focus = Focus{Lane: c.Row.ID, Column: c.Column.ID()}
		}
	}
	if !e.view.body().Contains(ev.At) {
		return t
	}
	return e.beginMarquee(was, ev)
}

// cellAt is the cell under a point of the view.
func (e *Editor) cellAt(at geom.Point) (layout.Cell, bool) {
	if !e.view.body().Contains(at) {
		return layout.Cell{}, false
	}
	return e.view.sheet.CellAt(e.view.toBody(at))
}

// scroll pans with the wheel and zooms with Ctrl and the wheel.
func (e *Editor) scroll(ev input.Event) {
	if ev.Mods.Has(input.Ctrl) {
		e.zoomWheel(-ev.Delta.Y, ev.At)
		return
	}
	d := ev.Delta
	if ev.Mods.Has(input.Shift) && d.X == 0 {
		d = geom.Pt(d.Y, 0)
	}
	e.view.pan(d)
}

// pressed has a row under a pressed button and waits whether it is dragged.
type pressed struct {
	plain
	row  journey.ID
	from geom.Point
	was  bool // the row was selected before
}

// dragAfter is how far the pointer moves before a press is a drag, in pixels.
const dragAfter = 4

func (t pressed) begin(e *Editor) Tool {
	if !t.was {
		e.choose(t.row, false)
	}
	return &t
}

// Handle turns into a drag, or into a click.
func (t *pressed) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		if ev.At.Sub(t.from).Len() >= dragAfter {
			return t.drag(e, ev)
		}
	case input.Release:
		if t.was { // a click on one of several selects that one
			e.choose(t.row, false)
		}
		return idle{}
	case input.Cancel:
		return idle{}
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			return idle{}
		}
	case input.Scroll:
		e.scroll(ev)
	}
	return t
}

// drag lifts what is pressed.
func (t *pressed) drag(e *Editor, ev input.Event) Tool {
	row, _ := e.Doc.Project().Row(t.row)
	switch r := row.(type) {
	case journey.Card:
		return e.beginDrag(t.row, t.from, ev)
	case journey.Stage, journey.Step, journey.Lane:
		return e.beginCarry(r, t.from, ev)
	case journey.Note:
		return e.beginNotes(t.from, ev)
	}
	return t
}
