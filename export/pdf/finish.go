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
func finish(out io.Writer, closed []byte, p *painter, sheets []sheet, o Options) error {
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
	w := pageWriter{file: f, pages: ref(pages), resources: ref(resources), transparent: f.transparent(p), tagged: p.marks.tree != nil, links: len(sheets)}
	kids := ""
	for i := range sheets {
		n, content := page, page+1 // gofpdf's own page is the first
		if i == 0 {
			f.objects[content-1] = stream("", sheets[i].content)
		} else {
			n = f.add("")
			content = f.addStream("", sheets[i].content)
		}
		w.page(i, n, content, &sheets[i])
		kids += " " + ref(n)
	}
	f.set(pages, "<</Type/Pages/Count "+strconv.Itoa(len(sheets))+"/Kids["+kids[1:]+"]>>")
	f.set(f.info, o.info())
	more := labels(sheets) + "/Metadata " + ref(f.metadata(o))
	root := 0
	names := ""
	if t := p.marks.tree; t != nil {
		root = f.add("")
		marks := t.bookmarks()
		more += "/MarkInfo<</Marked true>>/StructTreeRoot " + ref(root) + f.outline(marks)
		names = destinations(marks, w.numbers)
	}
	if o.Attach != nil {
		n := ref(f.attach(o.Attach, o))
		names += "/EmbeddedFiles<</Names[" + textString(o.Attach.Name) + n + "]>>"
		more += "/AF[" + n + "]"
	}
	if names != "" {
		more += "/Names<<" + names + ">>"
	}
	f.set(f.root, o.catalog(ref(pages), ref(page), more))
	if root > 0 {
		f.structure(p.marks.tree, root, w.numbers, w.annotations, o.Lang)
	}
	return f.write(out)
}

// metadata adds what the document says about itself, which stays readable for
// programs that only look for it.
func (f *file) metadata(o Options) int {
	data := o.metadata()
	return f.add("<</Type/Metadata/Subtype/XML/Length " + strconv.Itoa(len(data)) + ">>\nstream\n" + data + "\nendstream")
}

// pageWriter sets the dictionaries of pages.
type pageWriter struct {
	*file
	pages, resources    string
	transparent, tagged bool
	links               int   // the key of the first in the structure; pages have those before it
	numbers             []int // of the pages,
	annotations         []int // and of their links
}

// page is the i-th page's dictionary (ISO 32000-1, 7.7.3.3).
func (w *pageWriter) page(i, n, content int, s *sheet) {
	b := "<</Type/Page/Parent " + w.pages + "/MediaBox[0 0 " + string(number.Append(nil, s.w, 4)) + " " +
		string(number.Append(nil, s.h, 4)) + "]/Resources " + w.resources + "/Contents " + ref(content)
	if w.transparent { // colours are then blended as they are meant
		b += "/Group<</S/Transparency/CS/DeviceRGB>>"
	}
	if w.tagged {
		b += "/Tabs/S/StructParents " + strconv.Itoa(i)
	}
	if len(s.links) > 0 {
		b += "/Annots["
		for _, l := range s.links {
			k := w.add(l.object(w.links))
			w.annotations = append(w.annotations, k)
			b += ref(k) + " "
		}
		b = strings.TrimSpace(b) + "]"
	}
	w.numbers = append(w.numbers, n)
	w.set(n, b+">>")
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
