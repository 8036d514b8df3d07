package slide

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// laneBoxes is cards of a lane as boxes of half a page's width.
func (d *Deck) laneBoxes(fl *flow, l journey.Lane, st int, cards []journey.Card) (boxes []box) {
	add := func(f func(c journey.Card, w, most float64) []box) {
		for _, c := range cards {
			boxes = append(boxes, f(c, col(2), fl.room())...)
		}
	}
	switch l.LaneKind {
	case journey.Touchpoints, journey.Process:
		add(func(c journey.Card, w, most float64) []box { return d.touchpoint(fl.gaps, l, st, c, w, most) })
	case journey.Pains:
		add(d.pain())
	case journey.Opportunities:
		add(d.opportunity())
	case journey.Mindset:
		add(func(c journey.Card, w, most float64) []box { return d.said(st, c, w, most) })
	case journey.Feelings, journey.Intensity:
		add(func(c journey.Card, w, most float64) []box { return d.felt(l, c, w, most) })
	case journey.Channels:
		add(func(c journey.Card, w, most float64) []box { return d.channel(st, c, w, most) })
	case journey.Automation:
		add(func(c journey.Card, w, most float64) []box { return d.workflow(l, st, c, w, most) })
	case journey.Frontstage, journey.Backstage, journey.Support:
		add(func(c journey.Card, w, most float64) []box { return d.work(l, st, c, w, most) })
	default:
		add(func(c journey.Card, w, most float64) []box { return d.asInMap(l, st, c, w, most) })
	}
	return boxes
}

// asInMap is a card as the map draws it, larger; where it would be higher than a
// page, its words in boxes.
func (d *Deck) asInMap(l journey.Lane, st int, c journey.Card, w, most float64) []box {
	need, draw := d.asMap.Card(l, d.stages[st].StageBox, c, w/mapScale)
	switch {
	case draw == nil || need*mapScale > most && l.LaneKind != journey.Images:
		return d.plain(l, c, w, most)
	case need*mapScale > most && c.Title+c.Text+c.ImageAlt != "":
		alone := c
		alone.Title, alone.Text, alone.ImageAlt = "", "", ""
		return append(d.asInMap(l, st, alone, w, most), d.plain(l, c, w, most)...)
	}
	return []box{{owner: c.ID, h: need * mapScale, draw: func(h float64) scene.Item {
		it := draw(h / mapScale)
		move := geom.Transform{K: mapScale}
		out := scene.NewItem(it.Owner, it.Part, geom.Point{}, geom.Box(0, 0, w, h), &scene.Group{Move: move, Ops: it.Ops})
		out.Alt = it.Alt
		for _, f := range it.Fields {
			out.Fields = append(out.Fields, f.Scaled(mapScale))
		}
		return out
	}}}
}

// plain is a card's words in a box of their own.
func (d *Deck) plain(l journey.Lane, c journey.Card, w, most float64) []box {
	f := frame{title: cardTitle, note: cardText, ink: d.Theme.Ink, second: d.Theme.Ink2, ground: d.Theme.Card, edge: d.Theme.Hair2, padX: cardPadX, padY: usual.pad}
	x := words{owner: c.ID, title: c.Title, note: c.Text, line: d.facts(c)}
	if who, ok := journey.Get[journey.Person](d.p, c.Owner); ok && x.title == "" {
		x.title = who.Name
	}
	if who, ok := journey.Get[journey.Persona](d.p, c.Persona); ok && l.LaneKind == journey.Personas {
		if x.title == "" {
			x.title = who.Name
		}
		if x.note == "" {
			x.note = strings.Trim(who.Facts+"\n"+who.Text, "\n")
		}
	}
	if m, ok := journey.Get[journey.Media](d.p, c.File); ok && x.title == "" {
		x.title = m.Name
	}
	if links := c.Links.All(); len(links) > 0 && l.LaneKind == journey.Files {
		x.line = strings.TrimPrefix(x.line+"\n"+strings.Join(links, "\n"), "\n")
	}
	return d.boxes(x, f, w, most)
}

// felt is a point of a curve in words: its face, or how much of the scale it
// says, and its name.
func (d *Deck) felt(l journey.Lane, c journey.Card, w, most float64) []box {
	title, s := c.Title, l.Scale()
	if title == "" && c.Feeling.Set {
		title = c.Feeling.String()
		if l.LaneKind == journey.Feelings {
			title = d.draw.Say(layout.FeelingNames[feelingStep(s.Normal(c.Feeling.Value))])
		}
	}
	f := frame{title: noticeText, note: cardText, ink: d.Theme.Ink, second: d.Theme.Ink2, padX: 0, padY: 8,
		over: func(w float64) []scene.Op { return d.above(c.ID, w) }}
	if c.Feeling.Set {
		f.lead, f.high = 2*faceR+12, 2*faceR
		f.mark = func(at geom.Point, _ float64) []scene.Op {
			center := geom.Pt(faceR, at.Y+faceR-2)
			if d.RTL {
				center.X = w - faceR
			}
			if l.LaneKind == journey.Feelings {
				return d.draw.Face(s.Normal(c.Feeling.Value), center, faceR)
			}
			return d.share01((s.Normal(c.Feeling.Value)+2)/4, center)
		}
	}
	return d.boxes(words{owner: c.ID, title: title, note: c.Text}, f, w, most)
}

// share01 is a disc that is as full as a share of it.
func (d *Deck) share01(v float64, center geom.Point) []scene.Op {
	ring := &scene.Stroke{Path: geom.Circle(center, faceR-1), Paint: scene.Solid(d.Theme.Wire), Pen: geom.Pen{Width: 2}}
	return []scene.Op{ring, layout.Fill(geom.Circle(center, max(0.5, v*(faceR-4))), d.Theme.Wire)}
}

// feelingStep is the step of a feeling, −2 to +2, from 0 to 4.
func feelingStep(v float64) int {
	if v < 0 {
		return int(v-0.5) + 2
	}
	return int(v+0.5) + 2
}

// portrait is a round picture of a persona, or a disc with the initials.
func (d *Deck) portrait(who journey.Persona, r geom.Rect, hue *layout.Hue) []scene.Op {
	if im := d.draw.Picture(who.Portrait, r, r.W()/2, ""); im != nil {
		return []scene.Op{im}
	}
	return []scene.Op{
		layout.Fill(geom.Circle(r.Center(), r.W()/2), hue.Solid),
		d.draw.Monogram(who.Name, monogram, r.Center(), r.W()*0.7, d.Theme.On),
	}
}

// line is text on one line, which is as long as it is.
func (d *Deck) line(s string, st text.Style) *text.Block { return d.set(s, st, text.NoWrap) }
