package slide

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// The measures of a page of notes, u: a sheet of A4 that has the slide above
// what the speaker says.
const (
	HandoutWidth, HandoutHeight = 1440, 2036
	handoutEdge, handoutGap     = 96, 64
)

var (
	handoutText = text.Style{Weight: text.Regular, Size: 28, Line: 42}
	handoutFoot = text.Style{Weight: text.Regular, Size: 24, Line: 32}
)

// Handout is a slide with its notes on paper; notes that do not fit go on on
// further pages. A stage's notes stand below the first of its slides.
func (d *Deck) Handout(i int) []*scene.Scene {
	width := float64(HandoutWidth - 2*handoutEdge)
	k := width / d.Width
	low := float64(HandoutHeight - handoutEdge - handoutGap)
	var pages []*scene.Scene
	y := 0.0
	page := func() {
		s := &scene.Scene{Size: geom.Pt(HandoutWidth, HandoutHeight), Ground: d.Theme.Map}
		pages = append(pages, s)
		y = handoutEdge
		foot := d.line(d.Slides[i].Count, handoutFoot)
		d.add(s, "count", geom.Point{}, scene.NewItem("", "foot", geom.Point{}, geom.Rect{},
			d.draw.Words(foot, HandoutWidth-handoutEdge-foot.Width, HandoutHeight-handoutEdge, 0, d.Theme.Ink3)...))
	}
	page()
	sc := d.Scene(i)
	ground := geom.Rectangle(geom.Box(0, 0, width, Height*k))
	d.add(pages[0], "ground", geom.Pt(handoutEdge, y), scene.NewItem("", "ground", geom.Point{}, geom.Rect{},
		&scene.Fill{Path: ground, Paint: scene.Solid(sc.Ground)},
		&scene.Stroke{Path: ground, Paint: scene.Solid(d.Theme.Hair2), Pen: geom.Pen{Width: 1}, Least: 1}))
	for _, b := range sc.Blocks {
		d.add(pages[0], b.Name, b.At.Mul(k).Add(geom.Pt(handoutEdge, y)), scaled(b.Items, k)...)
	}
	y += Height*k + handoutGap
	if i > 0 && d.Slides[i-1].Index == d.Slides[i].Index {
		return pages
	}
	for _, para := range strings.Split(d.Notes(i), "\n") {
		h, draw := d.draw.Rich(para, handoutText, width)
		pieces := []struct {
			h    float64
			draw func(x, y float64, ink scene.Color) []scene.Op
		}{{h, draw}}
		if h > low-handoutEdge { // longer than a page: its letters, without markup
			pieces = pieces[:0]
			for _, b := range d.cut(para, handoutText, width, low-handoutEdge) {
				pieces = append(pieces, struct {
					h    float64
					draw func(x, y float64, ink scene.Color) []scene.Op
				}{b.Height, func(x, y float64, ink scene.Color) []scene.Op {
					ops, _ := d.put(b, x, y, width, ink)
					return ops
				}})
			}
		}
		for _, p := range pieces {
			if y+p.h > low {
				page()
			}
			d.add(pages[len(pages)-1], "notes", geom.Point{}, scene.NewItem("", "notes", geom.Point{}, geom.Rect{}, p.draw(handoutEdge, y, d.Theme.Ink)...))
			y += p.h
		}
	}
	return pages
}
