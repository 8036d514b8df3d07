package editor

import "throughline/journey"

// Gesture is a change in the making: a drag, a visit to a text. Every Update
// starts again from the project that the gesture began with; Commit makes one
// step of undo of it, Cancel leaves nothing. There is one gesture at a time.
type Gesture struct {
	d     *Document
	label string
	base  *journey.Project
	saved *journey.Project // what the log has of it; base until the first Save
	seq   int64            // of its entry, once it has one
}

// Begin starts a gesture. One that is still open is kept first.
func (d *Document) Begin(label string) (*Gesture, error) {
	if err := d.Settle(); err != nil {
		return nil, err
	}
	d.gesture = &Gesture{d: d, label: label, base: d.cur, saved: d.cur}
	return d.gesture, nil
}

// Update shows the project as f changes the one that the gesture began with.
func (g *Gesture) Update(f func(*journey.Edit) error) error {
	e := g.base.Edit(g.d.ids)
	if err := f(e); err != nil {
		return err
	}
	g.d.set(e.Project())
	return nil
}

// Save writes what the gesture did so far, so that a crash loses little of a
// long visit to a text. Each Save replaces the entry of the one before.
func (g *Gesture) Save() error {
	if g.d.gesture != g || g.d.cur == g.saved || g.saved == g.base && g.d.cur.Equal(g.base) {
		return nil
	}
	if g.seq == 0 {
		g.seq = g.d.seq + 1
	}
	whole := journey.Diff(g.base, g.d.cur)
	write := journey.Diff(g.saved, g.d.cur).Changes
	if err := g.d.log.Append(journey.Entry{Seq: g.seq, At: g.d.now(), Label: g.label, Changes: whole.Changes}, write); err != nil {
		return err
	}
	g.d.seq = max(g.d.seq, g.seq)
	g.d.redo = nil // as the log has it now
	g.saved = g.d.cur
	return nil
}

// Commit ends the gesture and keeps what it did as one step of undo.
func (g *Gesture) Commit() error {
	if g.d.gesture != g {
		return nil
	}
	if err := g.Save(); err != nil {
		return err
	}
	g.d.gesture = nil
	t := journey.Diff(g.base, g.d.cur)
	t.Label = g.label
	if !t.Empty() {
		g.d.undo, g.d.redo = append(g.d.undo, step{g.seq, g.label, &t}), nil
	}
	return nil
}

// Cancel ends the gesture and leaves the project as it was before it.
func (g *Gesture) Cancel() error {
	if g.d.gesture != g {
		return nil
	}
	g.d.set(g.base)
	err := g.Save() // takes back what an earlier Save wrote
	g.d.gesture = nil
	return err
}

// Open reports whether the gesture is still going on.
func (g *Gesture) Open() bool { return g != nil && g.d.gesture == g }
