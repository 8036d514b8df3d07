package scene

import "throughline/canvas/geom"

// Within is the item without what it draws outside of r, a box local to the
// item; false where nothing is left. An item of which nothing is outside is the
// same one. Its owner, its fields and what is read aloud for it stay with the
// part that has the top left of its box, so that nothing is found, or read,
// twice.
func (it *Item) Within(r geom.Rect) (Item, bool) {
	if !it.Bounds.Overlaps(r) {
		return Item{}, false
	}
	if it.Bounds.Intersect(r) == it.Bounds {
		return *it, true
	}
	ops := within(it.Ops, r)
	if len(ops) == 0 && !it.Box.Overlaps(r) {
		return Item{}, false
	}
	if len(ops) > 0 {
		clip := geom.Rectangle(r)
		ops = []Op{&Group{Move: geom.Identity, Clip: &clip, Ops: ops}}
	}
	out := NewItem("", it.Part, it.At, it.Box.Intersect(r), ops...)
	if it.Box.Empty() || r.Contains(it.Box.Min) {
		out.Owner, out.Hits, out.Fields, out.Alt = it.Owner, it.Hits, it.Fields, it.Alt
	}
	return out, true
}

// within is the operations that reach into r. Addresses lead on from what is
// in it only.
func within(ops []Op, r geom.Rect) []Op {
	var out []Op
	for _, o := range ops {
		if !whole(o).Overlaps(r) {
			continue
		}
		switch o := o.(type) {
		case *Group:
			if o.Move.K <= 0 {
				continue
			}
			if !o.Upright.Empty() {
				out = append(out, o)
				continue
			}
			inner := geom.Rect{Min: r.Min.Sub(o.Move.D).Mul(1 / o.Move.K), Max: r.Max.Sub(o.Move.D).Mul(1 / o.Move.K)}
			if in := within(o.Ops, inner); len(in) > 0 {
				g := *o
				g.Ops = in
				out = append(out, &g)
			}
		case *Link:
			out = append(out, &Link{Rect: o.Rect.Intersect(r), Target: o.Target})
		default:
			out = append(out, o)
		}
	}
	return out
}

// whole is where an operation draws, here or in the mirror image, where a line's
// runs stand elsewhere in it.
func whole(o Op) geom.Rect {
	r := o.bounds()
	switch o := o.(type) {
	case *Glyphs:
		from := o.At.X - o.Run.X
		r = r.Union(geom.Rect{Min: geom.Pt(from, r.Min.Y), Max: geom.Pt(from+o.Run.Line, r.Max.Y)})
	case *Group:
		r = r.Union(o.Move.Rect(o.Upright))
	}
	return r
}

// Within is a placed block without what it draws outside of r, a box of the
// scene; false where nothing is left. A block that lies in r is the same one.
func (b Placed) Within(r geom.Rect) (Placed, bool) {
	r = r.Add(geom.Point{}.Sub(b.At))
	if !b.Bounds.Overlaps(r) {
		return b, false
	}
	if b.Bounds.Intersect(r) == b.Bounds {
		return b, true
	}
	var items []Item
	for i := range b.Items {
		it := &b.Items[i]
		if part, ok := it.Within(r.Add(geom.Point{}.Sub(it.At))); ok {
			items = append(items, part)
		}
	}
	b.Block = NewBlock(items)
	return b, len(items) > 0
}

// SmallestText is the size of the smallest letters that a scene draws in the
// detail of an export, u; 0 where there are none.
func (s *Scene) SmallestText() float64 {
	least := 0.0
	for i := range s.Blocks {
		for k := range s.Blocks[i].Items {
			smallest(s.Blocks[i].Items[k].Ops, 1, &least)
		}
	}
	return least
}

func smallest(ops []Op, k float64, least *float64) {
	for _, o := range ops {
		switch o := o.(type) {
		case *Group:
			if o.From <= FullDetail && (o.To == 0 || o.To > FullDetail) {
				smallest(o.Ops, k*o.Move.K, least)
			}
		case *Glyphs:
			if size := o.Run.Size * k; o.Color.A > 0 && size > 0 && (*least == 0 || size < *least) {
				*least = size
			}
		}
	}
}
