package pdf

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// link is a box that leads to an address or to a section of the document, in
// the page's own coordinates.
type link struct {
	box geom.Rect
	uri string
	to  *element // nil where it leads to the address
	in  *element // of the structure; nil where it has none
	key int      // under which the structure knows it
}

// Link makes a box of the map lead to an address, or to another map of the
// document. An address of a map that is not in it leads nowhere and is left out.
func (p *painter) Link(r geom.Rect, target string) {
	if p.err != nil {
		return
	}
	l := link{box: p.page.box(r)}
	if l.box.Empty() {
		return
	}
	t := p.marks.tree
	if t != nil {
		l.to = t.marks[target]
	}
	if l.to == nil {
		uri, ok := scene.Address(target)
		if !ok {
			return
		}
		l.uri = uri
	}
	if t != nil {
		up := p.marks.item
		if up == nil {
			up = t.section.add("P")
			t.touch(up, l.box)
		}
		l.in = up.add("Link")
		l.key = len(t.links)
		t.links = append(t.links, l.in)
		t.touch(l.in, l.box)
	}
	p.links = append(p.links, l)
}

// object is the link as an annotation without a border (ISO 32000-1, 12.5.6.5);
// first is the first key of links in the structure.
func (l link) object(first int) string {
	b := append(appendBox4([]byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["), l.box), ']')
	if l.in != nil {
		b = number.AppendInt(append(b, "/StructParent "...), int64(first+l.key))
	}
	if l.to != nil {
		return string(b) + "/Contents" + textString(l.to.name) + "/A<</S/GoTo/D" + textString(l.to.mark) + ">>>>"
	}
	return string(b) + "/Contents " + textString(l.uri) + "/A<</S/URI/URI " + textString(l.uri) + ">>>>"
}

// appendBox4 writes the sides of a box in the page's own coordinates.
func appendBox4(b []byte, r geom.Rect) []byte {
	for i, v := range [4]float64{r.Min.X, r.Min.Y, r.Max.X, r.Max.Y} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = number.Append(b, v, 2)
	}
	return b
}
