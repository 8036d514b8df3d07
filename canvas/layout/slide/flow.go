package slide

import (
	"sync"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// box is something that stands on a page, w wide, at its own height or more.
type box struct {
	owner journey.ID
	h     float64
	draw  func(h float64) scene.Item
	tight bool // closer to the next one of its lane
}

// spacing is what stays free between the parts of a page, and above and below
// the words of a touchpoint, which is no lower than least.
type spacing struct {
	box        float64 // between boxes
	row        float64 // between rows of boxes that belong apart
	part       float64 // between parts
	head       float64 // below a heading
	top        float64 // below what stands above the boxes
	pad, least float64
}

var (
	usual  = spacing{box: 12, row: 16, part: 20, head: 8, top: 24, pad: 15, least: 82}
	closer = spacing{box: 10, row: 12, part: 14, head: 6, top: 14, pad: 11, least: 74}
)

// fewest lays pages out, closer together where that saves one of them: nobody
// turns a page for the sake of one line.
func fewest(lay func(spacing) []*panel) []*panel {
	pages := lay(usual)
	if len(pages) > 1 {
		if less := lay(closer); len(less) < len(pages) {
			return less
		}
	}
	return pages
}

// panel is a page of a stage: what stands on it, from its top left.
type panel struct {
	items []scene.Item
	cards []journey.ID
	stage int
	near  []int // items that are not seen beside another slide

	strong, weak sync.Once
	whole, pale  *scene.Block // in full strength, and faint
}

func (p *panel) put(it scene.Item, owner journey.ID) {
	p.items = append(p.items, it)
	if owner != "" && (len(p.cards) == 0 || p.cards[len(p.cards)-1] != owner) {
		p.cards = append(p.cards, owner)
	}
}

// flow fills pages with boxes from top to bottom.
type flow struct {
	d      *Deck
	stage  int
	gaps   spacing
	header func(page int, p *panel) (y float64) // what stands above the boxes of a page
	bottom float64
	pages  []*panel
	y      float64 // where the next row of boxes begins
	fresh  bool    // nothing stands on the page yet
}

const (
	tightGap = 8  // between boxes of one line
	colGap   = 24 // between columns
	mostIn   = 3  // cards of a step on one page
)

// below is what stays free below a box of a lane.
func (f *flow) below(b box) float64 {
	if b.tight {
		return tightGap
	}
	return f.gaps.box
}

// page begins a new page.
func (f *flow) page() {
	p := &panel{stage: f.stage}
	f.pages = append(f.pages, p)
	f.y = f.header(len(f.pages)-1, p)
	f.fresh = true
}

func (f *flow) cur() *panel { return f.pages[len(f.pages)-1] }

// room is how high a box may be: all of a further page, below a heading.
func (f *flow) room() float64 { return f.bottom - further - 2*headText.Line - f.gaps.head }

// further is where boxes begin on a page after the first.
const further = 64 + 24

// col is the width of one of n columns.
func col(n int) float64 { return (PanelWidth - colGap*float64(n-1)) / float64(n) }

// x is where the i-th of n columns begins.
func (f *flow) x(i, n int) float64 {
	return f.d.left(float64(i)*(col(n)+colGap), col(n), PanelWidth)
}

// place puts a box on the page; one that is higher than any page is made
// smaller.
func (f *flow) place(b box, x, y, w, h float64) {
	it := b.draw(h)
	if most := f.bottom - y; h > most {
		k := most / h
		move := geom.Transform{K: k, D: geom.Pt(f.d.left(0, w*k, w), 0)}
		small := scene.NewItem(it.Owner, it.Part, geom.Point{}, move.Rect(it.Box), &scene.Group{Move: move, Ops: it.Ops})
		small.Alt = it.Alt
		it = small
	}
	it.At = geom.Pt(x, y)
	f.cur().put(it, b.owner)
	f.fresh = false
}

// head draws the headings of n columns and returns how high they are.
func (f *flow) head(names []string, n int) float64 {
	h := 0.0
	for i, s := range names {
		if s == "" {
			continue
		}
		b := f.d.set(s, headText, col(n))
		if b.Height > 2*headText.Line { // the whole of it stands in the flow
			continue
		}
		ops, _ := f.d.put(b, 0, 0, col(n), f.d.hue(f.stage).Text)
		f.cur().put(scene.NewItem("", "heading", geom.Pt(f.x(i, n), f.y), geom.Box(0, 0, col(n), b.Height), ops...), "")
		h = max(h, b.Height+f.gaps.head)
	}
	return h
}

// long is the names that are too long for a heading, as boxes.
func (f *flow) long(name string, n int) []box {
	if name == "" || f.d.set(name, headText, col(n)).Height <= 2*headText.Line {
		return nil
	}
	return f.d.passage("", name, headText, col(n), f.room(), f.d.hue(f.stage).Text)
}

// columns puts boxes below each other in columns that have a heading each.
// What does not fit goes on in the same column of the next page.
func (f *flow) columns(names []string, cols [][]box) {
	n := len(cols)
	if n == 1 { // one step fills the width with two columns
		f.grid(names[0], cols[0], 2, false)
		return
	}
	left := make([][]box, n)
	empty := true
	for i := range cols {
		left[i] = append(f.long(names[i], n), cols[i]...)
		empty = empty && len(left[i]) == 0
	}
	if empty && len(names) == 0 {
		return
	}
	for again := false; ; again = true {
		if i := alone(left); again && i >= 0 { // only one goes on: side by side
			f.page()
			f.grid(names[i], left[i], n, true)
			return
		}
		if again || !f.fresh && f.y+f.least(names, left, n) > f.bottom {
			f.page()
		}
		y := f.y + f.head(names, n)
		low := y
		more := false
		for i := range left {
			at, count := y, 0
			for len(left[i]) > 0 && count < mostIn {
				b := left[i][0]
				if at+b.h > f.bottom && count > 0 {
					break
				}
				f.place(b, f.x(i, n), at, col(n), b.h)
				at += b.h + f.gaps.box
				count++
				left[i] = left[i][1:]
			}
			low = max(low, at-f.gaps.box)
			more = more || len(left[i]) > 0
		}
		f.y, f.fresh = low+f.gaps.row, false
		if !more {
			return
		}
	}
}

// alone is the only column in which something is left; −1 where there are several.
func alone(left [][]box) int {
	at := -1
	for i := range left {
		switch {
		case len(left[i]) == 0:
		case at >= 0:
			return -1
		default:
			at = i
		}
	}
	return at
}

// least is how much room the headings and the first boxes of columns need.
func (f *flow) least(names []string, cols [][]box, n int) float64 {
	h, head := 0.0, 0.0
	for i := range cols {
		if len(cols[i]) > 0 {
			h = max(h, cols[i][0].h)
		}
		if b := f.d.set(names[i], headText, col(n)); names[i] != "" && b.Height <= 2*headText.Line {
			head = max(head, b.Height+f.gaps.head)
		}
	}
	return head + h
}

// grid puts boxes side by side in n columns below a heading, those of a row as
// high as each other where they stretch.
func (f *flow) grid(name string, boxes []box, n int, stretch bool) {
	boxes = append(f.long(name, n), boxes...)
	rows := (len(boxes) + n - 1) / n
	headed := false
	for r := range rows {
		row := boxes[r*n : min(len(boxes), (r+1)*n)]
		f.row(name, row, n, stretch, &headed)
	}
	if rows == 0 && name != "" {
		f.row(name, nil, n, stretch, &headed)
	}
	if rows > 0 {
		f.y += f.gaps.row - f.gaps.box
	}
}

func (f *flow) row(name string, row []box, n int, stretch bool, headed *bool) {
	h, head := 0.0, 0.0
	for _, b := range row {
		h = max(h, b.h)
	}
	if name != "" && !*headed {
		head = f.d.set(name, headText, col(n)).Height + f.gaps.head
	}
	if !f.fresh && f.y+head+h > f.bottom {
		f.page()
		*headed = false
	}
	if !*headed && name != "" {
		f.y += f.head([]string{name}, n)
		*headed = true
	}
	for i, b := range row {
		high := b.h
		if stretch {
			high = h
		}
		f.place(b, f.x(i, n), f.y, col(n), high)
	}
	f.y += h + f.gaps.box
	f.fresh = false
}

// part is boxes of half a page's width below a name.
type part struct {
	name  string
	boxes []box
}

// pack puts parts into two columns, each where there is more room for it, in one
// piece where one of the columns has room for that. One that does not fit goes on
// in the next column or page below its name.
func (f *flow) pack(parts []part) {
	y := [2]float64{f.y, f.y}
	next := func(need, whole float64) int {
		i := 0
		if y[1] < y[0]-1 {
			i = 1
		}
		if y[i]+whole > f.bottom && y[1-i]+whole <= f.bottom {
			i = 1 - i
		}
		if y[i]+need > f.bottom && !f.fresh {
			f.page()
			y, i = [2]float64{f.y, f.y}, 0
		}
		return i
	}
	for _, p := range parts {
		boxes := append(f.long(p.name, 2), p.boxes...)
		head := 0.0
		if b := f.d.set(p.name, headText, col(2)); p.name != "" && b.Height <= 2*headText.Line {
			head = b.Height + f.gaps.head
		}
		i, whole := -1, head
		for k, b := range boxes {
			if whole += b.h; k+1 < len(boxes) {
				whole += f.below(b)
			}
		}
		for k, b := range boxes {
			if i < 0 || y[i]+b.h > f.bottom {
				if k > 0 {
					whole = 0 // it is not in one piece any more
				}
				i = next(head+b.h, whole)
				if head > 0 {
					f.title(p.name, f.x(i, 2), y[i])
					y[i] += head
				}
			}
			f.place(b, f.x(i, 2), y[i], col(2), b.h)
			if y[i] += b.h; k+1 < len(boxes) {
				y[i] += f.below(b)
			}
		}
		if i >= 0 {
			y[i] += f.gaps.part
		}
	}
	f.y = max(y[0], y[1])
}

// title draws the name of a part.
func (f *flow) title(name string, x, y float64) {
	b := f.d.set(name, headText, col(2))
	ops, _ := f.d.put(b, 0, 0, col(2), f.d.hue(f.stage).Text)
	f.cur().put(scene.NewItem("", "heading", geom.Pt(x, y), geom.Box(0, 0, col(2), b.Height), ops...), "")
}

// passage is a text without a box, in pieces that fit on a page.
func (d *Deck) passage(owner journey.ID, s string, st text.Style, w, most float64, c scene.Color) []box {
	var out []box
	for _, b := range d.cut(s, st, w, most) {
		out = append(out, box{owner: owner, h: b.Height, draw: func(h float64) scene.Item {
			ops, x := d.put(b, 0, 0, w, c)
			it := scene.NewItem(string(owner), "card", geom.Point{}, geom.Box(0, 0, w, h), ops...)
			if b.Text == s {
				it.Fields = []scene.Field{{Part: "title", At: geom.Pt(x, 0), Block: b, Width: room(b, w)}}
			}
			return it
		}})
	}
	return out
}
