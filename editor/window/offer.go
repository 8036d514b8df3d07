package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	mapview "throughline/canvas"
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/editor"
)

// offer is a thing of the library: a tile with an icon, or a line with an icon,
// a name and a grip. It can be clicked, and dragged onto the map.
type offer struct {
	widget.BaseWidget
	w           *Window
	what        editor.Offered
	icon, title string
	wide        bool // a line with its name
	ground      *canvas.Rectangle
	image, grip *canvas.Image
	text        *canvas.Text
	hover       bool
	focus       bool
	dragging    bool
}

func newOffer(w *Window, what editor.Offered, icon, title string, wide bool) *offer {
	th := w.look.colors
	o := &offer{w: w, what: what, icon: icon, title: title, wide: wide}
	o.ground = canvas.NewRectangle(noColor)
	o.image, o.grip = canvas.NewImageFromResource(w.icon(icon, th.Ink2, 255)), canvas.NewImageFromResource(w.icon("grip", th.Ink3, 255))
	o.text = canvas.NewText(title, rgb(th.Ink, 255))
	o.text.TextSize = 13
	o.text.Hidden, o.grip.Hidden = !wide, !wide
	o.ExtendBaseWidget(o)
	o.mark()
	return o
}

// CreateRenderer is part of Fyne's widget interface.
func (o *offer) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(offerLayout{o}, o.ground, o.image, o.text, o.grip))
}

// offerLayout is a layout: an icon in the middle of a tile, or at the left of a
// name.
type offerLayout struct{ *offer }

func (l offerLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(offerSize, lineHeight)
}

func (l offerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	icon, x := float32(18), (size.Width-18)/2
	if l.wide {
		icon, x = 16, linePad
	}
	o[1].Resize(fyne.NewSize(icon, icon))
	o[1].Move(fyne.NewPos(x, (size.Height-icon)/2))
	at := linePad + icon + 8
	l.text.Text = shorten(l.title, size.Width-at-30, func(s string) float32 { return fyne.MeasureText(s, 13, fyne.TextStyle{}).Width })
	m := l.text.MinSize()
	o[2].Resize(m)
	o[2].Move(fyne.NewPos(at, (size.Height-m.Height)/2))
	o[3].Resize(fyne.NewSize(14, 14))
	o[3].Move(fyne.NewPos(size.Width-linePad-14, (size.Height-14)/2))
}

// mark shows whether the pointer or the keyboard is on it.
func (o *offer) mark() {
	th := o.w.look.colors
	o.ground.CornerRadius, o.ground.FillColor, o.ground.StrokeWidth = 8, rgb(th.Sunk, 255), 0
	if o.wide {
		o.ground.CornerRadius, o.ground.FillColor = 6, noColor
	}
	if o.hover {
		o.ground.FillColor = rgb(th.Ink, 26)
		if o.wide {
			o.ground.FillColor = rgb(th.Ink, 13)
		}
	}
	if o.focus {
		o.ground.StrokeColor, o.ground.StrokeWidth = rgb(th.Acc, 255), 2
		if o.ground.FillColor == noColor {
			o.ground.FillColor = mapview.Hollow(o.ground.StrokeColor)
		}
	}
	o.ground.Refresh()
}

// add adds it without a drag: a lane below all others, a card where the keyboard
// is.
func (o *offer) add() {
	o.w.hideTip()
	e := o.w.doc.editor
	if o.what.Lane == "" {
		o.w.did(e.AddIcon(o.what))
		return
	}
	id, err := e.AddLane(o.what.Lane, len(e.Doc.Project().Lanes(e.Map().ID)))
	if err == nil {
		e.Select(id)
		e.Reveal(id)
	}
	o.w.did(err)
}

// Tapped is part of Fyne's interface.
func (o *offer) Tapped(*fyne.PointEvent) { o.add() }

// Dragged is part of Fyne's interface: it follows the pointer, and over the map
// the map shows where it would go.
func (o *offer) Dragged(e *fyne.DragEvent) {
	if o.w.doc == nil {
		return
	}
	if !o.dragging {
		o.dragging = true
		o.w.hideTip()
		o.w.doc.editor.Bring(o.what)
	}
	o.w.float(o.icon, e.AbsolutePosition)
	o.send(e.AbsolutePosition, input.Move)
}

// send tells the map where the pointer is, in the map's own pixels.
func (o *offer) send(at fyne.Position, kind input.Kind) {
	d := o.w.app.Driver()
	p := at.Subtract(d.AbsolutePositionForObject(o.w.doc.view))
	o.w.doc.editor.Event(input.Event{Kind: kind, At: geom.Pt(float64(p.X), float64(p.Y)), Button: input.Left, Now: o.w.Now()})
}

// DragEnd is part of Fyne's interface.
func (o *offer) DragEnd() {
	if !o.dragging {
		return
	}
	o.dragging = false
	at := o.w.unfloat()
	if o.w.doc == nil {
		return
	}
	o.send(at, input.Release)
	o.w.focusMap()
}

// float shows an icon beside the pointer, above everything.
func (w *Window) float(icon string, at fyne.Position) {
	const size = 40
	if len(w.tip.Objects) == 0 {
		th := w.look.colors
		ground := canvas.NewRectangle(rgb(th.Card, 255))
		ground.CornerRadius, ground.StrokeColor, ground.StrokeWidth = 8, rgb(th.Acc, 255), 1.5
		image := canvas.NewImageFromResource(w.icon(icon, th.Ink2, 255))
		box := container.NewStack(ground, container.New(inset{11, 11}, image))
		box.Resize(fyne.NewSize(size, size))
		w.tip.Objects = []fyne.CanvasObject{box}
		w.tip.Refresh()
	}
	w.floats = at
	base := w.app.Driver().AbsolutePositionForObject(w.tip)
	w.tip.Objects[0].Move(at.Subtract(base).AddXY(-size/2, -size/2))
}

// unfloat takes it away and says where the pointer was last.
func (w *Window) unfloat() fyne.Position {
	w.hideTip()
	return w.floats
}

// MouseIn is part of Fyne's desktop interface.
func (o *offer) MouseIn(*desktop.MouseEvent) {
	o.hover = true
	o.mark()
	if o.wide {
		return
	}
	time.AfterFunc(tipAfter, func() {
		fyne.Do(func() {
			if o.hover && !o.dragging {
				o.w.showTip(o, o.title)
			}
		})
	})
}

// MouseMoved is part of Fyne's desktop interface.
func (o *offer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (o *offer) MouseOut() {
	o.hover = false
	if !o.dragging {
		o.w.hideTip()
	}
	o.mark()
}

// FocusGained is part of Fyne's interface.
func (o *offer) FocusGained() { o.focus = true; o.mark() }

// FocusLost is part of Fyne's interface.
func (o *offer) FocusLost() { o.focus = false; o.mark() }

// TypedRune is part of Fyne's interface.
func (o *offer) TypedRune(rune) {}

// TypedKey is part of Fyne's interface.
func (o *offer) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		o.add()
	case fyne.KeyEscape:
		o.w.focusMap()
	}
}

// AccessibilityLabel is part of Fyne's interface.
func (o *offer) AccessibilityLabel() string { return o.title }

// AccessibilityRole is part of Fyne's interface.
func (o *offer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
