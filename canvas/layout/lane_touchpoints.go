package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// cardBox draws a touchpoint, and every card that has no drawing of its own:
// a picture, a chip with an icon, a title, a text, a metric, a row that says
// through which channel and by whom, and badges on the upper edge.
type cardBox struct{}

const (
	cardMin            = 64
	cardPadX, cardPadY = 8, 10
	chip, chipRadius   = 28, 8
	chipGap, chipIcon  = 8, 16
	titleGap           = 2
	pictureGap         = 8
	pictureRadius      = 5
)

func (cardBox) lay(c *cell, card journey.Card, w float64) laidBox {
	x, top := float64(cardPadX), float64(cardPadY)
	full := w - 2*cardPadX
	h := c.hue(card.Hue)
	image := c.picture(card.Image, geom.Box(cardPadX, cardPadY, full, full/2), pictureRadius, c.pictureAlt(card))
	if image != nil {
		top += full/2 + pictureGap
	}
	mark := c.cardMark(card)
	x += mark.w
	inner := w - x - cardPadX
	badges := c.badges(card)
	titleWidth := inner
	if len(badges) > 0 && image == nil {
		titleWidth -= badgeRoom
	}
	title := c.set(card.Title, cardTitle, titleWidth, text.Balanced)
	body := c.set(card.Text, cardText, inner, text.Greedy)
	textY := top + title.Height
	bottom := textY
	if card.Text != "" {
		textY += titleGap
		bottom = textY + body.Height
	}
	more := c.cardParts(card, h, full)
	if len(more) > 0 {
		bottom = max(bottom, top+mark.h)
	}
	moreY := bottom
	for _, p := range more {
		bottom += p.gap + p.h
	}
	return laidBox{max(cardMin, bottom+cardPadY), func(height float64) scene.Item {
		r := geom.Box(0, 0, w, height)
		tx := x + (titleWidth-title.Width)*flush(title)
		bx := x + (inner-body.Width)*flush(body)
		ops := c.cardGround(r, h)
		if image != nil {
			ops = append(ops, scene.Detail(zoomTiles, 0, image))
		}
		if mark.draw != nil {
			ops = append(ops, mark.draw(geom.Pt(cardPadX, top), r, h)...)
		}
		ops = append(ops, c.words(title, tx, top, c.Theme.Ink, zoomTitles, zoomTitles)...)
		ops = append(ops, c.words(body, bx, textY, c.Theme.Ink2, zoomAll, zoomAll)...)
		y := moreY
		for i, p := range more {
			if y += p.gap; i == len(more)-1 && p.foot {
				y = height - cardPadY - p.h // a card that is higher than it need be has it at its foot
			}
			ops = append(ops, &scene.Group{Move: geom.Transform{K: 1, D: geom.Pt(cardPadX, y)}, From: zoomAll, Ops: p.ops})
			y += p.h
		}
		ops = append(ops, c.drawBadges(badges, w, h)...)
		if target := leadsTo(card); target != "" {
			ops = append(ops, &scene.Link{Rect: r, Target: target})
		}
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, r, ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(tx, top), Block: title, Width: titleWidth},
			{Part: TextPart, At: geom.Pt(bx, textY), Block: body, Width: inner},
		}
		return it
	}}
}

// cardGround is a card's box: white with an edge, a tint tile from afar, a
// block from further still.
func (c *cell) cardGround(r geom.Rect, h *Hue) []scene.Op {
	type ground struct {
		r geom.Rect
		h *Hue
	}
	return c.alike(ground{r, h}, func() []scene.Op {
		return []scene.Op{
			scene.Detail(zoomTitles, 0, edged(r, CardRadius, c.Theme.Card, c.Theme.Hair2)...),
			scene.Detail(zoomTiles, zoomTitles, edged(r, CardRadius, h.Tint, h.Line)...),
			scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, CardRadius), h.Line)),
		}
	})
}

// cardMark is what stands to the left of a card's title.
type cardMark struct {
	w, h float64 // with the gap to the title
	draw func(at geom.Point, r geom.Rect, h *Hue) []scene.Op
}

const (
	feelingR, feelingGap = 7, 6
	feelingRing          = 2
)

// cardMark is a chip with the card's icon, the face of its own feeling at the
// chip's corner; the face alone where there is no icon.
func (c *cell) cardMark(card journey.Card) cardMark {
	hasChip := c.Icons.Has(card.Icon)
	var face func(center geom.Point) []scene.Op
	if card.Feeling.Set {
		value := faceOf(c.lane.Scale().Normal(card.Feeling.Value))
		face = func(center geom.Point) []scene.Op { return c.face(value, center, feelingR) }
	}
	switch {
	case hasChip:
		return cardMark{chip + chipGap, chip, func(at geom.Point, r geom.Rect, h *Hue) []scene.Op {
			ops := c.chip(card.Icon, at, r, h)
			if face != nil {
				corner := at.Add(geom.Pt(chip-2, chip-2))
				ring := fill(geom.Circle(corner, feelingR+feelingRing), c.Theme.Card)
				ops = append(ops, scene.Detail(zoomTitles, 0, append([]scene.Op{ring}, face(corner)...)...))
			}
			return ops
		}}
	case face != nil:
		return cardMark{2*feelingR + feelingGap, 2*feelingR + 1, func(at geom.Point, _ geom.Rect, _ *Hue) []scene.Op {
			return []scene.Op{scene.Detail(zoomTiles, 0, face(at.Add(geom.Pt(feelingR, feelingR+1)))...)}
		}}
	}
	return cardMark{}
}

// chip is the tinted square with the card's icon; on a tile the icon alone, in
// its middle.
func (c *cell) chip(icon string, at geom.Point, r geom.Rect, h *Hue) []scene.Op {
	const size = 32
	middle := r.Center()
	if at.Y > cardPadY { // below a picture, which the tile shows, too
		middle.Y = (at.Y + r.Max.Y) / 2
	}
	type chipAt struct {
		icon       string
		at, middle geom.Point
		h          *Hue
	}
	return c.alike(chipAt{icon, at, middle, h}, func() []scene.Op {
		near := []scene.Op{fill(geom.RoundRect(geom.Box(at.X, at.Y, chip, chip), chipRadius), h.Tint)}
		near = append(near, c.Icons.use(icon, at.X+(chip-chipIcon)/2, at.Y+(chip-chipIcon)/2, chipIcon, h.Text)...)
		far := c.Icons.use(icon, middle.X-size/2, middle.Y-size/2, size, h.Text)
		return []scene.Op{scene.Detail(zoomTitles, 0, near...), scene.Detail(zoomTiles, zoomTitles, far...)}
	})
}
