package storage

import (
	"fmt"
	"io/fs"
	"time"

	"throughline/journey"
)

// Load is what the entry with the given Seq changed, an undo or redo too: of
// an undo, the inverse of what it undid. Rows come as the log has them. A
// project that was brought on with what was loaded should be repaired, because
// the log, too, may come from anywhere. The error is
// fs.ErrNotExist, ErrDamaged or the system's.
func (f *File) Load(seq int64) (journey.Tx, error) {
	t, err := f.load(seq)
	if err != nil {
		return journey.Tx{}, fmt.Errorf("load entry %d: %w", seq, err)
	}
	return t, nil
}

func (f *File) load(seq int64) (journey.Tx, error) {
	e, err := f.entry(seq)
	if err != nil {
		return journey.Tx{}, err
	}
	t := journey.Tx{Label: e.Label, Changes: e.Changes}
	if e.Undo != journey.Undid && e.Undo != journey.Redid {
		return t, nil
	}
	of, err := f.entry(e.Of)
	if err != nil {
		return journey.Tx{}, err
	}
	if of.Undo == journey.Undid || of.Undo == journey.Redid {
		return journey.Tx{}, fmt.Errorf("%w: entry %d is of entry %d, which did nothing of its own", ErrDamaged, seq, e.Of)
	}
	t.Changes = of.Changes
	if e.Undo == journey.Undid {
		t = t.Invert()
	}
	return t, nil
}

// entry is an entry with its body, from memory or from the file.
func (f *File) entry(seq int64) (journey.Entry, error) {
	e, ok := queued(f, func(b *batch) (journey.Entry, bool) { e, ok := b.entries[seq]; return e, ok })
	if ok {
		return e, nil
	}
	f.dbMu.Lock()
	defer f.dbMu.Unlock()
	e, ok, err := f.db.entry(seq)
	if err == nil && !ok {
		err = fs.ErrNotExist
	}
	return e, err
}

// Version is a position of the log that somebody gave a name.
type Version struct {
	Seq  int64 // for At; 0 is before the first entry
	At   time.Time
	Name string
}

// Keep gives the position of the log now a name. It is queued like an entry;
// the error is ErrReadOnly or os.ErrClosed.
func (f *File) Keep(name string) error {
	at := f.now()
	return f.queue(func() {
		f.pending.versions = append(f.pending.versions, Version{Seq: f.last(), At: at, Name: name})
	})
}

// Versions is every named position, oldest first.
func (f *File) Versions() ([]Version, error) {
	f.dbMu.Lock() // so nothing is being written
	defer f.dbMu.Unlock()
	list, err := f.db.versions()
	if err != nil {
		return nil, fmt.Errorf("versions of %s: %w", f.path, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return append(list, f.pending.versions...), nil
}

func (d *database) versions() (list []Version, err error) {
	err = d.query(`SELECT seq, at, name FROM "version" ORDER BY id`, nil, func(scan func(...any) error) error {
		var v Version
		var at int64
		if err := scan(&v.Seq, &at, &v.Name); err != nil {
			return err
		}
		v.At = atMilli(at)
		list = append(list, v)
		return nil
	})
	return list, err
}

// At is the project as it was right after the entry with the given Seq, 0
// being before the first. It starts from the rows of now and takes back entry
// by entry, so its cost grows with their number; call it on a goroutine of its
// own. Bringing the map back is an edit: journey.Diff with the result. Where a
// file of somebody else has a log that does not fit its rows, the result is as
// near as the log tells, and repaired. The error is ErrDamaged or the system's.
func (f *File) At(seq int64) (*journey.Project, error) {
	rows, history, err := f.current()
	for i := len(history) - 1; i >= 0 && history[i].Seq > seq && err == nil; i-- {
		var t journey.Tx
		t, err = f.load(history[i].Seq)
		rows.apply(t.Invert())
	}
	if err != nil {
		return nil, fmt.Errorf("go back to entry %d of %s: %w", seq, f.path, err)
	}
	p, _ := journey.Repair(rows.project())
	return p, nil
}

// rowSet is rows on their way to a project.
type rowSet map[rowKey]journey.Row

// current is the rows of now and the history that led to them.
func (f *File) current() (rows rowSet, history []journey.Entry, err error) {
	f.dbMu.Lock() // so nothing is being written
	defer f.dbMu.Unlock()
	rows = rowSet{}
	err = f.db.reading(func() (err error) {
		if err = f.db.rows(func(k rowKey, r journey.Row) { rows[k] = r }); err == nil {
			history, err = f.db.history()
		}
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for k, r := range f.pending.rows {
		if r == nil {
			delete(rows, k)
		} else {
			rows[k] = r
		}
	}
	for _, e := range f.pending.entries {
		history = remember(history, e)
	}
	return rows, history, nil
}

// apply changes the rows. It does not mind what they were: an open typing
// visit may have gone on since they were read.
func (s rowSet) apply(t journey.Tx) {
	for _, c := range t.Changes {
		if c.Before != nil {
			delete(s, keyOf(c.Before))
		}
		if c.After != nil {
			s[keyOf(c.After)] = c.After
		}
	}
}

func (s rowSet) project() *journey.Project {
	e := journey.New().Edit(nil)
	for _, r := range s {
		e.Put(r)
	}
	return e.Project()
}
