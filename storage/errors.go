package storage

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a file. A file of a newer version of the program is
// journey.ErrTooNew; one that is not there is fs.ErrNotExist.
var (
	// ErrNotJourney says that a file is no SQLite database, another
	// program's, or holds what no file of ours does, such as a trigger.
	ErrNotJourney = errors.New("not a journey file")
	// ErrDamaged says that a file of ours cannot be read as a whole.
	ErrDamaged = errors.New("file is damaged")
	// ErrReadOnly says that the file may not be written to.
	ErrReadOnly = errors.New("file is read-only")
	// ErrLocked says that another program has the file; a LockedError says which.
	ErrLocked = errors.New("file is open in another program")
	// ErrChangedElsewhere says that another program changed or replaced the
	// file while it was open; nothing is written to it any more.
	ErrChangedElsewhere = errors.New("file was changed by another program")
	// ErrDiskFull says that there is no room for what is to be written.
	ErrDiskFull = errors.New("disk is full")
)

// LockedError is an ErrLocked that knows who has the file.
type LockedError struct {
	PID  int    // 0 where it is not known
	Host string // may be empty
}

// Error names the process and its computer.
func (e *LockedError) Error() string {
	if e.PID == 0 {
		return ErrLocked.Error()
	}
	return fmt.Sprintf("%v: process %d on %s", ErrLocked, e.PID, e.Host)
}

// Unwrap is ErrLocked.
func (e *LockedError) Unwrap() error { return ErrLocked }

// errHotJournal says that a crash left a transaction half written, which only
// somebody who may write can take back.
var errHotJournal = fmt.Errorf("%w: it has an unfinished transaction", ErrReadOnly)

// meaning is err behind the sentinel that its SQLite code stands for.
func meaning(err error) error {
	var s *sqlite.Error
	if !errors.As(err, &s) {
		return err
	}
	var kind error
	switch s.Code() {
	case sqlite3.SQLITE_READONLY_ROLLBACK:
		kind = errHotJournal
	case sqlite3.SQLITE_READONLY_DBMOVED:
		kind = fs.ErrNotExist
	case sqlite3.SQLITE_IOERR_SHORT_READ:
		kind = ErrDamaged
	default:
		switch s.Code() & 0xff {
		case sqlite3.SQLITE_NOTADB:
			kind = ErrNotJourney
		case sqlite3.SQLITE_CORRUPT:
			kind = ErrDamaged
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			kind = ErrLocked
		case sqlite3.SQLITE_READONLY:
			kind = ErrReadOnly
		case sqlite3.SQLITE_PERM:
			kind = fs.ErrPermission
		case sqlite3.SQLITE_FULL:
			kind = ErrDiskFull
		default:
			return err
		}
	}
	return fmt.Errorf("%w: %w", kind, err)
}
