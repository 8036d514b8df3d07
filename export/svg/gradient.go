package svg

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

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
