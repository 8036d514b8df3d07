package editor_test

import (
	"strings"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/editor"
)

// event sends what the window would. Time goes on a little with each.
func (s *story) event(ev input.Event) {
	s.now = s.now.Add(8 * time.Millisecond)
	ev.Now, ev.Mods = s.now, ev.Mods|s.mods
	s.e.Event(s.asSeen(ev))
}

// Hold keeps modifier keys down for what follows; Hold(0) lets go.
func (s *story) Hold(m input.Mods) *story {
	s.t.Helper()
	s.step("Hold(%d)", m)
	kind := input.KeyDown
	if m == 0 {
		kind = input.KeyUp
	}
	s.mods = m
	s.event(input.Event{Kind: kind})
	s.check()
	return s
}

func (s *story) move(to geom.Point) {
	s.at = to
	s.event(input.Event{Kind: input.Move, At: s.at, Button: s.held})
}

func (s *story) press(b input.Button, clicks int) {
	s.held = b
	s.event(input.Event{Kind: input.Press, At: s.at, Button: b, Clicks: clicks})
}

func (s *story) release() {
	b := s.held
	s.held = input.NoButton
	s.event(input.Event{Kind: input.Release, At: s.at, Button: b})
}

// Click presses and releases the left button somewhere.
func (s *story) Click(where string) *story {
	s.t.Helper()
	s.step("Click(%s)", where)
	s.move(s.see(where))
	s.press(input.Left, 1)
	s.release()
	s.check()
	return s
}

// DoubleClick clicks twice.
func (s *story) DoubleClick(where string) *story {
	s.t.Helper()
	s.step("DoubleClick(%s)", where)
	s.move(s.see(where))
	for clicks := range 2 {
		s.press(input.Left, clicks+1)
		s.release()
	}
	s.check()
	return s
}

// Press holds the left button down somewhere.
func (s *story) Press(where string) *story {
	s.t.Helper()
	s.step("Press(%s)", where)
	s.move(s.see(where))
	s.press(input.Left, 1)
	s.check()
	return s
}

// MoveTo moves the pointer in a few steps, and follows where an open slot has
// moved the place.
func (s *story) MoveTo(where string) *story {
	s.t.Helper()
	s.step("MoveTo(%s)", where)
	from := s.at
	for i := range 4 {
		s.move(from.Add(s.place(where).Sub(from).Mul(float64(i+1) / 4)))
	}
	for range 4 {
		if to := s.place(where); to != s.at {
			s.move(to)
		}
	}
	s.check()
	return s
}

// Release lets the button go.
func (s *story) Release() *story {
	s.t.Helper()
	s.step("Release")
	s.release()
	s.check()
	return s
}

// Drag carries something elsewhere.
func (s *story) Drag(from, to string) *story {
	s.t.Helper()
	return s.Press(from).MoveTo(to).Release()
}

// DragBy carries something some pixels away.
func (s *story) DragBy(from string, x, y float64) *story {
	s.t.Helper()
	return s.Press(from).MoveBy(x, y).Release()
}

// MoveBy moves the pointer by some pixels in a few steps.
func (s *story) MoveBy(x, y float64) *story {
	s.t.Helper()
	s.step("MoveBy(%v, %v)", x, y)
	from := s.at
	for i := range 4 {
		s.move(from.Add(geom.Pt(x, y).Mul(float64(i+1) / 4)))
	}
	s.check()
	return s
}

// HoverOver moves the pointer somewhere with no button held.
func (s *story) HoverOver(where string) *story {
	s.t.Helper()
	s.step("HoverOver(%s)", where)
	s.move(s.see(where))
	s.check()
	return s
}

// Type types characters, one rune at a time as a window gets them.
func (s *story) Type(text string) *story {
	s.t.Helper()
	s.step("Type(%q)", text)
	for _, r := range text {
		s.event(input.Event{Kind: input.Text, Text: string(r)})
	}
	s.check()
	return s
}

// Key presses keys such as "Enter" or "Ctrl+Shift+Z", one after the other.
func (s *story) Key(chords ...string) *story {
	s.t.Helper()
	for _, c := range chords {
		s.step("Key(%s)", c)
		s.event(keyDown(c))
		s.check()
	}
	return s
}

// keyDown is the event of a key such as "Ctrl+Shift+Z".
func keyDown(chord string) input.Event {
	ev := input.Event{Kind: input.KeyDown}
	names := strings.Split(chord, "+")
	for _, n := range names[:len(names)-1] {
		ev.Mods |= map[string]input.Mods{"Shift": input.Shift, "Ctrl": input.Ctrl, "Alt": input.Alt}[n]
	}
	ev.Key = input.Key(names[len(names)-1])
	return ev
}

// KeyUp lets a key go.
func (s *story) KeyUp(key input.Key) *story {
	s.t.Helper()
	s.step("KeyUp(%s)", key)
	s.event(input.Event{Kind: input.KeyUp, Key: key})
	s.check()
	return s
}

// Undo and Redo are the keys.
func (s *story) Undo() *story { s.t.Helper(); return s.Key("Ctrl+Z") }
func (s *story) Redo() *story { s.t.Helper(); return s.Key("Ctrl+Shift+Z") }

// Do runs a command as a menu does, past the tool in hand.
func (s *story) Do(name string) *story {
	s.t.Helper()
	s.step("Do(%s)", name)
	for i := range editor.Commands {
		if c := &editor.Commands[i]; c.Name == name {
			s.e.Do(c)
			s.check()
			return s
		}
	}
	s.fail("there is no command %q", name)
	return s
}

// Wait lets time pass, with the ticks that the editor asks for.
func (s *story) Wait(d time.Duration) *story {
	s.t.Helper()
	s.step("Wait(%v)", d)
	for end := s.now.Add(d); s.now.Before(end); {
		s.now = s.now.Add(25 * time.Millisecond)
		if s.frame().Busy {
			s.event(input.Event{Kind: input.Tick})
		}
	}
	s.check()
	return s
}

// Wheel turns the wheel where the pointer is.
func (s *story) Wheel(x, y float64) *story {
	s.t.Helper()
	s.step("Wheel(%v, %v)", x, y)
	s.event(input.Event{Kind: input.Scroll, At: s.at, Delta: geom.Pt(x, y)})
	s.check()
	return s
}

// Leave takes the window's focus away.
func (s *story) Leave() *story {
	s.t.Helper()
	s.step("Leave")
	s.held = input.NoButton
	s.event(input.Event{Kind: input.Cancel})
	s.check()
	return s
}

// tick is a Tick after a while.
func tick(s *story, after time.Duration) input.Event {
	s.now = s.now.Add(after)
	return input.Event{Kind: input.Tick}
}
