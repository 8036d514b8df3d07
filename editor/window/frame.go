package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// frame is a layout: a bar above, a bar below, and between them the map with a
// panel at each side of it. Nothing lies under the map. Panels make way where
// the map would be left too little room, the right one first. The minimap
// stands at the foot of the left panel, or on the map where there is none.
type frame struct {
	w       *Window
	sides   [2]side
	minimap bool    // somebody wants it
	docked  float32 // the height that it takes of the left panel
}

// side is a panel beside the map: how wide it is, and whether somebody has
// closed it.
type side struct {
	width  float32
	closed bool
}

// The sides of the map.
const (
	leftSide = iota
	rightSide
)

// sideWidths are how wide panels are at first, at the least and at the most.
var sideWidths = [2]struct{ first, least, most float32 }{{208, 176, 320}, {288, 256, 400}}

// leastMap is the room that panels leave the map.
const leastMap = 360

func newFrame(w *Window) *frame {
	f := &frame{w: w, minimap: true}
	for i := range f.sides {
		f.sides[i].width = sideWidths[i].first
	}
	return f
}

// recall makes the panels as they were at the end of the last session.
func (f *frame) recall() {
	m := &f.w.memory
	for i, p := range m.Panels {
		f.sides[i] = side{p.Width, p.Closed}
	}
	f.minimap = m.Minimap
	if m.Library {
		f.w.leftPanel.shows = libraryShown
	}
}

// buildBody puts the bars, the map's place and the panels together.
func (w *Window) buildBody(top, bottom fyne.CanvasObject) fyne.CanvasObject {
	left, right := w.sidePanel(leftSide, w.left), w.sidePanel(rightSide, w.right)
	w.body = container.New(w.frame, top, bottom, w.place, left, right, newDivider(w, leftSide), newDivider(w, rightSide), w.leftPanel.minimap)
	return w.body
}

// arrange gives everything its place again after a panel has come, gone or
// changed its width.
func (w *Window) arrange() {
	w.frame.Layout(w.body.Objects, w.body.Size())
	w.refreshMenu()
	w.refreshStatus()
}

// content is what stands in the panel at a side; nil is none.
func (w *Window) content(side int) fyne.CanvasObject {
	if side == leftSide {
		return w.left
	}
	return w.right
}

// beside reports whether there is a panel at a side, which may have no room.
func (f *frame) beside(side int) bool {
	return f.w.doc != nil && f.w.content(side) != nil && !f.sides[side].closed
}

// widths is how wide the panels are in a window of a width; 0 is not shown.
func (f *frame) widths(whole float32) (w [2]float32) {
	for i := range w {
		if f.beside(i) {
			w[i] = f.sides[i].width
		}
	}
	if whole-w[leftSide]-w[rightSide] < leastMap {
		w[rightSide] = 0
	}
	if whole-w[leftSide] < leastMap {
		w[leftSide] = 0
	}
	return w
}

// MinSize is what the bars and the map take: panels make way.
func (f *frame) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[2].MinSize()
	return fyne.NewSize(max(m.Width, o[0].MinSize().Width), m.Height+o[0].MinSize().Height+o[1].MinSize().Height)
}

func (f *frame) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, bottom := o[0].MinSize().Height, o[1].MinSize().Height
	height := size.Height - top - bottom
	w := f.widths(size.Width)
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		if shown := width > 0; o.Visible() != shown {
			if shown {
				o.Show()
			} else {
				o.Hide()
			}
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	put(o[0], 0, 0, size.Width, top)
	put(o[1], 0, size.Height-bottom, size.Width, bottom)
	put(o[2], w[leftSide], top, size.Width-w[leftSide]-w[rightSide], height)
	f.docked = f.putMinimap(o[7].(*minimap), w, fyne.NewPos(0, top), fyne.NewSize(size.Width, height), put)
	put(o[3], 0, top, w[leftSide], height)
	put(o[4], size.Width-w[rightSide], top, w[rightSide], height)
	for i, edge := range []float32{w[leftSide], size.Width - w[rightSide]} {
		grip := float32(0)
		if w[i] > 0 {
			grip = gripWidth
		}
		put(o[5+i], edge-grip/2, top, grip, height)
	}
}

// leastOutline and leastFloor are the room that the minimap leaves the outline
// above it, or the map around it.
const leastOutline, leastFloor = 200, 320

// putMinimap places the minimap and says how much of the left panel it takes.
func (f *frame) putMinimap(m *minimap, w [2]float32, at fyne.Position, size fyne.Size, put func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	wanted := f.minimap && f.w.doc != nil
	switch {
	case wanted && w[leftSide] > 0 && size.Height >= minimapHeight+leastOutline:
		m.float = false
		put(m, at.X, at.Y+size.Height-minimapHeight, w[leftSide]-1, minimapHeight)
		return minimapHeight
	case wanted && w[leftSide] == 0 && size.Height >= leastFloor && size.Width-w[rightSide] >= leastMap:
		m.float = true
		put(m, at.X+minimapApart, at.Y+size.Height-minimapApart-minimapHeight, minimapWidth, minimapHeight)
	default:
		put(m, 0, 0, 0, 0)
	}
	return 0
}

// toggle closes a panel, or opens it.
func (f *frame) toggle(side int) {
	f.sides[side].closed = !f.sides[side].closed
	f.w.arrange()
	f.w.remember()
}

// toggleAll closes every panel and the minimap, or opens them all.
func (f *frame) toggleAll() {
	open := f.minimap || f.beside(leftSide) || f.beside(rightSide)
	f.sides[leftSide].closed, f.sides[rightSide].closed, f.minimap = open, open, !open
	f.w.arrange()
	f.w.remember()
}

// toggleMinimap shows the minimap, or hides it.
func (f *frame) toggleMinimap() {
	f.minimap = !f.minimap
	f.w.arrange()
	f.w.remember()
}

// sidePanel is a flat panel with a line towards the map.
func (w *Window) sidePanel(side int, content fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(rgb(w.look.colors.Panel, 255))
	edge := canvas.NewRectangle(rgb(w.look.colors.Hair2, 255))
	if content == nil {
		content = container.NewWithoutLayout()
	}
	return container.New(flank{side}, ground, edge, content)
}

// flank is a layout: a ground, a line at the edge towards the map, and what
// stands on it.
type flank struct{ side int }

func (flank) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (b flank) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x, at := size.Width-1, float32(0)
	if b.side == rightSide {
		x, at = 0, 1
	}
	o[0].Resize(size)
	o[1].Resize(fyne.NewSize(1, size.Height))
	o[1].Move(fyne.NewPos(x, 0))
	o[2].Resize(fyne.NewSize(size.Width-1, size.Height))
	o[2].Move(fyne.NewPos(at, 0))
}

// divider is the edge of a panel, which can be dragged; two clicks bring its
// first width back.
type divider struct {
	widget.BaseWidget
	w      *Window
	side   int
	line   *canvas.Rectangle
	from   float32 // the panel's width when the drag began
	by     float32 // how far it went since
	moving bool
}

// gripWidth is how near the pointer must come to an edge to take it.
const gripWidth = 8

func newDivider(w *Window, side int) *divider {
	d := &divider{w: w, side: side, line: canvas.NewRectangle(color.Transparent)}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is part of Fyne's widget interface.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(inset{gripWidth/2 - 1, 0}, d.line))
}

// Cursor is part of Fyne's desktop interface.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// Dragged is part of Fyne's interface.
func (d *divider) Dragged(e *fyne.DragEvent) {
	s := &d.w.frame.sides[d.side]
	if !d.moving {
		d.moving, d.from, d.by = true, s.width, 0
	}
	d.by += e.Dragged.DX
	width := d.from + d.by
	if d.side == rightSide {
		width = d.from - d.by
	}
	d.set(width)
}

// DragEnd is part of Fyne's interface.
func (d *divider) DragEnd() {
	d.moving = false
	d.w.remember()
}

// DoubleTapped is part of Fyne's interface.
func (d *divider) DoubleTapped(*fyne.PointEvent) { d.set(sideWidths[d.side].first) }

// set gives the panel a width, as far as it may have it and there is room.
func (d *divider) set(width float32) {
	most := sideWidths[d.side].most
	all := d.w.frame.widths(d.w.body.Size().Width)
	most = min(most, d.w.body.Size().Width-leastMap-all[1-d.side])
	d.w.frame.sides[d.side].width = max(sideWidths[d.side].least, min(most, width))
	d.w.arrange()
}

func (d *divider) mark(c color.Color) {
	d.line.FillColor = c
	d.line.Refresh()
}

// MouseIn is part of Fyne's desktop interface.
func (d *divider) MouseIn(*desktop.MouseEvent) { d.mark(rgb(d.w.look.colors.AccLine, 255)) }

// MouseMoved is part of Fyne's desktop interface.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (d *divider) MouseOut() { d.mark(color.Transparent) }
