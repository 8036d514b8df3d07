package layout

import (
	"math"
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// ringName is a stage's number and name. They follow the ring; a name that is
// too long for any ring, or has pictures for letters, stands above the stage's
// cards.
type ringName struct {
	number, name *text.Block
	title        string
	beside       bool
	above        *text.Block // the name above the cards
}

func (f *frame) ringNames(stages []StageBox) []*ringName {
	out := make([]*ringName, len(stages))
	for i, st := range stages {
		out[i] = &ringName{
			number: f.set(strconv.Itoa(st.Number), stageNumber, text.NoWrap, text.Greedy),
			name:   f.set(st.Title, stageName, text.NoWrap, text.Greedy), title: st.Title,
		}
	}
	return out
}

// width is that of number and name on the ring.
func (n *ringName) width() float64 {
	if n.beside || n.name.Width == 0 {
		return n.number.Width
	}
	return n.number.Width + loopNameGap + n.name.Width
}

// radius is that of the smallest ring of so many stages that has room for the
// name.
func (n *ringName) radius(stages int) float64 {
	const lost = (loopGap + loopPoint) * math.Pi / 180 * loopR // of a stage's length
	return (n.width() + 2*loopNamePad + lost) / (2 * math.Pi / float64(stages))
}

// outlined reports whether the name is one line of shapes, which can be turned.
func (n *ringName) outlined() bool {
	if len(n.name.Lines) > 1 {
		return false
	}
	for _, l := range n.name.Lines {
		for i := range l.Runs {
			r := &l.Runs[i]
			for _, c := range r.Clusters() {
				shape := c.Width == 0 || isBlank(r.Text[max(c.Start, 0):max(c.Start, c.End, 0)])
				for _, g := range r.Glyphs[c.First:c.Last] {
					shape = shape || r.Face.Outline(g.ID) != nil
				}
				if !shape {
					return false
				}
			}
		}
	}
	return true
}

// head is how much room the name takes above the cards.
func (n *ringName) head(f *frame) float64 {
	if !n.beside {
		return 0
	}
	n.above = f.set(n.title, stageName, loopCard, text.Balanced)
	return n.above.Height + loopCardGap
}

// ringItems draws the stages, and the lines that lead from them to their cards.
func (f *frame) ringItems(stages []StageBox, g *ring, names []*ringName) []scene.Item {
	var items []scene.Item
	for i, st := range stages {
		if p := &g.places[i]; p.size != (geom.Point{}) && (len(p.cards) > 0 || names[i].beside) {
			items = append(items, scene.NewItem("", "edge", geom.Point{}, geom.Rect{}, f.lead(&f.Theme.Hues[st.Hue], p, g, names[i])...))
		}
	}
	for i, st := range stages {
		items = append(items, f.ringStage(st, len(stages), g, names[i]))
	}
	return items
}

// lead is the line from the ring to what is nearest of a stage's cards and its
// name above them.
func (f *frame) lead(h *Hue, p *ringPlace, g *ring, n *ringName) []scene.Op {
	from, toward := polar(g.r+loopBand/2+4, p.angle), polar(g.r+loopBand/2+loopLead*0.6, p.angle)
	origin := p.rect.Min.Sub(g.center)
	var boxes []geom.Rect
	if n.beside {
		boxes = append(boxes, geom.Box(0, 0, loopCard, n.above.Height))
	}
	for _, c := range p.cards {
		boxes = append(boxes, c.rect)
	}
	var to geom.Point
	for i, r := range boxes {
		if q := nearest(r.Add(origin).Grow(8), toward); i == 0 || q.Sub(toward).Len() < to.Sub(toward).Len() {
			to = q
		}
	}
	return []scene.Op{
		&scene.Stroke{Path: geom.Segment(from, to), Paint: scene.Solid(h.Line), Pen: geom.Pen{Width: 1.5}, Least: 1},
		fill(geom.Circle(to, loopDot), h.Solid),
	}
}

// ringStage draws one stage around the origin: a piece of the ring that points
// to the next and takes the point of the one before.
func (f *frame) ringStage(st StageBox, n int, g *ring, name *ringName) scene.Item {
	const corner = 1.5 // the shape is drawn smaller by it and its edge as wide
	hue := &f.Theme.Hues[st.Hue]
	turn := math.Pi / 180 * loopR / g.r
	mid, half := stageAngle(st.Index, n), math.Pi/float64(n)-loopGap/2*turn
	edge := corner / g.r
	a0, a1, point := mid-half+edge, mid+half-edge, loopPoint*turn
	in, out := g.r-loopBand/2+corner, g.r+loopBand/2-corner
	var p geom.Path
	start := polar(out, a0)
	p.MoveTo(start.X, start.Y)
	end := polar(out, a1)
	p.ArcTo(out, out, 0, false, true, end.X, end.Y)
	for _, q := range []geom.Point{polar(g.r, a1+point), polar(in, a1)} {
		p.LineTo(q.X, q.Y)
	}
	end = polar(in, a0)
	p.ArcTo(in, in, 0, false, false, end.X, end.Y)
	end = polar(g.r, a0+point)
	p.LineTo(end.X, end.Y)
	p.Close()
	ops := []scene.Op{
		fill(p, hue.Solid),
		&scene.Stroke{Path: p, Paint: scene.Solid(hue.Solid), Pen: geom.Pen{Width: 2 * corner, Join: geom.RoundJoin}},
	}
	ops = append(ops, f.ringWords(hue, mid+point/2, g, name)...)
	// number and name are what is hit: boxes around whole stages would lie over each other
	box := geom.Box(-loopBand/2, -loopBand/2, loopBand, loopBand).Add(polar(g.r, mid))
	for _, w := range f.ringLetters(hue, mid+point/2, g, name) {
		box = box.Union(w.Path.Bounds())
	}
	var fields []scene.Field
	if name.beside {
		r := g.places[st.Index].rect.Add(geom.Point{}.Sub(g.center))
		ops = append(ops, f.words(name.above, r.Min.X, r.Min.Y, hue.Text, zoomTitles, zoomTitles)...)
		box = geom.Box(r.Min.X, r.Min.Y, loopCard, name.above.Height)
		fields = []scene.Field{{Part: TitlePart, At: r.Min, Block: name.above, Width: room(name.above, loopCard)}}
	}
	it := scene.NewItem(string(st.ID), StagePart, geom.Point{}, box, ops...)
	it.Fields = fields
	return it
}

// ringLetters is number and name along the ring around an angle: clockwise, and
// the other way in the lower half, so that they never stand on their heads.
func (f *frame) ringLetters(hue *Hue, mid float64, g *ring, n *ringName) []*scene.Fill {
	down := math.Sin(mid) > 0.1
	r := g.r - ringRise
	if down {
		r = g.r + ringRise
	}
	from := -n.width() / 2
	out := []*scene.Fill{along(n.number, r, mid, from, down, f.Theme.On.Over(hue.Solid, numberShare))}
	if !n.beside && n.name.Width > 0 {
		out = append(out, along(n.name, r, mid, from+n.number.Width+loopNameGap, down, f.Theme.On))
	}
	return out
}

// ringRise is how far the letters' middle is above their baseline.
const ringRise = 5

// ringWords draws number and name; from afar only the number is there, upright.
func (f *frame) ringWords(hue *Hue, mid float64, g *ring, n *ringName) []scene.Op {
	var near, far []scene.Op
	for _, w := range f.ringLetters(hue, mid, g, n) {
		near = append(near, w)
	}
	at := polar(g.r, mid).Add(geom.Pt(-n.width()/2, ringRise))
	near = append(near, unseen(n.number, at)...)
	if !n.beside {
		near = append(near, unseen(n.name, at.Add(geom.Pt(n.number.Width+loopNameGap, 0)))...)
	}
	for _, l := range n.number.Lines {
		for i := range l.Runs {
			far = append(far, &scene.Glyphs{Run: &l.Runs[i], At: geom.Pt(l.Runs[i].X, l.Baseline), Color: f.Theme.On})
		}
	}
	k := loopBand * 0.72 / n.number.Height
	move := geom.Transform{K: k, D: polar(g.r, mid).Sub(geom.Pt(n.number.Width, n.number.Height).Mul(k / 2))}
	z := max(zoomTitles, legible/stageName.Size)
	return []scene.Op{scene.Detail(z, 0, near...), &scene.Group{Move: move, From: zoomTiles, To: z, Ops: far}}
}

// along is the letters of a line on a circle around the origin, each turned to
// it; the line begins from u beyond the angle mid.
func along(b *text.Block, r, mid, from float64, down bool, c scene.Color) *scene.Fill {
	way := 1.0
	if down {
		way = -1
	}
	var p geom.Path
	for _, l := range b.Lines {
		for i := range l.Runs {
			run := &l.Runs[i]
			s := run.Scale()
			for _, cl := range run.Clusters() {
				center := (cl.X + cl.Width/2) * s
				a := mid + way*(from+run.X+center)/r
				at := polar(r, a)
				sin, cos := math.Sincos(a + way*math.Pi/2)
				for _, gl := range run.Glyphs[cl.First:cl.Last] {
					o := run.Face.Outline(gl.ID)
					if o == nil {
						continue
					}
					q := geom.Path{Verbs: o.Verbs, Points: make([]geom.Point, len(o.Points))}
					for k, pt := range o.Points {
						x, y := (pt.X+float64(gl.X))*s-center, (pt.Y+float64(gl.Y))*s
						q.Points[k] = geom.Pt(at.X+x*cos-y*sin, at.Y+x*sin+y*cos)
					}
					p.Append(q)
				}
			}
		}
	}
	return fill(p, c)
}

// unseen is a line of text at the place of its letters' shapes, for those who
// search, copy or listen.
func unseen(b *text.Block, at geom.Point) []scene.Op {
	var ops []scene.Op
	for _, l := range b.Lines {
		for i := range l.Runs {
			ops = append(ops, &scene.Glyphs{Run: &l.Runs[i], At: at.Add(geom.Pt(l.Runs[i].X, 0))})
		}
	}
	return ops
}
