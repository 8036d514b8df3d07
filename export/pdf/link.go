package pdf

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// link is a box that leads to an address, in the page's own coordinates.
type link struct {
	box geom.Rect
	uri string
}

// Link makes a box of the map lead to an address. Addresses within the map are
// left out: a document of one page has nowhere to go.
func (p *painter) Link(r geom.Rect, target string) {
	r = r.Intersect(geom.Rect{Max: p.page.size})
	uri, ok := scene.Address(target)
	if p.err != nil || !ok || r.Empty() {
		return
	}
	a, b := p.page.point(r.Min), p.page.point(r.Max)
	p.links = append(p.links, link{geom.Rect{Min: geom.Pt(a.X, b.Y), Max: geom.Pt(b.X, a.Y)}, uri})
}

// object is the link as an annotation without a border (ISO 32000-1, 12.5.6.5).
func (l link) object() string {
	b := []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
	for i, v := range [4]float64{l.box.Min.X, l.box.Min.Y, l.box.Max.X, l.box.Max.Y} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = number.Append(b, v, 2)
	}
	return string(b) + "]/Contents " + textString(l.uri) + "/A<</S/URI/URI " + textString(l.uri) + ">>>>"
}
