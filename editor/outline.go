package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// outline is where the selected rows stand on a sheet, in the order in which
// the sheet paints them.
type outline struct {
	sheet *layout.Sheet
	boxes []outlined
	several
	counted bool // several is known
}

type outlined struct {
	id    journey.ID
	part  scene.Part
	pane  pane
	block int             // of the pane
	box   geom.Rect       // in the pane, u
	lines [][2]geom.Point // of a link, in the pane, u
	label geom.Rect       // of a link that has one, in the pane, u
}

// few is how many rows are looked up one by one; for more, the whole sheet is
// walked once.
const few = 32

// outline is where the selected rows stand now. Those that are being dragged
// stand nowhere.
func (e *Editor) outline() []outlined { return e.outlined(&e.sel.at, e.sel.ids, e.sel.has) }

// outlined is where rows stand now, kept in at for as long as the sheet is the
// same.
func (e *Editor) outlined(at *outline, ids []journey.ID, has map[journey.ID]bool) []outlined {
	sheet := e.view.sheet
	if at.sheet == sheet {
		return at.boxes
	}
	*at = outline{sheet: sheet}
	if len(ids) <= few {
		for i, id := range ids {
			for _, f := range e.find(id) {
				at.boxes = append(at.boxes, f.outlined(i))
			}
		}
	} else {
		at.boxes = e.outlinedOf(has)
	}
	labels := map[journey.ID]geom.Rect{}
	for i := range at.boxes {
		if at.boxes[i].part == layout.LabelPart {
			labels[at.boxes[i].id] = at.boxes[i].box
		}
	}
	for i := range at.boxes {
		if at.boxes[i].lines != nil {
			at.boxes[i].label = labels[at.boxes[i].id]
		}
	}
	return at.boxes
}

// outlinedOf is where many rows stand.
func (e *Editor) outlinedOf(has map[journey.ID]bool) (boxes []outlined) {
	for _, p := range []pane{bodyPane, bandPane, headersPane} {
		sc := e.view.scene(p)
		for i := range sc.Blocks {
			b := &sc.Blocks[i]
			for k := range b.Items {
				if it := &b.Items[k]; has[journey.ID(it.Owner)] && ringed(it, p) {
					boxes = append(boxes, found{it, b.At.Add(it.At), p}.outlined(i))
				}
			}
		}
	}
	return boxes
}

// ringed reports whether an item is what a person takes for its row: a stage
// also draws its heat, and a lane its curve.
func ringed(it *scene.Item, p pane) bool {
	switch it.Part {
	case layout.GhostPart, layout.HeatPart, layout.SummaryPart, layout.CurvePart:
		return false
	case layout.LanePart:
		return p == headersPane
	}
	return true
}

func (f found) outlined(block int) outlined {
	o := outlined{id: journey.ID(f.it.Owner), part: f.it.Part, pane: f.pane, block: block, box: f.it.Box.Add(f.at)}
	if f.it.Part == layout.LinkPart {
		o.lines = wayOf(f.it, f.at)
	}
	return o
}

// wayOf is the lines of a link: those across and down, or the one that slants,
// whose presses are many small boxes.
func wayOf(it *scene.Item, at geom.Point) (out [][2]geom.Point) {
	for _, h := range it.Hits {
		r := h.Grow(-layout.LinkReach).Add(at)
		out = append(out, [2]geom.Point{r.Min, r.Max})
	}
	if n := len(out); n > 0 && out[0][0].X != out[0][1].X && out[0][0].Y != out[0][1].Y {
		way := it.Hits[n-1].Center().Sub(it.Hits[0].Center())
		from, to := out[0], out[n-1]
		if way.X < 0 {
			from[0].X, to[1].X = from[1].X, to[0].X
		}
		if way.Y < 0 {
			from[0].Y, to[1].Y = from[1].Y, to[0].Y
		}
		out = [][2]geom.Point{{from[0], to[1]}}
	}
	return out
}

// beside is a line without what of it lies in r.
func beside(l [2]geom.Point, r geom.Rect) [][2]geom.Point {
	d, in, out := l[1].Sub(l[0]), 0.0, 1.0 // shares of the line (Liang and Barsky)
	for _, side := range [][2]float64{{-d.X, l[0].X - r.Min.X}, {d.X, r.Max.X - l[0].X}, {-d.Y, l[0].Y - r.Min.Y}, {d.Y, r.Max.Y - l[0].Y}} {
		switch p, q := side[0], side[1]; {
		case p == 0 && q < 0:
			return [][2]geom.Point{l}
		case p < 0:
			in = max(in, q/p)
		case p > 0:
			out = min(out, q/p)
		}
	}
	if in >= out {
		return [][2]geom.Point{l}
	}
	var left [][2]geom.Point
	if in > 0 {
		left = append(left, [2]geom.Point{l[0], l[0].Add(d.Mul(in))})
	}
	if out < 1 {
		left = append(left, [2]geom.Point{l[0].Add(d.Mul(out)), l[1]})
	}
	return left
}

// manyRings is how many rings a frame has before those of a block become one:
// each is an object of the window, and so many small ones tell nothing.
const manyRings = 400

// rings marks the selected rows that are in sight.
func (e *Editor) rings() []input.Mark {
	all := e.outline()
	if len(all) == 0 {
		return nil
	}
	n := 0
	var sight [3]geom.Rect
	for p := range sight {
		sight[p] = e.view.sight(pane(p)).Grow(2 * ringWidth / e.view.Zoom)
	}
	for i := range all {
		if all[i].box.Overlaps(sight[all[i].pane]) {
			n++
		}
	}
	marks := make([]input.Mark, 0, min(n, manyRings)+4) // and what a tool adds
	for i := 0; i < len(all); i++ {
		o := &all[i]
		r := o.box
		if !r.Overlaps(sight[o.pane]) {
			continue
		}
		if o.lines != nil {
			marks = e.thick(marks, o)
			continue
		}
		for n > manyRings && i+1 < len(all) && all[i+1].block == o.block && all[i+1].pane == o.pane && all[i+1].lines == nil {
			i++
			r = r.Union(all[i].box)
		}
		marks = append(marks, e.ring(o.pane, o.part, r))
	}
	return marks
}

const ringWidth = 2

// ring is the mark around a selected row: two pixels outside a card's edge,
// inside that of what fills its band.
func (e *Editor) ring(p pane, part scene.Part, r geom.Rect) input.Mark {
	radius := layout.CardRadius*e.view.Zoom + ringWidth
	out := float64(ringWidth)
	switch part {
	case layout.StepPart, layout.LanePart:
		out, radius = -1, 4
	case layout.LabelPart:
		radius = r.H()/2*e.view.Zoom + ringWidth
	}
	return input.Mark{
		Rect: e.view.inView(p, r).Grow(out), Clip: e.view.rect(p),
		Edge: e.Theme().Acc, Width: ringWidth, Radius: radius,
	}
}

// thick draws a selected link over itself: two pixels, in the colour of the
// user's action. Its label stays in sight.
func (e *Editor) thick(marks []input.Mark, o *outlined) []input.Mark {
	clip, acc := e.view.rect(o.pane), e.Theme().Acc
	for _, l := range o.lines {
		for _, piece := range beside(l, o.label) {
			from, to := e.view.inView(o.pane, geom.Rect{Min: piece[0], Max: piece[0]}).Min, e.view.inView(o.pane, geom.Rect{Min: piece[1], Max: piece[1]}).Min
			if from.X != to.X && from.Y != to.Y {
				marks = append(marks, input.Mark{Clip: clip, Edge: acc, Width: ringWidth, From: from, To: to})
				continue
			}
			r := geom.Rect{Min: geom.Pt(min(from.X, to.X), min(from.Y, to.Y)), Max: geom.Pt(max(from.X, to.X), max(from.Y, to.Y))}
			marks = append(marks, input.Mark{Rect: r.Grow(ringWidth / 2), Clip: clip, Fill: acc, Radius: ringWidth / 2})
		}
	}
	return marks
}
