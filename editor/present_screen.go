package editor

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
)

// Screen is a place where a presentation is seen: the audience's, or a small one
// beside the speaker's notes. It is what a view asks and tells.
type Screen struct {
	p    *Presentation
	next bool // it shows what comes next
	lead bool // it is the audience's: slides are as wide as it is
	size geom.Point
}

// Audience is the audience's screen.
func (p *Presentation) Audience() *Screen {
	if p.lead == nil {
		p.lead = &Screen{p: p, lead: true}
	}
	return p.lead
}

// Mirror is a screen that shows what the audience sees.
func (p *Presentation) Mirror() *Screen { return &Screen{p: p} }

// Ahead is a screen that shows the next slide.
func (p *Presentation) Ahead() *Screen { return &Screen{p: p, next: true} }

// Resize says how large the screen is, in device-independent pixels.
func (s *Screen) Resize(size geom.Point) {
	s.size = size
	if s.lead && size.Y > 0 {
		s.p.widen(size.X / size.Y * slide.Height)
	}
}

// Typing reports whether letters go into a text of the slide; else they are keys
// of the presentation.
func (s *Screen) Typing() bool { return s.p.typing != nil && !s.next }

// TakesText reports the same of a letter.
func (s *Screen) TakesText(input.Chord) bool { return s.Typing() }

// Event hands an event to the presentation; the pointer's place is that on the
// slide.
func (s *Screen) Event(ev input.Event) {
	if s.p.done {
		return
	}
	ev.At = s.toSlide(ev.At)
	if s.next {
		if ev.Kind == input.Press {
			s.p.Go(s.p.Next())
		}
		return
	}
	s.p.event(ev)
}

// fit is how large a unit of a slide is, and where the slide's top left is.
func (s *Screen) fit() (k float64, at geom.Point) {
	w := s.p.deck.Width
	k = min(s.size.X/w, s.size.Y/slide.Height)
	return k, geom.Pt((s.size.X-w*k)/2, (s.size.Y-slide.Height*k)/2)
}

func (s *Screen) toSlide(p geom.Point) geom.Point {
	k, at := s.fit()
	if k <= 0 {
		return p
	}
	k, at = s.p.seen(k, at, s.size)
	return p.Sub(at).Mul(1 / k)
}

// Frame is what the screen shows now.
func (s *Screen) Frame() input.Frame {
	p := s.p
	full := geom.Rect{Max: s.size}
	k, at := s.fit()
	if k <= 0 || p.done {
		return input.Frame{}
	}
	if s.next {
		i := p.Next()
		if i < 0 {
			return input.Frame{Panes: []input.Pane{{Scene: &scene.Scene{}, Rect: full, Zoom: 1}}, Marks: []input.Mark{s.cover(layout.Dark.Panel)}}
		}
		return input.Frame{Panes: []input.Pane{s.pane(i, p.scenes.whole(p.deck, i), k, at)}}
	}
	f := input.Frame{Cursor: p.cursor(), Busy: p.busy()}
	t, gliding := p.glide.share(p.now)
	f.Moving = gliding && t < 1 || p.near.moves(p.now)
	if s.lead {
		f.Panes = s.layers(k, at, t, gliding, &f)
	}
	if !s.lead || !gliding {
		zk, zat := p.seen(k, at, s.size)
		f.Panes = append(f.Panes, s.pane(p.at, p.scenes.whole(p.deck, p.at), zk, zat))
		if p.lensed {
			f.Panes = append(f.Panes, s.lens(zk, zat))
		}
		f.Marks = append(f.Marks, s.edges(zk, zat)...)
		f.Marks = append(f.Marks, s.ring(zk, zat)...)
		f.Marks = append(f.Marks, s.caret(zk, zat)...)
	} else { // it is painted where nobody sees it, and there when the gliding ends
		hidden := s.pane(p.at, p.scenes.whole(p.deck, p.at), k, at)
		hidden.Rect = hidden.Rect.Add(geom.Pt(0, 3*s.size.Y))
		f.Panes = append(f.Panes, hidden)
	}
	f.Marks = append(f.Marks, s.lights(k, at)...)
	if p.Blank() {
		c := scene.RGB(0)
		if p.white {
			c = scene.RGB(0xFFFFFF)
		}
		if !s.lead { // the speaker still sees what is there
			c.A = blankShare
		}
		f.Marks = append(f.Marks, s.cover(c))
	}
	return f
}

// pane is a slide on the screen.
func (s *Screen) pane(i int, sc *scene.Scene, k float64, at geom.Point) input.Pane {
	detail := 1.0
	if m := s.p.deck.Slides[i].Map; m > 0 {
		detail = m * k
	}
	r := geom.Rect{Min: geom.Pt(max(0, math.Round(at.X)), max(0, math.Round(at.Y)))}
	r.Max = geom.Pt(min(s.size.X, at.X+sc.Size.X*k), min(s.size.Y, at.Y+sc.Size.Y*k))
	// What is zoomed into is stretched at once, and sharp when it is there.
	return input.Pane{Scene: sc, Rect: r, At: r.Min.Sub(at).Mul(1 / k), Zoom: k, Detail: detail, AtOnce: s.p.near == nil}
}

// cover is a mark over the whole screen.
func (s *Screen) cover(c scene.Color) input.Mark {
	r := geom.Rect{Max: s.size}
	return input.Mark{Rect: r, Clip: r, Fill: c}
}

// edges fills what the slide leaves of the screen with the slide's ground.
func (s *Screen) edges(k float64, at geom.Point) []input.Mark {
	full := geom.Rect{Max: s.size}
	r := geom.Box(at.X, at.Y, s.p.deck.Width*k, slide.Height*k).Intersect(full)
	var out []input.Mark
	for _, x := range []geom.Rect{
		{Max: geom.Pt(s.size.X, r.Min.Y)}, {Min: geom.Pt(0, r.Max.Y), Max: s.size},
		{Max: geom.Pt(r.Min.X, s.size.Y)}, {Min: geom.Pt(r.Max.X, 0), Max: s.size},
	} {
		if x.W() >= 0.5 && x.H() >= 0.5 {
			out = append(out, input.Mark{Rect: x, Clip: full, Fill: s.p.Theme().Present})
		}
	}
	return out
}

// ring is around the card that has the focus.
func (s *Screen) ring(k float64, at geom.Point) []input.Mark {
	it, place, ok := s.p.card(s.p.focus)
	if !ok {
		return nil
	}
	const reach, width = 6, 3
	r := it.Box.Add(place).Mul(k).Add(at).Grow(reach)
	return []input.Mark{{Rect: r, Clip: geom.Rect{Max: s.size}, Edge: s.p.Theme().Acc, Width: width, Radius: 12*k + reach}}
}

// blankShare is how much the speaker's slide is covered while the room's is.
const blankShare = 190

const (
	lightR    = 9   // of the pointer's light, u
	spotR     = 150 // of the spotlight, u
	spotDark  = 170 // how dark it is beside it, of 255
	spotReach = 4   // how far the dark goes, in screens
)

// Light is the colour of the pointer's light.
var Light = scene.RGB(0xE62814)

// lights is what points at the slide: a light, a spotlight.
func (s *Screen) lights(k float64, at geom.Point) []input.Mark {
	p := s.p
	if p.seenBy(s) {
		k, at = p.seen(k, at, s.size)
	}
	full := geom.Rect{Max: s.size}
	c := p.pointer.Mul(k).Add(at)
	var out []input.Mark
	if p.spot {
		scale, _ := s.fit()
		r, far := spotR*scale, spotReach*max(s.size.X, s.size.Y)
		lit := geom.Box(c.X-r, c.Y-r, 2*r, 2*r)
		if s.larger(k) > 1 {
			lit, r = s.lensAt(c), lensRound*scale
		}
		out = append(out, input.Mark{Rect: lit.Grow(far), Clip: full, Edge: scene.Color{A: spotDark}, Width: far, Radius: r + far})
	}
	if p.pointing {
		scale, _ := s.fit()
		r := max(5, lightR*scale)
		red, around := Light, Light
		around.A = 70
		out = append(out,
			input.Mark{Rect: geom.Box(c.X-2*r, c.Y-2*r, 4*r, 4*r), Clip: full, Fill: around, Radius: 2 * r},
			input.Mark{Rect: geom.Box(c.X-r, c.Y-r, 2*r, 2*r), Clip: full, Fill: red, Edge: scene.Color{R: 255, G: 255, B: 255, A: 230}, Width: max(1, r/5), Radius: r})
	}
	return out
}
