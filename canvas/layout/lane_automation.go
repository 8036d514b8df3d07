package layout

import (
	"cmp"
	"slices"
	"strings"

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
	flowPad, flowRight           = 8, 8
	countIcon, countGap          = 12, 3 // before a number, and between them
	countBetween                 = 8
)

// flowChipLaid is a chip of a workflow at its place.
type flowChipLaid struct {
	card journey.Card
	hue  *Hue
	way  *text.Block // what the arrows that lead here say
	text *text.Block
	nums []flowCount
	down float64 // height of nums
	r    geom.Rect
}

// flowCount is how many came in, went through or were lost, at its place below
// the text.
type flowCount struct {
	icon string
	text *text.Block
	at   geom.Point
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
			inner := w - flowText - flowRight
			chip := &flowChipLaid{card: card, hue: &c.Theme.Hues[c.stageHue(col.Stage)]}
			if card.Hue > 0 {
				chip.hue = &c.Theme.Hues[(card.Hue-1)%8]
			}
			chip.way = c.set(c.leads(card.ID), caption, inner, text.Greedy)
			chip.text = c.set(card.Title, stepName, inner, text.Greedy)
			chip.nums, chip.down = c.counts(card, inner)
			h := chip.text.Height + chip.down + 2*flowPad
			if chip.way.Text != "" {
				h += chip.way.Height
			}
			h = max(flowChip, h)
			chip.r = geom.Box(col.X+flowX, 0, w, h)
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
	for _, chip := range chips { // in the middle of its line, so that arrows run straight
		l := chip.card.Line
		chip.r = chip.r.Add(geom.Pt(0, at[l]+(lines[l]-chip.r.H())/2))
	}
	return laid{y - flowGap + flowBottom, func(float64) []scene.Item { return c.flow(chips, byID) }}
}

// flow draws the arrows, and the chips over them.
func (c *cell) flow(chips []*flowChipLaid, byID map[journey.ID]*flowChipLaid) []scene.Item {
	var items []scene.Item
	boxes := make([]geom.Rect, len(chips))
	for i, chip := range chips {
		boxes[i] = chip.r
	}
	for _, chip := range chips {
		for _, l := range c.p.LinksOf(chip.card.ID) {
			if to := byID[l.To]; to != nil && l.From == chip.card.ID {
				items = append(items, scene.NewItem(string(l.ID), LinkPart, geom.Point{}, geom.Rect{}, c.arrow(chip.r, to.r, boxes)...))
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
	second, lost := t.Ink3, t.Pain
	if chip.card.Role == journey.Trigger {
		second, lost = ink, ink
	}
	y := (chip.r.H() - chip.text.Height - chip.down) / 2
	if chip.way.Text != "" {
		y -= chip.way.Height / 2
		ops = append(ops, c.words(chip.way, flowText, y, second, zoomAll, zoomAll)...)
		y += chip.way.Height
	}
	ops = append(ops, scene.Detail(zoomTitles, 0, c.Icons.use(icon, 9, y+1, flowIcon, sign)...))
	ops = append(ops, c.words(chip.text, flowText, y, ink, 0.6, zoomTiles)...)
	var nums []scene.Op
	for _, n := range chip.nums {
		colour := second
		if n.icon == lostIcon {
			colour = lost
		}
		at := n.at.Add(geom.Pt(flowText, y+chip.text.Height))
		nums = append(nums, c.Icons.use(n.icon, at.X, at.Y+2, countIcon, colour)...)
		nums = append(nums, c.words(n.text, at.X+countIcon+countGap, at.Y, colour, 0, 0)...)
	}
	if len(nums) > 0 {
		ops = append(ops, scene.Detail(zoomAll, 0, nums...))
	}
	it := scene.NewItem(string(chip.card.ID), PointPart, chip.r.Min, r, ops...)
	it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(flowText, y), Block: chip.text, Width: room(chip.text, r.W()-flowText-flowRight)}}
	return it
}

// The signs of how many went through and were lost; those who came in have that
// of going on.
const completedIcon, lostIcon = "check", "close"

// counts is the numbers of a step of a workflow, side by side in a width as far
// as they fit, and how high they are.
func (c *cell) counts(card journey.Card, width float64) ([]flowCount, float64) {
	var out []flowCount
	x, y := 0.0, 0.0
	for _, n := range []struct {
		icon  string
		value journey.Number
	}{{c.onward(), card.Entered}, {completedIcon, card.Completed}, {lostIcon, card.Dropped}} {
		if !n.value.Set {
			continue
		}
		b := c.set(c.number(n.value), caption, width-countIcon-countGap, text.Greedy)
		need := countIcon + countGap + b.Width
		if x > 0 && x+need > width {
			x, y = 0, y+caption.Line
		}
		out = append(out, flowCount{n.icon, b, geom.Pt(x, y)})
		x += need + countBetween
		y += b.Height - caption.Line
	}
	if len(out) == 0 {
		return nil, 0
	}
	return out, y + caption.Line
}

// leads is what the arrows say that lead to a card: the names of the ways, and
// how many go them.
func (c *cell) leads(id journey.ID) string {
	var out []string
	for _, l := range c.p.LinksOf(id) {
		if l.To != id {
			continue
		}
		way := nonEmpty(l.Title)
		if l.Percent.Set {
			way = append(way, c.number(l.Percent)+" %")
		}
		if len(way) > 0 {
			out = append(out, strings.Join(way, ", "))
		}
	}
	return strings.Join(out, "; ")
}
