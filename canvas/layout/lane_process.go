package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// process draws what happens step by step: boxes, and an arrow from each to the
// next one. Where a link starts at a box, that is its way on, and it is drawn
// with the links of the map.
type process struct{ stack }

// processBox draws one step: a box with its name, a pill where the way parts.
type processBox struct{}

const (
	processGap, processInset       = 24, 8
	processMin                     = 36
	processPadX, processPadY       = 12, 10
	processIcon, processIconGap    = 14, 8
	arrowGap, arrowHead, arrowWing = 2, 5, 4 // from the box; the head's length and half its width
	arrowBend                      = 8
)

func (v process) lay(c *cell) laid {
	p := v.place(c)
	var ways []geom.Path
	at := c.from
	for _, b := range p.cards {
		if b.id == "" {
			continue
		}
		r := geom.Box(b.x, b.y+cellPadY, b.w, b.need)
		if at.open {
			ways = append(ways, wayOn(at.box, r))
		}
		at = exit{box: r, open: !c.leaves(b.id)}
		if !at.open {
			at.box = geom.Rect{}
		}
	}
	c.to = at
	return laid{p.need(), func(height float64) []scene.Item {
		items := make([]scene.Item, 0, len(ways)+len(p.cards))
		for _, w := range ways {
			items = append(items, scene.NewItem("", "way", geom.Point{}, geom.Rect{}, scene.Detail(zoomTiles, 0, &scene.Stroke{
				Path: w, Paint: scene.Solid(c.Theme.Wire), Pen: geom.Pen{Width: 1.5, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 1,
			})))
		}
		return append(items, p.draw(height)...)
	}}
}

// below is more room under a card from which a link with a label leads, which
// would hide the link's way otherwise.
func (processBox) below(c *cell, card journey.Card) float64 {
	for _, l := range c.p.LinksOf(card.ID) {
		if l.From == card.ID && linkWords(l) != "" {
			return pillHigh
		}
	}
	return 0
}

// leaves reports whether a link starts at a card.
func (f *frame) leaves(card journey.ID) bool {
	for _, l := range f.p.LinksOf(card) {
		if l.From == card {
			return true
		}
	}
	return false
}

// wayOn is the arrow from one box to the next: down to one that is below, else
// out at the right, up or down in front of the next column where it must, and in
// at the left.
func wayOn(a, b geom.Rect) geom.Path {
	if x := min(max(b.Center().X, a.Min.X), a.Max.X); b.Min.Y >= a.Max.Y && x >= b.Min.X && x <= b.Max.X {
		tip := geom.Pt(x, b.Min.Y-arrowGap)
		p := geom.Segment(geom.Pt(x, a.Max.Y), tip)
		head(&p, tip, geom.Pt(0, 1))
		return p
	}
	from, to := geom.Pt(a.Max.X, a.Center().Y), geom.Pt(b.Min.X-arrowGap, b.Center().Y)
	if lo, hi := max(a.Min.Y, b.Min.Y)+arrowBend, min(a.Max.Y, b.Max.Y)-arrowBend; lo <= hi {
		from.Y = min(max(from.Y, lo), hi)
		to.Y = from.Y
	}
	between := b.Min.X - processInset - cellPadX // the columns
	p := rounded([]geom.Point{from, {X: between, Y: from.Y}, {X: between, Y: to.Y}, to}, arrowBend)
	head(&p, to, geom.Pt(1, 0))
	return p
}

// head adds the head of an arrow that points in the direction way.
func head(p *geom.Path, tip, way geom.Point) {
	side, back := geom.Pt(-way.Y, way.X).Mul(arrowWing), tip.Sub(way.Mul(arrowHead))
	p.MoveTo(back.X+side.X, back.Y+side.Y)
	p.LineTo(tip.X, tip.Y)
	p.LineTo(back.X-side.X, back.Y-side.Y)
}

func (processBox) lay(c *cell, card journey.Card, w float64) laidBox {
	x := float64(processPadX)
	hasIcon := c.Icons.Has(card.Icon)
	if hasIcon {
		x += processIcon + processIconGap
	}
	inner := w - x - processPadX
	title := c.set(card.Title, stepName, inner, text.Balanced)
	note := c.set(card.Text, caption, inner, text.Greedy)
	height := title.Height
	if card.Text != "" {
		height += note.Height
	}
	h := c.hue(card.Hue)
	return laidBox{max(processMin, height+2*processPadY), func(full float64) scene.Item {
		t := c.Theme
		r := geom.Box(0, 0, w, full)
		ground, edge, ink, sign, radius := t.Card, t.Hair2, t.Ink, h.Text, float64(CardRadius)
		var dash []float64
		switch card.Role {
		case journey.Trigger:
			ground, edge, ink, sign = h.Solid, h.Solid, t.On, t.On
		case journey.Split:
			ground, ink, sign, radius, dash = t.Sunk, t.Ink2, t.Ink2, min(full/2, 18), []float64{3, 3}
		case journey.GoalHit:
			ground, edge, ink = h.Tint, h.Line, h.Text
		}
		ops := []scene.Op{
			scene.Detail(zoomTiles, 0, edged(r, radius, ground, edge, dash...)...),
			scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, radius), h.Line)),
		}
		y := (full - height) / 2
		if hasIcon {
			ops = append(ops, scene.Detail(zoomTitles, 0, c.Icons.use(card.Icon, processPadX, y+1, processIcon, sign)...))
		}
		tx := x + (inner-title.Width)*flush(title)
		nx := x + (inner-note.Width)*flush(note)
		if !hasIcon && card.Text == "" {
			tx = x + (inner-title.Width)/2
		}
		second := t.Ink3
		if card.Role == journey.Trigger {
			second = t.On
		}
		ops = append(ops, c.words(title, tx, y, ink, zoomTitles, zoomTiles)...)
		ops = append(ops, c.words(note, nx, y+title.Height, second, zoomAll, zoomAll)...)
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, r, ops...)
		it.Fields = []scene.Field{
			{Part: TitlePart, At: geom.Pt(tx, y), Block: title, Width: room(title, 20)},
			{Part: TextPart, At: geom.Pt(nx, y+title.Height), Block: note, Width: inner},
		}
		return it
	}}
}
