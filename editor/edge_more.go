package editor

import (
	"fmt"
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// noteEdge is the right edge of a note.
type noteEdge struct {
	note  journey.ID
	width float64 // as the edge was taken hold of
}

const leastNote, mostNote = 96, 480 // u

func (c noteEdge) across() bool      { return true }
func (c noteEdge) name() string      { return "Change width of note" }
func (c noteEdge) owner() journey.ID { return c.note }

func (c noteEdge) put(ed *journey.Edit, d float64) {
	c.set(ed, sized(c.width+d, leastNote, mostNote, layout.NoteWidth))
}
func (c noteEdge) reset(ed *journey.Edit) { c.set(ed, 0) }

func (c noteEdge) set(ed *journey.Edit, w float64) {
	r, _ := ed.Row(c.note)
	if n, ok := r.(journey.Note); ok {
		n.Width = w
		ed.Put(n)
	}
}

func (c noteEdge) box(e *Editor) geom.Rect {
	it, at, ok := e.view.sheet.Note(c.note)
	if !ok {
		return geom.Rect{}
	}
	return it.Box.Add(at)
}

func (c noteEdge) says(e *Editor) string { return fmt.Sprintf("Width %.0f", c.box(e).W()) }

func (c noteEdge) mark(e *Editor, hot bool) []input.Mark { return e.sideMark(c.box(e)) }

// sideMark is a line along the right side of a box of the body.
func (e *Editor) sideMark(box geom.Rect) []input.Mark {
	r := e.view.toView(box)
	return []input.Mark{{Rect: geom.Box(r.Max.X-1, r.Min.Y+4, 2, max(r.H()-8, 2)), Clip: e.view.body(), Fill: e.Theme().Acc, Radius: 1}}
}

// spanEdge is the right edge of a card, which spans as many steps as it
// reaches over.
type spanEdge struct {
	card journey.Card
	on   *layout.Sheet // as the edge was taken hold of
	from int           // the first column of the card
	end  float64       // of the card, u
}

func (c spanEdge) across() bool      { return true }
func (c spanEdge) name() string      { return "Change how many steps a card spans" }
func (c spanEdge) owner() journey.ID { return c.card.ID }

func (c spanEdge) put(ed *journey.Edit, d float64) {
	cols := c.on.Columns
	best := c.from
	for i := c.from; i < len(cols); i++ {
		if math.Abs(cols[i].X+cols[i].W-c.end-d) < math.Abs(cols[best].X+cols[best].W-c.end-d) {
			best = i
		}
	}
	c.set(ed, best-c.from+1)
}

func (c spanEdge) reset(ed *journey.Edit) { c.set(ed, 0) }

// set makes the card span n columns; as many as it has anyway are left unsaid.
func (c spanEdge) set(ed *journey.Edit, n int) {
	r, _ := ed.Row(c.card.ID)
	card, ok := r.(journey.Card)
	if !ok {
		return
	}
	usual := 1
	if st, ok := c.on.StageOf(card.Stage); ok && card.Step == "" {
		usual = len(st.Columns)
	}
	if card.Steps = n; n <= usual {
		card.Steps = 0
	}
	ed.Put(card)
}

func (c spanEdge) says(e *Editor) string {
	card, _ := get[journey.Card](e, c.card.ID)
	n := max(card.Steps, 1)
	if st, ok := c.on.StageOf(card.Stage); ok && card.Step == "" {
		n = max(card.Steps, len(st.Columns))
	}
	if n == 1 {
		return "1 step"
	}
	return fmt.Sprintf("%d steps", n)
}

func (c spanEdge) mark(e *Editor, hot bool) []input.Mark {
	r, ok := e.cardBox(c.card.ID)
	if !ok {
		return nil
	}
	return e.sideMark(r)
}

// sideAt is the right edge of a note or of a card at a point of the view.
func (e *Editor) sideAt(at geom.Point) (onEdge, bool) {
	s, z := e.view.sheet, e.view.Zoom
	row, h, ok := e.hitRow(at)
	if !ok || z < nearZoom || s.Looped() || h.Item == nil {
		return onEdge{}, false
	}
	r := e.view.toView(h.Item.Box.Add(h.At))
	if math.Abs(r.Max.X-at.X) > edgeGrip {
		return onEdge{}, false
	}
	switch row := row.(type) {
	case journey.Note:
		return onEdge{noteEdge{row.ID, h.Item.Box.W()}}, true
	case journey.Card:
		l, _ := get[journey.Lane](e, row.Lane)
		i, ok := newGrid(s).columns[e.firstColumn(row.Column())]
		if ok && h.Item.Part == layout.CardPart && !l.Locked && l.LaneKind.Info().Span != journey.WholeMap {
			return onEdge{spanEdge{row, s, i, h.At.X + h.Item.Box.Max.X}}, true
		}
	}
	return onEdge{}, false
}
