package pdf

import (
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// Fill covers the inside of a path by the nonzero rule.
func (p *painter) Fill(path *geom.Path, t geom.Transform, paint scene.Paint) {
	if p.err != nil || len(path.Verbs) == 0 {
		return
	}
	g, c := paint.Resolve()
	if g != nil {
		p.fillGradient(path, t, g)
		return
	}
	if c.A == 0 {
		return
	}
	p.endText()
	p.fillColor(c)
	p.path(path, t)
	p.b = append(p.b, "f\n"...)
}

// fillColor sets the colour of areas and text.
func (p *painter) fillColor(c scene.Color) {
	p.alpha(c.A)
	if c.A = 255; c != p.st.fill {
		p.st.fill = c
		p.b = append(appendColor(p.b, c), "rg\n"...)
	}
}

// strokeColor sets the colour of lines.
func (p *painter) strokeColor(c scene.Color) {
	p.alpha(c.A)
	if c.A = 255; c != p.st.stroke || p.st.pattern != 0 {
		p.st.stroke, p.st.pattern = c, 0
		p.b = append(appendColor(p.b, c), "RG\n"...)
	}
}

// alpha sets the opacity of both, which is part of the graphics state
// dictionary named after it (ISO 32000-1, 11.6.4.4).
func (p *painter) alpha(a uint8) {
	if a == p.st.alpha {
		return
	}
	p.st.alpha = a
	p.alphas[a] = true
	p.b = append(p.b, "/a"...)
	p.b = number.AppendInt(p.b, int64(a))
	p.b = append(p.b, " gs\n"...)
}

// shares is n/255 with three decimals, which tells all 256 of them apart.
var shares = func() (s [256]string) {
	for i := range s {
		s[i] = string(number.Append(nil, float64(i)/255, 3))
	}
	return s
}()

func appendColor(b []byte, c scene.Color) []byte {
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		b = append(append(b, shares[v]...), ' ')
	}
	return b
}

// alphaObject is the graphics state dictionary of an opacity.
func alphaObject(a int) string {
	return "<</Type/ExtGState/ca " + shares[a] + "/CA " + shares[a] + ">>"
}

// name is a resource's name: a letter for its kind and a number.
func name(kind byte, n int) string { return "/" + string(kind) + strconv.Itoa(n) }
