package editor

import (
	"fmt"
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// edge is something of a size that is changed by dragging its edge.
type edge interface {
	// across reports whether the edge moves to the left and right.
	across() bool
	// put gives it the size that it has after the edge has moved by d u.
	put(ed *journey.Edit, d float64)
	// reset gives it the usual size.
	reset(ed *journey.Edit)
	// name is the label of the step of undo.
	name() string
	// owner is what must not be locked.
	owner() journey.ID
	// says is its size now, for a hint.
	says(e *Editor) string
	// mark shows where the edge is.
	mark(e *Editor, hot bool) []input.Mark
}

// onEdge is the pointer on an edge.
type onEdge struct{ edge }

func (c onEdge) show(e *Editor, f *input.Frame) { f.Marks = append(f.Marks, c.mark(e, true)...) }

func (c onEdge) cursor() input.Cursor { return resizing(c.edge) }

func resizing(g edge) input.Cursor {
	if g.across() {
		return input.ResizeColumn
	}
	return input.ResizeRow
}

func (c onEdge) press(e *Editor, ev input.Event) Tool {
	if ev.Button != input.Left {
		return nil
	}
	if err := e.locked(c.owner()); err != nil {
		e.fail(err)
		return &swallow{}
	}
	if ev.Clicks > 1 {
		e.fail(e.Doc.Do(c.name(), func(ed *journey.Edit) error { c.reset(ed); return nil }))
		return &swallow{}
	}
	return &resize{edge: c.edge, from: ev.At}
}

// resize drags an edge.
type resize struct {
	plain
	edge edge
	from geom.Point // where the edge was taken hold of, in the view
	g    *Gesture
	at   geom.Point
}

// Handle follows the pointer.
func (t *resize) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		d := ev.At.Sub(t.from)
		if t.g == nil && d.Len() < dragAfter {
			return t
		}
		if t.at = ev.At; t.g == nil {
			if t.g = e.beginGesture(t.edge.name()); t.g == nil {
				return &swallow{}
			}
		}
		by := d.Y
		if t.edge.across() {
			by = d.X
		}
		by /= e.view.Zoom
		e.fail(t.g.Update(func(ed *journey.Edit) error { t.edge.put(ed, by); return nil }))
	case input.Release:
		e.fail(t.g.Commit())
		return idle{}
	case input.Cancel:
		e.fail(t.g.Cancel())
		return idle{}
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			e.fail(t.g.Cancel())
			return &swallow{}
		}
	}
	return t
}

// beginGesture is a gesture of a tool, nil where nothing can be changed.
func (e *Editor) beginGesture(label string) *Gesture {
	g, err := e.Doc.Begin(label)
	e.fail(err)
	return g
}

// Show adds the edge and the size.
func (t *resize) Show(e *Editor, f *input.Frame) {
	f.Marks = append(f.Marks, t.edge.mark(e, true)...)
	if t.g.Open() {
		f.Hint = &input.Hint{At: t.at.Add(geom.Pt(14, 14)), Text: t.edge.says(e)}
	}
}

// Cursor is two arrows.
func (t *resize) Cursor(*Editor) input.Cursor { return resizing(t.edge) }

// Hint says what to do.
func (t *resize) Hint() string {
	return "Drag the edge. Double-click it for the usual size. Esc cancels."
}

// Live is true as long as the size is not the map's yet.
func (t *resize) Live() bool { return t.g.Open() }

// How near to an edge the pointer takes hold of it, pixels, and the sizes that
// columns and headers may have, u.
const (
	edgeGrip                  = 4
	footGrip                  = 3 // beside the header of a lane, where cards are near
	leastColumn, mostColumn   = 144, 320
	leastHeader, mostHeader   = 120, 240
	handleWidth, handleHeight = 22, 4
)

// sized is a size in whole units, 0 where it is the usual one.
func sized(v, least, most, usual float64) float64 {
	v = math.Round(min(max(v, least), most))
	if v == usual {
		return 0
	}
	return v
}

// columnEdge is the right edge of a column: all steps of a stage are as wide as
// each other.
type columnEdge struct {
	stage   journey.ID
	columns int     // of the stage that end at the edge
	width   float64 // of each, as the edge was taken hold of

}

func (c columnEdge) across() bool      { return true }
func (c columnEdge) name() string      { return "Change width of stage" }
func (c columnEdge) owner() journey.ID { return c.stage }

func (c columnEdge) put(ed *journey.Edit, d float64) {
	r, _ := ed.Row(c.stage)
	if st, ok := r.(journey.Stage); ok {
		st.Width = sized(c.width+d/float64(c.columns), leastColumn, mostColumn, layout.StepWidth)
		ed.Put(st)
	}
}

func (c columnEdge) reset(ed *journey.Edit) {
	r, _ := ed.Row(c.stage)
	if st, ok := r.(journey.Stage); ok {
		st.Width = 0
		ed.Put(st)
	}
}

func (c columnEdge) says(e *Editor) string {
	st, _ := e.view.sheet.StageOf(c.stage)
	return fmt.Sprintf("Width %.0f", st.Columns[0].W)
}

func (c columnEdge) mark(e *Editor, hot bool) []input.Mark {
	v := &e.view
	st, ok := v.sheet.StageOf(c.stage)
	if !ok || len(st.Columns) < c.columns {
		return nil
	}
	last := st.Columns[c.columns-1]
	r := v.inView(bandPane, geom.Box(last.X+last.W, 0, 0, v.sheet.BandHeight))
	line := geom.Rect{Min: geom.Pt(math.Round(r.Min.X)-1, 0), Max: geom.Pt(math.Round(r.Min.X)+1, v.size.Y)}
	body, band := line, line
	body.Min.Y, band.Max.Y = v.body().Min.Y, v.body().Min.Y
	return []input.Mark{
		{Rect: band, Clip: v.rect(bandPane), Fill: e.Theme().Acc},
		{Rect: body, Clip: v.body(), Fill: faint(e.Theme().Acc, 90)},
	}
}

// laneEdge is the lower edge of a lane's header.
type laneEdge struct {
	lane   journey.ID
	height float64 // as the edge was taken hold of
}

func (c laneEdge) across() bool      { return false }
func (c laneEdge) name() string      { return "Change height of lane" }
func (c laneEdge) owner() journey.ID { return c.lane }

func (c laneEdge) put(ed *journey.Edit, d float64) {
	r, _ := ed.Row(c.lane)
	if l, ok := r.(journey.Lane); ok {
		l.Height = max(1, math.Round(c.height+d))
		ed.Put(l)
	}
}

func (c laneEdge) reset(ed *journey.Edit) {
	r, _ := ed.Row(c.lane)
	if l, ok := r.(journey.Lane); ok {
		l.Height = 0
		ed.Put(l)
	}
}

func (c laneEdge) says(e *Editor) string {
	r, _ := e.view.sheet.RowOf(c.lane)
	return fmt.Sprintf("Height %.0f", r.H)
}

func (c laneEdge) mark(e *Editor, hot bool) []input.Mark {
	v := &e.view
	row, ok := v.sheet.RowOf(c.lane)
	if !ok {
		return nil
	}
	y := math.Round(v.inView(headersPane, geom.Box(0, row.Y+row.H, 0, 0)).Min.Y)
	clip := v.rect(headersPane)
	bar := geom.Box(math.Round(clip.Center().X-handleWidth/2), y-handleHeight-1, handleWidth, handleHeight)
	m := []input.Mark{{Rect: bar, Clip: clip, Fill: e.Theme().HoverEdge, Radius: handleHeight / 2}}
	if hot {
		m[0].Fill = e.Theme().Acc
		m = append(m,
			input.Mark{Rect: geom.Box(0, y-1, clip.Max.X, 2), Clip: clip, Fill: e.Theme().Acc},
			input.Mark{Rect: geom.Box(clip.Max.X, y-1, v.size.X-clip.Max.X, 2), Clip: v.body(), Fill: faint(e.Theme().Acc, 90)})
	}
	return m
}

// headerEdge is the right edge of the lane headers.
type headerEdge struct {
	mp    journey.ID
	width float64 // as the edge was taken hold of
}

func (c headerEdge) across() bool      { return true }
func (c headerEdge) name() string      { return "Change width of lane names" }
func (c headerEdge) owner() journey.ID { return c.mp }

func (c headerEdge) put(ed *journey.Edit, d float64) {
	r, _ := ed.Row(c.mp)
	if m, ok := r.(journey.Map); ok {
		m.HeaderWidth = sized(c.width+d, leastHeader, mostHeader, layout.HeaderWidth)
		ed.Put(m)
	}
}

func (c headerEdge) reset(ed *journey.Edit) {
	r, _ := ed.Row(c.mp)
	if m, ok := r.(journey.Map); ok {
		m.HeaderWidth = 0
		ed.Put(m)
	}
}

func (c headerEdge) says(e *Editor) string {
	return fmt.Sprintf("Width %.0f", e.view.sheet.HeaderWidth)
}

func (c headerEdge) mark(e *Editor, hot bool) []input.Mark {
	x := e.view.body().Min.X
	return []input.Mark{{Rect: geom.Box(x-2, 0, 2, e.view.size.Y), Fill: e.Theme().Acc}}
}

// edgeAt is the edge at a point of the view.
func (e *Editor) edgeAt(at geom.Point) control {
	v := &e.view
	s, b := v.sheet, v.body()
	if s.Looped() || v.Zoom < zoomEdges {
		return nil
	}
	switch {
	case at.X < b.Min.X && at.X >= b.Min.X-edgeGrip-1 && e.mp != "":
		return onEdge{headerEdge{e.mp, s.HeaderWidth}}
	case v.rect(bandPane).Contains(at):
		x := (at.X-b.Min.X)/v.Zoom + v.At.X
		for _, st := range s.Stages {
			for i, c := range st.Columns {
				if math.Abs(c.X+c.W-x)*v.Zoom <= edgeGrip && (i == len(st.Columns)-1 || at.Y/v.Zoom >= s.StepsY) {
					return onEdge{columnEdge{stage: st.ID, columns: i + 1, width: c.W}}
				}
			}
		}
	case v.rect(headersPane).Contains(at):
		y := (at.Y-b.Min.Y)/v.Zoom + v.At.Y
		if r, ok := e.footAt(y, edgeGrip); ok {
			return onEdge{laneEdge{r.ID, r.H}}
		}
		for _, r := range s.Rows {
			if !r.Folded && !r.Locked && y >= r.Y && y < r.Y+r.H {
				return overHeader{laneEdge{r.ID, r.H}}
			}
		}
	}
	return nil
}

// footAt is the row whose lower edge is at a height of the body, or so many
// pixels from it.
func (e *Editor) footAt(y, grip float64) (layout.Row, bool) {
	v := &e.view
	for _, r := range v.sheet.Rows {
		if !r.Folded && math.Abs(r.Y+r.H-y)*v.Zoom <= grip {
			return r, true
		}
	}
	return layout.Row{}, false
}

// footBelow is the lower edge of a lane at a point of the body, along all of
// it, where nothing else is.
func (e *Editor) footBelow(at geom.Point) (control, bool) {
	v := &e.view
	if v.sheet.Looped() || v.Zoom < nearZoom {
		return nil, false
	}
	p := v.toBody(at)
	r, ok := e.footAt(p.Y, footGrip)
	if !ok || r.Locked || p.X < 0 || p.X > v.sheet.Width {
		return nil, false
	}
	if _, _, over := e.hitRow(at); over {
		return nil, false
	}
	return onEdge{laneEdge{r.ID, r.H}}, true
}

// zoomEdges is the zoom from which edges can be dragged.
const zoomEdges = 0.25

// overHeader is the pointer on a lane's header, which shows that its lower edge
// can be dragged.
type overHeader struct{ laneEdge }

func (c overHeader) show(e *Editor, f *input.Frame) { f.Marks = append(f.Marks, c.mark(e, false)...) }
func (overHeader) cursor() input.Cursor             { return input.Arrow }
func (overHeader) press(*Editor, input.Event) Tool  { return nil }
