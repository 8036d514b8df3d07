package editor

import (
	"math"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// noteTool places a note where the map is clicked.
type noteTool struct{ plain }

// Handle places a note.
func (t *noteTool) Handle(e *Editor, ev input.Event) Tool {
	if next, ok := e.stays(t, ev); ok {
		return next
	}
	if ev.Kind != input.Press || !e.view.body().Contains(ev.At) {
		return t
	}
	n := journey.Note{ID: e.Doc.newID(), Map: e.mp}
	n = e.hung(n, e.view.toBody(ev.At).Sub(noteGrab))
	return e.visit(field{n.ID, layout.TextPart}, wordsOf[journey.KindNote].add, func(ed *journey.Edit) {
		notes := ed.Now().Notes(e.mp)
		ed.Put(journey.WithOrder(n, orderAt(notes, n.ID, len(notes))))
	}, ev)
}

// noteGrab is where in a new note the pointer is, u: where its text begins.
var noteGrab = geom.Pt(14, 18)

// Show adds the ground of the note that a click would place.
func (t *noteTool) Show(e *Editor, f *input.Frame) {
	v, th := &e.view, e.Theme()
	if !e.inside || !v.body().Contains(e.pointer) {
		return
	}
	at := e.pointer.Sub(noteGrab.Mul(v.Zoom))
	f.Marks = append(f.Marks, input.Mark{
		Rect: geom.Box(at.X, at.Y, layout.NoteWidth*v.Zoom, 40*v.Zoom), Clip: v.body(),
		Fill: faint(th.Note, 200), Edge: th.NoteLine, Width: 1, Radius: 4,
	})
}

// Cursor is a cross.
func (t *noteTool) Cursor(*Editor) input.Cursor { return input.Crosshair }

// Hint says what to do.
func (t *noteTool) Hint() string { return "Click where the note shall stand. Esc ends." }

// hung is a note whose top left is at a point of the body: it hangs on the row
// and the stage there, so that it goes with them.
func (e *Editor) hung(n journey.Note, at geom.Point) journey.Note {
	s := e.view.sheet
	at = geom.Pt(math.Round(max(0, at.X)), math.Round(max(0, at.Y)))
	n.Lane, n.Stage, n.X, n.Y = "", "", at.X, at.Y
	if st, ok := s.StageAt(at.X); ok {
		n.Stage, n.X = st.ID, at.X-st.X
	}
	if i := slices.IndexFunc(s.Rows, func(r layout.Row) bool { return at.Y >= r.Y && at.Y < r.Y+r.H }); i >= 0 && !s.Rows[i].Folded {
		n.Lane, n.Y = s.Rows[i].ID, at.Y-s.Rows[i].Y
	}
	return n
}

// noteDrag moves notes, or copies of them.
type noteDrag struct {
	plain
	notes  []journey.Note
	copies []journey.ID
	places []geom.Point // in the body, u
	from   geom.Point   // of the pointer in the body, u
	at     geom.Point   // of the pointer, in the view
	mods   input.Mods
	g      *Gesture
	edge   edgeScroll
}

// beginNotes lifts the selected notes.
func (e *Editor) beginNotes(from geom.Point, ev input.Event) Tool {
	g := e.beginGesture(wordsOf[journey.KindNote].move)
	if g == nil {
		return &swallow{}
	}
	t := &noteDrag{from: e.view.toBody(from), at: ev.At, mods: ev.Mods, g: g, edge: edgeScroll{ev.Now}}
	for _, n := range selected[journey.Note](e) {
		if _, at, ok := e.view.sheet.Note(n.ID); ok {
			t.notes, t.places, t.copies = append(t.notes, n), append(t.places, at), append(t.copies, e.Doc.newID())
		}
	}
	t.follow(e)
	return t
}

// Handle follows the pointer.
func (t *noteDrag) Handle(e *Editor, ev input.Event) Tool {
	switch ev.Kind {
	case input.Move, input.Release:
		if ev.Kind == input.Move || ev.At != t.at || ev.Mods != t.mods {
			t.at, t.mods = ev.At, ev.Mods
			t.follow(e)
		}
		if ev.Kind == input.Release {
			if t.copying() {
				t.g.label = wordsOf[journey.KindNote].duplicate
			}
			e.fail(t.g.Commit())
			return idle{}
		}
	case input.Tick:
		if t.edge.scroll(e, t.at, both, ev.Now) {
			t.follow(e)
		}
	case input.Scroll:
		e.scroll(ev)
		t.follow(e)
	case input.Cancel:
		e.fail(t.g.Cancel())
		return idle{}
	case input.KeyDown, input.KeyUp:
		if ev.Key == input.KeyEscape {
			e.fail(t.g.Cancel())
			return &swallow{}
		}
		t.mods = ev.Mods
		t.follow(e)
	}
	return t
}

func (t *noteDrag) copying() bool { return t.mods.Has(input.Alt) || t.mods.Has(input.Ctrl) }

// follow puts the notes where the pointer is.
func (t *noteDrag) follow(e *Editor) {
	d := e.view.toBody(t.at).Sub(t.from)
	moved := make([]journey.Note, len(t.notes))
	for i, n := range t.notes {
		moved[i] = e.hung(n, t.places[i].Add(d))
		if t.copying() {
			moved[i].ID = t.copies[i]
		}
	}
	e.fail(t.g.Update(func(ed *journey.Edit) error {
		for _, n := range moved {
			if t.copying() {
				notes := ed.Now().Notes(e.mp)
				ed.Put(journey.WithOrder(n, orderAt(notes, n.ID, len(notes))))
				continue
			}
			ed.Put(n)
		}
		return nil
	}))
}

// Show says what the drop does.
func (t *noteDrag) Show(e *Editor, f *input.Frame) {
	f.Hint = &input.Hint{At: besidePointer(e), Text: "Move here", More: "Alt copies"}
	if t.copying() {
		f.Hint.Text, f.Hint.More = "Copy here", ""
	}
}

// besidePointer is where a hint stands.
func besidePointer(e *Editor) geom.Point { return e.pointer.Add(geom.Pt(16, 16)) }

// Cursor is a closed hand.
func (t *noteDrag) Cursor(*Editor) input.Cursor { return input.Grabbing }

// Hint says what to do.
func (t *noteDrag) Hint() string { return "Drop to move. Alt copies. Esc cancels." }

// Live is true: the map scrolls while the pointer rests near an edge.
func (t *noteDrag) Live() bool { return true }
