package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// box draws one card of a lane in which cards stand below each other.
type box interface {
	// lay measures a card that is w wide.
	lay(c *cell, card journey.Card, w float64) laidBox
}

// spacious is implemented by boxes that need more room below than the others.
type spacious interface {
	below(c *cell, card journey.Card) float64
}

// laidBox is a card whose height is known and which can be drawn at that
// height or more, with its top left at the origin.
type laidBox struct {
	need float64
	draw func(height float64) scene.Item
}

// stack puts the cards of a cell below each other: first those of the whole
// stage, then each step's under the step.
type stack struct {
	box     box
	stretch bool    // cards share what their row is higher than they are
	gap     float64 // between cards; 0 is the usual
	inset   float64 // at both sides, beyond the usual
}

// stacked is a card, a ghost or a slot in its place.
type stacked struct {
	id        journey.ID // of the card, "" of a slot
	x, w, y   float64
	column, n int // the first it stands in, and how many
	laidBox
}

func (s stack) lay(c *cell) laid {
	p := s.place(c)
	return laid{need: p.need(), draw: p.draw}
}

// pile is the cards of a cell in their places.
type pile struct {
	stack
	cards []stacked
	fill  []float64 // how far down each column is taken
	free  bool      // nothing is below the cards that reach over to other stages
}

// place puts the cards of a cell in their places.
func (s stack) place(c *cell) *pile {
	if s.gap == 0 {
		s.gap = cardGap
	}
	p := &pile{stack: s, fill: make([]float64, len(c.columns))}
	copy(p.fill, c.over)
	put := func(id journey.ID, first, n int, b func(w float64) laidBox) {
		n = c.span(first, n)
		for len(p.fill) < first+n {
			p.fill = append(p.fill, c.overAt(len(p.fill)))
		}
		last := c.column(first + n - 1)
		st := stacked{id: id, x: c.columns[first].X + cellPadX + s.inset, column: first, n: n}
		st.w = last.X + last.W - cellPadX - s.inset - st.x
		for _, y := range p.fill[first : first+n] {
			st.y = max(st.y, y)
		}
		st.laidBox = b(st.w)
		for i := range p.fill[first : first+n] {
			p.fill[first+i] = st.y + st.need + s.gap
		}
		p.cards = append(p.cards, st)
	}
	lay := func(cards []journey.Card, column journey.ID, first, n int) {
		slot := -1
		if v := c.preview; v != nil && v.Slot != nil && v.Slot.Lane == c.lane.ID && v.Slot.Column == column {
			slot = min(v.Slot.Index, len(cards))
		}
		for i, card := range cards {
			if i == slot {
				put("", first, n, slotBox(c))
			}
			span := max(n, card.Steps)
			if c.preview != nil && slices.Contains(c.preview.Ghosts, card.ID) {
				put(card.ID, first, span, func(w float64) laidBox { return ghostBox(c, card, s.box.lay(c, card, w).need, w) })
				continue
			}
			put(card.ID, first, span, func(w float64) laidBox { return c.badged(s.box, card, w) })
			if b, ok := s.box.(spacious); ok {
				last := p.cards[len(p.cards)-1]
				for k := range last.n {
					p.fill[last.column+k] += b.below(c, card)
				}
			}
		}
		if slot == len(cards) {
			put("", first, n, slotBox(c))
		}
	}
	lay(c.cards(c.lane.ID, c.stage.ID), c.stage.ID, 0, len(c.columns))
	for i, col := range c.columns {
		if col.Step != "" {
			lay(c.cards(c.lane.ID, col.Step), col.Step, i, 1)
		}
	}
	if c.Screen {
		c.hints(func(h string, first, n int) {
			if slices.Max(p.fill[first:first+n]) > 0 { // a card reaches over from the left
				return
			}
			put("", first, n, func(w float64) laidBox { return c.hintBox(h, w) })
		})
	}
	c.cross()
	c.spill(p.fill)
	p.free = !c.under
	return p
}

// need is the height of a row with the cards in it.
func (p *pile) need() float64 {
	need := 0.0
	for _, y := range p.fill {
		need = max(need, y-p.gap)
	}
	return need + 2*cellPadY
}

// draw places the cards in a row of the given height. They keep their own
// height unless there is nothing below those that reach over to other stages.
func (p *pile) draw(height float64) []scene.Item {
	cards, inner := p.cards, height-2*cellPadY
	count := make([]int, len(p.fill))
	stretch := p.stretch && p.free
	for _, b := range cards {
		count[b.column]++
		// cards that stand across each other's columns keep their height
		stretch = stretch && b.n == cards[0].n && (b.n == 1 || b.column == cards[0].column)
	}
	down := make([]float64, len(p.fill))
	items := make([]scene.Item, 0, len(cards))
	for _, b := range cards {
		h := b.need
		if stretch {
			extra := (inner - (p.fill[b.column] - p.gap)) / float64(count[b.column])
			b.y += down[b.column]
			down[b.column] += extra
			h += extra
		}
		it := b.laidBox.draw(h)
		it.At = geom.Pt(b.x, b.y+cellPadY)
		items = append(items, it)
	}
	return slices.Clip(items)
}

// slotBox is the place that opens for a dragged card.
func slotBox(c *cell) func(w float64) laidBox {
	return func(w float64) laidBox {
		return laidBox{c.preview.Slot.Height, func(h float64) scene.Item {
			r := geom.Box(0, 0, w, h)
			return scene.NewItem(SlotOwner, "slot", geom.Point{}, r, &scene.Fill{Path: geom.RoundRect(r, CardRadius), Paint: scene.Solid(c.Theme.AccTint)})
		}}
	}
}

// SlotOwner owns the item of the slot in a sheet with a preview.
const SlotOwner = "slot"

// ghostBox is the edge that a dragged card leaves behind.
func ghostBox(c *cell, card journey.Card, need, w float64) laidBox {
	return laidBox{need, func(h float64) scene.Item {
		r := geom.Box(0, 0, w, h)
		return scene.NewItem(string(card.ID), GhostPart, geom.Point{}, r, &scene.Stroke{
			Path: geom.RoundRect(r.Grow(-0.75), CardRadius), Paint: scene.Solid(c.Theme.AccLine), Pen: geom.Pen{Width: 1.5, Dash: []float64{4, 3}}, Least: 1,
		})
	}}
}
