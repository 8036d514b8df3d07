package pdf

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// tree is the structure of a document (ISO 32000-1, 14.7): what its pages say,
// in the order of reading, and which of their content says it. What no part of
// it has is decoration.
type tree struct {
	root     *element
	readings map[*scene.Reading]*reading
	marks    map[string]*element // of maps, by the address under which links find them
	links    []*element          // that have an annotation, by its number

	// Of the page that is being painted:
	page int
	*reading
	owners  [][]*element // of each page's marked content, by number
	pending []*element   // what is to be said on the page and has no drawing
	section *element     // that got content last
}

// reading is the elements of a reading.
type reading struct {
	top *element
	of  map[itemName]*element
}

// itemName is what a reading knows an item by.
type itemName struct {
	owner string
	part  scene.Part
}

// element is a structure element. All of its content is on one page.
type element struct {
	tag       string
	up        *element
	kids      []kid
	page      int       // the first that has some of it, −1 before there is one
	box       geom.Rect // of what is there, in the page's own coordinates
	name      string    // of a section
	mark      string    // what links find a section by
	signs     string    // to be read before its words
	alt, says string    // read in place of a figure, and of words
	lang      string
	said      bool // nothing draws it
	heard     bool // it has words
	n         int  // its object
}

// kid is an element within an element, or the number of a marked content.
type kid struct {
	e    *element
	mcid int
}

// newTree is the structure of pages, nil where none of them has a reading.
func newTree(pages []Page) *tree {
	t := &tree{readings: map[*scene.Reading]*reading{}, marks: map[string]*element{}, owners: make([][]*element, len(pages))}
	t.root = &element{tag: "Document", page: -1}
	for i, p := range pages {
		from := p.Scene.Reading
		if from == nil || t.readings[from] != nil {
			continue
		}
		r := &reading{of: map[itemName]*element{}}
		t.readings[from] = r
		r.top = r.grow(t.root, from, 0)
		r.top.page = i // it may say nothing, and is led to all the same
		if r.top.mark != "" {
			t.marks[r.top.mark] = r.top
		}
	}
	if len(t.readings) == 0 {
		return nil
	}
	return t
}

// tags are those of the roles but of headings (ISO 32000-1, 14.8.4).
var tags = map[scene.Role]string{scene.Section: "Sect", scene.List: "L", scene.Entry: "LI", scene.Paragraph: "P", scene.Figure: "Figure"}

// grow adds the element of x and of its parts below up.
func (r *reading) grow(up *element, x *scene.Reading, depth int) *element {
	e := up.add(tags[x.Role])
	switch x.Role {
	case scene.Section:
		e.name, e.mark = x.Name, x.Mark
		depth++
	case scene.Heading:
		e.tag = "H" + string('0'+byte(min(max(depth, 1), 6)))
		e.says = x.Name
	case scene.Entry:
		e = e.add("LBody")
	}
	e.signs, e.alt = x.Signs, x.Alt
	if k := (itemName{x.Owner, x.Part}); k == (itemName{}) {
		e.said = e.says != "" || e.alt != ""
	} else if r.of[k] == nil {
		r.of[k] = e
	}
	for _, part := range x.Parts {
		r.grow(e, part, depth)
	}
	return e
}

func (e *element) add(tag string) *element {
	x := &element{tag: tag, up: e, page: -1}
	e.kids = append(e.kids, kid{e: x})
	return x
}

// open begins a page.
func (t *tree) open(page int, r *scene.Reading) {
	t.page, t.reading, t.section = page, t.readings[r], t.root
	if t.reading != nil {
		t.section = t.top
	}
}

// find is the element of an item, nil where it is decoration or has been said
// on a page before. What has an owner or says something, and is not in the
// reading, comes at the end of the section of which something was painted last.
func (t *tree) find(it *scene.Item) *element {
	k := itemName{it.Owner, it.Part}
	var e *element
	if t.reading != nil {
		if e = t.of[k]; e == nil && it.Owner != "" {
			e = t.of[itemName{owner: it.Owner}]
		}
	}
	if e == nil {
		if it.Owner == "" && it.Alt == "" {
			return nil
		}
		e = t.section.add("P")
		if it.Owner != "" && t.reading != nil {
			t.of[k] = e
		}
	}
	if e.page == t.page && e.heard && e.tag != "P" {
		return nil // a loop has its stages in the ring and above the lanes below it
	}
	if e.page < 0 || e.page == t.page {
		return e
	}
	if it.Alt == "" || it.Alt == e.alt || e.tag != "Figure" {
		return nil
	}
	more := e.up.add("Figure") // another part of it, such as a curve under further stages
	kids := e.up.kids
	at := slices.IndexFunc(kids, func(k kid) bool { return k.e == e })
	copy(kids[at+2:], kids[at+1:])
	kids[at+1] = kid{e: more}
	t.of[k] = more
	return more
}

// touch says that the page has some of e in a box.
func (t *tree) touch(e *element, box geom.Rect) {
	inner := true
	for a := e; a != nil; a = a.up {
		if a.tag == "Sect" && inner {
			t.section, inner = a, false
		}
		switch {
		case a.page < 0 || a.page == t.page && a.box == (geom.Rect{}):
			a.page, a.box = t.page, box
			for _, k := range a.kids {
				if k.e != nil && k.e.said && k.e.page < 0 {
					t.pending = append(t.pending, k.e)
				}
			}
		case a.page == t.page:
			a.box = a.box.Union(box)
		}
	}
}
