package editor

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// marquee selects what a box touches that is drawn on empty ground. Until the
// pointer has moved it is a click there.
type marquee struct {
	plain
	at    geom.Point   // of the pointer, in the view
	press geom.Point   // where the button went down, in the view
	from  geom.Point   // the same in the body, u
	open  bool         // the box is shown
	had   []journey.ID // what the box adds to
	ids   []journey.ID // and what it touches
	was   chosen       // before the press, for Esc
	edge  edgeScroll
}

// chosen is what is selected and what has the focus.
type chosen struct {
	ids   []journey.ID
	focus Focus
}

// chosen is that of now.
func (e *Editor) chosen() chosen { return chosen{slices.Clone(e.sel.ids), e.focus} }

// beginMarquee is a press on empty ground. With Shift the box adds to what is
// selected.
func (e *Editor) beginMarquee(was chosen, ev input.Event) Tool {
	t := &marquee{at: ev.At, press: ev.At, from: e.view.toBody(ev.At), had: slices.Clone(e.sel.ids), was: was, edge: edgeScroll{ev.Now}}
	t.ids = t.had
	return t
}

// Handle draws the box.
func (t *marquee) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		t.at = ev.At
		t.open = t.open || ev.At.Sub(t.press).Len() >= dragAfter
		t.touch(e)
	case input.Scroll:
		e.scroll(ev)
		t.touch(e)
	case input.Tick:
		if t.open && t.edge.scroll(e, t.at, both, ev.Now) {
			t.touch(e)
		}
	case input.Release:
		return idle{}
	case input.Cancel:
		return t.giveUp(e, idle{})
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			return t.giveUp(e, &swallow{})
		}
	}
	return t
}

// giveUp selects what was selected before.
func (t *marquee) giveUp(e *Editor, next Tool) Tool {
	if t.open {
		e.sel.set(t.was.ids...)
		e.focus = t.was.focus
	}
	return next
}

// box is the marquee in the body, u.
func (t *marquee) box(e *Editor) geom.Rect {
	a, b := t.from, e.view.toBody(t.at)
	return geom.Rect{Min: geom.Pt(min(a.X, b.X), min(a.Y, b.Y)), Max: geom.Pt(max(a.X, b.X), max(a.Y, b.Y))}
}

// touch selects what the box touches.
func (t *marquee) touch(e *Editor) {
	if !t.open {
		return
	}
	ids := slices.Clone(t.had)
	box := t.box(e).Grow(0.5) // a box without an area touches as well
	body := &e.view.sheet.Body
	for i := range body.Blocks {
		b := &body.Blocks[i]
		r := box.Add(geom.Point{}.Sub(b.At))
		if !b.Bounds.Overlaps(r) {
			continue
		}
		for k := range b.Items {
			if it := &b.Items[k]; caught(it.Part) && it.Owner != "" && it.Box.Add(it.At).Overlaps(r) {
				ids = append(ids, journey.ID(it.Owner))
			}
		}
	}
	if !slices.Equal(ids, t.ids) {
		t.ids = ids
		e.sel.set(ids...)
		e.focusLast()
	}
}

// caught reports whether a marquee selects what is of a part.
func caught(p scene.Part) bool {
	return p == layout.CardPart || p == layout.PointPart || p == layout.NotePart
}

// Show adds the box.
func (t *marquee) Show(e *Editor, f *input.Frame) {
	if t.open {
		acc := e.Theme().Acc
		f.Marks = append(f.Marks, input.Mark{Rect: e.view.toView(t.box(e)), Clip: e.view.body(), Fill: faint(acc, 16), Edge: faint(acc, 200), Width: 1})
	}
}

// Cursor is a cross as soon as there is a box.
func (t *marquee) Cursor(*Editor) input.Cursor {
	if t.open {
		return input.Crosshair
	}
	return input.Arrow
}

// Hint says what to do.
func (t *marquee) Hint() string {
	if !t.open {
		return ""
	}
	return "Everything that the box touches is selected. Shift adds. Esc cancels."
}

// Live is true as soon as there is a box: the map scrolls while the pointer
// rests near an edge.
func (t *marquee) Live() bool { return t.open }
