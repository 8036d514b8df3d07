package layout_test

import (
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey/journeytest"
)

// However a theme's lines come into a picture, they are made thicker once.
func TestThickLinesOfASheetAndAPoster(t *testing.T) {
	o := options(t)
	o.Theme = &layout.Contrast
	width := func(s *scene.Scene, part scene.Part) float64 {
		it, _, ok := s.Find("l1", part)
		if !ok {
			t.Fatalf("no %s", part)
		}
		for _, op := range it.Ops {
			if g, ok := op.(*scene.Group); ok {
				op = g.Ops[len(g.Ops)-1]
			}
			if s, ok := op.(*scene.Stroke); ok {
				return s.Pen.Width
			}
		}
		t.Fatal("no line")
		return 0
	}
	p := journeytest.Marked()
	if w := width(&layout.New(o, "marked").Update(p).Body, layout.LinkPart); w != 2.25 {
		t.Errorf("on the screen a link is %v wide", w)
	}
	if w := width(layout.Poster(o, p, "marked"), layout.LinkPart); w != 2.25 {
		t.Errorf("on a poster a link is %v wide", w)
	}
	loop := journeytest.Loop()
	poster := layout.Poster(o, loop, loop.Maps()[0].ID)
	for _, b := range poster.Blocks {
		for _, it := range b.Items {
			for _, op := range it.Ops {
				if g, ok := op.(*scene.Group); ok && it.Part == layout.CardPart {
					if s, ok := g.Ops[len(g.Ops)-1].(*scene.Stroke); ok && s.Pen.Width > 1.5 {
						t.Fatalf("the edge of %s is %v wide", it.Owner, s.Pen.Width)
					}
				}
			}
		}
	}
}
