package layout

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// metricBox draws a number with its label, where it comes from, and a small
// chart at the right.
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
	fig := c.figure(card, metricNumber, metricUnit, left)
	title := c.set(card.Title, cardText, left, text.Greedy)
	source := c.set(c.sourceOf(card), caption, left, text.Greedy)
	ty := fig.h
	height := ty + title.Height
	sy := height
	if source.Text != "" {
		height += source.Height
	}
	need := height
	if chart != nil && left < inner {
		need = max(height, chartHeight)
	} else if chart != nil {
		need = height + 8 + chartHeight
	}
	return laidBox{need + 2*metricPadY, func(full float64) scene.Item {
		y := (full - need) / 2
		top := y
		if chart != nil && left < inner {
			top = (full - height) / 2
		}
		ops := fig.draw(c, metricPadX, top, h.Text)
		tx := metricPadX + (left-title.Width)*flush(title)
		ops = append(ops, c.words(title, tx, top+ty, c.Theme.Ink2, zoomTitles, zoomTitles)...)
		ops = append(ops, c.words(source, metricPadX+(left-source.Width)*flush(source), top+sy, c.Theme.Ink3, zoomAll, zoomAll)...)
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

// sourceOf is where a metric comes from and of which day it is.
func (o *Options) sourceOf(card journey.Card) string {
	return strings.Join(nonEmpty(card.Source, o.date(card.Date)), ", ")
}

// chart draws a metric's chart and the note under it, and says how high they
// are. A target that no chart shows is a note.
func (c *cell) chart(card journey.Card, h *Hue, w float64) ([]scene.Op, float64) {
	g := c.graph(card, h, w)
	ops, y := g.ops, g.h
	note := card.Text
	if note == "" && card.Target.Set && g.ops == nil {
		note = c.about("target VALUE", "VALUE", c.withUnit(card.Target, card.Unit))
	}
	if note != "" {
		b := c.set(note, caption, w, text.Greedy)
		if y > 0 {
			y += noteGap
		}
		ops = append(ops, c.words(b, (w-b.Width)*flush(b), y, c.Theme.Ink3, zoomAll, zoomAll)...)
		y += b.Height
	} else {
		y += g.over
	}
	return ops, y
}
