package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
)

// NoteWidth is how wide a note is unless its author says otherwise, u.
const NoteWidth = 160

const (
	noteLeast          = 48
	notePadX, notePadY = 12, 10
	noteFoot           = 12
	noteCorner, noteR  = 16, 4 // the folded corner, the others
)

// noteState is what a layout remembers of a note.
type noteState struct {
	note  journey.Note
	block *scene.Block
}

// marksOf adds links and notes to the body, and makes it larger where a note
// hangs out.
func (l *Layout) marksOf(f *frame, s *Sheet) {
	lines, labels := l.linksOf(f, s)
	notes := l.notesOf(f, s)
	s.Body.Blocks = slices.Concat(s.lines, lines, s.Body.Blocks, labels, notes)
	for _, n := range notes {
		s.Body.Size.X = max(s.Body.Size.X, n.At.X+n.Bounds.Max.X)
		s.Body.Size.Y = max(s.Body.Size.Y, n.At.Y+n.Bounds.Max.Y)
	}
}

// notesOf is the map's notes, back to front. They lie over everything else in
// the body. One whose lane or stage is not shown is
// not shown either.
func (l *Layout) notesOf(f *frame, s *Sheet) []scene.Placed {
	notes := f.p.Notes(l.mp)
	if l.notes == nil || len(l.notes) > 2*len(notes) { // forget those that are gone
		l.notes = map[journey.ID]*noteState{}
	}
	var out []scene.Placed
	for _, n := range notes {
		at, ok := s.noteAt(f.p, n)
		if !ok {
			continue
		}
		st := l.notes[n.ID]
		if st == nil {
			st = &noteState{}
			l.notes[n.ID] = st
		}
		if st.block == nil || st.note != n {
			st.note, st.block = n, scene.NewBlock([]scene.Item{f.note(n)})
		}
		out = append(out, scene.Placed{Block: st.block, Name: noteName(n.ID), At: at})
	}
	return out
}

// noteAt is where a note hangs: from the top left of its row under its stage,
// or of the map. It never hangs out on the left or above, and on the right and
// below it touches the map at least.
func (s *Sheet) noteAt(p *journey.Project, n journey.Note) (geom.Point, bool) {
	var at geom.Point
	if _, ok := journey.Get[journey.Lane](p, n.Lane); ok {
		row, shown := s.RowOf(n.Lane)
		if !shown || row.Folded {
			return at, false
		}
		at.Y = row.Y
	}
	if _, ok := journey.Get[journey.Stage](p, n.Stage); ok {
		box, shown := s.StageOf(n.Stage)
		if !shown {
			return at, false
		}
		at.X = box.X
	}
	at = at.Add(geom.Pt(n.X, n.Y))
	return geom.Pt(max(0, min(at.X, s.Width)), max(0, min(at.Y, s.Height))), true
}

// note draws a note, which is as high as what it says.
func (f *frame) note(n journey.Note) scene.Item {
	w := float64(NoteWidth)
	if n.Width > 0 {
		w = max(n.Width, noteLeast)
	}
	ground, ink, edge := f.Theme.Note, f.Theme.NoteText, f.Theme.NoteLine
	if n.Hue > 0 {
		h := &f.Theme.Hues[(n.Hue-1)%8]
		ground, ink, edge = h.Tint, h.Text, h.Line
	}
	inner := w - 2*notePadX
	b := f.set(n.Text, noteText, inner, text.Greedy)
	r := geom.Box(0, 0, w, notePadY+b.Height+noteFoot)
	ops := []scene.Op{
		fill(geom.Corners(r, noteR, noteR, noteCorner, noteR), ground),
		fill(fold(r), edge),
		&scene.Stroke{Path: geom.Corners(r.Grow(-0.5), noteR-0.5, noteR-0.5, noteCorner-0.5, noteR-0.5), Paint: scene.Solid(edge), Pen: geom.Pen{Width: 1}, Least: 1},
	}
	x := notePadX + (inner-b.Width)*flush(b)
	ops = append(ops, f.words(b, x, notePadY, ink, zoomTitles, zoomTiles)...)
	it := scene.NewItem(string(n.ID), NotePart, geom.Point{}, r, ops...)
	it.Fields = []scene.Field{{Part: TextPart, At: geom.Pt(x, notePadY), Block: b, Width: inner}}
	return it
}

// fold is the corner of a note that is turned up.
func fold(r geom.Rect) geom.Path {
	const c = noteCorner
	var p geom.Path
	p.MoveTo(r.Max.X-c, r.Max.Y)
	p.QuadTo(r.Max.X-c+5, r.Max.Y-4, r.Max.X-c+4, r.Max.Y-c+4)
	p.QuadTo(r.Max.X-4, r.Max.Y-c+5, r.Max.X, r.Max.Y-c)
	p.ArcTo(c, c, 0, false, true, r.Max.X-c, r.Max.Y)
	p.Close()
	return p
}
