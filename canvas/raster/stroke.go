package raster

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Stroke draws a line along a path.
func (p *painter) Stroke(s *scene.Stroke, t geom.Transform) {
	d := p.device(t)
	pen := s.Pen
	pen.Width = max(pen.Width*d.K, s.Least*p.dip)
	if !(pen.Width > 0) || p.hidden(d.Rect(s.Path.Bounds()).Grow(pen.Width*geom.MiterLimit/2+1)) {
		return
	}
	p.use(s.Paint, d)
	var share float64
	pen.Dash, share = p.dash(s.Pen.Dash, d.K)
	p.ink.fade(share)
	switch a, b, ok := straight(&s.Path); {
	case ok:
		p.line(d.Of(a), d.Of(b), pen)
	case s.Path.Round != nil:
		p.boxStroke(s, d, pen)
	default:
		p.pathStroke(&s.Path, d, pen)
	}
}

// dash is a pattern in pixels. One that is too fine to be seen becomes a solid
// line that lets as much through.
func (p *painter) dash(pattern []float64, k float64) (dash []float64, share float64) {
	total, on := 0.0, 0.0
	for i, v := range pattern {
		if !(v >= 0) {
			return nil, 1
		}
		total += v
		if i%2 == 0 {
			on += v
		}
	}
	if len(pattern)%2 == 1 {
		on = total / 2 // twice the odd pattern has every length on and off
	}
	if total <= 0 {
		return nil, 1
	}
	if total*k < 1 {
		return nil, on / total
	}
	out := p.pattern[:0]
	for _, v := range pattern {
		out = append(out, v*k)
	}
	p.pattern = out
	return out, 1
}

// boxStroke draws a line around a box.
func (p *painter) boxStroke(s *scene.Stroke, d geom.Transform, pen geom.Pen) {
	b := deviceBox(s.Path.Round, d)
	outer, inner, share := b.edge(pen.Width, pen.Join)
	switch {
	case len(pen.Dash) > 0:
		pen.Width = inner.x0 - outer.x0
		p.ink.fade(share)
		p.dashedBox(&s.Path, b, outer.grow(-pen.Width/2), d, pen)
	case outer.coarse():
		p.pathStroke(&s.Path, d, pen)
	default:
		p.ink.fade(share)
		p.fillBox(outer, inner)
	}
}

// dashedBox strokes the path of the box b where it has been moved to: each of
// its points goes with the edges that are nearest.
func (p *painter) dashedBox(path *geom.Path, b, to box, d geom.Transform, pen geom.Pen) {
	c := b.rect().Center()
	p.path.Verbs, p.path.Points = path.Verbs, p.path.Points[:0]
	for _, q := range path.Points {
		q = d.Of(q)
		if q.X < c.X {
			q.X += to.x0 - b.x0
		} else {
			q.X += to.x1 - b.x1
		}
		if q.Y < c.Y {
			q.Y += to.y0 - b.y0
		} else {
			q.Y += to.y1 - b.y1
		}
		p.path.Points = append(p.path.Points, q)
	}
	p.pathStroke(&p.path, geom.Identity, pen)
	p.path.Verbs = nil
}

// pathStroke draws a line along any path.
func (p *painter) pathStroke(path *geom.Path, d geom.Transform, pen geom.Pen) {
	p.flat.Reset()
	p.flat.Add(path, d, tolerance)
	p.fillFlat(p.stroker.Outline(&p.flat, pen, tolerance))
}
