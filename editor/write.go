package editor

import (
	"slices"

	"throughline/canvas/input"
	"throughline/journey"
)

// TakesText reports whether a letter or a digit that is typed now is text:
// somebody types, or it would begin to. Otherwise it is a tool. With Shift, a
// digit that is a shortcut stays one.
func (e *Editor) TakesText(k input.Chord) bool {
	if e.Typing() {
		return true
	}
	_, waits := e.tool.(idle)
	return waits && !nothingChosen(e) && (k.Mods == 0 || len(k.Key) != 1 || k.Key > "9" || !known(k))
}

// known reports whether a command has a shortcut.
func known(k input.Chord) bool {
	return slices.ContainsFunc(Commands, func(c Command) bool { return slices.Contains(c.Keys, k) })
}

// write begins to type where the focus is: a letter replaces a title, and in an
// empty cell it begins a card. A digit is the feeling of a card that has one.
func (e *Editor) write(ev input.Event) Tool {
	if len(ev.Text) == 1 && ev.Text >= "0" && ev.Text <= "5" && e.felt() {
		e.Run(input.Chord{Key: input.Key(ev.Text)})
		return e.tool
	}
	if journey.CleanText(ev.Text) == "" || e.focus == (Focus{}) {
		return e.tool
	}
	next := e.editFocus(input.Event{Now: ev.Now})
	t, ok := next.(*typing)
	if !ok {
		return next
	}
	if _, note := journey.Get[journey.Note](e.Doc.Project(), t.field.owner); !note { // which has no title
		t.all()
	}
	return t.Handle(e, ev)
}

// editFocus begins to type in what has the focus, with the caret at its end. In
// a cell it begins a card.
func (e *Editor) editFocus(ev input.Event) Tool {
	r, ok := e.Doc.Project().Row(e.focus.Row)
	if !ok {
		if c, ok := e.focused(); ok {
			return e.addAt(c, ev)
		}
		return idle{}
	}
	if f, ok := fieldOf(r, ""); ok {
		return e.edit(f, ev)
	}
	return idle{}
}

// addInFocus begins a card below the one that has the focus, or in its cell.
func (e *Editor) addInFocus(ev input.Event) Tool {
	if c, ok := journey.Get[journey.Card](e.Doc.Project(), e.focus.Row); ok {
		if l, _ := journey.Get[journey.Lane](e.Doc.Project(), c.Lane); l.LaneKind.Info().Span != journey.WholeMap {
			return e.addBelow(c, ev)
		}
	}
	if c, ok := e.focused(); ok {
		return e.addAt(c, ev)
	}
	return idle{}
}
