package scene

import (
	"throughline/canvas/geom"
	"throughline/canvas/text"
)

// Mirror makes mirror images of scenes, for maps that read from the right. It
// keeps those of the blocks of the last images, so that an edit costs no more
// than what it made anew. It belongs to one goroutine.
//
// Places are mirrored, and shapes; letters, symbols and pictures are not: a line
// of text stands as a whole where its mirror image would.
type Mirror struct{ was, is map[*Block]*Block }

// Next lets go of what the images since the last Next did not have.
func (m *Mirror) Next() { m.was, m.is = m.is, make(map[*Block]*Block, len(m.is)) }

// Scene is the mirror image of a scene: what was at x is at axis − x.
func (m *Mirror) Scene(s *Scene, axis float64) Scene {
	out := *s
	out.Left, out.Size.X = axis-s.Size.X, axis-s.Left
	out.Blocks = make([]Placed, len(s.Blocks))
	for i, b := range s.Blocks {
		out.Blocks[i] = Placed{Block: m.block(b.Block), Name: b.Name, At: b.At.Mirrored(axis)}
	}
	return out
}

func (m *Mirror) block(b *Block) *Block {
	image := m.is[b]
	if image == nil {
		image = m.was[b]
	}
	if image == nil {
		image = b.mirrored()
	}
	if m.is != nil {
		m.is[b] = image
	}
	return image
}

// mirrored is the block's image on the other side of its place.
func (b *Block) mirrored() *Block {
	items := make([]Item, len(b.Items))
	for i := range b.Items {
		items[i] = b.Items[i].Mirrored()
	}
	return NewBlock(items)
}

// Mirrored is the item's image on the other side of its block's place. Its box
// stays where it was from the item's own.
func (it *Item) Mirrored() Item {
	axis := it.Box.Min.X + it.Box.Max.X
	out := NewItem(it.Owner, it.Part, geom.Pt(0-it.At.X-axis, it.At.Y), it.Box, mirrored(it.Ops, axis)...)
	out.Alt = it.Alt
	for _, r := range it.Hits {
		out.Hits = append(out.Hits, r.Mirrored(axis))
	}
	for _, f := range it.Fields {
		out.Fields = append(out.Fields, f.mirrored(axis))
	}
	return out
}

// mirrored is the field with its lines at the right.
func (f Field) mirrored(axis float64) Field {
	f.At.X = axis - f.At.X - f.Block.Width*f.Larger()
	f.Block = f.Block.Beside(text.AtRight)
	return f
}

func mirrored(ops []Op, axis float64) []Op {
	out := make([]Op, len(ops))
	for i, o := range ops {
		out[i] = o.mirrored(axis)
	}
	return out
}

func (o *Fill) mirrored(axis float64) Op {
	return &Fill{Path: o.Path.Mirrored(axis), Paint: o.Paint.mirrored(axis)}
}

func (o *Stroke) mirrored(axis float64) Op {
	c := *o
	c.Path, c.Paint = o.Path.Mirrored(axis), o.Paint.mirrored(axis)
	return &c
}

func (p Paint) mirrored(axis float64) Paint {
	if p.Gradient != nil {
		p.Gradient = &Gradient{From: p.Gradient.From.Mirrored(axis), To: p.Gradient.To.Mirrored(axis), Stops: p.Gradient.Stops}
	}
	return p
}

// A run stands in its line as it did.
func (o *Glyphs) mirrored(axis float64) Op {
	c := *o
	c.At.X = axis - (o.At.X - o.Run.X) - o.Run.Line + o.Run.X
	return &c
}

func (o *Use) mirrored(axis float64) Op {
	c := *o
	c.At.X = axis - o.At.X - o.Size
	return &c
}

func (o *Picture) mirrored(axis float64) Op {
	c := *o
	c.Rect = o.Rect.Mirrored(axis)
	return &c
}

func (o *Link) mirrored(axis float64) Op {
	return &Link{Rect: o.Rect.Mirrored(axis), Target: o.Target}
}

func (o *Group) mirrored(axis float64) Op {
	c := *o
	if !o.Upright.Empty() {
		c.Move.D.X = axis - (o.Upright.Min.X+o.Upright.Max.X)*o.Move.K - o.Move.D.X
		return &c
	}
	c.Move.D.X = axis - o.Move.D.X
	c.Ops = mirrored(o.Ops, 0)
	if o.Clip != nil {
		p := o.Clip.Mirrored(0)
		c.Clip = &p
	}
	return &c
}
