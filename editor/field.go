package editor

import (
	"math"

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
	scene.Field
	at   geom.Point // of the block's top left, in the view, pixels
	pane geom.Rect
}

// room is the field's box from the top left of its block, u.
func (s *spot) room() geom.Rect {
	r := s.Box().Add(geom.Point{}.Sub(s.At))
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

// spotOf finds a field in the view.
func (e *Editor) spotOf(f field) (spot, bool) {
	s, b := e.view.sheet, e.view.body()
	find := func(it *scene.Item, at geom.Point, origin, scroll geom.Point, pane geom.Rect) (spot, bool) {
		for _, x := range it.Fields {
			if x.Part == f.part {
				return spot{x, at.Add(x.At).Sub(scroll).Mul(e.view.Zoom).Add(origin), pane}, true
			}
		}
		return spot{}, false
	}
	r, _ := e.Doc.Project().Row(f.owner)
	switch r := r.(type) {
	case journey.Card:
		if it, at, ok := s.Card(r); ok {
			return find(it, at, b.Min, e.view.At, b)
		}
	case journey.Note:
		if it, at, ok := s.Body.Find(string(f.owner), layout.NotePart); ok {
			return find(it, at, b.Min, e.view.At, b)
		}
	case journey.Stage, journey.Step:
		part := layout.StagePart
		if r.Kind() == journey.KindStep {
			part = layout.StepPart
		}
		if s.Looped() {
			if it, at, ok := s.Body.Find(string(f.owner), part); ok {
				return find(it, at, b.Min, e.view.At, b)
			}
			break
		}
		if it, at, ok := s.Band.Find(string(f.owner), part); ok {
			return find(it, at, geom.Pt(b.Min.X, 0), geom.Pt(e.view.At.X, 0), geom.Rect{Min: geom.Pt(b.Min.X, 0), Max: geom.Pt(b.Max.X, b.Min.Y)})
		}
	case journey.Lane:
		if it, at, ok := s.Headers.Find(string(f.owner), layout.LanePart); ok {
			return find(it, at, geom.Pt(0, b.Min.Y), geom.Pt(0, e.view.At.Y), geom.Rect{Min: geom.Pt(0, b.Min.Y), Max: geom.Pt(b.Min.X, b.Max.Y)})
		}
	}
	return spot{}, false
}

// onRing reports whether a field is a stage's name on the ring of a loop. It
// leaves the ring, where nobody can type, as soon as somebody does.
func (e *Editor) onRing(f field) bool {
	_, ok := journey.Get[journey.Stage](e.Doc.Project(), f.owner)
	return ok && e.view.sheet.Looped()
}

// fieldAt is the title under a point of the bands, or of a loop's ring.
func (e *Editor) fieldAt(at geom.Point) (field, bool) {
	s, b, z := e.view.sheet, e.view.body(), e.view.Zoom
	var h scene.Hit
	var ok bool
	switch {
	case s.Looped():
		h, ok = s.Body.Hit(e.view.toBody(at), 0)
		_, isStage := journey.Get[journey.Stage](e.Doc.Project(), journey.ID(h.Owner))
		ok = ok && isStage
	case at.X >= b.Min.X && at.Y < b.Min.Y:
		h, ok = s.Band.Hit(geom.Pt((at.X-b.Min.X)/z+e.view.At.X, at.Y/z), 0)
	case at.X < b.Min.X && at.Y >= b.Min.Y:
		h, ok = s.Headers.Hit(geom.Pt(at.X/z, (at.Y-b.Min.Y)/z+e.view.At.Y), 0)
	}
	return field{journey.ID(h.Owner), layout.TitlePart}, ok
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
	card := journey.Card{ID: e.Doc.newID(), Lane: c.Row.ID, Stage: c.Column.Stage}
	if info.Span != journey.PerStage {
		card.Step = c.Column.Step
	}
	if c.Row.LaneKind == journey.Feelings || c.Row.LaneKind == journey.Intensity {
		card.Feeling = e.feelingAt(c.Row, e.view.toBody(ev.At).Y)
	}
	before := journey.Order("")
	for _, x := range e.Doc.Project().Cards(card.Lane, card.Column()) {
		before = x.Order
	}
	card.Order = journey.Between(before, "")
	return e.visit(field{card.ID, layout.TitlePart}, "Add "+info.Card, func(ed *journey.Edit) { ed.Put(card) }, ev)
}

// feelingAt is the feeling at a height of a lane, in the lane's scale, to a
// tenth of it.
func (e *Editor) feelingAt(r layout.Row, y float64) journey.Number {
	s := r.Scale()
	step := (s.Greatest - s.Least) / 40
	v := s.Least + math.Round((e.Sheet().FeelingAt(r, y)+2)*10)*step
	return journey.Num(math.Round(v*1000) / 1000) // not 0.30000000000000004
}
