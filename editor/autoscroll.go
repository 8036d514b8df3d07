package editor

import (
	"time"

	"throughline/canvas/geom"
)

// Edge scrolling: how near to an edge it begins, in pixels, and how fast it
// gets, in map units a second.
const (
	edgeReach = 32
	edgeSpeed = 900
)

// edgeScroll moves the map while something is dragged near an edge of the body.
type edgeScroll struct{ tick time.Time }

// scroll moves the map as far as it goes since the last time, and reports
// whether it did. ways is 1 along each axis that may move, and 0 along others.
func (s *edgeScroll) scroll(e *Editor, at, ways geom.Point, now time.Time) bool {
	dt := min(max(now.Sub(s.tick).Seconds(), 0), 0.1)
	s.tick = now
	b := e.view.body()
	push := func(p, lo, hi float64) float64 {
		switch {
		case p < lo+edgeReach:
			return -min(1, (lo+edgeReach-p)/edgeReach)
		case p > hi-edgeReach:
			return min(1, (p-hi+edgeReach)/edgeReach)
		}
		return 0
	}
	d := geom.Pt(ways.X*push(at.X, b.Min.X, b.Max.X), ways.Y*push(at.Y, b.Min.Y, b.Max.Y)).Mul(edgeSpeed * dt * e.view.Zoom)
	was := e.view.At
	if d != (geom.Point{}) {
		e.view.pan(d)
	}
	return e.view.At != was
}

// both is scrolling along both axes.
var both = geom.Pt(1, 1)
