package canvas

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/container"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/scene"
)

// A ring has nothing in it but keeps its colour to its inner edge: Fyne blends
// an edge into the fill, whose own colour would be black.
func TestARingKeepsItsColour(t *testing.T) {
	m := newMarks(container.NewWithoutLayout())
	acc := scene.RGB(0x4A4FD0)
	m.show([]input.Mark{{Rect: geom.Box(0, 0, 40, 20), Edge: acc, Width: 2}, {Rect: geom.Box(0, 0, 40, 20)}})
	if got := m.rect[0].FillColor; got != (color.NRGBA{0x4A, 0x4F, 0xD0, 1}) {
		t.Errorf("a ring is filled with %v", got)
	}
	if got := m.rect[1].FillColor; got != color.Transparent {
		t.Errorf("a mark without an edge is filled with %v", got)
	}
}
