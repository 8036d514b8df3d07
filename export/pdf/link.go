package pdf

import (
	"strings"

	"throughline/canvas/geom"
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
	uri, ok := address(target)
	if p.err != nil || !ok || r.Empty() {
		return
	}
	a, b := p.page.point(r.Min), p.page.point(r.Max)
	p.links = append(p.links, link{geom.Rect{Min: geom.Pt(a.X, b.Y), Max: geom.Pt(b.X, a.Y)}, uri})
}

// address is a target as a URI in plain ASCII. Only addresses that a person
// may follow without harm are taken: a document goes to strangers.
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
	var b strings.Builder
	for i := range len(target) {
		if c := target[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(`<>"\^{|}`+"`", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String(), ok
}

// object is the link as an annotation without a border (ISO 32000-1, 12.5.6.5).
func (l link) object() string {
	b := []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
	for i, v := range [4]float64{l.box.Min.X, l.box.Min.Y, l.box.Max.X, l.box.Max.Y} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendFixed(b, v, 2)
	}
	return string(b) + "]/Contents " + textString(l.uri) + "/A<</S/URI/URI " + textString(l.uri) + ">>>>"
}
