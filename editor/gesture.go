package editor

import "throughline/journey"

// Gesture is a change in the making: a drag, a visit to a text. Every Update
// starts again from the project that the gesture began with; Commit makes one
// step of undo of it, Cancel leaves nothing. There is one gesture at a time.
//
// When the log refuses what a gesture did, the gesture ends and the project is
// again what the log has: what cannot be kept is not shown as if it were.
type Gesture struct {
	// Void, if set, reports that what the gesture did so far is worth nothing,
	// such as a new card without a word. Commit is Cancel then, and Save waits.
	Void func(*journey.Project) bool

	d     *Document
	label string
	base  *journey.Project
	saved *journey.Project // what the log has of it; base until the first Save
	seq   int64            // of its entry, once it has one
}

// Begin starts a gesture. One that is still open is kept first.
func (d *Document) Begin(label string) (*Gesture, error) {
	if err := d.ready(); err != nil {
		return nil, err
	}
	d.gesture = &Gesture{d: d, label: label, base: d.cur, saved: d.cur}
	return d.gesture, nil
}

// Update shows the project as f changes the one that the gesture began with.
func (g *Gesture) Update(f func(*journey.Edit) error) error {
	if !g.Open() {
		return nil
	}
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
	if !g.Open() || g.saved == g.base && g.void() {
		return nil
	}
	return g.save()
}

func (g *Gesture) save() error {
	if g.d.cur == g.saved || g.saved == g.base && g.d.cur.Equal(g.base) {
		return nil
	}
	seq := g.seq
	if seq == 0 {
		seq = g.d.seq + 1
	}
	whole := journey.Diff(g.base, g.d.cur)
	write := journey.Diff(g.saved, g.d.cur).Changes
	if err := g.d.log.Append(journey.Entry{Seq: seq, At: g.d.now(), Label: g.label, Changes: whole.Changes}, write); err != nil {
		g.end()
		g.d.set(g.saved)
		return err
	}
	g.seq, g.d.seq = seq, max(g.d.seq, seq)
	g.d.redo = nil // as the log has it now
	g.saved = g.d.cur
	return nil
}

// Commit ends the gesture and keeps what it did as one step of undo.
func (g *Gesture) Commit() error {
	switch {
	case !g.Open():
		return nil
	case g.void():
		return g.Cancel()
	}
	err := g.save()
	g.end()
	return err
}

// Cancel ends the gesture and leaves the project as it was before it.
func (g *Gesture) Cancel() error {
	if !g.Open() {
		return nil
	}
	g.d.set(g.base)
	err := g.save() // takes back what an earlier Save wrote
	g.end()
	return err
}

func (g *Gesture) void() bool { return g.Void != nil && g.Void(g.d.cur) }

// end closes the gesture; what the log has of it is a step of undo.
func (g *Gesture) end() {
	if !g.Open() {
		return
	}
	g.d.gesture = nil
	t := journey.Diff(g.base, g.saved)
	t.Label = g.label
	if !t.Empty() {
		g.d.undo, g.d.redo = append(g.d.undo, step{g.seq, g.label, &t}), nil
	}
}

// Open reports whether the gesture is still going on.
func (g *Gesture) Open() bool { return g != nil && g.d.gesture == g }
