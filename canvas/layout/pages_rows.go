package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// hangs is how far something may hang out at the edges of a body, u.
const hangs = 64

// extract is what a page shows of a sheet's body: what begins in a box. Cards are
// kept whole, so some end below it.
type extract struct {
	geom.Rect
	all geom.Rect  // with what hangs out at the edges of the whole body
	was geom.Point // where the pages before and above ended: what ends before has been shown
	end geom.Point // where the last cards end
}

// leastPart is how much of a lane is worth a page of its own, u.
const leastPart = 40

// rowCuts cuts a group of stages into pages at its lanes, and where a lane is
// higher than a page, above a card. The first is empty where nothing fits on the
// rest of a page that is begun.
func (s *Sheet) rowCuts(group extract, first, high float64) []extract {
	end := s.Body.Size.Y
	var edges []edge
	tall := false
	for _, r := range s.Rows {
		edges = append(edges, edge{at: r.Y + r.H})
		tall = tall || r.H > min(first, high)
	}
	part := func(from, to, was, low float64) extract {
		p := group
		p.was.Y, p.end.Y = was, low
		p.Min.Y, p.Max.Y = from, to
		p.all = p.Rect
		for _, x := range []struct {
			side *float64
			by   float64
			ends bool
		}{{&p.all.Min.X, -hangs, p.Min.X <= 0}, {&p.all.Min.Y, -hangs, from <= 0}, {&p.all.Max.X, hangs, p.Max.X >= s.Body.Size.X}, {&p.all.Max.Y, hangs, to >= end}} {
			if x.ends {
				*x.side += x.by
			}
		}
		return p
	}
	var out []extract
	if !tall {
		at := 0.0
		for _, to := range evenCuts(end, first, high, edges) {
			out = append(out, part(at, to, at, to))
			at = to
		}
		return out
	}
	at, was := 0.0, 0.0
	for room := first; end-at > room; room = high {
		to, low := s.cutRow(group, at, at+room, room, high, edges)
		switch {
		case to > at+leastPart:
			out = append(out, part(at, to, was, low))
		case room < high:
			out = append(out, extract{})
			continue
		}
		at, was = to, low
	}
	return append(out, part(at, end, was, end))
}

// cutRow is where to cut behind from so that what begins before ends no later
// than to, and where it ends. Where the lane that does not fit would fill a page
// of its own, the cut is in it.
func (s *Sheet) cutRow(group extract, from, to, room, high float64, edges []edge) (at, low float64) {
	for _, e := range edges {
		if e.at > from+0.01 && e.at <= to+0.01 {
			at = e.at
		}
	}
	next := slices.IndexFunc(s.Rows, func(r Row) bool { return r.Y+r.H > max(at, from)+0.01 })
	if at > 0 && (next < 0 || s.Rows[next].H <= high || at-from > room/2) {
		return at, at
	}
	at = to
	for r := range s.cardBoxes {
		if r.Overlaps(group.Rect) && r.H() <= high && r.Max.Y > to+0.01 && r.Min.Y > from-0.01 {
			at = min(at, r.Min.Y)
		}
	}
	low = at
	for r := range s.cardBoxes {
		if r.Overlaps(group.Rect) && r.Min.Y < at && r.Max.Y <= to {
			low = max(low, r.Max.Y)
		}
	}
	return at, low
}

// body is what a page shows of the body.
func (p extract) body(s *Sheet) []scene.Placed {
	var out []scene.Placed
	reach := p.all
	reach.Max = p.reaches(p.all)
	for _, b := range s.Body.Blocks {
		r := b.Bounds.Add(b.At)
		switch {
		case !r.Overlaps(reach):
			continue
		case r.Intersect(p.all) == r:
			out = append(out, b)
			continue
		}
		var items []scene.Item
		for i := range b.Items {
			if it, ok := p.item(&b.Items[i], b.At); ok {
				items = append(items, it)
			}
		}
		if len(items) > 0 {
			b.Block = scene.NewBlock(items)
			out = append(out, b)
		}
	}
	return out
}

// item is what a page shows of an item in a block at a place. What somebody
// owns stands on one page, as long as it fits there; the points of a curve, which
// may stand on an edge, always do.
func (p extract) item(it *scene.Item, at geom.Point) (scene.Item, bool) {
	at = at.Add(it.At)
	r, end := it.Box.Add(at), p.reaches(p.all)
	if it.Owner != "" && !r.Empty() {
		begins := p.all.Contains(r.Min)
		switch {
		case it.Part == PointPart:
			return *it, p.all.Contains(r.Center())
		case begins && r.Max.X <= end.X+0.01 && r.Max.Y <= end.Y+0.01:
			return *it, true
		case !begins && r.Min.Y < p.Min.Y && r.Max.Y <= p.was.Y+0.01, !begins && r.Min.X < p.Min.X && r.Max.X <= p.was.X+0.01, !r.Grow(-0.01).Overlaps(p.all):
			return scene.Item{}, false
		}
	}
	return it.Within(p.all.Add(geom.Point{}.Sub(at)))
}

// reaches is where a box of the page ends, with the cards that are kept whole.
func (p extract) reaches(r geom.Rect) geom.Point {
	return geom.Pt(max(r.Max.X, p.end.X), max(r.Max.Y, p.end.Y))
}

// bare reports whether a page shows nothing that stands in a lane.
func (p extract) bare(s *Sheet) bool {
	for _, b := range p.body(s) {
		if slices.ContainsFunc(b.Items, func(it scene.Item) bool { return it.Owner != "" && it.Part != LanePart && len(it.Ops) > 0 }) {
			return false
		}
	}
	return true
}

// name adds the lanes that a page names, and reports whether any is new.
func (p extract) name(s *Sheet, named map[journey.ID]bool) (news bool) {
	for _, r := range s.Rows {
		if r.Y < p.Max.Y-0.01 && r.Y+r.H > p.Min.Y+0.01 && !named[r.ID] {
			named[r.ID], news = true, true
		}
	}
	return news
}

// rowsPart puts what a page shows of a sheet below what is on it, with the names
// of its stages above it and of its lanes beside it.
func (b *booklet) rowsPart(s *Sheet, p extract, l *leaf) {
	x, y := b.side+s.HeaderWidth, l.end
	put := func(part string, blocks []scene.Placed, by geom.Point) {
		for _, bl := range blocks {
			l.blocks = append(l.blocks, scene.Placed{Block: b.Theme.thicken(bl.Block), Name: part + "/" + bl.Name, At: bl.At.Add(by)})
		}
	}
	put("corner", s.Corner.Blocks, geom.Pt(b.side, y))
	put("band", s.bandPart(p.Min.X, p.reaches(p.Rect).X), geom.Pt(x-p.Min.X, y))
	if name, at, ok := s.Sliding(p.Min.X, 1); ok && p.Min.X > 0 {
		ground := fill(geom.Rectangle(geom.Rect{Max: name.Size}), name.Ground)
		put("band", []scene.Placed{{Block: scene.NewBlock([]scene.Item{scene.NewItem("", "ground", geom.Point{}, geom.Rect{}, ground)}), Name: "under"}}, at.Add(geom.Pt(x-p.Min.X, y)))
		put("band", name.Blocks, at.Add(geom.Pt(x-p.Min.X, y)))
	}
	y += s.BandHeight
	put("headers", s.headersPart(p.Min.Y, p.Max.Y), geom.Pt(b.side, y-p.Min.Y))
	put("body", p.body(s), geom.Pt(x-p.Min.X, y-p.Min.Y))
	l.end = y + p.reaches(p.Rect).Y - p.Min.Y
}

// bandPart is the stages and steps from one place to another.
func (s *Sheet) bandPart(from, to float64) []scene.Placed {
	r := geom.Box(from, -hangs, to-from, s.BandHeight+2*hangs)
	p := extract{Rect: r, all: r}
	var out []scene.Placed
	for _, b := range s.Band.Blocks {
		var items []scene.Item
		for i := range b.Items {
			if it, ok := p.item(&b.Items[i], b.At); ok {
				items = append(items, it)
			}
		}
		out = append(out, scene.Placed{Block: scene.NewBlock(items), Name: b.Name, At: b.At})
	}
	return out
}

// headersPart is the lanes' headers from one height to another. That of a lane
// that began above begins anew, unless it belongs to a drawing beside it.
func (s *Sheet) headersPart(from, to float64) []scene.Placed {
	var out []scene.Placed
	r := geom.Box(-1, from, s.HeaderWidth+2, to-from)
	for _, b := range s.Headers.Blocks {
		row := slices.IndexFunc(s.Rows, func(r Row) bool { return headerName(r.ID) == b.Name })
		if row >= 0 && s.Rows[row].Y < from && s.Rows[row].Y+s.Rows[row].H > from+1 && !isWhole(viewOf(s.Rows[row].LaneKind)) {
			b.At.Y = from
		}
		if part, ok := b.Within(r); ok && (row < 0 || s.Rows[row].Y+s.Rows[row].H > from+0.01 && s.Rows[row].Y < to-0.01) {
			out = append(out, part)
		}
	}
	return out
}
