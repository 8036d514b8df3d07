package editor

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
)

// On a slide that shows the whole map letters are as small as the map is large.
// The spotlight is a lens there: what it lights is large enough for a room.
const (
	lensWide, lensHigh = 620, 380 // u of the slide
	lensRound          = 12
	lensLetters        = slide.Least + 2 // what the smallest letters become, u
	mapLetters         = 11              // the smallest letters of a map
)

// larger is how many times as large as on the screen the lens shows the slide,
// of which a unit is k pixels; 1 where its letters can be read.
func (s *Screen) larger(k float64) float64 {
	m := s.p.deck.Slides[s.p.at].Map
	whole, _ := s.fit()
	if m <= 0 || whole <= 0 {
		return 1
	}
	return max(1, lensLetters/(mapLetters*m*k/whole))
}

// lensAt is the box of the lens around a place of the screen.
func (s *Screen) lensAt(c geom.Point) geom.Rect {
	scale, _ := s.fit()
	return geom.Box(math.Round(c.X-lensWide*scale/2), math.Round(c.Y-lensHigh*scale/2), math.Round(lensWide*scale), math.Round(lensHigh*scale))
}

// lens is the pane in the light of the spotlight, around what the pointer is on;
// one that shows nothing where there is none.
func (s *Screen) lens(k float64, at geom.Point) input.Pane {
	p, by := s.p, s.larger(k)
	if !p.spot || by == 1 {
		return input.Pane{Scene: &scene.Scene{}, Zoom: 1}
	}
	c := p.pointer.Mul(k).Add(at)
	r := s.lensAt(c).Intersect(geom.Rect{Max: s.size})
	zoom := k * by
	return input.Pane{Scene: p.scenes.whole(p.deck, p.at), Rect: r, At: p.pointer.Add(r.Min.Sub(c).Mul(1 / zoom)), Zoom: zoom,
		Detail: p.deck.Slides[p.at].Map * zoom, Cut: true}
}
