package editor

import (
	"fmt"
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// connector draws links from card to card until Esc.
type connector struct{ plain }

// Handle begins a link.
func (t *connector) Handle(e *Editor, ev input.Event) Tool {
	if next, ok := e.stays(t, ev); ok {
		return next
	}
	if c, _, ok := e.linkable(ev.At, 0); ok && ev.Kind == input.Press {
		return e.beginLink(c, t, ev)
	}
	return t
}

// Show adds the handles of the card at the pointer.
func (t *connector) Show(e *Editor, f *input.Frame) {
	if _, box, ok := e.linkable(e.pointer, 0); ok && e.inside {
		f.Marks = append(f.Marks, e.ring(bodyPane, layout.CardPart, box))
		r, clip := e.view.toView(box), e.view.body()
		for _, p := range []geom.Point{{X: r.Min.X, Y: r.Center().Y}, {X: r.Max.X, Y: r.Center().Y}, {X: r.Center().X, Y: r.Min.Y}, {X: r.Center().X, Y: r.Max.Y}} {
			f.Marks = append(f.Marks, e.handleMark(p, clip, false))
		}
	}
}

// Cursor is a cross.
func (t *connector) Cursor(*Editor) input.Cursor { return input.Crosshair }

// Hint says what to do.
func (t *connector) Hint() string { return "Drag from one card to another. Esc ends." }

const (
	handleR  = 5  // of the handle from which a link is drawn, pixels
	snapTo   = 16 // how near to a card a link joins it, pixels
	linkWide = 2
)

// handleMark is a ring from which a link is drawn, larger while the pointer is
// on it.
func (e *Editor) handleMark(at geom.Point, clip geom.Rect, hot bool) input.Mark {
	r := float64(handleR)
	if hot {
		r += 1.5
	}
	return input.Mark{Rect: geom.Box(at.X-r, at.Y-r, 2*r, 2*r), Clip: clip, Fill: e.Theme().Map, Edge: e.Theme().Acc, Width: 2, Radius: r}
}

// linkable is the card at a point of the view, or the nearest one within reach
// pixels of it, that can have links: points and dots have none.
func (e *Editor) linkable(at geom.Point, reach float64) (card journey.Card, box geom.Rect, ok bool) {
	if !e.view.body().Contains(at) {
		return card, box, false
	}
	p, near := e.view.toBody(at), reach/e.view.Zoom
	body := &e.view.sheet.Body
	best := math.Inf(1)
	for i := len(body.Blocks) - 1; i >= 0; i-- {
		b := &body.Blocks[i]
		q := p.Sub(b.At)
		if !b.Bounds.Grow(near).Contains(q) {
			continue
		}
		for k := range b.Items {
			it := &b.Items[k]
			if it.Part != layout.CardPart && it.Part != layout.PointPart || !it.Box.Grow(near).Contains(q.Sub(it.At)) {
				continue
			}
			c, known := get[journey.Card](e, journey.ID(it.Owner))
			if !known || it.Part == layout.PointPart && !e.chip(c) {
				continue
			}
			r := it.Box.Add(it.At).Add(b.At)
			if d := away(r, p); d < best {
				card, box, ok, best = c, r, true, d
			}
		}
	}
	return card, box, ok
}

// away is how far a point is from a box.
func away(r geom.Rect, p geom.Point) float64 {
	q := geom.Pt(min(max(p.X, r.Min.X), r.Max.X), min(max(p.Y, r.Min.Y), r.Max.Y))
	return p.Sub(q).Len()
}

// chip reports whether a card is a step of a workflow.
func (e *Editor) chip(c journey.Card) bool {
	l, ok := get[journey.Lane](e, c.Lane)
	return ok && l.LaneKind == journey.Automation
}

// connect has one end of a link in the hand.
type connect struct {
	plain
	back  Tool         // when it is done
	link  journey.Link // as it was, or with the card from which it comes
	head  bool         // the end in the hand is the link's head
	fresh bool         // the link is a new one
	click bool         // the card was clicked: the button is up, and the next press ends it
	press geom.Point   // in the view
	at    geom.Point   // of the pointer, in the view
	to    journey.ID   // the card that it joins; "" is none
	twice bool         // such a link is there already
	g     *Gesture
	edge  edgeScroll
}

// beginLink draws a new link from a card.
func (e *Editor) beginLink(from journey.Card, back Tool, ev input.Event) Tool {
	link := journey.Link{ID: e.Doc.newID(), Map: e.mp, From: from.ID}
	return e.takeEnd(&connect{back: back, link: link, head: true, fresh: true}, wordsOf[journey.KindLink].add, ev)
}

func (e *Editor) takeEnd(t *connect, label string, ev input.Event) Tool {
	if t.g = e.beginGesture(label); t.g == nil {
		return &swallow{}
	}
	t.press, t.at, t.edge = ev.At, ev.At, edgeScroll{ev.Now}
	return t
}

// fixed is the card at the end that is not in the hand.
func (t *connect) fixed() journey.ID {
	if t.head {
		return t.link.From
	}
	return t.link.To
}

// Handle follows the pointer.
func (t *connect) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		t.at = ev.At
		t.aim(e)
	case input.Tick:
		if t.moved() && t.edge.scroll(e, t.at, both, ev.Now) {
			t.aim(e)
		}
	case input.Scroll:
		e.scroll(ev)
		t.aim(e)
	case input.Press:
		if t.click && ev.Button == input.Left {
			t.at = ev.At
			t.aim(e)
			return t.end(e, ev)
		}
	case input.Release:
		if t.fresh && !t.click && !t.moved() {
			t.click = true
			return t
		}
		if !t.click {
			return t.end(e, ev)
		}
	case input.Cancel:
		return t.giveUp(e)
	case input.KeyDown:
		if ev.Key == input.KeyEscape {
			if next := t.giveUp(e); t.click {
				return next
			}
			return &swallow{back: t.back}
		}
	}
	return t
}

// giveUp leaves all as it was.
func (t *connect) giveUp(e *Editor) Tool {
	e.fail(t.g.Cancel())
	if !t.fresh {
		e.choose(t.link.ID, false)
	}
	return t.back
}

// moved reports whether the pointer has left the place of the press.
func (t *connect) moved() bool { return t.at.Sub(t.press).Len() >= dragAfter }

// aim finds the card that the link would join and shows it there.
func (t *connect) aim(e *Editor) {
	if !t.moved() {
		return
	}
	var to journey.ID
	if c, _, ok := e.linkable(t.at, snapTo); ok && c.ID != t.fixed() {
		to = c.ID
	}
	if to == t.to {
		return
	}
	t.to = to
	l := t.joined()
	t.twice = to != "" && slices.ContainsFunc(e.Doc.Project().LinksOf(to), func(o journey.Link) bool {
		return o.From == l.From && o.To == l.To && o.ID != l.ID
	})
	e.fail(t.g.Update(func(ed *journey.Edit) error {
		switch {
		case to != "" && !t.twice:
			ed.Put(l)
		case !t.fresh:
			ed.Delete(t.link.ID) // a line to the pointer stands for it
		}
		return nil
	}))
}

// joined is the link with the card under the pointer at its end.
func (t *connect) joined() journey.Link {
	l := t.link
	if t.head {
		l.To = t.to
	} else {
		l.From = t.to
	}
	return l
}

// end lets go: on a card the link is made, in an empty place of a cell a new
// card with it, and elsewhere all stays as it was.
func (t *connect) end(e *Editor, ev input.Event) Tool {
	if t.to != "" && !t.twice {
		err := t.g.Commit()
		e.fail(err)
		if err == nil {
			e.choose(t.link.ID, false)
		}
		return t.back
	}
	next := t.giveUp(e)
	if c, ok := t.ground(e); ok {
		card, l := e.blankCard(c), t.link
		cards := e.Doc.Project().Cards(card.Lane, card.Column())
		card.Order, l.To = orderAt(cards, card.ID, len(cards)), card.ID
		return e.visit(field{card.ID, layout.TitlePart}, "Add linked card", func(ed *journey.Edit) {
			ed.Put(card)
			ed.Put(l)
		}, ev)
	}
	return next
}

// ground is the cell under the pointer where a new card would be linked.
func (t *connect) ground(e *Editor) (layout.Cell, bool) {
	c, ok := e.cellAt(t.at)
	if !ok || !t.fresh || t.to != "" || !t.moved() || c.Row.LaneKind.Info().Span == journey.WholeMap || refuses(c.Row.Lane, journey.Card{Lane: c.Row.ID}) != "" {
		return layout.Cell{}, false
	}
	_, _, hit := e.hitRow(t.at)
	return c, !hit
}

// Show adds the way to the pointer, or what it joins.
func (t *connect) Show(e *Editor, f *input.Frame) {
	if t.to != "" {
		r, ok := e.cardBox(t.to)
		if ok {
			f.Marks = append(f.Marks, e.ring(bodyPane, layout.CardPart, r))
		}
		c, _ := get[journey.Card](e, t.to)
		f.Hint = &input.Hint{At: besidePointer(e), Text: fmt.Sprintf("Link with “%s”", journey.ShortName(c))}
		if t.twice {
			f.Hint.Text, f.Hint.Bad = "There is such a link already", true
		}
		return
	}
	box, ok := e.cardBox(t.fixed())
	if !ok || !t.moved() {
		return
	}
	th, clip := e.Theme(), e.view.body()
	way := elbow(e.view.toView(box), t.at)
	if t.fresh {
		f.Marks = append(f.Marks, lineMarks(way, clip, th.Acc, false)...)
		f.Marks = append(f.Marks, e.handleMark(t.at, clip, false))
		if _, ok := t.ground(e); ok {
			f.Hint = &input.Hint{At: besidePointer(e), Text: "Add a card here"}
		}
		return
	}
	f.Marks = append(f.Marks, lineMarks(way, clip, th.Pain, true)...)
	f.Marks = append(f.Marks, alertMarks(t.at, clip, th)...)
}

// elbow is a way from a card to a point, across and down.
func elbow(r geom.Rect, p geom.Point) []geom.Point {
	c := r.Center()
	if r.Contains(p) {
		return []geom.Point{c, p}
	}
	if p.X >= r.Min.X && p.X <= r.Max.X { // above or below
		y := r.Max.Y
		if p.Y < r.Min.Y {
			y = r.Min.Y
		}
		mid := (y + p.Y) / 2
		return []geom.Point{{X: c.X, Y: y}, {X: c.X, Y: mid}, {X: p.X, Y: mid}, p}
	}
	x := r.Max.X
	if p.X < r.Min.X {
		x = r.Min.X
	}
	mid := (x + p.X) / 2
	return []geom.Point{{X: x, Y: c.Y}, {X: mid, Y: c.Y}, {X: mid, Y: p.Y}, p}
}

// lineMarks is a way of lines across and down, in pieces where it is dashed.
func lineMarks(way []geom.Point, clip geom.Rect, ink scene.Color, dashed bool) []input.Mark {
	const dash, space, most = 5, 4, 200
	var marks []input.Mark
	put := func(a, b geom.Point) {
		r := geom.Rect{Min: geom.Pt(min(a.X, b.X), min(a.Y, b.Y)), Max: geom.Pt(max(a.X, b.X), max(a.Y, b.Y))}.Grow(linkWide / 2.0)
		marks = append(marks, input.Mark{Rect: r, Clip: clip, Fill: ink, Radius: linkWide / 2.0})
	}
	for i := 1; i < len(way); i++ {
		a, d := way[i-1], way[i].Sub(way[i-1])
		if !dashed {
			put(a, way[i])
			continue
		}
		for at := 0.0; at < d.Len() && len(marks) < most; at += dash + space {
			put(a.Add(d.Mul(at/d.Len())), a.Add(d.Mul(min(at+dash, d.Len())/d.Len())))
		}
	}
	return marks
}

// alertMarks is a disc that says that an end of a link is lost.
func alertMarks(at geom.Point, clip geom.Rect, th *layout.Theme) []input.Mark {
	return []input.Mark{
		{Rect: geom.Box(at.X-8, at.Y-8, 16, 16), Clip: clip, Fill: th.Map, Edge: th.Pain, Width: 1.5, Radius: 8},
		{Rect: geom.Box(at.X-1, at.Y-4, 2, 5), Clip: clip, Fill: th.Pain},
		{Rect: geom.Box(at.X-1, at.Y+2.5, 2, 2), Clip: clip, Fill: th.Pain},
	}
}

// Cursor is a cross, or a sign where nothing can be joined.
func (t *connect) Cursor(e *Editor) input.Cursor {
	if t.twice {
		return input.NotAllowed
	}
	return input.Crosshair
}

// Hint says what to do.
func (t *connect) Hint() string { return "Drop on a card to link it. Esc cancels." }

// Live is true: the map scrolls while the pointer rests near an edge.
func (t *connect) Live() bool { return true }

// linkEnd is the pointer on an end of the selected link.
type linkEnd struct {
	link journey.Link
	head bool
	at   geom.Point // in the view
}

// linkEnds is the ends of the link that is selected alone.
func (e *Editor) linkEnds() []linkEnd {
	if len(e.sel.ids) != 1 || e.view.Zoom < nearZoom || e.Doc.Writable() != nil {
		return nil
	}
	l, ok := get[journey.Link](e, e.sel.ids[0])
	if !ok {
		return nil
	}
	it, at, ok := e.view.sheet.Link(l.ID)
	if !ok || len(it.Hits) == 0 {
		return nil
	}
	var out []linkEnd
	for _, end := range []struct {
		card journey.ID
		hit  geom.Rect
		head bool
	}{{l.From, it.Hits[0], false}, {l.To, it.Hits[len(it.Hits)-1], true}} {
		box, ok := e.cardBox(end.card)
		if !ok {
			continue
		}
		r := end.hit.Grow(-layout.LinkReach).Add(at)
		best := r.Min
		for _, p := range []geom.Point{{X: r.Max.X, Y: r.Min.Y}, {X: r.Min.X, Y: r.Max.Y}, r.Max} {
			if away(box, p) < away(box, best) {
				best = p
			}
		}
		out = append(out, linkEnd{l, end.head, e.view.toView(geom.Rect{Min: best, Max: best}).Min})
	}
	return out
}

// linkEndAt is the end of the selected link at a point of the view.
func (e *Editor) linkEndAt(at geom.Point) (linkEnd, bool) {
	for _, l := range e.linkEnds() {
		if at.Sub(l.at).Len() <= handleR+3 {
			return l, true
		}
	}
	return linkEnd{}, false
}

func (l linkEnd) show(e *Editor, f *input.Frame) {
	f.Marks = append(f.Marks, e.handleMark(l.at, e.view.body(), true))
}

func (linkEnd) cursor() input.Cursor { return input.Hand }

func (l linkEnd) press(e *Editor, ev input.Event) Tool {
	t := &connect{back: idle{}, link: l.link, head: l.head, to: l.link.From}
	if l.head {
		t.to = l.link.To
	}
	return e.takeEnd(t, wordsOf[journey.KindLink].move, ev)
}
