package svg

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Use draws a symbol, which is defined where it is first used.
func (p *painter) Use(s *scene.Symbol, at geom.Point, size float64, c scene.Color) {
	if p.err != nil || c.A == 0 || len(s.Parts) == 0 {
		return
	}
	n, ok := p.symbols[s]
	if !ok {
		n = len(p.symbols)
		p.symbols[s] = n
		all := s.Outline()
		p.define('s', n, &all)
	}
	p.put("<use").ref('s', n).place(at, size/scene.Grid).color("fill", c).put("/>\n")
}

// define defines an outline for many uses.
func (p *painter) define(kind byte, n int, outline *geom.Path) {
	p.put("<defs><path").id(kind, n).put(` d="`)
	p.b = appendPath(p.b, outline, geom.Identity, fine)
	p.put("\"/></defs>\n")
}

// place writes the transform that puts what is drawn at the origin to at, k u a
// unit. A grid may be thousands of units wide, so k has many decimals.
func (p *painter) place(at geom.Point, k float64) *painter {
	return p.put(` transform="translate(`).num(at.X, length).put(" ").num(at.Y, length).put(")scale(").num(k, 8).put(`)"`)
}
