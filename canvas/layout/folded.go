package layout

import (
	"math"
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// folded reports whether only a lane's name and how many cards it has are
// shown. A divider is one line already.
func folded(l journey.Lane) bool { return l.Folded && l.LaneKind != journey.Divider }

const (
	foldedPadY = 8
	foldedLock = 14
)

// fold draws a lane as one line at y and returns its height. Its cells are not
// laid out.
func (r *rowState) fold(f *frame, s *Sheet, lane journey.Lane, y float64) float64 {
	clear(r.cells)
	h := math.Ceil(max(r.header.measureFolded(f, lane, s.HeaderWidth, strconv.FormatFloat(r.whole, 'f', 0, 64), r.stale), foldedRow))
	r.lines(f, s, lane, y, h)
	s.Headers.Blocks = append(s.Headers.Blocks, scene.Placed{Block: r.header.drawFolded(f, lane, h), Name: headerName(lane.ID), At: geom.Pt(0, y)})
	r.stale = false
	return h
}

// measureFolded sets the name of a folded lane, and as its note how many cards
// it has, and is the height they need.
func (h *headerState) measureFolded(f *frame, lane journey.Lane, w float64, n string, stale bool) float64 {
	if h.title == nil || h.lane != lane || h.w != w || h.note.Text != n || stale {
		*h = headerState{lane: lane, w: w, note: f.set(n, legendText, text.NoWrap, text.Greedy)}
		room := w - f.headerX() - headerIcon - 8 - headerPadX - h.note.Width - 8
		if lane.Locked {
			room -= foldedLock + 4
		}
		h.title = f.set(lane.Title, cardTitle, room, text.Greedy)
		h.need = h.title.Height + 2*foldedPadY
	}
	return h.need
}

// drawFolded is the header of a folded lane.
func (h *headerState) drawFolded(f *frame, lane journey.Lane, height float64) *scene.Block {
	if h.block != nil && h.height == height {
		return h.block
	}
	x, right := f.headerX(), h.w-headerPadX-h.note.Width
	ops := f.Icons.use(f.onward(), x, foldedPadY, headerIcon, f.Theme.Ink2)
	tx := x + headerIcon + 8
	ops = append(ops, f.words(h.title, tx, foldedPadY, f.Theme.Ink2, 0, 0)...)
	ops = append(ops, f.words(h.note, right, foldedPadY, f.Theme.Ink3, 0, 0)...)
	if lane.Locked {
		right -= foldedLock + 4
		ops = append(ops, f.Icons.use("lock", right, foldedPadY+1, foldedLock, f.Theme.Ink2)...)
	}
	ops = append(ops, line(geom.Pt(0, height-0.5), geom.Pt(h.w, height-0.5), f.Theme.Hair))
	ops = append(ops, f.headerEdge(h.w, height)...)
	it := scene.NewItem(string(lane.ID), LanePart, geom.Point{}, geom.Box(0, 0, h.w, height), ops...)
	it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(tx, foldedPadY), Block: h.title, Width: room(h.title, right-8-tx)}}
	h.height, h.block = height, scene.NewBlock([]scene.Item{it})
	return h.block
}
