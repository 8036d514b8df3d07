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

// page is the one page of a document.
type page struct {
	size  geom.Point // of the scene, u
	scale float64    // 1, or less where the page would be too large
	k     float64    // points per u
	w, h  float64    // points
}

// PageScale is 1 where one unit of the map is 0.2475 mm on the page, and less
// where the scene is scaled down to the largest page that viewers take.
func PageScale(s *scene.Scene) float64 {
	p, err := pageOf(s)
	if err != nil {
		return 1
	}
	return p.scale
}

func pageOf(s *scene.Scene) (page, error) {
	long := max(s.Size.X, s.Size.Y)
	if !(s.Size.X > 0 && s.Size.Y > 0) || math.IsInf(long, 0) {
		return page{}, errNoSize
	}
	p := page{size: s.Size, scale: min(1, pageLimit/(long*unitPoint))}
	p.k = p.scale * unitPoint
	p.w, p.h = s.Size.X*p.k, s.Size.Y*p.k
	return p, nil
}

// point is a place of the map in the page's own coordinates, in which y goes up.
func (p page) point(a geom.Point) geom.Point { return geom.Pt(a.X*p.k, p.h-a.Y*p.k) }

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
		all := geom.Rectangle(geom.Rect{Max: p.page.size})
		p.Fill(&all, geom.Identity, scene.Solid(ground))
	}
}
