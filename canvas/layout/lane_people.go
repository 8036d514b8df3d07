package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// personBox draws somebody who takes part: a disc with initials, and a name.
type personBox struct{}

const (
	avatar, avatarGap = 20, 8
	personMin         = 28
)

var initialsStyle = text.Style{Weight: text.SemiBold, Size: 11, Line: 14}

func (personBox) lay(c *cell, card journey.Card, w float64) laidBox {
	name := card.Title
	if p, ok := journey.Get[journey.Person](c.p, card.Owner); ok && name == "" {
		name = p.Name
	}
	h := c.hue(card.Hue)
	x := float64(cardPadX + avatar + avatarGap)
	inner := w - x - cardPadX
	title := c.set(name, legendText, inner, text.Greedy)
	note := c.set(card.Text, caption, inner, text.Greedy)
	noteHeight := 0.0
	if card.Text != "" {
		noteHeight = note.Height
	}
	return laidBox{max(personMin, title.Height+noteHeight+8), func(height float64) scene.Item {
		center := geom.Pt(cardPadX+avatar/2, 4+avatar/2)
		ops := c.avatar(name, center, h.Solid)
		tx := x + (inner-title.Width)*flush(title)
		ty := 4 + (avatar-title.Style.Line)/2
		ops = append(ops, c.words(title, tx, ty, c.Theme.Ink, zoomTitles, zoomTiles)...)
		ops = append(ops, c.words(note, x+(inner-note.Width)*flush(note), ty+title.Height, c.Theme.Ink3, zoomAll, zoomAll)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, geom.Box(0, 0, w, height), ops...)
		it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(tx, ty), Block: title, Width: inner}}
		return it
	}}
}

// avatar is a disc with the initials of a name.
func (f *frame) avatar(name string, center geom.Point, ground scene.Color) []scene.Op {
	mark := f.monogram(name, initialsStyle, center, 16, f.Theme.On)
	mark.From = max(zoomAll, mark.From)
	return []scene.Op{fill(geom.Circle(center, avatar/2), ground), mark}
}
