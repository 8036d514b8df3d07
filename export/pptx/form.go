package pptx

import (
	"fmt"
	"math"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

const custom = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>`

// rounded is a box whose corners have so much of its shorter side as radius.
func rounded(share float64) string {
	return fmt.Sprintf(`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val %d"/></a:avLst></a:prstGeom>`, emu(min(0.5, share)*100_000))
}

// form is the outline of a shape and its box on the slide.
func (p *painter) form(path *geom.Path, t geom.Transform, closed bool) (string, geom.Rect) {
	if path.Round != nil {
		r := p.place(t.Rect(path.Round.Rect))
		if side := min(r.W(), r.H()); side > 0 && path.Round.R > 0 {
			return rounded(path.Round.R * t.K * p.k / side), r
		}
		return `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`, r
	}
	r := p.place(t.Rect(path.Bounds()))
	var b strings.Builder
	b.WriteString(custom)
	p.path(&b, path, t, r, closed)
	b.WriteString(`</a:pathLst></a:custGeom>`)
	return b.String(), r
}

// path writes outlines, their points counted from the corner of their box.
func (p *painter) path(b *strings.Builder, path *geom.Path, t geom.Transform, r geom.Rect, closed bool) {
	fill := ""
	if !closed {
		fill = ` fill="none"`
	}
	fmt.Fprintf(b, `<a:path w="%d" h="%d"%s>`, max(0, emu(r.Max.X)-emu(r.Min.X)), max(0, emu(r.Max.Y)-emu(r.Min.Y)), fill)
	pts := path.Points
	for _, v := range path.Verbs {
		n := [...]int{geom.Move: 1, geom.Line: 1, geom.Quad: 2, geom.Cubic: 3, geom.Close: 0}[v]
		name := [...]string{geom.Move: "moveTo", geom.Line: "lnTo", geom.Quad: "quadBezTo", geom.Cubic: "cubicBezTo", geom.Close: "close"}[v]
		if n == 0 {
			b.WriteString(`<a:close/>`)
			continue
		}
		b.WriteString("<a:" + name + ">")
		for _, q := range pts[:n] {
			q = t.Of(q)
			fmt.Fprintf(b, `<a:pt x="%d" y="%d"/>`, emu(q.X*p.k+p.off.X)-emu(r.Min.X), emu(q.Y*p.k+p.off.Y)-emu(r.Min.Y))
		}
		b.WriteString("</a:" + name + ">")
		pts = pts[n:]
	}
	b.WriteString(`</a:path>`)
}

// paint is how an area or a line in a box looks; not ok where nothing is to be
// seen.
func (p *painter) paint(paint scene.Paint, t geom.Transform, r geom.Rect) (string, bool) {
	g, c := paint.Resolve()
	if g == nil {
		return solid(c), c.A > 0
	}
	var b strings.Builder
	b.WriteString(`<a:gradFill rotWithShape="1"><a:gsLst>`)
	for _, s := range stops(g, t, r) {
		c := s.Color
		c.A = 255
		fmt.Fprintf(&b, `<a:gs pos="%d">%s</a:gs>`, emu(min(max(s.At, 0), 1)*100_000), strings.NewReplacer("<a:solidFill>", "", "</a:solidFill>", "").Replace(solid(c)))
	}
	d := g.To.Sub(g.From)
	angle := math.Mod(math.Atan2(d.Y, d.X)*180/math.Pi+360, 360)
	fmt.Fprintf(&b, `</a:gsLst><a:lin ang="%d" scaled="0"/></a:gradFill>`, emu(angle*60_000))
	return b.String(), true
}
