package editor_test

import (
	"os"
	"strings"
	"testing"

	"throughline/canvas/input"
	"throughline/canvas/text"
	"throughline/journey"
)

// Stories tell of a map as its sheet has it: “right” is where reading goes on.
// What goes in and out of the editor is as it is seen; of a map that reads from
// the right that is the mirror image.

// fromRight reports whether the maps of a test read from the right: in the tests
// of TestFromTheRight, and in benchmarks where the environment asks for it.
func fromRight(t testing.TB) bool {
	return strings.HasPrefix(t.Name(), "TestFromTheRight/") || os.Getenv("THROUGHLINE_FROM_RIGHT") != ""
}

// turned is the maps of a test as they are read in it.
func turned(t testing.TB, p *journey.Project) *journey.Project {
	if !fromRight(t) {
		return p
	}
	return readFromRight(p)
}

func readFromRight(p *journey.Project) *journey.Project {
	e := p.Edit(nil)
	for _, m := range p.Maps() {
		m.Direction = journey.FromRight
		e.Put(m)
	}
	return e.Project()
}

// asSeen is an event as the window would send it.
func (s *story) asSeen(ev input.Event) input.Event {
	if !s.e.Sheet().Mirrored {
		return ev
	}
	ev.At = ev.At.Mirrored(storyWide)
	ev.Delta.X = 0 - ev.Delta.X
	if !s.e.Typing() { // letters are not mirrored
		switch ev.Key {
		case input.KeyLeft:
			ev.Key = input.KeyRight
		case input.KeyRight:
			ev.Key = input.KeyLeft
		}
	}
	return ev
}

// frame is what is shown, as if the map read from the left.
func (s *story) frame() input.Frame {
	f, sheet := s.e.Frame(), s.e.Sheet()
	if !sheet.Mirrored {
		return f
	}
	for i := range f.Panes {
		p := &f.Panes[i]
		axis := p.Scene.Size.X
		switch p.Scene {
		case sheet.Seen.Body, sheet.Seen.Band:
			axis = sheet.Seen.Axis
		}
		p.At.X = axis - p.At.X - p.Rect.W()/p.Zoom
		p.Rect = p.Rect.Mirrored(storyWide)
	}
	for i := range f.Marks {
		m := &f.Marks[i]
		m.Rect, m.Clip = m.Rect.Mirrored(storyWide), m.Clip.Mirrored(storyWide)
		m.From, m.To = m.From.Mirrored(storyWide), m.To.Mirrored(storyWide)
	}
	for i := range f.Drawn {
		d := &f.Drawn[i]
		d.At.X, d.Clip = storyWide-d.At.X-d.Scene.Size.X*d.Zoom, d.Clip.Mirrored(storyWide)
	}
	return f
}

// caret is where a caret stands in a block, on the sheet.
func (s *story) caret(b *text.Block, i int) (x, base float64, line int) {
	if !s.e.Sheet().Mirrored {
		return b.Caret(i)
	}
	x, base, line = b.Beside(text.AtRight).Caret(i)
	return b.Width - x, base, line
}
