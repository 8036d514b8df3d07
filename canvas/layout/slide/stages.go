package slide

import (
	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// story reports whether a lane of a kind belongs to what is told of a stage;
// the others stand behind it.
func story(k journey.LaneKind) bool {
	switch k {
	case journey.Goals, journey.Mindset, journey.Touchpoints, journey.Pains, journey.Opportunities:
		return true
	}
	return false
}

// tour lays out the stages one after the other.
func (d *Deck) tour(was *Deck, changed map[journey.ID]bool) {
	for i := range d.stages {
		made := kept(was, changed, layout.Column{Stage: d.stages[i].ID})
		if made == nil {
			made = &pages{
				fewest(func(g spacing) []*panel { return d.tell(i, g) }),
				fewest(func(g spacing) []*panel { return d.behind(i, g) }),
			}
		}
		d.made[d.stages[i].ID] = made
		told, more := made.told, made.behind
		for k, p := range told {
			d.panels = append(d.panels, p)
			d.slide(i, d.stages[i].cols[0], k, d.count(byStage, i, len(d.stages), k, len(told)), false, len(d.panels)-1, p)
		}
		for k, p := range more {
			d.deep = append(d.deep, p)
			d.slide(i, d.stages[i].cols[0], len(told)+k, d.count(details, i, len(d.stages), k, len(more)), true, len(d.deep)-1, p)
		}
	}
}

// slide adds a slide that shows a panel, with a column of the curve in focus.
func (d *Deck) slide(st, column, page int, says string, deep bool, panel int, p *panel) {
	s := Slide{
		Stage: d.stages[st].ID, Index: st, Page: page, Deep: deep, Title: d.stages[st].Title,
		Count: says, panel: panel, column: column,
	}
	s.Cards = append(s.Cards, p.cards...)
	if page == 0 && d.curve != nil {
		for _, pt := range d.curve.of(d.curve.in(column)) {
			s.Cards = append(s.Cards, pt.Card.ID)
		}
	}
	d.Slides = append(d.Slides, s)
}

// ofStage is the heading of a stage's pages.
func (d *Deck) ofStage(st int) heading {
	return heading{owner: d.stages[st].ID, part: layout.StagePart, name: d.stages[st].Title}
}

// low is where panels end.
func (d *Deck) low() float64 {
	if (d.curve == nil || d.Kind == Feelings) && !d.Metrics {
		return panelLow - panelTop
	}
	return panelBottom - panelTop
}

// tell is the pages of a stage's story: its goal and quote, its steps with
// their touchpoints, its pain points and opportunities.
func (d *Deck) tell(st int, gaps spacing) []*panel {
	var goals, quotes []journey.Card
	var pains, opps []box
	var rest []journey.Lane
	touch := -1
	f := &flow{d: d, stage: st, gaps: gaps, bottom: d.low()}
	for i, l := range d.lanes {
		cards := d.draw.StageCards(l.ID, d.stages[st].ID)
		switch {
		case l.LaneKind == journey.Goals:
			goals = append(goals, cards...)
		case l.LaneKind == journey.Mindset:
			quotes = append(quotes, cards...)
		case l.LaneKind == journey.Touchpoints && touch < 0:
			touch = i
		case l.LaneKind == journey.Pains:
			for _, c := range cards {
				pains = append(pains, d.pain()(c, col(2), f.room())...)
			}
		case l.LaneKind == journey.Opportunities:
			for _, c := range cards {
				opps = append(opps, d.opportunity()(c, col(2), f.room())...)
			}
		case story(l.LaneKind) && len(cards) > 0:
			rest = append(rest, l)
		}
	}
	over := d.header(f, d.ofStage(st), goals, quotes)
	f.page()
	for _, b := range over {
		f.grid("", []box{b}, 1, false)
	}
	if touch >= 0 {
		d.steps(f, d.lanes[touch], st)
	} else if len(d.stages[st].steps) > 0 {
		d.steps(f, journey.Lane{}, st)
	}
	d.pairs(f, pains, opps)
	var parts []part
	for _, l := range rest {
		parts = append(parts, d.group(f, l, st, d.draw.StageCards(l.ID, d.stages[st].ID)))
	}
	f.pack(parts)
	if f.fresh && len(goals)+len(quotes) == 0 {
		f.grid("", []box{d.empty(noCards)}, 1, false)
	}
	return f.pages
}

const (
	noCards   = "This stage has no cards yet."
	emptyHigh = 96
)

// empty is a box that says why there is nothing.
func (d *Deck) empty(says string) box {
	return box{h: emptyHigh, draw: func(h float64) scene.Item {
		r := geom.Box(0, 0, PanelWidth, h)
		b := d.set(d.draw.Say(says), goalText, PanelWidth)
		ops := []scene.Op{&scene.Stroke{Path: geom.RoundRect(r.Grow(-1), radius), Paint: scene.Solid(d.Theme.Hair2), Pen: geom.Pen{Width: 2, Cap: geom.RoundCap, Dash: []float64{2, 8}}}}
		ops = append(ops, d.draw.Words(b, (PanelWidth-b.Width)/2, (h-b.Height)/2, 0.5, d.Theme.Ink3)...)
		return scene.NewItem("", "empty", geom.Point{}, r, ops...)
	}}
}

// steps puts the steps of a stage side by side, each with its touchpoints below
// it, at most three at a time.
func (d *Deck) steps(f *flow, l journey.Lane, st int) {
	var whole []box
	spans := d.draw.Cards(l.ID, d.stages[st].ID)
	wide := min(2, max(1, len(spans))) // a card of all steps is as wide as they are
	for _, c := range spans {
		whole = append(whole, d.touchpoint(f.gaps, l, st, c, col(wide), f.room())...)
	}
	f.grid("", whole, wide, true)
	all := d.stages[st].steps
	rows := (len(all) + 2) / 3
	for r := range rows {
		steps := all[r*len(all)/rows : (r+1)*len(all)/rows]
		n := len(steps)
		var names []string
		var cols [][]box
		for _, s := range steps {
			names = append(names, s.Title)
			var boxes []box
			for _, c := range d.draw.Cards(l.ID, s.ID) {
				boxes = append(boxes, d.touchpoint(f.gaps, l, st, c, col(max(n, 2)), f.room())...)
			}
			if len(boxes) == 0 && len(spans) == 0 && l.ID != "" {
				boxes = d.passage("", d.draw.Say("No touchpoints yet."), smallText, col(max(n, 2)), f.room(), d.Theme.Ink3)
			}
			cols = append(cols, boxes)
		}
		f.columns(names, cols)
	}
}

// pairs puts pain points beside opportunities; where there are only the ones or
// the others, they take both columns.
func (d *Deck) pairs(f *flow, pains, opps []box) {
	var rows []box
	for i := range max(len(pains), len(opps)) {
		if i < len(pains) && i < len(opps) {
			f.grid("", []box{pains[i], opps[i]}, 2, true)
			f.y -= f.gaps.row - f.gaps.box
			continue
		}
		if i < len(pains) {
			rows = append(rows, pains[i])
		}
		if i < len(opps) {
			rows = append(rows, opps[i])
		}
	}
	f.grid("", rows, 2, true)
}

// group is cards of a lane below its name.
func (d *Deck) group(f *flow, l journey.Lane, st int, cards []journey.Card) part {
	return part{l.Title, d.laneBoxes(f, l, st, cards)}
}
