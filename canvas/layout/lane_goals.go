package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// goalBox draws a goal: a tinted box with its text in the middle of its height.
type goalBox struct{}

const (
	goalMin            = 54
	goalPadX, goalPadY = 12, 10
)

func (goalBox) lay(c *cell, card journey.Card, w float64) laidBox {
	inner := w - 2*goalPadX
	b := c.set(card.Title, goal, inner, text.Balanced)
	h := c.hue(card.Hue)
	return laidBox{max(goalMin, b.Height+2*goalPadY), func(height float64) scene.Item {
		r := geom.Box(0, 0, w, height)
		y := (height - b.Height) / 2
		x := goalPadX + (inner-b.Width)*flush(b)
		ops := []scene.Op{
			scene.Detail(zoomTiles, 0, fill(geom.RoundRect(r, CardRadius), h.Tint)),
			scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, CardRadius), h.Line)),
		}
		ops = append(ops, c.words(b, x, y, h.Text, zoomTitles, zoomTiles)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, r, ops...)
		it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(x, y), Block: b, Width: inner}}
		return it
	}}
}
