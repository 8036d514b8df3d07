package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// leftPanel is the panel at the left of the map: the outline or the library,
// and the minimap below.
type leftPanel struct {
	outline *outline
	library *library // made when it is first shown
	choice  *segment
	shows   int // one of the choice
	body    *fyne.Container
	minimap *minimap
}

// What the left panel may show.
const (
	outlineShown = iota
	libraryShown
)

// buildLeft makes the left panel.
func (w *Window) buildLeft() fyne.CanvasObject {
	p := &w.leftPanel
	p.outline, p.minimap = newOutline(w), newMinimap(w)
	p.choice = w.newSegment([]string{"Outline", "Library"}, p.shows, func(i int) { p.shows = i; p.show(w); w.remember() })
	p.body = container.NewStack()
	p.library = nil
	p.show(w)
	return container.New(leftLayout{w.frame}, p.choice, p.body)
}

// show shows what is chosen.
func (p *leftPanel) show(w *Window) {
	p.body.Objects = []fyne.CanvasObject{p.outline.list}
	if p.shows == libraryShown {
		if p.library == nil {
			p.library = newLibrary(w)
		}
		p.body.Objects[0] = p.library.root
	}
	p.body.Refresh()
}

// refreshLeft brings the left panel up to date.
func (w *Window) refreshLeft() {
	w.leftPanel.outline.refresh()
	w.leftPanel.minimap.refresh()
}

// leftLayout is a layout: a choice above what it shows, and room for the minimap
// at the foot.
type leftLayout struct{ f *frame }

func (leftLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l leftLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const pad, gap = 8, 4
	o[0].Move(fyne.NewPos(pad, pad))
	o[0].Resize(fyne.NewSize(size.Width-2*pad, segmentHeight))
	y := float32(pad + segmentHeight + gap)
	o[1].Move(fyne.NewPos(0, y))
	o[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-y-l.f.docked)))
}
