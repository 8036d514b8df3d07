package editor

import (
	"errors"
	"fmt"
	"time"

	"throughline/journey"
)

// Log keeps committed transactions; the .journey file is one.
type Log interface {
	// Append keeps an entry, and writes the rows that changed since the entry
	// before. An entry with the number of one that is there replaces it. It
	// returns at once; the writing happens elsewhere.
	Append(e journey.Entry, write []journey.Change) error
	// Load is the transaction of an entry that did something.
	Load(seq int64) (journey.Tx, error)
	// ReadOnly reports whether Append will refuse, and why.
	ReadOnly() (bool, error)
}

// Document is the open project and its undo. It belongs to one goroutine.
type Document struct {
	cur        *journey.Project
	log        Log
	ids        journey.IDs
	now        func() time.Time
	seq        int64 // of the last entry
	undo, redo []step
	gesture    *Gesture
	watch      []func(old, next *journey.Project)
}

// step is an entry of the log that can be undone or done again.
type step struct {
	seq   int64
	label string
	tx    *journey.Tx // nil until it is needed, for steps of an earlier session
}

// Open is a document on p. past is what the log has, oldest first: undo goes on
// where it was when the file was closed.
func Open(p *journey.Project, past []journey.Entry, log Log, ids journey.IDs, now func() time.Time) *Document {
	d := &Document{cur: p, log: log, ids: ids, now: now}
	for _, e := range past {
		d.seq = max(d.seq, e.Seq)
		switch e.Undo {
		case journey.Did:
			d.undo, d.redo = append(d.undo, step{seq: e.Seq, label: e.Label}), nil
		case journey.Undid:
			turned(&d.undo, &d.redo, e.Of)
		case journey.Redid:
			turned(&d.redo, &d.undo, e.Of)
		}
	}
	return d
}

// turned moves a step to the other stack. What the log has above it came to
// nothing and was no step: a visit to a text that was saved and taken back.
func turned(from, to *[]step, seq int64) {
	for i := len(*from) - 1; i >= 0; i-- {
		if s := (*from)[i]; s.seq == seq {
			*from, *to = (*from)[:i], append(*to, s)
			return
		}
	}
}

// Writable is nil, or why nothing can be changed.
func (d *Document) Writable() error {
	if only, why := d.log.ReadOnly(); only {
		return why
	}
	return nil
}

// newID is an ID that no row has.
func (d *Document) newID() journey.ID { return d.cur.Edit(d.ids).NewID() }

// Seq is the number of the last entry that was handed to the log.
func (d *Document) Seq() int64 { return d.seq }

// Project is the project as it is now, with what a gesture shows so far.
func (d *Document) Project() *journey.Project { return d.cur }

// Watch calls f after every change of the project.
func (d *Document) Watch(f func(old, next *journey.Project)) { d.watch = append(d.watch, f) }

func (d *Document) set(p *journey.Project) {
	old := d.cur
	if old == p {
		return
	}
	d.cur = p
	for _, f := range d.watch {
		f(old, p)
	}
}

// Do runs one command as one step of undo. An edit that changes nothing leaves
// no step. A gesture that is still open is kept first. After an error nothing
// has changed.
func (d *Document) Do(label string, f func(*journey.Edit) error) error {
	if err := d.ready(); err != nil {
		return err
	}
	e := d.cur.Edit(d.ids)
	if err := f(e); err != nil {
		return err
	}
	t := e.Tx(label)
	if t.Empty() {
		return nil
	}
	return d.commit(e.Project(), t, t.Changes, d.seq+1)
}

// Become makes the project the same as another one, as one step of undo.
func (d *Document) Become(label string, p *journey.Project) error {
	if err := d.ready(); err != nil {
		return err
	}
	t := journey.Diff(d.cur, p)
	if t.Label = label; t.Empty() {
		return nil
	}
	next, err := d.cur.Apply(t)
	if err != nil {
		return err
	}
	return d.commit(next, t, t.Changes, d.seq+1)
}

// commit makes p the project and t the last step.
func (d *Document) commit(p *journey.Project, t journey.Tx, write []journey.Change, seq int64) error {
	if err := d.log.Append(journey.Entry{Seq: seq, At: d.now(), Label: t.Label, Changes: t.Changes}, write); err != nil {
		return err
	}
	d.seq = max(d.seq, seq)
	d.undo, d.redo = append(d.undo, step{seq, t.Label, &t}), nil
	d.set(p)
	return nil
}

// Settle keeps what an open gesture did so far and ends it.
func (d *Document) Settle() error {
	if d.gesture == nil {
		return nil
	}
	return d.gesture.Commit()
}

// ready settles, when something can be changed at all.
func (d *Document) ready() error {
	if err := d.Writable(); err != nil {
		return err
	}
	return d.Settle()
}

// ErrNothing says that there is nothing to undo or to do again.
var ErrNothing = errors.New("there is nothing to undo")

// Undo takes the last step back and returns its label. While a gesture is open
// that is what it did so far, and when it did nothing, Undo only ends it.
func (d *Document) Undo() (string, error) {
	if g := d.gesture; g != nil {
		steps := len(d.undo)
		if err := g.Commit(); err != nil || len(d.undo) == steps {
			return g.label, err
		}
	}
	return d.turn(&d.undo, &d.redo, journey.Undid)
}

// Redo does the last undone step again and returns its label.
func (d *Document) Redo() (string, error) { return d.turn(&d.redo, &d.undo, journey.Redid) }

// UndoLabel is what Undo would take back; "" when there is nothing.
func (d *Document) UndoLabel() string {
	if d.gesture != nil {
		return d.gesture.label
	}
	return d.label(&d.undo)
}

// RedoLabel is what Redo would do again; "" when there is nothing.
func (d *Document) RedoLabel() string {
	if g := d.gesture; g != nil && !d.cur.Equal(g.base) {
		return "" // as soon as it is kept
	}
	return d.label(&d.redo)
}

func (d *Document) label(s *[]step) string {
	// what cannot be read keeps its label: running it says what is wrong
	if top, _ := d.top(s); top != nil {
		return top.label
	}
	return ""
}

// top is the last step of a stack, with its transaction; nil when there is
// none. Steps of an earlier session that came to nothing are left out here,
// because only their transactions tell.
func (d *Document) top(s *[]step) (*step, error) {
	for len(*s) > 0 {
		last := &(*s)[len(*s)-1]
		if last.tx == nil {
			t, err := d.log.Load(last.seq)
			if err != nil {
				return last, err
			}
			last.tx = &t
		}
		if !last.tx.Empty() {
			return last, nil
		}
		*s = (*s)[:len(*s)-1]
	}
	return nil, nil
}

// turn moves the last step from one stack to the other and applies it.
func (d *Document) turn(from, to *[]step, way int) (string, error) {
	if err := d.ready(); err != nil {
		return "", err
	}
	s, err := d.top(from)
	switch {
	case err != nil:
		return "", fmt.Errorf("undo %q: %w", s.label, err)
	case s == nil:
		return "", ErrNothing
	}
	t := *s.tx
	if way == journey.Undid {
		t = t.Invert()
	}
	next, err := d.cur.Apply(t)
	if err != nil {
		return "", err
	}
	if err := d.log.Append(journey.Entry{Seq: d.seq + 1, At: d.now(), Label: s.label, Undo: way, Of: s.seq}, t.Changes); err != nil {
		return "", err
	}
	d.seq++
	label := s.label
	*from, *to = (*from)[:len(*from)-1], append(*to, *s)
	d.set(next)
	return label, nil
}
