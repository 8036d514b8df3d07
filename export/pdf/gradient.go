package pdf

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// matrix is a transform as PDF writes it: [a b c d e f].
type matrix [6]float64

// along takes the line from (0, 0) to (1, 0) to that of the gradient. Shadings
// run along the first, so gradients of the same colours share one.
func along(g *scene.Gradient, t geom.Transform) matrix {
	a, d := t.Of(g.From), g.To.Sub(g.From).Mul(t.K)
	return matrix{d.X, d.Y, -d.Y, d.X, a.X, a.Y}
}

// fillGradient paints the shading through the path.
func (p *painter) fillGradient(path *geom.Path, t geom.Transform, g *scene.Gradient) {
	n := p.shade(g)
	p.endText()
	p.alpha(255)
	p.b = append(p.b, "q\n"...)
	p.path(path, t)
	p.b = append(p.b, "W n "...)
	p.b = appendMatrix(p.b, along(g, t), 3)
	p.b = append(append(append(p.b, "cm "...), name('h', n)...), " sh Q\n"...)
}

// pattern is a shading as a colour, which is what lines need. Its matrix leads
// to the page's own coordinates (ISO 32000-1, 8.7.3.1).
type pattern struct {
	shade int
	m     matrix
}

func (p *painter) strokePattern(g *scene.Gradient, t geom.Transform) {
	p.alpha(255)
	m, k := along(g, t), p.page.k
	at := p.page.point(geom.Pt(m[4], m[5]))
	want := pattern{p.shade(g), matrix{m[0] * k, -m[1] * k, m[2] * k, -m[3] * k, at.X, at.Y}}
	n := p.st.pattern - 1
	if n < 0 || p.patterns[n] != want {
		n = len(p.patterns)
		p.patterns = append(p.patterns, want)
		p.st.pattern = n + 1
		p.b = append(append(append(p.b, "/Pattern CS "...), name('p', n)...), " SCN\n"...)
	}
}

func appendMatrix(b []byte, m matrix, decimals int) []byte {
	for _, v := range m {
		b = append(number.Append(b, v, decimals), ' ')
	}
	return b
}

// shade is the number of the shading with the gradient's colours.
func (p *painter) shade(g *scene.Gradient) int {
	f := function(g.Stops)
	n, ok := p.shadeOf[f]
	if !ok {
		n = len(p.shades)
		p.shadeOf[f] = n
		p.shades = append(p.shades, f)
	}
	return n
}

// function blends the colours of stops: a straight blend between two, several
// of them stitched together where there are more (ISO 32000-1, 7.10.3 and
// 7.10.4). Stops out of order count as being where the one before them is.
func function(stops []scene.Stop) string {
	type piece struct {
		to   float64
		a, b scene.Color
	}
	var pieces []piece
	add := func(to float64, a, b scene.Color) {
		from := 0.0
		if n := len(pieces); n > 0 {
			from = pieces[n-1].to
		}
		if to = min(to, 1); to > from+1e-4 { // two colours at one place meet in a sharp edge
			pieces = append(pieces, piece{to, a, b})
		}
	}
	last := stops[0].Color
	add(stops[0].At, last, last)
	for _, s := range stops[1:] {
		add(s.At, last, s.Color)
		last = s.Color
	}
	add(1, last, last)
	if len(pieces) > 0 {
		pieces[len(pieces)-1].to = 1
	}
	var fs, bounds, encode strings.Builder
	for i, x := range pieces {
		fs.WriteString("<</FunctionType 2/Domain[0 1]/C0[" + color(x.a) + "]/C1[" + color(x.b) + "]/N 1>>")
		encode.WriteString("0 1 ")
		if i+1 < len(pieces) {
			bounds.Write(append(number.Append(nil, x.to, 4), ' '))
		}
	}
	if len(pieces) == 1 {
		return fs.String()
	}
	return "<</FunctionType 3/Domain[0 1]/Functions[" + fs.String() + "]/Bounds[" + strings.TrimSpace(bounds.String()) +
		"]/Encode[" + strings.TrimSpace(encode.String()) + "]>>"
}

func color(c scene.Color) string { return shares[c.R] + " " + shares[c.G] + " " + shares[c.B] }

// shadeObject is an axial shading that keeps its end colours beyond its ends
// (ISO 32000-1, 8.7.4.5.3).
func shadeObject(function string) string {
	return "<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Extend[true true]/Function" + function + ">>"
}

func patternObject(x pattern, shade string) string {
	return "<</Type/Pattern/PatternType 2/Shading " + shade + "/Matrix[" +
		strings.TrimSpace(string(appendMatrix(nil, x.m, 4))) + "]>>"
}
