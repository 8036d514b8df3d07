package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// leftPanel is the panel at the left of the map: its outline.
type leftPanel struct {
	outline *outline
}

// buildLeft makes the left panel.
func (w *Window) buildLeft() fyne.CanvasObject {
	p := &w.leftPanel
	p.outline = newOutline(w)
	return container.New(inset{0, 8}, p.outline.list)
}

// refreshLeft brings the left panel up to date.
func (w *Window) refreshLeft() { w.leftPanel.outline.refresh() }
