package raster

import (
	"encoding/binary"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// ramp is a linear gradient in device pixels. The way along it is counted in
// whole numbers, so a pixel's colour does not depend on where its row began.
// Colours are blended in sRGB, as axial shadings of PDF and SVG's gradients
// are.
type ramp struct {
	at, dx, dy int64 // the way at the centre of pixel (0, 0), and how it grows; one is the whole
	stops      []scene.Stop
}

const one = 1 << 32

// set takes a gradient whose line is still to go through t. It is false when
// the line has no length: SVG then shows the last colour everywhere.
func (r *ramp) set(g *scene.Gradient, t geom.Transform) bool {
	from, d := t.Of(g.From), t.Of(g.To).Sub(t.Of(g.From))
	l := d.X*d.X + d.Y*d.Y
	if !(l > 1e-4) {
		return false
	}
	r.dx, r.dy = int64(d.X/l*one), int64(d.Y/l*one)
	r.at = int64(((0.5-from.X)*d.X + (0.5-from.Y)*d.Y) / l * one)
	r.stops = g.Stops
	return true
}

// row writes the pixels of a row from x on.
func (r *ramp) row(dst []byte, x, y int) {
	at := r.at + int64(x)*r.dx + int64(y)*r.dy
	if r.dx == 0 {
		fillWords(dst, r.color(at))
		return
	}
	for i := 0; i+4 <= len(dst); i += 4 {
		binary.LittleEndian.PutUint32(dst[i:], r.color(at))
		at += r.dx
	}
}

// color is the pixel at one place of the way.
func (r *ramp) color(at int64) uint32 {
	t := float64(at) / one
	s := r.stops
	if t <= s[0].At {
		return word(s[0].Color)
	}
	for i := 1; i < len(s); i++ {
		if t < s[i].At {
			a, b := s[i-1].Color, s[i].Color
			f := (t - s[i-1].At) / (s[i].At - s[i-1].At)
			return lerp(a.R, b.R, f) | lerp(a.G, b.G, f)<<8 | lerp(a.B, b.B, f)<<16 | 0xFF000000
		}
	}
	return word(s[len(s)-1].Color)
}

func lerp(a, b uint8, f float64) uint32 {
	return uint32(float64(a) + (float64(b)-float64(a))*f + 0.5)
}
