package layout

import (
	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/journey"
)

// ThumbnailDetail is the zoom whose detail a thumbnail shows, whatever its
// scale: cards as tiles with their icons. OverviewDetail is that of a map so
// small that cards are blocks.
const (
	ThumbnailDetail = 0.3
	OverviewDetail  = 0.2
)

// Overview is the whole map without its lane headers, the stages above the body,
// as a person sees it.
func (s *Sheet) Overview() *scene.Scene {
	out := &scene.Scene{Ground: s.Body.Ground, Size: geom.Pt(max(s.Body.Size.X, s.Band.Size.X), s.BandHeight+s.Body.Size.Y)}
	left := 0.0
	if s.Mirrored {
		left = out.Size.X - s.Seen.Axis
	}
	put := func(name string, sc *scene.Scene, at geom.Point) {
		for _, b := range sc.Blocks {
			out.Blocks = append(out.Blocks, scene.Placed{Block: b.Block, Name: name + b.Name, At: at.Add(b.At)})
		}
	}
	put("band/", s.Seen.Band, geom.Pt(left, 0))
	put("body/", s.Seen.Body, geom.Pt(left, s.BandHeight))
	return out
}

// Thumbnail is the upper part of a map without its lane headers, or the whole of
// a loop, in the proportions of a box w × h; scale brings it to that size.
func Thumbnail(o Options, p *journey.Project, mp journey.ID, w, h float64) (s *scene.Scene, scale float64) {
	o.Bare = true
	sheet := New(o, mp).Update(p)
	margin := sheet.Width / 20
	width := sheet.Width + 2*margin
	at := geom.Pt(margin, margin)
	if sheet.Looped() {
		width = max(width, (sheet.Height+2*margin)/h*w)
		at = geom.Pt((width-sheet.Width)/2, (width/w*h-sheet.Height)/2)
	}
	out := sheet.Overview()
	if sheet.Mirrored { // it begins at the right
		at.X = width - margin - out.Size.X
	}
	out.Ground = o.Theme.Map
	for i := range out.Blocks {
		out.Blocks[i].At = out.Blocks[i].At.Add(at)
	}
	out.Size = geom.Pt(width, width/w*h)
	return out, w / width
}
