package pptx

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/markup"
)

// line is a line of text on its way to a box.
type line struct {
	runs []piece
	at   geom.Point // its left end on the baseline, u
	end  float64
	size float64 // of its largest letters, u
	// left and right are the ends of the line as it was set, u: its runs stand in
	// it as they are read or, in a line of both directions, not.
	left, right float64
}

// piece is a run of a line.
type piece struct {
	run   *text.Run
	size  float64
	color scene.Color
}

// Glyphs takes a run as text. What is drawn as shapes elsewhere is not said twice.
func (p *painter) Glyphs(r *text.Run, at geom.Point, k float64, c scene.Color) {
	size := r.Size * k
	if len(r.Glyphs) == 0 || !(size > 0) || math.IsInf(size, 0) {
		return
	}
	p.spoken.Add(r, at, k)
	width := r.Width * k
	if c.A == 0 || !p.seen(geom.Box(at.X, at.Y-size, width, size)) {
		return
	}
	add := piece{r, size, c}
	if n := len(p.lines); n > 0 {
		l := &p.lines[n-1]
		if l.at.Y == at.Y && math.Abs(at.X-l.end) < size/4 {
			l.runs, l.end, l.size = append(l.runs, add), at.X+width, max(l.size, size)
			return
		}
		// a line below that begins, or in Hebrew ends, where this one does is of
		// the same text
		if d := at.Y - l.at.Y; d < 0.9*size || d > 2*size || l.size != size || !p.goesOn(l, r, at.X-r.X*k, at.X-r.X*k+r.Line*k) {
			p.endText()
		}
	}
	left := at.X - r.X*k
	p.lines = append(p.lines, line{[]piece{add}, at, at.X + width, size, left, left + r.Line*k})
}

// goesOn reports whether a run whose line stands between left and right goes on
// below a line with the same text. Text that is centred stands apart, line by line.
func (p *painter) goesOn(l *line, r *text.Run, left, right float64) bool {
	first := l.runs[0].run
	if r.At <= first.At || r.InRTL != first.InRTL || len(p.lines) > 1 && math.Abs((p.lines[1].at.Y-p.lines[0].at.Y)-(l.at.Y-p.lines[len(p.lines)-2].at.Y)) > 0.5 {
		return false
	}
	if p.atRight() {
		return math.Abs(right-l.right) < 0.5
	}
	return math.Abs(left-l.left) < 0.5
}

// atRight reports whether the lines under way are flush at the right: those that
// read from right to left, and all in a presentation that does.
func (p *painter) atRight() bool { return p.options.RTL || p.lines[0].runs[0].run.InRTL }

// endText makes a box of the lines under way. It is anchored in its middle, so
// that another font moves it least.
func (p *painter) endText() {
	if len(p.lines) == 0 {
		return
	}
	lines, align := p.lines, ""
	if p.atRight() {
		align = ` algn="r"`
	}
	if lines[0].runs[0].run.InRTL {
		align += ` rtl="1"`
	}
	p.lines = nil
	first, last := &lines[0], &lines[len(lines)-1]
	r := geom.Rect{Min: geom.Pt(first.at.X, first.at.Y-first.size*0.96), Max: geom.Pt(first.end, last.at.Y+last.size*0.24)}
	spacing := ""
	if len(lines) > 1 {
		spacing = fmt.Sprintf(`<a:lnSpc><a:spcPts val="%d"/></a:lnSpc>`, points((last.at.Y-first.at.Y)/float64(len(lines)-1)*p.k))
	}
	var b strings.Builder
	for i := range lines {
		l := &lines[i]
		r.Min.X, r.Max.X = min(r.Min.X, l.at.X), max(r.Max.X, l.end)
		slices.SortStableFunc(l.runs, func(a, b piece) int { return a.run.At - b.run.At })
		if i > 0 {
			b.WriteString(`<a:br>` + p.face("a:rPr", &l.runs[0]) + `</a:br>`)
		}
		for j := range l.runs {
			b.WriteString(`<a:r>` + p.face("a:rPr", &l.runs[j]) + `<a:t>` + markup.Text(l.runs[j].run.Text) + `</a:t></a:r>`)
		}
	}
	on := p.place(r)
	p.bounds = p.bounds.Union(on)
	p.body = append(p.body, `<p:sp><p:nvSpPr>`+p.id("Text", "")+`<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>`+box("a:off", "a:ext", on)+
		`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr marL="0" indent="0"`+
		align+`>`+spacing+`<a:buNone/></a:pPr>`+b.String()+`</a:p></p:txBody></p:sp>`)
}

// points is EMU as hundredths of a point, within what slides allow.
func points(emus float64) int64 { return min(400_000, max(100, emu(emus/127))) }

// face is how a run looks.
func (p *painter) face(tag string, x *piece) string {
	look, name := "", strings.ToLower(x.run.Face.Name)
	if strings.Contains(name, "bold") || strings.Contains(name, "display") {
		look += ` b="1"`
	}
	if strings.Contains(name, "italic") {
		look += ` i="1"`
	}
	size := x.size
	if strings.Contains(name, "display") {
		size *= 0.92 // its letters are narrower than Arial's
	}
	return fmt.Sprintf(`<%s sz="%d"%s dirty="0">%s<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></%s>`, tag, points(size*p.k), look, solid(x.color), tag)
}

// title is the slide's title for outlines and for reading aloud; the scene draws
// it itself, so it stands above the slide.
func (p *painter) title(s string) string {
	return `<p:sp><p:nvSpPr>` + p.id("Title", "") + `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="-600000"/>` +
		fmt.Sprintf(`<a:ext cx="%d" cy="500000"/>`, p.size[0]) + `</a:xfrm></p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr sz="1800"/><a:t>` + markup.Text(s) + `</a:t></a:r></a:p></p:txBody></p:sp>`
}
