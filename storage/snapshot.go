package storage

import (
	"fmt"
	"sync"

	"throughline/journey"
)

// Snapshot is a file as it was when it was read. Any goroutine may use it.
type Snapshot struct {
	project  *journey.Project
	problems []journey.Problem

	mu sync.Mutex
	db *database
}

// Read reads the file at path for export or information. It never changes the
// file or its folder, also when the file is of an older version or a crash left
// a transaction in it. The error is fs.ErrNotExist, ErrNotJourney, ErrDamaged,
// journey.ErrTooNew, ErrLocked when another program keeps writing, or the
// system's. The caller closes the Snapshot.
func Read(path string) (*Snapshot, error) { return read(path, migrations) }

func read(path string, ms []string) (_ *Snapshot, err error) {
	defer naming("read", path, &err)
	real, _, err := existing(path)
	if err != nil {
		return nil, err
	}
	d, err := openReading(real, ms)
	if err != nil {
		return nil, err
	}
	c, err := d.load()
	if err != nil {
		d.close()
		return nil, err
	}
	return &Snapshot{project: c.project, problems: c.problems, db: d}, nil
}

// naming puts what was tried, and with which file, before an error.
func naming(what, path string, err *error) {
	if *err != nil {
		*err = fmt.Errorf("%s %s: %w", what, path, *err)
	}
}

// Project is what the file holds, repaired.
func (s *Snapshot) Project() *journey.Project { return s.project }

// Problems is what was wrong with it.
func (s *Snapshot) Problems() []journey.Problem { return s.problems }

// Blob is the bytes of the given hash, fs.ErrNotExist where the file has none
// of it, ErrDamaged where they are not what their hash says.
func (s *Snapshot) Blob(hash string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.db.blob(hash)
}

// Close lets go of the file. The project stays good, Blob does not.
func (s *Snapshot) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.db.close()
}
