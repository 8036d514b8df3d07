package scene

import (
	"slices"

	"throughline/canvas/geom"
)

// Dirty is the boxes in which next looks different from old. Blocks that both
// scenes share at the same place cost nothing.
func Dirty(old, next *Scene) []geom.Rect {
	if old.Ground != next.Ground {
		return []geom.Rect{old.Box().Union(next.Box())}
	}
	var out []geom.Rect
	if a, b := old.Box(), next.Box(); a != b { // what lies beyond a scene is not its ground
		all := a.Union(b)
		for _, r := range []geom.Rect{
			{Min: all.Min, Max: geom.Pt(max(a.Min.X, b.Min.X), all.Max.Y)},
			{Min: geom.Pt(min(a.Max.X, b.Max.X), all.Min.Y), Max: all.Max},
			{Min: geom.Pt(all.Min.X, min(a.Max.Y, b.Max.Y)), Max: all.Max},
		} {
			if !r.Empty() {
				out = append(out, r)
			}
		}
	}
	was := make(map[string]*Placed, len(old.Blocks))
	for i := range old.Blocks {
		was[old.Blocks[i].Name] = &old.Blocks[i]
	}
	for i := range next.Blocks {
		n := &next.Blocks[i]
		o := was[n.Name]
		delete(was, n.Name)
		switch {
		case o == nil:
			out = append(out, n.Bounds.Add(n.At))
		case o.Block == n.Block && o.At == n.At:
		case o.At != n.At:
			out = append(out, o.Bounds.Add(o.At), n.Bounds.Add(n.At))
		default:
			out = dirtyItems(out, o, n)
		}
	}
	for _, o := range was {
		out = append(out, o.Bounds.Add(o.At))
	}
	return slices.DeleteFunc(out, geom.Rect.Empty)
}

type itemKey struct {
	owner string
	part  Part
	n     int // the n-th of its owner and part
}

// dirtyItems compares two blocks at one place item by item.
func dirtyItems(out []geom.Rect, o, n *Placed) []geom.Rect {
	index := func(items []Item) map[itemKey]*Item {
		m := make(map[itemKey]*Item, len(items))
		for i := range items {
			k := itemKey{items[i].Owner, items[i].Part, 0}
			for m[k] != nil {
				k.n++
			}
			m[k] = &items[i]
		}
		return m
	}
	was, is := index(o.Items), index(n.Items)
	for k, a := range was {
		b := is[k]
		if b != nil && a.At == b.At && sameOps(a.Ops, b.Ops) {
			continue
		}
		out = append(out, a.Bounds.Add(a.At.Add(o.At)))
		if b != nil {
			out = append(out, b.Bounds.Add(b.At.Add(n.At)))
		}
	}
	for k, b := range is {
		if was[k] == nil {
			out = append(out, b.Bounds.Add(b.At.Add(n.At)))
		}
	}
	return out
}

func sameOps(a, b []Op) bool { return slices.EqualFunc(a, b, sameOp) }

// sameOp reports whether two operations draw the same. It may say no where
// they do.
func sameOp(a, b Op) bool {
	if a == b {
		return true
	}
	switch a := a.(type) {
	case *Fill:
		b, ok := b.(*Fill)
		return ok && samePath(&a.Path, &b.Path) && samePaint(a.Paint, b.Paint)
	case *Stroke:
		b, ok := b.(*Stroke)
		return ok && samePath(&a.Path, &b.Path) && samePaint(a.Paint, b.Paint) && a.Least == b.Least &&
			a.Pen.Width == b.Pen.Width && a.Pen.Cap == b.Pen.Cap && a.Pen.Join == b.Pen.Join && slices.Equal(a.Pen.Dash, b.Pen.Dash)
	case *Glyphs:
		b, ok := b.(*Glyphs)
		return ok && a.At == b.At && a.Color == b.Color && a.Run == b.Run // the text cache gives one run for one text
	case *Use:
		b, ok := b.(*Use)
		return ok && *a == *b
	case *Picture:
		b, ok := b.(*Picture)
		return ok && *a == *b
	case *Link:
		b, ok := b.(*Link)
		return ok && *a == *b
	case *Group:
		b, ok := b.(*Group)
		return ok && a.Move == b.Move && a.From == b.From && a.To == b.To && (a.Clip == nil) == (b.Clip == nil) &&
			(a.Clip == nil || samePath(a.Clip, b.Clip)) && sameOps(a.Ops, b.Ops)
	}
	return false
}

func samePath(a, b *geom.Path) bool {
	return slices.Equal(a.Verbs, b.Verbs) && slices.Equal(a.Points, b.Points)
}

func samePaint(a, b Paint) bool {
	if a.Color != b.Color || (a.Gradient == nil) != (b.Gradient == nil) {
		return false
	}
	return a.Gradient == nil || a.Gradient.From == b.Gradient.From && a.Gradient.To == b.Gradient.To && slices.Equal(a.Gradient.Stops, b.Gradient.Stops)
}
