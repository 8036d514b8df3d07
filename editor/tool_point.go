package editor

import (
	"fmt"
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// point drags a point of a curve: up and down it changes how somebody feels,
// to the left and right when. The curve follows. On a loop it goes out from the
// centre and back, and stays at its step.
type point struct {
	plain
	card journey.Card
	grab geom.Point    // of the pointer from the middle of the point, u
	on   *layout.Sheet // as the point was taken hold of: labels make room and may move the others
	row  layout.Row
	at   geom.Point // of the pointer, in the view
	g    *Gesture
	edge edgeScroll
}

// beginPoint takes hold of a point. What is not a point of a curve stays where
// it is.
func (e *Editor) beginPoint(card journey.Card, place geom.Point, from geom.Point, ev input.Event) Tool {
	if !e.curved(card) {
		return idle{}
	}
	s := e.view.sheet
	row, _ := s.RowOf(card.Lane)
	if err := e.locked(card.ID); err != nil {
		e.fail(err)
		return &swallow{}
	}
	g := e.beginGesture("Move " + row.LaneKind.Info().Card)
	if g == nil {
		return &swallow{}
	}
	e.sel.set(card.ID)
	t := &point{card: card, grab: e.view.toBody(from).Sub(place), on: s, row: row, at: ev.At, g: g, edge: edgeScroll{ev.Now}}
	t.follow(e)
	return t
}

// curved reports whether a card is a point of a curve, which can be dragged.
func (e *Editor) curved(c journey.Card) bool {
	row, ok := e.view.sheet.RowOf(c.Lane)
	return ok && (row.LaneKind == journey.Feelings || row.LaneKind == journey.Intensity)
}

// Handle follows the pointer.
func (t *point) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		t.at = ev.At
		t.follow(e)
	case input.Tick:
		if t.edge.scroll(e, t.at, geom.Pt(1, 0), ev.Now) {
			t.follow(e)
		}
	case input.Release:
		e.fail(t.g.Commit())
		return idle{}
	case input.Cancel:
		e.fail(t.g.Cancel())
		return idle{}
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			e.fail(t.g.Cancel())
			return &swallow{}
		}
	}
	return t
}

// quarters is how many places a column has for points.
const quarters = 4

// follow puts the point where the pointer is: on a tenth of the scale and a
// quarter of a step.
func (t *point) follow(e *Editor) {
	p := e.view.toBody(t.at).Sub(t.grab)
	c := t.card
	c.Feeling = feelingOn(t.on, t.row, p)
	if !t.on.Looped() {
		c = t.along(e, c, p.X)
	}
	e.fail(t.g.Update(func(ed *journey.Edit) error { ed.Put(c); return nil }))
}

// along puts a point under the column and the quarter of it that are at x.
func (t *point) along(e *Editor, c journey.Card, x float64) journey.Card {
	cols := t.on.Columns
	i := slices.IndexFunc(cols, func(c layout.Column) bool { return x < c.X+c.W })
	if i < 0 {
		i = len(cols) - 1
	}
	col := cols[i]
	share := math.Round((x-col.X)/col.W*quarters) - quarters/2
	c.Offset = int(min(max(share, -quarters/2), quarters/2))
	if c.Stage != col.Stage || c.Step != "" && c.Step != col.Step || c.Step == "" && i > 0 && cols[i-1].Stage == col.Stage {
		c.Stage, c.Step = col.Stage, col.Step
		c.Order = ""
		for _, other := range e.Doc.Project().Cards(c.Lane, c.Column()) {
			if other.ID != c.ID {
				c.Order = other.Order
			}
		}
		c.Order = journey.Between(c.Order, "")
	}
	return c
}

// Show says what the point says now.
func (t *point) Show(e *Editor, f *input.Frame) {
	c, ok := journey.Get[journey.Card](e.Doc.Project(), t.card.ID)
	if r, seen := e.cardBox(t.card.ID); ok && seen {
		at := e.view.toView(r)
		f.Hint = &input.Hint{At: geom.Pt(at.Max.X+8, at.Min.Y-8), Text: feelingWords(t.row.Lane, c.Feeling.Value)}
	}
}

// feelingWords is a feeling as a number and by its name in the lane's scale.
func feelingWords(l journey.Lane, v float64) string {
	s := l.Scale()
	names := s.Names
	if len(names) == 0 && l.LaneKind == journey.Feelings {
		names = layout.FeelingNames[:]
	}
	number := fmt.Sprintf("%.1f", v)
	switch {
	case s.Least < 0 && v > 0:
		number = "+" + number
	case v < 0:
		number = fmt.Sprintf("−%.1f", -v)
	}
	if len(names) == 0 {
		return number
	}
	i := int(math.Round((v - s.Least) / (s.Greatest - s.Least) * float64(len(names)-1)))
	return number + " " + names[min(max(i, 0), len(names)-1)]
}

// Cursor is a closed hand.
func (t *point) Cursor(*Editor) input.Cursor { return input.Grabbing }

// Hint says what to do.
func (t *point) Hint() string {
	if t.on.Looped() {
		return "Drag out from the centre to rate higher. Esc cancels."
	}
	return "Drag up or down to rate, left or right to move it. Esc cancels."
}

// Live is true: the map scrolls while the pointer rests near an edge.
func (t *point) Live() bool { return true }
