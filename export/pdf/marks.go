package pdf

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/number"
)

// marking is how the painter marks its content as that of elements
// (ISO 32000-1, 14.6).
type marking struct {
	*tree            // nil in a document without one
	open    *element // of the content that is open
	begun   bool     // some content is open; without an element it is decoration
	item    *element // of the item that is being painted, nil for decoration
	from    int      // its kids before
	spoken  scene.Spoken
	heard   bool   // it has said something
	drawn   bool   // some of its words are drawn as shapes
	lang    string // of its words, as far as their letters tell
	several bool   // their letters do not tell one language
}

// markDecoration says that what follows says nothing.
func (p *painter) markDecoration() {
	if m := &p.marks; m.tree != nil && (!m.begun || m.open != nil) {
		p.unmark()
		p.b = append(p.b, "/Artifact BMC\n"...)
		m.begun = true
	}
}

// mark says that what follows belongs to e.
func (p *painter) mark(e *element) {
	p.unmark()
	m := &p.marks
	m.begun, m.open = true, e
	n := len(m.owners[m.page])
	m.owners[m.page] = append(m.owners[m.page], e)
	e.kids = append(e.kids, kid{mcid: n})
	tag := "/Span"
	if e.tag == "Figure" {
		tag = "/Figure"
	}
	p.b = append(append(p.b, tag...), "<</MCID "...)
	p.b = append(number.AppendInt(p.b, int64(n)), ">>BDC\n"...)
}

// unmark ends the content that is open.
func (p *painter) unmark() {
	if m := &p.marks; m.begun {
		p.endText()
		p.b = append(p.b, "EMC\n"...)
		m.begun, m.open = false, nil
	}
}

// beginMarks marks what an item draws.
func (p *painter) beginMarks(it *scene.Item, at geom.Point) {
	m := &p.marks
	if m.tree == nil {
		return
	}
	e := m.find(it)
	if m.item = e; e == nil {
		p.markDecoration()
		return
	}
	box := it.Box
	if box.Empty() {
		box = it.Bounds
	}
	box = p.page.box(box.Add(at))
	m.touch(e, box)
	m.spoken.Reset()
	m.heard, m.drawn, m.lang, m.several = false, false, "", false
	if alt := firstOf(e.alt, it.Alt); alt != "" {
		e = m.figure(e, alt, box)
	}
	m.from = len(e.kids)
	m.item = e
	p.mark(e)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// figure is e where it is one, or else a new one in it.
func (t *tree) figure(e *element, alt string, box geom.Rect) *element {
	if e.tag != "Figure" {
		e.alt = ""
		e = e.add("Figure")
		t.touch(e, box)
	}
	e.alt = alt
	return e
}

// endMarks is told that an item ends. Where its words are shapes, or there are
// signs among them, they are read from a text.
func (p *painter) endMarks() {
	m := &p.marks
	e := m.item
	if m.tree == nil || e == nil {
		return
	}
	p.unmark()
	m.item = nil
	if e.tag == "Figure" {
		return
	}
	e.heard = e.heard || m.heard
	if !m.drawn && e.signs == "" {
		if e.lang == "" {
			e.lang = m.lang
		}
		return
	}
	says := m.spoken.String()
	if e.signs != "" && says != "" {
		says = e.signs + ". " + says
	} else if says == "" {
		says = e.signs
	}
	e.signs = ""
	if says == "" {
		return
	}
	span := &element{tag: "Span", up: e, page: m.page, says: says, lang: m.lang}
	rest := append([]kid(nil), e.kids[m.from:]...)
	e.kids = append(e.kids[:m.from], kid{e: span})
	for _, k := range rest {
		if k.e != nil {
			e.kids = append(e.kids, k)
			continue
		}
		span.kids = append(span.kids, k)
		m.owners[m.page][k.mcid] = span
	}
}

// hear takes note of a run of an item's words; shapes says that some of it is
// not real text. Texts of their own have marks of their own, so that no reader
// takes the last word of one and the first of the next for one word.
func (p *painter) hear(r *text.Run, at geom.Point, k float64, shapes bool) {
	m := &p.marks
	if m.tree == nil || m.item == nil {
		return
	}
	if r.At == 0 && m.heard && m.item.tag != "Figure" {
		p.mark(m.item)
	}
	m.heard = true
	m.spoken.Add(r, at, k)
	m.drawn = m.drawn || shapes
	if m.several {
		return
	}
	lang, ok := text.LanguageOf(r.Text)
	if !ok || lang != "" && m.lang != "" && lang != m.lang {
		m.lang, m.several = "", true
	} else if lang != "" {
		m.lang = lang
	}
}

// markPicture marks a picture within an item as a figure, if it is one, and then
// the rest of the item.
func (p *painter) markPicture(alt string, r geom.Rect) (done func()) {
	m := &p.marks
	e := m.item
	if m.tree == nil || e == nil || alt == "" {
		return func() {}
	}
	if e.tag == "Figure" {
		e.alt = firstOf(e.alt, alt)
		return func() {}
	}
	f := e.add("Figure")
	f.alt = alt
	m.touch(f, p.page.box(r))
	p.mark(f)
	return func() { p.mark(e) }
}

// endPage marks the rest of a page: what is said where its section is, and not
// drawn. Each has a space to be found at.
func (p *painter) endPage() {
	m := &p.marks
	if m.tree == nil {
		return
	}
	for len(m.pending) > 0 {
		e := m.pending[0]
		m.pending = m.pending[1:]
		e.page, e.box = m.page, e.up.box
		if e.alt == "" {
			e.lang, _ = text.LanguageOf(e.says)
		}
		p.mark(e)
		p.moveText(e.box.Min.X/p.page.k, (p.page.h-e.box.Max.Y)/p.page.k)
		p.setType(hiddenType, 1)
		p.setMode(3)
		p.setSpacing(0)
		p.setStretch(100_00)
		p.b = append(appendHex4(append(p.b, '<'), p.hidden.code(" ")), ">Tj\n"...)
	}
	p.unmark()
}
