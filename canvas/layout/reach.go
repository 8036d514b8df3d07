package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/journey"
)

// reach is what joins the cells of a lane: a card may span columns of the
// stages at the right of its own. It is drawn by the cell in which it begins;
// the others leave room for it. What is below depends on what is at the left
// only, so an edit lays out again the cells that its card crosses, and those
// at their right whose room has changed.
type reach struct {
	x     float64   // of the cell in the body, u
	first int       // the cell's first column
	all   []Column  // of the sheet
	over  []float64 // how far down columns are taken from the left, from the first one on
	on    []float64 // over, and what the cell's own cards take
	want  int       // columns that its cards span at the most, from the first one on
	used  []Column  // those of them that there are at the right of the cell, x from the cell's left edge
	own   int       // columns of the cell
	under bool      // something stands under those that it uses
	from  exit      // where an arrow comes in from the left
	to    exit      // and from where one leads on
}

// exit is a card of a process from which an arrow leads to the next; x from the
// cell's left edge, y from the row's top.
type exit struct {
	box  geom.Rect
	open bool // there is one
}

// next is what the cell at the right is given: its first column, and how wide
// this cell is.
func (r *reach) next(first int, w float64) reach {
	in := reach{first: first, over: r.beyond(), from: r.to}
	if in.from.open {
		in.from.box = in.from.box.Add(geom.Pt(-w, 0))
	}
	return in
}

// beyond is how far down columns at the right of the cell are taken.
func (r *reach) beyond() []float64 {
	if len(r.on) > r.own {
		return r.on[r.own:]
	}
	return nil
}

// column is the i-th column from the cell's first, x from the cell's left edge.
func (r *reach) column(i int) Column {
	c := r.all[r.first+i]
	c.X -= r.x
	return c
}

// span is how many columns a card has that stands in the i-th and is to span n,
// those that are not shown among them.
func (r *reach) span(i, n int) int {
	n = min(max(n, 1), 1<<20)
	r.want = max(r.want, i+n)
	at := r.all[r.first+i:]
	k := 1
	for k < min(n, len(at)) && k+at[k].skipped-at[0].skipped < n {
		k++
	}
	return k
}

// overAt is how far down the i-th column is taken from the left.
func (r *reach) overAt(i int) float64 {
	if i < len(r.over) {
		return r.over[i]
	}
	return 0
}

// spill says how far down the cell's columns, and those at its right that its
// cards reach, are taken.
func (r *reach) spill(fill []float64) {
	if len(r.over) > len(fill) {
		fill = append(slices.Clip(fill), r.over[len(fill):]...)
	}
	r.on = fill
}

// settled is r as a layout remembers it.
func (c *cell) settled() reach {
	r := c.reach
	r.all = nil
	return r
}

// cross is called when all of a cell's cards have their columns.
func (c *cell) cross() {
	c.own = len(c.columns)
	for i := c.own; i < min(c.want, len(c.all)-c.first); i++ {
		c.used = append(c.used, c.column(i))
	}
	c.under = c.occupied(c.lane.ID, c.used, c.preview)
}

// occupied reports whether a card of a lane, or a slot for one, stands under one
// of some columns.
func (f *frame) occupied(lane journey.ID, columns []Column, v *Preview) bool {
	for _, col := range columns {
		for _, id := range []journey.ID{col.Stage, col.ID()} {
			if len(f.cards(lane, id)) > 0 || v != nil && v.Slot != nil && v.Slot.Lane == lane && v.Slot.Column == id {
				return true
			}
		}
	}
	return false
}

// matches reports whether a cell that is given in, at x among the columns of a
// sheet, has what it had before.
func (r *reach) matches(f *frame, lane journey.ID, v *Preview, in reach, all []Column, x float64) bool {
	if r.from != in.from || !slices.Equal(r.over, in.over) {
		return false
	}
	n := max(min(r.want, len(all)-in.first), r.own)
	if n-r.own != len(r.used) {
		return false
	}
	for i, c := range r.used {
		is := all[in.first+r.own+i]
		if is.X -= x; is != c {
			return false
		}
	}
	return len(r.used) == 0 || r.under == f.occupied(lane, r.used, v)
}
