package slide

import (
	"math"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
)

const (
	mapTop, mapLow = 28, 846
	mapMost        = 1.6 // how large a small map is shown
)

// maps makes slides of the map itself: one of all of it, or one a lane.
func (d *Deck) maps(was *Deck) {
	if was != nil {
		d.layout = was.layout
	} else {
		d.layout = layout.New(d.Options.Options, d.Map.ID)
	}
	d.sheet = d.layout.Update(d.p)
	_, k := d.fit()
	all := Slide{Index: -1, Title: d.Map.Title, Map: k, panel: -1, column: -1}
	for _, l := range d.lanes {
		for _, c := range d.draw.LaneCards(l) {
			all.Cards = append(all.Cards, c.ID)
		}
	}
	if !d.laned() {
		d.Slides = []Slide{all}
		return
	}
	for i, r := range d.sheet.Rows {
		s := Slide{Index: -1, Title: r.Title, Count: d.laneCount(i), Map: k, panel: -1, column: -1}
		for _, c := range d.draw.LaneCards(r.Lane) {
			s.Cards = append(s.Cards, c.ID)
		}
		d.Slides = append(d.Slides, s)
	}
}

// fit is where the map stands on a slide, and how large.
func (d *Deck) fit() (at geom.Point, k float64) {
	s := d.sheet
	w, h := s.HeaderWidth+s.Body.Size.X, s.BandHeight+s.Body.Size.Y
	if s.Looped() {
		w, h = s.Body.Size.X, s.Body.Size.Y
	}
	top, low := d.mapFrom(), float64(mapLow)
	if d.Metrics {
		_, h := d.metrics(-1)
		low = curveLow - h - panelGap
	}
	k = min(mapMost, (d.Width-2*side)/max(w, 1), (low-top)/max(h, 1))
	return geom.Pt((d.Width-w*k)/2, top+math.Max(0, (low-top-h*k)/2)), k
}

// mapSlide draws the map, up to the lane that a slide is about.
func (d *Deck) mapSlide(out *scene.Scene, i int) {
	if d.sheet == nil {
		return
	}
	at, k := d.fit()
	s := d.sheet
	limit := math.Inf(1)
	if d.laned() {
		limit = s.Rows[i].Y + s.Rows[i].H
		d.laneName(out, i)
	}
	x, y, beside := s.HeaderWidth, s.BandHeight, 0.0
	switch {
	case s.Looped():
		x, y = 0, 0
	case s.Mirrored: // the lanes' names stand at the right
		x, beside = s.Body.Size.X-s.Seen.Axis, s.Body.Size.X
	}
	for _, part := range []struct {
		name string
		sc   *scene.Scene
		at   geom.Point
		rows bool
	}{
		{"body", s.Seen.Body, geom.Pt(x, y), true},
		{"corner", s.Seen.Corner, geom.Pt(beside, 0), false},
		{"band", s.Seen.Band, geom.Pt(x, 0), false},
		{"headers", s.Seen.Headers, geom.Pt(beside, y), true},
	} {
		for _, b := range part.sc.Blocks {
			if part.rows && (b.At.Y >= limit-0.5 || strings.HasPrefix(b.Name, "link") && b.At.Y+b.Bounds.Max.Y > limit) {
				if part.name == "headers" {
					d.add(out, "to come/"+b.Name, at.Add(part.at.Add(b.At).Mul(k)), d.pale(scaled(b.Items, k))...)
				}
				continue
			}
			d.add(out, part.name+"/"+b.Name, at.Add(part.at.Add(b.At).Mul(k)), scaled(b.Items, k)...)
		}
	}
	d.addMetrics(out, -1)
	d.add(out, "foot", geom.Point{}, d.foot(d.Slides[i].Count)...)
	for i := range out.Blocks {
		if b := &out.Blocks[i]; b.Name == "metrics" || b.Name == "foot" || b.Name == "title" { // as on other slides, however small the map is
			b.Block = scene.NewBlock(atOnce(b.Items))
		}
	}
}

// scaled is items k times as large, which are found where they are drawn.
func scaled(items []scene.Item, k float64) []scene.Item {
	out := make([]scene.Item, len(items))
	for i, it := range items {
		n := scene.NewItem(it.Owner, it.Part, it.At.Mul(k), it.Box.Mul(k), &scene.Group{Move: geom.Transform{K: k}, Ops: it.Ops})
		n.Alt = it.Alt
		for _, f := range it.Fields {
			n.Fields = append(n.Fields, f.Scaled(k))
		}
		for _, r := range it.Hits {
			n.Hits = append(n.Hits, r.Mul(k))
		}
		out[i] = n
	}
	return out
}
