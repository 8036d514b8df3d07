package layout

import (
	"slices"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

const (
	hintMin          = 44
	hintPadX, hintPY = 12, 10
)

// hint is what the rows of guidance for a place say, "" where there are none.
func (f *frame) hint(lane, column journey.ID) string {
	var says []string
	for _, h := range f.p.Hints(lane, column) {
		if h.Text != "" {
			says = append(says, h.Text)
		}
	}
	return strings.Join(says, "\n")
}

// hints calls put with the guidance for the places of a cell that are empty:
// for a stage where there is no card in it at all, and for its steps.
func (c *cell) hints(put func(says string, first, n int)) {
	for i := 0; i < len(c.columns); {
		stage, n := c.columns[i].Stage, 1
		for i+n < len(c.columns) && c.columns[i+n].Stage == stage {
			n++
		}
		under := c.columns[i : i+n]
		if says := c.hint(c.lane.ID, stage); says != "" && !c.occupiedBy(stage) &&
			!slices.ContainsFunc(under, func(col Column) bool { return c.occupiedBy(col.ID()) }) {
			put(says, i, n)
		}
		for k, col := range under {
			if col.Step == "" {
				continue
			}
			if says := c.hint(c.lane.ID, col.Step); says != "" && !c.occupiedBy(stage) && !c.occupiedBy(col.Step) {
				put(says, i+k, 1)
			}
		}
		i += n
	}
}

// occupiedBy reports whether there is a card, or a slot for one, in a place.
func (c *cell) occupiedBy(column journey.ID) bool {
	if v := c.preview; v != nil && v.Slot != nil && v.Slot.Lane == c.lane.ID && v.Slot.Column == column {
		return true
	}
	return len(c.cards(c.lane.ID, column)) > 0
}

// hintBox is guidance in an empty cell: a dashed edge with the words in its
// middle.
func (c *cell) hintBox(says string, w float64) laidBox {
	b := c.set(says, cardText, w-2*hintPadX, text.Balanced)
	return laidBox{max(hintMin, b.Height+2*hintPY), func(height float64) scene.Item {
		r := geom.Box(0, 0, w, height)
		ops := []scene.Op{scene.Detail(zoomTiles, 0, edged(r, CardRadius, c.Theme.Map, c.Theme.Hair2, 3, 3)...)}
		ops = append(ops, c.aligned(b, (w-b.Width)/2, (height-b.Height)/2, 0.5, c.Theme.Ink3, zoomTitles, zoomTitles)...)
		return scene.NewItem("", HintPart, geom.Point{}, r, ops...)
	}}
}

// EmptyCell is the dashed box of an empty cell that says what can stand there,
// in the reader's language, for an editor to show where the pointer is.
func (o *Options) EmptyCell(says string, size geom.Point) *scene.Scene {
	c := &cell{frame: &frame{Options: o}}
	it := c.hintBox(o.say(says), size.X).draw(size.Y)
	return &scene.Scene{Size: size, Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), Name: "empty"}}}
}

// Place is where the first card of an empty cell would stand, as high as the
// least of cards is.
func (s *Sheet) Place(c Cell) geom.Rect {
	r := c.Rect
	if st, ok := s.StageOf(c.Column.Stage); ok && c.Row.LaneKind.Info().Span == journey.PerStage {
		r.Min.X, r.Max.X = st.X, st.X+st.W
	}
	r.Min, r.Max = r.Min.Add(geom.Pt(cellPadX, cellPadY)), r.Max.Sub(geom.Pt(cellPadX, cellPadY))
	r.Max.Y = min(r.Max.Y, r.Min.Y+cardMin)
	return r
}

// hinted is the one drawing of a lane with guidance over it, as long as the
// lane has no card.
func (c *cell) hinted(l laid) laid {
	if len(c.laneCards(c.lane)) > 0 {
		return l
	}
	type placed struct {
		laidBox
		x float64
	}
	var boxes []placed
	need, free := l.need, 0
	c.hints(func(says string, first, n int) {
		if first < free { // what is said of the stage stands there
			return
		}
		free = first + n
		x, last := c.columns[first].X+cellPadX, c.columns[first+n-1]
		b := c.hintBox(says, last.X+last.W-cellPadX-x)
		boxes = append(boxes, placed{b, x})
		need = max(need, b.need+2*cellPadY)
	})
	return laid{need, func(height float64) []scene.Item {
		items := l.draw(height)
		for _, b := range boxes {
			it := b.draw(b.need)
			it.At = geom.Pt(b.x, (height-b.need)/2)
			items = append(items, it)
		}
		return items
	}}
}
