package layout

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Seen is the four scenes of a sheet as they are shown. Those of a map that
// reads from the left are the sheet's own; those of one that reads from the
// right are their mirror images, in which what is at x on the sheet is at
// Axis − x.
type Seen struct {
	Body, Band, Headers, Corner *scene.Scene
	// Axis is that of the body and of the band. A map that becomes wider grows to
	// the left then, and what was there stays where it is.
	Axis float64
}

// axisStep is by how much the axis moves out when a map outgrows it, u.
const axisStep = 8192

// see is the sheet as it is shown.
func (l *Layout) see(s *Sheet) Seen {
	if !s.Mirrored {
		return Seen{Body: &s.Body, Band: &s.Band, Headers: &s.Headers, Corner: &s.Corner}
	}
	axis := math.Ceil(max(s.Body.Size.X, s.Band.Size.X)/axisStep) * axisStep
	l.mirror.Next()
	image := func(sc *scene.Scene, axis float64) *scene.Scene {
		m := l.mirror.Scene(sc, axis)
		return &m
	}
	return Seen{
		Body: image(&s.Body, axis), Band: image(&s.Band, axis),
		Headers: image(&s.Headers, s.HeaderWidth), Corner: image(&s.Corner, s.HeaderWidth), Axis: axis,
	}
}

// seen is a page of a map as it is shown, and what part of another it is.
func (p *poster) seen(pg Page, whole *scene.Scene) Page {
	if p.mirrored {
		pg.Scene = mirrored(pg.Scene)
		if whole != nil {
			pg.Part = pg.Part.Mirrored(whole.Size.X)
		}
	}
	return pg
}

// toMirror is a frame that draws what will be mirrored.
func (f *frame) toMirror() *frame {
	o, own := *f.Options, *f
	o.mirrored = true
	own.Options = &o
	return &own
}

// mirrored is the mirror image of a whole scene, in its place.
func mirrored(s *scene.Scene) *scene.Scene {
	m := (&scene.Mirror{}).Scene(s, s.Size.X)
	return &m
}

// onward is the icon that points the way the map reads.
func (f *frame) onward() string {
	if f.mirrored {
		return "left"
	}
	return "right"
}

// upright is operations that stay as they are where the map is mirrored and
// only have another place, as one thing with the box r.
func (f *frame) upright(r geom.Rect, ops ...scene.Op) []scene.Op {
	if !f.mirrored {
		return ops
	}
	return []scene.Op{&scene.Group{Move: geom.Identity, Upright: r, Ops: ops}}
}
