package slide

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

const (
	chip, chipIcon = 48, 26
	chipGap        = 16
	cardPadX       = 17 // the edge included
	noticeIcon     = 24
	faceR          = 15
	pictureHigh    = 120
	mapScale       = 1.4 // of a card drawn as in the map, whose smallest text is 11 u
)

// touchpoint is a card as large as a room can read it: a chip with its icon, a
// title, a text, and badges with words on the upper edge.
func (d *Deck) touchpoint(gaps spacing, l journey.Lane, st int, c journey.Card, w, most float64) []box {
	hue := d.cardHue(l, st, c)
	f := frame{
		title: cardTitle, note: cardText, ink: d.Theme.Ink, second: d.Theme.Ink2,
		ground: d.Theme.Card, edge: d.Theme.Hair2, padX: cardPadX, padY: gaps.pad, middle: true, least: gaps.least,
		over: func(w float64) []scene.Op { return d.badges(c, hue, w) },
	}
	has := d.Icons.Has(c.Icon)
	if has || c.Feeling.Set {
		f.lead, f.high = chip+chipGap, chip
		f.mark = func(at geom.Point, h float64) []scene.Op {
			at = geom.Pt(d.left(at.X, chip, 2*at.X+f.lead), (h-chip)/2)
			if d.RTL {
				at.X = w - cardPadX - chip
			} else {
				at.X = cardPadX
			}
			return d.chip(l, c, at, hue)
		}
	}
	x := words{owner: c.ID, title: c.Title, note: c.Text, line: d.facts(c)}
	boxes := d.boxes(x, f, w, most)
	if im := d.draw.Picture(c.Image, geom.Box(0, 0, w, pictureHigh), radius, c.ImageAlt); im != nil {
		boxes = append([]box{{owner: c.ID, h: pictureHigh, draw: func(float64) scene.Item {
			return scene.NewItem(string(c.ID), layout.CardPart, geom.Point{}, geom.Box(0, 0, w, pictureHigh), im)
		}}}, boxes...)
	}
	return boxes
}

// chip is the tinted square with the card's icon, and the face of its own
// feeling at the chip's corner.
func (d *Deck) chip(l journey.Lane, c journey.Card, at geom.Point, hue *layout.Hue) []scene.Op {
	var ops []scene.Op
	r, center := 12.0, at.Add(geom.Pt(chip-4, chip-4))
	if d.Icons.Has(c.Icon) {
		ops = append(ops, layout.Fill(geom.RoundRect(geom.Box(at.X, at.Y, chip, chip), radius), hue.Tint))
		ops = append(ops, d.draw.Icon(c.Icon, at.X+(chip-chipIcon)/2, at.Y+(chip-chipIcon)/2, chipIcon, hue.Text)...)
	} else {
		r, center = 20, at.Add(geom.Pt(chip/2, chip/2))
	}
	if c.Feeling.Set {
		ops = append(ops, layout.Fill(geom.Circle(center, r+2.5), d.Theme.Card))
		ops = append(ops, d.draw.Face(l.Scale().Normal(c.Feeling.Value), center, r)...)
	}
	return ops
}

// cardHue is the colours of a card.
func (d *Deck) cardHue(l journey.Lane, st int, c journey.Card) *layout.Hue {
	switch {
	case c.Hue > 0:
		return &d.Theme.Hues[(c.Hue-1)%8]
	case l.Hue > 0:
		return &d.Theme.Hues[(l.Hue-1)%8]
	}
	return d.hue(st)
}

// facts is what else a touchpoint says: what it measures, through which channel
// it goes, who looks after it.
func (d *Deck) facts(c journey.Card) string {
	var out []string
	if s := d.draw.Figure(c); s != "" {
		if names := c.SeriesNames.All(); len(names) > 0 && names[0] != "" {
			s += " " + names[0]
		}
		out = append(out, s)
	}
	if ch, ok := journey.Get[journey.Channel](d.p, c.Channel); ok && ch.Name != "" {
		out = append(out, ch.Name)
	}
	if who, ok := journey.Get[journey.Person](d.p, c.Owner); ok && who.Name != "" {
		out = append(out, who.Name)
	}
	return strings.Join(out, " · ")
}

// notice is a pain point or an opportunity.
func (d *Deck) notice(icon string, ground, sign scene.Color) func(c journey.Card, w, most float64) []box {
	if !d.Theme.Dark {
		sign = sign.Over(scene.RGB(0), 0.79)
	}
	edge := scene.Color{}
	if ground == d.Theme.Map { // in high contrast the tint says nothing
		edge = sign
	}
	return func(c journey.Card, w, most float64) []box {
		own := icon
		if d.Icons.Has(c.Icon) {
			own = c.Icon
		}
		f := frame{
			title: noticeText, note: cardText, ink: sign, second: d.Theme.Ink2, ground: ground, edge: edge,
			padX: 16, padY: 12, lead: noticeIcon + 12, high: noticeIcon + 2,
			mark: func(at geom.Point, _ float64) []scene.Op {
				x := 16.0
				if d.RTL {
					x = w - 16 - noticeIcon
				}
				return d.draw.Icon(own, x, at.Y+1, noticeIcon, sign)
			},
			over: func(w float64) []scene.Op { return d.badges(journey.Card{ID: c.ID}, d.hue(0), w) },
		}
		return d.boxes(words{owner: c.ID, title: c.Title, note: c.Text}, f, w, most)
	}
}

func (d *Deck) pain() func(journey.Card, float64, float64) []box {
	return d.notice("alert", d.Theme.PainBg, d.Theme.Pain)
}

func (d *Deck) opportunity() func(journey.Card, float64, float64) []box {
	return d.notice("bulb", d.Theme.OppBg, d.Theme.Opp)
}

// said is a quote beside a bar.
func (d *Deck) said(st int, c journey.Card, w, most float64) []box {
	const bar, pad = 4, 24
	says, lead := layout.Quoted(c.Title)
	var out []box
	pieces := d.cut(says, quoteText, w-bar-pad, most)
	for i, b := range pieces {
		out = append(out, box{owner: c.ID, h: b.Height, draw: func(h float64) scene.Item {
			ops := []scene.Op{layout.Fill(geom.Rectangle(geom.Box(d.left(0, bar, w), 0, bar, h)), d.hue(st).Solid)}
			inner := w - bar - pad
			o, x := d.put(b, d.left(bar+pad, inner, w), 0, inner, d.Theme.Ink)
			if ops = append(ops, o...); i == 0 {
				ops = append(ops, d.above(c.ID, w)...)
			}
			it := scene.NewItem(string(c.ID), layout.CardPart, geom.Point{}, geom.Box(0, 0, w, h), ops...)
			if len(pieces) == 1 {
				it.Fields = []scene.Field{{Part: layout.TitlePart, At: geom.Pt(x, 0), Block: b, Width: room(b, inner), Lead: lead}}
			}
			return it
		}})
	}
	return out
}
