package editor

import (
	"cmp"
	"fmt"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// drag carries cards to another cell, or to another place in theirs. The
// project changes when they are dropped; until then the sheet shows a slot
// where they would go and a dashed edge where they were.
type drag struct {
	plain
	cards []journey.Card // as they stand in the map
	main  journey.Card   // the one under the pointer
	size  geom.Point     // of the main card, u
	grab  geom.Point     // of the pointer in the main card, u
	at    geom.Point     // of the pointer, pixels
	mods  input.Mods
	slot  *layout.Slot // where the main card would go; nil is nowhere
	lands []landing    // where all of them would
	last  landed       // what lands was found for
	why   string       // why they cannot go where the pointer is
	ghost *scene.Scene
	edge  edgeScroll
	edges []journey.ID // the cards that leave a dashed edge behind
}

// manyEdges is how many cards leave an edge behind while they are dragged. Of
// more, only the one under the pointer does; the others stay in sight.
const manyEdges = 100

// beginDrag lifts the selected cards, but for those that stay where they are:
// points of a curve, and the cards of a locked lane.
func (e *Editor) beginDrag(main journey.ID, from geom.Point, ev input.Event) Tool {
	p := e.Doc.Project()
	card, _ := journey.Get[journey.Card](p, main)
	it, at, ok := e.view.sheet.Card(card)
	switch {
	case ok && it.Part == layout.PointPart:
		return e.beginPoint(card, at, from, ev)
	case !ok || it.Part != layout.CardPart:
		return idle{}
	}
	err := e.Doc.Writable()
	if err == nil {
		err = e.locked(main)
	}
	if err != nil {
		e.fail(err)
		return &swallow{}
	}
	if !e.sel.has[main] {
		e.sel.set(main)
	}
	t := &drag{main: card, size: geom.Pt(it.Box.W(), it.Box.H()), grab: e.view.toBody(from).Sub(at), at: ev.At, mods: ev.Mods, edge: edgeScroll{ev.Now}}
	t.ghost = lifted(it, e.Theme())
	t.cards = e.movable()
	if t.edges = []journey.ID{main}; len(t.cards) <= manyEdges {
		t.edges = t.edges[:0]
		for _, c := range t.cards {
			t.edges = append(t.edges, c.ID)
		}
	}
	t.aim(e)
	return t
}

// movable is the selected cards that can be dragged, in the order in which a
// reader meets them.
func (e *Editor) movable() []journey.Card {
	p, s := e.Doc.Project(), e.view.sheet
	boxes := slices.Clone(e.outline())
	slices.SortStableFunc(boxes, func(a, b outlined) int {
		return cmp.Or(cmp.Compare(a.box.Min.X, b.box.Min.X), cmp.Compare(a.box.Min.Y, b.box.Min.Y))
	})
	lanes := map[journey.ID]bool{}
	for _, r := range s.Rows {
		lanes[r.ID] = !r.Locked
	}
	var out []journey.Card
	for _, b := range boxes {
		c, ok := journey.Get[journey.Card](p, b.id)
		if ok && lanes[c.Lane] && b.part == layout.CardPart {
			out = append(out, c)
		}
	}
	return out
}

// Handle follows the pointer.
func (t *drag) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move:
		t.at, t.mods = ev.At, ev.Mods
		t.aim(e)
	case input.Tick:
		if t.edge.scroll(e, t.at, both, ev.Now) {
			t.aim(e)
		}
	case input.Scroll:
		e.scroll(ev)
		t.aim(e)
	case input.Release:
		t.mods = ev.Mods
		if ev.At != t.at { // else what is shown holds, though the open slot may have moved what is under the pointer
			t.at = ev.At
			t.aim(e)
		}
		t.end(e)
		e.fail(t.drop(e))
		return idle{}
	case input.Cancel:
		t.end(e)
		return idle{}
	case input.KeyDown, input.KeyUp:
		if ev.Key == input.KeyEscape {
			t.end(e)
			return &swallow{} // the button is still down
		}
		t.mods = ev.Mods
		t.aim(e)
	}
	return t
}

// end puts the sheet back as it was.
func (t *drag) end(e *Editor) {
	e.preview = layout.Preview{}
	e.relay()
}

// aim finds the slot under the pointer and shows it.
func (t *drag) aim(e *Editor) {
	p := e.view.toBody(t.at)
	t.slot, t.why = nil, ""
	v := layout.Preview{Ghosts: t.edges}
	if e.view.body().Contains(t.at) {
		if cell, ok := e.view.sheet.CellAt(p); ok {
			t.slot, t.why = t.target(e, cell, p)
		}
	}
	t.land(e)
	if t.slot != nil && !t.stays(e) {
		v.Slot = t.slot
	}
	e.preview = v
	e.relay()
}

// target is the slot in a cell for a pointer at p, or the reason why there is
// none.
func (t *drag) target(e *Editor, cell layout.Cell, p geom.Point) (*layout.Slot, string) {
	lane := cell.Row.Lane
	if why := refuses(lane, t.main); why != "" {
		return nil, why
	}
	step := inSteps(lane, t.main)
	s := &layout.Slot{Lane: lane.ID, Column: cell.Column.Stage, Height: t.size.Y}
	if step {
		s.Column = cell.Column.ID()
	}
	if r, ok := e.slot(); ok && r.Contains(p) && e.preview.Slot.Lane == s.Lane && e.preview.Slot.Column == s.Column {
		return e.preview.Slot, "" // over the open slot nothing moves
	}
	cards := e.Doc.Project().Cards(s.Lane, s.Column)
	s.Index = len(cards)
	for i, c := range cards {
		if r, ok := e.cardBox(c.ID); ok && e.view.sheet.Before(r, p) {
			s.Index = i
			break
		}
	}
	return s, ""
}

// refuses is why a lane does not take a card, "" where it does.
func refuses(lane journey.Lane, c journey.Card) string {
	switch info := lane.LaneKind.Info(); {
	case lane.Locked:
		return fmt.Sprintf("“%s” is locked", lane.Title)
	case lane.Folded:
		return fmt.Sprintf("“%s” is folded", lane.Title)
	case info.Card == "":
		return "A line takes no cards"
	case info.Span == journey.WholeMap && lane.ID != c.Lane:
		return fmt.Sprintf("%s only take points, not cards", lane.Title)
	}
	return ""
}

// inSteps reports whether a card stands under a step in a lane: as it does, or
// in another lane as the cards there do.
func inSteps(lane journey.Lane, c journey.Card) bool {
	if lane.ID == c.Lane {
		return c.Step != ""
	}
	return lane.LaneKind.Info().Span != journey.PerStage
}

// slot is where the open slot stands in the body.
func (e *Editor) slot() (geom.Rect, bool) {
	s := e.preview.Slot
	if s == nil {
		return geom.Rect{}, false
	}
	c := journey.Card{ID: layout.SlotOwner, Lane: s.Lane, Stage: s.Column}
	if st, ok := journey.Get[journey.Step](e.Doc.Project(), s.Column); ok {
		c.Stage = st.Stage
	}
	it, at, ok := e.view.sheet.Card(c)
	if !ok {
		return geom.Rect{}, false
	}
	return it.Box.Add(at), true
}

// stays reports whether the drop would leave the cards where they are.
func (t *drag) stays(e *Editor) bool {
	if t.copies() || t.main.Lane != t.slot.Lane || t.main.Column() != t.slot.Column {
		return false
	}
	if len(t.cards) > 1 && len(t.lands) == 1 { // of one cell: they may come together
		return false
	}
	list := e.Doc.Project().Cards(t.main.Lane, t.main.Column())
	i := indexOf(list, t.main.ID)
	return t.slot.Index == i || t.slot.Index == i+1
}

// copies reports whether the drop leaves the cards where they are and adds
// copies.
func (t *drag) copies() bool { return t.mods.Has(input.Alt) || t.mods.Has(input.Ctrl) }

// drop moves or copies the cards into the slot.
func (t *drag) drop(e *Editor) error {
	if t.slot == nil || t.stays(e) {
		return nil
	}
	label := "Move " + count(len(t.cards), "card")
	if t.copies() {
		label = "Copy " + count(len(t.cards), "card")
	}
	var placed []journey.ID
	err := e.Doc.Do(label, func(ed *journey.Edit) error {
		for _, l := range t.lands {
			placed = append(placed, place(ed, l.cards, &l.slot, t.copies())...)
		}
		return nil
	})
	if err == nil {
		e.Select(placed...)
	}
	return err
}

// place puts cards, or copies of them, into a slot and returns their IDs.
func place(ed *journey.Edit, cards []journey.Card, s *layout.Slot, copies bool) []journey.ID {
	list := ed.Now().Cards(s.Lane, s.Column)
	at := min(s.Index, len(list))
	moving := map[journey.ID]bool{}
	for _, c := range cards {
		moving[c.ID] = !copies
	}
	var before, after journey.Order
	for _, c := range list[:at] {
		if !moving[c.ID] {
			before = c.Order
		}
	}
	for _, c := range list[at:] {
		if !moving[c.ID] {
			after = c.Order
			break
		}
	}
	var out []journey.ID
	for _, c := range cards {
		c, ok := journey.Get[journey.Card](ed.Now(), c.ID)
		if !ok {
			continue
		}
		if copies {
			c.ID = ed.NewID()
		}
		c.Lane, c.Stage, c.Step = s.Lane, s.Column, ""
		if st, ok := journey.Get[journey.Step](ed.Now(), s.Column); ok {
			c.Stage, c.Step = st.Stage, st.ID
		}
		before = journey.Between(before, after)
		c.Order = before
		ed.Put(c)
		out = append(out, c.ID)
	}
	return out
}

// count is "card" for one, "3 cards" for three.
func count(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Show adds the lifted card, the marker above the slot and the hint.
func (t *drag) Show(e *Editor, f *input.Frame) {
	v := &e.view
	at := t.at.Sub(t.grab.Mul(v.Zoom))
	r := geom.Box(at.X, at.Y, t.size.X*v.Zoom, t.size.Y*v.Zoom)
	f.Drawn = append(f.Drawn, input.Drawing{Key: fmt.Sprint(t.main.ID, v.Zoom, e.Theme().Name), Scene: t.ghost, At: r.Grow(liftReach * v.Zoom).Min, Zoom: v.Zoom})
	if r, ok := e.slot(); ok {
		f.Marks = append(f.Marks, e.marker(v.toView(r))...)
	}
	f.Marks = append(f.Marks, t.marks(e)...)
	hint := &input.Hint{At: geom.Pt(r.Max.X+10, r.Max.Y-10), Text: t.why, Bad: t.why != ""}
	switch {
	case t.slot != nil && t.copies() && len(t.cards) > 1:
		hint.Text = fmt.Sprintf("Copy %d cards here", len(t.cards))
	case t.slot != nil && t.copies():
		hint.Text = "Copy here"
	case t.slot != nil && len(t.cards) > 1:
		hint.Text, hint.More = fmt.Sprintf("Move %d cards here", len(t.cards)), "Alt copies"
	case t.slot != nil:
		hint.Text, hint.More = "Move here", "Alt copies"
	case t.why == "":
		return
	}
	f.Hint = hint
}

// marker is the line above a slot, with a ring at each end.
func (e *Editor) marker(slot geom.Rect) []input.Mark {
	acc, y := e.Theme().Acc, slot.Min.Y-5
	clip := e.view.body()
	ring := func(x float64) input.Mark {
		return input.Mark{Rect: geom.Box(x-4, y-4, 8, 8), Clip: clip, Fill: e.Theme().Map, Edge: acc, Width: 2, Radius: 4}
	}
	return []input.Mark{
		{Rect: geom.Box(slot.Min.X, y-1, slot.W(), 2), Clip: clip, Fill: acc},
		ring(slot.Min.X), ring(slot.Max.X),
	}
}

// Cursor is a closed hand, or a sign where nothing can be dropped.
func (t *drag) Cursor(*Editor) input.Cursor {
	if t.slot == nil {
		return input.NotAllowed
	}
	return input.Grabbing
}

// Hint says what to do.
func (t *drag) Hint() string { return "Drop to move. Alt copies. Esc cancels." }

// Live is true: the map scrolls while the pointer rests near an edge.
func (t *drag) Live() bool { return true }

// swallow waits until the button of a cancelled drag comes up.
type swallow struct {
	plain
	back Tool // what is in hand then; nil waits for what comes
}

// Handle waits.
func (t *swallow) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Release, input.Cancel:
		return t.next()
	case input.Press: // it came up unseen
		return t.next().Handle(e, ev)
	case input.KeyDown:
		if ev.Key == input.KeyEscape { // once more puts down the tool, too
			t.back = nil
		}
	case input.Scroll:
		e.scroll(ev)
	}
	return t
}

func (t *swallow) next() Tool {
	if t.back != nil {
		return t.back
	}
	return idle{}
}

// liftReach is how far the shadow of a lifted card reaches, u.
const liftReach = 24

// lifted is an item as it looks in the hand: with a shadow, and a box with an
// edge in the colour of the user's action.
func lifted(it *scene.Item, th *layout.Theme) *scene.Scene {
	var ops []scene.Op
	const layers = 12
	for i := range layers {
		d := liftReach * (1 - float64(i)/layers) * 0.8
		r := it.Box.Grow(d - 6).Add(geom.Pt(0, 8))
		a := uint8(2 + i/4)
		if th.Dark {
			a *= 3
		}
		ops = append(ops, &scene.Fill{Path: geom.RoundRect(r, layout.CardRadius+d), Paint: scene.Solid(scene.Color{R: 0x1D, G: 0x1C, B: 0x1A, A: a})})
	}
	if it.Part == layout.StepPart || it.Part == layout.LanePart { // which have no ground of their own
		ops = append(ops, &scene.Fill{Path: geom.RoundRect(it.Box, layout.CardRadius), Paint: scene.Solid(th.Card)})
	}
	ops = append(ops, it.Ops...)
	if it.Part != layout.StagePart && it.Part != layout.NotePart { // which have a shape of their own
		ops = append(ops, &scene.Stroke{Path: geom.RoundRect(it.Box.Grow(-0.75), layout.CardRadius-0.75), Paint: scene.Solid(th.Acc), Pen: geom.Pen{Width: 1.5}, Least: 1})
	}
	lift := scene.NewItem("", "lifted", geom.Pt(liftReach, liftReach), it.Box, ops...)
	return &scene.Scene{
		Size:   geom.Pt(it.Box.W()+2*liftReach, it.Box.H()+2*liftReach),
		Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{lift}), Name: "lifted"}},
	}
}
