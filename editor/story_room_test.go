package editor_test

import (
	"strings"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/editor"
)

// room is a story that goes on in front of people.
type room struct {
	*story
	p *editor.Presentation
	a *editor.Screen
}

// Present begins to present on a screen of 1600 × 900.
func (s *story) Present(k slide.Kind) *room {
	s.t.Helper()
	s.step("Present(%v)", k)
	o := options(s.t)
	r := &room{story: s, p: s.e.Present(editor.PresentOptions{Layout: o, Kind: k, Now: s.now, Planned: 20 * time.Minute})}
	r.a = r.p.Audience()
	r.a.Resize(geom.Pt(1600, 900))
	return r
}

// Keys presses keys one after the other and waits until what glides is there.
func (r *room) Keys(keys ...input.Key) *room {
	r.t.Helper()
	for _, k := range keys {
		r.step("Key(%s)", k)
		r.send(input.Event{Kind: input.KeyDown, Key: k})
		r.Wait(700 * time.Millisecond)
	}
	r.check()
	return r
}

// Write types text.
func (r *room) Write(s string) *room {
	r.t.Helper()
	r.step("Write(%q)", s)
	for _, c := range s {
		r.send(input.Event{Kind: input.Text, Text: string(c)})
	}
	return r
}

// caret is where a screen shows the caret, which blinks.
func (r *room) caret(a *editor.Screen) geom.Rect {
	for range 100 {
		f := a.Frame()
		if n := len(f.Marks); n > 0 && f.Marks[n-1].Fill == r.p.Theme().Acc {
			return f.Marks[n-1].Rect
		}
		r.Wait(16 * time.Millisecond)
	}
	r.fail("there is no caret")
	return geom.Rect{}
}

func (r *room) send(ev input.Event) {
	r.now = r.now.Add(4 * time.Millisecond)
	ev.Now, ev.Mods = r.now, ev.Mods|r.mods
	r.a.Event(ev)
}

// Wait lets time pass.
func (r *room) Wait(d time.Duration) *room {
	for end := r.now.Add(d); r.now.Before(end) && r.a.Frame().Busy; {
		r.now = r.now.Add(16 * time.Millisecond)
		r.a.Event(input.Event{Kind: input.Tick, Now: r.now})
	}
	return r
}

// Sees expects a slide of a title and a number.
func (r *room) Sees(title, count string) *room {
	r.t.Helper()
	if s := r.p.Slide(); s.Title != title || s.Count != count {
		r.fail("the room sees “%s”, %s; want “%s”, %s", s.Title, s.Count, title, count)
	}
	return r
}

// says reports whether something drawn says these words on one line.
func says(sc *scene.Scene, words string) bool {
	var b strings.Builder
	sc.Dump(&b)
	return strings.Contains(b.String(), words)
}

// slidePane is the pane with all of the slide.
func (r *room) slidePane() input.Pane {
	f := r.a.Frame()
	return f.Panes[len(f.Panes)-1]
}

// on is where something of the slide is on the screen.
func (r *room) on(at geom.Point) geom.Point {
	p := r.slidePane()
	return at.Sub(p.At).Mul(p.Zoom).Add(p.Rect.Min)
}

// ClickOn presses where a card stands on the slide.
func (r *room) ClickOn(card string, clicks int) *room {
	r.t.Helper()
	r.step("ClickOn(%s)", card)
	sc := r.slidePane().Scene
	for _, b := range sc.Blocks {
		for _, it := range b.Items {
			if it.Owner == card {
				at := r.on(it.Box.Center().Add(it.At).Add(b.At))
				for n := 1; n <= clicks; n++ {
					r.send(input.Event{Kind: input.Press, At: at, Button: input.Left, Clicks: n})
					r.send(input.Event{Kind: input.Release, At: at, Button: input.Left})
				}
				r.Wait(700 * time.Millisecond)
				r.check()
				return r
			}
		}
	}
	r.fail("%s is not on the slide", card)
	return r
}
