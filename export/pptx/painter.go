package pptx

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/markup"
)

// painter draws one slide.
type painter struct {
	*book
	k         float64    // EMU a unit
	off       geom.Point // EMU
	shapes    strings.Builder
	relations strings.Builder
	addresses map[string]int // numbers of relations
	media     map[int]int    // and those of pictures
	last      int            // relation; the first is the layout
	next      int            // number of a shape

	item   *scene.Item
	body   []string  // its shapes
	bounds geom.Rect // of them, EMU
	links  []string
	lines  []line
	clips  []geom.Rect // u; what lies outside is not drawn
	spoken scene.Spoken
}

// id is the number and the name of a shape.
func (p *painter) id(name, says string) string {
	p.next++
	return fmt.Sprintf(`<p:cNvPr id="%d" name="%s" descr="%s"/>`, p.next, markup.Text(name), markup.Text(says))
}

// Begin stands before the operations of an item.
func (p *painter) Begin(it *scene.Item, _ geom.Point) {
	p.item, p.body, p.links, p.lines = it, p.body[:0], p.links[:0], p.lines[:0]
	p.bounds = geom.Rect{Min: geom.Pt(math.Inf(1), math.Inf(1)), Max: geom.Pt(math.Inf(-1), math.Inf(-1))}
	p.spoken.Reset()
}

// End stands behind them: what an item draws is one group, so that it is moved
// as a whole. Text lies over its shapes, links over both.
func (p *painter) End() {
	p.endText()
	p.body = append(p.body, p.links...)
	if len(p.body) == 0 {
		return
	}
	if len(p.body) == 1 {
		p.shapes.WriteString(p.body[0])
		return
	}
	name, r := []rune(strings.ReplaceAll(p.spoken.String(), "\n", ", ")), p.bounds
	p.shapes.WriteString(`<p:grpSp><p:nvGrpSpPr>` + p.id(string(name[:min(60, len(name))]), p.item.Alt) + `<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
		box("a:off", "a:ext", r) + box("a:chOff", "a:chExt", r) + `</a:xfrm></p:grpSpPr>`)
	for _, s := range p.body {
		p.shapes.WriteString(s)
	}
	p.shapes.WriteString(`</p:grpSp>`)
}

// emu is a whole number of EMU.
func emu(v float64) int64 {
	const far = 1 << 31
	if !(v > -far) {
		return -far
	}
	return int64(math.Round(min(v, far)))
}

// box is a place and a size.
func box(at, size string, r geom.Rect) string {
	return fmt.Sprintf(`<%s x="%d" y="%d"/><%s cx="%d" cy="%d"/>`, at, emu(r.Min.X), emu(r.Min.Y), size, max(0, emu(r.Max.X)-emu(r.Min.X)), max(0, emu(r.Max.Y)-emu(r.Min.Y)))
}

// place is a box of the scene on the slide.
func (p *painter) place(r geom.Rect) geom.Rect {
	return r.Mul(p.k).Add(p.off)
}

// seen reports whether anything of a box, u, lies within all clips.
func (p *painter) seen(r geom.Rect) bool {
	c := p.clips[len(p.clips)-1]
	return r.Min.X <= c.Max.X && r.Max.X >= c.Min.X && r.Min.Y <= c.Max.Y && r.Max.Y >= c.Min.Y
}

// shape adds a shape in a box of the slide; inner is its form and how it looks.
func (p *painter) shape(r geom.Rect, inner string) {
	p.endText()
	p.bounds = p.bounds.Union(r)
	p.body = append(p.body, `<p:sp><p:nvSpPr>`+p.id("Shape", "")+`<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>`+box("a:off", "a:ext", r)+`</a:xfrm>`+inner+`</p:spPr></p:sp>`)
}

// Fill covers the inside of a path.
func (p *painter) Fill(path *geom.Path, t geom.Transform, paint scene.Paint) {
	if len(path.Verbs) == 0 || !p.seen(t.Rect(path.Bounds())) {
		return
	}
	part, u := p.cut(path, t, true)
	look, ok := p.paint(paint, t, u.Rect(part.Bounds()))
	if !ok || len(part.Verbs) == 0 {
		return
	}
	form, r := p.form(part, u, true)
	p.shape(r, form+look+`<a:ln><a:noFill/></a:ln>`)
}

// Stroke draws a line along a path.
func (p *painter) Stroke(s *scene.Stroke, t geom.Transform) {
	if len(s.Path.Verbs) == 0 || !p.seen(t.Rect(s.Path.Bounds())) {
		return
	}
	part, u := p.cut(&s.Path, t, false)
	look, ok := p.paint(s.Paint, t, u.Rect(part.Bounds()))
	if !ok || len(part.Verbs) == 0 {
		return
	}
	width := max(s.Pen.Width*t.K*p.k, 3175) // a quarter of a point
	cap, join := "flat", `<a:miter lim="800000"/>`
	if s.Pen.Cap == geom.RoundCap {
		cap = "rnd"
	}
	if s.Pen.Join == geom.RoundJoin {
		join = `<a:round/>`
	}
	dash, total := "", 0.0
	for i := 0; i+1 < len(s.Pen.Dash); i += 2 {
		on, off := s.Pen.Dash[i]*t.K*p.k/width, s.Pen.Dash[i+1]*t.K*p.k/width
		total += on + off
		dash += fmt.Sprintf(`<a:ds d="%d" sp="%d"/>`, emu(max(on, 0)*100_000), emu(max(off, 0)*100_000))
	}
	if dash = `<a:custDash>` + dash + `</a:custDash>`; total == 0 {
		dash = ""
	}
	form, r := p.form(part, u, false)
	p.shape(r, form+`<a:noFill/>`+fmt.Sprintf(`<a:ln w="%d" cap="%s">`, emu(width), cap)+look+dash+join+`</a:ln>`)
}

// Use draws a symbol. Its parts lie over each other, so each is a path.
func (p *painter) Use(s *scene.Symbol, at geom.Point, size float64, c scene.Color) {
	r := geom.Box(at.X, at.Y, size, size)
	if c.A == 0 || len(s.Parts) == 0 || !p.seen(r) {
		return
	}
	on := p.place(r)
	var b strings.Builder
	b.WriteString(custom)
	for i := range s.Parts {
		p.path(&b, &s.Parts[i], geom.Transform{K: size / scene.Grid, D: at}, on, true)
	}
	p.shape(on, b.String()+`</a:pathLst></a:custGeom>`+solid(c)+`<a:ln><a:noFill/></a:ln>`)
}

// Picture draws a picture into its box, with round corners.
func (p *painter) Picture(pic *scene.Picture, t geom.Transform) {
	r := t.Rect(pic.Rect)
	if !pic.Drawn() || r.Empty() || !p.seen(r) {
		return
	}
	p.spoken.Say(pic.Alt)
	n := p.picture(pic.Image, func(w io.Writer) {
		im := pic.Image
		png.Encode(w, &image.NRGBA{Pix: im.Pix, Stride: 4 * im.W, Rect: image.Rect(0, 0, im.W, im.H)})
	})
	p.image(n, p.place(r), pic.R*t.K*p.k, pic.Alt)
}

// image adds a picture of the presentation.
func (p *painter) image(n int, r geom.Rect, round float64, says string) {
	p.endText()
	rel, ok := p.media[n]
	if !ok {
		rel = p.relate("image", fmt.Sprintf("../media/image%d.png", n))
		p.media[n] = rel
	}
	form := `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
	if side := min(r.W(), r.H()); round > 0 && side > 0 {
		form = rounded(round / side)
	}
	p.bounds = p.bounds.Union(r)
	p.body = append(p.body, `<p:pic><p:nvPicPr>`+p.id("Picture", says)+`<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId`+
		fmt.Sprint(rel)+`"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>`+box("a:off", "a:ext", r)+`</a:xfrm>`+form+`</p:spPr></p:pic>`)
}

// relate adds a relation of the slide and is its number.
func (p *painter) relate(kind, target string) int {
	p.last++
	p.relations.WriteString(relation(p.last, kind, target))
	return p.last
}

// Emoji draws a run of pictures as they are in the font.
func (p *painter) Emoji(r *text.Run, at geom.Point, k float64, c scene.Color) {
	if !(r.Size*k > 0) || c.A == 0 {
		return
	}
	p.spoken.Add(r, at, k)
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		if e := r.Face.Picture(g.ID); e != nil {
			where := e.Box.Add(geom.Pt(float64(g.X), float64(g.Y))).Mul(r.Scale() * k).Add(at)
			p.image(p.picture(e, func(w io.Writer) { w.Write(e.PNG) }), p.place(where), 0, r.Text)
		}
	}
}

// Clip limits what follows to a path, as far as a slide can: to its box.
func (p *painter) Clip(path *geom.Path, t geom.Transform) {
	p.clips = append(p.clips, t.Rect(path.Bounds()).Intersect(p.clips[len(p.clips)-1]))
}

// Unclip ends the last Clip.
func (p *painter) Unclip() { p.clips = p.clips[:len(p.clips)-1] }

// Link makes a box lead to an address.
func (p *painter) Link(r geom.Rect, target string) {
	uri, ok := scene.Address(target)
	if !ok || r.Empty() || !p.seen(r) {
		return
	}
	n, ok := p.addresses[uri]
	if !ok {
		n = p.relate("hyperlink", uri)
		p.addresses[uri] = n
	}
	on := p.place(r)
	p.bounds = p.bounds.Union(on)
	p.next++
	p.links = append(p.links, fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"><a:hlinkClick r:id="rId%d"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>%s</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="0"/></a:srgbClr></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`,
		p.next, markup.Text(uri), n, box("a:off", "a:ext", on)))
}
