package layout

import (
	"cmp"
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// feelings draws a curve from the first column to the last, with a face and a
// label at the points that have a name.
type feelings struct{}

func (feelings) whole() {}

const (
	curveRow            = 188
	faceR, faceRing     = 11, 3
	dotR, dotRing       = 5, 2.5
	labelGap, labelHalo = 8, 3
	labelWidth          = 176
	curveWidth          = 2.5
)

// feelingPoint is a point of a curve, or a card beside it that has no feeling
// yet.
type feelingPoint struct {
	card  journey.Card
	loose bool
	x, v  float64 // u in the lane; −2 to +2
	hue   int     // of its feeling, 0 to 4
	label *text.Block
}

func (feelings) lay(c *cell) laid {
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
	need := max(curveRow, c.lane.Height) + top + bottom - 2*CurvePad
	return laid{need, func(height float64) []scene.Item { return c.curve(pts, top, bottom, height) }}
}

// points is the lane's points from left to right.
func (c *cell) points() []feelingPoint {
	scale := c.lane.Scale()
	var pts []feelingPoint
	for i, col := range c.columns {
		for _, card := range c.cardsAt(c.lane.ID, c.columns, i) {
			v := 0.0
			if card.Feeling.Set {
				v = scale.Normal(card.Feeling.Value)
			}
			x := col.X + col.W*(0.5+float64(card.Offset)/4)
			pts = append(pts, feelingPoint{card: card, loose: !card.Feeling.Set, x: x, v: v, hue: faceOf(v)})
		}
	}
	slices.SortStableFunc(pts, func(a, b feelingPoint) int { return cmp.Compare(a.x, b.x) })
	// two points in one place have no curve between them: the later one moves on
	for i := 1; i < len(pts); i++ {
		if pts[i].x <= pts[i-1].x {
			pts[i].x = pts[i-1].x + 1
		}
	}
	return pts
}

// faceOf is the face, 0 to 4, of a value from −2 to +2.
func faceOf(v float64) int { return int(math.Round(v)) + 2 }

// curve draws the lane at a height.
func (c *cell) curve(pts []feelingPoint, top, bottom, height float64) []scene.Item {
	y := func(v float64) float64 { return top + (2-v)/4*(height-top-bottom) }
	dotted := func(v float64) scene.Op {
		return &scene.Stroke{Path: geom.Segment(geom.Pt(0, y(v)), geom.Pt(c.w, y(v))), Paint: scene.Solid(c.Theme.Hair),
			Pen: geom.Pen{Width: 1, Cap: geom.RoundCap, Dash: []float64{2, 6}}, Least: 1}
	}
	zero := line(geom.Pt(0, y(0)), geom.Pt(c.w, y(0)), c.Theme.Hair2)
	items := []scene.Item{
		scene.NewItem("", "axis", geom.Point{}, geom.Rect{}, scene.Detail(zoomTitles, 0, dotted(2), dotted(-2)), zero),
	}
	on := slices.DeleteFunc(slices.Clone(pts), func(p feelingPoint) bool { return p.loose })
	if len(on) > 0 {
		items = append(items, c.line(on, y, height))
	}
	labels := c.placeLabels(pts, y, height)
	for i, p := range pts {
		items = append(items, c.point(p, y(p.v), labels[i]))
	}
	return items
}

// line draws the curve and the tint under it.
func (c *cell) line(pts []feelingPoint, y func(float64) float64, height float64) scene.Item {
	way := monotone(pts, y, c.w)
	area := way
	area.Verbs = slices.Clone(way.Verbs)
	area.Points = slices.Clone(way.Points)
	area.LineTo(c.w, y(0))
	area.LineTo(0, y(0))
	area.Close()
	r := geom.Box(0, 0, c.w, height)
	it := scene.NewItem(string(c.lane.ID), CurvePart, geom.Point{}, r,
		&scene.Fill{Path: area, Paint: scene.Paint{Gradient: c.shade(y)}},
		&scene.Stroke{Path: way, Paint: scene.Paint{Gradient: c.spectrum(y)}, Pen: geom.Pen{Width: curveWidth, Cap: geom.RoundCap, Join: geom.RoundJoin}, Least: 2})
	it.Alt = c.describe(pts)
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
func (c *cell) spectrum(y func(float64) float64) *scene.Gradient {
	g := &scene.Gradient{From: geom.Pt(0, y(2)), To: geom.Pt(0, y(-2))}
	for i := range 5 {
		g.Stops = append(g.Stops, scene.Stop{At: float64(i) / 4, Color: c.Theme.Feelings[4-i]})
	}
	return g
}

// shade is the tint between curve and zero line, blended over the map.
func (c *cell) shade(y func(float64) float64) *scene.Gradient {
	f, ground := c.Theme.Feelings, c.Theme.Map
	return &scene.Gradient{From: geom.Pt(0, y(2)), To: geom.Pt(0, y(-2)), Stops: []scene.Stop{
		{At: 0, Color: f[4].Over(ground, 0.26)}, {At: 0.5, Color: f[2].Over(ground, 0.02)}, {At: 1, Color: f[0].Over(ground, 0.26)},
	}}
}

// point draws one point around its place.
func (c *cell) point(p feelingPoint, y float64, at geom.Point) scene.Item {
	o := geom.Point{}
	dot := []scene.Op{fill(geom.Circle(o, dotR+dotRing), c.Theme.Map), fill(geom.Circle(o, dotR), c.Theme.Feelings[p.hue])}
	box := geom.Box(-faceR, -faceR, 2*faceR, 2*faceR)
	if p.loose {
		dot[1] = &scene.Stroke{Path: geom.Circle(o, dotR-0.75), Paint: scene.Solid(c.Theme.Ink3), Pen: geom.Pen{Width: 1.5}}
	}
	var ops []scene.Op
	if p.label == nil {
		ops = dot
	} else {
		face := append([]scene.Op{fill(geom.Circle(o, faceR+faceRing), c.Theme.Map)}, c.face(p.hue, o, faceR)...)
		if p.loose {
			face = dot
		}
		ops = []scene.Op{scene.Detail(zoomTitles, 0, face...), scene.Detail(0, zoomTitles, dot...)}
		ops = append(ops, scene.Detail(legible/stepName.Size, 0, c.halo(p.label, at)...))
		ops = append(ops, c.aligned(p.label, at.X, at.Y, 0.5, c.Theme.Ink, zoomTitles, zoomTitles)...)
	}
	it := scene.NewItem(string(p.card.ID), PointPart, geom.Pt(p.x, y), box, ops...)
	b := p.label
	if b == nil {
		b = c.set("", stepName, labelWidth, text.Balanced)
		at = geom.Pt(0, -faceR-labelGap-b.Height)
	}
	it.Fields = []scene.Field{{Part: TitlePart, At: at, Block: b, Width: b.Width}}
	return it
}

// halo parts the letters of a centred label from what is under them.
func (c *cell) halo(b *text.Block, at geom.Point) []scene.Op {
	var p geom.Path
	for i := range b.Lines {
		l := &b.Lines[i]
		for k := range l.Runs {
			r := &l.Runs[k]
			for _, g := range r.Glyphs {
				o := r.Face.Outline(g.ID)
				if o == nil {
					continue
				}
				s := r.Scale()
				x := at.X + (b.Width-l.Width)/2 + r.X + float64(g.X)*s
				p.Append(o.Transformed(geom.Transform{K: s, D: geom.Pt(x, at.Y+l.Baseline+float64(g.Y)*s)}))
			}
		}
	}
	return []scene.Op{&scene.Stroke{Path: p, Paint: scene.Solid(c.Theme.Map), Pen: geom.Pen{Width: labelHalo, Join: geom.RoundJoin}}}
}

// placeLabels finds a place for every label, relative to its point: above a
// good feeling, below a bad one. Where two would meet, the less extreme one
// goes to the other side, and further out where that is taken, too. None is
// left out.
func (c *cell) placeLabels(pts []feelingPoint, y func(float64) float64, height float64) []geom.Point {
	at := make([]geom.Point, len(pts))
	var taken []geom.Rect
	for _, p := range pts {
		taken = append(taken, geom.Circle(geom.Pt(p.x, y(p.v)), faceR).Round.Rect)
	}
	order := make([]int, 0, len(pts))
	for i, p := range pts {
		if p.label != nil {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(math.Abs(pts[b].v), math.Abs(pts[a].v)) })
	for _, i := range order {
		p := pts[i]
		b := p.label
		x := max(4, min(p.x-b.Width/2, c.w-4-b.Width))
		place := func(above bool, out float64) geom.Rect {
			if above {
				return geom.Box(x, y(p.v)-faceR-labelGap-b.Height+3-out, b.Width, b.Height)
			}
			return geom.Box(x, y(p.v)+faceR+labelGap-1+out, b.Width, b.Height)
		}
		free := func(r geom.Rect) bool {
			return r.Min.Y >= 0 && r.Max.Y <= height && !slices.ContainsFunc(taken, r.Overlaps)
		}
		best, found := place(p.v >= 0, 0), false
		for out := 0.0; out <= height && !found; out += stepName.Line {
			for _, above := range []bool{p.v >= 0, p.v < 0} {
				if r := place(above, out); free(r) {
					best, found = r, true
					break
				}
			}
		}
		taken = append(taken, best)
		at[i] = best.Min.Sub(geom.Pt(p.x, y(p.v)))
	}
	return at
}

// describe says in words what the curve shows.
func (c *cell) describe(pts []feelingPoint) string {
	s := c.lane.Title + ": "
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

// room is what the axis takes beside the lane's title.
func (feelings) room() float64 { return 16 + 8 }

// side is the axis: the faces of +2, 0 and −2.
func (feelings) side(f *frame, _ *Sheet, _ journey.Lane, w, height float64) []scene.Op {
	var ops []scene.Op
	for i, v := range []int{4, 2, 0} {
		y := CurvePad + float64(i)/2*(height-2*CurvePad)
		ops = append(ops, f.face(v, geom.Pt(math.Round(w-headerPadX-8), y), 8)...)
	}
	return []scene.Op{scene.Detail(zoomTiles, 0, ops...)}
}
