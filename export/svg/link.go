package svg

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// link is a box that leads to an address.
type link struct {
	box geom.Rect
	uri string
}

// Link makes a box lead to an address. Addresses within the map are left out: a
// drawing has nowhere to go.
func (p *painter) Link(r geom.Rect, target string) {
	if uri, ok := scene.Address(target); ok && p.err == nil && !r.Empty() {
		p.links = append(p.links, link{r, uri})
	}
}

func (p *painter) link(l link) {
	box := geom.Rectangle(l.box)
	p.put("<a").attr("href", l.uri).attr("xlink:href", l.uri).attr("aria-label", l.uri).put(">")
	p.shape(&box, geom.Identity).put(" fill=\"none\" pointer-events=\"all\"/></a>\n")
}
