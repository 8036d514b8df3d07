package slide

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// metric is a card that measures something.
type metric struct {
	lane  journey.Lane
	card  journey.Card
	stage int
}

// measured is what a stage measures, or each stage's first metric for all.
func (d *Deck) measured(st int) []metric {
	var all []metric
	for i := range d.stages {
		if st >= 0 && i != st {
			continue
		}
		for _, l := range d.lanes {
			if l.LaneKind != journey.Metrics {
				continue
			}
			for _, c := range d.draw.StageCards(l.ID, d.stages[i].ID) {
				if st >= 0 || len(all) == 0 || all[len(all)-1].stage != i {
					all = append(all, metric{l, c, i})
				}
			}
		}
	}
	return all
}

// The metrics of a slide are this many times as large as in the map.
const (
	metricLeast     = 1.28
	metricOfStage   = 1.5
	metricOfFew     = 2 // where a stage has one or two
	metricOfAll     = 1.5
	metricEdge      = 8 // what the map leaves free beside a number, u of it
	metricsHigh     = curveLow - curveTop
	metricsHighMaps = 190 // the map has the rest
)

// metrics is what a stage measures, in the width of its panel, or each stage's
// first metric over the width of the slide, and how high that is. What there is
// no room for stands on the stage's own pages.
func (d *Deck) metrics(st int) (items []scene.Item, high float64) {
	all := d.measured(st)
	if len(all) == 0 {
		says := "No metrics for this stage."
		if st < 0 {
			says = "This map has no metrics."
		}
		b := d.line(d.draw.Say(says), goalText)
		return []scene.Item{scene.NewItem("", "metrics", geom.Point{}, geom.Rect{}, d.draw.Words(b, (d.Width-b.Width)/2, 0, 0, d.Theme.Ink3)...)}, b.Height
	}
	x0, width, k, most, n := d.panelX(), float64(PanelWidth), metricOfStage, float64(metricsHigh), min(max(len(all), 2), 3)
	if n == 2 {
		k = metricOfFew
	}
	if st < 0 {
		x0, width, k, n = side, d.Width-2*side, metricOfAll, max(min(len(all), 6), 3)
		if d.Kind == Whole || d.Kind == Lanes {
			most = metricsHighMaps
		}
	}
	w := (width - colGap*float64(n-1)) / float64(n)
	for items == nil || len(items) < len(all) && k > metricLeast {
		k = max(metricLeast, k-0.04)
		items, high = nil, 0
		for r := 0; r < len(all); r += n {
			row := all[r:min(len(all), r+n)]
			needs, draws, h := make([]float64, len(row)), make([]func(float64) scene.Item, len(row)), 0.0
			for i, m := range row {
				needs[i], draws[i] = d.asMap.Card(m.lane, d.stages[m.stage].StageBox, m.card, w/k)
				h = max(h, needs[i]*k)
			}
			y := high
			if y > 0 {
				y += usual.row
			}
			if y+h > most {
				break
			}
			for i := range row { // by their numbers, which stand at the top
				it := draws[i](needs[i])
				at := geom.Pt(x0+d.left(float64(i)*(w+colGap)-metricEdge*k, w, width), y) // on one edge with what is above
				items = append(items, scene.NewItem(it.Owner, it.Part, at, geom.Box(0, 0, w, needs[i]*k), &scene.Group{Move: geom.Transform{K: k}, Ops: it.Ops}))
			}
			high = y + h
		}
		if k <= metricLeast {
			break
		}
	}
	return items, high
}

// addMetrics adds what is measured to a slide that shows it.
func (d *Deck) addMetrics(out *scene.Scene, st int) {
	if !d.Metrics {
		return
	}
	items, h := d.metrics(st)
	top := float64(curveTop)
	if d.Kind == Whole || d.Kind == Lanes {
		top = curveLow - h
	}
	d.add(out, "metrics", geom.Pt(0, top), items...)
}

// below is the cards of a lane that a stage's metrics do not show already.
func (d *Deck) below(st int, l journey.Lane, cards []journey.Card) []journey.Card {
	if !d.Metrics || l.LaneKind != journey.Metrics {
		return cards
	}
	items, _ := d.metrics(st)
	return slices.DeleteFunc(slices.Clone(cards), func(c journey.Card) bool {
		return slices.ContainsFunc(items, func(it scene.Item) bool { return it.Owner == string(c.ID) })
	})
}

// atOnce is items as they are drawn at 100 %, at any zoom.
func atOnce(items []scene.Item) []scene.Item {
	out := slices.Clone(items)
	for i := range out {
		out[i].Ops = inFull(out[i].Ops)
	}
	return out
}

func inFull(ops []scene.Op) []scene.Op {
	var out []scene.Op
	for _, o := range ops {
		g, ok := o.(*scene.Group)
		switch {
		case !ok:
			out = append(out, o)
		case g.From <= scene.FullDetail && (g.To == 0 || g.To > scene.FullDetail):
			c := *g
			c.From, c.To, c.Ops = 0, 0, inFull(g.Ops)
			out = append(out, &c)
		}
	}
	return out
}
