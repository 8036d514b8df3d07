package layout

import (
	"strings"
	"unicode/utf8"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// quoteBox draws what somebody says: no box, a bar at the left, italics.
type quoteBox struct{}

const (
	quoteMarginX, quoteMarginY  = 4, 2
	quoteBar                    = 3
	quotePadLeft, quotePadRight = 12, 8
	quotePadY                   = 4
)

func (quoteBox) lay(c *cell, card journey.Card, w float64) laidBox {
	x := float64(quoteMarginX + quoteBar + quotePadLeft)
	inner := w - x - quotePadRight - quoteMarginX
	b := c.set(quoted(card.Title), quote, inner, text.Balanced)
	lead := 0
	if b.Text != card.Title {
		lead = len(openQuote)
	}
	h := c.hue(card.Hue)
	return laidBox{b.Height + 2*(quotePadY+quoteMarginY), func(height float64) scene.Item {
		y := (height - b.Height) / 2
		bar := geom.Box(quoteMarginX, quoteMarginY, quoteBar, height-2*quoteMarginY)
		ops := []scene.Op{fill(geom.Rectangle(bar), h.Line)}
		tx := x + (inner-b.Width)*flush(b)
		ops = append(ops, c.words(b, tx, y, c.Theme.Ink, zoomTitles, 0)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, geom.Box(0, 0, w, height), ops...)
		it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(tx, y), Block: b, Width: inner, Lead: lead}}
		return it
	}}
}

const openQuote = "“"

// quoted is s between quotation marks, unless it brings its own.
func quoted(s string) string {
	if r, _ := utf8.DecodeRuneInString(s); s == "" || strings.ContainsRune(`"“„«「『‹'’‘`, r) {
		return s
	}
	return openQuote + s + "”"
}
