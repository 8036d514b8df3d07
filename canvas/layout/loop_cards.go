package layout

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// ringCard is a card, a ghost or a free place among the cards of a stage.
type ringCard struct {
	column Column
	rect   geom.Rect // from the stage's top left
}

// ringState is what a layout remembers of a stage's cards around a ring.
type ringState struct {
	mark    *cellState // goes stale with the cards
	lane    journey.Lane
	stage   StageBox
	columns []Column
	head    float64
	place   ringPlace
}

// ringPlaceOf is the cards of the i-th stage, laid out again when something of
// them has changed. What marks cells in rows as stale marks them here too.
func (l *Layout) ringPlaceOf(f *frame, lane journey.Lane, stages []StageBox, i int, n *ringName) ringPlace {
	st, head, angle := stages[i], n.head(f), stageAngle(i, len(stages))
	across := math.Abs(math.Cos(angle)) < loopAcross
	r := l.rows[lane.ID]
	if r == nil {
		r = &rowState{lane: lane, cells: map[journey.ID]*cellState{}}
		l.rows[lane.ID] = r
	}
	was := l.ring[st.ID]
	sameColumn := func(a, b Column) bool { return a.ID() == b.ID() }
	if was == nil || was.mark != r.cells[st.ID] || was.mark.stale || r.stale || was.lane != lane || was.stage.Stage != st.Stage ||
		was.stage.Hue != st.Hue || was.head != head || was.place.across != across || !slices.EqualFunc(was.columns, st.Columns, sameColumn) {
		was = &ringState{mark: &cellState{}, lane: lane, stage: st, columns: st.Columns, head: head}
		was.place = l.ringCards(f, lane, stages, i, head, across)
		r.cells[st.ID], l.ring[st.ID] = was.mark, was
	}
	p := was.place
	p.angle = angle
	return p
}

// ringCards lays out the cards of the i-th stage. Those of one step stand
// together. While cards are dragged nothing moves: the slot is a line between
// two of them.
func (l *Layout) ringCards(f *frame, lane journey.Lane, stages []StageBox, i int, top float64, across bool) ringPlace {
	st := stages[i]
	p := ringPlace{across: across, any: st.Columns[0]}
	c := &cell{frame: l.ringFrame(f), lane: lane, stage: &st, stages: stages, columns: st.Columns, w: loopCard}
	if l.preview.Slot != nil || len(l.preview.Ghosts) > 0 {
		c.preview = &l.preview
	}
	type entry struct {
		column Column
		laidBox
	}
	var all []entry
	slot := -1
	add := func(col Column, id journey.ID) {
		cards := f.cards(lane.ID, id)
		if v := c.preview; v != nil && v.Slot != nil && v.Slot.Lane == lane.ID && v.Slot.Column == id {
			slot = len(all) + min(v.Slot.Index, len(cards))
		}
		for _, card := range cards {
			b := cardBox{}.lay(c, card, loopCard)
			if c.preview != nil && slices.Contains(c.preview.Ghosts, card.ID) {
				b = ghostBox(c, card, b.need, loopCard)
			}
			all = append(all, entry{col, b})
		}
	}
	if lane.ID != "" {
		add(Column{Stage: st.ID}, st.ID)
		for _, col := range st.Columns {
			if col.Step != "" {
				add(col, col.Step)
			}
		}
	}
	k := sideBySide(len(all), p.across)
	var items []scene.Item
	y := top
	free := geom.Pt(0, top) // where the next card would stand
	for i := 0; i < len(all); i += k {
		row := all[i:min(i+k, len(all))]
		h := 0.0
		for _, e := range row {
			h = max(h, e.need)
		}
		for j, e := range row {
			it := l.turned(e.draw(h))
			it.At = geom.Pt(float64(j)*(loopCard+loopCardGap), y)
			items = append(items, it)
			p.cards = append(p.cards, ringCard{e.column, geom.Box(it.At.X, y, loopCard, h)})
		}
		free = geom.Pt(float64(len(row))*(loopCard+loopCardGap), y)
		y += h + loopCardGap
		if len(row) == k {
			free = geom.Pt(0, y)
		}
	}
	if slot >= 0 {
		at := free
		if slot < len(p.cards) {
			at = p.cards[slot].rect.Min
		}
		// the marker stands five above its slot, so this one is in the middle of the gap
		it := scene.NewItem(SlotOwner, "slot", at.Sub(geom.Pt(0, 1)), geom.Box(0, 0, loopCard, 1))
		items = append(items, it)
	}
	switch {
	case len(all) > 0:
		w := float64(min(k, len(all)))
		p.size = geom.Pt(w*(loopCard+loopCardGap)-loopCardGap, y-loopCardGap)
	case f.Screen && lane.ID != "":
		b := c.hintBox(c.ringHint(), loopCard)
		it := l.turned(b.draw(b.need))
		it.At = geom.Pt(0, top)
		items = append(items, it)
		p.cards = append(p.cards, ringCard{p.any, geom.Box(0, top, loopCard, b.need)})
		p.size = geom.Pt(loopCard, top+b.need)
	case top > 0:
		p.size = geom.Pt(loopCard, top-loopCardGap)
	}
	p.block = scene.NewBlock(items)
	return p
}

// ringFrame is what draws the cards of a ring: in a map that reads from the right
// each is mirrored, and the ring is not.
func (l *Layout) ringFrame(f *frame) *frame {
	if !l.fromRight {
		return f
	}
	return f.toMirror()
}

// turned is a card of such a frame as it is seen.
func (l *Layout) turned(it scene.Item) scene.Item {
	if l.fromRight {
		return it.Mirrored()
	}
	return it
}

// ringHint is what an empty stage says: what its author left as guidance, or how
// to fill it.
func (c *cell) ringHint() string {
	for _, col := range append([]Column{{Stage: c.stage.ID}}, c.columns...) {
		if says := c.hint(c.lane.ID, col.ID()); says != "" {
			return says
		}
	}
	return c.say(c.lane.LaneKind.Info().Hint)
}

// sideBySide is how many of n cards stand beside each other: few, so that they
// stay near their stage, and more the more there are.
func sideBySide(n int, across bool) int {
	root := math.Sqrt(float64(n))
	switch {
	case across:
		return max(1, min(n, max(2, int(math.Ceil(root*0.8)))))
	case n <= 4:
		return 1
	}
	return int(math.Ceil(root / math.Sqrt(3)))
}
