package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	flayout "fyne.io/fyne/v2/layout"

	mapview "throughline/canvas"
	"throughline/canvas/layout"
	slides "throughline/canvas/layout/slide"
)

// aids is what a speaker with one display sees over the slide: notes and clock.
type aids struct {
	box   fyne.CanvasObject
	says  *notesModel
	notes *mapview.View
	clock clockRow
	next  *canvas.Text
}

// showAids shows the aids when they are wanted, and keeps them up to date.
func (r *showing) showAids() {
	want := r.p.Aids() && r.speaker == nil
	switch {
	case !want && r.aids != nil:
		for i, o := range r.over.Objects {
			if o == r.aids.box {
				r.over.Objects = append(r.over.Objects[:i:i], r.over.Objects[i+1:]...)
				break
			}
		}
		r.aids.notes.Close()
		r.aids = nil
		r.over.Refresh()
		r.audience.Canvas().Focus(r.view)
	case want && r.aids == nil:
		r.aids = r.newAids()
		r.over.Objects = append([]fyne.CanvasObject{r.aids.box}, r.over.Objects...)
		r.over.Refresh()
	}
	if a := r.aids; a != nil {
		a.clock.refresh(r)
		put(a.next, shortened(a.next, r.comesNext(), a.notes.Size().Width), layout.Dark.Ink2)
		a.notes.Update()
	}
}

func (r *showing) newAids() *aids {
	th := &layout.Dark
	a := &aids{says: &notesModel{p: r.p, colors: th, ground: th.Panel, letter: 19}, next: label(13, true, th.Ink2)}
	a.notes = mapview.NewView(besides{a.says, r}, r.w.settingOf(r.audience))
	c, all := r.newClock()
	a.clock = c
	middle := func(all ...fyne.CanvasObject) fyne.CanvasObject {
		var bar []fyne.CanvasObject
		for _, o := range all {
			bar = append(bar, container.NewCenter(o))
		}
		return container.New(flayout.NewCustomPaddedHBoxLayout(10), bar...)
	}
	ground := canvas.NewRectangle(rgb(th.Panel, 255))
	ground.CornerRadius = 12
	ground.StrokeColor, ground.StrokeWidth = rgb(th.Hair2, 255), 1
	top := container.NewBorder(nil, nil, middle(all[:2]...), middle(all[2:]...))
	a.box = container.New(corner{}, container.NewStack(ground, container.New(inset{20, 16}, container.NewBorder(top, a.next, nil, nil, container.New(inset{0, 8}, a.notes)))))
	return a
}

// footShare is how much of a slide's height its foot takes, which stays in sight.
const footShare = 48.0 / slides.Height

// corner is a layout: one object at the lower end of the right edge, above the
// foot of the slide.
type corner struct{}

func (corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (corner) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		m := fyne.NewSize(max(x.MinSize().Width, 520), min(320, size.Height-48-size.Height*footShare))
		x.Resize(m)
		x.Move(fyne.NewPos(size.Width-m.Width-24, size.Height-m.Height-size.Height*footShare))
	}
}
