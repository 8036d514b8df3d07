package slide

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// metrics is what a stage measures, or each stage's first metric where all are
// shown, between two heights of the slide. What there is no room for stands on
// the stage's own pages.
func (d *Deck) metrics(st int, top, low float64) []scene.Item {
	type metric struct {
		lane  journey.Lane
		card  journey.Card
		stage int
	}
	var all []metric
	for i := range d.stages {
		if st >= 0 && i != st {
			continue
		}
		for _, l := range d.lanes {
			for _, c := range d.draw.StageCards(l.ID, d.stages[i].ID) {
				if l.LaneKind == journey.Metrics && (st >= 0 || len(all) == 0 || all[len(all)-1].stage != i) {
					all = append(all, metric{l, c, i})
				}
			}
		}
	}
	if len(all) == 0 {
		says := "No metrics for this stage."
		if st < 0 {
			says = "This map has no metrics."
		}
		b := d.line(d.draw.Say(says), goalText)
		return []scene.Item{scene.NewItem("", "metrics", geom.Point{}, geom.Rect{}, d.draw.Words(b, (d.Width-b.Width)/2, (top+low-b.Height)/2, 0, d.Theme.Ink3)...)}
	}
	const most, least = 1.8, 1.28 // how many times as large as in the map
	n := min(len(all), 4)
	if st < 0 {
		n = min(len(all), 8)
	}
	width := d.Width - 2*side
	wide := max(n, 3) // one alone is no wider than a third
	w := (width - colGap*float64(wide-1)) / float64(wide)
	var items []scene.Item
	y := top
	for r := 0; r*n < len(all); r++ {
		row := all[r*n : min(len(all), (r+1)*n)]
		k, high := most, 0.0
		for ; ; k -= 0.04 {
			high = 0
			for _, m := range row {
				need, _ := d.draw.Card(m.lane, d.stages[m.stage].StageBox, m.card, w/k)
				high = max(high, need*k)
			}
			if k < least+0.04 || y+high <= low {
				break
			}
		}
		if y+high > low {
			break
		}
		for i, m := range row {
			_, draw := d.draw.Card(m.lane, d.stages[m.stage].StageBox, m.card, w/k)
			it := draw(high / k)
			at := geom.Pt(side+d.left(float64(i)*(w+colGap), w, width), y)
			items = append(items, scene.NewItem(it.Owner, it.Part, at, geom.Box(0, 0, w, high), &scene.Group{Move: geom.Transform{K: k}, Ops: it.Ops}))
		}
		y += high + boxGap
	}
	return items
}
