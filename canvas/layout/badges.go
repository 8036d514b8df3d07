package layout

import (
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// badge is a sign on the upper edge of a card.
type badge struct {
	kind  badgeKind
	count int // of comments
}

type badgeKind uint8

const (
	commentBadge badgeKind = iota
	painBadge
	truthBadge
	assumedBadge
)

const (
	badgeSize, badgeGap = 20, 4
	badgeRight, badgeUp = 8, 2 // from the card's corner to the first badge, to its middle
	badgeRoom           = 16   // a title line leaves it free under a badge
)

// badgesIn is the badges of a card in a lane of a kind.
func (f *frame) badgesIn(kind journey.LaneKind, card journey.Card) []badge {
	if isCards(kind) {
		return f.badges(card)
	}
	if kind == journey.Feelings || kind == journey.Intensity {
		if card.Evidence == journey.Assumed {
			return []badge{{kind: assumedBadge}}
		}
		return nil
	}
	if isWhole(viewOf(kind)) {
		return nil
	}
	return f.commonBadges(card)
}

// isCards reports whether a lane of a kind has touchpoints, or what is drawn
// like them.
func isCards(kind journey.LaneKind) bool {
	s, ok := viewOf(kind).(stack)
	return ok && s.box == (cardBox{})
}

// badges is what a touchpoint's upper edge shows, from right to left. No other
// card is marked as a pain point or a moment of truth.
func (f *frame) badges(card journey.Card) []badge {
	out := f.commonBadges(card)
	if card.Pain || card.Truth {
		var own []badge
		if card.Pain {
			own = append(own, badge{kind: painBadge})
		}
		if card.Truth {
			own = append(own, badge{kind: truthBadge})
		}
		at := 0
		if len(out) > 0 && out[0].kind == commentBadge {
			at = 1
		}
		out = append(append(append([]badge{}, out[:at]...), own...), out[at:]...)
	}
	return out
}

// commonBadges is the badges that cards of any lane may have: open comments on
// a screen or where they are wanted, and the mark of what nobody has checked yet.
func (f *frame) commonBadges(card journey.Card) []badge {
	var out []badge
	if f.Screen || f.Comments {
		n := 0
		for _, m := range f.p.Comments(card.ID) {
			if !m.Done {
				n++
			}
		}
		if n > 0 {
			out = append(out, badge{kind: commentBadge, count: n})
		}
	}
	if card.Evidence == journey.Assumed {
		out = append(out, badge{kind: assumedBadge})
	}
	return out
}

// drawBadges draws badges on the edge of a card that is w wide.
func (c *cell) drawBadges(badges []badge, w float64, h *Hue) []scene.Op {
	if len(badges) == 0 {
		return nil
	}
	var ops []scene.Op
	right := w - badgeRight
	for _, b := range badges {
		if b.kind == commentBadge {
			right -= c.bubble(&ops, b.count, right) + badgeGap
			continue
		}
		ops = append(ops, c.sign(b.kind, geom.Pt(right-badgeSize/2, -badgeUp), h)...)
		right -= badgeSize + badgeGap
	}
	return []scene.Op{scene.Detail(zoomTitles, 0, ops...)}
}

// sign is a disc around center, ringed in the colour of the map.
func (f *frame) sign(kind badgeKind, center geom.Point, h *Hue) []scene.Op {
	type signAt struct {
		kind   badgeKind
		center geom.Point
		h      *Hue
	}
	return f.alike(signAt{kind, center, h}, func() []scene.Op { return f.drawSign(kind, center, h) })
}

func (f *frame) drawSign(kind badgeKind, center geom.Point, h *Hue) []scene.Op {
	const r, ring, icon = badgeSize / 2, 2, 12
	ops := []scene.Op{fill(geom.Circle(center, r), f.Theme.Map)}
	use := func(name string, size float64, ink scene.Color) []scene.Op {
		return f.Icons.use(name, center.X-size/2, center.Y-size/2, size, ink)
	}
	switch kind {
	case painBadge:
		ops = append(ops, fill(geom.Circle(center, r-ring), f.Theme.Pain))
		return append(ops, use("alert", icon, f.Theme.Map)...)
	case assumedBadge: // the icon brings a ring of its own
		return append(ops, use("help", 2*(r-ring)+5, f.Theme.Ink2)...)
	}
	ops = append(ops, fill(geom.Circle(center, r-ring), h.Solid))
	return append(ops, use("spark", icon, f.Theme.On)...)
}

// bubble is the number of open comments; it returns how wide it is.
func (c *cell) bubble(ops *[]scene.Op, n int, right float64) float64 {
	const pad, tail = 6, 2
	b := c.set(strconv.Itoa(n), captionBold, text.NoWrap, text.Greedy)
	w := max(badgeSize, b.Width+2*pad)
	r := geom.Box(right-w, -badgeUp-badgeSize/2, w, badgeSize)
	*ops = append(*ops, fill(geom.Corners(r, badgeSize/2, badgeSize/2, badgeSize/2, tail), c.Theme.Acc))
	*ops = append(*ops, c.words(b, r.Center().X-b.Width/2, r.Center().Y-b.Height/2, c.Theme.OnAcc, 0, 0)...)
	return w
}

// badged is a card with its badges, which leads where its first address does;
// touchpoints do both on their own, and a list of addresses leads to each.
func (c *cell) badged(b box, card journey.Card, w float64) laidBox {
	laid := b.lay(c, card, w)
	badges, target := c.commonBadges(card), leadsTo(card)
	if b == (fileBox{}) {
		target = ""
	}
	if len(badges) == 0 && target == "" || b == (cardBox{}) {
		return laid
	}
	return laidBox{laid.need, func(height float64) scene.Item {
		it := laid.draw(height)
		ops := append(it.Ops, c.drawBadges(badges, w, c.hue(card.Hue))...)
		if target != "" { // below the addresses in its text
			ops = append([]scene.Op{&scene.Link{Rect: it.Box, Target: target}}, ops...)
		}
		out := scene.NewItem(it.Owner, it.Part, it.At, it.Box, ops...)
		out.Fields, out.Alt = it.Fields, it.Alt
		return out
	}}
}
