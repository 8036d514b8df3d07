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
	block int       // of the pane
	box   geom.Rect // in the pane, u
	lines []geom.Rect
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
		return at.boxes
	}
	for _, p := range []pane{bodyPane, bandPane, headersPane} {
		sc := e.view.scene(p)
		for i := range sc.Blocks {
			b := &sc.Blocks[i]
			for k := range b.Items {
				if it := &b.Items[k]; has[journey.ID(it.Owner)] && ringed(it, p) {
					at.boxes = append(at.boxes, found{it, b.At.Add(it.At), p}.outlined(i))
				}
			}
		}
	}
	return at.boxes
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
	o := outlined{journey.ID(f.it.Owner), f.it.Part, f.pane, block, f.it.Box.Add(f.at), nil}
	if f.it.Part == layout.LinkPart {
		for _, h := range f.it.Hits {
			o.lines = append(o.lines, h.Grow(-layout.LinkReach).Add(f.at))
		}
	}
	return o
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
// user's action.
func (e *Editor) thick(marks []input.Mark, o *outlined) []input.Mark {
	for _, l := range o.lines {
		marks = append(marks, input.Mark{Rect: e.view.inView(o.pane, l).Grow(ringWidth / 2), Clip: e.view.rect(o.pane), Fill: e.Theme().Acc, Radius: ringWidth / 2})
	}
	return marks
}
