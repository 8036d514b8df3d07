package svg

import (
	"strings"

	"throughline/canvas/geom"
)

// link is a box that leads to an address.
type link struct {
	box geom.Rect
	uri string
}

// Link makes a box lead to an address. Addresses within the map are left out: a
// drawing has nowhere to go.
func (p *painter) Link(r geom.Rect, target string) {
	if uri, ok := address(target); ok && p.err == nil && !r.Empty() {
		p.links = append(p.links, link{r, uri})
	}
}

func (p *painter) link(l link) {
	box := geom.Rectangle(l.box)
	p.put("<a").attr("href", l.uri).attr("xlink:href", l.uri).attr("aria-label", l.uri).put(">")
	p.shape(&box, geom.Identity).put(" fill=\"none\" pointer-events=\"all\"/></a>\n")
}

// address is a target as a URI in plain ASCII. Only addresses that a person may
// follow without harm are taken: a drawing goes to strangers.
func address(target string) (string, bool) {
	target = strings.TrimSpace(target)
	scheme, rest, ok := strings.Cut(target, ":")
	switch strings.ToLower(scheme) {
	case "http", "https":
		ok = ok && strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		ok = ok && rest != ""
	default:
		return "", false
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(target) {
		if c := target[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(`<>"\^{|}`+"`", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String(), ok
}
