package editor

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// field is a text of a row that can be edited where it stands.
type field struct {
	owner journey.ID
	part  scene.Part // layout.TitlePart or layout.TextPart
}

// spot is where a field stands in the view.
type spot struct {
	scene.Field            // its block as a person sees it
	at          geom.Point // of the block's top left, in the view, pixels
	zoom        float64    // pixels a unit of the block
	pane        geom.Rect
	mirrored    bool // the view will be, and letters are not
}

// inBlock is a point of the view as one of the block, u.
func (s *spot) inBlock(p geom.Point) geom.Point {
	q := p.Sub(s.at).Mul(1 / s.zoom)
	if s.mirrored {
		q = q.Mirrored(s.Block.Width)
	}
	return q
}

// inView is a box of the block as one of the view.
func (s *spot) inView(r geom.Rect) geom.Rect {
	if s.mirrored {
		r = r.Mirrored(s.Block.Width)
	}
	return r.Mul(s.zoom).Add(s.at)
}

// room is the field's box from the top left of its block, u.
func (s *spot) room() geom.Rect {
	r := s.Box().Add(geom.Point{}.Sub(s.At)).Mul(1 / s.Larger())
	r.Max.X = max(r.Max.X, s.Block.Width)
	return r
}

// index is the byte of the row's text at a point of the block, u.
func (s *spot) index(p geom.Point) int {
	i := s.onLine(s.Block.LineAt(p.Y), s.Block.Index(p.X, p.Y))
	if i < len(s.Raw) {
		return s.Raw[i]
	}
	return max(i-s.Lead, 0)
}

// onLine is byte i of the block's text, or the one before where a caret at i
// stands on the line after the n-th: at the end of a line that was broken, both
// are the same byte.
func (s *spot) onLine(n, i int) int {
	if _, _, at := s.Block.Caret(i); at > n {
		return text.Prev(s.Block.Text, i)
	}
	return i
}

// spotOf finds a field in the view, or on the slide that is shown.
func (e *Editor) spotOf(f field) (spot, bool) {
	if e.presenting != nil {
		return e.presenting.spotOf(f)
	}
	for _, at := range e.find(f.owner) {
		for _, x := range at.it.Fields {
			if x.Part == f.part {
				top := at.at.Add(x.At)
				if e.view.sheet.Mirrored {
					x.Block = x.Block.Beside(text.AtRight)
				}
				return spot{x, e.view.inView(at.pane, geom.Rect{Min: top, Max: top}).Min, e.view.Zoom * x.Larger(), e.view.rect(at.pane), e.view.sheet.Mirrored}, true
			}
		}
	}
	return spot{}, false
}

// fieldOf is the field of a row to type in where part of it was pressed.
func fieldOf(r journey.Row, part scene.Part) (field, bool) {
	switch r.(type) {
	case journey.Card:
		if part != layout.TextPart {
			part = layout.TitlePart
		}
		return field{r.RowID(), part}, true
	case journey.Note:
		return field{r.RowID(), layout.TextPart}, true
	case journey.Stage, journey.Step, journey.Lane, journey.Link:
		return field{r.RowID(), layout.TitlePart}, true
	}
	return field{}, false
}

// appears reports whether a field is drawn as soon as somebody types in it: a
// stage's name leaves the ring of a loop, where nobody can type, and a link
// without words gets a label.
func (e *Editor) appears(f field) bool {
	r, _ := e.Doc.Project().Row(f.owner)
	switch r.(type) {
	case journey.Stage:
		return e.view.sheet.Looped()
	case journey.Link:
		it, _, ok := e.view.sheet.Link(f.owner)
		return ok && it.Hits != nil // else its lane draws it
	}
	return false
}

// textOf is what a field says.
func textOf(p *journey.Project, f field) string {
	r, _ := p.Row(f.owner)
	switch r := r.(type) {
	case journey.Card:
		if f.part == layout.TextPart {
			return r.Text
		}
		return r.Title
	case journey.Stage:
		return r.Title
	case journey.Step:
		return r.Title
	case journey.Lane:
		return r.Title
	case journey.Link:
		return r.Title
	case journey.Note:
		return r.Text
	}
	return ""
}

// setText makes a field say s.
func setText(ed *journey.Edit, f field, s string) {
	r, _ := ed.Row(f.owner)
	switch r := r.(type) {
	case journey.Card:
		if f.part == layout.TextPart {
			r.Text = s
		} else {
			r.Title = s
		}
		ed.Put(r)
	case journey.Stage:
		r.Title = s
		ed.Put(r)
	case journey.Step:
		r.Title = s
		ed.Put(r)
	case journey.Lane:
		r.Title = s
		ed.Put(r)
	case journey.Link:
		r.Title = s
		ed.Put(r)
	case journey.Note:
		r.Text = s
		ed.Put(r)
	}
}

// addAt adds an empty card to a cell and begins to type its title. A card that
// stays empty goes again.
func (e *Editor) addAt(c layout.Cell, ev input.Event) Tool {
	info := c.Row.LaneKind.Info()
	if err := e.locked(c.Row.ID); err != nil {
		e.fail(err)
		return idle{}
	}
	if info.Card == "" || c.Row.Folded {
		return idle{}
	}
	card := e.blankCard(c)
	if c.Row.LaneKind == journey.Feelings || c.Row.LaneKind == journey.Intensity {
		card.Feeling = journey.Num(onScale(c.Row.Scale(), 0)) // by the keyboard, in the middle
		if ev.Kind == input.Press {
			card.Feeling = e.feelingAt(c.Row, e.view.toBody(ev.At))
		}
	}
	return e.addCard(card, len(e.Doc.Project().Cards(card.Lane, card.Column())), ev)
}

// addBelow adds an empty card below another in its cell and begins to type its
// title.
func (e *Editor) addBelow(c journey.Card, ev input.Event) Tool {
	if err := e.locked(c.ID); err != nil {
		e.fail(err)
		return idle{}
	}
	i := slices.IndexFunc(e.Doc.Project().Cards(c.Lane, c.Column()), func(x journey.Card) bool { return x.ID == c.ID })
	return e.addCard(journey.Card{ID: e.Doc.newID(), Lane: c.Lane, Stage: c.Stage, Step: c.Step, Steps: c.Steps}, i+1, ev)
}

// blankCard is a new card of a cell.
func (e *Editor) blankCard(c layout.Cell) journey.Card {
	card := journey.Card{ID: e.Doc.newID(), Lane: c.Row.ID, Stage: c.Column.Stage}
	if c.Row.LaneKind.Info().Span != journey.PerStage {
		card.Step = c.Column.Step
	}
	return card
}

// addCard adds a card to its cell, where index is its place among those that
// are there, and begins to type its title.
func (e *Editor) addCard(card journey.Card, index int, ev input.Event) Tool {
	card.Order = orderAt(e.Doc.Project().Cards(card.Lane, card.Column()), card.ID, index)
	l, _ := journey.Get[journey.Lane](e.Doc.Project(), card.Lane)
	return e.visit(field{card.ID, layout.TitlePart}, "Add "+l.LaneKind.Info().Card, func(ed *journey.Edit) { ed.Put(card) }, ev)
}

// feelingAt is the feeling at a point of a lane, in the lane's scale, to a tenth
// of it.
func (e *Editor) feelingAt(r layout.Row, p geom.Point) journey.Number {
	return feelingOn(e.Sheet(), r, p)
}

// feelingOn is feelingAt on another sheet.
func feelingOn(sheet *layout.Sheet, r layout.Row, p geom.Point) journey.Number {
	s := r.Scale()
	step := (s.Greatest - s.Least) / 40
	v := s.Least + math.Round((sheet.FeelingAt(r, p)+2)*10)*step
	return journey.Num(math.Round(v*1000) / 1000) // not 0.30000000000000004
}
