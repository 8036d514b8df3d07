package layout

import (
	"fmt"
	"strconv"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// booklet is a map on pages that repeat the names of stages and lanes. It is
// made page by page; what stands at the foot of each is added when their number
// is known.
type booklet struct {
	*poster
	paper sheet
	scale float64
	size  geom.Point // of a page, u
	room  geom.Rect  // of it, within the margins and above the footer
	grows bool       // pages are as high as they need to be
	pages []*leaf
}

// leaf is a page in the making.
type leaf struct {
	blocks []scene.Placed
	titled bool
	end    float64 // how far down it is taken
	parts  int     // of the map, below each other
	bare   bool    // nothing stands in their lanes
}

const (
	headless             = 0.45     // share of a page that is left to the map below the title, at least
	leastStep, leastHigh = 144, 160 // of the map on a page, u
	partGap              = 32       // between two parts of the map on a page, u
	smaller              = 0.85     // of the scale that suits the map, where that saves pages
)

// atStages cuts the map at its stages, and where it is higher than a page, at
// its lanes.
func (p *poster) atStages(g Paging) *Pages {
	var best *booklet
	for _, s := range g.sheets() {
		b := p.booklet(s, g)
		b.write(g.Cover, b.parts)
		if best == nil || b.suitsBetter(best) {
			best = b
		}
	}
	return best.done()
}

// suitsBetter reports whether a paper suits the map better than another: with
// fewer pages, as long as letters are not much smaller.
func (b *booklet) suitsBetter(than *booklet) bool {
	switch {
	case b.scale < than.scale*0.8 || than.scale < b.scale*0.8:
		return b.scale > than.scale
	case len(b.pages) != len(than.pages):
		return len(b.pages) < len(than.pages)
	}
	return b.scale > than.scale*1.05
}

// booklet is one without pages, at the scale that suits the map: as high as a
// page and a stage as wide, but no larger than true size, and not so small that
// it cannot be read.
func (p *poster) booklet(s sheet, g Paging) *booklet {
	own := *p
	b := &booklet{poster: &own, paper: s, scale: g.Scale}
	rows := b.rowsSheet()
	if b.scale == 0 {
		const least = LeastPrint / (PointUnit * 11)
		r := s.room(g.margin(), 1)
		wide := 0.0
		for _, st := range rows.Stages {
			wide = max(wide, st.W)
		}
		high := rows.BandHeight + rows.Body.Size.Y
		b.scale = min(1, max(least, r.H()/high))
		b.scale = min(b.scale, max(least, r.W()/(rows.HeaderWidth+wide)))
		for b.fit(g); b.room.H() < high && b.scale > least; b.fit(g) { // the footer takes its share
			b.scale = max(least, b.scale*0.99)
		}
		b.save(g, max(least, b.scale*smaller))
	}
	b.fit(g)
	return b
}

// save makes the map smaller, but no smaller than least, where that takes fewer
// groups of stages.
func (b *booklet) save(g Paging, least float64) {
	rows := b.rowsSheet()
	groups := func(scale float64) int {
		b.scale = scale
		b.fit(g)
		return len(cutAt(rows.Body.Size.X, b.wide(rows), b.wide(rows), stageEdges(rows, b.wide(rows))))
	}
	high := b.scale
	most, fewest := groups(high), groups(least)
	for low := least; fewest < most && high-low > 0.001; {
		if mid := (low + high) / 2; groups(mid) == fewest {
			low, least = mid, mid
		} else {
			high = mid
		}
	}
	if fewest == most {
		least = high
	}
	b.scale = least
}

// wide is how much of a sheet is beside the names of its lanes on a page, u.
func (b *booklet) wide(s *Sheet) float64 { return max(b.inner-s.HeaderWidth, 1) }

// fit finds the room of a page. At no scale it is less than the widest step and
// a card need beside and below the names.
func (b *booklet) fit(g Paging) {
	rows, r := b.rowsSheet(), b.paper.room(g.margin(), 1)
	step := float64(leastStep)
	for _, st := range rows.Stages {
		for _, c := range st.Columns {
			step = max(step, c.W)
		}
	}
	b.scale = min(b.scale, r.W()/(rows.HeaderWidth+step), r.H()/(rows.BandHeight+leastHigh))
	b.size, b.room = b.paper.size(b.scale), b.paper.room(g.margin(), b.scale)
	b.side, b.inner = b.room.Min.X, b.room.W()
	if f, h := b.footer(false, func(float64) string { return pageWords(88, 88, b.name(), b.scale) }); f != nil {
		b.room.Max.Y -= h + footerAbove
	}
}

// name is what a page is called for its size.
func (b *booklet) name() string {
	if b.grows {
		return fmt.Sprintf("%.0f mm wide", b.paper.w)
	}
	return b.paper.name()
}

// rowsSheet is what is laid out in rows: the map, or what a loop does not show.
func (b *booklet) rowsSheet() *Sheet {
	switch {
	case !b.sheet.Looped():
		return b.sheet
	case b.rest != nil:
		return b.rest
	}
	return &Sheet{Map: b.sheet.Map}
}

// leaf begins a page.
func (b *booklet) leaf() *leaf {
	l := &leaf{end: b.room.Min.Y}
	b.pages = append(b.pages, l)
	b.out.Blocks = nil
	return l
}

// take gives a page what the poster's parts have drawn for it.
func (b *booklet) take(l *leaf) {
	l.blocks = append(l.blocks, b.out.Blocks...)
	b.out.Blocks = nil
}

// write makes all pages; parts is those of the map, the first of which may be
// begun.
func (b *booklet) write(cover bool, parts func(*leaf)) {
	l := b.leaf()
	if h := b.title(l.end); h > 0 {
		l.titled = true
		b.take(l)
		l.end += h
	}
	if cover = cover || !b.grows && b.crowded(l); cover {
		if b.legendBelow(l) || l.titled {
			l = nil
		}
	}
	parts(l)
	b.remarkPages()
	if !cover {
		b.legendBelow(b.pages[len(b.pages)-1])
	}
}

// remarkPages puts the comments below the map, and on as many pages more as they
// take.
func (b *booklet) remarkPages() {
	_, w := b.columns()
	rs := b.remarks(w)
	for l := b.pages[len(b.pages)-1]; len(rs) > 0; l = b.leaf() {
		y, high := l.end, b.room.Max.Y-l.end-commentsHead
		if y > b.room.Min.Y {
			y, high = y+legendAbove/2, high-legendAbove/2
		}
		if b.grows {
			high = max(high, b.room.H()-commentsHead)
		} else if high < b.room.H()/4 && y > b.room.Min.Y {
			continue
		}
		block, taken, h := b.remarksBlock(rs, high)
		l.blocks = append(l.blocks, scene.Placed{Block: b.Theme.thicken(block), Name: "comments", At: geom.Pt(b.side, y)})
		l.end, rs = y+h, rs[taken:]
		if len(rs) == 0 {
			break
		}
	}
}

// crowded reports whether the map fits on pages but not below what the first one
// has on it, or has no room worth having there.
func (b *booklet) crowded(l *leaf) bool {
	left, high := b.room.Max.Y-l.end, b.room.H()
	rows := b.rowsSheet()
	need := rows.BandHeight + rows.Body.Size.Y
	return left < headless*high || !b.sheet.Looped() && need <= high && need > left
}

// parts is the pages of the map: the ring of a loop, and what is laid out in
// rows.
func (b *booklet) parts(l *leaf) {
	if b.sheet.Looped() {
		b.loopPage(l)
		l = nil
	}
	if s := b.rowsSheet(); len(s.Stages) > 0 || len(s.Rows) > 0 {
		b.rowPages(s, l)
	}
}

// legendBelow puts the legend on a page, or on one of its own where that one is
// full, and reports whether there is one.
func (b *booklet) legendBelow(l *leaf) bool {
	legend, h := b.legend()
	if legend == nil {
		return false
	}
	if l.end > b.room.Min.Y {
		l.end += legendAbove / 2
	}
	if l.end+h+legendRule > b.room.Max.Y && !b.grows {
		l = b.leaf()
	}
	l.blocks = append(l.blocks, scene.Placed{Block: b.Theme.thicken(legend), Name: "legend", At: geom.Pt(b.side, l.end)})
	l.end += h + legendRule
	return true
}

// loopPage puts the ring on a page, made smaller where it has to be.
func (b *booklet) loopPage(l *leaf) {
	if l == nil {
		l = b.leaf()
	}
	s := b.sheet
	k := min(1, b.inner/s.Width, (b.room.Max.Y-l.end)/s.Height)
	x := b.side + (b.inner-s.Width*k)/2
	for _, bl := range s.Body.Blocks {
		l.blocks = append(l.blocks, scene.Placed{Block: b.Theme.thicken(shrunk(bl.Block, k)), Name: "loop/" + bl.Name, At: geom.Pt(x, l.end).Add(bl.At.Mul(k))})
	}
	l.end += s.Height * k
}

// shrunk is a block at another size.
func shrunk(b *scene.Block, k float64) *scene.Block {
	if k == 1 {
		return b
	}
	to := geom.Transform{K: k}
	items := make([]scene.Item, len(b.Items))
	for i, it := range b.Items {
		items[i] = scene.NewItem(it.Owner, it.Part, it.At.Mul(k), to.Rect(it.Box), &scene.Group{Move: to, Ops: it.Ops})
		items[i].Alt = it.Alt
	}
	return scene.NewBlock(items)
}

// rowPages puts a sheet on pages: under a group of stages all of its lanes, then
// under the next. The first page may be one that is begun.
func (b *booklet) rowPages(s *Sheet, l *leaf) {
	for _, p := range b.partsOf(s, &l) {
		bare := p.bare(s)
		l = b.pageOf(l, bare, s.BandHeight+p.reaches(p.Rect).Y-p.Min.Y)
		b.rowsPart(s, p, l)
		l.bare = bare && (l.bare || l.parts == 0)
		l.parts++
		l = nil
	}
}

// partsOf is the parts of a sheet that are worth a page. The first may go on a page
// that is begun, which is taken away where there is no room for it. Where nothing
// stands in the lanes of a part, it is there to name lanes and stages that no other
// names.
func (b *booklet) partsOf(s *Sheet, begun **leaf) []extract {
	var groups [][]extract
	named := map[journey.ID]bool{}
	for i, group := range s.columnCuts(b.wide(s)) {
		high := b.room.H() - s.BandHeight
		first := high
		if *begun != nil && i == 0 {
			first = b.room.Max.Y - (*begun).end - s.BandHeight
		}
		if b.grows {
			high, first = s.Body.Size.Y+1, s.Body.Size.Y+1
		}
		parts := s.rowCuts(group, max(first, 1), max(high, 1))
		if parts[0] == (extract{}) {
			*begun, parts = nil, parts[1:]
		}
		for _, p := range parts {
			if !p.bare(s) {
				p.name(s, named)
			}
		}
		groups = append(groups, parts)
	}
	var out []extract
	for _, parts := range groups {
		before := len(out)
		for _, p := range parts {
			if !p.bare(s) || p.name(s, named) {
				out = append(out, p)
			}
		}
		if p := parts[0]; len(out) == before && p.was.X < p.Max.X { // else its columns stand beside those before
			out = append(out, p)
		}
	}
	return out
}

// pageOf is the page on which a part of the map goes that is so high: the one that
// is begun, or a new one. Lanes in which nothing stands take no page of their own
// where there is room on the one before, and the next part takes none after them.
func (b *booklet) pageOf(l *leaf, bare bool, high float64) *leaf {
	if l != nil {
		return l
	}
	if last := b.pages[len(b.pages)-1]; last.parts > 0 && (bare || last.bare) && (b.grows || last.end+partGap+high <= b.room.Max.Y) {
		last.end += partGap
		return last
	}
	return b.leaf()
}

// done numbers the pages.
func (b *booklet) done() *Pages {
	out := &Pages{Paper: b.name(), Size: geom.Pt(b.paper.w, b.paper.h), Scale: b.scale}
	for i, l := range b.pages {
		s := &scene.Scene{Size: b.size, Ground: b.Theme.Map, Blocks: l.blocks}
		foot, h := b.footer(l.titled, func(float64) string { return pageWords(i+1, len(b.pages), b.name(), b.scale) })
		margin := b.side
		if b.grows {
			s.Size.Y = max(s.Size.Y, l.end+footerAbove+h+margin)
		}
		if foot != nil {
			s.Blocks = append(s.Blocks, scene.Placed{Block: b.Theme.thicken(foot), Name: "footer", At: geom.Pt(b.side, s.Size.Y-margin-h)})
		}
		out.List = append(out.List, Page{Scene: s, Scale: PointUnit * b.scale, Label: strconv.Itoa(i + 1)})
	}
	return out
}

// tablet is a page for each stage, laid out by itself, no wider than the paper and
// as high as it needs to be.
func (p *poster) tablet(mp journey.ID, g Paging) *Pages {
	if len(p.sheet.Stages) == 0 {
		return p.atStages(g)
	}
	const most = 1.5 // of true size: larger letters are not read faster
	if g.Lies == "" {
		g.Lies = Portrait
	}
	stages := p.sheet.Stages
	wide := 0.0
	for _, st := range stages {
		wide = max(wide, st.W)
	}
	wide += headerWidth(p.sheet.Map)
	own := *p
	b := &booklet{poster: &own, paper: g.sheets()[0], scale: g.Scale, grows: true}
	if b.scale == 0 {
		b.scale = min(most, b.paper.room(g.margin(), 1).W()/wide)
	}
	b.paper.w = min(b.paper.w, wide*b.scale*scene.Millimetres+2*g.margin())
	b.fit(g)
	b.write(g.Cover, func(l *leaf) {
		for _, st := range stages {
			o := *p.Options
			o.View.Stages = journey.List(string(st.ID))
			b.rowPages(New(o, mp).Update(p.p), l)
			l = nil
		}
	})
	return b.done()
}
