package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/scene"
)

// All of the editor works on a map as if it read from the left: x grows as one
// reads on, lanes have their names at the left. What a map that reads from the
// right looks like, and where in it the pointer is, is here alone: events are
// mirrored as they come in, frames as they go out.

// heard is an event as a map that reads from the left would hear it. Keys stay:
// letters and lines are not mirrored.
func (e *Editor) heard(ev *input.Event) {
	if e.view.sheet.Mirrored {
		ev.At = ev.At.Mirrored(e.view.size.X)
		ev.Delta.X = 0 - ev.Delta.X
	}
}

// way is where a heading on the screen leads on the sheet.
func (e *Editor) way(w heading) heading {
	if e.view.sheet.Mirrored {
		w.x = -w.x
	}
	return w
}

// asSeen is a chord with Left and Right as they are on the screen.
func asSeen(mirrored bool, k input.Chord) input.Chord {
	switch {
	case !mirrored:
	case k.Key == input.KeyLeft:
		k.Key = input.KeyRight
	case k.Key == input.KeyRight:
		k.Key = input.KeyLeft
	}
	return k
}

// shown makes a frame what a person sees.
func (e *Editor) shown(f *input.Frame) {
	v, s := &e.view, e.view.sheet
	if !s.Mirrored {
		return
	}
	wide := v.size.X
	for i := range f.Panes {
		p := &f.Panes[i]
		axis := p.Scene.Size.X
		switch p.Scene {
		case &s.Body:
			p.Scene, axis = s.Seen.Body, s.Seen.Axis
		case &s.Band:
			p.Scene, axis = s.Seen.Band, s.Seen.Axis
		case &s.Headers:
			p.Scene, axis = s.Seen.Headers, s.HeaderWidth
		case &s.Corner:
			p.Scene, axis = s.Seen.Corner, s.HeaderWidth
		default: // the name that slides along
			if len(p.Scene.Blocks) > 0 {
				p.Scene = e.images.of(p.Scene)
			}
		}
		p.At.X = axis - p.At.X - p.Rect.W()/p.Zoom
		p.Rect = p.Rect.Mirrored(wide)
	}
	for i := range f.Marks {
		m := &f.Marks[i]
		m.Rect, m.Clip = m.Rect.Mirrored(wide), m.Clip.Mirrored(wide)
		m.From, m.To = m.From.Mirrored(wide), m.To.Mirrored(wide)
	}
	for i := range f.Drawn {
		d := &f.Drawn[i]
		d.Key += " mirrored"
		d.Clip = d.Clip.Mirrored(wide)
		d.At.X = wide - d.At.X - d.Scene.Size.X*d.Zoom
		d.Scene = e.images.of(d.Scene)
	}
	if f.Hint != nil {
		h := *f.Hint
		h.At, h.Ends = h.At.Mirrored(wide), true
		f.Hint = &h
	}
}

// images is the mirror images of the small scenes that the last frames had, so
// that what stays the same is painted once.
type images struct{ was, is map[*scene.Scene]*scene.Scene }

func (m *images) of(s *scene.Scene) *scene.Scene {
	if m.is[s] == nil {
		if len(m.is) >= mostImages || m.is == nil {
			m.was, m.is = m.is, map[*scene.Scene]*scene.Scene{}
		}
		image := m.was[s]
		if image == nil {
			made := (&scene.Mirror{}).Scene(s, s.Size.X)
			image = &made
		}
		m.is[s] = image
	}
	return m.is[s]
}

// mostImages is how many of them are kept; a frame has a few dozen.
const mostImages = 64

// seenAt is a point of the view as it is shown, and the other way round.
func (e *Editor) seenAt(p geom.Point) geom.Point {
	if e.view.sheet.Mirrored {
		return p.Mirrored(e.view.size.X)
	}
	return p
}
