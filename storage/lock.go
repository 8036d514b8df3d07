package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// lock is the right to write to a file, as long as everybody asks for it. It
// is taken on a file beside the journey file, never on the file itself, where
// it could meet SQLite's own locks. The system drops it when the process ends.
type lock struct{ file *os.File } // nil where the file system has no locks

// errHeld says that another process has the lock.
var errHeld = errors.New("lock is held")

// lockPath is the name of the lock file of the journey file at path.
func lockPath(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// acquire takes the lock of path. The error says why the file can only be
// read: a LockedError, or an ErrReadOnly.
func acquire(path string) (*lock, error) {
	if err := errors.Join(writable(filepath.Dir(path)), journalFits(path)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	name := lockPath(path)
	for range 20 { // others may remove the lock file between two of our steps
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
		if errors.Is(err, fs.ErrPermission) {
			why := err
			if f, err = os.Open(name); err != nil { // not even left behind by another user
				return nil, fmt.Errorf("%w: %w", ErrReadOnly, why)
			}
		}
		if err != nil {
			return &lock{}, nil
		}
		switch err := tryLock(f); {
		case errors.Is(err, errHeld):
			owner := readOwner(f)
			f.Close()
			return nil, owner
		case err != nil:
			f.Close()
			os.Remove(name)
			return &lock{}, nil
		}
		if stillAt(f, name) {
			host, _ := os.Hostname()
			f.Truncate(0)
			fmt.Fprintf(f, "%d %s\n", os.Getpid(), host)
			return &lock{f}, nil
		}
		f.Close()
	}
	return nil, &LockedError{}
}

// stillAt reports whether f is what name names now: its last owner may have
// removed it after we opened it and before we had its lock.
func stillAt(f *os.File, name string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(name)
	return err == nil && os.SameFile(a, b)
}

func readOwner(f *os.File) *LockedError {
	e := &LockedError{}
	b, _ := io.ReadAll(io.LimitReader(f, 300))
	fmt.Sscanf(string(b), "%d %s", &e.PID, &e.Host)
	return e
}

// release gives the lock back and removes its file.
func (l *lock) release() {
	if l != nil && l.file != nil {
		unlock(l.file)
	}
}
