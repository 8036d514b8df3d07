package layout

import (
	"math"
	"strconv"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// metricBox draws a number with its label, and a small chart at the right.
type metricBox struct{}

const (
	metricPadX, metricPadY = 8, 2
	chartWidth, chartGap   = 116, 12
	noteGap                = 4
)

var (
	metricNumber = text.Style{Weight: text.DisplaySemiBold, Size: 26, Line: 30, Tracking: -0.01}
	metricUnit   = text.Style{Weight: text.SemiBold, Size: 13, Line: 16}
)

func (metricBox) lay(c *cell, card journey.Card, w float64) laidBox {
	h := c.hue(card.Hue)
	inner := w - 2*metricPadX
	chart, chartHeight := c.chart(card, h, min(chartWidth, inner))
	left := inner
	if chart != nil {
		if left -= chartWidth + chartGap; left < 80 { // too narrow for both: the chart below
			left = inner
		}
	}
	before, unit := currency(card.Unit)
	number := c.set(before+formatNumber(card.Value), metricNumber, left, text.Greedy)
	units := c.set(unit, metricUnit, left, text.Greedy)
	title := c.set(card.Title, cardText, left, text.Greedy)
	below := number.Width+4+units.Width > left && unit != ""
	ty := number.Height
	if !card.Value.Set {
		ty = 0
	}
	if below {
		ty += units.Height
	}
	height := ty + title.Height
	need := height
	if chart != nil && left < inner {
		need = max(height, chartHeight)
	} else if chart != nil {
		need = height + 8 + chartHeight
	}
	return laidBox{need + 2*metricPadY, func(full float64) scene.Item {
		ops := []scene.Op{}
		y := (full - need) / 2
		top := y
		if chart != nil && left < inner {
			top = (full - height) / 2
		}
		if card.Value.Set {
			ops = append(ops, c.words(number, metricPadX, top, h.Text, zoomTiles, zoomTiles)...)
			ux, uy := metricPadX+number.Width+4, top+number.Lines[0].Baseline-units.Lines[0].Baseline
			if below {
				ux, uy = metricPadX, top+number.Height
			}
			ops = append(ops, c.words(units, ux, uy, h.Text, zoomTitles, zoomTitles)...)
		}
		tx := metricPadX + (left-title.Width)*flush(title)
		ops = append(ops, c.words(title, tx, top+ty, c.Theme.Ink2, zoomTitles, zoomTitles)...)
		if chart != nil {
			at := geom.Pt(w-metricPadX-chartWidth, (full-chartHeight)/2)
			if left == inner {
				at = geom.Pt(metricPadX, y+height+8)
			}
			ops = append(ops, &scene.Group{Move: geom.Transform{K: 1, D: at}, From: zoomTiles, Ops: chart})
		}
		it := scene.NewItem(string(card.ID), CardPart, geom.Point{}, geom.Box(0, 0, w, full), ops...)
		it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(tx, top+ty), Block: title, Width: left}}
		return it
	}}
}

// chart draws a metric's chart and the note under it, and says how high they
// are.
func (c *cell) chart(card journey.Card, h *Hue, w float64) ([]scene.Op, float64) {
	var ops []scene.Op
	y := 0.0
	switch s := card.Series.All(); {
	case card.Chart == journey.ChartBars && len(s) > 0:
		ops, y = c.bars(s, h, w), 24
	case card.Chart == journey.ChartProgress && card.Value.Set:
		ops, y = c.progress(card, h, w), 8
	case card.Chart == journey.ChartStacked && len(s) > 0:
		ops, y = c.stacked(s, w), 10
	case card.Chart == journey.ChartFunnel && len(s) > 0:
		ops, y = c.funnel(s, card.SeriesNames.All(), h, w)
	}
	if card.Text != "" {
		note := c.set(card.Text, caption, w, text.Greedy)
		if y > 0 {
			y += noteGap
		}
		ops = append(ops, c.words(note, 0, y, c.Theme.Ink3, zoomAll, zoomAll)...)
		y += note.Height
	}
	return ops, y
}

// bars is a value after the other, the last one solid.
func (c *cell) bars(s []float64, h *Hue, w float64) []scene.Op {
	top := 0.0
	for _, v := range s {
		top = max(top, v)
	}
	gap := min(4, w/float64(len(s))/3)
	bw := (w - gap*float64(len(s)-1)) / float64(len(s))
	var ops []scene.Op
	for i, v := range s {
		bh := 1.0
		if top > 0 {
			bh = max(1, math.Round(max(0, v)/top*24))
		}
		ink := h.Line
		if i == len(s)-1 {
			ink = h.Solid
		}
		r := min(2, bw/2, bh)
		ops = append(ops, fill(geom.Corners(geom.Box(float64(i)*(bw+gap), 24-bh, bw, bh), r, r, 0, 0), ink))
	}
	return ops
}

// progress is a value on its way to a target. A target that is judged and
// missed turns the bar to the colour of −2.
func (c *cell) progress(card journey.Card, h *Hue, w float64) []scene.Op {
	full := 100.0 // what the whole bar stands for
	tick := card.Tick
	switch {
	case card.Target.Set && tick.Set && tick.Value > 0:
		full = card.Target.Value / tick.Value
	case card.Target.Set:
		full = max(card.Target.Value, card.Value.Value)
		if card.Unit == "%" {
			full = 100
		}
		tick = journey.Num(card.Target.Value / full)
	}
	share := 0.0
	if full > 0 {
		share = min(1, max(0, card.Value.Value/full))
	}
	ink := h.Solid
	if d := card.Value.Value - card.Target.Value; card.Target.Set && (card.Better == "lower" && d > 0 || card.Better == "higher" && d < 0) {
		ink = c.Theme.Feelings[0]
	}
	ops := edged(geom.Box(0, 0, w, 8), 4, h.Tint, h.Line)
	if share > 0 {
		ops = append(ops, fill(geom.RoundRect(geom.Box(0, 0, max(8, w*share), 8), 4), ink))
	}
	if tick.Set {
		ops = append(ops, fill(geom.RoundRect(geom.Box(w*tick.Value, -4, 2, 16), 1), c.Theme.Ink))
	}
	return ops
}

// stacked is shares of a whole: good, neither, bad, and others in between.
func (c *cell) stacked(s []float64, w float64) []scene.Op {
	total := 0.0
	for _, v := range s {
		total += max(0, v)
	}
	if total == 0 {
		return nil
	}
	const gap = 2
	room := w - gap*float64(len(s)-1)
	x := 0.0
	var ops []scene.Op
	for i, v := range s {
		ink := c.Theme.Feelings[4]
		switch {
		case i == len(s)-1 && i > 0:
			ink = c.Theme.Feelings[0]
		case i > 0:
			ink = c.Theme.HoverEdge.Over(c.Theme.Map, 0.8)
		}
		bw := room * max(0, v) / total
		if bw > 0 {
			ops = append(ops, fill(geom.RoundRect(geom.Box(x, 0, bw, 10), min(2, bw/2)), ink))
		}
		x += bw + gap
	}
	return ops
}

// funnel is how many are left, step by step.
func (c *cell) funnel(s []float64, names []string, h *Hue, w float64) ([]scene.Op, float64) {
	const rowH, rowGap, gap = 17, 2, 8
	left := 0.0
	blocks := make([]*text.Block, len(s))
	for i := range s {
		name := ""
		if i < len(names) {
			name = names[i]
		}
		blocks[i] = c.set(name, caption, text.NoWrap, text.Greedy)
		left = max(left, blocks[i].Width)
	}
	left = min(max(left, 38), w/2)
	var ops []scene.Op
	y := 0.0
	for i, v := range s {
		number := c.set(formatNumber(journey.Num(v)), captionBold, text.NoWrap, text.Greedy)
		share := 1.0
		if s[0] > 0 {
			share = min(1, max(0, v/s[0]))
		}
		bw := max((w-left-gap)*share, number.Width+10)
		ops = append(ops, c.words(blocks[i], left-blocks[i].Width, y+0.5, c.Theme.Ink3, zoomAll, zoomAll)...)
		ops = append(ops, fill(geom.RoundRect(geom.Box(left+gap, y, bw, rowH), 3), h.Line))
		ops = append(ops, c.words(number, left+gap+5, y+0.5, h.Text, zoomAll, zoomAll)...)
		y += rowH + rowGap
	}
	return ops, y - rowGap
}

// currency parts a unit into what stands before a number and what behind it.
func currency(unit string) (before, behind string) {
	switch unit {
	case "€", "$", "£", "¥", "₹", "₩", "₺", "₽", "₿":
		return unit, ""
	}
	return "", unit
}

// formatNumber is a number for people: thousands are parted.
func formatNumber(n journey.Number) string {
	if !n.Set {
		return ""
	}
	s := strconv.FormatFloat(math.Round(n.Value*1e6)/1e6, 'f', -1, 64)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "−", s[1:]
	}
	whole, part, _ := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if part != "" {
		b.WriteString("." + part)
	}
	return sign + b.String()
}
