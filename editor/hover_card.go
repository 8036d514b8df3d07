package editor

import (
	"fmt"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// overCard is the pointer on a card: its edge, its grip, and a disc that adds a
// card below.
type overCard struct {
	card journey.Card
	box  geom.Rect // in the view
	free bool      // it can be moved, and a card added below
	plus bool      // the pointer is on the disc
	link bool      // the pointer is on the handle from which links are drawn
}

const (
	discBelow = 5 // u from a card's edge to the middle of its disc
	gripAside = 7 // pixels from a card's edge to the middle of its grip
)

// cardControl is the card at a point of the view, or the one whose disc is
// there.
func (e *Editor) cardControl(at geom.Point) (overCard, bool) {
	z := e.view.Zoom
	for _, d := range []geom.Point{{Y: -(discBelow*z + discR)}, {X: -handleR}, {}} {
		card, h, ok := e.hitCard(at.Add(d))
		if !ok || h.Item.Part != layout.CardPart {
			continue
		}
		c := overCard{card: card, box: e.view.toView(h.Item.Box.Add(h.At)), free: e.locked(card.ID) == nil}
		c.plus = c.small() && onDisc(at, c.disc(z))
		c.link = !c.plus && c.small() && !e.view.sheet.Looped() && z >= nearZoom && at.Sub(c.handle()).Len() <= handleR+3
		if c.plus || c.link || d == (geom.Point{}) {
			return c, true
		}
	}
	return overCard{}, false
}

// small reports whether there is room for what belongs to a card up close.
func (c *overCard) small() bool { return c.free && c.box.H() >= 24 && c.box.W() >= 48 }

func (c *overCard) disc(zoom float64) geom.Point {
	return geom.Pt(c.box.Center().X, c.box.Max.Y+discBelow*zoom)
}

// handle is the middle of the card's right edge.
func (c *overCard) handle() geom.Point { return geom.Pt(c.box.Max.X, c.box.Center().Y) }

func (c overCard) show(e *Editor, f *input.Frame) {
	v, th := &e.view, e.Theme()
	clip, r, radius := v.body(), c.box, layout.CardRadius*v.Zoom
	if !c.free {
		return
	}
	shade := scene.Color{R: 0x1D, G: 0x1C, B: 0x1A, A: 10}
	if th.Dark {
		shade.A = 70
	}
	for i := range 2 { // a shadow of rings, for nothing may cover the card
		d := float64(i + 1)
		f.Marks = append(f.Marks, input.Mark{Rect: r.Grow(d).Add(geom.Pt(0, 1+d)), Clip: clip, Edge: shade, Width: d, Radius: radius + d})
	}
	f.Marks = append(f.Marks, input.Mark{Rect: r, Clip: clip, Edge: th.HoverEdge, Width: max(1, v.Zoom), Radius: radius})
	if !c.small() || v.Zoom < nearZoom {
		return
	}
	f.Marks = append(f.Marks, grip(geom.Pt(r.Min.X-gripAside, r.Center().Y), clip, th.Wire)...)
	f.Marks = append(f.Marks, e.plus(c.disc(v.Zoom), clip, c.plus)...)
	if !v.sheet.Looped() {
		f.Marks = append(f.Marks, e.handleMark(c.handle(), clip, c.link))
	}
}

// grip is six dots around a point.
func grip(at geom.Point, clip geom.Rect, ink scene.Color) []input.Mark {
	var marks []input.Mark
	for i := range 6 {
		p := at.Add(geom.Pt(float64(i%2)*4-2, float64(i/2)*4-4))
		marks = append(marks, input.Mark{Rect: geom.Box(float64(int(p.X))-1, float64(int(p.Y))-1, 2, 2), Clip: clip, Fill: ink, Radius: 1})
	}
	return marks
}

func (c overCard) cursor() input.Cursor {
	switch {
	case c.plus:
		return input.Hand
	case c.link:
		return input.Crosshair
	}
	return input.Arrow
}

func (c overCard) press(e *Editor, ev input.Event) Tool {
	switch {
	case c.plus && e.view.Zoom >= nearZoom:
		return e.addBelow(c.card, ev)
	case c.link:
		return e.beginLink(c.card, idle{}, ev)
	}
	return nil
}

// overPoint is the pointer on a point of a curve, which can be dragged.
type overPoint struct{}

func (overPoint) show(*Editor, *input.Frame)      {}
func (overPoint) cursor() input.Cursor            { return input.Hand }
func (overPoint) press(*Editor, input.Event) Tool { return nil }

// overCell is the pointer on an empty cell: a dashed box that says what can
// stand there.
type overCell struct {
	says string
	box  geom.Rect // in the body, u
}

// emptyCell is the empty cell at a point of the view, unless somebody's guidance
// stands there.
func (e *Editor) emptyCell(at geom.Point) (overCell, bool) {
	s, p := e.view.sheet, e.Doc.Project()
	c, ok := s.CellAt(e.view.toBody(at))
	if !ok || s.Looped() || c.Row.Locked || c.Row.Folded || e.view.Zoom < nearZoom {
		return overCell{}, false
	}
	info, column := c.Row.LaneKind.Info(), c.Column.ID()
	switch info.Span {
	case journey.WholeMap:
		return overCell{}, false
	case journey.PerStage:
		column = c.Column.Stage
	}
	box := s.Place(c)
	if box.Empty() || len(p.Hints(c.Row.ID, column)) > 0 || len(p.Cards(c.Row.ID, column))+len(p.Cards(c.Row.ID, c.Column.Stage)) > 0 {
		return overCell{}, false
	}
	if _, over := s.Body.Hit(box.Center(), 0); over { // a card that reaches over, or a note
		return overCell{}, false
	}
	return overCell{info.Hint, box}, true
}

// emptyCurve is a box on the middle line of a curve that has no point yet, nor
// guidance. Once it has one, points can be set anywhere.
func (e *Editor) emptyCurve(at geom.Point) (overCell, bool) {
	s, p := e.view.sheet, e.Doc.Project()
	c, ok := s.CellAt(e.view.toBody(at))
	if !ok || s.Looped() || c.Row.Locked || c.Row.Folded || e.view.Zoom < nearZoom || !slices.Contains(curves, c.Row.LaneKind) {
		return overCell{}, false
	}
	for _, column := range s.Columns {
		if len(p.Cards(c.Row.ID, column.ID()))+len(p.Cards(c.Row.ID, column.Stage))+len(p.Hints(c.Row.ID, column.ID()))+len(p.Hints(c.Row.ID, column.Stage)) > 0 {
			return overCell{}, false
		}
	}
	box := s.Place(c)
	down := (c.Rect.H() - box.H()) / 2
	box.Min.Y, box.Max.Y = c.Rect.Min.Y+down, c.Rect.Max.Y-down
	return overCell{c.Row.LaneKind.Info().Hint, box}, !box.Empty()
}

func (c overCell) show(e *Editor, f *input.Frame) {
	v, size := &e.view, geom.Pt(c.box.W(), c.box.H())
	key := fmt.Sprint("cell/", e.said(c.says), size, v.Zoom, e.Theme().Name)
	f.Drawn = append(f.Drawn, input.Drawing{
		Key: key, Scene: e.sketch(key, func() *scene.Scene { return e.options.EmptyCell(c.says, size) }),
		At: v.toView(c.box).Min, Zoom: v.Zoom, Clip: v.body(),
	})
}

func (overCell) cursor() input.Cursor { return input.Arrow }

func (overCell) press(*Editor, input.Event) Tool { return nil }

// said is a sentence as the map says it: the key of what shows it.
func (e *Editor) said(english string) string {
	if e.options.Say == nil {
		return english
	}
	return e.options.Say(english)
}

// sketches is how many small drawings are remembered.
const sketches = 32

// sketch is a small drawing by its key, made when it is first asked for.
func (e *Editor) sketch(key string, draw func() *scene.Scene) *scene.Scene {
	sc, ok := e.sketched[key]
	if !ok {
		if len(e.sketched) >= sketches || e.sketched == nil {
			e.sketched = map[string]*scene.Scene{}
		}
		sc = draw()
		e.sketched[key] = sc
	}
	return sc
}
