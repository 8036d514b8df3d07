package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// feelings draws a curve from the first column to the last, with a face and a
// label at the points that have a name. Feelings of somebody else, or of how
// things shall be, are a dashed curve each, with its name at the right end.
type feelings struct{}

func (feelings) whole() {}

const (
	curveRow               = 188
	faceR, faceRing        = 11, 3
	dotR, dotRing          = 5, 2.5
	furtherR               = 2.5
	labelGap, labelHalo    = 8, 3
	labelEdge, labelWidth  = 4, 176
	nameEdge, nameGap      = 8, 4
	nameWidth              = 160
	curveWidth             = 2.5
	furtherWidth           = 1.5
	curveGrows, curveTries = 16, 12
)

// feelingPoint is a point of a curve, or a card beside it that has no feeling
// yet.
type feelingPoint struct {
	card  journey.Card
	loose bool
	x, v  float64 // u in the lane; −2 to +2
	hue   int     // of its feeling, 0 to 4
}

// radius is how large a point of the i-th curve is drawn; 0 is not at all.
func (d *curveDrawing) radius(i int, p *feelingPoint) float64 {
	switch {
	case d.look.faces && i == 0 && p.card.Title != "" && !p.loose:
		return faceR
	case i == 0 || p.loose:
		return dotR
	case p.card.Title != "":
		return furtherR
	}
	return 0
}

// curve is the feelings of one persona, as things are or as they shall be.
type curve struct {
	name string // where there is more than one
	pts  []feelingPoint
}

// on is the points that have a feeling.
func (k curve) on() []feelingPoint {
	return slices.DeleteFunc(slices.Clone(k.pts), func(p feelingPoint) bool { return p.loose })
}

// curveLook is what differs between lanes with curves.
type curveLook struct {
	row   float64 // the usual height
	faces bool    // at points that have a name, and colours of feelings
	foot  float64 // the value from which the tint rises or falls
}

// curveDrawing is a lane with curves in the making.
type curveDrawing struct {
	cell        *cell
	look        curveLook
	curves      []curve // the main one first
	labels      [][]curveLabel
	names       []curveLabel
	named       []int   // the curves of names
	top, bottom float64 // from the edges to +2 and −2
	need        float64
	placed      bool                  // all labels stand free at the height that is needed
	y           func(float64) float64 // of the last place
}

func (feelings) lay(c *cell) laid {
	d := c.drawing(curveLook{row: curveRow, faces: true})
	return laid{d.need, d.draw}
}

// drawing sets the labels of the lane's curves and finds the height that they
// need.
func (c *cell) drawing(look curveLook) *curveDrawing {
	d := &curveDrawing{cell: c, look: look, curves: c.curves(), top: CurvePad, bottom: CurvePad}
	labels := 0
	for i, k := range d.curves {
		d.labels = append(d.labels, make([]curveLabel, len(k.pts)))
		for n, p := range k.pts {
			if p.card.Title == "" {
				continue
			}
			labels++
			st := caption
			if i == 0 {
				st = stepName
			}
			b := c.set(p.card.Title, st, labelWidth, text.Balanced)
			d.labels[i][n].block = b
			if more := b.Height - st.Line; p.v >= 0 {
				d.top = max(d.top, CurvePad+more)
			} else {
				d.bottom = max(d.bottom, CurvePad+more)
			}
		}
		if st := caption; k.name != "" && len(k.on()) > 0 {
			if i == 0 {
				st = captionBold
			}
			d.names = append(d.names, curveLabel{block: c.set(k.name, st, nameWidth, text.Balanced), main: i == 0})
			d.named = append(d.named, i)
		}
	}
	amplitude := max(look.row, c.lane.Height) - 2*CurvePad
	for try := 0; ; try++ {
		d.need = amplitude + d.top + d.bottom
		if d.placed = d.place(d.scaled(d.need), d.need); d.placed || try == curveTries || labels > labelSearch/5 {
			break
		}
		d.top, d.bottom = d.top+curveGrows, d.bottom+curveGrows
	}
	c.pads = [2]float64{d.top, d.bottom}
	return d
}

// scaled is where values stand in a lane of a height.
func (d *curveDrawing) scaled(height float64) func(v float64) float64 {
	return func(v float64) float64 { return d.top + (2-v)/4*(height-d.top-d.bottom) }
}

// curveKey is whose feelings a curve shows, and of which state.
type curveKey struct {
	persona journey.ID
	state   string
}

// curves is the lane's curves. The main one is that of the map's persona, as
// the map's state is, or the first.
func (c *cell) curves() []curve {
	m, _ := journey.Get[journey.Map](c.p, c.lane.Map)
	main := curveKey{c.lane.Persona, m.State}
	if main.persona == "" {
		main.persona = m.Persona
	}
	scale := c.lane.Scale()
	var keys []curveKey
	at := map[curveKey]int{}
	var out []curve
	for i, col := range c.columns {
		for _, card := range c.cardsAt(c.lane.ID, c.columns, i) {
			k := curveKey{card.Persona, card.State}
			if _, ok := journey.Get[journey.Persona](c.p, k.persona); !ok {
				k.persona = main.persona
			}
			if k.state == "" {
				k.state = main.state
			}
			n, ok := at[k]
			if !ok {
				n = len(out)
				at[k] = n
				keys, out = append(keys, k), append(out, curve{})
			}
			v := 0.0
			if card.Feeling.Set {
				v = scale.Normal(card.Feeling.Value)
			}
			x := col.X + col.W*(0.5+float64(card.Offset)/4)
			out[n].pts = append(out[n].pts, feelingPoint{card: card, loose: !card.Feeling.Set, x: x, v: v, hue: faceOf(v)})
		}
	}
	for i := range out {
		inOrder(out[i].pts)
	}
	if len(out) > 1 {
		for i := range out {
			out[i].name = c.curveName(keys[i], keys)
		}
	}
	if n := at[main]; n > 0 {
		first := out[n]
		out = slices.Insert(slices.Delete(out, n, n+1), 0, first)
	}
	return out
}

// points is the points of the lane's main curve, from left to right.
func (c *cell) points() []feelingPoint {
	if k := c.curves(); len(k) > 0 {
		return k[0].pts
	}
	return nil
}

// inOrder sorts points from left to right.
func inOrder(pts []feelingPoint) {
	slices.SortStableFunc(pts, func(a, b feelingPoint) int { return cmp.Compare(a.x, b.x) })
	// two points in one place have no curve between them: the later one moves on
	for i := 1; i < len(pts); i++ {
		if pts[i].x <= pts[i-1].x {
			pts[i].x = pts[i-1].x + 1
		}
	}
}

// curveName says in what a curve differs from the others: whose it is, and
// whether it is how things are or shall be.
func (c *cell) curveName(k curveKey, all []curveKey) string {
	personas, states := false, false
	for _, o := range all {
		personas, states = personas || o.persona != k.persona, states || o.state != k.state
	}
	var name []string
	if who, ok := journey.Get[journey.Persona](c.p, k.persona); ok && personas {
		fact, _, _ := strings.Cut(who.Facts, ",")
		name = nonEmpty(who.Name, strings.TrimSpace(fact))
	}
	if states {
		switch k.state {
		case journey.AsIs:
			name = append(name, "as is")
		case journey.ToBe:
			name = append(name, "to be")
		}
	}
	s := strings.Join(name, ", ")
	if s == "as is" || s == "to be" {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// faceOf is the face, 0 to 4, of a value from −2 to +2.
func faceOf(v float64) int { return int(math.Round(v)) + 2 }

// assumed is the mark of what nobody has checked yet, smaller than on a card, at
// the upper right of a point.
func (c *cell) assumed(r float64) scene.Op {
	const k = 0.6
	d := r*math.Sqrt2/2 + 1
	return &scene.Group{Move: geom.Transform{K: k, D: geom.Pt(d, -d)}, From: zoomTitles, Ops: c.sign(assumedBadge, geom.Point{}, nil)}
}

// pointLook is all that a point's drawing depends on.
type pointLook struct {
	main, loose, faces, assumed bool
	r                           float64
	ink                         scene.Color
	hue                         int
	label                       *text.Block
	at                          geom.Point
}

// point is one point of the i-th curve around its place. It is drawn anew only
// when it looks another way, not when it moves with its column.
func (d *curveDrawing) point(i int, p feelingPoint, y float64, l curveLabel) scene.Item {
	c, place := d.cell, geom.Pt(p.x, y)
	b, at := l.block, fine(l.at.Sub(place))
	k := pointLook{i == 0, p.loose, d.look.faces, p.card.Evidence == journey.Assumed, d.radius(i, &p), d.ink(p), p.hue, b, at}
	ops := c.alike(k, func() []scene.Op { return c.drawPoint(k) })
	if b == nil {
		b = c.set("", stepName, labelWidth, text.Balanced)
		at = geom.Pt(0, -faceR-labelGap-b.Height)
	}
	it := scene.NewItem(string(p.card.ID), PointPart, place, geom.Box(-faceR, -faceR, 2*faceR, 2*faceR), ops...)
	it.Fields = []scene.Field{{Part: TitlePart, At: at, Block: b, Width: b.Width}}
	return it
}

func (c *cell) drawPoint(k pointLook) []scene.Op {
	o := geom.Point{}
	dot := []scene.Op{fill(geom.Circle(o, dotR+dotRing), c.Theme.Map), fill(geom.Circle(o, dotR), k.ink)}
	mark := dot
	switch {
	case k.loose:
		dot[1] = &scene.Stroke{Path: geom.Circle(o, dotR-0.75), Paint: scene.Solid(c.Theme.Ink3), Pen: geom.Pen{Width: 1.5}}
	case k.r == faceR:
		mark = append([]scene.Op{fill(geom.Circle(o, faceR+faceRing), c.Theme.Map)}, c.face(k.hue, o, faceR)...)
	case k.r == furtherR:
		dot = []scene.Op{fill(geom.Circle(o, furtherR), c.Theme.Ink3)}
		mark = dot
	case k.r == 0:
		dot, mark = nil, nil
	}
	var ops []scene.Op
	if mark != nil {
		ops = append(ops, scene.Detail(zoomTitles, 0, mark...), scene.Detail(zoomTiles, zoomTitles, dot...))
	}
	if k.assumed && k.r > 0 {
		ops = append(ops, c.assumed(k.r))
	}
	if b := k.label; b != nil {
		ink := c.Theme.Ink
		if !k.main {
			ink = c.Theme.Ink2
		}
		ops = append(ops, scene.Detail(legible/b.Style.Size, 0, c.halo(b, k.at, 0.5, c.Theme.Map)...))
		ops = append(ops, c.aligned(b, k.at.X, k.at.Y, 0.5, ink, zoomTitles, zoomTitles)...)
	}
	return ops
}

// ink is the colour of a point's dot.
func (d *curveDrawing) ink(p feelingPoint) scene.Color {
	switch {
	case d.look.faces:
		return d.cell.Theme.Feelings[p.hue]
	case d.cell.lane.Hue > 0:
		return d.cell.hue(0).Solid
	}
	return d.cell.Theme.Wire
}

// room is what the axis takes beside the lane's title.
func (feelings) room() float64 { return 16 + 8 }

// side is the axis: the faces of +2, 0 and −2.
func (feelings) side(f *frame, s *Sheet, l journey.Lane, w, height float64) []scene.Op {
	var ops []scene.Op
	pads := s.curvePads(l.ID)
	for i, v := range []int{4, 2, 0} {
		y := pads[0] + float64(i)/2*(height-pads[0]-pads[1])
		ops = append(ops, f.face(v, geom.Pt(math.Round(w-headerPadX-8), y), 8)...)
	}
	return []scene.Op{scene.Detail(zoomTiles, 0, ops...)}
}
