package editor

import (
	"time"

	"throughline/canvas/input"
)

// A wheel turns a slide by a notch, and no more often than a hand would; a
// touchpad sends the same in many small pieces.
const (
	wheelTurn = 20 // pixels
	wheelRest = 250 * time.Millisecond
)

// wheel turns slides with a wheel or a touchpad.
func (p *Presentation) wheel(ev input.Event) {
	w := &p.wheeled
	if ev.Now.Sub(w.last) > wheelRest {
		w.by, w.turned = 0, false
	}
	if w.last = ev.Now; w.turned && ev.Now.Sub(w.at) < 2*wheelRest {
		return
	}
	if w.by += ev.Delta.Y; w.by < wheelTurn && w.by > -wheelTurn {
		return
	}
	way := 1
	if w.by < 0 {
		way = -1
	}
	w.by, w.turned, w.at = 0, true, ev.Now
	p.Go(p.beside(way))
}

// wheeled is how far a wheel was turned, and when.
type wheeled struct {
	by       float64
	turned   bool
	last, at time.Time
}
