package layout

import (
	"math"
	"slices"
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// linkState is what a layout remembers of a link. Its drawing stands relative
// to the card at which it begins, so that it moves along without being made
// again.
type linkState struct {
	from, to    linkEnd
	key         linkKey
	near        []*scene.Block // the cells that it may pass
	others      []geom.Rect    // what stands there
	alt         string
	line, label *scene.Block
}

// linkKey is, with what stands in its way, all that a link's drawing depends on.
type linkKey struct {
	link   journey.Link
	typing bool // somebody types in its label
	ways
}

// linkEnd is a card at which a link begins or ends.
type linkEnd struct {
	card, lane, stage journey.ID
	name              string       // of the card's block
	block             *scene.Block // the one in which item was found
	item              *scene.Item
}

// linksOf is the links of the map: their lines, which lie under the cards, and
// their labels, which lie over them. A link is routed again only when what
// stands in its way is another or has moved against its first card; to see that
// costs a few look-ups a link, and a look at the cells that changed. Links that
// a lane draws itself, and links of cards that are not shown, are left to it or
// left out.
func (l *Layout) linksOf(f *frame, s *Sheet) (lines, labels []scene.Placed) {
	links := f.p.Links(l.mp)
	if len(links) == 0 {
		l.links = nil
		return nil, nil
	}
	if l.links == nil || len(l.links) > 2*len(links) { // forget those that are gone
		l.links = make(map[journey.ID]*linkState, len(links))
	}
	g := newCellIndex(s)
	for _, link := range links {
		st := l.links[link.ID]
		if st == nil {
			st = &linkState{}
			l.links[link.ID] = st
		}
		if !g.find(f.p, link.From, &st.from) || !g.find(f.p, link.To, &st.to) || st.from.draws(link.ID) {
			continue
		}
		a, b := g.box(&st.from), g.box(&st.to)
		k := linkKey{link, l.preview.Typing == link.ID, g.ways(a, b, &st.from, &st.to)}
		near, at := g.near(&st.from, &st.to)
		if st.line == nil || st.key != k || !slices.Equal(st.near, near) {
			others, alt := k.obstacles(near, at, a.Min, link), linkAlt(f.p, link)
			if st.line == nil || st.key != k || st.alt != alt || !slices.Equal(st.others, others) {
				st.key, st.others, st.alt = k, others, alt
				st.draw(f)
			}
			st.near = near
		}
		lines = append(lines, scene.Placed{Block: st.line, Name: linkName(link.ID), At: a.Min})
		if st.label != nil {
			labels = append(labels, scene.Placed{Block: st.label, Name: labelName(link.ID), At: a.Min})
		}
	}
	return lines, labels
}

// draws reports whether the lane of a card draws a link itself.
func (e *linkEnd) draws(link journey.ID) bool {
	for i := range e.block.Items {
		if e.block.Items[i].Owner == string(link) {
			return true
		}
	}
	return false
}

// LinkReach is how far from a link's line a press may be, u.
const LinkReach = 4

const (
	linkWidth         = 1.5 // of the line
	pillHigh, pillPad = 20, 11
	pillWide          = 160 // of a label's text, before it wraps
	emptyPill         = 24  // of one in which nothing is typed yet
)

// draw routes the link and draws it.
func (st *linkState) draw(f *frame) {
	link := st.key.link
	words, least := linkWords(link), 0.0
	if st.key.typing { // the share is no part of what is typed
		words, least = link.Title, emptyPill
	}
	pill := f.set(words, caption, pillWide, text.Balanced)
	inner := max(pill.Width, least)
	size := geom.Pt(inner+2*pillPad, max(pillHigh, pill.Height+pillHigh-caption.Line))
	shown := pill.Text != "" || st.key.typing
	if !shown {
		size = geom.Point{}
	}
	var way []geom.Point
	if link.Form == journey.LinkStraight {
		way = straight(st.key.a, st.key.b)
	}
	if way == nil {
		way = st.key.route(st.others, size)
	}
	path := rounded(way, CardRadius)
	tip, last := way[len(way)-1], way[len(way)-1].Sub(way[len(way)-2])
	head(&path, tip, last.Mul(1/max(last.Len(), 1e-9)))
	pen := geom.Pen{Width: linkWidth, Cap: geom.RoundCap, Join: geom.RoundJoin}
	stroke := &scene.Stroke{Path: path, Paint: scene.Solid(f.Theme.Wire), Pen: pen, Least: 1}
	it := scene.NewItem(string(link.ID), LinkPart, geom.Point{}, path.Bounds().Grow(LinkReach), scene.Detail(zoomTiles, 0, stroke))
	it.Hits = presses(way)
	it.Alt = st.alt
	st.line, st.label = scene.NewBlock([]scene.Item{it}), nil
	if !shown {
		return
	}
	mid, _ := placePill(way, append(slices.Clip(st.others), st.key.a, st.key.b), size)
	r := geom.Box(mid.X-size.X/2, mid.Y-size.Y/2, size.X, size.Y)
	ops := []scene.Op{scene.Detail(zoomTitles, 0, edged(r, pillHigh/2, f.Theme.Map, f.Theme.Hair2)...)}
	at := r.Min.Add(geom.Pt((size.X-pill.Width)/2, (size.Y-pill.Height)/2))
	ops = append(ops, f.aligned(pill, at.X, at.Y, 0.5, f.Theme.Ink2, zoomTitles, zoomTitles)...)
	lab := scene.NewItem(string(link.ID), LabelPart, geom.Point{}, r, ops...)
	lab.Fields = []scene.Field{{Part: TitlePart, At: at, Block: pill, Width: pill.Width}}
	st.label = scene.NewBlock([]scene.Item{lab})
}

// linkWords is what a link's label says: its title, its share, or both.
func linkWords(l journey.Link) string {
	var s []string
	if l.Title != "" {
		s = append(s, l.Title)
	}
	if l.Percent.Set {
		s = append(s, l.Percent.String()+"\u00a0%")
	}
	return strings.Join(s, " ")
}

// linkAlt is what is read aloud in place of a link.
func linkAlt(p *journey.Project, l journey.Link) string {
	a, _ := journey.Get[journey.Card](p, l.From)
	b, _ := journey.Get[journey.Card](p, l.To)
	s := a.Title + " → " + b.Title
	if w := linkWords(l); w != "" {
		s += ": " + w
	}
	return s
}

// rounded is a way of straight lines with round corners.
func rounded(way []geom.Point, radius float64) geom.Path {
	var p geom.Path
	p.MoveTo(way[0].X, way[0].Y)
	for i := 1; i+1 < len(way); i++ {
		in, out := way[i].Sub(way[i-1]), way[i+1].Sub(way[i])
		r := min(radius, in.Len()/2, out.Len()/2)
		if r == 0 {
			continue
		}
		a, b := way[i].Sub(in.Mul(r/in.Len())), way[i].Add(out.Mul(r/out.Len()))
		p.LineTo(a.X, a.Y)
		p.ArcTo(r, r, 0, false, in.X*out.Y-in.Y*out.X > 0, b.X, b.Y)
	}
	p.LineTo(way[len(way)-1].X, way[len(way)-1].Y)
	return p
}

// straight is the shortest way between two boxes along the line between their
// middles; nil where they lie over each other.
func straight(a, b geom.Rect) []geom.Point {
	d := b.Center().Sub(a.Center())
	if d.Len() == 0 || a.Grow(arrowGap+arrowHead).Overlaps(b) {
		return nil
	}
	edge := func(r geom.Rect) float64 { // the share of d that lies in r
		return min(r.W()/2/max(math.Abs(d.X), 1e-9), r.H()/2/max(math.Abs(d.Y), 1e-9))
	}
	return []geom.Point{a.Center().Add(d.Mul(edge(a))), b.Center().Sub(d.Mul(edge(b.Grow(arrowGap))))}
}

// presses is the boxes in which a press meets a way.
func presses(way []geom.Point) []geom.Rect {
	var out []geom.Rect
	for i := 1; i < len(way); i++ {
		a, d := way[i-1], way[i].Sub(way[i-1])
		n := 1
		if d.X != 0 && d.Y != 0 {
			n = min(64, int(d.Len()/(2*LinkReach))+1)
		}
		for k := range n {
			p, q := a.Add(d.Mul(float64(k)/float64(n))), a.Add(d.Mul(float64(k+1)/float64(n)))
			r := geom.Rect{Min: geom.Pt(min(p.X, q.X), min(p.Y, q.Y)), Max: geom.Pt(max(p.X, q.X), max(p.Y, q.Y))}
			out = append(out, r.Grow(LinkReach))
		}
	}
	return out
}
