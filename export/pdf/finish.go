package pdf

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"throughline/export/number"
)

// finish writes the closed document of gofpdf's with everything of p and its
// sheets in it.
func finish(w io.Writer, closed []byte, p *painter, sheets []sheet, o Options) error {
	f, err := parse(closed)
	if err != nil {
		return err
	}
	f.z.level = o.Level
	const pages, resources = 1, 2 // gofpdf gives these numbers to them
	page := f.find("<</Type /Page\n")
	if page == 0 || page+1 > len(f.objects) {
		return errors.New("the document has no page")
	}
	if err := f.resources(resources, p); err != nil {
		return err
	}
	clear := f.transparent(p)
	kids := make([]string, len(sheets))
	for i := range sheets {
		n, content := page, page+1 // gofpdf's own page is the first
		if i == 0 {
			f.objects[content-1] = stream("", sheets[i].content)
		} else {
			n = f.add("")
			content = f.addStream("", sheets[i].content)
		}
		f.set(n, f.page(&sheets[i], ref(pages), ref(resources), ref(content), clear))
		kids[i] = ref(n)
	}
	f.set(pages, "<</Type/Pages/Count "+strconv.Itoa(len(kids))+"/Kids["+strings.Join(kids, " ")+"]>>")
	f.set(f.info, o.info())
	f.set(f.root, o.catalog(ref(pages), kids[0], labels(sheets)))
	return f.write(w)
}

// page is a page's dictionary (ISO 32000-1, 7.7.3.3).
func (f *file) page(s *sheet, parent, resources, content string, transparent bool) string {
	b := "<</Type/Page/Parent " + parent + "/MediaBox[0 0 " + string(number.Append(nil, s.w, 4)) + " " +
		string(number.Append(nil, s.h, 4)) + "]/Resources " + resources + "/Contents " + content
	if transparent { // colours are then blended as they are meant
		b += "/Group<</S/Transparency/CS/DeviceRGB>>"
	}
	if len(s.links) > 0 {
		b += "/Annots["
		for _, l := range s.links {
			b += ref(f.add(l.object())) + " "
		}
		b = strings.TrimSpace(b) + "]"
	}
	return b + ">>"
}

// labels is what viewers call the pages (ISO 32000-1, 12.4.2), nothing where
// one of them has no name.
func labels(sheets []sheet) string {
	var b strings.Builder
	for i, s := range sheets {
		if s.label == "" {
			return ""
		}
		b.WriteString(strconv.Itoa(i) + "<</P" + textString(s.label) + ">>")
	}
	return "/PageLabels<</Nums[" + b.String() + "]>>"
}

// transparent reports whether anything lets through what is under it.
func (f *file) transparent(p *painter) bool {
	for a := range 255 {
		if p.alphas[a] {
			return true
		}
	}
	for _, x := range p.pictures {
		if x.emoji != nil || !opaque(x.image) {
			return true
		}
	}
	return false
}

// resources sets what the names on all pages stand for (ISO 32000-1, 7.8.3).
func (f *file) resources(n int, p *painter) error {
	var fonts, objects, shadings, patterns, states strings.Builder
	put := func(b *strings.Builder, name string, n int) { b.WriteString(name + " " + ref(n)) }
	for _, x := range p.faces {
		if used := x.used(); len(used) > 0 {
			n, err := f.font(x, used)
			if err != nil {
				return err
			}
			put(&fonts, name('f', x.n), n)
		}
	}
	if len(p.hidden.texts) > 0 {
		put(&fonts, "/t", f.hiddenFont(&p.hidden))
	}
	for i, x := range p.forms {
		put(&objects, name('x', i), f.form(x))
	}
	for i, x := range p.pictures {
		put(&objects, name('i', i), f.pictureObjects(x.pixels()))
	}
	shades := make([]string, len(p.shades))
	for i, x := range p.shades {
		n := f.add(shadeObject(x))
		shades[i] = ref(n)
		put(&shadings, name('h', i), n)
	}
	for i, x := range p.patterns {
		put(&patterns, name('p', i), f.add(patternObject(x, shades[x.shade])))
	}
	for a, used := range p.alphas {
		if used {
			put(&states, name('a', a), f.add(alphaObject(a)))
		}
	}
	b := "<<"
	for _, x := range [...]struct {
		key string
		of  *strings.Builder
	}{{"Font", &fonts}, {"XObject", &objects}, {"Shading", &shadings}, {"Pattern", &patterns}, {"ExtGState", &states}} {
		if x.of.Len() > 0 {
			b += "/" + x.key + "<<" + x.of.String() + ">>"
		}
	}
	f.set(n, b+">>")
	return nil
}

func (f *file) form(x form) int {
	box := strings.TrimSpace(string(appendPoint(appendPoint(nil, x.box.Min), x.box.Max)))
	return f.addStream("/Type/XObject/Subtype/Form/BBox["+box+"]/Resources<<>>", f.z.bytes(x.data))
}
