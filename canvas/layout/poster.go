package layout

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
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
	ps := newPoster(o, p, mp)
	return ps.seen(Page{Scene: ps.whole(onePage(1))}, nil).Scene
}

func newPoster(o Options, p *journey.Project, mp journey.ID) *poster {
	o.Bare, o.Screen = true, false
	s := New(o, mp).Update(p)
	o.mirrored = ReadsLeft(o.Fonts, p, mp)
	return &poster{frame: newFrame(&o, p), sheet: s, rest: beside(o, p, mp, s), side: posterSide}
}

// onePage is what a poster at a scale says of itself.
func onePage(scale float64) func(w, h float64) string {
	return func(w, h float64) string { return pageWords(1, 1, paperName(w*scale, h*scale), scale) }
}

// whole is the map on one page; words says what a page of its size is.
func (p *poster) whole(words func(w, h float64) string) *scene.Scene {
	s := p.sheet
	p.inner = max(s.HeaderWidth+s.Body.Size.X, 560)
	if p.rest != nil {
		p.inner = max(p.inner, p.rest.HeaderWidth+p.rest.Body.Size.X)
	}
	y := posterTop + p.title(posterTop)
	if s.Looped() {
		y = p.loop(y)
	} else {
		y = p.rows(s, y)
	}
	return p.finish(y, words)
}

// poster is a poster in the making.
type poster struct {
	*frame
	sheet *Sheet
	rest  *Sheet  // the lanes that a loop does not show
	side  float64 // its margins at the left and at the right, u
	inner float64 // width between them
	out   scene.Scene
	edges [2][][]float64 // where stages, then steps, and lanes, then cards begin, x and y
}

func (p *poster) add(name string, at geom.Point, b *scene.Block) {
	p.out.Blocks = append(p.out.Blocks, scene.Placed{Block: p.Theme.thicken(b), Name: name, At: at})
}

// rows places the four parts of a sheet and returns where they end.
func (p *poster) rows(s *Sheet, y float64) float64 {
	x := p.side + s.HeaderWidth
	for _, part := range []struct {
		name string
		sc   *scene.Scene
		at   geom.Point
	}{
		{"corner", &s.Corner, geom.Pt(p.side, y)},
		{"band", &s.Band, geom.Pt(x, y)},
		{"headers", &s.Headers, geom.Pt(p.side, y+s.BandHeight)},
		{"body", &s.Body, geom.Pt(x, y+s.BandHeight)},
	} {
		for _, b := range part.sc.Blocks {
			p.add(part.name+"/"+b.Name, part.at.Add(b.At), b.Block)
		}
	}
	var stages, steps, lanes, cards []float64
	for _, st := range s.Stages {
		stages = append(stages, x+st.X)
		for _, c := range st.Columns {
			steps = append(steps, x+c.X)
		}
	}
	for _, r := range s.Rows {
		lanes = append(lanes, y+s.BandHeight+r.Y)
	}
	for _, at := range s.betweenCards() {
		cards = append(cards, y+s.BandHeight+at)
	}
	p.edges = [2][][]float64{{stages, steps}, {lanes, cards}}
	return y + s.BandHeight + s.Body.Size.Y
}

// finish adds legend and footer below y and closes the page. A page that is
// nearly as high as a sheet of the A series is made exactly as high; words says
// what a page of its size is.
func (p *poster) finish(y float64, words func(w, h float64) string) *scene.Scene {
	if b, h := p.allRemarks(); b != nil {
		y += legendAbove
		p.add("comments", geom.Pt(p.side, y), b)
		y += h
	}
	w := p.inner + 2*p.side
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
	footer, footerHeight := p.footer(!p.NoTitle, func(f float64) string { return words(w, page(f)) })
	h := page(footerHeight)
	if legendHeight > 0 {
		p.add("legend", geom.Pt(p.side, h-need-footerHeight), legend)
	}
	if footer != nil {
		p.add("footer", geom.Pt(p.side, h-posterBottom-footerHeight), footer)
	}
	p.out.Size = geom.Pt(w, h)
	p.out.Ground = p.Theme.Map
	p.out.Reading = p.reading()
	return &p.out
}
