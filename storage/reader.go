package storage

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// existing is path made absolute, with links followed, and what stands there.
// It is an error where that is nothing, no file, or an empty one, which SQLite
// would take for a new database.
func existing(path string) (string, os.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", nil, err
	case !info.Mode().IsRegular():
		return "", nil, fmt.Errorf("%w: not a plain file", ErrNotJourney)
	case info.Size() == 0:
		return "", nil, fmt.Errorf("%w: it is empty", ErrDamaged)
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", nil, err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path, info, nil
}

// openReading opens a file such that nothing changes in it or in its folder.
// What SQLite could only read by writing, a file of an older version, a
// transaction that a crash left behind, a write-ahead log, is brought in order
// in a copy that goes when the connection does.
func openReading(path string, ms []string) (*database, error) {
	switch ahead, err := writeAhead(path); {
	case err != nil:
		return nil, err
	case ahead:
		return openCopy(ms, func(to string) error { return copyRaw(path, to, "-wal") })
	}
	d, version, err := openInspected(path, readOnly, len(ms))
	switch {
	case errors.Is(err, errHotJournal):
		return openCopy(ms, func(to string) error { return copyRaw(path, to, "-journal") })
	case err != nil:
		return nil, err
	case version < len(ms):
		defer d.close()
		return openCopy(ms, d.vacuumInto)
	}
	if err := d.complete(); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// openCopy opens what write makes in a folder of its own, in today's version.
func openCopy(ms []string, write func(to string) error) (_ *database, err error) {
	temp, err := os.MkdirTemp("", "throughline-")
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(temp)
		}
	}()
	to := filepath.Join(temp, "copy")
	if err := write(to); err != nil {
		return nil, err
	}
	d, version, err := openInspected(to, readWrite, len(ms))
	if err != nil {
		return nil, err
	}
	if err = d.migrate(version, ms); err == nil {
		err = d.complete()
	}
	if err != nil {
		d.close()
		return nil, err
	}
	d.temp = temp
	return d, nil
}

// writeAhead reports whether a file is in SQLite's other journal mode, in which
// even a reader makes files beside it. Only another program leaves it so.
func writeAhead(path string) (bool, error) {
	descriptors.Lock()
	defer descriptors.Unlock()
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, 20)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:16]) != "SQLite format 3\x00" {
		return false, fmt.Errorf("%w: not an SQLite database", ErrNotJourney)
	}
	return head[19] == 2, nil
}

// copyRaw copies the file from, and the one with the given suffix where there
// is one, byte by byte.
func copyRaw(from, to, suffix string) error {
	descriptors.Lock()
	defer descriptors.Unlock()
	if err := copyFile(from, to); err != nil {
		return err
	}
	if err := copyFile(from+suffix, to+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func copyFile(from, to string) error {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}
