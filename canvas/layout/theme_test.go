package layout

import (
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Every text of every theme can be read on its ground (WCAG 2.2, 1.4.3), and
// in the theme of high contrast very well, lines included.
func TestTextsStandOutFromTheirGrounds(t *testing.T) {
	if c := contrast(scene.RGB(0), scene.RGB(0xFFFFFF)); c != 21 {
		t.Fatalf("black on white is %v", c)
	}
	for _, th := range Themes {
		for _, p := range th.pairs() {
			least := p.least
			if th == &Contrast && least == textContrast {
				least = 7
				if p.ground == th.Hues[0].Line {
					least = 6.9 // the bars of a funnel: no colour has 3 against white and 7 against black
				}
			}
			if c := contrast(p.text, p.ground); c < least {
				t.Errorf("%s: %s, %v on %v, has a contrast of %.2f, it needs %v", th.Name, p.what, p.text, p.ground, c, least)
			}
		}
	}
	for _, c := range Contrast.lines() {
		if got := contrast(c, Contrast.Map); got < 3 {
			t.Errorf("a line of %v has a contrast of %.2f", c, got)
		}
	}
}

// A theme that draws lines thicker does so for lines, and leaves alone what it
// was not asked for.
func TestThickLines(t *testing.T) {
	stroke := func(w float64) scene.Op {
		return &scene.Stroke{Path: geom.Segment(geom.Pt(0, 0), geom.Pt(9, 9)), Pen: geom.Pen{Width: w}}
	}
	b := scene.NewBlock([]scene.Item{scene.NewItem("a", "b", geom.Point{}, geom.Box(0, 0, 9, 9), scene.Detail(0.5, 0, stroke(1.5)), stroke(4))})
	if Print.thicken(b) != b {
		t.Error("print draws lines thicker")
	}
	ops := Contrast.thicken(b).Items[0].Ops
	if w := ops[0].(*scene.Group).Ops[0].(*scene.Stroke).Pen.Width; w != 2.25 {
		t.Errorf("a line of 1.5 is %v wide", w)
	}
	if w := ops[1].(*scene.Stroke).Pen.Width; w != 4 {
		t.Errorf("an edge of 4 is %v wide", w)
	}
	if w := b.Items[0].Ops[0].(*scene.Group).Ops[0].(*scene.Stroke).Pen.Width; w != 1.5 {
		t.Error("the block itself was changed")
	}
}
