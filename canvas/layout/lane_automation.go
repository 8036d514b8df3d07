package layout

import (
	"cmp"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// automation draws workflows: chips in lines, one column a chip, with arrows
// between them.
type automation struct{}

func (automation) whole() {}

const (
	flowTop, flowBottom, flowGap = 10, 14, 12
	flowChip, flowChipW, flowX   = 32, 152, 12
	flowText, flowIcon           = 29, 14
)

// flowChipLaid is a chip of a workflow at its place.
type flowChipLaid struct {
	card journey.Card
	hue  *Hue
	text *text.Block
	r    geom.Rect
}

func (automation) lay(c *cell) laid {
	var chips []*flowChipLaid
	byID := map[journey.ID]*flowChipLaid{}
	lines := map[int]float64{} // heights
	taken := map[[2]int]bool{}
	for i, col := range c.columns {
		for _, card := range c.cardsAt(c.lane.ID, c.columns, i) {
			line := card.Line
			for taken[[2]int{i, line}] { // two in one place: the later one goes down
				line++
			}
			taken[[2]int{i, line}] = true
			card.Line = line
			w := min(flowChipW, col.W-2*flowX)
			t := c.set(card.Title, stepName, w-flowText-8, text.Greedy)
			h := max(flowChip, t.Height+16)
			chip := &flowChipLaid{card: card, hue: &c.Theme.Hues[c.stageHue(col.Stage)], text: t, r: geom.Box(col.X+flowX, 0, w, h)}
			if card.Hue > 0 {
				chip.hue = &c.Theme.Hues[(card.Hue-1)%8]
			}
			chips, byID[card.ID] = append(chips, chip), chip
			lines[line] = max(lines[line], h)
		}
	}
	y, at := float64(flowTop), map[int]float64{}
	order := make([]int, 0, len(lines))
	for l := range lines {
		order = append(order, l)
	}
	slices.Sort(order)
	for _, l := range order {
		at[l] = y
		y += lines[l] + flowGap
	}
	for _, chip := range chips {
		chip.r = chip.r.Add(geom.Pt(0, at[chip.card.Line]))
	}
	return laid{y - flowGap + flowBottom, func(float64) []scene.Item { return c.flow(chips, byID) }}
}

// flow draws the arrows, and the chips over them.
func (c *cell) flow(chips []*flowChipLaid, byID map[journey.ID]*flowChipLaid) []scene.Item {
	var items []scene.Item
	for _, chip := range chips {
		for _, l := range c.p.LinksOf(chip.card.ID) {
			if to := byID[l.To]; to != nil && l.From == chip.card.ID {
				items = append(items, scene.NewItem(string(l.ID), "link", geom.Point{}, geom.Rect{}, c.arrow(chip.r, to.r)...))
			}
		}
	}
	slices.SortStableFunc(items, func(a, b scene.Item) int { return cmp.Compare(a.Owner, b.Owner) })
	for _, chip := range chips {
		items = append(items, c.flowChip(chip))
	}
	return items
}

// flowChip draws one chip: a trigger solid, a wait a pill, a split a dashed
// pill, all else a card.
func (c *cell) flowChip(chip *flowChipLaid) scene.Item {
	t := c.Theme
	ground, edge, ink, sign, radius := t.Card, chip.hue.Line, t.Ink, chip.hue.Text, float64(CardRadius)
	var dash []float64
	icon := chip.card.Icon
	role := func(name string) {
		if !c.Icons.Has(icon) {
			icon = name
		}
	}
	switch chip.card.Role {
	case journey.Trigger:
		ground, edge, ink, sign = chip.hue.Solid, chip.hue.Solid, t.On, t.On
		role("bolt")
	case journey.Wait:
		ground, edge, ink, sign, radius = t.Sunk, t.Hair2, t.Ink2, t.Ink2, chip.r.H()/2
		role("clock")
	case journey.Split:
		ground, edge, ink, sign, radius = t.Sunk, t.Hair2, t.Ink2, t.Ink2, chip.r.H()/2
		dash = []float64{3, 3}
		role("split")
	case journey.GoalHit:
		ground, ink = chip.hue.Tint, chip.hue.Text
		role("flag")
	case journey.Exit:
		ground, edge, ink, sign = t.Map, t.Hair2, t.Ink2, t.Ink2
		role("close")
	default:
		role("email")
	}
	r := geom.Box(0, 0, chip.r.W(), chip.r.H())
	radius = min(radius, 16)
	ops := []scene.Op{
		scene.Detail(zoomTiles, 0, edged(r, radius, ground, edge, dash...)...),
		scene.Detail(0, zoomTiles, fill(geom.RoundRect(r, radius), edge)),
	}
	ops = append(ops, scene.Detail(zoomTitles, 0, c.Icons.use(icon, 9, 9, flowIcon, sign)...))
	y := (chip.r.H() - chip.text.Height) / 2
	ops = append(ops, c.words(chip.text, flowText, y, ink, 0.6, zoomTiles)...)
	it := scene.NewItem(string(chip.card.ID), PointPart, chip.r.Min, r, ops...)
	it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(flowText, y), Block: chip.text, Width: r.W() - flowText - 8}}
	return it
}

// arrow leads from one box to another: straight where they stand side by side
// or below each other, else round one corner.
func (f *frame) arrow(a, b geom.Rect) []scene.Op {
	const gap, bend = 2, 8
	var p geom.Path
	ca, cb := a.Center(), b.Center()
	var tip geom.Point
	var way geom.Point // in which the arrow points
	switch {
	case b.Min.X >= a.Max.X && ca.Y == cb.Y:
		tip, way = geom.Pt(b.Min.X-gap, cb.Y), geom.Pt(1, 0)
		p = geom.Segment(geom.Pt(a.Max.X, ca.Y), tip)
	case a.Min.X == b.Min.X && b.Min.Y >= a.Max.Y:
		tip, way = geom.Pt(cb.X, b.Min.Y-gap), geom.Pt(0, 1)
		p = geom.Segment(geom.Pt(ca.X, a.Max.Y), tip)
	case a.Min.X == b.Min.X:
		tip, way = geom.Pt(cb.X, b.Max.Y+gap), geom.Pt(0, -1)
		p = geom.Segment(geom.Pt(ca.X, a.Min.Y), tip)
	case b.Max.X <= a.Min.X && ca.Y == cb.Y: // back along the line: underneath
		y := max(a.Max.Y, b.Max.Y) + 6
		tip, way = geom.Pt(cb.X, b.Max.Y+gap), geom.Pt(0, -1)
		p.MoveTo(ca.X, a.Max.Y)
		p.LineTo(ca.X, y)
		p.LineTo(cb.X, y)
		p.LineTo(tip.X, tip.Y)
	default: // sideways, then up or down into the target
		from, s := a.Max.X, 1.0
		if cb.X < ca.X {
			from, s = a.Min.X, -1
		}
		d := 1.0
		tip = geom.Pt(cb.X, b.Min.Y-gap)
		if cb.Y < ca.Y {
			d, tip = -1, geom.Pt(cb.X, b.Max.Y+gap)
		}
		way = geom.Pt(0, d)
		p.MoveTo(from, ca.Y)
		p.LineTo(cb.X-s*bend, ca.Y)
		p.QuadTo(cb.X, ca.Y, cb.X, ca.Y+d*bend)
		p.LineTo(tip.X, tip.Y)
	}
	side := geom.Pt(-way.Y, way.X).Mul(4)
	back := tip.Sub(way.Mul(5))
	p.MoveTo(back.X+side.X, back.Y+side.Y)
	p.LineTo(tip.X, tip.Y)
	p.LineTo(back.X-side.X, back.Y-side.Y)
	return []scene.Op{scene.Detail(zoomTiles, 0, &scene.Stroke{
		Path: p, Paint: scene.Solid(f.Theme.Wire), Pen: geom.Pen{Width: 1.5, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 1,
	})}
}
