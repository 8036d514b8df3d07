package editor

import (
	"math"
	"strings"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// typing edits a field on the map's own glyphs. A visit is one step of undo;
// while it lasts, what was typed is written every half second.
type typing struct {
	plain
	draft
	g     *Gesture
	saved time.Time
	typed time.Time // of the last key, for the caret's blinking
	now   time.Time
	goal  float64 // x that Up and Down keep, u; negative when there is none

	past, future []draft // of this visit, for its own undo
	run          change  // what the last change was; another of its kind goes with it

	held bool       // the button is down: the pointer selects
	from geom.Point // where it went down
}

// draft is a text in the making and where one is in it.
type draft struct {
	field  field
	begin  func(*journey.Edit) // what the visit did before this field
	text   string
	caret  int // byte of text
	anchor int // where the selection begins; the caret where there is none
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
	if _, ok := e.spotOf(f); !ok && !e.appears(f) {
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
	t := &typing{draft: draft{field: f, begin: begin}, g: g, saved: ev.Now, typed: ev.Now, now: ev.Now, goal: -1}
	if begin != nil {
		g.Void = func(p *journey.Project) bool { return wordless(p, f.owner) }
		first := e.Doc.Project().Edit(e.Doc.ids)
		begin(first)
		t.text = textOf(first.Now(), f)
		t.apply(e)
		e.choose(f.owner, false)
	}
	t.open(e, f)
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

// open goes to a field, with the caret at its end.
func (t *typing) open(e *Editor, f field) {
	t.field, t.text = f, textOf(e.Doc.Project(), f)
	t.caret, t.anchor = len(t.text), len(t.text)
}

// at is the byte of the text where the pointer is, and whether it is in the
// field.
func (t *typing) at(e *Editor, p geom.Point) (i int, inside bool) {
	s, ok := e.spotOf(t.field)
	if !ok {
		return t.caret, false
	}
	q, room := s.inBlock(p), s.room()
	inside = s.pane.Contains(p) && geom.Box(room.Min.X-8, -4, room.W()+16, room.H()+8).Contains(q)
	return min(s.index(q), len(t.text)), inside
}

// point puts the caret where a press is, and reports whether that is in the
// field.
func (t *typing) point(e *Editor, ev input.Event) bool {
	i, ok := t.at(e, ev.At)
	if ok {
		t.move(e, i, ev.Mods.Has(input.Shift), ev.Now)
		t.held, t.from = true, ev.At
	}
	return ok
}

// press puts the caret where the pointer is; two clicks select a word, three
// all of it. Elsewhere it ends the visit.
func (t *typing) press(e *Editor, ev input.Event) Tool {
	if !t.pressed(e, ev) {
		return t.end(e).Handle(e, ev)
	}
	return t
}

// pressed is press within the field; it reports whether it was there.
func (t *typing) pressed(e *Editor, ev input.Event) bool {
	if ev.Button != input.Left || !t.point(e, ev) {
		return false
	}
	switch {
	case ev.Clicks == 2:
		t.anchor, t.caret = text.WordAt(t.text, t.caret)
	case ev.Clicks > 2:
		t.all()
	}
	t.held = ev.Clicks < 2
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
		return t.press(e, ev)
	case input.Move:
		if t.held && ev.At.Sub(t.from).Len() >= dragAfter {
			i, _ := t.at(e, ev.At)
			t.move(e, i, true, ev.Now)
		}
	case input.Release:
		t.held = false
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

// end keeps what was typed. A new card that says nothing goes again.
func (t *typing) end(e *Editor) Tool {
	e.fail(t.g.Commit())
	return idle{}
}

// reveal scrolls the card into sight, or the caret where the card is larger
// than the view.
func (t *typing) reveal(e *Editor) {
	if e.presenting != nil { // a slide is seen as a whole
		return
	}
	r, ok := e.cardBox(t.field.owner)
	if !ok {
		e.reveal(t.field.owner)
		return
	}
	v := &e.view
	if b := v.body(); r.W()*v.Zoom > b.W() || r.H()*v.Zoom > b.H() {
		if s, ok := e.spotOf(t.field); ok {
			x, base, _ := s.Block.Caret(t.caret + s.Lead)
			at := s.inView(geom.Box(x, base-s.Block.Style.Size, 1, s.Block.Style.Line))
			r = geom.Rect{Min: v.toBody(at.Min), Max: v.toBody(at.Max)}
		}
	}
	v.show(r)
}

// Show adds the tint of the field and the caret.
func (t *typing) Show(e *Editor, f *input.Frame) {
	if s, ok := e.spotOf(t.field); ok {
		f.Marks = append(f.Marks, t.seen(s, e.Theme().Acc)...)
	}
}

// seen is what is seen of typing where the field stands.
func (t *typing) seen(s spot, acc scene.Color) (out []input.Mark) {
	z := s.zoom
	tint := s.inView(s.room()).Grow(2)
	out = append(out, input.Mark{Rect: tint, Clip: s.pane, Fill: scene.Color{R: acc.R, G: acc.G, B: acc.B, A: 24}, Radius: 3})
	if lo, hi := t.selected(); lo < hi {
		for _, r := range s.Block.Boxes(lo+s.Lead, hi+s.Lead) {
			out = append(out, input.Mark{Rect: s.inView(r), Clip: s.pane, Fill: scene.Color{R: acc.R, G: acc.G, B: acc.B, A: 70}})
		}
	}
	if t.now.Sub(t.typed)%(2*blink) >= blink {
		return out
	}
	x, base, _ := s.Block.Caret(t.caret + s.Lead)
	h := s.Block.Style.Size * 1.3 * z
	at := s.inView(geom.Box(x, base, 0, 0)).Min
	top, wide := at.Y-h*0.78, max(2, math.Round(h/14))
	return append(out, input.Mark{Rect: geom.Box(math.Round(at.X)-wide/2, math.Round(top), wide, math.Round(h)), Clip: s.pane, Fill: acc})
}

// Cursor is a text cursor.
func (t *typing) Cursor(e *Editor) input.Cursor { return input.IBeam }

// Hint says how to end.
func (t *typing) Hint() string {
	return "Enter or Esc keeps. Shift+Enter is a new line. Tab goes on to the text."
}

// Live is true: the caret blinks and the file is written.
func (t *typing) Live() bool { return true }
