package svg

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Fill covers the inside of a path by the nonzero rule.
func (p *painter) Fill(path *geom.Path, t geom.Transform, paint scene.Paint) {
	if p.err != nil || len(path.Verbs) == 0 {
		return
	}
	g, c := paint.Resolve()
	switch {
	case g != nil:
		n := p.gradient(g, t)
		p.shape(path, t).url("fill", 'l', n).put("/>\n")
	case c.A > 0:
		p.shape(path, t).color("fill", c).put("/>\n")
	}
}
