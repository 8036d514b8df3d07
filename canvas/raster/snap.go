package raster

import (
	"math"

	"throughline/canvas/geom"
)

// What has straight edges is moved to whole pixels, so that it is as crisp at
// a zoom of 110 % as at 100 %, boxes side by side leave no seam, and a box
// never shows outside its edge. The place of an edge depends on its coordinate
// alone; edges that lie on whole pixels stay there.

// whole is the pixel boundary nearest to v. Halves go up, and so does what
// rounding errors have left just short of one.
func whole(v float64) float64 { return math.Floor(v + 0.5 + 1.0/1024) }

// snapSide is the side from which a box is moved to whole pixels; what is
// smaller, such as the bars that stand for text, would change its size visibly.
const snapSide = 4

// snapped is b on whole pixels. Circles stay where they are: they have no edge
// that could blur, and would jump.
func (b box) snapped() box {
	if b.circle() {
		return b
	}
	if b.x1-b.x0 >= snapSide {
		b.x0, b.x1 = whole(b.x0), whole(b.x1)
	}
	if b.y1-b.y0 >= snapSide {
		b.y0, b.y1 = whole(b.y0), whole(b.y1)
	}
	return b.fit()
}

// hairline is the width in pixels below which straight lines are moved to
// whole pixels and get a whole width.
const hairline = 3

// lineWidth is the whole width of a line of w pixels, and how much of its
// colour is seen: a line that would be thinner than a pixel fades instead.
func lineWidth(w float64) (width, share float64) {
	return max(1, math.Floor(w+0.5)), min(w, 1)
}

// edge is the two boxes between which the stroke of b lies, w pixels wide, and
// how much of its colour is seen.
func (b box) edge(w float64, join geom.Join) (outer, inner box, share float64) {
	round := b.r > 0 || join == geom.RoundJoin
	outer, share = b.grow(w/2), 1
	if round {
		outer.r += w / 2
	}
	if w < hairline && !b.circle() {
		w, share = lineWidth(w)
		x0, y0 := whole(outer.x0), whole(outer.y0)
		outer = box{x0, y0, max(whole(outer.x1), x0+w), max(whole(outer.y1), y0+w), outer.r}
		if b.r <= 0 && w < 2 {
			outer.r = 0
		}
	}
	outer = outer.fit()
	inner = outer.grow(-w)
	inner.r = max(0, outer.r-w)
	return outer, inner, share
}
