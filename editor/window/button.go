package window

import (
	"image/color"
	"math"
	"sort"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tool is a flat button of the toolbar: an icon, a label, or both. Fyne's own
// button is larger and knows no tooltip.
type tool struct {
	widget.BaseWidget
	icon     string // of layout's icons
	label    string
	tip      string
	run      func()
	w        *Window
	primary  bool // filled in the accent colour
	after    bool // the icon stands behind the label
	small    bool // as in the status line
	bold     bool
	edge     bool
	keeps    bool          // run says where the keyboard is after it
	leading  bool          // what it shows begins at its left
	picture  fyne.Resource // in place of the icon, a little larger
	on       bool
	disabled bool
	most     float32 // width, beyond which the label is cut; 0 is no limit
	hover    bool
	pressed  bool
	timer    *time.Timer
	ground   *canvas.Rectangle
	text     *canvas.Text
	image    *canvas.Image
	drawn    *canvas.Image // the label, in letters that Fyne may not have
}

const (
	toolHeight = 32
	toolIcon   = 18
	toolGap    = 6
	toolPad    = 7
	tipAfter   = 600 * time.Millisecond
)

func (w *Window) newTool(icon, label, tip string, run func()) *tool {
	t := &tool{icon: icon, label: tr(label), tip: tr(tip), run: run, w: w}
	t.ground = canvas.NewRectangle(color.Transparent)
	t.ground.CornerRadius = 6
	t.text = canvas.NewText(t.label, color.Black)
	t.image = canvas.NewImageFromResource(nil)
	t.image.FillMode = canvas.ImageFillContain
	t.drawn = canvas.NewImageFromImage(nil)
	t.drawn.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer is part of Fyne's widget interface.
func (t *tool) CreateRenderer() fyne.WidgetRenderer {
	r := &toolRenderer{t}
	r.Refresh()
	return r
}

type toolRenderer struct{ t *tool }

// sizes are the button's height, its icon's and its gap.
func (t *tool) sizes() (height, icon, gap float32) {
	switch {
	case t.picture != nil:
		return toolHeight, 24, toolGap
	case t.small:
		return 24, 16, 6
	case t.after:
		return toolHeight, 14, 4
	}
	return toolHeight, toolIcon, toolGap
}

// inner is the width of icon and label.
func (t *tool) inner() float32 {
	_, icon, gap := t.sizes()
	switch {
	case t.icon == "" && t.picture == nil:
		return t.words().Width
	case t.label == "":
		return icon
	}
	return icon + gap + t.words().Width
}

// words is the size of the label.
func (t *tool) words() fyne.Size {
	if t.drawn.Hidden {
		return t.text.MinSize()
	}
	return t.drawn.Size()
}

func (r *toolRenderer) MinSize() fyne.Size {
	height, _, _ := r.t.sizes()
	pad := float32(toolPad)
	if r.t.edge || r.t.primary {
		pad = 12
	}
	return fyne.NewSize(max(r.t.inner()+2*pad, height), height)
}

func (r *toolRenderer) Layout(size fyne.Size) {
	t := r.t
	t.ground.Resize(size)
	_, icon, gap := t.sizes()
	x := (size.Width - t.inner()) / 2
	if t.leading {
		x = 8
	}
	m := t.words()
	t.text.Resize(t.text.MinSize())
	t.image.Resize(fyne.NewSize(icon, icon))
	ix, tx := x, x
	switch {
	case t.icon != "" && t.after:
		ix = x + m.Width + gap
	case t.icon != "":
		tx = x + icon + gap
	}
	t.image.Move(fyne.NewPos(ix, (size.Height-icon)/2))
	t.text.Move(fyne.NewPos(tx, (size.Height-m.Height)/2))
	t.drawn.Move(t.text.Position())
}

func (r *toolRenderer) Refresh() {
	t, th := r.t, r.t.w.look.colors
	ink, fill, edge := th.Ink2, color.Color(color.Transparent), color.Color(color.Transparent)
	switch {
	case t.small:
		ink = th.Ink3
	case t.label != "":
		ink = th.Ink
	}
	switch {
	case t.small && t.on:
		ink, fill = th.Acc, rgb(th.AccTint, 255)
	case t.primary || t.on:
		ink, fill = th.OnAcc, rgb(th.Acc, 255)
		switch {
		case t.primary && t.disabled:
			ink, fill = th.Ink, rgb(th.Sunk, 255)
		case t.primary && t.pressed:
			fill = rgb(th.Acc.Over(th.Ink, 0.78), 255)
		case t.primary && t.hover:
			fill = rgb(th.Acc.Over(th.Ink, 0.88), 255)
		}
	case t.pressed && !t.disabled:
		fill = rgb(th.Ink, 26)
	case t.hover && !t.disabled:
		fill = rgb(th.Ink, 13)
	case t.edge:
		fill = rgb(th.Panel, 255)
	}
	if t.edge {
		edge = rgb(th.Hair2, 255)
	}
	alpha := uint8(255)
	if t.disabled {
		alpha = 107
	}
	t.ground.FillColor, t.ground.StrokeColor, t.ground.StrokeWidth = fill, edge, 1
	if !t.edge {
		t.ground.StrokeWidth = 0
	}
	t.text.Color, t.text.TextSize = rgb(ink, alpha), 13
	if t.small {
		t.text.TextSize = 12
	}
	t.text.TextStyle.Bold = t.primary || t.edge || t.bold
	t.text.Text = t.shown(t.most)
	if t.drawn.Hidden = !t.w.foreign(t.text.Text); !t.drawn.Hidden {
		t.w.drawLine(t.drawn, t.text.Text, t.text.TextSize, math.MaxFloat32, t.text.TextStyle.Bold, ink)
		t.text.Text = ""
	}
	t.image.Hidden = t.icon == "" && t.picture == nil
	if t.icon != "" {
		t.image.Resource = t.w.icon(t.icon, ink, alpha)
		t.image.Refresh()
	}
	if t.picture != nil {
		t.image.Resource = t.picture
		t.image.Refresh()
	}
	t.ground.Refresh()
	t.text.Refresh()
}

func (r *toolRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.ground, r.t.image, r.t.text, r.t.drawn}
}
func (r *toolRenderer) Destroy() {}

// Tapped is part of Fyne's interface.
func (t *tool) Tapped(*fyne.PointEvent) {
	t.noTip()
	if !t.disabled {
		t.run()
	}
	if !t.keeps {
		t.w.focusMap()
	}
}

// shown is the label as it fits into a button of a width.
func (t *tool) shown(most float32) string {
	if most == 0 {
		return t.label
	}
	return shorten(t.label, most, t.widthOf)
}

// shorten is words as they fit into a width, with a sign for what is left out.
func shorten(words string, most float32, width func(string) float32) string {
	if width(words) <= most {
		return words
	}
	s := []rune(words)
	n := sort.Search(len(s), func(n int) bool { return width(string(s[:n+1])+"…") > most })
	return strings.TrimRight(string(s[:n]), " ") + "…"
}

// widthAt is how wide the button gets with a limit.
func (t *tool) widthAt(most float32) float32 { return t.widthOf(t.shown(most)) }

// widthOf is how wide the button would be with another label.
func (t *tool) widthOf(label string) float32 {
	_, icon, gap := t.sizes()
	w := fyne.MeasureText(label, t.text.TextSize, t.text.TextStyle).Width + 2*toolPad
	if t.w.foreign(label) {
		w = t.w.lineWidth(label, t.text.TextSize, t.text.TextStyle.Bold) + 2*toolPad
	}
	if t.icon != "" {
		w += icon + gap
	}
	return w
}

// cut limits the button's width.
func (t *tool) cut(most float32) {
	if t.most == most {
		return
	}
	was := t.shown(t.most)
	if t.most = most; t.shown(most) != was {
		t.Refresh()
	}
}

// MouseIn is part of Fyne's desktop interface.
func (t *tool) MouseIn(*desktop.MouseEvent) {
	t.hover = true
	t.Refresh()
	t.timer = time.AfterFunc(tipAfter, func() {
		fyne.Do(func() {
			if t.hover {
				t.w.showTip(t, t.tip)
			}
		})
	})
}

// MouseMoved is part of Fyne's desktop interface.
func (t *tool) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (t *tool) MouseOut() {
	t.hover, t.pressed = false, false
	t.noTip()
	t.Refresh()
}

// noTip hides the button's tooltip, also the one that would have come.
func (t *tool) noTip() {
	if t.timer != nil {
		t.timer.Stop()
	}
	t.w.hideTip()
}

// MouseDown is part of Fyne's desktop interface.
func (t *tool) MouseDown(*desktop.MouseEvent) { t.pressed = true; t.Refresh() }

// MouseUp is part of Fyne's desktop interface.
func (t *tool) MouseUp(*desktop.MouseEvent) { t.pressed = false; t.Refresh() }

// set changes what a button shows; nothing is drawn when nothing changed.
func (t *tool) set(label string, on, disabled bool) {
	if t.label == label && t.on == on && t.disabled == disabled {
		return
	}
	t.label, t.on, t.disabled = label, on, disabled
	t.Refresh()
}
