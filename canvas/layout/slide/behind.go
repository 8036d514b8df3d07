package slide

import (
	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// behind is the pages of what stands behind a stage's story.
func (d *Deck) behind(st int, gaps spacing) []*panel {
	f := &flow{d: d, stage: st, gaps: gaps, bottom: d.low()}
	of := d.ofStage(st)
	of.aside = d.draw.Say("Details")
	d.header(f, of, nil, nil)
	var parts []part
	for i, l := range d.lanes {
		if story(l.LaneKind) || l.LaneKind == journey.Divider {
			continue
		}
		cards := d.draw.StageCards(l.ID, d.stages[st].ID)
		if d.curve != nil && i == d.curve.lane && !d.Metrics {
			cards = d.curve.unsaid(cards)
		}
		cards = d.below(st, l, cards)
		if len(cards) > 0 {
			parts = append(parts, d.group(f, l, st, cards))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	f.page()
	f.pack(parts)
	return f.pages
}

const (
	linePadX, linePadY = 16, 8
	lineIcon, lineGap  = 20, 12
	dotWide            = 14
)

// channel is a channel in use: a disc where it is the main one, a ring where it
// is also used, and at which step.
func (d *Deck) channel(st int, c journey.Card, w, most float64) []box {
	name, icon := c.Title, c.Icon
	if ch, ok := journey.Get[journey.Channel](d.p, c.Channel); ok {
		if name == "" {
			name = ch.Name
		}
		if !d.Icons.Has(icon) {
			icon = ch.Icon
		}
	}
	hue := d.cardHue(journey.Lane{}, st, c)
	f := frame{title: cardText, note: smallText, ink: d.Theme.Ink, second: d.Theme.Ink2, ground: d.Theme.Card, edge: d.Theme.Hair2,
		padX: linePadX, padY: linePadY, tight: true, lead: dotWide + lineGap, high: cardText.Line}
	if d.Icons.Has(icon) {
		f.lead += lineIcon + lineGap
	}
	f.mark = func(at geom.Point, _ float64) []scene.Op {
		center := geom.Pt(d.left(linePadX, dotWide, w)+dotWide/2, at.Y+cardText.Line/2)
		dot := layout.Fill(geom.Circle(center, dotWide/2), hue.Solid)
		if c.Use == journey.AlsoUse {
			dot = &scene.Stroke{Path: geom.Circle(center, dotWide/2-1.5), Paint: scene.Solid(hue.Solid), Pen: geom.Pen{Width: 2.5}}
		}
		return append([]scene.Op{dot}, d.draw.Icon(icon, d.left(linePadX+dotWide+lineGap, lineIcon, w), at.Y+(cardText.Line-lineIcon)/2, lineIcon, d.Theme.Ink2)...)
	}
	said := func(w, edge float64) []scene.Op {
		return d.pillsAt(journey.Card{ID: c.ID}, hue, w, edge, linePadY+(cardText.Line-pillHigh)/2)
	}
	f.over = func(w float64) []scene.Op { return said(w, linePadX) }
	note := c.Text
	if s, ok := journey.Get[journey.Step](d.p, c.Step); ok && note == "" && len(d.stages[st].steps) > 1 && d.Kind != Walk {
		says, at := d.line(name, cardText), d.line(s.Title, smallText)
		if room := w - 2*linePadX - f.lead; len(says.Lines) == 1 && len(at.Lines) == 1 && says.Width+colGap+at.Width <= room {
			f.over = func(w float64) []scene.Op { // behind the name, at the other end of the line
				y := linePadY + says.Lines[0].Baseline - at.Lines[0].Baseline
				return append(d.draw.Words(at, d.left(w-linePadX-at.Width, at.Width, w), y, 0, d.Theme.Ink2), said(w, linePadX+at.Width+linePadX)...)
			}
		} else {
			note = s.Title
		}
	}
	return d.boxes(words{owner: c.ID, title: name, note: note}, f, w, most)
}

// roles is the icon of each role in a workflow.
var roles = map[string]string{
	journey.Trigger: "bolt", journey.Wait: "clock", journey.Split: "split", journey.Send: "email", journey.GoalHit: "flag", journey.Exit: "close",
}

// workflow is a step of a workflow, which looks as its chip in the map does.
func (d *Deck) workflow(l journey.Lane, st int, c journey.Card, w, most float64) []box {
	hue := d.cardHue(l, st, c)
	f := frame{title: noticeText, ink: d.Theme.Ink, second: d.Theme.Ink2, ground: d.Theme.Card, edge: hue.Line}
	switch c.Role {
	case journey.Trigger, "":
		f.ground, f.ink = hue.Tint, hue.Text
	case journey.Wait:
		f.ground, f.edge, f.ink, f.pill = d.Theme.Sunk, d.Theme.Sunk, d.Theme.Ink2, true
	case journey.Split:
		f.ground, f.edge, f.ink, f.pill, f.dash = d.Theme.Sunk, d.Theme.Wire, d.Theme.Ink2, true, []float64{4, 4}
	}
	return d.lined(f, roles[c.Role], st, c, w, most)
}

// work is what somebody does on or behind the stage, in the colours that it has
// in the map.
func (d *Deck) work(l journey.Lane, st int, c journey.Card, w, most float64) []box {
	f := frame{title: noticeText, ink: d.Theme.Ink, second: d.Theme.Ink2, ground: d.Theme.Sunk, edge: d.Theme.Sunk}
	icon := "service"
	switch l.LaneKind {
	case journey.Frontstage:
		f.ground, f.edge, icon = d.Theme.Card, d.cardHue(l, st, c).Line, "person"
	case journey.Backstage:
		f.edge, f.dash, icon = d.Theme.Hair2, []float64{4, 4}, "gear"
	}
	return d.lined(f, icon, st, c, w, most)
}

// lined is a card in a frame of one line or more, with its icon before it.
func (d *Deck) lined(f frame, icon string, st int, c journey.Card, w, most float64) []box {
	if d.Icons.Has(c.Icon) {
		icon = c.Icon
	}
	f.note, f.padX, f.padY, f.tight, f.lead, f.high = cardText, linePadX, linePadY, true, lineIcon+lineGap, noticeText.Line
	ink := f.ink
	f.mark = func(at geom.Point, _ float64) []scene.Op {
		return d.draw.Icon(icon, d.left(linePadX, lineIcon, w), at.Y+(noticeText.Line-lineIcon)/2, lineIcon, ink)
	}
	f.over = func(w float64) []scene.Op { return d.badges(c, d.hue(st), w) }
	return d.boxes(words{owner: c.ID, title: c.Title, note: c.Text, line: d.facts(c)}, f, w, most)
}
