package editor

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// selection is the cards that are selected, each once.
type selection struct {
	ids []journey.ID // in the order in which they were chosen
	has map[journey.ID]bool
	at  outline
}

// outline is where the selected cards stand on a sheet, in the order in which
// the sheet paints them.
type outline struct {
	sheet *layout.Sheet
	boxes []outlined
}

type outlined struct {
	id    journey.ID
	part  scene.Part
	block int       // of the body
	box   geom.Rect // in the body, u
}

func (s *selection) set(ids ...journey.ID) {
	*s = selection{ids: make([]journey.ID, 0, len(ids)), has: make(map[journey.ID]bool, len(ids))}
	for _, id := range ids {
		s.add(id)
	}
}

func (s *selection) add(id journey.ID) {
	if s.has[id] {
		return
	}
	if s.has == nil {
		s.has = map[journey.ID]bool{}
	}
	s.ids, s.has[id], s.at = append(s.ids, id), true, outline{}
}

func (s *selection) remove(ids ...journey.ID) {
	n := len(s.has)
	for _, id := range ids {
		delete(s.has, id)
	}
	if len(s.has) == n {
		return
	}
	s.ids = slices.DeleteFunc(slices.Clone(s.ids), func(id journey.ID) bool { return !s.has[id] })
	s.at = outline{}
}

// few is how many cards are looked up one by one; for more, the whole sheet is
// walked once.
const few = 32

// outline is where the selected cards stand now. Those that are being dragged
// stand nowhere.
func (e *Editor) outline() []outlined {
	at, sheet := &e.sel.at, e.view.sheet
	if at.sheet == sheet {
		return at.boxes
	}
	*at = outline{sheet: sheet}
	put := func(block int, it *scene.Item, place geom.Point) {
		if it.Part != layout.GhostPart {
			at.boxes = append(at.boxes, outlined{journey.ID(it.Owner), it.Part, block, it.Box.Add(place)})
		}
	}
	if len(e.sel.ids) <= few {
		for i, id := range e.sel.ids {
			c, _ := journey.Get[journey.Card](e.Doc.Project(), id)
			if it, place, ok := sheet.Card(c); ok {
				put(i, it, place)
			}
		}
		return at.boxes
	}
	for i := range sheet.Body.Blocks {
		b := &sheet.Body.Blocks[i]
		for k := range b.Items {
			if it := &b.Items[k]; e.sel.has[journey.ID(it.Owner)] {
				put(i, it, b.At.Add(it.At))
			}
		}
	}
	return at.boxes
}

// manyRings is how many rings a frame has before those of a cell become one:
// each is an object of the window, and so many small ones tell nothing.
const manyRings = 400

// rings marks the selected cards that are in sight.
func (e *Editor) rings() []input.Mark {
	all := e.outline()
	if len(all) == 0 {
		return nil
	}
	v := &e.view
	b := v.body()
	sight := geom.Rect{Min: v.At, Max: v.At.Add(geom.Pt(b.W(), b.H()).Mul(1 / v.Zoom))}.Grow(2 * ringWidth / v.Zoom)
	n := 0
	for i := range all {
		if all[i].box.Overlaps(sight) {
			n++
		}
	}
	marks := make([]input.Mark, 0, min(n, manyRings)+4) // and what a tool adds
	for i := 0; i < len(all); i++ {
		r := all[i].box
		if !r.Overlaps(sight) {
			continue
		}
		for n > manyRings && i+1 < len(all) && all[i+1].block == all[i].block {
			i++
			r = r.Union(all[i].box)
		}
		marks = append(marks, e.ring(r))
	}
	return marks
}

const ringWidth = 2

// ring is the mark around a selected card: two pixels outside its edge.
func (e *Editor) ring(r geom.Rect) input.Mark {
	return input.Mark{
		Rect: e.view.toView(r).Grow(ringWidth), Clip: e.view.body(),
		Edge: e.Theme().Acc, Width: ringWidth, Radius: layout.CardRadius*e.view.Zoom + ringWidth,
	}
}
