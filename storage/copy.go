package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"

	"throughline/journey"
)

// SaveCopy writes all of the file, its log, its versions and what is still
// queued, to path. A file that is there is replaced whole or not at all. So it
// also saves elsewhere what cannot be written where it belongs. After
// ErrChangedElsewhere it would mix the other program's work with what is
// queued; Create has the editor's project then. The error is ErrLocked when
// another program has the file at path, ErrReadOnly, ErrDiskFull, or the
// system's.
func (f *File) SaveCopy(path string) (err error) {
	defer naming("save copy", path, &err)
	return f.replace(path, func(temp string) error {
		f.dbMu.Lock()
		err := f.db.vacuumInto(temp)
		f.mu.Lock()
		rest := f.pending.clone()
		f.mu.Unlock()
		f.dbMu.Unlock()
		if err != nil || rest.empty() {
			return err
		}
		d, err := connect(temp, readWrite)
		if err != nil {
			return err
		}
		return errors.Join(d.writing(func() error { return d.put(rest) }), d.close())
	})
}

// CleanCopy writes to path what the file shows and nothing of how it came to
// be: no log, no versions, no media that no row shows, nothing of what was
// deleted. It is made anew from the rows, what is still queued too. Errors and
// replacing are as with SaveCopy.
func (f *File) CleanCopy(path string) (err error) {
	defer naming("save clean copy", path, &err)
	rows, _, err := f.current()
	if err != nil {
		return err
	}
	p, _ := journey.Repair(rows.project())
	p = shown(p)
	return f.replace(path, func(temp string) error {
		return writeNew(temp, p, lenient{f}, f.o.migrations)
	})
}

// errAbsent says that a file has a medium's row and not its bytes.
var errAbsent = errors.New("bytes are not there")

// shown is p without the media that no other row names.
func shown(p *journey.Project) *journey.Project {
	named := map[journey.ID]bool{}
	for r := range p.All() {
		v := reflect.ValueOf(r)
		for i := range v.NumField() {
			if id, ok := v.Field(i).Interface().(journey.ID); ok && id != r.RowID() {
				named[id] = true
			}
		}
	}
	e := journey.New().Edit(nil)
	for r := range p.All() {
		if r.Kind() != journey.KindMedia || named[r.RowID()] {
			e.Put(r)
		}
	}
	return e.Project()
}

// replace has write make a file and puts it at path.
func (f *File) replace(path string, write func(temp string) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && (path == f.path || os.SameFile(info, f.info)):
		return fmt.Errorf("%w: a copy needs a place of its own", fs.ErrExist)
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%w: not a plain file", fs.ErrExist)
	}
	l, err := acquire(path)
	if err != nil {
		return err
	}
	defer l.release()
	return beside(path, write, func(temp string) error {
		if info != nil {
			if err := os.Chmod(temp, info.Mode().Perm()); err != nil {
				return err
			}
		}
		rollBack(path)
		forgetJournal(path)
		return os.Rename(temp, path)
	})
}

// rollBack takes back the transaction that a crash may have left in a file, so
// that it is whole without its journal until another takes its place.
func rollBack(path string) {
	if _, err := os.Lstat(path + "-journal"); err != nil {
		return
	}
	if d, err := connect(path, readWrite); err == nil {
		d.number("PRAGMA schema_version")
		d.close()
	}
}
