package layout

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// personaBox draws whom the map is about: a portrait, the name, a few facts.
// What the card itself says stands in place of what the persona's row says.
type personaBox struct{}

const (
	portraitSize = 40
	portraitGap  = 12
	personaPadY  = 4
)

var portraitInitials = text.Style{Weight: text.SemiBold, Size: 15, Line: 20}

func (personaBox) lay(c *cell, card journey.Card, w float64) laidBox {
	who, _ := journey.Get[journey.Persona](c.p, card.Persona)
	name, facts := card.Title, card.Text
	if name == "" {
		name = who.Name
	}
	if facts == "" {
		facts = strings.Join(nonEmpty(who.Facts, who.Text), "\n")
	}
	image := card.Image
	if image == "" {
		image = who.Portrait
	}
	h := c.hue(card.Hue)
	x := float64(portraitSize + portraitGap)
	inner := w - x
	title := c.set(name, cardTitle, inner, text.Greedy)
	note := c.set(facts, cardText, inner, text.Greedy)
	height := title.Height
	if facts != "" {
		height += note.Height
	}
	return laidBox{max(portraitSize, height) + 2*personaPadY, func(full float64) scene.Item {
		y := personaPadY + max(0, (portraitSize-height)/2)
		ops := c.portrait(image, name, geom.Box(0, personaPadY, portraitSize, portraitSize), h)
		tx, nx := x+(inner-title.Width)*flush(title), x+(inner-note.Width)*flush(note)
		ops = append(ops, c.words(title, tx, y, c.Theme.Ink, zoomTitles, zoomTiles)...)
		ops = append(ops, c.words(note, nx, y+title.Height, c.Theme.Ink2, zoomAll, zoomAll)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, geom.Box(0, 0, w, full), ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(tx, y), Block: title, Width: inner},
			{Part: TextPart, At: geom.Pt(nx, y+title.Height), Block: note, Width: inner},
		}
		return it
	}}
}

// portrait is a round picture, or a disc with the initials of a name.
func (c *cell) portrait(image journey.ID, name string, r geom.Rect, h *Hue) []scene.Op {
	if im := c.picture(image, r, r.W()/2, ""); im != nil {
		return []scene.Op{scene.Detail(zoomTiles, 0, im), scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, r.W()/2), h.Line))}
	}
	mark := c.monogram(name, portraitInitials, r.Center(), r.W()*0.75, c.Theme.On)
	mark.From = max(zoomTitles, mark.From)
	return []scene.Op{fill(geom.Circle(r.Center(), r.W()/2), h.Solid), mark}
}
