package pdf

import (
	"slices"
	"strconv"

	"throughline/export/number"
)

// structure adds the elements of the structure (ISO 32000-1, 14.7.2) and what
// leads back to them from the pages' content and from links. Pages and
// annotations have their objects already; no object may be added after this.
func (f *file) structure(t *tree, root int, pages, annotations []int, lang string) {
	f.packFrom = len(f.objects) + 1
	next := f.packFrom
	count(t.root, &next)
	w := elementWriter{f: f, pages: pages, annotations: annotations, lang: lang, links: map[*element]int{}}
	for i, e := range t.links {
		w.links[e] = i
	}
	w.element(t.root, ref(root))
	nums := "<</Nums["
	for i, owners := range t.owners {
		if len(owners) == 0 {
			continue
		}
		b := []byte{'['}
		for k, e := range owners {
			if k > 0 {
				b = append(b, ' ')
			}
			b = append(number.AppendInt(b, int64(e.n)), " 0 R"...)
		}
		f.pack(append(b, ']'))
		nums += strconv.Itoa(i) + " " + ref(f.packFrom+len(f.packed)-1) + " "
	}
	for i, e := range t.links {
		nums += strconv.Itoa(len(pages)+i) + " " + ref(e.n) + " "
	}
	f.pack([]byte(nums + "]>>"))
	f.set(root, "<</Type/StructTreeRoot/K "+ref(t.root.n)+"/ParentTree "+ref(f.packFrom+len(f.packed)-1)+
		"/ParentTreeNextKey "+strconv.Itoa(len(pages)+len(t.links))+">>")
}

// count puts the elements of which a page has something in order, and numbers
// them.
func count(e *element, next *int) {
	e.n = *next
	*next++
	if e.tag == "LBody" { // what it says comes before what is said of it
		slices.SortStableFunc(e.kids, func(a, b kid) int { return a.late() - b.late() })
	}
	for _, k := range e.kids {
		if k.e != nil && k.e.page >= 0 {
			count(k.e, next)
		}
	}
}

// late is 1 for a part of an entry that is not drawn.
func (k kid) late() int {
	if k.e != nil && k.e.said {
		return 1
	}
	return 0
}

// elementWriter writes elements in the order of their numbers.
type elementWriter struct {
	f                  *file
	pages, annotations []int
	lang               string
	links              map[*element]int
	b                  []byte
}

func (w *elementWriter) element(e *element, up string) {
	tag := e.tag
	if tag == "Figure" && e.alt == "" { // nobody said what it shows
		tag = "Span"
	}
	b := append(append(append(w.b[:0], "<</S/"...), tag...), "/P "...)
	b = append(b, up...)
	if e.alt != "" {
		b = append(append(b, "/Alt"...), textString(e.alt)...)
	} else if e.says != "" && (e.said || tag == "Span") {
		b = append(append(b, "/ActualText"...), textString(e.says)...)
	}
	if e.lang != "" && e.lang != w.lang {
		b = append(append(append(b, "/Lang("...), e.lang...), ')')
	}
	switch {
	case tag == "Figure" && !e.box.Empty():
		b = append(appendBox4(append(b, "/A<</O/Layout/Placement/Block/BBox["...), e.box), "]>>"...)
	case tag == "L":
		b = append(b, "/A<</O/List/ListNumbering/None>>"...)
	case tag == "Sect" && e.name != "":
		b = append(append(b, "/T"...), textString(e.name)...)
	}
	link, isLink := w.links[e]
	own := isLink
	for _, k := range e.kids {
		own = own || k.e == nil
	}
	if own {
		b = append(number.AppendInt(append(b, "/Pg "...), int64(w.pages[e.page])), " 0 R"...)
	}
	b = append(b, "/K["...)
	if isLink {
		b = append(number.AppendInt(append(b, "<</Type/OBJR/Obj "...), int64(w.annotations[link])), " 0 R>>"...)
	}
	for i, k := range e.kids {
		switch {
		case k.e != nil && k.e.page < 0:
			continue
		case i > 0:
			b = append(b, ' ')
		}
		if k.e == nil {
			b = number.AppendInt(b, int64(k.mcid))
		} else {
			b = append(number.AppendInt(b, int64(k.e.n)), " 0 R"...)
		}
	}
	w.f.pack(append(b, "]>>"...))
	w.b = b
	for _, k := range e.kids {
		if k.e != nil && k.e.page >= 0 {
			w.element(k.e, ref(e.n))
		}
	}
}
