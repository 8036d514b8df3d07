package export_test

import (
	"image"
	"slices"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/raster"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
)

// spoil proves that the comparison sees what it is there for: it must not agree
// when, on one side only, an item of the scene is missing, moved by four pixels
// or of another colour, or a pale square of four pixels is added. Of a large
// scene, each item is spoilt in one of the ways.
func spoil(t *testing.T, s *scene.Scene, ours image.Image, theirs []image.Image, limit exporttest.Difference) {
	sp := spoiler{T: t, scene: s, ours: ours, theirs: theirs, limit: limit}
	items := 0
	for b := range s.Blocks {
		items += len(s.Blocks[b].Items)
	}
	n := 0
	for b := range s.Blocks {
		for i := range s.Blocks[b].Items {
			it := &s.Blocks[b].Items[i]
			part := sp.part(it.Bounds.Add(it.At).Add(s.Blocks[b].At))
			sp.agree(part)
			moved, other := *it, *it
			moved.At = it.At.Add(geom.Pt(4.0/agreeScale, 4.0/agreeScale))
			other.Ops = changedOps(it.Ops, recoloured)
			for k, way := range []struct {
				what string
				it   *scene.Item
			}{{"without ", nil}, {"moved: ", &moved}, {"recoloured: ", &other}} {
				if items < 150 || n%3 == k {
					sp.seen(way.what+string(it.Part)+" "+it.Owner, part, with(s, b, i, way.it))
				}
			}
			n++
		}
	}
	sp.squares()
	t.Logf("%d of %d were seen; what is thin and pale was not: %v", sp.tried, sp.tried+len(sp.pale), sp.pale)
	if sp.tried < 9 || len(sp.pale)*25 > sp.tried {
		t.Error("too little was spoilt to be seen")
	}
}

// spoiler compares spoilt scenes with what others painted of the whole one.
type spoiler struct {
	*testing.T
	scene  *scene.Scene
	ours   image.Image
	theirs []image.Image
	limit  exporttest.Difference
	raster raster.Renderer
	tried  int
	pale   []string
}

// part is the pixels of a box, and some around it.
func (sp *spoiler) part(r geom.Rect) image.Rectangle {
	r = r.Mul(agreeScale).Grow(12)
	return image.Rect(int(r.Min.X), int(r.Min.Y), int(r.Max.X), int(r.Max.Y)).Intersect(sp.ours.Bounds())
}

// agree holds that all agree on a part, so that only what is spoilt is found.
func (sp *spoiler) agree(part image.Rectangle) {
	sp.Helper()
	for i, other := range sp.theirs {
		if d := exporttest.ComparePart(sp.ours, other, part); !sp.within(d) {
			sp.Errorf("%s disagrees on %v: %v", others[i], part, d)
		}
	}
}

// within leaves out the mean, which is that of the whole.
func (sp *spoiler) within(d exporttest.Difference) bool {
	d.Mean = 0
	return d.Within(sp.limit)
}

// seen reports whether the spoilt scene looks different at all; if it does,
// nobody's picture may agree with it.
func (sp *spoiler) seen(what string, part image.Rectangle, spoilt *scene.Scene) bool {
	sp.Helper()
	im := image.NewRGBA(part.Inset(-1).Intersect(sp.ours.Bounds()))
	sp.raster.Paint(im, spoilt, agreeScale, scene.FullDetail)
	if d := exporttest.ComparePart(im, sp.ours, part); sp.within(d) {
		if d.Spot > 8 {
			sp.pale = append(sp.pale, what)
		}
		return false
	}
	sp.tried++
	for i, other := range sp.theirs {
		if d := exporttest.ComparePart(im, other, part); sp.within(d) {
			sp.Errorf("%s, and %s agrees: %v", what, others[i], d)
		}
	}
	return true
}

// squares adds a square of four pixels, between pixels, in the colour of what
// is there but a little paler or darker.
func (sp *spoiler) squares() {
	size, done := sp.ours.Bounds().Size(), 0
	for k := 1; k < 40 && done < 5; k++ {
		at := image.Pt(size.X*k/40, size.Y*(k*7%40)/40)
		c, plain := sp.plain(image.Rectangle{Min: at, Max: at.Add(image.Pt(10, 10))})
		if !plain {
			continue
		}
		done++
		if by := uint8(sp.limit.Patch + 4); c.R < 128 {
			c.R += by
		} else {
			c.R -= by
		}
		r := geom.Box(float64(at.X+3)/agreeScale+0.2, float64(at.Y+3)/agreeScale+0.3, 4.0/agreeScale, 4.0/agreeScale)
		var path geom.Path // not a Rectangle, which would be moved to whole pixels
		path.MoveTo(r.Min.X, r.Min.Y)
		path.LineTo(r.Max.X, r.Min.Y)
		path.LineTo(r.Max.X, r.Max.Y)
		path.LineTo(r.Min.X, r.Max.Y)
		path.Close()
		it := scene.NewItem("", "square", geom.Point{}, r, &scene.Fill{Path: path, Paint: scene.Solid(c)})
		s := *sp.scene
		s.Blocks = append(slices.Clone(s.Blocks), scene.Placed{Block: scene.NewBlock([]scene.Item{it}), Name: "square"})
		if !sp.seen("a pale square", sp.part(r), &s) {
			sp.Errorf("the pale square at %v cannot be seen", at)
		}
	}
	if done == 0 {
		sp.Error("there is no room for a square")
	}
}

// plain is the colour of a part, and whether it has one only.
func (sp *spoiler) plain(part image.Rectangle) (scene.Color, bool) {
	c := color(sp.ours, part.Min.X, part.Min.Y)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if color(sp.ours, x, y) != c {
				return c, false
			}
		}
	}
	return c, true
}

func color(im image.Image, x, y int) scene.Color {
	r, g, b, _ := im.At(x, y).RGBA()
	return scene.Color{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}
}

// with is the scene with another item in place of one, or with none.
func with(s *scene.Scene, block, item int, it *scene.Item) *scene.Scene {
	out := *s
	out.Blocks = slices.Clone(s.Blocks)
	items := slices.Clone(s.Blocks[block].Items)
	if it != nil {
		items[item] = *it
	} else {
		items = slices.Delete(items, item, item+1)
	}
	out.Blocks[block].Block = scene.NewBlock(items)
	return &out
}

// changed is the scene with every operation changed.
func changed(s *scene.Scene, change func(scene.Op) scene.Op) *scene.Scene {
	out := *s
	out.Blocks = slices.Clone(s.Blocks)
	for b := range out.Blocks {
		items := slices.Clone(out.Blocks[b].Items)
		for i := range items {
			items[i].Ops = changedOps(items[i].Ops, change)
		}
		out.Blocks[b].Block = scene.NewBlock(items)
	}
	return &out
}

func changedOps(ops []scene.Op, change func(scene.Op) scene.Op) []scene.Op {
	out := make([]scene.Op, len(ops))
	for i, o := range ops {
		if g, ok := o.(*scene.Group); ok {
			g := *g
			g.Ops = changedOps(g.Ops, change)
			out[i] = &g
			continue
		}
		out[i] = change(o)
	}
	return out
}

// recoloured is an operation in a colour that is clearly another.
func recoloured(o scene.Op) scene.Op {
	other := func(c scene.Color) scene.Color {
		for _, v := range []*uint8{&c.R, &c.G, &c.B} {
			if *v ^= 0x80; *v < 128 {
				*v = 0
			}
		}
		return c
	}
	paint := func(p scene.Paint) scene.Paint {
		if p.Gradient == nil {
			return scene.Solid(other(p.Color))
		}
		g := *p.Gradient
		g.Stops = slices.Clone(g.Stops)
		for i := range g.Stops {
			g.Stops[i].Color = other(g.Stops[i].Color)
		}
		return scene.Paint{Gradient: &g}
	}
	switch o := o.(type) {
	case *scene.Fill:
		return &scene.Fill{Path: o.Path, Paint: paint(o.Paint)}
	case *scene.Stroke:
		s := *o
		s.Paint = paint(o.Paint)
		return &s
	case *scene.Glyphs:
		return &scene.Glyphs{Run: o.Run, At: o.At, Color: other(o.Color)}
	case *scene.Use:
		u := *o
		u.Color = other(o.Color)
		return &u
	}
	return o
}
