package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// cardPart is a part of a card below its text, over the card's whole width.
type cardPart struct {
	gap, h float64
	foot   bool // it stands at the card's foot
	ops    []scene.Op
}

const (
	metricAbove, footAbove      = 6, 8
	figureBelow                 = 4
	footPad, footIcon, iconText = 6, 14, 5
)

var (
	cardNumber = text.Style{Weight: text.DisplaySemiBold, Size: 20, Line: 24, Tracking: -0.01}
	footName   = text.Style{Weight: text.SemiBold, Size: 11, Line: 16}
)

// cardParts is the parts of a card that has more than a title and a text; w is
// the width inside the card.
func (c *cell) cardParts(card journey.Card, h *Hue, w float64) []cardPart {
	var out []cardPart
	if card.Value.Set {
		out = append(out, c.cardMetric(card, h, w))
	}
	if card.Channel != "" || card.Owner != "" {
		if p, ok := c.cardFoot(card, h, w); ok {
			out = append(out, p)
		}
	}
	return out
}

// cardMetric is a number with its name at the right, and a chart below. The
// first name of its series is what the number is called.
func (c *cell) cardMetric(card journey.Card, h *Hue, w float64) cardPart {
	name := ""
	if names := card.SeriesNames.All(); len(names) > 0 {
		name = names[0]
	}
	small := metricUnit
	if card.Unit == "%" {
		small = cardNumber
	}
	f := c.figure(card, cardNumber, small, w)
	ops := f.draw(c, 0, 0, h.Text)
	y := f.h
	if name != "" {
		b := c.set(name, caption, text.NoWrap, text.Greedy)
		if f.w+8+b.Width <= w && len(b.Lines) == 1 {
			ops = append(ops, c.words(b, w-b.Width, f.baseline-b.Lines[0].Baseline, c.Theme.Ink3, 0, 0)...)
		} else {
			b = c.set(name, caption, w, text.Greedy)
			ops = append(ops, c.words(b, (w-b.Width)*flush(b), y, c.Theme.Ink3, 0, 0)...)
			y += b.Height
		}
	}
	if card.Chart == "" && (card.Unit == "%" || card.Target.Set) {
		card.Chart = journey.ChartProgress
	}
	if g := c.graph(card, h, w); g.ops != nil {
		y += figureBelow + g.over
		ops = append(ops, &scene.Group{Move: geom.Transform{K: 1, D: geom.Pt(0, y)}, Ops: g.ops})
		y += g.h + g.over
	}
	return cardPart{gap: metricAbove, h: y, ops: ops}
}

// cardFoot is a row below a hairline: the channel at the left, at the right a
// disc with the initials of who looks after the card. Without a channel, that
// one's name stands at the left.
func (c *cell) cardFoot(card journey.Card, h *Hue, w float64) (cardPart, bool) {
	ch, hasChannel := journey.Get[journey.Channel](c.p, card.Channel)
	owner, hasOwner := journey.Get[journey.Person](c.p, card.Owner)
	if !hasChannel && !hasOwner {
		return cardPart{}, false
	}
	const top = 1 + footPad
	name, icon, ink := ch.Name, ch.Icon, h.Text
	if !hasChannel {
		name, icon, ink = owner.Name, "", c.Theme.Ink2
	}
	room := w
	if hasOwner {
		room -= avatar + 8
	}
	x := 0.0
	if c.Icons.Has(icon) {
		x = footIcon + iconText
	}
	b := c.set(name, footName, room-x, text.Greedy)
	rowHeight := b.Height
	if hasOwner {
		rowHeight = max(rowHeight, avatar)
	}
	first := (min(rowHeight, avatar) - footName.Line) / 2 // of the first line, beside the disc
	ops := []scene.Op{line(geom.Pt(0, 0.5), geom.Pt(w, 0.5), c.Theme.Hair)}
	if x > 0 {
		ops = append(ops, c.Icons.use(icon, 0, top+first+1, footIcon, ink)...)
	}
	ops = append(ops, c.words(b, x+(room-x-b.Width)*flush(b), top+first, ink, 0, 0)...)
	if hasOwner {
		ops = append(ops, c.avatar(owner.Name, geom.Pt(w-avatar/2, top+avatar/2), c.personColour(owner.ID))...)
	}
	return cardPart{gap: footAbove, h: top + max(rowHeight, first+b.Height), foot: true, ops: ops}, true
}

// personColour is the colour of a person's disc. The first eight people of a
// file have eight colours.
func (f *frame) personColour(id journey.ID) scene.Color {
	if f.people == nil {
		f.people = map[journey.ID]int{}
		for i, p := range f.p.People() {
			f.people[p.ID] = i
		}
	}
	return f.Theme.Hues[(f.people[id]+7)%8].Solid
}
