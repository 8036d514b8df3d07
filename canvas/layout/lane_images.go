package layout

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// imageBox draws a picture with a caption below it, as in a storyboard.
type imageBox struct{}

const (
	imageFlat, imageTall = 0.5, 4.0 / 3 // heights for a width: of the flattest picture that keeps its shape, and of the tallest
	imageIcon            = 24
	imagePad, imageGap   = 12, 6
)

func (imageBox) lay(c *cell, card journey.Card, w float64) laidBox {
	high := math.Round(w * imageFlat)
	missing := c.set(card.ImageAlt, caption, w-2*imagePad, text.Balanced)
	if pw, ph := c.pictureSize(card.Image); pw > 0 {
		high = math.Round(w * min(max(ph/pw, imageFlat), imageTall))
	}
	im := c.picture(card.Image, geom.Box(0, 0, w, high), CardRadius, c.pictureAlt(card))
	if im == nil && card.ImageAlt != "" {
		high = max(high, imageIcon+imageGap+missing.Height+2*imagePad)
	}
	title := c.set(card.Title, stepName, w, text.Greedy)
	note := c.set(card.Text, caption, w, text.Greedy)
	ty := high + imageGap
	ny := ty
	if card.Title != "" {
		ny += title.Height
	}
	bottom := ny
	if card.Text != "" {
		bottom += note.Height
	}
	if bottom == ty {
		bottom = high
	}
	h := c.hue(card.Hue)
	return laidBox{bottom, func(height float64) scene.Item {
		r := geom.Box(0, 0, w, high)
		var near []scene.Op
		if im != nil {
			near = append(near, im)
		} else {
			near = c.missingImage(card, missing, r)
		}
		ops := []scene.Op{scene.Detail(zoomTiles, 0, near...), scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, CardRadius), h.Line))}
		tx, nx := (w-title.Width)*flush(title), (w-note.Width)*flush(note)
		ops = append(ops, c.words(title, tx, ty, c.Theme.Ink, zoomTitles, zoomTiles)...)
		ops = append(ops, c.words(note, nx, ny, c.Theme.Ink3, zoomAll, zoomAll)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, geom.Box(0, 0, w, height), ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(tx, ty), Block: title, Width: w},
			{Part: TextPart, At: geom.Pt(nx, ny), Block: note, Width: w},
		}
		return it
	}}
}

// pictureAlt is what is read in place of a card's picture.
func (f *frame) pictureAlt(card journey.Card) string {
	switch {
	case card.ImageAlt != "":
		return card.ImageAlt
	case card.Title != "":
		return card.Title
	}
	return f.say("Picture")
}

// missingImage stands for a picture that there is none of: a dashed frame with
// the card's icon, or that of a picture, and what it would show.
func (c *cell) missingImage(card journey.Card, says *text.Block, r geom.Rect) []scene.Op {
	icon := "image"
	if c.Icons.Has(card.Icon) {
		icon = card.Icon
	}
	ops := edged(r, CardRadius, c.Theme.Sunk, c.Theme.Hair2, 3, 3)
	height := float64(imageIcon)
	if says.Text != "" {
		height += imageGap + says.Height
	}
	y := r.Center().Y - height/2
	ops = append(ops, c.Icons.use(icon, r.Center().X-imageIcon/2, y, imageIcon, c.Theme.Ink3)...)
	return append(ops, c.aligned(says, r.Center().X-says.Width/2, y+imageIcon+imageGap, 0.5, c.Theme.Ink3, zoomAll, zoomAll)...)
}
