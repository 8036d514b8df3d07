package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// headerState is what a layout remembers of a lane's header.
type headerState struct {
	lane        journey.Lane
	w, need     float64
	title, note *text.Block
	height      float64
	block       *scene.Block
}

// measure sets the header's texts and is the height they need.
func (h *headerState) measure(f *frame, lane journey.Lane, w float64, stale bool) float64 {
	if h.title != nil && h.lane == lane && h.w == w && !stale {
		return h.need
	}
	*h = headerState{lane: lane, w: w}
	inner := w - f.headerX() - headerIcon - 8 - headerPadX
	if lane.LaneKind == journey.Divider {
		h.title = f.set(lane.Title, captionBold, text.NoWrap, text.Greedy)
		h.note = f.set("", caption, inner, text.Greedy)
		return 0
	}
	if v, ok := viewOf(lane.LaneKind).(sided); ok {
		inner -= v.room()
	}
	if v, ok := viewOf(lane.LaneKind).(besides); ok {
		inner -= v.besides(f, lane)
	}
	h.title = f.set(lane.Title, cardTitle, inner, text.Greedy)
	h.note = f.set(lane.Caption, caption, inner, text.Greedy)
	h.need = headerPadY + h.title.Height + headerBelow
	if lane.Caption != "" {
		h.need += titleGap + h.note.Height
	}
	return h.need
}

// headerX is where lane headers begin.
func (f *frame) headerX() float64 {
	if f.Bare {
		return 0
	}
	return headerPadX
}

// draw is the header at a height.
func (h *headerState) draw(f *frame, s *Sheet, lane journey.Lane, height float64) *scene.Block {
	if h.block != nil && h.height == height {
		return h.block
	}
	w := s.HeaderWidth
	r := geom.Box(0, 0, w, height)
	x := f.headerX()
	var ops []scene.Op
	fields := []scene.Field{}
	if lane.LaneKind == journey.Divider {
		y := (height - h.title.Height) / 2
		ops = append(ops, f.words(h.title, x, y, f.Theme.Ink2, 0, 0)...)
		from := x + h.title.Width + 8
		if h.title.Text == "" {
			from = x
		}
		ops = append(ops, f.dividerLine(min(from, w), w, height/2)...)
		fields = append(fields, scene.Field{Part: TitlePart, At: geom.Pt(x, y), Block: h.title, Width: h.title.Width})
	} else {
		icon := lane.Icon
		if icon == "" {
			icon = lane.LaneKind.Info().Icon
		}
		if lane.Locked {
			icon = "lock"
		}
		ops = append(ops, f.Icons.use(icon, x, headerPadY, headerIcon, f.Theme.Ink2)...)
		tx := x + headerIcon + 8
		ny := headerPadY + h.title.Height + titleGap
		ops = append(ops, f.words(h.title, tx, headerPadY, f.Theme.Ink, 0, 0)...)
		ops = append(ops, f.words(h.note, tx, ny, f.Theme.Ink3, zoomAll, zoomAll)...)
		fields = append(fields, scene.Field{Part: TitlePart, At: geom.Pt(tx, headerPadY), Block: h.title, Width: room(h.title, w-tx-headerPadX)})
		if v, ok := viewOf(lane.LaneKind).(sided); ok {
			ops = append(ops, v.side(f, s, lane, w, height)...)
		}
	}
	if lane.LaneKind != journey.Divider {
		ops = append(ops, line(geom.Pt(0, height-0.5), geom.Pt(w, height-0.5), f.Theme.Hair))
	}
	ops = append(ops, f.headerEdge(w, height)...)
	it := scene.NewItem(string(lane.ID), LanePart, geom.Point{}, r, ops...)
	it.Fields = fields
	h.height = height
	h.block = scene.NewBlock([]scene.Item{it})
	return h.block
}

// headerEdge is the rule between a lane's header and its cells.
func (f *frame) headerEdge(w, height float64) []scene.Op {
	if f.Bare {
		return nil
	}
	return []scene.Op{line(geom.Pt(w-0.5, 0), geom.Pt(w-0.5, height), f.Theme.Hair2)}
}
