package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
)

// segment is a choice of few words side by side, one of which is on.
type segment struct {
	widget.BaseWidget
	th     *layout.Theme
	words  []string
	on     int
	choose func(int)
	focus  bool
	ground *canvas.Rectangle
	plates []*canvas.Rectangle
	texts  []*canvas.Text
	root   *fyne.Container
}

const segmentHeight, segmentEdge = 32, 2

func (w *Window) newSegment(words []string, on int, choose func(int)) *segment {
	s := &segment{th: w.look.colors, words: words, on: on, choose: choose}
	s.ground = canvas.NewRectangle(rgb(s.th.Sunk, 255))
	s.ground.CornerRadius = 8
	s.root = container.NewWithoutLayout(s.ground)
	for _, x := range words {
		p, t := canvas.NewRectangle(noColor), canvas.NewText(tr(x), noColor)
		p.CornerRadius = 6
		t.TextSize, t.TextStyle.Bold, t.Alignment = 12, true, fyne.TextAlignCenter
		s.plates, s.texts = append(s.plates, p), append(s.texts, t)
		s.root.Objects = append(s.root.Objects, p, t)
	}
	s.paint()
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of Fyne's widget interface.
func (s *segment) CreateRenderer() fyne.WidgetRenderer { return &segmentRenderer{s} }

type segmentRenderer struct{ *segment }

func (r *segmentRenderer) MinSize() fyne.Size {
	most := float32(0)
	for _, t := range r.texts {
		most = max(most, t.MinSize().Width)
	}
	return fyne.NewSize(float32(len(r.texts))*(most+16), segmentHeight)
}

func (r *segmentRenderer) Layout(size fyne.Size) {
	r.root.Resize(size)
	r.ground.Resize(size)
	w := (size.Width - segmentEdge) / float32(len(r.texts))
	for i, t := range r.texts {
		x := segmentEdge + float32(i)*w
		r.plates[i].Move(fyne.NewPos(x, segmentEdge))
		r.plates[i].Resize(fyne.NewSize(w-segmentEdge, size.Height-2*segmentEdge))
		m := t.MinSize()
		t.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		t.Resize(fyne.NewSize(w-segmentEdge, m.Height))
	}
}

func (r *segmentRenderer) Refresh()                     { r.paint() }
func (r *segmentRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.root} }
func (r *segmentRenderer) Destroy()                     {}

func (s *segment) paint() {
	for i, p := range s.plates {
		p.FillColor, p.StrokeWidth = noColor, 0
		s.texts[i].Color = rgb(s.th.Ink2, 255)
		if i == s.on {
			s.texts[i].Color = rgb(s.th.Ink, 255)
			p.FillColor, p.StrokeColor, p.StrokeWidth = rgb(s.th.Panel, 255), rgb(s.th.Hair2, 255), 1
			if s.th.Dark {
				p.FillColor = rgb(s.th.Hair2, 255)
			}
			if s.focus {
				p.StrokeColor, p.StrokeWidth = rgb(s.th.Acc, 255), 2
			}
		}
		p.Refresh()
		s.texts[i].Refresh()
	}
}

// set chooses a word.
func (s *segment) set(i int) {
	if i < 0 || i >= len(s.words) || i == s.on {
		return
	}
	s.on = i
	s.paint()
	s.choose(i)
}

// Tapped is part of Fyne's interface.
func (s *segment) Tapped(e *fyne.PointEvent) {
	s.set(int(e.Position.X / s.Size().Width * float32(len(s.words))))
}

// FocusGained is part of Fyne's interface.
func (s *segment) FocusGained() { s.focus = true; s.paint() }

// FocusLost is part of Fyne's interface.
func (s *segment) FocusLost() { s.focus = false; s.paint() }

// TypedRune is part of Fyne's interface.
func (s *segment) TypedRune(rune) {}

// TypedKey is part of Fyne's interface.
func (s *segment) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		s.set(s.on - 1)
	case fyne.KeyRight:
		s.set(s.on + 1)
	}
}

// AccessibilityLabel is part of Fyne's interface.
func (s *segment) AccessibilityLabel() string { return tr(s.words[s.on]) }

// AccessibilityRole is part of Fyne's interface.
func (s *segment) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
