package layout

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// laneView lays out one kind of lane.
type laneView interface {
	// lay measures the cards of a cell. A lane that is one drawing has one cell
	// over all columns, with no stage.
	lay(c *cell) laid
}

// cell is what a lane draws under one stage, or under all.
type cell struct {
	*frame
	lane    journey.Lane
	stage   *StageBox // nil where the lane is one drawing
	stages  []StageBox
	columns []Column // x from the cell's left edge
	w       float64
	preview *Preview   // nil when it does not touch the lane
	scale   float64    // of the lane, where its view is scaled
	pads    [2]float64 // what a lane with a curve leaves free above +2 and below −2
	reach
}

// cardsAt is the cards under the i-th column. Those of a whole stage stand
// under its first.
func (f *frame) cardsAt(lane journey.ID, columns []Column, i int) []journey.Card {
	col := columns[i]
	cards := f.cards(lane, col.ID())
	if col.Step != "" && (i == 0 || columns[i-1].Stage != col.Stage) {
		return append(f.cards(lane, col.Stage), cards...)
	}
	return cards
}

// hue is the colours of the cell's cards; own is a card's own choice.
func (c *cell) hue(own int) *Hue {
	switch {
	case own > 0:
		return &c.Theme.Hues[(own-1)%8]
	case c.lane.Hue > 0:
		return &c.Theme.Hues[(c.lane.Hue-1)%8]
	case c.stage != nil:
		return &c.Theme.Hues[c.stage.Hue]
	}
	return &c.Theme.Hues[0]
}

// laid is a cell whose height is known and which can be drawn at that height
// or more.
type laid struct {
	need float64
	draw func(height float64) []scene.Item
}

// rowState is what a layout remembers of a lane.
type rowState struct {
	stale   bool // everything in it
	touched bool // a card of it has changed
	lane    journey.Lane
	whole   float64 // what all of its cards together come to: how many they are, or a scale
	header  headerState
	cells   map[journey.ID]*cellState
	frame   frameState
}

type cellState struct {
	stale   bool
	lane    journey.Lane
	stage   StageBox // without its place
	hues    []int    // of all stages, where the lane is one drawing
	columns []Column
	scale   float64
	reach   reach
	laid    laid
	pads    [2]float64
	height  float64
	block   *scene.Block
}

// frameState is the lines around a row's cells.
type frameState struct {
	height float64
	xs     []float64
	width  float64
	block  *scene.Block
}

// touch marks the cell under a stage, and what is drawn of the whole lane.
func (r *rowState) touch(stage journey.ID) {
	r.touched = true
	for _, id := range []journey.ID{stage, ""} {
		if c := r.cells[id]; c != nil {
			c.stale = true
		}
	}
}

// rowsOf lays out every visible lane and stacks them.
func (l *Layout) rowsOf(f *frame, s *Sheet) {
	seen := map[journey.ID]bool{}
	y := 0.0
	for _, lane := range f.lanes(l.mp) {
		seen[lane.ID] = true
		r := l.rows[lane.ID]
		if r == nil {
			r = &rowState{touched: true, cells: map[journey.ID]*cellState{}}
			l.rows[lane.ID] = r
		}
		h := l.rowOf(f, s, r, lane, y)
		s.Rows = append(s.Rows, Row{lane, y, h})
		y += h
	}
	s.Height = y
	for id := range l.rows {
		if !seen[id] {
			delete(l.rows, id)
		}
	}
}

// rowOf lays out one lane at y and returns its height.
func (l *Layout) rowOf(f *frame, s *Sheet, r *rowState, lane journey.Lane, y float64) float64 {
	view := viewOf(lane.LaneKind)
	r.sum(f, lane, view)
	if folded(lane) {
		return r.fold(f, s, lane, y)
	}
	need := max(r.header.measure(f, lane, s.HeaderWidth, r.stale), lane.Height, minHeight(lane.LaneKind))
	var cells []*cellState
	var at []StageBox
	if isWhole(view) {
		was := r.cells[""]
		cells, at = append(cells, l.cellOf(f, s, r, lane, nil, view, reach{})), append(at, StageBox{})
		if cells[0] != was {
			r.header.block = nil // what stands beside the drawing may be another
		}
	} else {
		var in reach
		for i := range s.Stages {
			c := l.cellOf(f, s, r, lane, &s.Stages[i], view, in)
			cells, at = append(cells, c), append(at, s.Stages[i])
			in = c.reach.next(in.first+len(c.columns), s.Stages[i].W)
		}
	}
	for _, c := range cells {
		need = max(need, c.laid.need)
	}
	h := math.Ceil(need)
	if isWhole(view) {
		s.pads = append(s.pads, curvePad{lane.ID, cells[0].pads})
	}
	r.lines(f, s, lane, y, h)
	for i, c := range cells {
		if c.block == nil || c.height != h && !keepsHeight(view) {
			c.block, c.height = scene.NewBlock(c.laid.draw(h)), h
			if keepsHeight(view) {
				c.laid.draw = nil // it holds more than what it drew
			}
		}
		s.Body.Blocks = append(s.Body.Blocks, scene.Placed{Block: c.block, Name: cellName(lane.ID, at[i].ID), At: geom.Pt(at[i].X, y)})
	}
	s.Headers.Blocks = append(s.Headers.Blocks, scene.Placed{Block: r.header.draw(f, s, lane, h), Name: headerName(lane.ID), At: geom.Pt(0, y)})
	r.stale = false
	return h
}

// keepsHeight reports whether the cards of a lane are as high in a higher row.
func keepsHeight(v laneView) bool {
	s, ok := v.(stack)
	return ok && !s.stretch
}

// sum brings up to date what all of the lane's cards together come to.
func (r *rowState) sum(f *frame, lane journey.Lane, view laneView) {
	if !r.touched && !r.stale && r.lane == lane {
		return
	}
	r.touched, r.lane, r.whole = false, lane, 0
	switch v, ok := view.(scaled); {
	case folded(lane):
		r.whole = float64(len(f.laneCards(lane)))
	case ok:
		r.whole = v.scale(f.laneCards(lane))
	}
}

// lines adds the lines around a row's cells.
func (r *rowState) lines(f *frame, s *Sheet, lane journey.Lane, y, h float64) {
	s.lines = append(s.lines, scene.Placed{Block: r.frame.draw(f, s, h), Name: "row/" + string(lane.ID), At: geom.Pt(0, y)})
}

// cellOf is the state of one cell, laid out again when what it depends on has
// changed. in is what reaches over to it from the cells at its left.
func (l *Layout) cellOf(f *frame, s *Sheet, r *rowState, lane journey.Lane, stage *StageBox, view laneView, in reach) *cellState {
	var id journey.ID
	x, w, cols := 0.0, s.Width, s.Columns
	if stage != nil {
		id, x, w, cols = stage.ID, stage.X, stage.W, stage.Columns
	}
	st := r.cells[id]
	if st != nil && !st.stale && !r.stale && st.lane == lane && st.scale == r.whole && st.matches(stage, s.Stages, cols, x) && st.reach.matches(f, lane.ID, &l.preview, in, s.Columns, x) {
		return st
	}
	st = &cellState{lane: lane, scale: r.whole, columns: make([]Column, len(cols))}
	for i, c := range cols {
		c.X -= x
		st.columns[i] = c
	}
	in.all, in.x = s.Columns, x
	c := &cell{frame: f, lane: lane, stages: s.Stages, columns: st.columns, w: w, scale: st.scale, reach: in}
	if stage != nil {
		st.stage = *stage
		c.stage = &st.stage
	} else {
		for _, b := range s.Stages {
			st.hues = append(st.hues, b.Hue)
		}
	}
	if l.preview.Slot != nil || len(l.preview.Ghosts) > 0 || l.preview.Typing != "" {
		c.preview = &l.preview
	}
	st.laid = view.lay(c)
	if stage == nil && c.Screen {
		st.laid = c.hinted(st.laid)
	}
	st.pads = c.pads
	st.reach = c.settled()
	r.cells[id] = st
	return st
}

// matches reports whether a cell stands under the same stage and columns as
// before, wherever that is.
func (st *cellState) matches(stage *StageBox, stages []StageBox, cols []Column, x float64) bool {
	if len(cols) != len(st.columns) {
		return false
	}
	for i, c := range cols {
		if c.X -= x; c != st.columns[i] {
			return false
		}
	}
	if stage == nil {
		return slices.EqualFunc(st.hues, stages, func(h int, b StageBox) bool { return h == b.Hue })
	}
	return stage.Stage == st.stage.Stage && stage.Hue == st.stage.Hue
}

// draw is the lines of a row: one under it, one where each stage begins.
func (fs *frameState) draw(f *frame, s *Sheet, h float64) *scene.Block {
	same := fs.block != nil && fs.height == h && fs.width == s.Width && len(fs.xs) == len(s.Stages)
	for i := 0; same && i < len(fs.xs); i++ {
		same = fs.xs[i] == s.Stages[i].X
	}
	if same {
		return fs.block
	}
	*fs = frameState{height: h, width: s.Width}
	var ops []scene.Op
	for i, st := range s.Stages {
		fs.xs = append(fs.xs, st.X)
		if i > 0 || f.Bare {
			ops = append(ops, line(geom.Pt(st.X+0.5, 0), geom.Pt(st.X+0.5, h), f.Theme.Hair2))
		}
	}
	items := make([]scene.Item, 0, len(ops)+1)
	for _, o := range ops {
		items = append(items, scene.NewItem("", "edge", geom.Point{}, geom.Rect{}, o))
	}
	items = append(items, scene.NewItem("", "edge", geom.Point{}, geom.Rect{}, line(geom.Pt(0, h-0.5), geom.Pt(s.Width, h-0.5), f.Theme.Hair)))
	fs.block = scene.NewBlock(items)
	return fs.block
}

// line is a hairline from a to b.
func line(a, b geom.Point, c scene.Color) *scene.Stroke {
	return &scene.Stroke{Path: geom.Segment(a, b), Paint: scene.Solid(c), Pen: geom.Pen{Width: 1}, Least: 1}
}
