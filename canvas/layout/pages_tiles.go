package layout

import (
	"fmt"
	"slices"
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

const (
	markLong  = 4   // of a crop mark at the most, millimetres
	markLeast = 3   // margins below have no room for words
	markPrint = 7   // size of the words beside the marks, points
	markWidth = 0.5 // of a mark, points
	tileRoom  = 8   // around what a poster draws, u: the rest of its edge need not be printed
)

// tiled is the poster cut into papers that overlap.
func tiled(ps *poster, g Paging) *Pages {
	k, margin := g.Scale, g.margin()
	if k == 0 {
		k = 1
	}
	s := ps.whole(func(w, h float64) string {
		return fmt.Sprintf("%.0f × %.0f mm, %.0f %%", w*k*scene.Millimetres, h*k*scene.Millimetres, k*100)
	})
	t := tiling{scene: s, edges: ps.edges}
	var best tiling
	for _, sh := range g.sheets() {
		one := t
		one.cut(sh, margin, min(max(g.Overlap, 0), sh.h/4, sh.w/4)/(scene.Millimetres*k), k)
		if n, m := len(one.xs)*len(one.ys), len(best.xs)*len(best.ys); m == 0 || n < m {
			best = one
		}
	}
	out := &Pages{Poster: s, Paper: best.sheet.name(), Grid: [2]int{len(best.xs), len(best.ys)}, Scale: k}
	box := geom.Rect{}
	var parts []geom.Rect
	for j := range best.ys {
		for i := range best.xs {
			r := best.tile(i, j)
			box = box.Union(r)
			if best.draws(r) {
				parts = append(parts, r)
			}
		}
	}
	if len(parts) == 0 { // a poster of nothing at all is still a page
		parts = append(parts, best.tile(0, 0))
	}
	for i, r := range parts {
		pg := Page{Scene: best.page(r), Scale: PointUnit * k, Label: strconv.Itoa(i + 1), Part: r}
		if g.Marks {
			ps.marks(pg.Scene, &best, parts, i, k, margin)
		}
		out.List = append(out.List, pg)
	}
	out.Size = geom.Pt(box.W(), box.H()).Mul(scene.Millimetres * k)
	return out
}

// tiling is a poster and where its tiles begin, u.
type tiling struct {
	sheet
	scene   *scene.Scene
	edges   [2][][]float64 // the best first
	xs, ys  []float64
	end     geom.Point
	room    geom.Rect // of the paper within its margin
	paper   geom.Point
	overlap float64
}

func (t *tiling) cut(s sheet, margin, overlap, k float64) {
	t.sheet, t.room, t.paper, t.overlap = s, s.room(margin, k), s.size(k), overlap
	ink := geom.Rect{}
	for _, b := range t.scene.Blocks {
		ink = ink.Union(b.Bounds.Add(b.At))
	}
	ink = ink.Grow(tileRoom).Intersect(geom.Rect{Max: t.scene.Size})
	t.xs, t.end.X = tilesAlong(ink.Min.X, ink.Max.X, t.scene.Size.X, t.room.W(), overlap, t.edges[0])
	t.ys, t.end.Y = tilesAlong(ink.Min.Y, ink.Max.Y, t.scene.Size.Y, t.room.H(), overlap, t.edges[1])
}

// tilesAlong is where tiles begin in one direction, and where the last one ends. As
// much of the poster's free edge is shown as takes no further tile.
func tilesAlong(from, to, whole, length, overlap float64, edges [][]float64) (begin []float64, end float64) {
	n := len(tileCuts(from, to, length, overlap, nil))
	spare := float64(n)*length - float64(n-1)*overlap - (to - from)
	before := min(from, max(0, spare*from/max(whole-(to-from), 1)))
	after := min(whole-to, max(0, spare-before))
	return tileCuts(from-before, to+after, length, overlap, edges), to + after
}

// tile is what the tile in column i and row j shows: up to the overlap beyond
// where the next one begins.
func (t *tiling) tile(i, j int) geom.Rect {
	r := geom.Rect{Min: geom.Pt(t.xs[i], t.ys[j]), Max: t.end}
	if i+1 < len(t.xs) {
		r.Max.X = min(t.xs[i]+t.room.W(), t.xs[i+1]+t.overlap)
	}
	if j+1 < len(t.ys) {
		r.Max.Y = min(t.ys[j]+t.room.H(), t.ys[j+1]+t.overlap)
	}
	return r
}

// draws reports whether there is anything in a box of the poster.
func (t *tiling) draws(r geom.Rect) bool {
	return slices.ContainsFunc(t.scene.Blocks, func(b scene.Placed) bool {
		part, ok := b.Within(r)
		return ok && slices.ContainsFunc(part.Items, func(it scene.Item) bool { return len(it.Ops) > 0 })
	})
}

// page is a box of the poster on its paper.
func (t *tiling) page(r geom.Rect) *scene.Scene {
	out := &scene.Scene{Size: t.paper, Ground: t.scene.Ground}
	out.Blocks = within(t.scene.Blocks, r, t.room.Min.Sub(r.Min))
	return out
}

// within is what blocks draw in a box, moved.
func within(blocks []scene.Placed, r geom.Rect, by geom.Point) []scene.Placed {
	var out []scene.Placed
	for _, b := range blocks {
		if part, ok := b.Within(r); ok {
			part.At = part.At.Add(by)
			out = append(out, part)
		}
	}
	return out
}

// marks draws where to cut a page and where the next ones are glued on, and says
// which page it is.
func (p *poster) marks(s *scene.Scene, t *tiling, parts []geom.Rect, n int, k, margin float64) {
	long := min(markLong, margin) / (scene.Millimetres * k)
	r := parts[n].Add(t.room.Min.Sub(parts[n].Min))
	pen := geom.Pen{Width: markWidth / (PointUnit * k)}
	stroke := func(ax, ay, bx, by float64, dash ...float64) scene.Op {
		pen := pen
		pen.Dash = dash
		return &scene.Stroke{Path: geom.Segment(geom.Pt(ax, ay), geom.Pt(bx, by)), Paint: scene.Solid(p.Theme.Ink3), Pen: pen}
	}
	var ops []scene.Op
	for _, x := range []float64{r.Min.X, r.Max.X} {
		ops = append(ops, stroke(x, r.Min.Y-long, x, r.Min.Y), stroke(x, r.Max.Y, x, r.Max.Y+long))
	}
	for _, y := range []float64{r.Min.Y, r.Max.Y} {
		ops = append(ops, stroke(r.Min.X-long, y, r.Min.X, y), stroke(r.Max.X, y, r.Max.X+long, y))
	}
	right, below := t.neighbour(parts, n)
	dash := long / 5
	if right > 0 {
		x := parts[right].Min.X - parts[n].Min.X + t.room.Min.X
		ops = append(ops, stroke(x, r.Min.Y-long, x, r.Min.Y, dash, dash), stroke(x, r.Max.Y, x, r.Max.Y+long, dash, dash))
	}
	if below > 0 {
		y := parts[below].Min.Y - parts[n].Min.Y + t.room.Min.Y
		ops = append(ops, stroke(r.Min.X-long, y, r.Min.X, y, dash, dash), stroke(r.Max.X, y, r.Max.X+long, y, dash, dash))
	}
	if margin >= markLeast {
		st := text.Style{Weight: text.Regular, Size: markPrint / (PointUnit * k), Line: 9 / (PointUnit * k)}
		b := p.set(p.say(p.tileWords(n, len(parts), right, below)), st, r.W()-2*long, text.Greedy)
		ops = append(ops, letters(b, r.Min.X+long, r.Max.Y+max(0, margin/(scene.Millimetres*k)-st.Line)/2, 0, p.Theme.Ink3)...)
	}
	s.Blocks = append(s.Blocks, scene.Placed{Name: "marks", Block: scene.NewBlock([]scene.Item{scene.NewItem("", "marks", geom.Point{}, geom.Rect{}, ops...)})})
}

// neighbour is the tiles at the right of the n-th and below it; 0 where there is
// none.
func (t *tiling) neighbour(parts []geom.Rect, n int) (right, below int) {
	a := parts[n]
	for i, b := range parts {
		switch {
		case b.Min.Y == a.Min.Y && b.Min.X > a.Min.X && right == 0:
			right = i
		case b.Min.X == a.Min.X && b.Min.Y > a.Min.Y && below == 0:
			below = i
		}
	}
	return right, below
}

// tileWords is what a tile says of itself and of those that are glued to it.
func (p *poster) tileWords(n, of, right, below int) string {
	switch {
	case right > 0 && below > 0 && p.mirrored:
		return fmt.Sprintf("Page %d of %d. Glue page %d on at the left, page %d below.", n+1, of, right+1, below+1)
	case right > 0 && p.mirrored:
		return fmt.Sprintf("Page %d of %d. Glue page %d on at the left.", n+1, of, right+1)
	case right > 0 && below > 0:
		return fmt.Sprintf("Page %d of %d. Glue page %d on at the right, page %d below.", n+1, of, right+1, below+1)
	case right > 0:
		return fmt.Sprintf("Page %d of %d. Glue page %d on at the right.", n+1, of, right+1)
	case below > 0:
		return fmt.Sprintf("Page %d of %d. Glue page %d on below.", n+1, of, below+1)
	}
	return fmt.Sprintf("Page %d of %d.", n+1, of)
}
