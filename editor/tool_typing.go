package editor

import (
	"math"
	"strings"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// typing edits a field on the map's own glyphs. A visit is one step of undo;
// while it lasts, what was typed is written every half second.
type typing struct {
	plain
	field field
	text  string
	caret int // byte of text
	begin func(*journey.Edit)
	g     *Gesture
	saved time.Time
	typed time.Time // of the last key, for the caret's blinking
	now   time.Time
	goal  float64 // x that Up and Down keep, u; negative when there is none
}

const (
	saveEvery = 500 * time.Millisecond
	blink     = 530 * time.Millisecond
)

// edit begins a visit to a field, with the caret where the pointer is. A field
// that is not drawn, as that of a channel's dot, cannot be visited.
func (e *Editor) edit(f field, ev input.Event) Tool {
	if err := e.locked(f.owner); err != nil {
		e.fail(err)
		return idle{}
	}
	if _, ok := e.spotOf(f); !ok && !e.onRing(f) {
		return idle{}
	}
	return e.visit(f, "Edit "+kindWord(e.Doc.Project(), f.owner), nil, ev)
}

// kindWord is what a row is called in the labels of undo.
func kindWord(p *journey.Project, id journey.ID) string {
	r, ok := p.Row(id)
	if !ok {
		return "text"
	}
	if c, ok := r.(journey.Card); ok {
		if l, ok := journey.Get[journey.Lane](p, c.Lane); ok {
			return l.LaneKind.Info().Card
		}
	}
	return string(r.Kind())
}

// visit begins to type in a field; begin makes what must be there first.
func (e *Editor) visit(f field, label string, begin func(*journey.Edit), ev input.Event) Tool {
	g, err := e.Doc.Begin(label)
	if err != nil {
		e.fail(err)
		return idle{}
	}
	t := &typing{field: f, begin: begin, g: g, saved: ev.Now, typed: ev.Now, now: ev.Now, goal: -1}
	if begin != nil {
		g.Void = func(p *journey.Project) bool { return wordless(p, f.owner) }
		first := e.Doc.Project().Edit(e.Doc.ids)
		begin(first)
		t.text = textOf(first.Now(), f)
		t.apply(e)
		e.sel.set(f.owner)
	}
	t.text = textOf(e.Doc.Project(), f)
	t.caret = len(t.text)
	pointed := ev.Kind == input.Press && t.point(e, ev) // at what was pressed, before it changes
	e.tool = t
	e.notify() // the sheet makes room for typing
	if ev.Kind == input.Press && !pointed {
		t.point(e, ev)
	}
	t.reveal(e)
	return t
}

// wordless reports whether a card or a note says nothing.
func wordless(p *journey.Project, id journey.ID) bool {
	r, _ := p.Row(id)
	switch r := r.(type) {
	case journey.Card:
		return strings.TrimSpace(r.Title+r.Text) == "" && !r.Feeling.Set
	case journey.Note:
		return strings.TrimSpace(r.Text) == ""
	}
	return false
}

// point puts the caret where a press is, and reports whether that is in the
// field.
func (t *typing) point(e *Editor, ev input.Event) bool {
	s, ok := e.spotOf(t.field)
	if !ok || !s.pane.Contains(ev.At) {
		return false
	}
	p := ev.At.Sub(s.at).Mul(1 / e.view.Zoom)
	room := s.room()
	if !geom.Box(room.Min.X-8, -4, room.W()+16, room.H()+8).Contains(p) {
		return false
	}
	t.caret, t.typed, t.goal = min(s.index(p), len(t.text)), ev.Now, -1
	return true
}

// Handle types.
func (t *typing) Handle(e *Editor, ev input.Event) Tool {
	if !t.g.Open() {
		return idle{}
	}
	t.now = ev.Now
	switch ev.Kind {
	case input.Text:
		t.insert(e, ev.Text, ev.Now)
	case input.KeyDown:
		return t.key(e, ev)
	case input.Press:
		if ev.Button == input.Left && t.point(e, ev) {
			return t
		}
		return t.end(e).Handle(e, ev)
	case input.Scroll:
		e.scroll(ev)
	case input.Tick:
		if ev.Now.Sub(t.saved) >= saveEvery {
			t.saved = ev.Now
			e.fail(t.g.Save())
		}
	case input.Cancel:
		return t.end(e)
	}
	return t
}

func (t *typing) key(e *Editor, ev input.Event) Tool {
	switch ev.Key {
	case input.KeyEnter:
		if ev.Mods.Has(input.Shift) {
			t.insert(e, "\n", ev.Now)
			return t
		}
		return t.end(e)
	case input.KeyEscape:
		return t.end(e)
	case input.KeyTab:
		return t.next(e, ev)
	case input.KeyBackspace:
		from := text.Prev(t.text, t.caret)
		t.change(e, t.text[:from]+t.text[t.caret:], from, ev.Now)
	case input.KeyDelete:
		if to := text.Next(t.text, t.caret); to > t.caret {
			t.change(e, t.text[:t.caret]+t.text[to:], t.caret, ev.Now)
		}
	case input.KeyLeft:
		t.move(e, text.Prev(t.text, t.caret), ev.Now)
	case input.KeyRight:
		t.move(e, text.Next(t.text, t.caret), ev.Now)
	case input.KeyHome:
		t.edge(e, false, ev.Now)
	case input.KeyEnd:
		t.edge(e, true, ev.Now)
	case input.KeyArrowUp:
		t.line(e, -1, ev.Now)
	case input.KeyArrowDown:
		t.line(e, 1, ev.Now)
	default:
		if ev.Mods.Has(input.Ctrl) {
			e.Run(input.Chord{Mods: ev.Mods, Key: ev.Key})
			return e.tool
		}
	}
	return t
}

// next goes on to the card's text, and back from there to its title.
func (t *typing) next(e *Editor, ev input.Event) Tool {
	c, ok := journey.Get[journey.Card](e.Doc.Project(), t.field.owner)
	if !ok {
		return t.end(e)
	}
	f := field{c.ID, layout.TextPart}
	if t.field.part == layout.TextPart {
		f.part = layout.TitlePart
	}
	if _, ok := e.spotOf(f); !ok {
		return t.end(e)
	}
	t.field = f
	t.text = textOf(e.Doc.Project(), f)
	t.caret = len(t.text)
	// what was typed so far must stay when the gesture starts again
	t.begin = func(ed *journey.Edit) { ed.Put(c) }
	t.typed, t.goal = ev.Now, -1
	t.reveal(e)
	return t
}

// apply shows the text so far.
func (t *typing) apply(e *Editor) {
	e.fail(t.g.Update(func(ed *journey.Edit) error {
		if t.begin != nil {
			t.begin(ed)
		}
		setText(ed, t.field, t.text)
		return nil
	}))
}

func (t *typing) insert(e *Editor, s string, now time.Time) {
	s = journey.CleanText(s)
	if s == "" {
		return
	}
	t.change(e, t.text[:t.caret]+s+t.text[t.caret:], t.caret+len(s), now)
}

func (t *typing) change(e *Editor, s string, caret int, now time.Time) {
	if s == t.text {
		return
	}
	t.text = s
	t.apply(e)
	t.move(e, caret, now)
}

func (t *typing) move(e *Editor, caret int, now time.Time) {
	t.caret, t.typed, t.goal = caret, now, -1
	t.reveal(e)
}

// line moves the caret to the line above or below.
func (t *typing) line(e *Editor, way int, now time.Time) {
	s, ok := e.spotOf(t.field)
	if !ok {
		return
	}
	x, _, n := s.Block.Caret(t.caret + s.Lead)
	goal := t.goal
	if goal < 0 {
		goal = x
	}
	switch {
	case n+way < 0:
		t.move(e, 0, now)
	case n+way >= len(s.Block.Lines):
		t.move(e, len(t.text), now)
	default:
		i := s.index(geom.Pt(goal, s.Block.Lines[n+way].Baseline-s.Block.Style.Size/2))
		t.move(e, min(i, len(t.text)), now)
	}
	t.goal = goal
}

// edge moves the caret to the beginning or the end of its line.
func (t *typing) edge(e *Editor, end bool, now time.Time) {
	s, ok := e.spotOf(t.field)
	if !ok {
		return
	}
	_, _, n := s.Block.Caret(t.caret + s.Lead)
	l := s.Block.Lines[n]
	at := l.Start
	if end {
		at = s.onLine(n, l.Start+len(strings.TrimRight(s.Block.Text[l.Start:l.End], " ")))
	}
	t.move(e, min(max(at-s.Lead, 0), len(t.text)), now)
}

// end keeps what was typed. A new card that says nothing goes again.
func (t *typing) end(e *Editor) Tool {
	e.fail(t.g.Commit())
	return idle{}
}

// reveal scrolls the card into sight, or the caret where the card is larger
// than the view.
func (t *typing) reveal(e *Editor) {
	r, ok := e.cardBox(t.field.owner)
	if !ok {
		e.reveal(t.field.owner)
		return
	}
	v := &e.view
	if b := v.body(); r.W()*v.Zoom > b.W() || r.H()*v.Zoom > b.H() {
		if s, ok := e.spotOf(t.field); ok {
			x, base, _ := s.Block.Caret(t.caret + s.Lead)
			r = geom.Box(x, base-s.Block.Style.Size, 1, s.Block.Style.Line).Add(v.toBody(s.at))
		}
	}
	v.show(r)
}

// Show adds the tint of the field and the caret.
func (t *typing) Show(e *Editor, f *input.Frame) {
	s, ok := e.spotOf(t.field)
	if !ok {
		return
	}
	z := e.view.Zoom
	acc := e.Theme().Acc
	tint := s.room().Mul(z).Add(s.at).Grow(2)
	f.Marks = append(f.Marks, input.Mark{Rect: tint, Clip: s.pane, Fill: scene.Color{R: acc.R, G: acc.G, B: acc.B, A: 24}, Radius: 3})
	if t.now.Sub(t.typed)%(2*blink) >= blink {
		return
	}
	x, base, _ := s.Block.Caret(t.caret + s.Lead)
	h := s.Block.Style.Size * 1.3 * z
	top := s.at.Y + base*z - h*0.78
	f.Marks = append(f.Marks, input.Mark{Rect: geom.Box(math.Round(s.at.X+x*z)-1, math.Round(top), 2, math.Round(h)), Clip: s.pane, Fill: acc})
}

// Cursor is a text cursor.
func (t *typing) Cursor(e *Editor) input.Cursor { return input.IBeam }

// Hint says how to end.
func (t *typing) Hint() string {
	return "Enter or Esc keeps. Shift+Enter is a new line. Tab goes on to the text."
}

// Live is true: the caret blinks and the file is written.
func (t *typing) Live() bool { return true }
