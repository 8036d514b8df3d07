package svg

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// resolve is the gradient of a paint, or its colour where it has none or none
// that differs from place to place.
func resolve(paint scene.Paint) (*scene.Gradient, scene.Color) {
	g := paint.Gradient
	switch {
	case g == nil || len(g.Stops) == 0:
		return nil, paint.Color
	case len(g.Stops) == 1 || g.From == g.To:
		c := g.Stops[len(g.Stops)-1].Color
		c.A = 255
		return nil, c
	}
	return g, scene.Color{}
}

// gradient is the number of a gradient at its place; a new one is defined.
func (p *painter) gradient(g *scene.Gradient, t geom.Transform) int {
	from, to := t.Of(g.From), t.Of(g.To)
	start := len(p.b)
	p.put(` gradientUnits="userSpaceOnUse" x1="`).num(from.X, length).put(`" y1="`).num(from.Y, length)
	p.put(`" x2="`).num(to.X, length).put(`" y2="`).num(to.Y, length).put(`">`)
	for _, s := range g.Stops {
		c := s.Color
		c.A = 255
		p.put(`<stop offset="`).num(min(max(s.At, 0), 1), 4).put(`"`).color("stop-color", c).put("/>")
	}
	def := string(p.b[start:])
	p.b = p.b[:start]
	n, ok := p.gradients[def]
	if !ok {
		n = len(p.gradients)
		p.gradients[def] = n
		p.put("<linearGradient").id('l', n).put(def).put("</linearGradient>\n")
	}
	return n
}
