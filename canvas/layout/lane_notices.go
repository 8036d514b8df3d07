package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// noticeBox draws a box with an icon, a title, a text and ratings: pain points,
// opportunities, and what happens on and behind the stage.
type noticeBox struct {
	icon    string // unless the card has its own
	colours func(*cell, *Hue) notice
	ratings func(journey.Card) []rating
}

// notice is the colours of a notice.
type notice struct {
	ground, edge, sign, second scene.Color
	dash                       []float64
}

// rating is up to three dots behind a word.
type rating struct {
	name string
	n    int
}

const (
	noticePadLeft, noticePadRight, noticePadY = 10, 12, 10
	noticeIcon, noticeGap                     = 16, 10
	ratingGap, ratingLine                     = 5, 14
	ratingDot, ratingDotGap, ratingWord       = 7, 3, 6
)

var noticeNote = caption

func painColours(c *cell, _ *Hue) notice {
	t := c.Theme
	return notice{t.PainBg, t.PainLine, t.Pain, t.Ink2, nil}
}

func oppColours(c *cell, _ *Hue) notice {
	t := c.Theme
	return notice{t.OppBg, t.OppLine, t.Opp, t.Ink2, nil}
}

func backColours(c *cell, _ *Hue) notice {
	t := c.Theme
	return notice{t.Sunk, t.Hair2, t.Ink2, t.Ink3, []float64{3, 3}}
}

func frontColours(c *cell, h *Hue) notice {
	t := c.Theme
	return notice{t.Card, h.Line, h.Text, t.Ink3, nil}
}

func supportColours(c *cell, _ *Hue) notice {
	t := c.Theme
	return notice{t.Sunk, t.Sunk, t.Ink2, t.Ink3, nil}
}

func severity(c journey.Card) []rating { return []rating{{"Severity", c.Severity}} }

func impactEffort(c journey.Card) []rating {
	return []rating{{"Impact", c.Impact}, {"Effort", c.Effort}}
}

func (b noticeBox) lay(c *cell, card journey.Card, w float64) laidBox {
	icon := b.icon
	if c.Icons.Has(card.Icon) {
		icon = card.Icon
	}
	x := float64(noticePadLeft + noticeIcon + noticeGap)
	inner := w - x - noticePadRight
	titleWidth := inner
	if len(c.commonBadges(card)) > 0 {
		titleWidth -= badgeRoom
	}
	title := c.set(card.Title, cardTitle, titleWidth, text.Balanced)
	note := c.set(card.Text, noticeNote, inner, text.Greedy)
	ny := noticePadY + title.Height
	ry := ny
	if card.Text != "" {
		ry += note.Height
	}
	var marks []rating
	if b.ratings != nil {
		for _, r := range b.ratings(card) {
			if r.n > 0 {
				marks = append(marks, r)
			}
		}
	}
	bottom := ry
	dots, dotsHeight := c.ratings(marks, inner, b.colours(c, c.hue(card.Hue)).sign)
	if len(marks) > 0 {
		bottom += ratingGap + dotsHeight
	}
	k := b.colours(c, c.hue(card.Hue))
	return laidBox{max(bottom+noticePadY, 52), func(height float64) scene.Item {
		r := geom.Box(0, 0, w, height)
		ops := []scene.Op{
			scene.Detail(zoomTiles, 0, edged(r, CardRadius, k.ground, k.edge, k.dash...)...),
			scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, CardRadius), k.edge)),
		}
		if s := c.Icons.use(icon, noticePadLeft, noticePadY, noticeIcon, k.sign); s != nil {
			ops = append(ops, scene.Detail(zoomTitles, 0, s...))
		}
		tx := x + (titleWidth-title.Width)*flush(title)
		bx := x + (inner-note.Width)*flush(note)
		ops = append(ops, c.words(title, tx, noticePadY, c.Theme.Ink, zoomTitles, zoomTiles)...)
		ops = append(ops, c.words(note, bx, ny, k.second, zoomAll, zoomAll)...)
		if len(dots) > 0 {
			ops = append(ops, &scene.Group{Move: geom.Transform{K: 1, D: geom.Pt(x, ry+ratingGap)}, From: zoomAll, Ops: dots})
		}
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, r, ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(tx, noticePadY), Block: title, Width: titleWidth},
			{Part: TextPart, At: geom.Pt(bx, ny), Block: note, Width: inner},
		}
		return it
	}}
}

// ratings draws words with dots behind them in a width, and says how high they
// are.
func (c *cell) ratings(marks []rating, width float64, ink scene.Color) ([]scene.Op, float64) {
	const all, between = 3*ratingDot + 2*ratingDotGap, 16
	var ops []scene.Op
	x, y := 0.0, 0.0
	for _, m := range marks {
		b := c.set(c.say(m.name), captionBold, text.NoWrap, text.Greedy)
		need := b.Width + ratingWord + all
		if x > 0 && x+need > width {
			x, y = 0, y+ratingLine+2
		}
		ops = append(ops, c.words(b, x, y-1, ink, 0, 0)...)
		for i := range 3 {
			at := geom.Pt(x+b.Width+ratingWord+float64(i)*(ratingDot+ratingDotGap)+ratingDot/2.0, y+ratingLine/2.0)
			if i < m.n {
				ops = append(ops, fill(geom.Circle(at, ratingDot/2.0), ink))
			} else {
				ops = append(ops, &scene.Stroke{Path: geom.Circle(at, ratingDot/2.0-0.75), Paint: scene.Solid(ink), Pen: geom.Pen{Width: 1.5}})
			}
		}
		x += need + between
	}
	return ops, y + ratingLine
}
