package slide

import (
	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

const feelTop = 220

// feelLow is where the large curve ends.
func (d *Deck) feelLow() float64 {
	if d.Metrics {
		return panelBottom
	}
	return 836
}

// feelings makes a slide of the whole curve, and one of each stage of it; names
// that have no room beside their points stand on pages of their own.
func (d *Deck) feelings() {
	if d.curve == nil {
		return
	}
	lane := d.lanes[d.curve.lane]
	all := Slide{Index: -1, Title: lane.Title, panel: -1, column: -1}
	for _, p := range d.curve.of(func(int) bool { return true }) {
		all.Cards = append(all.Cards, p.Card.ID)
	}
	d.Slides = []Slide{all}
	for i := range d.stages {
		var unsaid []*panel
		if cards := d.curve.unsaid(d.draw.StageCards(lane.ID, d.stages[i].ID)); len(cards) > 0 {
			f := &flow{d: d, stage: i, gaps: usual, bottom: d.low()}
			d.header(f, d.ofStage(i), nil, nil)
			f.page()
			f.pack([]part{d.group(f, lane, i, cards)})
			unsaid = f.pages
		}
		s := Slide{Stage: d.stages[i].ID, Index: i, Title: d.stages[i].Title, panel: -1, column: d.stages[i].cols[0],
			Count: d.count(byStage, i, len(d.stages), 0, 1+len(unsaid))}
		for _, p := range d.curve.of(d.curve.in(s.column)) {
			s.Cards = append(s.Cards, p.Card.ID)
		}
		d.Slides = append(d.Slides, s)
		for k, p := range unsaid {
			d.deep = append(d.deep, p)
			d.slide(i, s.column, k+1, d.count(byStage, i, len(d.stages), k+1, 1+len(unsaid)), true, len(d.deep)-1, p)
		}
	}
}

// feelingSlide draws the curve, all of it in full strength or one stage.
func (d *Deck) feelingSlide(out *scene.Scene, i int) {
	s, c := &d.Slides[i], d.curve
	d.add(out, "bar", geom.Point{}, d.bar(s.Index)...)
	d.add(out, "foot", geom.Point{}, d.foot(s.Count)...)
	d.addMetrics(out, s.Index)
	ink := d.Theme.Ink
	if s.Index >= 0 {
		ink = d.hue(s.Index).Text
	}
	if ops := d.above(s.Stage, d.Width-2*side); ops != nil {
		d.add(out, "remarks", geom.Pt(side, panelTop), scene.NewItem("", "remarks", geom.Point{}, geom.Rect{}, ops...))
	}
	if it, ok := d.titled(s.Title, side, d.Width-2*side, ink); ok {
		it.Owner, it.Part = string(s.Stage), layout.StagePart
		d.add(out, "title", geom.Point{}, it)
	}
	if s.column >= 0 {
		d.add(out, "curve", geom.Point{}, c.dim()...)
		d.add(out, "focus", geom.Point{}, c.strong(s.column))
		d.add(out, "points", geom.Point{}, c.points(s.column)...)
		return
	}
	line := scene.NewItem("", layout.CurvePart, geom.Point{}, geom.Rect{}, c.line(d.Theme.Present, strongLine)...)
	line.Alt = d.draw.Describe(d.lanes[c.lane], c.curves[0])
	d.add(out, "curve", geom.Point{}, line, scene.NewItem("", "names", geom.Point{}, geom.Rect{}, c.names()...))
	d.add(out, "points", geom.Point{}, c.clear().points(-1)...)
}

// titled is a name above a slide's own drawing, in a room that begins at x; it is
// not ok where the name is too long at any size: other slides have it.
func (d *Deck) titled(name string, x, room float64, ink scene.Color) (it scene.Item, ok bool) {
	st := titleText
	for _, size := range titleSizes {
		st.Size, st.Line = size, size*titleLeads
		if b := d.set(name, st, room); b.Height <= feelTop-panelTop-8 {
			ops, x := d.put(b, x, panelTop, room, ink)
			return scene.NewItem("", "title", geom.Point{}, geom.Box(x, panelTop, b.Width, b.Height), ops...), true
		}
	}
	return it, false
}

// clear is the curve with the names that keep clear of each other all along it.
func (c *curve) clear() *curve {
	out := *c
	out.said = map[journey.ID]label{}
	var taken []geom.Rect
	pts := c.of(func(int) bool { return true })
	for _, p := range pts {
		taken = append(taken, geom.Circle(geom.Pt(c.x+p.X, c.y(p.V)), c.radius(p)).Round.Rect)
	}
	for _, p := range pts {
		l, ok := c.said[p.Card.ID]
		if !ok {
			continue
		}
		if r := geom.Box(l.at.X, l.at.Y, l.block.Width, l.block.Height); !meets(taken, r) {
			out.said[p.Card.ID] = l
			taken = append(taken, r)
		}
	}
	return &out
}
