package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// State is how far the writing of a file has come.
type State struct {
	Seq   int64     // the last entry that is in the file
	Saved bool      // all that was appended is in the file
	At    time.Time // when the file was last written to; zero when it was not
	Err   error     // why it cannot be written to at the moment; nil when it can
}

// Watch has tell called with the state now and whenever it has changed, from
// the goroutine that writes. tell must return soon, and must not call Close or
// Discard or wait for somebody who does. A second Watch replaces the first;
// nil ends it. Of a read-only file there is nothing to tell.
func (f *File) Watch(tell func(State)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.watch = tell
	f.told = State{Seq: -1}
	f.poke()
}

// write is the goroutine that writes: nothing else writes to an open file.
func (f *File) write() {
	defer close(f.done)
	for {
		f.tell()
		f.mu.Lock()
		due, closed := f.due, f.closed
		f.mu.Unlock()
		if closed {
			return
		}
		var later <-chan time.Time // nil: until something is queued
		if !due.IsZero() {
			wait := time.Until(due)
			if wait <= 0 {
				f.attempt()
				continue
			}
			later = time.After(wait)
		}
		select {
		case <-f.wake:
		case <-later:
		}
	}
}

func (f *File) tell() {
	f.mu.Lock()
	tell, s := f.watch, f.state
	news := s.Seq != f.told.Seq || s.Saved != f.told.Saved || !s.At.Equal(f.told.At) || text(s.Err) != text(f.told.Err)
	f.told = s
	f.mu.Unlock()
	if news && tell != nil {
		tell(s)
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// attempt writes all that is queued. When it fails, it is queued still.
func (f *File) attempt() {
	f.dbMu.Lock()
	defer f.dbMu.Unlock()
	f.mu.Lock()
	b, waiting := f.pending, f.waiting
	f.pending, f.writing, f.waiting, f.due = newBatch(), b, nil, time.Time{}
	f.mu.Unlock()
	var err error
	if !b.empty() {
		err = f.commit(b)
	}
	f.mu.Lock()
	f.writing = nil
	if err != nil {
		b.add(f.pending)
		f.pending = b
		f.dueIn(f.o.retry)
	} else if !b.empty() {
		f.state.At = f.now()
	}
	f.state.Err, f.state.Saved = err, f.pending.empty()
	if err == nil {
		for seq := range b.entries {
			f.state.Seq = max(f.state.Seq, seq)
		}
	}
	f.mu.Unlock()
	for _, w := range waiting {
		w <- err
	}
}

// commit writes b, unless somebody else has written.
func (f *File) commit(b *batch) error {
	switch info, err := os.Stat(f.path); {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write %s: %w", f.path, err) // SQLite would go on writing to what has no name
	case err == nil && !os.SameFile(info, f.info):
		return fmt.Errorf("write %s: %w: another file has its name", f.path, ErrChangedElsewhere)
	}
	err := ErrChangedElsewhere
	if !f.foreign {
		err = f.db.writing(func() error {
			count, err := f.db.number("PRAGMA data_version")
			if err != nil {
				return err
			}
			if f.foreign = count != f.opened.version; f.foreign {
				return ErrChangedElsewhere
			}
			return f.db.put(b)
		})
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", f.path, err)
	}
	return nil
}

// Flush waits until all that was appended is in the file. The error is ctx's,
// or why it could not be written this time; it stays queued then and is tried
// again. A file that is closed is os.ErrClosed.
func (f *File) Flush(ctx context.Context) error {
	f.mu.Lock()
	if f.closed {
		f.mu.Unlock()
		return fmt.Errorf("flush %s: %w", f.path, os.ErrClosed)
	}
	if f.reason != nil || f.pending.empty() && f.writing == nil {
		f.mu.Unlock()
		return nil
	}
	w := make(chan error, 1)
	f.waiting = append(f.waiting, w)
	f.dueIn(0)
	f.mu.Unlock()
	select {
	case err := <-w:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close writes what is queued and lets go of the file. When it cannot be
// written, the error says why and the file stays open as it was, so that
// nothing is lost; SaveCopy can put it elsewhere, Discard gives it up. Closing
// a closed file does nothing.
func (f *File) Close() error {
	for {
		f.mu.Lock()
		closed := f.closed
		empty := f.reason != nil || f.pending.empty() && f.writing == nil
		f.closed = f.closed || empty
		f.mu.Unlock()
		switch {
		case closed:
			return nil
		case empty:
			return f.end()
		}
		if err := f.Flush(context.Background()); err != nil && !errors.Is(err, os.ErrClosed) {
			return err
		}
	}
}

// Discard lets go of the file and of what could not be written to it.
func (f *File) Discard() error {
	f.mu.Lock()
	closed := f.closed
	f.closed = true
	f.mu.Unlock()
	if closed {
		return nil
	}
	return f.end()
}

// end waits for the writer and closes the file.
func (f *File) end() error {
	f.poke()
	<-f.done
	f.mu.Lock()
	waiting := f.waiting
	f.waiting = nil
	f.mu.Unlock()
	for _, w := range waiting {
		w <- os.ErrClosed
	}
	f.dbMu.Lock()
	defer f.dbMu.Unlock()
	defer f.lock.release()
	if err := f.db.close(); err != nil {
		return fmt.Errorf("close %s: %w", f.path, err)
	}
	return nil
}
