package window

import (
	"fyne.io/fyne/v2"

	mapview "throughline/canvas"
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/editor"
)

// besides is what a view shows beside the slide. A press there leaves the keyboard,
// and what a remote control sends, with the slide.
type besides struct {
	mapview.Model
	r *showing
}

// Event is part of a view's model.
func (b besides) Event(ev input.Event) {
	switch ev.Kind {
	case input.KeyDown:
		b.r.p.Audience().Event(ev)
		return
	case input.Press, input.Release:
		go fyne.Do(b.r.regain) // Fyne takes the focus away as soon as this is done
	}
	b.Model.Event(ev)
}

// notesModel is the notes of the slide that is shown, as a view shows them: as
// large as the speaker wants, and scrolled by the wheel.
type notesModel struct {
	p      *editor.Presentation
	colors *layout.Theme
	ground scene.Color
	size   geom.Point
	letter float64 // size of a letter, pixels
	down   float64 // scrolled by
	made   *scene.Scene
	of     notesKey
}

type notesKey struct {
	says   string
	width  float64
	letter float64
}

const leastNotes, mostNotes = 14, 48

// notesBar is the room for the bar that says how much there is beside.
const notesBar = 12

// larger makes the letters larger or smaller.
func (m *notesModel) larger(by float64) {
	m.letter = min(mostNotes, max(leastNotes, m.letter+by))
}

// Frame is part of a view's model.
func (m *notesModel) Frame() input.Frame {
	k := notesKey{m.p.Deck().Notes(m.p.At()), m.size.X, m.letter}
	if m.made == nil || m.of != k {
		m.made, m.of, m.down = m.p.Deck().NotesOf(m.p.At(), max(1, m.size.X-notesBar), m.letter, m.colors.Ink, m.ground), k, 0
	}
	m.down = min(max(0, m.down), max(0, m.made.Size.Y-m.size.Y))
	f := input.Frame{Panes: []input.Pane{{Scene: m.made, Rect: geom.Rect{Max: m.size}, At: geom.Pt(0, m.down), Zoom: 1}}}
	if all := m.made.Size.Y; all > m.size.Y { // there is more
		const wide = 4
		r := geom.Box(m.size.X-wide, m.size.Y*m.down/all, wide, m.size.Y*m.size.Y/all)
		f.Marks = []input.Mark{{Rect: r, Clip: geom.Rect{Max: m.size}, Fill: m.colors.Hair2, Radius: wide / 2}}
	}
	return f
}

// Event is part of a view's model.
func (m *notesModel) Event(ev input.Event) {
	if ev.Kind == input.Scroll {
		m.down += ev.Delta.Y
	}
}

// Resize is part of a view's model.
func (m *notesModel) Resize(size geom.Point) { m.size = size }

// Typing is part of a view's model.
func (m *notesModel) Typing() bool { return false }

// TakesText is part of a view's model.
func (m *notesModel) TakesText(input.Chord) bool { return false }
