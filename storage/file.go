package storage

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"

	"throughline/journey"
)

// Options is what Open needs to know besides the path. The zero value will do.
type Options struct {
	Now func() time.Time // dates entries and versions; nil is time.Now

	gather, retry time.Duration // 0: as below
	migrations    []string      // nil: as they are
}

// How long the writer waits for more before it writes, and before it tries
// again what it could not write.
const (
	gather = 100 * time.Millisecond
	retry  = 2 * time.Second
)

// File is a file that is open for editing. Any goroutine may use it.
type File struct {
	path   string      // absolute
	info   os.FileInfo // of the file that was opened
	opened *contents
	reason error // why it is read-only; nil when it is not
	o      Options
	lock   *lock

	dbMu    sync.Mutex // taken before mu
	db      *database
	foreign bool // another program has written

	mu      sync.Mutex
	history []journey.Entry // without changes
	pending *batch          // to be written
	writing *batch          // being written; nil else
	due     time.Time
	waiting []chan error // Flush
	state   State
	told    State
	watch   func(State)
	closed  bool
	wake    chan struct{}
	done    chan struct{} // closed when nothing writes any more
}

// Open opens the file at path for editing. Where that cannot be, because
// another program has it or it may not be written to, the File is read-only
// and ReadOnly says why. A file of an older version is brought to today's,
// after a copy of it was put beside it, as “name.v1.journey”. What is wrong
// with the rows is put right and logged as an entry of its own, a Repaired.
//
// The error is fs.ErrNotExist, ErrNotJourney, ErrDamaged, journey.ErrTooNew or
// the system's. The caller closes the File.
func Open(path string, o Options) (_ *File, err error) {
	defer naming("open", path, &err)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.migrations == nil {
		o.migrations = migrations
	}
	o.gather, o.retry = cmp.Or(o.gather, gather), cmp.Or(o.retry, retry)
	f := &File{o: o, pending: newBatch(), wake: make(chan struct{}, 1), done: make(chan struct{})}
	if f.path, f.info, err = existing(path); err != nil {
		return nil, err
	}
	if f.lock, f.reason = acquire(f.path); f.reason == nil {
		f.db, err = openWriting(f.path, o.migrations)
		if onlyReadable(err) {
			f.lock.release()
			f.lock, f.reason, err = nil, err, nil
		}
	}
	if err == nil && f.reason != nil {
		f.db, err = openReading(f.path, o.migrations)
	}
	if err == nil {
		if f.opened, err = f.db.load(); err != nil {
			f.db.close()
		}
	}
	if err != nil {
		f.lock.release()
		return nil, err
	}
	f.begin()
	return f, nil
}

// begin queues what load put right and starts the writer.
func (f *File) begin() {
	c := f.opened
	f.history = c.history
	f.pending = c.fix
	c.history, c.fix = nil, nil // ours now
	f.state = State{Seq: f.last(), Saved: f.pending.empty()}
	if len(c.repair) > 0 {
		e := journey.Entry{Seq: f.last() + 1, At: f.now(), Label: "Repair", Undo: journey.Repaired, Changes: c.repair}
		f.pending.entries[e.Seq] = e
		f.history = remember(f.history, e)
	}
	if f.reason != nil {
		close(f.done)
		return
	}
	if !f.pending.empty() {
		f.due = time.Now()
	}
	go f.write()
}

// openWriting opens a file that nobody else writes to.
func openWriting(path string, ms []string) (_ *database, err error) {
	d, version, err := openInspected(path, readWrite, len(ms))
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			d.close()
		}
	}()
	if err := d.tryWriting(version); err != nil {
		return nil, err
	}
	if err := d.exec("PRAGMA journal_mode = DELETE"); err != nil { // where another program set another
		return nil, err
	}
	if version < len(ms) {
		if err := d.putAside(path, version); err != nil {
			return nil, fmt.Errorf("put a copy aside: %w", err)
		}
		if err := d.migrate(version, ms); err != nil {
			return nil, err
		}
	}
	return d, d.complete()
}

// errTried takes back what was written to see whether it could be.
var errTried = errors.New("tried")

// tryWriting is an error where the file cannot be written to. It leaves the
// file as it is; SQLite itself would tell only when there is something to lose.
func (d *database) tryWriting(version int) error {
	err := d.writing(func() error {
		if err := d.exec(fmt.Sprintf("PRAGMA user_version = %d", version)); err != nil {
			return err
		}
		return errTried
	})
	if err == errTried {
		return nil
	}
	return err
}

// onlyReadable reports whether err stands in the way of writing only.
func onlyReadable(err error) bool {
	return errors.Is(err, ErrReadOnly) || errors.Is(err, ErrLocked) || errors.Is(err, ErrDiskFull) || errors.Is(err, os.ErrPermission)
}

// ReadOnly reports whether nothing can be appended, and why: a LockedError, an
// ErrLocked or an ErrReadOnly. It stays as it is until the file is opened again.
func (f *File) ReadOnly() (bool, error) { return f.reason != nil, f.reason }

// Path is the absolute path of the file, with links followed.
func (f *File) Path() string { return f.path }

// Project is what the file held when it was opened, repaired.
func (f *File) Project() *journey.Project { return f.opened.project }

// Problems is what was wrong with it.
func (f *File) Problems() []journey.Problem { return f.opened.problems }

// History is every entry of the log, what is not yet written too, oldest
// first and without changes. The slice is the caller's.
func (f *File) History() []journey.Entry {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.history)
}

// last is the highest Seq; 0 when the log is empty.
func (f *File) last() int64 {
	if len(f.history) == 0 {
		return 0
	}
	return f.history[len(f.history)-1].Seq
}

// remember is history with e, without its changes, at its place.
func remember(history []journey.Entry, e journey.Entry) []journey.Entry {
	e.Changes = nil
	i, found := slices.BinarySearchFunc(history, e.Seq, func(e journey.Entry, seq int64) int { return cmp.Compare(e.Seq, seq) })
	if found {
		history[i] = e
		return history
	}
	return slices.Insert(history, i, e)
}

// now is the time as the file will give it back.
func (f *File) now() time.Time { return atMilli(f.o.Now().UnixMilli()) }
