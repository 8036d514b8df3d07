package editor

import (
	"fmt"
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// carry drags a stage, a step or a lane to another place among the others. The
// project changes when it is dropped; until then a line says where it would go.
type carry struct {
	plain
	row   journey.Row
	rows  []journey.Row // all that are dragged: the selected ones of the same kind
	pane  pane          // in which they stand
	ghost *scene.Scene
	box   geom.Rect  // of the dragged one in its pane, u
	grab  geom.Point // of the pointer in that box, u
	at    geom.Point // of the pointer, in the view
	mods  input.Mods
	gap   *gap // where they would go; nil is nowhere
	edge  edgeScroll
}

// gap is a place between rows.
type gap struct {
	parent journey.ID // the stage of steps, "" of others
	after  journey.ID // the sibling before it, "" where it is the first
	before journey.ID // the sibling behind it, "" where it is the last
	line   float64    // along the axis of the map, u
}

// beginCarry lifts a stage, a step or a lane with those of its kind that are
// selected, too. What stands on the ring of a loop stays there.
func (e *Editor) beginCarry(row journey.Row, from geom.Point, ev input.Event) Tool {
	all := e.find(row.RowID())
	if len(all) == 0 || e.view.sheet.Looped() {
		return idle{}
	}
	if err := e.Doc.Writable(); err != nil {
		e.fail(err)
		return &swallow{}
	}
	f := all[0]
	box := f.it.Box.Add(f.at)
	t := &carry{row: row, pane: f.pane, box: box, at: ev.At, mods: ev.Mods, edge: edgeScroll{ev.Now}}
	t.grab = from.Sub(e.view.inView(f.pane, box).Min).Mul(1 / e.view.Zoom)
	t.ghost = lifted(f.it, e.Theme())
	for _, r := range siblingsInMap(e.Doc.Project(), e.mp, row.Kind()) {
		if e.sel.has[r.RowID()] || r.RowID() == row.RowID() {
			t.rows = append(t.rows, r)
		}
	}
	t.aim(e)
	return t
}

// siblingsInMap is the rows of a map of one kind of structure in their order:
// steps of all stages, one stage after the other.
func siblingsInMap(p *journey.Project, mp journey.ID, k journey.Kind) []journey.Row {
	var out []journey.Row
	add := func(r journey.Row) { out = append(out, r) }
	switch k {
	case journey.KindLane:
		each(p.Lanes(mp), add)
	case journey.KindStage:
		each(p.Stages(mp), add)
	case journey.KindStep:
		for _, s := range p.Stages(mp) {
			each(p.Steps(s.ID), add)
		}
	}
	return out
}

// across reports whether what is dragged moves to the left and right.
func (t *carry) across() bool { return t.row.Kind() != journey.KindLane }

// Handle follows the pointer.
func (t *carry) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		t.at, t.mods = ev.At, ev.Mods
		t.aim(e)
	case input.Scroll:
		e.scroll(ev)
		t.aim(e)
	case input.Tick:
		ways := geom.Pt(0, 1)
		if t.across() {
			ways = geom.Pt(1, 0)
		}
		if t.edge.scroll(e, t.at, ways, ev.Now) {
			t.aim(e)
		}
	case input.Release:
		t.mods = ev.Mods
		e.fail(t.drop(e))
		return idle{}
	case input.Cancel:
		return idle{}
	case input.KeyDown, input.KeyUp:
		if ev.Key == input.KeyEscape {
			return &swallow{}
		}
		t.mods = ev.Mods
		t.aim(e)
	}
	return t
}

// aim finds the gap that is nearest to the pointer.
func (t *carry) aim(e *Editor) {
	t.gap = nil
	v := &e.view
	p := v.toBody(t.at)
	switch {
	case t.across() && (t.at.X < v.body().Min.X || t.at.X >= v.size.X):
	case !t.across() && (t.at.Y < v.body().Min.Y || t.at.Y >= v.size.Y):
	case t.across():
		t.gap = nearest(t.gaps(v.sheet), p.X)
	default:
		t.gap = nearest(t.gaps(v.sheet), p.Y)
	}
}

// nearest is the gap that is nearest to a place. Of two in one place, the one
// on the place's side.
func nearest(gaps []gap, at float64) *gap {
	var best *gap
	for i := range gaps {
		g := &gaps[i]
		d := math.Abs(g.line - at)
		switch {
		case best == nil, d < math.Abs(best.line-at), g.line == best.line && at >= g.line:
			best = g
		}
	}
	return best
}

// gaps is every place between the rows of a sheet, in their order.
func (t *carry) gaps(s *layout.Sheet) []gap {
	var out []gap
	list := func(n int, parent journey.ID, id func(int) journey.ID, from func(int) float64, end float64) {
		for i := range n + 1 {
			g := gap{parent: parent, line: end}
			if i > 0 {
				g.after = id(i - 1)
			}
			if i < n {
				g.before, g.line = id(i), from(i)
			}
			out = append(out, g)
		}
	}
	switch t.row.Kind() {
	case journey.KindStage:
		list(len(s.Stages), "", func(i int) journey.ID { return s.Stages[i].ID }, func(i int) float64 { return s.Stages[i].X }, s.Width)
	case journey.KindStep:
		for _, st := range s.Stages {
			n := len(st.Columns)
			if st.Columns[0].Step == "" {
				n = 0
			}
			list(n, st.ID, func(i int) journey.ID { return st.Columns[i].Step }, func(i int) float64 { return st.Columns[i].X }, st.X+st.W)
		}
	case journey.KindLane:
		list(len(s.Rows), "", func(i int) journey.ID { return s.Rows[i].ID }, func(i int) float64 { return s.Rows[i].Y }, s.Height)
	}
	return out
}

// copies reports whether the drop adds copies.
func (t *carry) copies() bool { return t.mods.Has(input.Alt) || t.mods.Has(input.Ctrl) }

// dragged reports whether a row is one of those in the hand.
func (t *carry) dragged(id journey.ID) bool {
	return slices.ContainsFunc(t.rows, func(r journey.Row) bool { return r.RowID() == id })
}

// stays reports whether dropping into the gap would leave everything where it
// is: it is beside what is dragged, which is one row or stands together.
func (t *carry) stays(e *Editor) bool {
	if t.copies() || !t.dragged(t.gap.after) && !t.dragged(t.gap.before) {
		return false
	}
	siblings := siblingsOf(e.Doc.Project(), t.row)
	from := indexOf(siblings, t.rows[0].RowID())
	for i, r := range t.rows {
		if from < 0 || from+i >= len(siblings) || siblings[from+i].RowID() != r.RowID() {
			return false
		}
	}
	return true
}

// drop moves the rows into the gap, or adds copies of them there.
func (t *carry) drop(e *Editor) error {
	if t.gap == nil || t.stays(e) {
		return nil
	}
	w := wordsOf[t.row.Kind()]
	label := w.move
	if t.copies() {
		label = w.duplicate
	}
	var placed []journey.ID
	err := e.Doc.Do(label, func(ed *journey.Edit) error {
		ids := make([]journey.ID, len(t.rows))
		for i, r := range t.rows {
			ids[i] = r.RowID()
		}
		if t.copies() {
			ids = duplicate(ed, t.rows)
		}
		placed = t.put(ed, ids)
		return nil
	})
	if err == nil {
		e.Select(placed...)
	}
	return err
}

// put gives rows their places in the gap, one behind the other.
func (t *carry) put(ed *journey.Edit, ids []journey.ID) []journey.ID {
	order := func(id journey.ID) journey.Order {
		if r, ok := ed.Row(id); ok {
			return r.RowOrder()
		}
		return ""
	}
	before, after := order(t.gap.after), journey.Order("")
	for _, r := range t.siblings(ed) { // hidden ones stand between those in sight
		if r.RowOrder() > before && !slices.Contains(ids, r.RowID()) {
			after = r.RowOrder()
			break
		}
	}
	for _, id := range ids {
		r, ok := ed.Row(id)
		if !ok {
			continue
		}
		before = journey.Between(before, after)
		if st, isStep := r.(journey.Step); isStep {
			if to, ok := ed.Row(t.gap.parent); ok {
				moveStep(ed, st, to.(journey.Stage), before)
			}
			continue
		}
		ed.Put(journey.WithOrder(r, before))
	}
	return ids
}

// siblings is the rows among which the gap is.
func (t *carry) siblings(ed *journey.Edit) []journey.Row {
	if t.gap.parent != "" {
		var out []journey.Row
		each(ed.Now().Steps(t.gap.parent), func(r journey.Row) { out = append(out, r) })
		return out
	}
	return siblingsOf(ed.Now(), t.row)
}

// Show adds what is lifted, the line where it would go, and the hint.
func (t *carry) Show(e *Editor, f *input.Frame) {
	v := &e.view
	at := t.at.Sub(t.grab.Mul(v.Zoom))
	for _, r := range t.rows { // what is lifted is pale where it stands
		for _, x := range e.find(r.RowID()) {
			f.Marks = append(f.Marks, input.Mark{Rect: v.inView(x.pane, x.it.Box.Add(x.at)), Clip: v.rect(x.pane), Fill: faint(e.Theme().Map, 150)})
		}
	}
	key := fmt.Sprint("carry/", t.row.RowID(), v.Zoom, e.Theme().Name)
	f.Drawn = append(f.Drawn, input.Drawing{Key: key, Scene: t.ghost, At: at.Sub(geom.Pt(liftReach, liftReach).Mul(v.Zoom)), Zoom: v.Zoom})
	if t.gap == nil {
		return
	}
	if !t.stays(e) {
		f.Marks = append(f.Marks, t.line(e)...)
	}
	f.Hint = &input.Hint{At: t.at.Add(geom.Pt(16, 16)), Text: "Move here", More: "Alt copies"}
	if t.copies() {
		f.Hint.Text, f.Hint.More = "Copy here", ""
	}
}

// line is the marker through the whole map, with a ring at each end.
func (t *carry) line(e *Editor) []input.Mark {
	v, th := &e.view, e.Theme()
	b := v.body()
	ring := func(x, y float64) input.Mark {
		return input.Mark{Rect: geom.Box(x-4, y-4, 8, 8), Fill: th.Map, Edge: th.Acc, Width: 2, Radius: 4}
	}
	if t.across() {
		x := math.Round((t.gap.line-v.At.X)*v.Zoom + b.Min.X)
		if x < b.Min.X {
			return nil
		}
		end := min(v.size.Y, b.Min.Y+(v.sheet.Height-v.At.Y)*v.Zoom) - 8
		return []input.Mark{{Rect: geom.Box(x-1, 8, 2, end-8), Fill: th.Acc}, ring(x, 8), ring(x, end)}
	}
	y := math.Round((t.gap.line-v.At.Y)*v.Zoom + b.Min.Y)
	if y < b.Min.Y {
		return nil
	}
	end := min(v.size.X, b.Min.X+(v.sheet.Width-v.At.X)*v.Zoom) - 8
	return []input.Mark{{Rect: geom.Box(8, y-1, end-8, 2), Fill: th.Acc}, ring(8, y), ring(end, y)}
}

// Cursor is a closed hand, or a sign where nothing can be dropped.
func (t *carry) Cursor(*Editor) input.Cursor {
	if t.gap == nil {
		return input.NotAllowed
	}
	return input.Grabbing
}

// Hint says what to do.
func (t *carry) Hint() string { return "Drop to move. Alt copies. Esc cancels." }

// Live is true: the map scrolls while the pointer rests near an edge.
func (t *carry) Live() bool { return true }
