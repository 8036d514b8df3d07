package layout

import (
	"math"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

var (
	centerNumber = text.Style{Weight: text.DisplaySemiBold, Size: 20, Line: 24, Tracking: -0.01}
	centerText   = text.Style{Weight: text.Regular, Size: 12, Line: 16}
)

// middle is what stands in the centre of a loop: a metric, from what it is to
// what it is meant to be.
type middle struct {
	card          journey.Card
	number, title *text.Block
	reach         float64 // of a circle around it
}

// middle finds the metric of a map; worst is the worst of the feelings around
// it.
func (f *frame) middle(m journey.Map, worst float64) *middle {
	card, ok := journey.Get[journey.Card](f.p, m.Metric)
	if lane, _ := journey.Get[journey.Lane](f.p, card.Lane); !ok || lane.Map != m.ID {
		return &middle{}
	}
	before, unit := f.currency(card.Unit)
	words := nonEmpty(before + f.number(card.Value))
	if card.Value.Set && card.Target.Set {
		words = append(words, f.say("to"), before+f.number(card.Target))
	}
	if unit != "" {
		words = append(words, unit)
	}
	// long texts get as wide as they are high
	long := f.set(card.Title, centerText, text.NoWrap, text.Greedy)
	w := max(loopCenter, math.Ceil(math.Sqrt(long.Width*centerText.Line*1.4)))
	c := &middle{card: card, number: f.set(strings.Join(words, " "), centerNumber, w+24, text.Balanced), title: f.set(card.Title, centerText, w, text.Balanced)}
	c.reach = math.Hypot(max(c.number.Width, c.title.Width)/2, c.height()/2) + loopAmplitude*max(0, -worst)
	return c
}

func (c *middle) height() float64 {
	h := 0.0
	for _, b := range []*text.Block{c.number, c.title} {
		if b.Text != "" {
			h += b.Height
		}
	}
	return h
}

// items draws the metric around the origin.
func (c *middle) items(f *frame, g *ring) []scene.Item {
	if c.card.ID == "" {
		return nil
	}
	w, h := max(c.number.Width, c.title.Width, loopCenter), c.height()
	y := -h / 2
	var ops []scene.Op
	if c.number.Text != "" {
		ops = append(ops, f.aligned(c.number, -c.number.Width/2, y, 0.5, f.Theme.Ink, zoomTiles, zoomTiles)...)
		y += c.number.Height
	}
	ops = append(ops, f.aligned(c.title, -c.title.Width/2, y, 0.5, f.Theme.Ink2, zoomTitles, zoomTitles)...)
	it := scene.NewItem(string(c.card.ID), PointPart, geom.Point{}, geom.Box(-w/2, -h/2, w, h), ops...)
	it.Fields = []scene.Field{{Part: TitlePart, At: geom.Pt(-c.title.Width/2, y), Block: c.title, Width: c.title.Width}}
	return []scene.Item{it}
}

// worst is the worst feeling of a lane, 0 where all are good.
func (f *frame) worst(lane journey.Lane) float64 {
	scale, v := lane.Scale(), 0.0
	for _, c := range f.laneCards(lane) {
		if c.Feeling.Set {
			v = min(v, scale.Normal(c.Feeling.Value))
		}
	}
	return v
}

// ringFeelings draws the feelings around the origin: a closed curve between the
// stages and the centre, further out the better they are.
func (f *frame) ringFeelings(lane journey.Lane, s *Sheet, g *ring) []scene.Item {
	zero := g.neutral()
	radius := func(v float64) float64 { return zero + loopAmplitude*v }
	c := &cell{frame: f, lane: lane, stages: s.Stages, columns: s.Columns, w: s.Width}
	pts := f.ringPoints(c, s)
	var on []feelingPoint
	for _, p := range pts {
		if !p.loose {
			on = append(on, p)
		}
	}
	axis := &scene.Stroke{
		Path: geom.Circle(geom.Point{}, zero), Paint: scene.Solid(f.Theme.Hair2), Pen: geom.Pen{Width: 1, Dash: []float64{3, 4}}, Least: 1,
	}
	var items []scene.Item
	if len(on) == 0 {
		items = append(items, scene.NewItem("", "axis", geom.Point{}, geom.Rect{}, axis))
	} else {
		way := around(on, radius)
		out := radius(2)
		it := scene.NewItem(string(lane.ID), CurvePart, geom.Point{}, geom.Box(-out, -out, 2*out, 2*out),
			fill(way, f.Theme.Feelings[3].Over(f.Theme.Map, 0.08)), axis,
			&scene.Stroke{Path: way, Paint: scene.Solid(f.Theme.Ink2), Pen: geom.Pen{Width: 2, Join: geom.RoundJoin}, Least: 2})
		it.Alt = describe(c.lane, "", on)
		items = append(items, it)
	}
	faces := len(pts)*(2*faceR+8) < int(2*math.Pi*radius(-2))
	for _, p := range pts {
		at := polar(radius(p.v), p.x)
		o := geom.Point{}
		dot := []scene.Op{fill(geom.Circle(o, dotR+dotRing), f.Theme.Map), fill(geom.Circle(o, dotR), f.Theme.Feelings[p.hue])}
		if p.loose {
			dot[1] = &scene.Stroke{Path: geom.Circle(o, dotR-0.75), Paint: scene.Solid(f.Theme.Ink3), Pen: geom.Pen{Width: 1.5}}
		}
		ops := dot
		if faces && !p.loose {
			face := append([]scene.Op{fill(geom.Circle(o, faceR+faceRing), f.Theme.Map)}, f.face(p.hue, o, faceR)...)
			ops = []scene.Op{scene.Detail(zoomTitles, 0, face...), scene.Detail(0, zoomTitles, dot...)}
		}
		items = append(items, scene.NewItem(string(p.card.ID), PointPart, at, geom.Box(-faceR, -faceR, 2*faceR, 2*faceR), ops...))
	}
	return items
}

// neutral is how far from the centre a neutral feeling is.
func (g *ring) neutral() float64 { return g.r - loopR + loopFeelings }

// ringPoints is the lane's points in the order of their angles, which are their
// x. A step takes its share of its stage.
func (f *frame) ringPoints(c *cell, s *Sheet) []feelingPoint {
	pts := c.points()
	n := len(s.Stages)
	for i := range pts {
		p := &pts[i]
		st, _ := s.StageAt(min(max(p.x, 0), s.stagesEnd()-0.5))
		// the end of the last stage is the beginning of the first: points keep away from it
		p.x = stageAngle(st.Index, n) + ((min(max(p.x, st.X), st.X+st.W)-st.X)/st.W-0.5)*0.96*2*math.Pi/float64(n)
	}
	least := 0.01 / float64(len(pts)+1)
	for i := 1; i < len(pts); i++ { // two in one place have no curve between them
		pts[i].x = max(pts[i].x, pts[i-1].x+least)
	}
	return pts
}

// stagesEnd is where the last stage ends in rows.
func (s *Sheet) stagesEnd() float64 {
	last := s.Stages[len(s.Stages)-1]
	return last.X + last.W
}

// around is the closed curve through points at angles, in cubic pieces. Between
// two points the radius is monotone, as in rows.
func around(pts []feelingPoint, radius func(float64) float64) geom.Path {
	const most = math.Pi / 18 // of one piece
	n := len(pts)
	angle := func(i int) float64 { return pts[i%n].x + 2*math.Pi*float64(i/n) }
	value := func(i int) float64 { return radius(pts[i%n].v) }
	rise := func(i int) float64 { return (value(i+1) - value(i)) / (angle(i+1) - angle(i)) }
	slope := make([]float64, n)
	for i := range n {
		if a, b := rise((i+n-1)%n), rise(i); a*b > 0 {
			slope[i] = 2 * a * b / (a + b)
		}
	}
	var p geom.Path
	first := polar(value(0), angle(0))
	p.MoveTo(first.X, first.Y)
	for i := range n {
		a0, h := angle(i), angle(i+1)-angle(i)
		r0, r1, m0, m1 := value(i), value(i+1), slope[i]*h, slope[(i+1)%n]*h
		// Hermite's cubic and its slope, at t of the way
		at := func(t float64) (r, d float64) {
			u := 1 - t
			r = r0*(1+2*t)*u*u + m0*t*u*u + r1*t*t*(3-2*t) - m1*t*t*u
			d = 6*t*u*(r1-r0) + m0*u*(1-3*t) + m1*t*(3*t-2)
			return r, d / h
		}
		pieces := max(1, int(math.Ceil(h/most)))
		dt := 1 / float64(pieces)
		for k := range pieces {
			from, to := a0+h*dt*float64(k), a0+h*dt*float64(k+1)
			ra, da := at(dt * float64(k))
			rb, db := at(dt * float64(k+1))
			third := (to - from) / 3
			tangent := func(r, d, a float64) geom.Point { return polar(d, a).Add(polar(r, a+math.Pi/2)).Mul(third) }
			pb := polar(rb, to)
			ca, cb := polar(ra, from).Add(tangent(ra, da, from)), pb.Sub(tangent(rb, db, to))
			p.CubicTo(ca.X, ca.Y, cb.X, cb.Y, pb.X, pb.Y)
		}
	}
	p.Close()
	return p
}
