package layout

import "throughline/canvas/scene"

// widest is the width of the widest stroke that is a line. Wider ones are
// parts of shapes, such as the round corners of a chevron.
const widest = 3

// thicken is a block with lines as thick as the theme wants them.
func (t *Theme) thicken(b *scene.Block) *scene.Block {
	if t.Thick <= 1 {
		return b
	}
	items := make([]scene.Item, len(b.Items))
	for i, it := range b.Items {
		it.Ops = t.thickOps(it.Ops)
		it.Bounds = scene.NewItem(it.Owner, it.Part, it.At, it.Box, it.Ops...).Bounds
		items[i] = it
	}
	return scene.NewBlock(items)
}

func (t *Theme) thickOps(ops []scene.Op) []scene.Op {
	out := make([]scene.Op, len(ops))
	for i, o := range ops {
		switch x := o.(type) {
		case *scene.Stroke:
			if x.Pen.Width < widest {
				c := *x
				c.Pen.Width *= t.Thick
				o = &c
			}
		case *scene.Group:
			c := *x
			c.Ops = t.thickOps(x.Ops)
			o = &c
		}
		out[i] = o
	}
	return out
}

// thickened makes the lines of a scene as thick as the theme wants them. What
// it made of a block before is in was, and what this scene has goes to is.
func (t *Theme) thickened(sc *scene.Scene, was, is map[*scene.Block]*scene.Block) {
	for i, b := range sc.Blocks {
		thick := was[b.Block]
		if thick == nil {
			thick = t.thicken(b.Block)
		}
		is[b.Block] = thick
		sc.Blocks[i].Block = thick
	}
}
