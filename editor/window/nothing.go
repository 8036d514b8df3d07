package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// showNothing fills the map's place when there is none: why, and what to do.
func (w *Window) showNothing(why string) {
	said := wrapped(why)
	said.Alignment = fyne.TextAlignCenter
	buttons := container.NewHBox(layout.NewSpacer(), w.framed(w.button("Open", true, w.openDialog)),
		w.framed(w.button("New blank map", false, func() { w.NewFrom(blankTemplate) })),
		w.framed(w.button("The sample", false, func() { w.Start("") })), layout.NewSpacer())
	w.place.Objects = []fyne.CanvasObject{container.New(narrow{}, container.NewVBox(said, buttons))}
	w.place.Refresh()
	w.refresh()
}

// narrow is a layout: one object in the middle, no wider than reads well.
type narrow struct{}

const readable = 480

func (narrow) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (narrow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(readable, size.Width)
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height)) // words wrap at the width
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos((size.Width-width)/2, (size.Height-o[0].Size().Height)/2))
}
