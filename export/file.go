package export

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// File writes a job to a file. What is there under that name is replaced when
// all is written, or not at all, and keeps its rights; nothing else is left in
// the folder. A symbolic link stays one, and the file that it leads to is
// written.
func File(ctx context.Context, path string, f Format, j *Job) (notes []string, err error) {
	to := followed(path)
	folder := filepath.Dir(to)
	temp := filepath.Join(folder, ".throughline-"+rand.Text()+".tmp")
	defer func() {
		if err != nil {
			err = named(err, temp, path)
		}
	}()
	old, err := os.Stat(to)
	switch {
	case err == nil && old.IsDir():
		return nil, errors.New("a folder has that name")
	case err == nil && !old.Mode().IsRegular(): // a device would become a file
		return nil, errors.New("what has that name is no plain file")
	}
	if _, err := os.Stat(folder); err != nil {
		return nil, err
	}
	t, err := os.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, named(err, temp, folder)
	}
	whole := false
	defer func() {
		if !whole {
			t.Close()
			os.Remove(temp)
		}
	}()
	if notes, err = fill(ctx, t, f, j); err != nil {
		return nil, err
	}
	if old != nil {
		if err := t.Chmod(old.Mode().Perm()); err != nil {
			return nil, err
		}
	}
	if err := t.Sync(); err != nil {
		return nil, err
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	if err := os.Rename(temp, to); err != nil {
		return nil, err
	}
	whole = true
	return notes, nil
}

// followed is the file that a symbolic link leads to, also where that is not
// there yet; a path that is none is itself.
func followed(path string) string {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		return to
	}
	to, err := os.Readlink(path)
	switch {
	case err != nil:
		return path
	case filepath.IsAbs(to):
		return to
	}
	return filepath.Join(filepath.Dir(path), to)
}

// fill writes all of the job to t.
func fill(ctx context.Context, t *os.File, f Format, j *Job) ([]string, error) {
	w := bufio.NewWriterSize(t, 1<<16)
	notes, err := f.Write(ctx, w, j)
	if err != nil {
		return nil, err
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	return notes, ctx.Err() // quick formats do not look at it
}

// named is err with the name that people know: nobody has heard of the
// temporary file.
func named(err error, temp, path string) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at) && at.Path == temp:
		return &fs.PathError{Op: "write", Path: path, Err: at.Err}
	case errors.As(err, &link) && link.Old == temp:
		return &fs.PathError{Op: "write", Path: path, Err: link.Err}
	}
	return fmt.Errorf("write %s: %w", path, err)
}
