package storage

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"throughline/journey"
)

// Create writes p, with the bytes of its media from blobs, to a new file at
// path. There is a whole file afterwards or none. The error is fs.ErrExist when
// there is something at path already, ErrDiskFull, that of blobs, or the
// system's. blobs may be nil when p has no media.
func Create(path string, p *journey.Project, blobs journey.Blobs) (err error) {
	defer naming("create", path, &err)
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	write := func(temp string) error { return writeNew(temp, p, blobs, migrations) }
	return beside(path, write, func(temp string) error {
		forgetJournal(path)
		return placeNew(temp, path)
	})
}

// writeNew makes a database at path, where nothing is, with what p holds and
// nothing else.
func writeNew(path string, p *journey.Project, blobs journey.Blobs, ms []string) error {
	d, err := connect(path, create)
	if err != nil {
		return err
	}
	err = d.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF") // who asked for the file syncs it
	if err == nil {
		err = d.writing(func() error {
			if err := d.exec(fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
				return err
			}
			for _, m := range ms {
				if err := d.exec(m); err != nil {
					return err
				}
			}
			if err := d.exec(fmt.Sprintf("PRAGMA user_version = %d", len(ms))); err != nil {
				return err
			}
			return d.fill(p, blobs)
		})
	}
	return errors.Join(err, d.close())
}

// fill inserts the rows of p by ID, as the tables are sorted, and their media.
func (d *database) fill(p *journey.Project, blobs journey.Blobs) error {
	rows := slices.SortedFunc(p.All(), func(a, b journey.Row) int { return cmp.Compare(a.RowID(), b.RowID()) })
	for _, r := range rows {
		t := tableOf[r.Kind()]
		if err := d.run(t.upsert, t.args(r)...); err != nil {
			return err
		}
		m, ok := r.(journey.Media)
		if !ok || m.Hash == "" {
			continue
		}
		if blobs == nil {
			return fmt.Errorf("%s: no media were given", journey.Describe(m))
		}
		b, err := blobs.Blob(m.Hash)
		if errors.Is(err, errAbsent) {
			continue
		}
		if b, err = checked(m.Hash, b, true, err); err != nil {
			return fmt.Errorf("%s: %w", journey.Describe(m), err)
		}
		if err := d.putBlob(m.Hash, b); err != nil {
			return err
		}
	}
	return nil
}

// forgetJournal removes what a crash of a program left beside a file that is
// about to be new: SQLite would take it for the new file's.
func forgetJournal(path string) {
	for _, suffix := range []string{"-journal", "-wal", "-shm"} {
		os.Remove(path + suffix)
	}
}
