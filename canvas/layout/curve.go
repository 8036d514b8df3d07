package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// draw draws the lane: its axis, the curves, their points and names.
func (d *curveDrawing) draw(height float64) []scene.Item {
	c := d.cell
	y, shift := d.scaled(height), 0.0
	if !d.place(y, height) && height > d.need && d.placed { // as it was found to fit
		shift = (height - d.need) / 2
		fit := d.scaled(d.need)
		y = func(v float64) float64 { return fit(v) + shift }
		d.place(y, height)
	}
	dotted := func(v float64) scene.Op {
		return &scene.Stroke{Path: geom.Segment(geom.Pt(0, y(v)), geom.Pt(c.w, y(v))), Paint: scene.Solid(c.Theme.Hair),
			Pen: geom.Pen{Width: 1, Cap: geom.RoundCap, Dash: []float64{2, 6}}, Least: 1}
	}
	foot := y(d.look.foot)
	axis := []scene.Op{line(geom.Pt(0, foot), geom.Pt(c.w, foot), c.Theme.Hair2)}
	if d.look.faces {
		axis = append([]scene.Op{scene.Detail(zoomTitles, 0, dotted(2), dotted(-2))}, axis...)
	}
	items := []scene.Item{scene.NewItem("", "axis", geom.Point{}, geom.Rect{}, axis...)}
	for i, k := range d.curves {
		if on := k.on(); len(on) > 0 {
			items = append(items, d.line(k, on, i == 0, y, height))
		}
	}
	if l := d.leaders(); len(l) > 0 {
		items = append(items, scene.NewItem("", "leader", geom.Point{}, geom.Rect{}, scene.Detail(legible/stepName.Size, 0, l...)))
	}
	for i := len(d.curves) - 1; i >= 0; i-- {
		for k, p := range d.curves[i].pts {
			items = append(items, d.point(i, p, y(p.v), d.labels[i][k]))
		}
	}
	for _, l := range d.names {
		ink := c.Theme.Ink2
		if l.main {
			ink = c.Theme.Ink
		}
		ops := []scene.Op{scene.Detail(legible/l.block.Style.Size, 0, c.halo(l.block, l.at, 0, c.Theme.Map)...)}
		ops = append(ops, c.words(l.block, l.at.X, l.at.Y, ink, zoomTitles, zoomTitles)...)
		items = append(items, scene.NewItem("", "name", geom.Point{}, geom.Rect{}, ops...))
	}
	return items
}

// line draws a curve: the main one in the colours of its feelings, or of its
// lane, with a tint between it and its foot, every other one dashed.
func (d *curveDrawing) line(k curve, pts []feelingPoint, main bool, y func(float64) float64, height float64) scene.Item {
	c := d.cell
	way := monotone(pts, y, c.w)
	if !main {
		pen := geom.Pen{Width: furtherWidth, Join: geom.RoundJoin, Dash: []float64{4, 4}}
		it := scene.NewItem("", CurvePart, geom.Point{}, geom.Rect{}, &scene.Stroke{Path: way, Paint: scene.Solid(c.Theme.Ink3), Pen: pen, Least: 1})
		it.Alt = describe(c.lane, k.name, pts)
		return it
	}
	area := geom.Path{Verbs: slices.Clone(way.Verbs), Points: slices.Clone(way.Points)}
	foot := y(d.look.foot)
	area.LineTo(c.w, foot)
	area.LineTo(0, foot)
	area.Close()
	shade, ink := c.shade(y, c.Theme.Map), scene.Paint{Gradient: c.spectrum(y)}
	if !d.look.faces {
		colour, tint := c.Theme.Wire, c.Theme.Wire.Over(c.Theme.Map, 0.3)
		if c.lane.Hue > 0 {
			colour, tint = c.hue(0).Solid, c.hue(0).Line
		}
		ink = scene.Solid(colour)
		shade = &scene.Gradient{From: geom.Pt(0, y(2)), To: geom.Pt(0, foot), Stops: []scene.Stop{{At: 0, Color: tint}, {At: 1, Color: tint.Over(c.Theme.Map, 0.15)}}}
	}
	it := scene.NewItem(string(c.lane.ID), CurvePart, geom.Point{}, geom.Box(0, 0, c.w, height),
		&scene.Fill{Path: area, Paint: scene.Paint{Gradient: shade}},
		&scene.Stroke{Path: way, Paint: ink, Pen: geom.Pen{Width: curveWidth, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 2})
	it.Alt = describe(c.lane, k.name, pts)
	return it
}

// monotone is the curve through the points: cubic, flat at turning points and
// ends, with the harmonic mean of the slopes elsewhere, so that it never
// overshoots a point (Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5, 1984).
// It runs out flat to both edges of the lane.
func monotone(pts []feelingPoint, y func(float64) float64, w float64) geom.Path {
	n := len(pts)
	slope := make([]float64, n) // at each point
	rise := func(i int) float64 { return (y(pts[i+1].v) - y(pts[i].v)) / (pts[i+1].x - pts[i].x) }
	for i := 1; i < n-1; i++ {
		if a, b := rise(i-1), rise(i); a*b > 0 {
			slope[i] = 2 * a * b / (a + b)
		}
	}
	var p geom.Path
	p.MoveTo(min(0, pts[0].x), y(pts[0].v))
	p.LineTo(pts[0].x, y(pts[0].v))
	for i := range n - 1 {
		a, b := pts[i], pts[i+1]
		h := (b.x - a.x) / 3
		p.CubicTo(a.x+h, y(a.v)+slope[i]*h, b.x-h, y(b.v)-slope[i+1]*h, b.x, y(b.v))
	}
	p.LineTo(max(w, pts[n-1].x), y(pts[n-1].v))
	return p
}

// spectrum runs through the feelings' colours from +2 down to −2.
func (f *frame) spectrum(y func(float64) float64) *scene.Gradient {
	g := &scene.Gradient{From: geom.Pt(0, y(2)), To: geom.Pt(0, y(-2))}
	for i := range 5 {
		g.Stops = append(g.Stops, scene.Stop{At: float64(i) / 4, Color: f.Theme.Feelings[4-i]})
	}
	return g
}

// shade is the tint between curve and zero line, blended over a ground.
func (f *frame) shade(y func(float64) float64, ground scene.Color) *scene.Gradient {
	t := &f.Theme.Feelings
	return &scene.Gradient{From: geom.Pt(0, y(2)), To: geom.Pt(0, y(-2)), Stops: []scene.Stop{
		{At: 0, Color: t[4].Over(ground, 0.26)}, {At: 0.5, Color: t[2].Over(ground, 0.02)}, {At: 1, Color: t[0].Over(ground, 0.26)},
	}}
}

// describe says in words what the curve shows.
func describe(lane journey.Lane, name string, pts []feelingPoint) string {
	s := lane.Title + ": "
	if name != "" {
		s = lane.Title + ", " + name + ": "
	}
	for i, p := range pts {
		if i > 0 {
			s += ", "
		}
		if p.card.Title != "" {
			s += p.card.Title + " "
		}
		s += p.card.Feeling.String()
	}
	return s
}
