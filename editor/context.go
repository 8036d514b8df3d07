package editor

import (
	"throughline/canvas/geom"
	"throughline/journey"
)

// ContextMenu is a menu that somebody asked for.
type ContextMenu struct {
	At  geom.Point // in the view as it is shown, pixels
	Fit Fit        // what it is about; Commands say where they fit
}

// ContextMenu is the menu that the last event asked for, once.
func (e *Editor) ContextMenu() (ContextMenu, bool) {
	m := e.context
	e.context = nil
	if m == nil {
		return ContextMenu{}, false
	}
	return *m, true
}

// pointMenu asks for the menu of what is at a point of the view. What is not
// selected is selected first, so that the menu is about it.
func (e *Editor) pointMenu(at geom.Point) {
	m := ContextMenu{At: at, Fit: OnGround}
	row, _, ok := e.hitRow(at)
	c, inCell := e.cellAt(at)
	switch {
	case ok:
		if !e.sel.has[row.RowID()] {
			e.choose(row.RowID(), false)
		}
		m.Fit = fitOf(row)
	case inCell:
		e.Select()
		e.focus = Focus{Lane: c.Row.ID, Column: c.Column.ID()}
		m.Fit = OnCell
	default:
		e.Select()
	}
	m.At = e.seenAt(m.At)
	e.context = &m
}

// keyMenu asks for the menu of what has the focus, below it.
func (e *Editor) keyMenu() {
	m := ContextMenu{At: e.view.body().Min, Fit: OnGround}
	id := e.focus.Row
	if n := len(e.sel.ids); id == "" && n > 0 {
		id = e.sel.ids[n-1]
	}
	if r, ok := e.Doc.Project().Row(id); ok {
		m.Fit = fitOf(r)
		for _, f := range e.find(id) {
			box := e.view.inView(f.pane, f.it.Box.Add(f.at)).Intersect(e.view.rect(f.pane))
			if m.At = geom.Pt(box.Min.X, box.Max.Y); e.view.sheet.Mirrored { // whose image is at the left
				m.At.X = box.Max.X
			}
		}
	} else if c, ok := e.focused(); ok {
		m.Fit = OnCell
		box := e.view.inView(bodyPane, c.Rect).Intersect(e.view.body())
		m.At = box.Center()
	}
	m.At = e.seenAt(m.At)
	e.context = &m
}

// fitOf is where a command must fit to stand in a row's menu.
func fitOf(r journey.Row) Fit {
	switch r.Kind() {
	case journey.KindCard:
		return OnCard
	case journey.KindStage:
		return OnStage
	case journey.KindStep:
		return OnStep
	case journey.KindLane:
		return OnLane
	case journey.KindLink:
		return OnLink
	case journey.KindNote:
		return OnNote
	}
	return OnGround
}
