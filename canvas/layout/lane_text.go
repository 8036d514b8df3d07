package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// textBox draws a text with its small markup. A card that has a title only is
// that text; where it has both, the title stands above. A card or a lane with a
// hue of its own is tinted.
type textBox struct{}

const (
	textMin            = 40
	textPadX, textPadY = 12, 10
	textGap            = 4
)

func (textBox) lay(c *cell, card journey.Card, w float64) laidBox {
	inner := w - 2*textPadX
	head := cardTitle
	if card.Text == "" {
		head = cardText
	}
	title := c.passage(card, TitlePart, card.Title, head, inner)
	body := c.passage(card, TextPart, card.Text, cardText, inner)
	y := textPadY + title.height
	if card.Title != "" && card.Text != "" {
		y += textGap
	} else if card.Title == "" {
		y = textPadY
	}
	bottom := y
	if card.Text != "" {
		bottom += body.height
	}
	h := c.hue(card.Hue)
	ground, edge := c.Theme.Card, c.Theme.Hair2
	if card.Hue > 0 || c.lane.Hue > 0 {
		ground, edge = h.Tint, h.Line
	}
	return laidBox{max(textMin, bottom+textPadY), func(height float64) scene.Item {
		r := geom.Box(0, 0, w, height)
		ty := float64(textPadY)
		if card.Text == "" {
			ty = (height - title.height) / 2
		}
		ops := []scene.Op{
			scene.Detail(zoomTiles, 0, edged(r, CardRadius, ground, edge)...),
			scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, CardRadius), h.Line)),
		}
		ops = append(ops, title.draw(textPadX, ty, c.Theme.Ink, zoomTitles, zoomTiles)...)
		ops = append(ops, body.draw(textPadX, y, c.Theme.Ink2, zoomAll, zoomAll)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, r, ops...)
		it.Fields = []scene.Field{title.field(textPadX, ty), body.field(textPadX, y)}
		return it
	}}
}

// passage is a text that may have markup, ready to be drawn.
type passage struct {
	c      *cell
	part   scene.Part
	block  *text.Block // what a person clicks into
	rich   *rich       // nil where it has no markup, or somebody types in it
	width  float64
	height float64
}

// passage sets a text of a card.
func (c *cell) passage(card journey.Card, part scene.Part, s string, st text.Style, width float64) passage {
	p := passage{c: c, part: part, width: width}
	if plain(s) || c.preview != nil && c.preview.Typing == card.ID {
		p.block = c.set(s, st, width, text.Greedy)
		p.height = p.block.Height
		return p
	}
	p.rich = c.setRich(s, st, width)
	p.block, p.height = p.rich.shown, p.rich.height
	return p
}

// draw draws the passage with its top left at (x, y).
func (p passage) draw(x, y float64, ink scene.Color, from, bars float64) []scene.Op {
	if p.rich != nil {
		return p.c.rich(p.rich, x, y, ink, from, bars)
	}
	return p.c.words(p.block, x+(p.width-p.block.Width)*flush(p.block), y, ink, from, bars)
}

// field is where the passage can be edited.
func (p passage) field(x, y float64) scene.Field {
	x += (p.width - p.block.Width) * flush(p.block)
	f := scene.Field{Part: p.part, At: geom.Pt(x, y), Block: p.block, Width: p.width}
	if p.rich != nil {
		f.Raw = p.rich.raw
	}
	return f
}
