package layout

import (
	"fmt"
	"math"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// The measures of a poster, u.
const (
	posterSide, posterTop, posterBottom = 64, 48, 32
	titleHeight                         = 148
	titleBelow                          = 12
	legendAbove                         = 48 // at least, between map and legend
	legendRule, legendRow               = 14, 16
	footerAbove                         = 20
)

// Poster is a whole map as one scene, as every export shows it: title block,
// stages, lanes, legend and footer.
func Poster(o Options, p *journey.Project, mp journey.ID) *scene.Scene {
	o.Bare, o.Screen = true, false
	s := New(o, mp).Update(p)
	f := &frame{&o, p}
	ps := &poster{frame: f, sheet: s, rest: beside(o, p, mp, s), inner: max(s.HeaderWidth+s.Body.Size.X, 560)}
	if ps.rest != nil {
		ps.inner = max(ps.inner, ps.rest.HeaderWidth+ps.rest.Body.Size.X)
	}
	y := posterTop + ps.title(posterTop) + titleBelow
	if s.Looped() {
		return ps.finish(ps.loop(y))
	}
	return ps.finish(ps.rows(s, y))
}

// poster is a poster in the making.
type poster struct {
	*frame
	sheet *Sheet
	rest  *Sheet  // the lanes that a loop does not show
	inner float64 // width between the margins
	out   scene.Scene
}

func (p *poster) add(name string, at geom.Point, b *scene.Block) {
	p.out.Blocks = append(p.out.Blocks, scene.Placed{Block: b, Name: name, At: at})
}

// rows places the four parts of a sheet and returns where they end.
func (p *poster) rows(s *Sheet, y float64) float64 {
	x := posterSide + s.HeaderWidth
	for _, part := range []struct {
		name string
		sc   *scene.Scene
		at   geom.Point
	}{
		{"corner", &s.Corner, geom.Pt(posterSide, y)},
		{"band", &s.Band, geom.Pt(x, y)},
		{"headers", &s.Headers, geom.Pt(posterSide, y+s.BandHeight)},
		{"body", &s.Body, geom.Pt(x, y+s.BandHeight)},
	} {
		for _, b := range part.sc.Blocks {
			p.add(part.name+"/"+b.Name, part.at.Add(b.At), b.Block)
		}
	}
	return y + s.BandHeight + s.Body.Size.Y
}

// finish adds legend and footer below y and closes the page. A page that is
// nearly as high as a sheet of the A series is made exactly as high.
func (p *poster) finish(y float64) *scene.Scene {
	w := p.inner + 2*posterSide
	legend, legendHeight := p.legend()
	need := legendHeight + footerAbove + posterBottom
	if legendHeight > 0 {
		need += legendRule
	}
	page := func(footer float64) float64 {
		h := math.Ceil(y + legendAbove + need + footer)
		if a := w / math.Sqrt2; h < a && h > a*0.88 {
			h = math.Round(a)
		}
		return h
	}
	footer, footerHeight := p.footer(func(f float64) string { return paperName(w, page(f)) })
	h := page(footerHeight)
	if legendHeight > 0 {
		p.add("legend", geom.Pt(posterSide, h-need-footerHeight), legend)
	}
	p.add("footer", geom.Pt(posterSide, h-posterBottom-footerHeight), footer)
	p.out.Size = geom.Pt(w, h)
	p.out.Ground = p.Theme.Map
	return &p.out
}

// fact is a part of the title block.
type fact struct {
	w    float64
	h    float64
	draw func() scene.Item
}

// title draws the title block with its top at y and returns its height. Where
// the page is too narrow, the facts stand below the title.
func (p *poster) title(y float64) float64 {
	const gap = 48
	m := p.sheet.Map
	facts := p.facts()
	w := 0.0
	for _, f := range facts {
		w += gap + f.w
	}
	room := p.inner - w
	below := room < 400 && len(facts) > 0
	if below {
		room = p.inner
	}
	kind := p.set("Customer journey map", label, text.NoWrap, text.Greedy)
	title := p.set(m.Title, posterTitle, room, text.Balanced)
	sub := p.set(m.Subtitle, posterSub, room, text.Greedy)
	ty := kind.Height + 4
	sy := ty + title.Height + 8
	ops := p.words(kind, 0, 0, p.Theme.Acc, 0, 0)
	ops = append(ops, p.words(title, 0, ty, p.Theme.Ink, 0, 0)...)
	ops = append(ops, p.words(sub, 0, sy, p.Theme.Ink2, 0, 0)...)
	h := sy
	if m.Subtitle != "" {
		h += sub.Height
	}
	it := scene.NewItem(string(m.ID), "title", geom.Point{}, geom.Box(0, 0, room, h), ops...)
	p.add("title", geom.Pt(posterSide, y), scene.NewBlock([]scene.Item{it}))
	if !below {
		x := p.inner - w + gap
		for i, f := range facts {
			p.add(fmt.Sprintf("fact%d", i), geom.Pt(posterSide+x, y), scene.NewBlock([]scene.Item{f.draw()}))
			h = max(h, f.h)
			x += f.w + gap
		}
		return max(h, titleHeight)
	}
	x, fy, row := 0.0, h+24, 0.0
	for i, f := range facts {
		if x > 0 && x+f.w > p.inner {
			x, fy, row = 0, fy+row+24, 0
		}
		p.add(fmt.Sprintf("fact%d", i), geom.Pt(posterSide+x, y+fy), scene.NewBlock([]scene.Item{f.draw()}))
		row = max(row, f.h)
		x += f.w + gap
	}
	return max(fy+row+24, titleHeight)
}

// facts is what the title block says besides the title.
func (p *poster) facts() []fact {
	m := p.sheet.Map
	var out []fact
	if who, ok := journey.Get[journey.Persona](p.p, m.Persona); ok {
		out = append(out, p.persona(who))
	}
	for _, x := range []struct{ label, text string }{{"Scenario", m.Scenario}, {"Goal of this map", m.Goal}} {
		if x.text == "" {
			continue
		}
		l, b := p.set(x.label, label, text.NoWrap, text.Greedy), p.set(x.text, factText, min(300, p.inner), text.Greedy)
		h := l.Height + 4 + b.Height
		out = append(out, fact{min(300, p.inner), h, func() scene.Item {
			ops := p.words(l, 0, 0, p.Theme.Ink3, 0, 0)
			ops = append(ops, p.words(b, 0, l.Height+4, p.Theme.Ink, 0, 0)...)
			return scene.NewItem(string(m.ID), "fact", geom.Point{}, geom.Box(0, 0, 300, h), ops...)
		}})
	}
	return out
}

// persona is the portrait, the name and a few words about whom the map is for.
func (p *poster) persona(who journey.Persona) fact {
	const width, portrait, gap = 470, 88, 16
	w := min(width, p.inner)
	x := 0.0
	var face []scene.Op
	if med, ok := journey.Get[journey.Media](p.p, who.Portrait); ok && p.Pictures != nil {
		if im := p.Pictures.Picture(med.Hash); im != nil {
			x = portrait + gap
			face = append(face, &scene.Picture{Image: im, Rect: geom.Box(0, 0, portrait, portrait), R: portrait / 2})
		}
	}
	name := strings.Join(nonEmpty(who.Name, who.Facts), ", ")
	l := p.set("Persona", label, text.NoWrap, text.Greedy)
	n := p.set(name, factTitle, w-x, text.Greedy)
	b := p.set(who.Text, factText, w-x, text.Greedy)
	h := l.Height + 4 + n.Height + 2 + b.Height
	if x > 0 {
		h = max(h, portrait)
	}
	return fact{w, h, func() scene.Item {
		ops := append(face, p.words(l, x, 0, p.Theme.Ink3, 0, 0)...)
		ops = append(ops, p.words(n, x, l.Height+4, p.Theme.Ink, 0, 0)...)
		ops = append(ops, p.words(b, x, l.Height+4+n.Height+2, p.Theme.Ink2, 0, 0)...)
		it := scene.NewItem(string(who.ID), "persona", geom.Point{}, geom.Box(0, 0, w, h), ops...)
		return it
	}}
}

func nonEmpty(s ...string) []string {
	var out []string
	for _, x := range s {
		if x != "" {
			out = append(out, x)
		}
	}
	return out
}
