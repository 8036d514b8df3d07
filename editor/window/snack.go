package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/input"
)

// snackStays is how long a snackbar is shown.
const snackStays = 6 * time.Second

// note shows a sentence for a while, with one thing to do about it.
func (w *Window) note(sentence, action string, do func()) {
	th := w.look.colors
	ground := canvas.NewRectangle(rgb(th.Snack, 255))
	ground.CornerRadius = 10
	lines := container.NewVBox()
	for _, l := range wrap(tr(sentence), theme.TextSize(), min(snackWidth, w.snack.Size().Width-2*12-2*14)) {
		lines.Add(canvas.NewText(l, rgb(th.SnackText, 255)))
	}
	row := container.NewHBox(lines)
	if do != nil {
		link := &snackAction{label: canvas.NewText(tr(action), rgb(th.SnackAction, 255)), run: func() { w.hideSnack(); do() }}
		link.label.TextStyle.Bold = true
		link.ExtendBaseWidget(link)
		row.Add(container.New(inset{8, 0}, link))
	}
	w.snack.Objects = []fyne.CanvasObject{container.NewStack(ground, container.New(inset{14, 10}, row))}
	w.snack.Refresh()
	w.snacks++
	w.undoable = 0
	n := w.snacks
	time.AfterFunc(snackStays, func() {
		fyne.Do(func() {
			if n == w.snacks {
				w.hideSnack()
			}
		})
	})
}

// snackWidth is how wide a sentence in a snackbar gets before it is broken.
const snackWidth = 640

// wrap breaks a sentence in letters of a size at its spaces into lines of a width.
func wrap(s string, size, width float32) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		next := strings.TrimSpace(line + " " + word)
		if line != "" && fyne.MeasureText(next, size, fyne.TextStyle{}).Width > width {
			lines, next = append(lines, line), word
		}
		line = next
	}
	return append(lines, line)
}

// afloat is a layout: one object above the status line, in the middle of the
// map's place.
type afloat struct{ w *Window }

func (afloat) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (a afloat) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		o.Resize(m)
		at := (size.Width - m.Width) / 2
		if a.w.start == nil {
			at = a.w.place.Position().X + (a.w.place.Size().Width-m.Width)/2
		}
		o.Move(fyne.NewPos(max(12, min(at, size.Width-12-m.Width)), size.Height-statusHeight-12-m.Height))
	}
}

func (w *Window) hideSnack() {
	w.undoable = 0
	if len(w.snack.Objects) > 0 {
		w.snack.Objects = nil
		w.snack.Refresh()
	}
}

// snackAction is the one thing to do in a snackbar.
type snackAction struct {
	widget.BaseWidget
	label *canvas.Text
	run   func()
}

// CreateRenderer is part of Fyne's widget interface.
func (a *snackAction) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.label) }

// Tapped is part of Fyne's interface.
func (a *snackAction) Tapped(*fyne.PointEvent) { a.run() }

// inset is a layout that leaves room around its one object.
type inset struct{ x, y float32 }

func (i inset) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(m.Width+2*i.x, m.Height+2*i.y)
}

func (i inset) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width-2*i.x, size.Height-2*i.y))
	o[0].Move(fyne.NewPos(i.x, i.y))
}

// plate is a dark line of text, as tooltips and hints are.
func (w *Window) plate(text, more string, bad bool) fyne.CanvasObject {
	th := w.look.colors
	fill, ink := th.Ink, th.Panel
	if bad {
		fill, ink = th.PainBg, th.Pain
	}
	ground := canvas.NewRectangle(rgb(fill, 255))
	ground.CornerRadius = 6
	if bad {
		ground.StrokeColor, ground.StrokeWidth = rgb(th.PainLine, 255), 1
	}
	t := canvas.NewText(tr(text), rgb(ink, 255))
	t.TextSize = 12
	row := container.NewHBox(t)
	if more != "" {
		m := canvas.NewText(tr(more), rgb(ink.Over(fill, 0.72), 255))
		m.TextSize = 12
		row.Add(m)
	}
	return container.NewStack(ground, container.New(inset{8, 4}, row))
}

// hint is the line beside the pointer.
func (w *Window) hint(h input.Hint) fyne.CanvasObject { return w.plate(h.Text, h.More, h.Bad) }

// showTip shows a tooltip below what it is about.
func (w *Window) showTip(t fyne.CanvasObject, tip string) {
	if tip == "" {
		return
	}
	o := w.plate(tip, "", false)
	size := o.MinSize()
	pos := w.app.Driver().AbsolutePositionForObject(t)
	base := w.app.Driver().AbsolutePositionForObject(w.tip)
	x := min(max(4, pos.X+t.Size().Width/2-size.Width/2), w.win.Canvas().Size().Width-size.Width-4)
	y := pos.Y + t.Size().Height + 6
	if y+size.Height > w.win.Canvas().Size().Height {
		y = pos.Y - size.Height - 6
	}
	o.Resize(size)
	o.Move(fyne.NewPos(x, y).Subtract(base))
	w.tip.Objects = []fyne.CanvasObject{o}
	w.tip.Refresh()
}

func (w *Window) hideTip() {
	if len(w.tip.Objects) > 0 {
		w.tip.Objects = nil
		w.tip.Refresh()
	}
}
