package raster

import (
	"math"

	"throughline/canvas/geom"
)

// straight reports whether a path is one upright or level line.
func straight(path *geom.Path) (a, b geom.Point, ok bool) {
	if len(path.Verbs) != 2 || path.Verbs[0] != geom.Move || path.Verbs[1] != geom.Line {
		return a, b, false
	}
	a, b = path.Points[0], path.Points[1]
	return a, b, (a.X == b.X) != (a.Y == b.Y)
}

// line draws an upright or level line of any pen; lengths are pixels.
func (p *painter) line(a, b geom.Point, pen geom.Pen) {
	l := line{at: a.X, from: a.Y, to: b.Y, upright: true, w: pen.Width}
	if a.Y == b.Y {
		l = line{at: a.Y, from: a.X, to: b.X, w: pen.Width}
	}
	if pen.Cap == geom.RoundCap {
		l.cap = pen.Width / 2
	}
	thin := pen.Width < hairline
	if thin {
		w, share := lineWidth(pen.Width)
		p.ink.fade(share)
		l.w, l.at = w, whole(l.at-w/2)+w/2
	}
	if len(pen.Dash) > 0 {
		p.dashedLine(l, pen.Dash)
		return
	}
	p.fillBox(l.box(l.from, l.to, thin), box{})
}

// line is an upright or level line: at is its place across, from and to along.
type line struct {
	at, from, to float64
	w, cap       float64
	upright      bool
}

// box is the piece of the line from a to b, its ends on whole pixels if snap.
func (l *line) box(a, b float64, snap bool) box {
	a, b = min(a, b)-l.cap, max(a, b)+l.cap
	if snap {
		a, b = whole(a), whole(b)
	}
	o := box{a, l.at - l.w/2, b, l.at + l.w/2, 0}
	if l.upright {
		o = box{l.at - l.w/2, a, l.at + l.w/2, b, 0}
	}
	if l.cap >= 1 {
		o.r = l.cap
	}
	return o.fit()
}

// dashedLine draws the dashes that can be seen. Each is placed by its number,
// not by the one before it, so it does not matter where drawing begins.
func (p *painter) dashedLine(l line, pattern []float64) {
	period := 0.0
	for _, v := range pattern {
		period += v
	}
	pieces := len(pattern)
	if pieces%2 == 1 {
		period, pieces = 2*period, 2*pieces
	}
	length, way := math.Abs(l.to-l.from), 1.0
	if l.to < l.from {
		way = -1
	}
	lo, hi := float64(p.clip.rect.Min.X), float64(p.clip.rect.Max.X)
	if l.upright {
		lo, hi = float64(p.clip.rect.Min.Y), float64(p.clip.rect.Max.Y)
	}
	lo, hi = (lo-l.from)*way, (hi-l.from)*way // how far along the line
	lo, hi = min(lo, hi)-l.cap-1, min(max(lo, hi)+l.cap+1, length)
	for k := max(0, math.Floor(lo/period)); k*period < hi; k++ {
		at := k * period
		for i := range pieces {
			v := pattern[i%len(pattern)]
			if i%2 == 0 && at < length {
				p.fillBox(l.box(l.from+at*way, l.from+min(at+v, length)*way, false), box{})
			}
			at += v
		}
	}
}
