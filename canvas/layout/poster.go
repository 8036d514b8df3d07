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
	o.Bare, o.Screen = true, false
	s := New(o, mp).Update(p)
	f := newFrame(&o, p)
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
	p.out.Blocks = append(p.out.Blocks, scene.Placed{Block: p.Theme.thicken(b), Name: name, At: at})
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
