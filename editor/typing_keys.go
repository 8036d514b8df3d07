package editor

import (
	"strings"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/text"
	"throughline/journey"
)

// Take hands a shortcut to the text in which somebody types, and reports
// whether it means something there. Menus ask before they run what they have
// under the same keys: Ctrl+A is all of the text then, and not all cards.
func (e *Editor) Take(k input.Chord) bool {
	t, ok := e.tool.(*typing)
	if !ok || !t.g.Open() || k.Mods&(input.Ctrl|input.Alt) == 0 {
		return false
	}
	next, took := t.take(e, input.Event{Kind: input.KeyDown, Mods: k.Mods, Key: k.Key, Now: e.Doc.now()})
	if took {
		e.tool = next
		e.notify()
	}
	return took
}

// key is what a key does in a text; a shortcut that means nothing there is the
// program's.
func (t *typing) key(e *Editor, ev input.Event) Tool {
	next, took := t.take(e, ev)
	if !took && ev.Mods&(input.Ctrl|input.Alt) != 0 {
		e.Run(input.Chord{Mods: ev.Mods, Key: ev.Key})
		return e.tool
	}
	return next
}

// take does what a key does in a text, and reports whether it does anything.
func (t *typing) take(e *Editor, ev input.Event) (Tool, bool) {
	ctrl, shift := ev.Mods.Has(input.Ctrl), ev.Mods.Has(input.Shift)
	if ev.Mods.Has(input.Alt) {
		return t, false
	}
	switch ev.Key {
	case input.KeyEnter:
		switch {
		case ctrl:
			return t.below(e, ev), true
		case shift:
			t.newLine(e, ev.Now)
			return t, true
		}
		return t.end(e), true
	case input.KeyEscape:
		return t.end(e), true
	case input.KeyTab:
		if ctrl {
			return t, false
		}
		return t.next(e, ev), true
	case input.KeyBackspace, input.KeyDelete:
		t.erase(e, ev.Key == input.KeyDelete, ctrl, ev.Now)
	case input.KeyLeft, input.KeyRight:
		t.aside(e, ev)
	case input.KeyHome, input.KeyEnd:
		to := 0
		switch {
		case !ctrl:
			to = t.edge(e, ev.Key == input.KeyEnd)
		case ev.Key == input.KeyEnd:
			to = len(t.text)
		}
		t.move(e, to, shift, ev.Now)
	case input.KeyArrowUp, input.KeyArrowDown:
		if !ctrl { // which would move the card
			t.line(e, ev)
		}
	default:
		return t, ctrl && t.chord(e, ev)
	}
	return t, true
}

// chord does what a letter with Ctrl does in a text.
func (t *typing) chord(e *Editor, ev input.Event) bool {
	shift := ev.Mods.Has(input.Shift)
	switch ev.Key {
	case "A":
		if shift {
			return false
		}
		t.all()
	case "C", "X":
		if shift {
			return false
		}
		if lo, hi := t.selected(); lo < hi {
			e.clipboard.Set(t.text[lo:hi])
			if ev.Key == "X" {
				t.replace(e, "", other, ev.Now)
			}
		}
	case "V":
		t.paste(e, e.clipboard.Get(), ev.Now)
	case "Z", "Y":
		back := ev.Key == "Z" && !shift
		if ev.Key == "Y" && shift {
			return false
		}
		return t.turn(e, back, ev.Now)
	case "B":
		return !shift && t.mark(e, "**", ev.Now)
	case "I":
		return !shift && t.mark(e, "_", ev.Now)
	case "K":
		return !shift && t.link(e, ev.Now)
	default:
		return false
	}
	t.typed = ev.Now
	return true
}

// aside moves the caret by a character or a word to where a person sees it go.
// Without Shift, what is selected is left at its end instead.
func (t *typing) aside(e *Editor, ev input.Event) {
	shift, left := ev.Mods.Has(input.Shift), ev.Key == input.KeyLeft
	s, ok := e.spotOf(t.field)
	backwards := left
	if ok {
		if _, _, n := s.Block.Caret(t.caret + s.Lead); n < len(s.Block.Lines) && s.Block.Lines[n].RTL {
			backwards = !left
		}
	}
	lo, hi := t.selected()
	to := t.caret
	switch {
	case ev.Mods.Has(input.Ctrl) && backwards:
		to = text.PrevWord(t.text, t.caret)
	case ev.Mods.Has(input.Ctrl):
		to = text.NextWord(t.text, t.caret)
	case lo < hi && !shift && backwards:
		to = lo
	case lo < hi && !shift:
		to = hi
	case ok && left:
		to = min(max(s.Block.ToLeft(t.caret+s.Lead)-s.Lead, 0), len(t.text))
	case ok:
		to = min(max(s.Block.ToRight(t.caret+s.Lead)-s.Lead, 0), len(t.text))
	case left:
		to = text.Prev(t.text, t.caret)
	default:
		to = text.Next(t.text, t.caret)
	}
	t.move(e, to, shift, ev.Now)
}

// line moves the caret to the line above or below.
func (t *typing) line(e *Editor, ev input.Event) {
	s, ok := e.spotOf(t.field)
	if !ok {
		return
	}
	way := 1
	if ev.Key == input.KeyArrowUp {
		way = -1
	}
	x, _, n := s.Block.Caret(t.caret + s.Lead)
	goal := t.goal
	if goal < 0 {
		goal = x
	}
	to := 0
	switch {
	case n+way < 0:
	case n+way >= len(s.Block.Lines):
		to = len(t.text)
	default:
		to = min(s.index(geom.Pt(goal, s.Block.Lines[n+way].Baseline-s.Block.Style.Size/2)), len(t.text))
	}
	t.move(e, to, ev.Mods.Has(input.Shift), ev.Now)
	t.goal = goal
}

// edge is the beginning or the end of the caret's line.
func (t *typing) edge(e *Editor, end bool) int {
	s, ok := e.spotOf(t.field)
	if !ok {
		return t.caret
	}
	_, _, n := s.Block.Caret(t.caret + s.Lead)
	if n >= len(s.Block.Lines) {
		return t.caret
	}
	l := s.Block.Lines[n]
	at := l.Start
	if end {
		at = s.onLine(n, l.Start+len(strings.TrimRight(s.Block.Text[l.Start:l.End], " ")))
	}
	return min(max(at-s.Lead, 0), len(t.text))
}

// next goes on to the card's text, or back to its title; past the one or the
// other it ends the visit and goes to the cell there.
func (t *typing) next(e *Editor, ev input.Event) Tool {
	c, ok := journey.Get[journey.Card](e.Doc.Project(), t.field.owner)
	f, step := field{t.field.owner, layout.TextPart}, 1
	if ev.Mods.Has(input.Shift) {
		f.part, step = layout.TitlePart, -1
	}
	if _, drawn := e.spotOf(f); !ok || f.part == t.field.part || !drawn {
		t.end(e)
		e.focusOn(e.along(step))
		return idle{}
	}
	t.remember(other)
	t.open(e, f)
	// what was typed so far must stay when the gesture starts again
	t.begin = func(ed *journey.Edit) { ed.Put(c) }
	t.typed, t.goal, t.run = ev.Now, -1, other
	t.reveal(e)
	return t
}

// below ends the visit and begins a card below this one.
func (t *typing) below(e *Editor, ev input.Event) Tool {
	t.end(e)
	if c, ok := journey.Get[journey.Card](e.Doc.Project(), t.field.owner); ok {
		return e.addBelow(c, input.Event{Now: ev.Now})
	}
	return idle{}
}
