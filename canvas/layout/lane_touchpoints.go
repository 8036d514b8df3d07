package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// cardBox draws a touchpoint, and every card that has no drawing of its own:
// a chip with an icon, a title, a text, and badges on the upper edge.
type cardBox struct{}

const (
	cardMin            = 64
	cardPadX, cardPadY = 8, 10
	chip, chipRadius   = 28, 8
	chipGap, chipIcon  = 8, 16
	titleGap           = 2
	badgeRoom          = 16 // a title line leaves it free under a badge
)

func (cardBox) lay(c *cell, card journey.Card, w float64) laidBox {
	x := float64(cardPadX)
	hasChip := c.Icons.Has(card.Icon)
	if hasChip {
		x += chip + chipGap
	}
	inner := w - x - cardPadX
	badges := c.badges(card)
	titleWidth := inner
	if len(badges) > 0 {
		titleWidth -= badgeRoom
	}
	title := c.set(card.Title, cardTitle, titleWidth, text.Balanced)
	body := c.set(card.Text, cardText, inner, text.Greedy)
	textY := cardPadY + title.Height
	bottom := textY
	if card.Text != "" {
		textY += titleGap
		bottom = textY + body.Height
	}
	h := c.hue(card.Hue)
	return laidBox{max(cardMin, bottom+cardPadY), func(height float64) scene.Item {
		r := geom.Box(0, 0, w, height)
		tx := x + (titleWidth-title.Width)*flush(title)
		bx := x + (inner-body.Width)*flush(body)
		ops := c.cardGround(r, h)
		if hasChip {
			ops = append(ops, c.chip(card.Icon, r, h)...)
		}
		ops = append(ops, c.words(title, tx, cardPadY, c.Theme.Ink, zoomTitles, zoomTitles)...)
		ops = append(ops, c.words(body, bx, textY, c.Theme.Ink2, zoomAll, zoomAll)...)
		for i, b := range badges {
			ops = append(ops, c.badge(b, geom.Pt(w-8-10-float64(i)*24, -2), h)...)
		}
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, r, ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(tx, cardPadY), Block: title, Width: titleWidth},
			{Part: TextPart, At: geom.Pt(bx, textY), Block: body, Width: inner},
		}
		return it
	}}
}

// cardGround is a card's box: white with an edge, a tint tile from afar, a
// block from further still.
func (c *cell) cardGround(r geom.Rect, h *Hue) []scene.Op {
	return []scene.Op{
		scene.Detail(zoomTitles, 0, edged(r, CardRadius, c.Theme.Card, c.Theme.Hair2)...),
		scene.Detail(zoomTiles, zoomTitles, edged(r, CardRadius, h.Tint, h.Line)...),
		scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, CardRadius), h.Line)),
	}
}

// chip is the tinted square with the card's icon; on a tile the icon alone, in
// its middle.
func (c *cell) chip(icon string, r geom.Rect, h *Hue) []scene.Op {
	at := geom.Pt(cardPadX, cardPadY)
	near := []scene.Op{fill(geom.RoundRect(geom.Box(at.X, at.Y, chip, chip), chipRadius), h.Tint)}
	near = append(near, c.Icons.use(icon, at.X+(chip-chipIcon)/2, at.Y+(chip-chipIcon)/2, chipIcon, h.Text)...)
	const size = 32
	far := c.Icons.use(icon, r.Center().X-size/2, r.Center().Y-size/2, size, h.Text)
	return []scene.Op{scene.Detail(zoomTitles, 0, near...), scene.Detail(zoomTiles, zoomTitles, far...)}
}

// badges is what a card's upper edge shows, from right to left.
func (c *cell) badges(card journey.Card) []string {
	var out []string
	if card.Pain {
		out = append(out, "alert")
	}
	if card.Truth {
		out = append(out, "spark")
	}
	return out
}

// badge is a disc with a sign around center, ringed in the colour of the map.
func (c *cell) badge(icon string, center geom.Point, h *Hue) []scene.Op {
	disc, sign := h.Solid, c.Theme.On
	if icon == "alert" {
		disc, sign = c.Theme.Pain, c.Theme.Map
	}
	ops := []scene.Op{
		fill(geom.Circle(center, 10), c.Theme.Map),
		fill(geom.Circle(center, 8), disc),
	}
	return []scene.Op{scene.Detail(zoomTitles, 0, append(ops, c.Icons.use(icon, center.X-6, center.Y-6, 12, sign)...)...)}
}
