package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"throughline/canvas/input"
	"throughline/canvas/scene"
)

// marks shows boxes and lines above a pane: rings, carets, links. They are Fyne's
// own, for they are not part of the map.
type marks struct {
	box  *fyne.Container
	last []input.Mark
	rect []*canvas.Rectangle
	line map[int]*canvas.Line // by place, of those that are lines
}

func newMarks(box *fyne.Container) *marks { return &marks{box: box} }

// show replaces the marks and reports whether there was anything to replace;
// those that stay the same are not touched.
func (m *marks) show(now []input.Mark) (changed bool) {
	if len(now) == 0 && len(m.last) == 0 {
		return false
	}
	others := len(now) != len(m.last)
	for i, k := range now {
		if i < len(m.last) && m.last[i] == k {
			continue
		}
		if i == len(m.rect) {
			m.rect = append(m.rect, canvas.NewRectangle(color.Transparent))
		}
		others = others || k.Slants() != m.last[i].Slants()
		changed = true
		if k.Slants() {
			m.slant(i, &k)
			continue
		}
		r := m.rect[i]
		r.FillColor, r.StrokeColor = toColor(k.Fill), toColor(k.Edge)
		if k.Fill.A == 0 && k.Width > 0 {
			r.FillColor = Hollow(r.StrokeColor)
		}
		r.StrokeWidth, r.CornerRadius = float32(k.Width), float32(k.Radius)
		r.Resize(fyne.NewSize(float32(k.Rect.W()), float32(k.Rect.H())))
		r.Move(fyne.NewPos(float32(k.Rect.Min.X), float32(k.Rect.Min.Y)))
		r.Refresh()
	}
	if others {
		m.box.Objects = m.box.Objects[:0]
		for i := range now {
			if now[i].Slants() {
				m.box.Objects = append(m.box.Objects, m.line[i])
			} else {
				m.box.Objects = append(m.box.Objects, m.rect[i])
			}
		}
		changed = true
	}
	m.last = append(m.last[:0], now...)
	return changed
}

// slant puts a line into the i-th place.
func (m *marks) slant(i int, k *input.Mark) {
	if m.line == nil {
		m.line = map[int]*canvas.Line{}
	}
	l := m.line[i]
	if l == nil {
		l = &canvas.Line{}
		m.line[i] = l
	}
	l.StrokeColor, l.StrokeWidth = toColor(k.Edge), float32(k.Width)
	l.Position1 = fyne.NewPos(float32(k.From.X), float32(k.From.Y))
	l.Position2 = fyne.NewPos(float32(k.To.X), float32(k.To.Y))
	l.Refresh()
}

// toColor is a colour for Fyne, which knows nothing to draw by
// color.Transparent only.
func toColor(c scene.Color) color.Color {
	if c.A == 0 {
		return color.Transparent
	}
	return color.NRGBA{c.R, c.G, c.B, c.A}
}

// Hollow is what fills a rectangle that shall only have an edge: the edge's
// colour, so faint that nobody sees it. Fyne blends an edge into the fill, and
// would blend it into black if there were none.
func Hollow(edge color.Color) color.Color {
	c := color.NRGBAModel.Convert(edge).(color.NRGBA)
	c.A = min(c.A, 1)
	return c
}

// hint shows a line beside the pointer.
type hint struct {
	c    *fyne.Container
	last input.Hint
	on   bool
}

func (h *hint) box() *fyne.Container {
	if h.c == nil {
		h.c = container.NewWithoutLayout()
	}
	return h.c
}

func (h *hint) show(v *View, now *input.Hint) {
	if now == nil {
		if h.on {
			h.on, h.c.Objects = false, nil
			v.Repaint()
		}
		return
	}
	if !h.on || h.last.Text != now.Text || h.last.More != now.More || h.last.Bad != now.Bad {
		o := v.Setting.Hint(*now)
		o.Resize(o.MinSize())
		h.c.Objects = []fyne.CanvasObject{o}
		h.on = true
		v.Repaint()
	}
	h.last = *now
	at, size := fyne.NewPos(float32(now.At.X), float32(now.At.Y)), h.c.Objects[0].Size()
	if now.Ends {
		at.X -= size.Width
	}
	at.X = max(0, min(at.X, v.size.Width-size.Width)) // all of it can be read
	at.Y = max(0, min(at.Y, v.size.Height-size.Height))
	h.c.Objects[0].Move(at)
}
