package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	mapview "throughline/canvas"
)

// dialog is a panel above everything else, which takes all clicks until it is
// closed. Fyne's own dialogs do not hear of Esc.
type dialog struct {
	widget.BaseWidget
	w      *Window
	size   fyne.Size // of the panel, as far as there is room; a height of 0 is what it takes
	panel  *fyne.Container
	foot   *fyne.Container // of the buttons
	cancel func()          // when it was closed with Esc; nil is nothing
	open   bool
}

// ask shows a dialog: what it is about above its buttons, the last of which
// stands for yes.
func (w *Window) ask(title string, size fyne.Size, content fyne.CanvasObject, cancel func(), buttons ...*button) *dialog {
	th := w.look.colors
	head := w.titleLine(tr(title), 15, size.Width-32)
	foot := container.NewHBox(layout.NewSpacer())
	for _, b := range buttons {
		foot.Add(w.framed(b))
	}
	ground := canvas.NewRectangle(rgb(th.Panel, 255))
	ground.CornerRadius = 12
	ground.StrokeColor, ground.StrokeWidth = rgb(th.Hair2, 255), 1
	ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 46}, BlurRadius: 32, Offset: fyne.NewPos(0, 12)}
	d := &dialog{w: w, size: size, foot: foot, cancel: cancel, open: true}
	d.panel = container.NewStack(ground, container.New(inset{16, 14}, container.NewBorder(head, foot, nil, nil, container.New(inset{0, 12}, content))))
	d.ExtendBaseWidget(d)
	w.hideTip()
	w.win.Canvas().Overlays().Add(d)
	w.win.Canvas().Unfocus()
	return d
}

// beside puts something at the left of the buttons.
func (d *dialog) beside(o fyne.CanvasObject) {
	d.foot.Objects = append([]fyne.CanvasObject{container.NewCenter(o)}, d.foot.Objects...)
	d.foot.Refresh()
}

// close takes the dialog away and leaves those above it.
func (d *dialog) close() {
	if !d.open {
		return
	}
	d.open = false
	o := d.w.win.Canvas().Overlays()
	all := slices.Clone(o.List())
	i := slices.Index(all, fyne.CanvasObject(d))
	if i < 0 {
		return
	}
	o.Remove(d)
	for _, above := range all[i+1:] {
		o.Add(above)
	}
	d.w.focusMap()
}

// escape closes the dialog on top as its Cancel does.
func (w *Window) escape() {
	if d, ok := w.win.Canvas().Overlays().Top().(*dialog); ok {
		d.close()
		if d.cancel != nil {
			d.cancel()
		}
		return
	}
	w.leaveStart()
}

// CreateRenderer is part of Fyne's widget interface.
func (d *dialog) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(middle{d}, canvas.NewRectangle(color.NRGBA{A: 41}), d.panel))
}

// middle is a layout: a shade over everything else, and a dialog's panel in the
// middle of it.
type middle struct{ *dialog }

// dialogMargin is the least room around a dialog.
const dialogMargin = 16

func (middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (d middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const margin = dialogMargin
	o[0].Resize(size)
	width := min(d.size.Width, size.Width-2*margin)
	height := d.size.Height
	if height == 0 {
		d.panel.Resize(fyne.NewSize(width, d.panel.MinSize().Height)) // words wrap at the width
		height = d.panel.MinSize().Height
	}
	height = min(height, size.Height-2*margin)
	d.panel.Resize(fyne.NewSize(width, height))
	d.panel.Move(fyne.NewPos((size.Width-width)/2, (size.Height-height)/2))
}

// A dialog takes what happens beside its panel, and does nothing about it.
var _ desktop.Hoverable = (*dialog)(nil)

// Tapped is part of Fyne's interface.
func (d *dialog) Tapped(*fyne.PointEvent) {}

// TappedSecondary is part of Fyne's interface.
func (d *dialog) TappedSecondary(*fyne.PointEvent) {}

// Scrolled is part of Fyne's interface.
func (d *dialog) Scrolled(*fyne.ScrollEvent) {}

// MouseIn is part of Fyne's desktop interface.
func (d *dialog) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is part of Fyne's desktop interface.
func (d *dialog) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (d *dialog) MouseOut() {}

// button is a button of a dialog. It hears of Esc.
type button struct {
	widget.Button
	w    *Window
	edge *canvas.Rectangle // of framed
}

func (w *Window) button(label string, primary bool, run func()) *button {
	b := &button{w: w}
	b.Text, b.OnTapped = tr(label), run
	if primary {
		b.Importance = widget.HighImportance
	}
	b.ExtendBaseWidget(b)
	return b
}

// framed is a button with the edge and the size that ours have.
func (w *Window) framed(b *button) fyne.CanvasObject {
	b.edge = box(noColor, noColor, 6, 0)
	b.mark(false)
	return container.New(roomy{}, b, b.edge)
}

// mark draws the button's edge, and a ring where the keyboard is.
func (b *button) mark(focus bool) {
	if b.edge == nil {
		return
	}
	th, ink, width := b.w.look.colors, b.w.look.colors.Hair2, float32(1)
	filled := b.Importance == widget.HighImportance
	switch {
	case focus && filled:
		ink, width = th.Ink, 2
	case focus:
		ink, width = th.Acc, 2
	case filled:
		width = 0
	}
	b.edge.StrokeColor, b.edge.StrokeWidth = rgb(ink, 255), width
	b.edge.FillColor = mapview.Hollow(b.edge.StrokeColor)
	b.edge.Refresh()
}

// FocusGained is part of Fyne's interface.
func (b *button) FocusGained() { b.Button.FocusGained(); b.mark(true) }

// FocusLost is part of Fyne's interface.
func (b *button) FocusLost() { b.Button.FocusLost(); b.mark(false) }

// roomy is a layout: a button and its edge, with more room than Fyne gives it.
type roomy struct{}

func (roomy) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+12, toolHeight)
}

func (roomy) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		x.Resize(size)
	}
}

// TypedKey is part of Fyne's interface.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.w.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(e)
	}
}

// entry is a line of text in a dialog. It hears of Esc.
type entry struct {
	widget.Entry
	w *Window
}

func (w *Window) entry() *entry {
	e := &entry{w: w}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is part of Fyne's interface.
func (e *entry) CreateRenderer() fyne.WidgetRenderer { return e.w.entryLooks(e.Entry.CreateRenderer()) }

// entryLooks is Fyne's drawing of an entry with our ground, and an edge that
// grows when the keyboard is there.
func (w *Window) entryLooks(r fyne.WidgetRenderer) fyne.WidgetRenderer {
	for _, o := range r.Objects() {
		if edge, ok := o.(*canvas.Rectangle); ok && edge.StrokeWidth > 0 {
			l := &entryLook{r, w, edge}
			l.paint()
			return l
		}
	}
	return r
}

type entryLook struct {
	fyne.WidgetRenderer
	w    *Window
	edge *canvas.Rectangle
}

// Refresh is part of Fyne's interface.
func (l *entryLook) Refresh() {
	l.WidgetRenderer.Refresh()
	l.paint()
}

func (l *entryLook) paint() {
	th := l.w.look.colors
	l.edge.FillColor, l.edge.StrokeWidth = rgb(th.Field, 255), 1
	if l.edge.StrokeColor == rgb(th.Acc, 255) {
		l.edge.StrokeWidth = 2
	}
	l.edge.Refresh()
}

// TypedKey is part of Fyne's interface.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.w.escape()
		return
	}
	e.Entry.TypedKey(k)
}

// wrapped is text whose lines break at words.
func wrapped(s string) *widget.Label {
	l := widget.NewLabel(tr(s))
	l.Wrapping = fyne.TextWrapWord
	return l
}
