package scene

import "throughline/canvas/geom"

// Color is sRGB with alpha, not premultiplied.
type Color struct{ R, G, B, A uint8 }

// RGB is the opaque colour 0xRRGGBB.
func RGB(hex uint32) Color {
	return Color{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// Over is c at the given opacity, 0 to 1, laid over an opaque ground: the
// opaque colour that a person sees.
func (c Color) Over(ground Color, opacity float64) Color {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*opacity + float64(b)*(1-opacity) + 0.5) }
	return Color{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

// Gradient blends colours along the line from From to To and keeps the first
// and the last beyond its ends. The colours are opaque.
type Gradient struct {
	From, To geom.Point
	Stops    []Stop // in order
}

// Stop is the colour at one place of a gradient, 0 to 1.
type Stop struct {
	At    float64
	Color Color
}

// Paint is what an area is filled with: a colour, or a gradient where one is set.
type Paint struct {
	Color    Color
	Gradient *Gradient
}

// Solid is the paint of one colour.
func Solid(c Color) Paint { return Paint{Color: c} }

// Resolve is the paint's gradient, or its colour where it has no gradient or
// one that is the same everywhere.
func (p Paint) Resolve() (*Gradient, Color) {
	g := p.Gradient
	switch {
	case g == nil || len(g.Stops) == 0:
		return nil, p.Color
	case len(g.Stops) == 1 || g.From == g.To:
		c := g.Stops[len(g.Stops)-1].Color
		c.A = 255
		return nil, c
	}
	return g, Color{}
}
