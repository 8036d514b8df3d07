package layout

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// The ways in which a map becomes pages.
const (
	PosterPage  = "poster" // one page at true size
	FittedPage  = "page"   // one page fitted to a paper
	StagePages  = "stages" // cut at stages, with stages and lanes named on every page
	TiledPages  = "tiles"  // a poster on several papers, to be glued together
	TabletPages = "tablet" // one page a stage, as high as it needs to be
)

// PageModes is every way in which a map becomes pages.
var PageModes = []string{PosterPage, FittedPage, StagePages, TiledPages, TabletPages}

// Paging says how a map becomes pages.
type Paging struct {
	Mode   string // PosterPage and so on; "" is PosterPage
	Paper  string // of Papers; "" is A4, and for a fitted page the one that holds it at true size
	Lies   string // Portrait or Landscape; "" is the one that suits the map
	Margin journey.Number
	// Overlap is how much of a tile the next one repeats, millimetres.
	Overlap float64
	// Marks draws crop marks, and says which page is glued where.
	Marks bool
	// Scale is 1 at true size; 0 is what suits the paper.
	Scale float64
	// Cover puts title block and legend on a page of their own.
	Cover bool
}

// MarginOf is the free edge of the paper in a mode, where its author says
// nothing else, millimetres. A poster brings its own; crop marks need room.
func MarginOf(mode string) float64 {
	switch mode {
	case StagePages, TabletPages:
		return 10
	case TiledPages:
		return markLong
	}
	return 0
}

// margin is the paper's free edge, millimetres.
func (g Paging) margin() float64 { return min(max(g.Margin.Or(MarginOf(g.Mode)), 0), 50) }

// Page is a page of a map on paper.
type Page struct {
	Scene *scene.Scene // all of the page, its free edge included
	Scale float64      // points of paper a unit
	Label string       // its number
	Part  geom.Rect    // of a tile: what it shows of the poster, u
}

// Pages is a map on paper.
type Pages struct {
	List  []Page
	Paper string     // "A3 landscape", or "594 × 420 mm"
	Size  geom.Point // of what the pages show when they are put together, millimetres
	Scale float64    // 1 is true size
	// Poster is what tiles are cut from, Grid how many there are across and down;
	// nil and zero in other modes.
	Poster *scene.Scene
	Grid   [2]int
	// Smallest is the size of the smallest letters, points; 0 where there are none.
	Smallest float64
}

// PointUnit is how many points of paper a unit takes at true size.
const PointUnit = scene.Millimetres / 25.4 * 72

// LeastPrint is the size below which text on paper is hard to read, points.
const LeastPrint = 6

// Cut makes pages of a map. There is at least one, and none is empty.
func Cut(o Options, p *journey.Project, mp journey.ID, g Paging) *Pages {
	if !(g.Scale > 0) {
		g.Scale = 0
	}
	ps := newPoster(o, p, mp)
	var out *Pages
	switch g.Mode {
	case FittedPage:
		out = fitted(ps, g)
	case StagePages:
		out = ps.atStages(g)
	case TabletPages:
		out = ps.tablet(mp, g)
	case TiledPages:
		out = tiled(ps, g)
	default:
		k := g.Scale
		if k == 0 {
			k = 1
		}
		s := ps.whole(onePage(k))
		w, h := s.Size.X*k, s.Size.Y*k
		out = &Pages{List: []Page{{Scene: s, Scale: PointUnit * k}}, Paper: paperName(w, h), Size: geom.Pt(w, h).Mul(scene.Millimetres), Scale: k}
	}
	reading := ps.reading() // one for all pages
	for i := range out.List {
		out.List[i].Scene.Reading = reading
		out.List[i] = ps.seen(out.List[i], out.Poster)
	}
	if out.Poster != nil {
		out.Poster = ps.seen(Page{Scene: out.Poster}, nil).Scene
	}
	if out.Poster != nil { // tiles have words beside it, whose size depends on nothing
		out.Smallest = out.Poster.SmallestText() * PointUnit * out.Scale
		return out
	}
	for _, pg := range out.List {
		if size := pg.Scene.SmallestText() * pg.Scale; size > 0 && (out.Smallest == 0 || size < out.Smallest) {
			out.Smallest = size
		}
	}
	return out
}

// sheet is a paper as it lies.
type sheet struct {
	Paper
	way  string
	w, h float64 // millimetres
}

func (s sheet) name() string { return s.Name + " " + s.way }

// room is the part of the paper within its margin, u at a scale.
func (s sheet) room(margin, scale float64) geom.Rect {
	k := scene.Millimetres * scale
	return geom.Rect{Min: geom.Pt(margin/k, margin/k), Max: geom.Pt((s.w-margin)/k, (s.h-margin)/k)}
}

// size is the whole paper, u at a scale.
func (s sheet) size(scale float64) geom.Point {
	return geom.Pt(s.w, s.h).Mul(1 / (scene.Millimetres * scale))
}

// sheets is the paper that is asked for, in the ways in which it may lie.
func (g Paging) sheets() []sheet {
	p, ok := PaperNamed(g.Paper)
	if !ok {
		p, _ = PaperNamed("A4")
	}
	return lyingAs(p, g.Lies)
}

func lyingAs(p Paper, lies string) []sheet {
	var out []sheet
	for _, way := range []string{Landscape, Portrait} {
		if lies == "" || lies == way {
			w, h := p.lying(way)
			out = append(out, sheet{p, way, w, h})
		}
	}
	if len(out) == 0 {
		return lyingAs(p, "")
	}
	return out
}

// fitted is the poster on one paper, as large as it gets, in its middle.
func fitted(ps *poster, g Paging) *Pages {
	margin := g.margin()
	fit := func(s sheet, size geom.Point) float64 {
		r := s.room(margin, 1)
		return min(r.W()/size.X, r.H()/size.Y)
	}
	// The footer says how large it is, and may make the page higher by that.
	probe := *ps
	size := probe.whole(onePage(1)).Size
	choose := func(of []sheet) (best sheet, k float64) {
		for _, s := range of {
			if f := fit(s, size); f > k {
				best, k = s, f
			}
		}
		return best, k
	}
	best, k := choose(g.sheets())
	if _, ok := PaperNamed(g.Paper); !ok { // the smallest on which nothing is made smaller
		for i := range 6 {
			if s, f := choose(lyingAs(Papers[5-i], g.Lies)); f >= 0.995 || i == 5 {
				best, k = s, f
				break
			}
		}
	}
	s := ps.whole(func(w, h float64) string { return pageWords(1, 1, best.name(), k) })
	k = fit(best, s.Size)
	paper := best.size(k)
	out := &scene.Scene{Size: paper, Ground: s.Ground, Blocks: s.Blocks}
	at := geom.Pt((paper.X-s.Size.X)/2, (paper.Y-s.Size.Y)/2)
	for i := range out.Blocks {
		out.Blocks[i].At = out.Blocks[i].At.Add(at)
	}
	return &Pages{List: []Page{{Scene: out, Scale: PointUnit * k}}, Paper: best.name(), Size: geom.Pt(best.w, best.h), Scale: math.Round(k*1000) / 1000}
}
