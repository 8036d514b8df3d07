package storage

import (
	"errors"
	"fmt"
	"os"
	"time"

	"throughline/journey"
)

// Append queues an entry of the log, and the row changes to write with it, to
// be in the file within a second. It does not wait and costs next to nothing.
//
// A new entry has a Seq above all others; one whose Seq is there already
// replaces that entry, as an open typing visit does with its growing Tx. write
// is what changed since the last Append, in rows that Repair would leave as
// they are; the whole of e.Changes when the entry is new. An Undid or Redid
// keeps no changes but those to write. A zero e.At becomes the time of now.
// Neither e.Changes nor write may change afterwards.
//
// The error is ErrReadOnly, os.ErrClosed, or that e is no entry; then nothing
// is queued. Whether the writing succeeds, Watch and Flush tell.
func (f *File) Append(e journey.Entry, write []journey.Change) error {
	if e.Undo == journey.Undid || e.Undo == journey.Redid {
		e.Changes = nil
	} else {
		e.Of = 0
	}
	switch {
	case e.Seq < 1, e.Undo < journey.Undid, e.Undo > journey.Repaired:
		return fmt.Errorf("append: no entry has seq %d and undo %d", e.Seq, e.Undo)
	case e.Of < 0, e.Of >= e.Seq, e.Of == 0 && (e.Undo == journey.Undid || e.Undo == journey.Redid):
		return fmt.Errorf("append: entry %d cannot undo or redo entry %d", e.Seq, e.Of)
	}
	if e.At.IsZero() {
		e.At = f.o.Now()
	}
	e.At = atMilli(e.At.UnixMilli())
	return f.queue(func() {
		f.pending.entries[e.Seq] = e
		f.pending.change(write)
		f.history = remember(f.history, e)
	})
}

// AddBlob queues the bytes of a medium, to be in the file no later than the
// entries that are appended after it, and is their hash. Bytes that the file
// has already cost no room. b must not change afterwards. In a read-only file
// the bytes last as long as the File.
func (f *File) AddBlob(b []byte) string {
	hash := journey.Hash(b)
	err := f.queue(func() { f.pending.blobs[hash] = b })
	if errors.Is(err, ErrReadOnly) {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.pending.blobs[hash] = b
	}
	return hash
}

// queue has add put something into pending and sees to it that it is written.
func (f *File) queue(add func()) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return fmt.Errorf("append to %s: %w", f.path, os.ErrClosed)
	}
	if f.reason != nil {
		return fmt.Errorf("append to %s: %w", f.path, ErrReadOnly)
	}
	add()
	f.state.Saved = false
	f.dueIn(f.o.gather)
	return nil
}

// dueIn has the writer write after a while, or earlier if it is to.
func (f *File) dueIn(wait time.Duration) {
	if at := time.Now().Add(wait); f.due.IsZero() || f.due.After(at) {
		f.due = at
	}
	f.poke()
}

// poke has the writer look at what there is to do.
func (f *File) poke() {
	select {
	case f.wake <- struct{}{}:
	default: // it will look anyway
	}
}

// queued is what find finds in what is not yet written.
func queued[T any](f *File, find func(*batch) (T, bool)) (T, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if v, ok := find(f.pending); ok || f.writing == nil {
		return v, ok
	}
	return find(f.writing)
}

// Blob is the bytes of the given hash, which must not be changed. The error is
// fs.ErrNotExist where the file has none of it, ErrDamaged where they are not
// what their hash says.
func (f *File) Blob(hash string) ([]byte, error) {
	b, ok := queued(f, func(b *batch) ([]byte, bool) { v, ok := b.blobs[hash]; return v, ok })
	if ok {
		return b, nil
	}
	f.dbMu.Lock()
	defer f.dbMu.Unlock()
	return f.db.blob(hash)
}
