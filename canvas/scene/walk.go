package scene

import "throughline/canvas/geom"

// walk is the state of Scene.Paint.
type walk struct {
	p       Painter
	t       geom.Transform
	zoom    float64
	visible geom.Rect
}

// FullDetail is the zoom at which exports paint: everything that is there at
// 100 % and above, whatever the scale of the output.
const FullDetail = 1

// Paint draws the part of the scene that touches visible, in map units, with
// the detail that is shown at the given zoom. It is the only walk over the
// operations. Any number of goroutines may paint one scene.
func (s *Scene) Paint(p Painter, zoom float64, visible geom.Rect) {
	w := walk{p: p, zoom: zoom, visible: visible}
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if !touches(b.Bounds.Add(b.At), visible, zoom) {
			continue
		}
		for k := range b.Items {
			it := &b.Items[k]
			at := b.At.Add(it.At)
			if !touches(it.Bounds.Add(at), visible, zoom) {
				continue
			}
			p.Begin(it, at)
			w.t = geom.Transform{K: 1, D: at}
			w.ops(it.Ops)
			p.End()
		}
	}
}

// touches leaves room for lines that are thicker than their map units at small
// zooms.
func touches(r, visible geom.Rect, zoom float64) bool {
	return r.Grow(LeastReach / zoom).Overlaps(visible)
}

// LeastReach is how far, in device-independent pixels, an operation may draw
// outside its bounds because of a Stroke's Least, which is 2 at most: as far as
// the mitres of such a line go.
const LeastReach = geom.MiterLimit

func (w *walk) ops(ops []Op) {
	for _, o := range ops {
		o.paint(w)
	}
}

func (o *Fill) paint(w *walk)   { w.p.Fill(&o.Path, w.t, o.Paint) }
func (o *Stroke) paint(w *walk) { w.p.Stroke(o, w.t) }
func (o *Glyphs) paint(w *walk) {
	if o.Run.Face.Pictures {
		w.p.Emoji(o.Run, w.t.Of(o.At), w.t.K, o.Color)
		return
	}
	w.p.Glyphs(o.Run, w.t.Of(o.At), w.t.K, o.Color)
}
func (o *Use) paint(w *walk) {
	w.p.Use(o.Symbol, w.t.Of(o.At), o.Size*w.t.K, o.Color)
}
func (o *Picture) paint(w *walk) { w.p.Picture(o, w.t) }
func (o *Link) paint(w *walk)    { w.p.Link(w.t.Rect(o.Rect), o.Target) }

func (o *Group) paint(w *walk) {
	if w.zoom < o.From || o.To > 0 && w.zoom >= o.To {
		return
	}
	was := w.t
	w.t = o.Move.Then(was)
	if o.Clip != nil {
		w.p.Clip(o.Clip, w.t)
	}
	w.ops(o.Ops)
	if o.Clip != nil {
		w.p.Unclip()
	}
	w.t = was
}

// Detail is a group that only limits zooms: from From on, below To where To is
// not zero.
func Detail(from, to float64, ops ...Op) *Group {
	return &Group{Move: geom.Identity, From: from, To: to, Ops: ops}
}

func (o *Fill) bounds() geom.Rect    { return o.Path.Bounds() }
func (o *Stroke) bounds() geom.Rect  { return o.Path.Bounds().Grow(max(o.Pen.Width, 1) * reach(o.Pen)) }
func (o *Glyphs) bounds() geom.Rect  { return o.Run.Ink().Add(o.At) }
func (o *Use) bounds() geom.Rect     { return geom.Box(o.At.X, o.At.Y, o.Size, o.Size).Grow(o.Size / 12) }
func (o *Picture) bounds() geom.Rect { return o.Rect }
func (o *Link) bounds() geom.Rect    { return o.Rect }

func (o *Group) bounds() geom.Rect {
	r := geom.Rect{}
	for _, x := range o.Ops {
		r = r.Union(o.Move.Rect(x.bounds()))
	}
	if o.Clip != nil {
		// Where nothing is left, a painter may still find a pixel of which both
		// the clip and what it clips cover a part.
		if c := r.Intersect(o.Move.Rect(o.Clip.Bounds())); !c.Empty() {
			return c
		}
	}
	return r
}

// reach is how far a stroke goes beyond its path, in widths.
func reach(p geom.Pen) float64 {
	if p.Join == geom.MiterJoin {
		return geom.MiterLimit / 2
	}
	return 0.5
}
