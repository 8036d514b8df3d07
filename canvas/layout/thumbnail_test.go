package layout_test

import (
	"math"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey/journeytest"
)

// A thumbnail has the proportions that were asked for, all stages of the map,
// and of a loop all cards.
func TestThumbnails(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	s, k := layout.Thumbnail(o, p, mp, 240, 120)
	if w, h := s.Size.X*k, s.Size.Y*k; math.Abs(w-240) > 1e-6 || math.Abs(h-120) > 1e-6 {
		t.Errorf("it is %v × %v", w, h)
	}
	page := geom.Rect{Max: s.Size}
	for _, st := range p.Stages(mp) {
		it, at, ok := s.Find(string(st.ID), layout.StagePart)
		if r := it.Box.Add(at); !ok || r.Intersect(page) != r {
			t.Errorf("“%s” is at %v of %v", st.Title, r, s.Size)
		}
	}
	p = journeytest.Loop()
	s, k = layout.Thumbnail(o, p, "map", 240, 120)
	if w := s.Size.X * k; math.Abs(w-240) > 1e-6 {
		t.Errorf("it is %v wide", w)
	}
	page.Max = s.Size
	for _, c := range p.LaneCards(p.Lanes("map")[0]) {
		it, at, ok := s.Find(string(c.ID), layout.CardPart)
		if r := it.Box.Add(at); !ok || r.Intersect(page) != r {
			t.Errorf("“%s” is at %v of %v", c.Title, r, s.Size)
		}
	}
}
