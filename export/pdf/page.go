package pdf

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

const (
	unitPoint = scene.Millimetres / 25.4 * 72
	// pageLimit is the longest side a page may have, in points: what viewers
	// are bound to (ISO 32000-1, annex C.2).
	pageLimit = 14400
)

// Page is one page of a document: all of a scene.
type Page struct {
	Scene *scene.Scene
	// Scale is how many points of paper a unit of the map takes. 0 is the true
	// size, 0.2475 mm. No page is larger than viewers take: see PageScale.
	Scale float64
	// Label is what viewers call the page, where all pages have one; they count
	// the others.
	Label string
}

// page is where a page's scene comes to lie on paper.
type page struct {
	size geom.Point // of the scene, u
	k    float64    // points per u
	w, h float64    // points
}

// PageScale is 1 where one unit of the map is 0.2475 mm on the page, and less
// where the scene is scaled down to the largest page that viewers take.
func PageScale(s *scene.Scene) float64 {
	p, err := pageOf(Page{Scene: s})
	if err != nil {
		return 1
	}
	return p.k / unitPoint
}

func pageOf(x Page) (page, error) {
	if x.Scene == nil {
		return page{}, errNoSize
	}
	size, k := x.Scene.Size, x.Scale
	long := max(size.X, size.Y)
	if !(size.X > 0 && size.Y > 0) || math.IsInf(long, 0) {
		return page{}, errNoSize
	}
	if !(k > 0) {
		k = unitPoint
	}
	k = min(k, pageLimit/long)
	return page{size: size, k: k, w: size.X * k, h: size.Y * k}, nil
}

// point is a place of the map in the page's own coordinates, in which y goes up.
func (p page) point(a geom.Point) geom.Point { return geom.Pt(a.X*p.k, p.h-a.Y*p.k) }

// box is a box of the map in the page's own coordinates, as far as the page has
// it.
func (p page) box(r geom.Rect) geom.Rect {
	r = r.Intersect(geom.Rect{Max: p.size})
	a, b := p.point(r.Min), p.point(r.Max)
	return geom.Rect{Min: geom.Pt(a.X, b.Y), Max: geom.Pt(b.X, a.Y)}
}

// open begins the page: from here on lengths are map units and y goes down, so
// most numbers are short and no other operator has to turn anything.
func (p *painter) open(ground scene.Color) {
	p.b = number.Append(p.b, p.page.k, 8)
	p.b = append(p.b, " 0 0 "...)
	p.b = number.Append(p.b, -p.page.k, 8)
	p.b = append(p.b, " 0 "...)
	p.b = number.Append(p.b, p.page.h, 4)
	p.b = append(p.b, " cm\n"...)
	p.b = number.Append(p.b, geom.MiterLimit, 0)
	p.b = append(p.b, " M\n"...)
	if ground.A > 0 {
		p.markDecoration()
		all := geom.Rectangle(geom.Rect{Max: p.page.size})
		p.Fill(&all, geom.Identity, scene.Solid(ground))
	}
}
