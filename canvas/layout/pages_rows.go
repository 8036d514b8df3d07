package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// hangs is how far something may hang out at the edges of a body, u.
const hangs = 64

// extract is what a page shows of a sheet's body: what begins in a box. Cards are
// kept whole, so some end below it.
type extract struct {
	geom.Rect
	all geom.Rect // with what hangs out at the edges of the whole body
	was float64   // where the page above ended: what ends before has been shown
	end float64   // where the lowest card ends
}

// rowCuts cuts a group of stages into pages at its lanes, and where a lane is
// higher than a page, above a card.
func (s *Sheet) rowCuts(group geom.Rect, first, high float64) []extract {
	end := s.Body.Size.Y
	var edges []edge
	tall := false
	for _, r := range s.Rows {
		edges = append(edges, edge{at: r.Y + r.H})
		tall = tall || r.H > min(first, high)
	}
	part := func(from, to, was, low float64) extract {
		p := extract{Rect: group, was: was, end: low}
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
		out = append(out, part(at, to, was, low))
		at, was = to, low
	}
	return append(out, part(at, end, was, max(end, at)))
}

// cutRow is where to cut behind from so that what begins before ends no later
// than to, and where it ends. Where the lane that does not fit would fill a page
// of its own, the cut is in it.
func (s *Sheet) cutRow(group geom.Rect, from, to, room, high float64, edges []edge) (at, low float64) {
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
	for _, b := range s.Body.Blocks {
		for _, it := range b.Items {
			r := it.Box.Add(it.At).Add(b.At)
			if it.Part == CardPart && r.Overlaps(group) && r.Max.Y > to && r.Min.Y > from+1 {
				at = min(at, r.Min.Y)
			}
		}
	}
	low = at
	for _, b := range s.Body.Blocks {
		for _, it := range b.Items {
			r := it.Box.Add(it.At).Add(b.At)
			if it.Part == CardPart && r.Overlaps(group) && r.Min.Y < at && r.Max.Y <= to {
				low = max(low, r.Max.Y)
			}
		}
	}
	return at, low
}

// body is what a page shows of the body.
func (p extract) body(s *Sheet) []scene.Placed {
	var out []scene.Placed
	reach := p.all
	reach.Max.Y = max(p.all.Max.Y, p.end)
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
	r := it.Box.Add(at)
	if it.Owner != "" && !r.Empty() {
		begins := p.all.Contains(r.Min)
		switch {
		case it.Part == PointPart:
			return *it, p.all.Contains(r.Center())
		case begins && r.Max.X <= p.all.Max.X+0.01 && r.Max.Y <= max(p.end, p.all.Max.Y)+0.01:
			return *it, true
		case !begins && r.Min.Y < p.Min.Y && r.Max.Y <= p.was+0.01, !r.Grow(-0.01).Overlaps(p.all):
			return scene.Item{}, false
		}
	}
	return it.Within(p.all.Add(geom.Point{}.Sub(at)))
}

// blank reports whether a page shows nothing of the body but lines.
func (p extract) blank(s *Sheet) bool {
	for _, b := range p.body(s) {
		if slices.ContainsFunc(b.Items, func(it scene.Item) bool { return it.Part != "edge" && len(it.Ops) > 0 }) {
			return false
		}
	}
	return true
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
	put("band", s.bandPart(p.Min.X, p.Max.X), geom.Pt(x-p.Min.X, y))
	if name, at, ok := s.Sliding(p.Min.X, 1); ok && p.Min.X > 0 {
		ground := fill(geom.Rectangle(geom.Rect{Max: name.Size}), name.Ground)
		put("band", []scene.Placed{{Block: scene.NewBlock([]scene.Item{scene.NewItem("", "ground", geom.Point{}, geom.Rect{}, ground)}), Name: "under"}}, at.Add(geom.Pt(x-p.Min.X, y)))
		put("band", name.Blocks, at.Add(geom.Pt(x-p.Min.X, y)))
	}
	y += s.BandHeight
	put("headers", s.headersPart(p.Min.Y, p.Max.Y), geom.Pt(b.side, y-p.Min.Y))
	put("body", p.body(s), geom.Pt(x-p.Min.X, y-p.Min.Y))
	l.end = y + max(p.Max.Y, p.end) - p.Min.Y
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
