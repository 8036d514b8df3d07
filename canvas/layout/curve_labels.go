package layout

import (
	"cmp"
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// curveLabel is the text beside a point, or the name of a curve at its end.
type curveLabel struct {
	block  *text.Block // nil where there is nothing to say
	main   bool        // of the main curve
	at     geom.Point  // its top left in the lane
	leader bool        // it stands apart from what it names
}

// labelSearch is up to how many labels a lane may have so that places are
// sought for all of them.
const labelSearch = 1000

// shelves finds what is taken around a place without looking at all of it.
type shelves map[int][]geom.Rect

const shelf = 128 // u

func (s shelves) put(r geom.Rect) {
	for i := math.Floor(r.Min.X / shelf); i*shelf < r.Max.X; i++ {
		s[int(i)] = append(s[int(i)], r)
	}
}

func (s shelves) free(r geom.Rect) bool {
	for i := math.Floor(r.Min.X / shelf); i*shelf < r.Max.X; i++ {
		if slices.ContainsFunc(s[int(i)], r.Overlaps) {
			return false
		}
	}
	return true
}

// place finds a place for every label: above a good feeling, below a bad one.
// Where two would meet, the less extreme one goes to the other side, and
// further out where that is taken, too. Those of the main curve come first,
// then the names of the curves. It reports whether all of them stand free; none
// is left out.
func (d *curveDrawing) place(y func(float64) float64, height float64) bool {
	c := d.cell
	d.y = y
	taken := shelves{}
	type ref struct{ curve, point int }
	var order []ref
	for i, k := range d.curves {
		for n, p := range k.pts {
			if r := d.radius(i, &p); r > 0 {
				taken.put(geom.Circle(geom.Pt(p.x, y(p.v)), r).Round.Rect)
			}
			if d.labels[i][n].block != nil {
				order = append(order, ref{i, n})
			}
		}
	}
	all := len(order) <= labelSearch
	lines := shelves{} // of the other curves, which labels had better not cross
	search := func(l *curveLabel, x float64, above bool, at func(above bool, out float64) float64) bool {
		w, h := l.block.Width, l.block.Height
		try := func(up bool, out float64, avoid shelves) bool {
			r := geom.Box(x, at(up, out), w, h)
			if r.Min.Y < 0 || r.Max.Y > height || !taken.free(r) || !avoid.free(r) {
				return false
			}
			l.at, l.leader = r.Min, out > 0
			taken.put(r)
			return true
		}
		if all && (try(above, 0, lines) || try(!above, 0, lines)) {
			return true
		}
		for out := 0.0; all && out <= height; out += 16 {
			if try(above, out, nil) || try(!above, out, nil) {
				return true
			}
		}
		r := geom.Box(x, min(max(at(above, 0), 0), max(0, height-h)), w, h)
		l.at, l.leader = r.Min, false
		taken.put(r)
		return !all
	}
	if len(d.curves) > 1 && all {
		lines = d.lines(1, len(d.curves), y)
	}
	ok, named := true, false
	slices.SortStableFunc(order, func(a, b ref) int {
		return cmp.Or(cmp.Compare(min(a.curve, 1), min(b.curve, 1)),
			cmp.Compare(math.Abs(d.curves[b.curve].pts[b.point].v), math.Abs(d.curves[a.curve].pts[a.point].v)))
	})
	for _, o := range order {
		if o.curve > 0 && !named {
			named = true
			if all {
				lines = d.lines(0, 1, y)
			}
			ok = d.placeNames(y, taken, search) && ok
		}
		p, l := d.curves[o.curve].pts[o.point], &d.labels[o.curve][o.point]
		b := l.block
		r := d.radius(o.curve, &p)
		x := max(labelEdge, min(p.x-b.Width/2, c.w-labelEdge-b.Width))
		fits := search(l, x, p.v >= 0, func(above bool, out float64) float64 {
			if above {
				return y(p.v) - r - labelGap - b.Height + 3 - out
			}
			return y(p.v) + r + labelGap - 1 + out
		})
		ok = fits && ok
	}
	if !named {
		ok = d.placeNames(y, taken, search) && ok
	}
	return ok
}

// lines is where the curves from one on and before another run.
func (d *curveDrawing) lines(from, to int, y func(float64) float64) shelves {
	out := shelves{}
	for _, k := range d.curves[from:to] {
		on := k.on()
		if len(on) == 0 {
			continue
		}
		way := monotone(on, y, d.cell.w)
		for _, l := range way.Flatten(1) {
			for i := 1; i < len(l.Points); i++ {
				p, q := l.Points[i-1], l.Points[i]
				out.put(geom.Rect{Min: geom.Pt(min(p.X, q.X), min(p.Y, q.Y)), Max: geom.Pt(max(p.X, q.X), max(p.Y, q.Y))}.Grow(curveWidth / 2))
			}
		}
	}
	return out
}

// placeNames finds places for the names of the curves, at their right ends: the
// higher ones above their line, the lower ones below.
func (d *curveDrawing) placeNames(y func(float64) float64, taken shelves, search func(*curveLabel, float64, bool, func(bool, float64) float64) bool) bool {
	if len(d.names) == 0 {
		return true
	}
	ends, middle := make([]float64, len(d.names)), 0.0
	from := math.Inf(1)
	for i := range d.names {
		on := d.curves[d.named[i]].on()
		ends[i] = y(on[len(on)-1].v)
		middle += ends[i] / float64(len(ends))
		from = min(from, on[len(on)-1].x)
	}
	for _, e := range ends {
		taken.put(geom.Box(from, e-1, d.cell.w-from, 2))
	}
	ok := true
	for i := range d.names {
		l := &d.names[i]
		x := max(labelEdge, d.cell.w-nameEdge-l.block.Width)
		above := ends[i] < middle || ends[i] == middle && i == 0
		fits := search(l, x, above, func(above bool, out float64) float64 {
			if above {
				return ends[i] - nameGap - l.block.Height - out
			}
			return ends[i] + nameGap + out
		})
		ok = fits && ok
	}
	return ok
}

// leaders are lines from points to labels that stand apart from them.
func (d *curveDrawing) leaders() []scene.Op {
	var ops []scene.Op
	for i, k := range d.curves {
		for n, p := range k.pts {
			l := d.labels[i][n]
			if l.block == nil || !l.leader {
				continue
			}
			o := geom.Pt(p.x, d.y(p.v))
			x := max(l.at.X+4, min(p.x, l.at.X+l.block.Width-4))
			to := geom.Pt(x, l.at.Y+l.block.Height)
			if l.at.Y > o.Y {
				to.Y = l.at.Y
			}
			ops = append(ops, &scene.Stroke{Path: geom.Segment(o, to), Paint: scene.Solid(d.cell.Theme.Ink3), Pen: geom.Pen{Width: 1}, Least: 1})
		}
	}
	return ops
}

// halo parts the letters of a label from what is under them. Lines are moved
// right by share of what they leave of its width.
func (f *frame) halo(b *text.Block, at geom.Point, share float64, ground scene.Color) []scene.Op {
	var ops []scene.Op
	edge := &scene.Stroke{Paint: scene.Solid(ground), Pen: geom.Pen{Width: labelHalo, Join: geom.RoundJoin}}
	for i := range b.Lines {
		l := &b.Lines[i]
		left := at.X + (b.Width-l.Width)*share
		for k := range l.Runs {
			r := &l.Runs[k]
			for _, g := range r.Glyphs {
				if o := r.Face.Outline(g.ID); o != nil {
					s := r.Scale()
					edge.Path.Append(o.Transformed(geom.Transform{K: s, D: geom.Pt(left+r.X+float64(g.X)*s, at.Y+l.Baseline+float64(g.Y)*s)}))
				}
			}
		}
		if f.mirrored { // letters stay as they are
			ops = append(ops, f.upright(geom.Box(left, at.Y+l.Top, l.Width, l.Height), edge)...)
			edge = &scene.Stroke{Paint: edge.Paint, Pen: edge.Pen}
		}
	}
	if !f.mirrored {
		ops = append(ops, edge)
	}
	return ops
}
