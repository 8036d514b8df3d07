package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Displays is what a presentation knows of the computer's screens.
type Displays interface {
	// Second reports whether there is more than one.
	Second() bool
	// Show fills a screen with a window: the second one, or the one there is.
	Show(win fyne.Window, second bool)
}

// displays is those of the computer, or what a test has in their place.
func (w *Window) displays() Displays {
	if w.Displays != nil {
		return w.Displays
	}
	return screens{w.app.Driver()}
}

// screens is the computer's own.
type screens struct{ driver fyne.Driver }

func (s screens) Second() bool {
	d, ok := s.driver.(desktop.Driver)
	return ok && d.HasSecondaryDisplay()
}

func (s screens) Show(win fyne.Window, second bool) {
	if x, ok := win.(desktop.Window); ok && second {
		x.RequestFullScreenSecondary()
	} else {
		win.SetFullScreen(true)
	}
	win.Show()
}
