package layout

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// graph is a small chart. It may reach over its height by a little, above and
// below.
type graph struct {
	ops     []scene.Op // nil where there is nothing to show
	h, over float64
}

const (
	barsHeight, barRadius           = 24, 2
	trackHeight                     = 8
	tickWidth, tickOver             = 2, 4
	shareHeight, shareGap           = 10, 2
	funnelRow, funnelGap            = 17, 2
	funnelName, funnelBesides       = 38, 8    // least width of the names, their gap to the bars
	funnelPad, funnelBar            = 5, 3     // beside a number, radius of a bar
	shareDot, shareText, shareEntry = 3, 4, 10 // radius of a dot, gap to its name, gap to the next
)

// mostParts is how many parts of a whole, or rows of a funnel, are shown: more
// than anybody can tell apart.
const mostParts = 100

// graph is the chart that a card's numbers make, w wide.
func (c *cell) graph(card journey.Card, h *Hue, w float64) graph {
	switch s := card.Series.All(); {
	case card.Chart == journey.ChartBars && len(s) > 0:
		return graph{c.bars(s, card, h, w), barsHeight, 0}
	case card.Chart == journey.ChartProgress && card.Value.Set:
		return c.progress(card, h, w)
	case card.Chart == journey.ChartStacked && len(s) > 0:
		return c.shares(s, card.SeriesNames.All(), w)
	case card.Chart == journey.ChartFunnel && len(s) > 0:
		return c.funnel(s, card.SeriesNames.All(), h, w)
	}
	return graph{}
}

// missed reports whether a card's value is on the wrong side of its target.
func missed(card journey.Card) bool {
	d := card.Value.Value - card.Target.Value
	return card.Value.Set && card.Target.Set && (card.Better == "lower" && d > 0 || card.Better == "higher" && d < 0)
}

// atMost is s with at most n values: means of what lies side by side.
func atMost(s []float64, n int) []float64 {
	if len(s) <= n {
		return s
	}
	out := make([]float64, n)
	for i := range out {
		part := s[i*len(s)/n : (i+1)*len(s)/n]
		for _, v := range part {
			out[i] += v / float64(len(part))
		}
	}
	return out
}

// bars is a value after the other, the last one solid, from their zero up or
// down. The target is a line across.
func (c *cell) bars(s []float64, card journey.Card, h *Hue, w float64) []scene.Op {
	s = atMost(s, int(w/2))
	lo, hi := 0.0, 0.0
	for _, v := range s {
		lo, hi = min(lo, v), max(hi, v)
	}
	if card.Target.Set {
		lo, hi = min(lo, card.Target.Value), max(hi, card.Target.Value)
	}
	y := func(v float64) float64 { // halves, because hi − lo may be more than there is
		d := hi/2 - lo/2
		if d <= 0 {
			return barsHeight
		}
		return math.Round(min(1, max(0, (hi/2-v/2)/d)) * barsHeight)
	}
	gap := min(4, w/float64(len(s))/3)
	bw := (w - gap*float64(len(s)-1)) / float64(len(s))
	var ops []scene.Op
	for i, v := range s {
		ink := h.Line
		if i == len(s)-1 {
			if ink = h.Solid; missed(card) {
				ink = c.Theme.Feelings[0]
			}
		}
		x, top, bottom := float64(i)*(bw+gap), min(y(v), y(0)), max(y(v), y(0))
		if v >= 0 {
			top = max(0, min(top, bottom-1))
			bottom = max(bottom, top+1)
			r := min(barRadius, bw/2, bottom-top)
			ops = append(ops, fill(geom.Corners(geom.Box(x, top, bw, bottom-top), r, r, 0, 0), ink))
			continue
		}
		bottom = min(barsHeight, max(bottom, top+1))
		top = min(top, bottom-1)
		r := min(barRadius, bw/2, bottom-top)
		ops = append(ops, fill(geom.Corners(geom.Box(x, top, bw, bottom-top), 0, 0, r, r), ink))
	}
	if card.Target.Set {
		at := min(max(y(card.Target.Value), tickWidth/2), barsHeight-tickWidth/2)
		ops = append(ops, fill(geom.RoundRect(geom.Box(0, at-tickWidth/2, w, tickWidth), tickWidth/2), c.Theme.Ink))
	}
	return ops
}

// progress is a value on its way to a target. A target that is judged and
// missed turns the bar to the colour of −2.
func (c *cell) progress(card journey.Card, h *Hue, w float64) graph {
	full := 100.0 // what the whole bar stands for
	tick := card.Tick
	switch {
	case card.Target.Set && tick.Set && tick.Value > 0:
		full = card.Target.Value / tick.Value
	case card.Target.Set:
		full = max(card.Target.Value, card.Value.Value)
		if card.Unit == "%" {
			full = max(100, full)
		}
		if tick = (journey.Number{}); full > 0 {
			tick = journey.Num(max(0, card.Target.Value/full))
		}
	}
	share := 0.0
	if full > 0 {
		share = min(1, max(0, card.Value.Value/full))
	}
	ink := h.Solid
	if missed(card) {
		ink = c.Theme.Feelings[0]
	}
	g := graph{ops: edged(geom.Box(0, 0, w, trackHeight), trackHeight/2, h.Tint, h.Line), h: trackHeight}
	if share > 0 {
		g.ops = append(g.ops, fill(geom.RoundRect(geom.Box(0, 0, max(trackHeight, w*share), trackHeight), trackHeight/2), ink))
	}
	if tick.Set {
		x := min(w*tick.Value, w-tickWidth)
		g.ops = append(g.ops, fill(geom.RoundRect(geom.Box(x, -tickOver, tickWidth, trackHeight+2*tickOver), 1), c.Theme.Ink))
		g.over = tickOver
	}
	return g
}

// shares is parts of a whole, good ones first, with their names below.
func (c *cell) shares(s []float64, names []string, w float64) graph {
	s = s[:min(len(s), mostParts)]
	top := 0.0
	for _, v := range s {
		top = max(top, v)
	}
	if top <= 0 {
		return graph{}
	}
	total := 0.0
	for _, v := range s {
		total += max(0, v/top)
	}
	gap := min(shareGap, w/float64(len(s))/3)
	room := w - gap*float64(len(s)-1)
	x := 0.0
	g := graph{h: shareHeight}
	for i, v := range s {
		bw := room * max(0, v/top) / total
		if bw > 0 {
			g.ops = append(g.ops, fill(geom.RoundRect(geom.Box(x, 0, bw, shareHeight), min(2, bw/2)), c.shareColour(i, len(s))))
		}
		x += bw + gap
	}
	x = 0
	y := float64(shareHeight + noteGap)
	for i, v := range s {
		if i >= len(names) || names[i] == "" {
			continue
		}
		part := c.number(journey.Num(math.Round(max(0, v/top)/total*100))) + " %"
		b := c.set(names[i]+" "+part, caption, w-2*shareDot-shareText, text.Greedy)
		need := 2*shareDot + shareText + b.Width
		if x > 0 && x+need > w {
			x, y = 0, y+caption.Line
		}
		g.ops = append(g.ops, scene.Detail(zoomAll, 0, fill(geom.Circle(geom.Pt(x+shareDot, y+caption.Line/2), shareDot), c.shareColour(i, len(s)))))
		g.ops = append(g.ops, c.words(b, x+2*shareDot+shareText, y, c.Theme.Ink3, zoomAll, zoomAll)...)
		g.h = y + b.Height
		if x += need + shareEntry; len(b.Lines) > 1 {
			x, y = 0, y+b.Height
		}
	}
	return g
}

// shareColour is the colour of the i-th of n parts, from good to bad; of three,
// the middle one is neither.
func (c *cell) shareColour(i, n int) scene.Color {
	if n == 3 && i == 1 {
		return c.Theme.HoverEdge.Over(c.Theme.Map, 0.8)
	}
	if n == 1 {
		return c.Theme.Feelings[4]
	}
	return c.Theme.Feelings[4-int(math.Round(float64(i)/float64(n-1)*4))]
}

// funnel is how many are left, step by step.
func (c *cell) funnel(s []float64, names []string, h *Hue, w float64) graph {
	s = s[:min(len(s), mostParts)]
	left := 0.0
	blocks, numbers := make([]*text.Block, len(s)), make([]*text.Block, len(s))
	top := 0.0
	for i, v := range s {
		name := ""
		if i < len(names) {
			name = names[i]
		}
		blocks[i] = c.set(name, caption, w/2, text.Greedy)
		left = max(left, blocks[i].Width)
		top = max(top, v)
	}
	left = max(left, min(funnelName, w/2))
	room := w - left - funnelBesides
	for i, v := range s {
		numbers[i] = c.set(c.number(journey.Num(v)), captionBold, room-2*funnelPad, text.Greedy)
	}
	var g graph
	for i, v := range s {
		share := 1.0
		if top > 0 {
			share = min(1, max(0, v/top))
		}
		bw := min(room, max(room*share, numbers[i].Width+2*funnelPad))
		rowHeight := max(funnelRow, blocks[i].Height+1, numbers[i].Height+1)
		g.ops = append(g.ops, c.aligned(blocks[i], left-blocks[i].Width, g.h+(rowHeight-blocks[i].Height)/2, 1, c.Theme.Ink3, zoomAll, zoomAll)...)
		g.ops = append(g.ops, fill(geom.RoundRect(geom.Box(left+funnelBesides, g.h, bw, rowHeight), funnelBar), h.Line))
		g.ops = append(g.ops, c.words(numbers[i], left+funnelBesides+funnelPad, g.h+(rowHeight-numbers[i].Height)/2, h.Text, zoomAll, zoomAll)...)
		g.h += rowHeight + funnelGap
	}
	g.h -= funnelGap
	return g
}
