package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// idle waits for what comes: a click selects, a drag drags, two clicks edit,
// keys run commands.
type idle struct{ plain }

// Handle begins what an event asks for.
func (t idle) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Press:
		return t.press(e, ev)
	case input.Scroll:
		e.scroll(ev)
	case input.KeyDown:
		if ev.Key == input.KeySpace && ev.Mods == 0 {
			return &hand{held: true}
		}
		e.Run(input.Chord{Mods: ev.Mods, Key: ev.Key})
		return e.tool
	}
	return t
}

func (t idle) press(e *Editor, ev input.Event) Tool {
	if ev.Button == input.Middle || ev.Button == input.Right {
		return &pan{from: ev.At, back: t, button: ev.Button}
	}
	card, h, ok := e.hitCard(ev.At)
	switch {
	case ok && ev.Clicks > 1:
		e.sel.set(card.ID)
		part := h.Part
		if part != layout.TextPart {
			part = layout.TitlePart
		}
		return e.edit(field{owner: card.ID, part: part}, ev)
	case ok && ev.Mods.Has(input.Shift):
		if e.sel.has[card.ID] {
			e.sel.remove(card.ID)
		} else {
			e.sel.add(card.ID)
		}
		return t
	case ok:
		return pressed{card: card.ID, from: ev.At, was: e.sel.has[card.ID]}.begin(e)
	case ev.Clicks > 1 && h.Item != nil && h.Item.Part == layout.NotePart:
		return e.edit(field{owner: journey.ID(h.Owner), part: layout.TextPart}, ev)
	case ev.Clicks > 1 && h.Item != nil && (h.Item.Part == layout.LinkPart || h.Item.Part == layout.LabelPart):
		return t // not of the cell behind it
	case ev.Clicks > 1 && e.view.body().Contains(ev.At):
		e.sel.set()
		if f, found := e.fieldAt(ev.At); found {
			return e.edit(f, ev)
		}
		if c, found := e.view.sheet.CellAt(e.view.toBody(ev.At)); found {
			return e.addAt(c, ev)
		}
		return t
	case ev.Clicks > 1:
		if f, found := e.fieldAt(ev.At); found {
			return e.edit(f, ev)
		}
	}
	if !ok && !ev.Mods.Has(input.Shift) {
		e.sel.set()
	}
	return t
}

// scroll pans with the wheel and zooms with Ctrl and the wheel.
func (e *Editor) scroll(ev input.Event) {
	if ev.Mods.Has(input.Ctrl) {
		e.zoomWheel(-ev.Delta.Y, ev.At)
		return
	}
	d := ev.Delta
	if ev.Mods.Has(input.Shift) && d.X == 0 {
		d = geom.Pt(d.Y, 0)
	}
	e.view.pan(d)
}

// pressed has a card under a pressed button and waits whether it is dragged.
type pressed struct {
	plain
	card journey.ID
	from geom.Point
	was  bool // the card was selected before
}

// dragAfter is how far the pointer moves before a press is a drag, in pixels.
const dragAfter = 4

func (t pressed) begin(e *Editor) Tool {
	if !t.was {
		e.sel.set(t.card)
	}
	return &t
}

// Handle turns into a drag, or into a click.
func (t *pressed) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		if ev.At.Sub(t.from).Len() >= dragAfter {
			return e.beginDrag(t.card, t.from, ev)
		}
	case input.Release:
		if t.was { // a click on one of several selects that one
			e.sel.set(t.card)
		}
		return idle{}
	case input.Cancel:
		return idle{}
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			return idle{}
		}
	case input.Scroll:
		e.scroll(ev)
	}
	return t
}
