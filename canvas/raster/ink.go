package raster

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// ink is what an operation paints with: a colour, a gradient or a piece of a
// picture.
type ink struct {
	word     uint32 // the colour, opaque
	alpha    uint8  // how much of everything is seen
	gradient bool
	ramp     ramp
	image    *piece // nil unless a picture is painted
}

// use makes paint the ink; the gradient's line is still to go through t.
func (p *painter) use(paint scene.Paint, t geom.Transform) {
	k := &p.ink
	k.image, k.gradient = nil, false
	k.word, k.alpha = word(paint.Color), paint.Color.A
	if g := paint.Gradient; g != nil && len(g.Stops) > 0 {
		k.alpha = 255
		if k.gradient = k.ramp.set(g, t); !k.gradient {
			k.word = word(g.Stops[len(g.Stops)-1].Color)
		}
	}
}

// fade lets only a share of the ink be seen, 0 to 1.
func (k *ink) fade(share float64) {
	k.alpha = mul255(k.alpha, unit8(share))
}

// plain reports whether every pixel gets the same colour.
func (k *ink) plain() bool { return !k.gradient && k.image == nil }

// unit8 is a number from 0 to 1 as one from 0 to 255.
func unit8(v float64) uint8 { return uint8(min(max(v, 0), 1)*255 + 0.5) }
