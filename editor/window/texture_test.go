package window

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// The map's view resizes a tile by a detached copy of its object, so that Fyne
// stretches the texture it has instead of uploading the pixels again. Whether
// Fyne still does so, only a real window tells: pixels that have changed since
// must not be seen until they are asked for.
func TestFyneKeepsTheTextureOfAResizedCopy(t *testing.T) {
	needWindow(t)
	pixels := image.NewRGBA(image.Rect(0, 0, 100, 100))
	paint := func(c color.Color) { draw.Draw(pixels, pixels.Rect, image.NewUniform(c), image.Point{}, draw.Src) }
	red, blue := color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 0, 255, 255}
	paint(red)
	o := canvas.NewImageFromImage(pixels)
	o.ScaleMode = canvas.ImageScaleFastest
	var win fyne.Window
	do(func() {
		o.Refresh()
		o.Resize(fyne.NewSize(100, 100))
		win = theApp.NewWindow("texture")
		win.SetPadded(false)
		win.SetContent(container.NewWithoutLayout(o))
		win.Resize(fyne.NewSize(400, 300))
		win.Show()
	})
	t.Cleanup(func() { do(win.Close) })
	sees := func(what string, x, y int, c color.Color) {
		t.Helper()
		eventually(t, what, func() bool {
			im, err := theDesk.look()
			must(t, err)
			return like(im.At(x, y), c)
		})
	}
	sees("the image", 50, 50, red)
	do(func() {
		paint(blue)
		c := *o
		c.Resize(fyne.NewSize(200, 150))
		*o = c
		o.Move(fyne.NewPos(10, 0))
	})
	sees("the texture, stretched", 150, 120, red)
	do(o.Refresh)
	sees("the new pixels", 150, 120, blue)
}
