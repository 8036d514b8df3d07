package window

import (
	"fmt"
	"image/color"
	"sort"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
)

// plate is a button of the speaker's window, which is dark whatever the theme.
type plate struct {
	widget.BaseWidget
	w           *Window
	icon, label string
	number      string // in a square before the label
	hue         *layout.Hue
	fill        bool // in the accent colour
	on, quiet   bool // chosen; without an edge
	run         func()
	hover       bool
	ground      *canvas.Rectangle
	tile        *canvas.Rectangle
	text, digit *canvas.Text
	image       *canvas.Image
	size        fyne.Size // at least
}

// named is how wide a numbered button is at least that has room for its name.
const named = 116

func (w *Window) newPlate(icon, label string, run func()) *plate {
	p := &plate{w: w, icon: icon, label: label, run: run, size: fyne.NewSize(32, 32)}
	p.ground, p.tile = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	p.text, p.digit = canvas.NewText("", color.White), canvas.NewText("", color.White)
	p.image = canvas.NewImageFromResource(nil)
	p.image.FillMode = canvas.ImageFillContain
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is part of Fyne's widget interface.
func (p *plate) CreateRenderer() fyne.WidgetRenderer {
	r := &plateRenderer{p}
	r.Refresh()
	return r
}

type plateRenderer struct{ p *plate }

func (r *plateRenderer) inner() float32 {
	p, w := r.p, float32(0)
	if p.icon != "" {
		w += 16
	}
	if p.number != "" {
		w += 20
	}
	if p.label != "" {
		if w > 0 {
			w += 8
		}
		w += p.text.MinSize().Width
	}
	return w
}

func (r *plateRenderer) MinSize() fyne.Size {
	pad := float32(24)
	if r.p.label == "" {
		pad = 12
	}
	return fyne.NewSize(max(r.p.size.Width, r.inner()+pad), r.p.size.Height)
}

func (r *plateRenderer) Layout(size fyne.Size) {
	p := r.p
	p.ground.Resize(size)
	x := (size.Width - r.inner()) / 2
	if p.number != "" {
		if x = 12; size.Width < named {
			x = (size.Width - 20) / 2
		}
		p.tile.Resize(fyne.NewSize(20, 20))
		p.tile.Move(fyne.NewPos(x, (size.Height-20)/2))
		m := p.digit.MinSize()
		p.digit.Move(fyne.NewPos(x+(20-m.Width)/2, (size.Height-m.Height)/2))
		x += 30
	}
	if p.icon != "" {
		p.image.Resize(fyne.NewSize(16, 16))
		p.image.Move(fyne.NewPos(x, (size.Height-16)/2))
		x += 24
	}
	p.text.Text = p.label
	if p.number != "" && size.Width < named {
		p.text.Text = ""
		return
	}
	if p.number != "" {
		p.text.Text = shortened(p.text, p.label, size.Width-4-x)
	}
	p.text.Move(fyne.NewPos(x, (size.Height-p.text.MinSize().Height)/2))
}

func (r *plateRenderer) Refresh() {
	p, th := r.p, &layout.Dark
	ink, fill, edge := th.Ink, rgb(th.Panel, 255), rgb(th.Hair2, 255)
	if p.quiet {
		ink, edge = th.Ink2, color.Transparent
		fill = color.Transparent
	}
	switch {
	case p.hue != nil && p.on:
		ink, fill, edge = p.hue.Text, rgb(p.hue.Tint, 255), rgb(p.hue.Solid, 255)
	case p.hue != nil:
		ink, fill, edge = th.Ink2, rgb(th.Panel, 255), color.Transparent
	case p.fill:
		ink, fill, edge = th.OnAcc, rgb(th.Acc, 255), color.Transparent
	case p.on:
		ink, fill = th.Ink, rgb(th.Hair2, 255)
	}
	if p.hover {
		ink = th.Ink
		if p.fill {
			ink = th.OnAcc
		}
	}
	p.ground.FillColor, p.ground.StrokeColor, p.ground.StrokeWidth, p.ground.CornerRadius = fill, edge, 1, 8
	if p.hue != nil && p.on {
		p.ground.StrokeWidth = 1.5
	}
	p.text.Text, p.text.Color, p.text.TextSize = p.label, rgb(ink, 255), 13
	p.text.TextStyle.Bold = p.hue == nil
	if p.number != "" {
		p.tile.CornerRadius, p.digit.Text, p.digit.TextSize = 6, p.number, 12
		p.digit.TextStyle.Bold = true
		p.tile.FillColor, p.digit.Color = rgb(p.hue.Tint, 255), rgb(p.hue.Text, 255)
		if p.on {
			p.tile.FillColor, p.digit.Color = rgb(p.hue.Solid, 255), rgb(th.On, 255)
		}
	}
	if p.icon != "" {
		p.image.Resource = p.w.icon(p.icon, ink, 255)
	}
	r.Layout(p.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *plateRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.p.ground}
	if r.p.number != "" {
		out = append(out, r.p.tile, r.p.digit)
	}
	if r.p.icon != "" {
		out = append(out, r.p.image)
	}
	return append(out, r.p.text)
}
func (r *plateRenderer) Destroy() {}

// set changes what the button shows; nothing is drawn when nothing changed.
func (p *plate) set(icon, label string, on bool) {
	if p.icon != icon || p.label != label || p.on != on {
		p.icon, p.label, p.on = icon, label, on
		p.Refresh()
	}
}

// Tapped is part of Fyne's interface.
func (p *plate) Tapped(*fyne.PointEvent) {
	p.run()
	if p.w.room != nil {
		p.w.room.regain()
	}
}

// MouseIn is part of Fyne's desktop interface.
func (p *plate) MouseIn(*desktop.MouseEvent) { p.hover = true; p.Refresh() }

// MouseMoved is part of Fyne's desktop interface.
func (p *plate) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of Fyne's desktop interface.
func (p *plate) MouseOut() { p.hover = false; p.Refresh() }

// label is a line of text in a colour of the dark theme.
func label(size float32, bold bool, c scene.Color) *canvas.Text {
	t := canvas.NewText("", rgb(c, 255))
	t.TextSize, t.TextStyle.Bold = size, bold
	return t
}

// put changes a line of text; nothing is drawn when nothing changed.
func put(t *canvas.Text, s string, c scene.Color) {
	if t.Text != s || t.Color != rgb(c, 255) {
		t.Text, t.Color = s, rgb(c, 255)
		t.Refresh()
	}
}

// shortened is as much of some words as a line has room for.
func shortened(t *canvas.Text, s string, width float32) string {
	fits := func(s string) bool { return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width <= width }
	r := []rune(s)
	if r = r[:min(len(r), 300)]; width <= 0 || len(r) == len([]rune(s)) && fits(s) {
		return s
	}
	return string(r[:sort.Search(len(r), func(n int) bool { return !fits(string(r[:n+1]) + "…") })]) + "…"
}

// clockText is a time as 12:34, or 1:02:03 from an hour on.
func clockText(d time.Duration) string {
	s := int(d / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
