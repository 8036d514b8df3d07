package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

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
	sc := o.Line(s, lineStyle(size, bold), c)
	to.Image = w.Renderer.Image(sc, float64(w.win.Canvas().Scale()), 1)
	to.FillMode, to.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	is := fyne.NewSize(float32(sc.Size.X), float32(sc.Size.Y))
	to.Resize(is)
	to.Refresh()
	return is
}
