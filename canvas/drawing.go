package canvas

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"throughline/canvas/input"
)

// drawings shows small scenes above a pane, each painted once as long as it is
// shown.
type drawings struct {
	box  *fyne.Container
	last []drawn
}

type drawn struct {
	key   string
	image *canvas.Image
}

// show replaces the drawings and reports whether there are others than before;
// those that only move are moved.
func (d *drawings) show(v *View, now []input.Drawing, scale float64) (changed bool) {
	if len(now) == 0 && len(d.last) == 0 {
		return false
	}
	was := d.last
	d.last = make([]drawn, 0, len(now))
	changed = len(now) != len(was)
	for i := range now {
		k := &now[i]
		at := -1
		for n := range was {
			if was[n].key == k.Key {
				at = n
				break
			}
		}
		changed = changed || at != i
		if at >= 0 {
			d.last = append(d.last, was[at])
		} else {
			im := canvas.NewImageFromImage(v.Renderer.Image(k.Scene, k.Zoom*scale, k.Zoom))
			im.ScaleMode = canvas.ImageScaleFastest
			im.Refresh()
			d.last = append(d.last, drawn{k.Key, im})
		}
		// on whole device pixels, so that it is as sharp as the map
		im := d.last[i].image
		place(im, im.Image.Bounds().Add(image.Pt(device(k.At.X, scale), device(k.At.Y, scale))), scale)
	}
	if changed {
		d.box.Objects = d.box.Objects[:0]
		for _, k := range d.last {
			d.box.Objects = append(d.box.Objects, k.image)
		}
	}
	return changed
}
