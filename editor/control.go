package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
)

// control is what a press may take hold of beside the map's own drawing: an
// edge, a disc with a plus. It is shown as long as the pointer is on it, above
// the map, so that nothing is laid out when the pointer moves.
type control interface {
	// show adds what the pointer brings out.
	show(e *Editor, f *input.Frame)
	// cursor is the shape of the pointer over it.
	cursor() input.Cursor
	// press is the tool that a press leads to; nil leaves the press to the map.
	press(e *Editor, ev input.Event) Tool
}

// control is the one under a point of the view, nil where there is none. A map
// that cannot be changed has none.
func (e *Editor) control(at geom.Point) control {
	v := &e.view
	if !e.inside || !(geom.Rect{Max: v.size}).Contains(at) || e.Doc.Writable() != nil {
		return nil
	}
	if c, ok := e.endAt(at); ok {
		return c
	}
	if c := e.adderAt(at, e.edgeAt(at)); c != nil {
		return c
	}
	if v.body().Contains(at) {
		if c, ok := e.linkEndAt(at); ok {
			return c
		}
		c, ok := e.cardControl(at)
		if ok && (c.plus || c.link) {
			return c
		}
		if c, ok := e.sideAt(at); ok {
			return c
		}
		if ok {
			return c
		}
		if card, h, ok := e.hitCard(at); ok && h.Item.Part == layout.PointPart && e.curved(card) {
			return overPoint{}
		}
		if c, ok := e.footBelow(at); ok {
			return c
		}
		if c, ok := e.emptyCell(at); ok {
			return c
		}
		if c, ok := e.emptyCurve(at); ok {
			return c
		}
	}
	return nil
}

// under notes where the pointer is.
func (e *Editor) under(ev input.Event) {
	switch ev.Kind {
	case input.Move, input.Press, input.Release, input.Scroll:
		e.pointer, e.inside = ev.At, true
	case input.Leave:
		e.inside = false
	}
}

// The measures of what the pointer brings out, pixels: it does not grow with
// the zoom.
const (
	discR    = 9 // of a disc with a plus
	discPlus = 8 // how long its lines are
	nearZoom = 0.5
)

// plus is a disc with a plus, larger while the pointer is on it.
func (e *Editor) plus(at geom.Point, clip geom.Rect, hot bool) []input.Mark {
	r := float64(discR)
	if hot {
		r++
	}
	th := e.Theme()
	at = geom.Pt(float64(int(at.X)), float64(int(at.Y)))
	bar := func(w, h float64) input.Mark {
		return input.Mark{Rect: geom.Box(at.X-w/2, at.Y-h/2, w, h), Clip: clip, Fill: th.OnAcc}
	}
	return []input.Mark{
		{Rect: geom.Box(at.X-r, at.Y-r, 2*r, 2*r), Clip: clip, Fill: th.Acc, Radius: r},
		bar(discPlus, 2), bar(2, discPlus),
	}
}

// onDisc reports whether the pointer is on a disc.
func onDisc(at, disc geom.Point) bool { return at.Sub(disc).Len() <= discR+2 }

// faint is a colour with little opacity.
func faint(c scene.Color, a uint8) scene.Color {
	c.A = a
	return c
}
