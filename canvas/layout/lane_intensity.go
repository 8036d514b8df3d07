package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// intensity draws how engaged somebody is: an arc that rises from the lane's
// foot, in one colour, for it says how much and not how good.
type intensity struct{}

func (intensity) whole() {}

const (
	arcRow   = 148
	arcNames = 52 // width of the scale's names beside the lane's title
)

func (intensity) lay(c *cell) laid {
	pts := c.points()
	top, bottom := float64(CurvePad), float64(CurvePad)
	for i := range pts {
		p := &pts[i]
		if p.card.Title == "" {
			continue
		}
		p.label = c.set(p.card.Title, stepName, labelWidth, text.Balanced)
		if more := p.label.Height - stepName.Line; p.v >= 0 {
			top = max(top, CurvePad+more)
		} else {
			bottom = max(bottom, CurvePad+more)
		}
	}
	names := 0.0 // the row is as high as those beside it need
	blocks := c.scaleNames(c.lane)
	for _, b := range blocks {
		names = max(names, b.Height)
	}
	need := max(arcRow+top+bottom-2*CurvePad, names*float64(len(blocks)-1)+2*CurvePad, names+2*CurvePad)
	return laid{need, func(height float64) []scene.Item { return c.arc(pts, top, bottom, height) }}
}

// arc draws the lane at a height.
func (c *cell) arc(pts []feelingPoint, top, bottom, height float64) []scene.Item {
	y := func(v float64) float64 { return top + (2-v)/4*(height-top-bottom) }
	items := []scene.Item{scene.NewItem("", "axis", geom.Point{}, geom.Rect{}, line(geom.Pt(0, y(-2)), geom.Pt(c.w, y(-2)), c.Theme.Hair2))}
	ink, tint := c.Theme.Wire, c.Theme.Wire.Over(c.Theme.Map, 0.3)
	if c.lane.Hue > 0 {
		ink, tint = c.hue(0).Solid, c.hue(0).Line
	}
	on := slices.DeleteFunc(slices.Clone(pts), func(p feelingPoint) bool { return p.loose })
	if len(on) > 0 {
		way := monotone(on, y, c.w)
		area := geom.Path{}
		area.Append(way)
		area.LineTo(c.w, y(-2))
		area.LineTo(0, y(-2))
		area.Close()
		shade := &scene.Gradient{From: geom.Pt(0, y(2)), To: geom.Pt(0, y(-2)), Stops: []scene.Stop{{At: 0, Color: tint}, {At: 1, Color: tint.Over(c.Theme.Map, 0.15)}}}
		it := scene.NewItem(string(c.lane.ID), CurvePart, geom.Point{}, geom.Box(0, 0, c.w, height),
			&scene.Fill{Path: area, Paint: scene.Paint{Gradient: shade}},
			&scene.Stroke{Path: way, Paint: scene.Solid(ink), Pen: geom.Pen{Width: curveWidth, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 2})
		it.Alt = c.describe(on)
		items = append(items, it)
	}
	labels := c.placeLabels(pts, y, height)
	for i, p := range pts {
		items = append(items, c.arcPoint(p, y(p.v), labels[i], ink))
	}
	return items
}

// arcPoint draws one point around its place.
func (c *cell) arcPoint(p feelingPoint, y float64, at geom.Point, ink scene.Color) scene.Item {
	o := geom.Point{}
	ops := []scene.Op{fill(geom.Circle(o, dotR+dotRing), c.Theme.Map), fill(geom.Circle(o, dotR), ink)}
	if p.loose {
		ops[1] = &scene.Stroke{Path: geom.Circle(o, dotR-0.75), Paint: scene.Solid(c.Theme.Ink3), Pen: geom.Pen{Width: 1.5}}
	}
	b := p.label
	if b == nil {
		b = c.set("", stepName, labelWidth, text.Balanced)
		at = geom.Pt(0, -faceR-labelGap-b.Height)
	} else {
		ops = append(ops, scene.Detail(legible/stepName.Size, 0, c.halo(b, at)...))
		ops = append(ops, c.aligned(b, at.X, at.Y, 0.5, c.Theme.Ink, zoomTitles, zoomTitles)...)
	}
	it := scene.NewItem(string(p.card.ID), PointPart, geom.Pt(p.x, y), geom.Box(-faceR, -faceR, 2*faceR, 2*faceR), ops...)
	it.Fields = []scene.Field{{Part: TitlePart, At: at, Block: b, Width: b.Width}}
	return it
}

func (intensity) room() float64 { return 0 }

// besides is what the names of the scale take beside the lane's title.
func (intensity) besides(f *frame, l journey.Lane) float64 {
	w := 0.0
	for _, b := range f.scaleNames(l) {
		w = max(w, b.Width)
	}
	return w + 8
}

// scaleNames is the names of a lane's scale, least first, or its ends where it
// has none.
func (f *frame) scaleNames(l journey.Lane) []*text.Block {
	s := l.Scale()
	names := s.Names
	if len(names) < 2 {
		names = []string{formatNumber(journey.Num(s.Least)), formatNumber(journey.Num(s.Greatest))}
	}
	out := make([]*text.Block, len(names))
	for i, name := range names {
		out[i] = f.set(name, caption, arcNames, text.Greedy)
	}
	return out
}

// side is the names of the scale at their heights.
func (intensity) side(f *frame, _ *Sheet, l journey.Lane, w, height float64) []scene.Op {
	var ops []scene.Op
	names := f.scaleNames(l)
	for i, b := range names {
		y := height - CurvePad - float64(i)/float64(len(names)-1)*(height-2*CurvePad)
		ops = append(ops, f.aligned(b, w-headerPadX-b.Width, y-b.Height/2, 1, f.Theme.Ink3, zoomTitles, zoomTitles)...)
	}
	return ops
}
