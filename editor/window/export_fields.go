package window

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// caption is a small line of text.
func (w *Window) caption(s string) *canvas.Text {
	t := canvas.NewText(s, rgb(w.look.colors.Ink3, 255))
	t.TextSize = 12
	return t
}

// heading is what stands above a group of fields.
func (w *Window) heading(s string) fyne.CanvasObject {
	t := canvas.NewText(tr(s), rgb(w.look.colors.Ink3, 255))
	t.TextSize, t.TextStyle.Bold = 12, true
	return container.New(inset{0, 2}, t)
}

// radio is one of several things to choose, with a word on it at the right.
func (w *Window) radio(title string, on bool, detail *canvas.Text, choose func()) fyne.CanvasObject {
	th := w.look.colors
	p := w.newPick(fyne.NewSize(0, 26), "", func(on, lit bool) []fyne.CanvasObject {
		ring := canvas.NewCircle(rgb(th.Panel, 255))
		ring.StrokeColor, ring.StrokeWidth = rgb(th.Hair2, 255), 1.5
		inner := canvas.NewCircle(color.Transparent)
		if on {
			ring.FillColor, ring.StrokeColor = rgb(th.Acc, 255), rgb(th.Acc, 255)
			inner.FillColor = rgb(th.OnAcc, 255)
		}
		if lit {
			ring.StrokeColor = rgb(th.Acc, 255)
		}
		t := canvas.NewText(tr(title), rgb(th.Ink, 255))
		t.TextSize = 13
		mark := container.NewGridWrap(fyne.NewSize(16, 16), container.NewStack(ring, container.New(inset{5, 5}, inner)))
		return []fyne.CanvasObject{container.NewHBox(container.NewCenter(mark), container.New(inset{4, 0}, t), layout.NewSpacer(), container.NewCenter(detail))}
	}, choose)
	p.tip, p.quiet = tr(title), true
	p.set(on)
	return p
}

// tick is something that is in or not.
func (w *Window) tick(title string, on bool, set func(bool)) fyne.CanvasObject {
	return w.tickNamed(tr(title), on, set)
}

// tickNamed is a tick beside a name that people gave, which is not translated.
func (w *Window) tickNamed(title string, on bool, set func(bool)) fyne.CanvasObject {
	th := w.look.colors
	var p *pick
	p = w.newPick(fyne.NewSize(0, 26), "", func(on, lit bool) []fyne.CanvasObject {
		plate := box(rgb(th.Panel, 255), rgb(th.Hair2, 255), 4, 1.5)
		check := fyne.CanvasObject(canvas.NewRectangle(color.Transparent))
		if on {
			plate.FillColor, plate.StrokeColor = rgb(th.Acc, 255), rgb(th.Acc, 255)
			im := canvas.NewImageFromResource(w.icon("check", th.OnAcc, 255))
			im.FillMode = canvas.ImageFillContain
			check = im
		}
		if lit {
			plate.StrokeColor = rgb(th.Acc, 255)
		}
		t := canvas.NewText(title, rgb(th.Ink, 255))
		t.TextSize = 13
		mark := container.NewGridWrap(fyne.NewSize(16, 16), container.NewStack(plate, container.New(inset{2, 2}, check)))
		return []fyne.CanvasObject{container.NewHBox(container.NewCenter(mark), container.New(inset{4, 0}, t))}
	}, func() { p.set(!p.on); set(p.on) })
	p.tip, p.quiet = title, true
	p.set(on)
	return p
}

// selectBox is a choice of one of several. It hears of Esc.
type selectBox struct {
	widget.Select
	w *Window
}

// selectField is a choice with an edge; the texts are as they are shown.
func (w *Window) selectField(texts []string, at int, choose func(int)) fyne.CanvasObject {
	s := &selectBox{w: w}
	s.Options = texts
	s.ExtendBaseWidget(s)
	if at >= 0 && at < len(texts) {
		s.SetSelectedIndex(at)
	}
	s.OnChanged = func(string) { choose(s.SelectedIndex()) }
	return w.edged(s)
}

// TypedKey is part of Fyne's interface.
func (s *selectBox) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.w.escape()
		return
	}
	s.Select.TypedKey(k)
}

// edged is a field with the edge that ours have.
func (w *Window) edged(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(box(rgb(w.look.colors.Field, 255), rgb(w.look.colors.Hair2, 255), 6, 1), container.New(inset{3, 0}, o))
}

// numberField is an entry for a number from least to most, with its unit behind
// it. What is no such number is not taken.
func (w *Window) numberField(v, least, most float64, unit string, set func(float64)) (*entry, fyne.CanvasObject) {
	e := w.entry()
	e.SetText(localNumber(strconv.FormatFloat(v, 'f', -1, 64)))
	e.OnChanged = func(s string) {
		if v, err := numberIn(s); err == nil && v >= least && v <= most {
			set(v)
		}
	}
	return e, container.NewBorder(nil, nil, nil, container.NewCenter(container.New(inset{4, 0}, w.caption(unit))), e)
}

// slide is a slider that hears of Esc.
type slide struct {
	widget.Slider
	w *Window
}

// slider is a slider in the accent colour.
func (w *Window) slider(v, least, most float64, set func(float64)) (*slide, fyne.CanvasObject) {
	s := &slide{w: w}
	s.Min, s.Max, s.Step, s.Value, s.Orientation = least, most, 5, v, widget.Horizontal
	s.ExtendBaseWidget(s)
	s.OnChanged = set
	return s, container.NewThemeOverride(s, accented{w.look})
}

// accented is the look with the accent colour in place of that of words.
type accented struct{ *look }

func (a accented) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameForeground {
		n = theme.ColorNamePrimary
	}
	return a.look.Color(n, v)
}

// TypedKey is part of Fyne's interface.
func (s *slide) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.w.escape()
		return
	}
	s.Slider.TypedKey(k)
}
