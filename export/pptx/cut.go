package pptx

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// cut is what of a path, in units of the scene, lies in the box that is drawn
// into; slides clip nothing themselves. What lies wholly within stays as it is.
func (p *painter) cut(path *geom.Path, t geom.Transform, closed bool) (*geom.Path, geom.Transform) {
	c := p.clips[len(p.clips)-1]
	if r := t.Rect(path.Bounds()); c.Grow(0.5).Union(r) == c.Grow(0.5) || len(p.clips) == 1 {
		return path, t
	}
	if r := path.Round; r != nil && r.R == 0 && closed {
		box := geom.Rectangle(t.Rect(r.Rect).Intersect(c))
		return &box, geom.Identity
	}
	var all geom.Flat
	all.Add(path, t, 0.2)
	var out geom.Path
	for i := range all.Ends {
		line, _ := all.Line(i)
		if !closed {
			between(&out, line, c.Min.X, c.Max.X)
			continue
		}
		for side := range 4 {
			line = within(line, c, side)
		}
		if trace(&out, line); len(line) > 1 {
			out.Close()
		}
	}
	return &out, geom.Identity
}

// between adds what of a line lies between two places across.
func between(out *geom.Path, line []geom.Point, left, right float64) {
	var part []geom.Point
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		from, to := 0.0, 1.0 // of this piece
		if d := b.X - a.X; d != 0 {
			u, v := (left-a.X)/d, (right-a.X)/d
			from, to = max(from, min(u, v)), min(to, max(u, v))
		} else if a.X < left || a.X > right {
			to = -1
		}
		if from > to {
			trace(out, part)
			part = nil
			continue
		}
		if len(part) == 0 || from > 0 {
			trace(out, part)
			part = []geom.Point{a.Add(b.Sub(a).Mul(from))}
		}
		part = append(part, a.Add(b.Sub(a).Mul(to)))
	}
	trace(out, part)
}

// trace adds a line; one point is none.
func trace(p *geom.Path, line []geom.Point) {
	for i, q := range line {
		if i == 0 && len(line) > 1 {
			p.MoveTo(q.X, q.Y)
		} else if len(line) > 1 {
			p.LineTo(q.X, q.Y)
		}
	}
}

// within is a polygon without what lies beyond one side of a box (Sutherland
// and Hodgman).
func within(line []geom.Point, c geom.Rect, side int) []geom.Point {
	depth := func(q geom.Point) float64 {
		return [4]float64{q.X - c.Min.X, c.Max.X - q.X, q.Y - c.Min.Y, c.Max.Y - q.Y}[side]
	}
	var out []geom.Point
	for i, q := range line {
		was := line[(i+len(line)-1)%len(line)]
		a, b := depth(was), depth(q)
		if a < 0 != (b < 0) {
			out = append(out, was.Add(q.Sub(was).Mul(a/(a-b))))
		}
		if b >= 0 {
			out = append(out, q)
		}
	}
	return out
}

// stops is a gradient's stops for a shape: slides stretch a gradient over the
// shape, whatever its length. Gradients here run straight down or across.
func stops(g *scene.Gradient, t geom.Transform, r geom.Rect) []scene.Stop {
	from, to, lo, hi := t.Of(g.From).Y, t.Of(g.To).Y, r.Min.Y, r.Max.Y
	if math.Abs(g.To.X-g.From.X) > math.Abs(g.To.Y-g.From.Y) {
		from, to, lo, hi = t.Of(g.From).X, t.Of(g.To).X, r.Min.X, r.Max.X
	}
	if to < from {
		lo, hi = hi, lo
	}
	if hi == lo || to == from {
		return g.Stops
	}
	at := func(share float64) scene.Color { // of the shape
		v := (lo + share*(hi-lo) - from) / (to - from)
		last := g.Stops[0]
		for _, s := range g.Stops {
			if s.At >= v {
				return s.Color.Over(last.Color, min(1, max(0, (v-last.At)/max(s.At-last.At, 1e-9))))
			}
			last = s
		}
		return last.Color
	}
	out := []scene.Stop{{At: 0, Color: at(0)}}
	for _, s := range g.Stops {
		if v := (from + s.At*(to-from) - lo) / (hi - lo); v > 0 && v < 1 {
			out = append(out, scene.Stop{At: v, Color: s.Color})
		}
	}
	return append(out, scene.Stop{At: 1, Color: at(1)})
}
