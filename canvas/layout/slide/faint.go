package slide

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// grey stands for a picture that is faint.
var grey = scene.RGB(0x808080)

// faint is operations as something opaque looks behind a veil: their colours
// less strong by saturation, and so much of them over a ground as opacity says.
func faint(ops []scene.Op, ground scene.Color, opacity, saturation float64) []scene.Op {
	in := func(c scene.Color) scene.Color {
		if c.A == 0 {
			return c
		}
		out := muted(c, saturation).Over(ground, opacity)
		out.A = c.A
		return out
	}
	paint := func(p scene.Paint) scene.Paint {
		if p.Gradient == nil {
			return scene.Solid(in(p.Color))
		}
		g := *p.Gradient
		g.Stops = make([]scene.Stop, len(p.Gradient.Stops))
		for i, s := range p.Gradient.Stops {
			g.Stops[i] = scene.Stop{At: s.At, Color: in(s.Color)}
		}
		return scene.Paint{Gradient: &g}
	}
	out := make([]scene.Op, 0, len(ops))
	for _, o := range ops {
		switch x := o.(type) {
		case *scene.Fill:
			out = append(out, &scene.Fill{Path: x.Path, Paint: paint(x.Paint)})
		case *scene.Stroke:
			c := *x
			c.Paint = paint(x.Paint)
			out = append(out, &c)
		case *scene.Glyphs:
			c := *x
			if c.Color = in(x.Color); x.Run.Face.Pictures {
				c.Color.A = uint8(float64(x.Color.A)*opacity + 0.5)
			}
			out = append(out, &c)
		case *scene.Use:
			c := *x
			c.Color = in(x.Color)
			out = append(out, &c)
		case *scene.Picture:
			out = append(out, &scene.Fill{Path: geom.RoundRect(x.Rect, x.R), Paint: scene.Solid(in(grey))}) // a colour is enough of what nobody looks at
		case *scene.Group:
			c := *x
			c.Ops = faint(x.Ops, ground, opacity, saturation)
			out = append(out, &c)
		}
	}
	return out
}

// muted is a colour with less saturation, as the filter of the same name has it
// (W3C Filter Effects 1, feColorMatrix).
func muted(c scene.Color, s float64) scene.Color {
	if s == 1 {
		return c
	}
	l := 0.213*float64(c.R) + 0.715*float64(c.G) + 0.072*float64(c.B)
	mix := func(v uint8) uint8 { return uint8(min(255, max(0, l+(float64(v)-l)*s)) + 0.5) }
	return scene.Color{R: mix(c.R), G: mix(c.G), B: mix(c.B), A: c.A}
}
