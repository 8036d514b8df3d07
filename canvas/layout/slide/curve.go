package slide

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

const (
	curvePad            = 42
	strongLine, dimLine = 4, 3
	curveDim            = 0.38
	smallFace           = 11
	largeFace           = 15
	faceRing            = 3
	labelGap            = 8
	bandInset           = 2
)

// curve is the feelings of a map over all of its stages, in a band that stays
// in place from slide to slide.
type curve struct {
	d      *Deck
	lane   int // of Deck.lanes
	curves []layout.Curve
	x, w   float64
	top, h float64
	column []int // of each point of the main curve
	said   map[journey.ID]label
	label  text.Style
	face   float64
	stages bool // what is in focus is a stage, not a step
}

// label is the name of a point in its place, from the top left of the slide.
type label struct {
	block *text.Block
	at    geom.Point
}

// newCurve is the curve of the first lane of feelings that has a point; nil
// where there is none.
func (d *Deck) newCurve(was *Deck) *curve {
	if was != nil { // its cards are as they were
		if was.curve == nil {
			return nil
		}
		c := *was.curve
		c.d = d
		return &c
	}
	for i, l := range d.lanes {
		if l.LaneKind != journey.Feelings || len(d.cols) == 0 {
			continue
		}
		c := &curve{d: d, lane: i, x: side, w: d.Width - 2*side, top: curveTop, h: curveLow - curveTop,
			label: labelText, face: largeFace, stages: d.Kind != Walk}
		if d.Kind == Feelings {
			c.top, c.h, c.label, c.face = feelTop, d.feelLow()-feelTop, largeLabel, 20
		}
		cols := make([]layout.Column, len(d.cols))
		for k := range d.cols {
			cols[k] = d.cols[k].Column
		}
		c.curves = d.draw.Curves(l, cols)
		if d.RTL {
			for k := range c.curves {
				c.curves[k].Points = mirrored(c.curves[k].Points)
			}
		}
		if !slices.ContainsFunc(c.curves, func(k layout.Curve) bool { return len(k.On()) > 0 }) {
			continue
		}
		c.place()
		return c
	}
	return nil
}

// mirrored is points in the order of their places again.
func mirrored(pts []layout.CurvePoint) []layout.CurvePoint {
	out := make([]layout.CurvePoint, len(pts))
	copy(out, pts)
	for i := 1; i < len(out); i++ {
		for k := i; k > 0 && out[k].X < out[k-1].X; k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
	}
	for i := 1; i < len(out); i++ {
		if out[i].X <= out[i-1].X {
			out[i].X = out[i-1].X + 1
		}
	}
	return out
}

// y is where a feeling stands, from the top of the slide.
func (c *curve) y(v float64) float64 { return c.top + curvePad + (2-v)/4*(c.h-2*curvePad) }

// columnOf is the column in which a card stands.
func (c *curve) columnOf(card journey.Card) int {
	for i := range c.d.cols {
		if col := &c.d.cols[i]; col.Stage == card.Stage && (col.Step == card.Step || card.Step == "") {
			return i
		}
	}
	return -1
}

// of is the points of the main curve in some columns, from where reading
// begins.
func (c *curve) of(in func(column int) bool) []layout.CurvePoint {
	var out []layout.CurvePoint
	for _, p := range c.curves[0].Points {
		if k := c.columnOf(p.Card); k >= 0 && in(k) {
			if c.d.RTL {
				out = append([]layout.CurvePoint{p}, out...)
			} else {
				out = append(out, p)
			}
		}
	}
	return out
}

// in reports which columns are in focus with one of them.
func (c *curve) in(focus int) func(int) bool {
	return func(k int) bool {
		if focus < 0 || k == focus {
			return true
		}
		return c.stages && c.d.cols[k].stage == c.d.cols[focus].stage
	}
}

// band is the box behind what is in focus with a column.
func (c *curve) band(focus int) geom.Rect {
	r := geom.Rect{}
	for i := range c.d.cols {
		if c.in(focus)(i) {
			r = r.Union(geom.Box(c.x+c.d.cols[i].X, c.top, c.d.cols[i].W, c.h))
		}
	}
	if r.W() > 4*bandInset {
		r.Min.X, r.Max.X = r.Min.X+bandInset, r.Max.X-bandInset
	}
	return r
}

// place finds places for the names of the points, each beside its own face and
// clear of the others of its stage.
func (c *curve) place() {
	c.said = map[journey.ID]label{}
	lines := c.track()
	for focus := range c.d.cols {
		if c.stages && focus > 0 && c.d.cols[focus-1].stage == c.d.cols[focus].stage {
			continue
		}
		pts := c.of(c.in(focus))
		var taken []geom.Rect
		for _, p := range pts {
			taken = append(taken, geom.Circle(geom.Pt(c.x+p.X, c.y(p.V)), c.radius(p)).Round.Rect)
		}
		for _, p := range pts {
			if p.Card.Title == "" || p.Loose {
				continue
			}
			if l, ok := c.beside(p, max(c.band(focus).W(), labelLeast), taken, lines); ok {
				c.said[p.Card.ID] = l
				taken = append(taken, geom.Box(l.at.X, l.at.Y, l.block.Width, l.block.Height))
			}
		}
	}
}

const labelLeast, labelWide = 180, 420 // what a name may take of the width

// beside is the name of a point in its place: no wider than what is in focus,
// else on fewer lines; clear of the curve where it can be.
func (c *curve) beside(p layout.CurvePoint, width float64, taken, lines []geom.Rect) (label, bool) {
	for _, avoid := range [][]geom.Rect{lines, nil} {
		for _, w := range []float64{width, max(width, labelWide)} {
			b := c.d.set(p.Card.Title, c.label, min(w, c.w))
			if len(b.Lines) > 3 {
				continue
			}
			if r, ok := c.free(p, b, taken, avoid); ok {
				return label{b, r.Min}, true
			}
		}
	}
	return label{}, false
}

// free is a place for the name of a point: above a good feeling, below a bad
// one, in the middle or to a side, else beside it.
func (c *curve) free(p layout.CurvePoint, b *text.Block, taken, avoid []geom.Rect) (geom.Rect, bool) {
	x := c.x + p.X
	above, below := c.y(p.V)-c.face-labelGap-b.Height+3, c.y(p.V)+c.face+labelGap-2
	ys := []float64{above, below}
	if p.V < 0 {
		ys = []float64{below, above}
	}
	var places []geom.Point
	for _, y := range ys {
		for _, left := range []float64{x - b.Width/2, x - c.face, x + c.face - b.Width} {
			places = append(places, geom.Pt(left, y))
		}
	}
	for _, left := range []float64{x + c.face + labelGap, x - c.face - labelGap - b.Width} {
		places = append(places, geom.Pt(left, c.y(p.V)-b.Height/2))
	}
	for _, at := range places {
		r := geom.Box(min(max(at.X, side), c.d.Width-side-b.Width), at.Y, b.Width, b.Height)
		if r.Min.Y >= c.top-12 && r.Max.Y <= c.top+c.h+12 && r.Min.X >= side && !meets(taken, r) && !meets(avoid, r) {
			return r, true
		}
	}
	return geom.Rect{}, false
}

// track is where the main curve runs, in boxes; none where it has so many points
// that nobody could keep clear of it.
func (c *curve) track() []geom.Rect {
	on := c.curves[0].On()
	if len(on) == 0 || len(on) > 100 {
		return nil
	}
	way := layout.Way(on, c.y, c.w)
	var out []geom.Rect
	for _, l := range way.Flatten(1) {
		for i := 1; i < len(l.Points); i++ {
			p, q := l.Points[i-1], l.Points[i]
			out = append(out, geom.Rect{Min: geom.Pt(c.x+min(p.X, q.X), min(p.Y, q.Y)), Max: geom.Pt(c.x+max(p.X, q.X), max(p.Y, q.Y))}.Grow(strongLine))
		}
	}
	return out
}

func meets(all []geom.Rect, r geom.Rect) bool {
	for _, t := range all {
		if t.Overlaps(r) {
			return true
		}
	}
	return false
}

// radius is how large a point in focus is.
func (c *curve) radius(p layout.CurvePoint) float64 {
	if p.Card.Title != "" && !p.Loose {
		return c.face
	}
	return math.Round(c.face/2) - 0.5
}

// unsaid is the cards of the lane that the curve does not say in full: those of
// other curves, without a feeling, with a text, or whose name has no room.
func (c *curve) unsaid(cards []journey.Card) []journey.Card {
	main := map[journey.ID]bool{}
	for _, p := range c.curves[0].Points {
		main[p.Card.ID] = !p.Loose
	}
	var out []journey.Card
	for _, card := range cards {
		_, said := c.said[card.ID]
		if !main[card.ID] || card.Text != "" || card.Title != "" && !said {
			out = append(out, card)
		}
	}
	return out
}

// line draws the axis, the tint and the curves over some ground.
func (c *curve) line(ground scene.Color, width float64) []scene.Op {
	d := c.d
	dotted := func(v float64) scene.Op {
		return &scene.Stroke{Path: geom.Segment(geom.Pt(c.x, c.y(v)), geom.Pt(c.x+c.w, c.y(v))), Paint: scene.Solid(d.Theme.Hair),
			Pen: geom.Pen{Width: 1, Cap: geom.RoundCap, Dash: []float64{2, 6}}, Least: 1}
	}
	zero := &scene.Stroke{Path: geom.Segment(geom.Pt(c.x, c.y(0)), geom.Pt(c.x+c.w, c.y(0))), Paint: scene.Solid(d.Theme.Hair2), Pen: geom.Pen{Width: 1}, Least: 1}
	ops := []scene.Op{dotted(2), dotted(-2), zero}
	y := func(v float64) float64 { return c.y(v) }
	for i, k := range c.curves {
		on := k.On()
		if len(on) == 0 {
			continue
		}
		way := layout.Way(on, y, c.w)
		way = way.Transformed(geom.Transform{K: 1, D: geom.Pt(c.x, 0)})
		if i > 0 {
			ops = append(ops, &scene.Stroke{Path: way, Paint: scene.Solid(d.Theme.Ink3), Pen: geom.Pen{Width: 2, Join: geom.RoundJoin, Dash: []float64{6, 6}}, Least: 1})
			continue
		}
		area := geom.Path{Verbs: append([]geom.Verb(nil), way.Verbs...), Points: append([]geom.Point(nil), way.Points...)}
		area.LineTo(c.x+c.w, c.y(0))
		area.LineTo(c.x, c.y(0))
		area.Close()
		ops = append(ops, &scene.Fill{Path: area, Paint: scene.Paint{Gradient: d.draw.Shade(y, ground)}},
			&scene.Stroke{Path: way, Paint: scene.Paint{Gradient: d.draw.Spectrum(y)}, Pen: geom.Pen{Width: width, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 2})
	}
	return ops
}

// names is the names of the curves, where there are several, at the end at
// which they are read last.
func (c *curve) names() []scene.Op {
	if len(c.curves) < 2 {
		return nil
	}
	var ops []scene.Op
	var taken []geom.Rect
	for i, k := range c.curves {
		on := k.On()
		if len(on) == 0 || k.Name == "" {
			continue
		}
		end := on[len(on)-1]
		if c.d.RTL {
			end = on[0]
		}
		st := footText
		if i == 0 {
			st = pillText
		}
		b := c.d.set(k.Name, st, 240)
		x := c.d.left(c.d.Width-side-b.Width, b.Width, c.d.Width)
		r := geom.Box(x, c.y(end.V)-b.Height-faceRing-largeFace, b.Width, b.Height)
		for n := 0; meets(taken, r) && n < 8; n++ {
			r = r.Add(geom.Pt(0, b.Height))
		}
		taken = append(taken, r)
		ops = append(ops, c.d.draw.Halo(b, r.Min.X, r.Min.Y, 0, c.d.Theme.Present)...)
		ops = append(ops, c.d.draw.Words(b, r.Min.X, r.Min.Y, 0, c.d.Theme.Ink2)...)
	}
	return ops
}

// dim is the whole curve as what surrounds the focus.
func (c *curve) dim() []scene.Item {
	ops := c.line(c.d.Theme.Present, dimLine)
	for i := len(c.curves) - 1; i >= 0; i-- {
		for _, p := range c.curves[i].Points {
			ops = append(ops, c.mark(p, i > 0, smallFace, c.d.Theme.Present)...)
		}
	}
	it := scene.NewItem("", layout.CurvePart, geom.Point{}, geom.Rect{}, faint(ops, c.d.Theme.Present, curveDim, 1)...)
	it.Alt = c.d.draw.Describe(c.d.lanes[c.lane], c.curves[0])
	return []scene.Item{it, scene.NewItem("", "names", geom.Point{}, geom.Rect{}, c.names()...)}
}

// mark draws a point: a face where it has a name, else a dot.
func (c *curve) mark(p layout.CurvePoint, further bool, r float64, ground scene.Color) []scene.Op {
	at := geom.Pt(c.x+p.X, c.y(p.V))
	switch {
	case further:
		if p.Loose {
			return nil
		}
		return []scene.Op{layout.Fill(geom.Circle(at, 4), c.d.Theme.Ink3)}
	case p.Loose:
		return []scene.Op{layout.Fill(geom.Circle(at, r/2+2), ground),
			&scene.Stroke{Path: geom.Circle(at, r/2-1), Paint: scene.Solid(c.d.Theme.Ink3), Pen: geom.Pen{Width: 2}}}
	case p.Card.Title == "":
		return []scene.Op{layout.Fill(geom.Circle(at, r/2+2), ground), layout.Fill(geom.Circle(at, r/2-0.5), c.d.draw.Tone(p.V))}
	}
	return append([]scene.Op{layout.Fill(geom.Circle(at, r+faceRing), ground)}, c.d.draw.Face(p.V, at, r)...)
}

// strong is the curve over the tint of what is in focus, without its points:
// what is to be seen of it is band.
func (c *curve) strong(focus int) scene.Item {
	tint := c.d.hue(c.d.cols[focus].stage).Tint
	r := c.band(focus)
	clip := geom.RoundRect(r, min(radius, r.W()/2))
	ops := append([]scene.Op{layout.Fill(clip, tint)}, &scene.Group{Move: geom.Identity, Clip: &clip, Ops: c.line(tint, strongLine)})
	return scene.NewItem("", "focus", geom.Point{}, geom.Rect{}, ops...)
}

// points is the points in focus with a column, with their names.
func (c *curve) points(focus int) []scene.Item {
	ground := c.d.Theme.Present
	if focus >= 0 {
		ground = c.d.hue(c.d.cols[focus].stage).Tint
	}
	var out []scene.Item
	var taken []geom.Rect // by what people said of other points
	for i := len(c.curves) - 1; i > 0; i-- {
		for _, p := range c.curves[i].Points {
			if k := c.columnOf(p.Card); k >= 0 && c.in(focus)(k) {
				out = append(out, c.point(p, true, ground, &taken))
			}
		}
	}
	for _, p := range c.of(c.in(focus)) {
		out = append(out, c.point(p, false, ground, &taken))
	}
	return out
}

func (c *curve) point(p layout.CurvePoint, further bool, ground scene.Color, taken *[]geom.Rect) scene.Item {
	at := geom.Pt(c.x+p.X, c.y(p.V))
	r := geom.Circle(at, c.face).Round.Rect
	ops := c.mark(p, further, c.face, ground)
	l, said := c.said[p.Card.ID]
	if said && !further {
		ops = append(ops, c.d.draw.Halo(l.block, l.at.X, l.at.Y, 0.5, ground)...)
		ops = append(ops, c.d.draw.Words(l.block, l.at.X, l.at.Y, 0.5, c.d.Theme.Ink)...)
	}
	y, below := at.Y-c.radius(p)-labelGap, said && l.at.Y < at.Y || !said && p.V < 0 // where its name is not
	if below {
		y = at.Y + c.radius(p) + labelGap
	}
	ops = append(ops, c.d.around(p.Card.ID, at.X, y, below, taken)...)
	it := scene.NewItem(string(p.Card.ID), layout.PointPart, geom.Point{}, r, ops...)
	if said {
		it.Fields = []scene.Field{{Part: layout.TitlePart, At: l.at, Block: l.block, Width: l.block.Width}}
	}
	return it
}
