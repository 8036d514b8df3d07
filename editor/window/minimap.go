package window

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
)

// minimap is a small picture of the whole map with a frame around what is in
// sight, which can be dragged. The picture is painted in the background and
// follows the map a few times a second.
type minimap struct {
	widget.BaseWidget
	w       *Window
	ground  *canvas.Rectangle
	edge    *canvas.Rectangle // the line above it, where it is docked
	picture *canvas.Image
	sight   *canvas.Rectangle
	root    *fyne.Container
	float   bool // it stands on the map

	want, shown minimapState
	painting    bool
	next        time.Time // before which nothing is painted
	grab        fyne.Position
}

// minimapState is what a picture depends on.
type minimapState struct {
	sheet *layout.Sheet
	size  fyne.Size
	dense float32
}

// The measures of the minimap.
const (
	minimapWidth, minimapHeight = 208, 124
	minimapPad                  = 8
	minimapApart                = 12 // from the edges, where it stands on the map
	minimapPause                = 250 * time.Millisecond
)

func newMinimap(w *Window) *minimap {
	th := w.look.colors
	m := &minimap{
		w: w, ground: canvas.NewRectangle(rgb(th.Panel, 255)), edge: canvas.NewRectangle(rgb(th.Hair2, 255)),
		picture: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1))), sight: canvas.NewRectangle(rgb(th.Acc, 26)),
	}
	m.picture.FillMode, m.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	m.picture.Hide()
	m.sight.StrokeColor, m.sight.StrokeWidth, m.sight.CornerRadius = rgb(th.Acc, 255), 1.5, 3
	m.sight.Hide()
	m.root = container.NewWithoutLayout(m.ground, m.edge, m.picture, m.sight)
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is part of Fyne's widget interface.
func (m *minimap) CreateRenderer() fyne.WidgetRenderer { return &minimapRenderer{m} }

type minimapRenderer struct{ m *minimap }

func (r *minimapRenderer) MinSize() fyne.Size           { return fyne.NewSize(minimapWidth, minimapHeight) }
func (r *minimapRenderer) Refresh()                     { r.m.refresh() }
func (r *minimapRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.m.root} }
func (r *minimapRenderer) Destroy()                     {}

func (r *minimapRenderer) Layout(size fyne.Size) {
	m := r.m
	m.root.Resize(size)
	m.ground.Resize(size)
	m.edge.Resize(fyne.NewSize(size.Width, 1))
	m.edge.Hidden = m.float
	m.ground.CornerRadius, m.ground.StrokeWidth = 0, 0
	if m.float {
		m.ground.CornerRadius, m.ground.StrokeWidth, m.ground.StrokeColor = 8, 1, rgb(m.w.look.colors.Hair2, 255)
	}
	m.ground.Refresh()
	m.refresh()
}

// refresh brings the frame up to date, and the picture before long.
func (m *minimap) refresh() {
	if m.w.doc == nil || !m.Visible() || m.Size().Width == 0 {
		return
	}
	m.want = minimapState{m.w.doc.editor.Sheet(), m.Size(), m.w.win.Canvas().Scale()}
	m.place()
	if m.want != m.shown && !m.painting {
		m.painting = true
		time.AfterFunc(max(0, m.next.Sub(m.w.Now())), func() { fyne.Do(m.paint) })
	}
}

// scale is how large a unit of the map is in the minimap, and where its top
// left is.
func (m *minimap) scale(s minimapState) (k float32, at fyne.Position) {
	w, h := float32(s.sheet.Body.Size.X), float32(s.sheet.BandHeight+s.sheet.Body.Size.Y)
	room := s.size.SubtractWidthHeight(2*minimapPad, 2*minimapPad)
	if w <= 0 || h <= 0 {
		return 0, fyne.Position{}
	}
	k = min(room.Width/w, room.Height/h)
	return k, fyne.NewPos(minimapPad+(room.Width-k*w)/2, minimapPad+(room.Height-k*h)/2)
}

// place puts the frame around what is in sight.
func (m *minimap) place() {
	k, at := m.scale(m.want)
	m.sight.Hidden = k == 0
	s := m.w.doc.editor.Sight()
	box := func(v float64, whole float32) float32 { return max(0, min(float32(v)*k, whole)) }
	whole := m.want.size.SubtractWidthHeight(2*at.X, 2*at.Y)
	x, y := box(s.Min.X, whole.Width), box(s.Min.Y, whole.Height)
	size := fyne.NewSize(max(8, box(s.Max.X, whole.Width)-x), max(8, box(s.Max.Y+m.want.sheet.BandHeight, whole.Height)-y))
	if m.want.sheet.Mirrored {
		x = whole.Width - x - size.Width
	}
	pos := at.AddXY(x, y)
	if m.sight.Position() != pos || m.sight.Size() != size {
		m.sight.Move(pos)
		m.sight.Resize(size)
	}
}

// paint has the picture painted as the map is now.
func (m *minimap) paint() {
	s := m.want
	k, at := m.scale(s)
	if m.w.doc == nil || k == 0 {
		m.painting = false
		return
	}
	go func() {
		from := time.Now()
		im := m.w.Renderer.Image(s.sheet.Overview(), float64(k*s.dense), layout.OverviewDetail)
		took := time.Since(from)
		fyne.Do(func() {
			m.painting, m.shown = false, s
			m.next = m.w.Now().Add(max(minimapPause, 4*took)) // a large map takes no more than a fifth of a core
			m.picture.Image = im
			m.picture.Hidden = false
			m.picture.Move(at)
			m.picture.Resize(fyne.NewSize(float32(im.Rect.Dx())/s.dense, float32(im.Rect.Dy())/s.dense))
			m.picture.Refresh()
			m.refresh()
		})
	}()
}

// MouseDown is part of Fyne's desktop interface: it brings what is under the
// pointer into the middle, unless that is in sight already.
func (m *minimap) MouseDown(e *desktop.MouseEvent) {
	p := e.Position.Subtract(m.sight.Position())
	if s := m.sight.Size(); p.X < 0 || p.Y < 0 || p.X > s.Width || p.Y > s.Height {
		p = fyne.NewPos(s.Width/2, s.Height/2)
	}
	m.grab = p
	m.show(e.Position)
}

// MouseUp is part of Fyne's desktop interface.
func (m *minimap) MouseUp(*desktop.MouseEvent) { m.w.focusMap() }

// Dragged is part of Fyne's interface.
func (m *minimap) Dragged(e *fyne.DragEvent) { m.show(e.Position) }

// DragEnd is part of Fyne's interface.
func (m *minimap) DragEnd() {}

// show moves the frame so that where it was taken is at p, and the map with it.
func (m *minimap) show(p fyne.Position) {
	k, at := m.scale(m.want)
	if m.w.doc == nil || k == 0 {
		return
	}
	e := m.w.doc.editor
	c := e.Camera()
	to := p.Subtract(m.grab).Subtract(at)
	if m.want.sheet.Mirrored {
		to.X = m.want.size.Width - 2*at.X - to.X - m.sight.Size().Width
	}
	c.At.X, c.At.Y = float64(to.X/k), float64(to.Y/k)
	e.SetCamera(c)
}
