package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// foreign reports whether a line has letters that the program's own family
// lacks. Fyne draws those only where the system has a font for them, and in the
// order in which they were typed; the map's own drawing knows all scripts.
func (w *Window) foreign(s string) bool {
	own := w.Fonts.Faces()[text.Regular]
	for _, r := range s {
		if r > 0x7F && !own.Has(r) {
			return true
		}
	}
	return false
}

// lineStyle is the letters of a line beside the map.
func lineStyle(size float32, bold bool) text.Style {
	st := text.Style{Size: float64(size), Line: float64(size) * 1.3}
	if bold {
		st.Weight = text.SemiBold
	}
	return st
}

// lineWidth is how wide a line is, as the map draws it.
func (w *Window) lineWidth(s string, size float32, bold bool) float32 {
	return float32(w.Fonts.Set(s, lineStyle(size, bold), 1e5, text.Greedy).Width)
}

// drawLine puts a line into a picture, as the map draws it, cut off where it is
// wider than most, and returns its size.
func (w *Window) drawLine(to *canvas.Image, s string, size, most float32, bold bool, c scene.Color) fyne.Size {
	s = shorten(s, most, func(s string) float32 { return w.lineWidth(s, size, bold) })
	o := layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: w.look.colors}
	return w.put(to, o.Line(s, lineStyle(size, bold), c))
}

// drawPassage puts a text into a picture, as the map draws it: in lines or in one,
// and what has no room cut off. A height of 0 is as high as it takes.
func (w *Window) drawPassage(to *canvas.Image, s string, lines, bold bool, room fyne.Size, c scene.Color) fyne.Size {
	o := layout.Options{Fonts: w.Fonts, Icons: w.Icons, Theme: w.look.colors}
	return w.put(to, o.Passage(s, lineStyle(theme.TextSize(), bold), lines, float64(room.Width), float64(room.Height), c))
}

// passageHeight is how high a text is in lines of a width, as the map draws it.
func (w *Window) passageHeight(s string, width float32, bold bool) float32 {
	return float32(w.Fonts.Set(s, lineStyle(theme.TextSize(), bold), float64(width), text.Greedy).Height)
}

// put has a picture show a scene.
func (w *Window) put(to *canvas.Image, sc *scene.Scene) fyne.Size {
	to.Image = w.Renderer.Image(sc, float64(w.win.Canvas().Scale()), 1)
	to.FillMode, to.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	is := fyne.NewSize(float32(sc.Size.X), float32(sc.Size.Y))
	to.Resize(is)
	to.Refresh()
	return is
}

// passage is a text that is read and not typed, in lines of a width.
func (w *Window) passage(s string, width float32) fyne.CanvasObject {
	if !w.foreign(s) {
		return wrapped(s)
	}
	im := &canvas.Image{}
	im.SetMinSize(w.drawPassage(im, s, true, false, fyne.NewSize(width-2*theme.InnerPadding(), 0), w.look.colors.Ink))
	return container.New(inset{theme.InnerPadding(), theme.InnerPadding()}, im)
}

// titleLine is a line in bold letters.
func (w *Window) titleLine(s string, size, most float32) fyne.CanvasObject {
	if !w.foreign(s) {
		t := canvas.NewText(s, rgb(w.look.colors.Ink, 255))
		t.TextSize, t.TextStyle.Bold = size, true
		return t
	}
	im := &canvas.Image{}
	im.SetMinSize(w.drawLine(im, s, size, most, true, w.look.colors.Ink))
	return container.NewHBox(im)
}

// drawnAtRest is an entry's drawing, in which the map's fonts draw what it says
// as long as nobody types in it: Fyne knows neither all scripts nor lines that
// read from right to left.
type drawnAtRest struct {
	fyne.WidgetRenderer
	w     *Window
	entry *widget.Entry
	rests func() bool

	ground *canvas.Rectangle // over what Fyne draws
	words  *canvas.Image
	last   restingText
}

// restingText is all that the picture of a text depends on.
type restingText struct {
	text  string
	size  fyne.Size
	ink   scene.Color
	scale float32
}

func (w *Window) drawnAtRest(r fyne.WidgetRenderer, e *widget.Entry, rests func() bool) *drawnAtRest {
	d := &drawnAtRest{WidgetRenderer: r, w: w, entry: e, rests: rests, ground: canvas.NewRectangle(color.Transparent), words: &canvas.Image{}}
	d.paint()
	return d
}

// Objects is part of Fyne's interface.
func (d *drawnAtRest) Objects() []fyne.CanvasObject {
	return append(slices.Clone(d.WidgetRenderer.Objects()), d.ground, d.words)
}

// Layout is part of Fyne's interface.
func (d *drawnAtRest) Layout(size fyne.Size) {
	d.WidgetRenderer.Layout(size)
	d.paint()
}

// Refresh is part of Fyne's interface.
func (d *drawnAtRest) Refresh() {
	d.WidgetRenderer.Refresh()
	d.paint()
}

func (d *drawnAtRest) paint() {
	th, size := d.w.look.colors, d.entry.Size()
	hide := !d.rests() || size.Width < 20 || !d.w.foreign(d.entry.Text)
	if d.ground.Hidden, d.words.Hidden = hide, hide; hide {
		return
	}
	const edge = 2
	d.ground.FillColor = rgb(th.Field, 255)
	d.ground.Move(fyne.NewPos(edge, edge))
	d.ground.Resize(size.SubtractWidthHeight(2*edge, 2*edge))
	pad := theme.InnerPadding()
	now := restingText{d.entry.Text, size.SubtractWidthHeight(2*pad, pad+edge), th.Ink, d.w.win.Canvas().Scale()}
	if now == d.last {
		return
	}
	d.last = now
	d.w.drawPassage(d.words, now.text, d.entry.MultiLine, d.entry.TextStyle.Bold, now.size, now.ink)
	d.words.Move(fyne.NewPos(pad, pad))
}
