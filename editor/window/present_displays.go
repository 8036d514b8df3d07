package window

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Displays is what a presentation knows of the computer's screens.
type Displays interface {
	// Second reports whether there is more than one.
	Second() bool
	// Fill fills a screen with a window: the second one, or the one there is.
	Fill(win fyne.Window, second bool)
	// Open shows a window of the speaker's on the first screen.
	Open(win fyne.Window)
}

// displays is those of the computer, or what a test has in their place.
func (w *Window) displays() Displays {
	if w.Displays != nil {
		return w.Displays
	}
	return screens{}
}

// screens is the computer's own. Fyne does not say where they are, tells them
// apart by their names, and fills one without going there first, which some
// window managers take for the one where the window is.
type screens struct{}

// places is where the first screen is and where Fyne's second one; they are the
// same where there is one, or where one shows what the other does.
func (screens) places() (first, second image.Point) {
	all := glfw.GetMonitors()
	for i, m := range all {
		at := image.Pt(m.GetPos())
		if i == 0 {
			first, second = at, at
		}
		if at != first {
			return first, at
		}
	}
	return first, second
}

func (s screens) Second() bool {
	first, second := s.places()
	return first != second
}

// alike reports whether all screens have one name, as two of one make have on
// some systems.
func (screens) alike() bool {
	all := glfw.GetMonitors()
	return !slices.ContainsFunc(all, func(m *glfw.Monitor) bool { return m.GetName() != all[0].GetName() })
}

func (s screens) Fill(win fyne.Window, second bool) {
	x, ok := win.(desktop.Window)
	at, other := s.places()
	if ok && second {
		at = other
	}
	if ok {
		x.RequestPosition(at.X, at.Y)
	}
	if ok && second && !s.alike() {
		x.RequestFullScreenSecondary()
	} else {
		win.SetFullScreen(true)
	}
	win.Show()
}

func (s screens) Open(win fyne.Window) {
	if x, ok := win.(desktop.Window); ok {
		first, _ := s.places()
		x.RequestPosition(first.X, first.Y)
	}
	win.Show()
}
