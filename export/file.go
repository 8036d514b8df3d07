package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// File writes a job to a file. What is there under that name is replaced when
// all is written, or not at all; nothing else is left in the folder.
func File(ctx context.Context, path string, f Format, j *Job) (notes []string, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("export %s: %w", path, err)
		}
	}()
	// the folder of the file itself, where path is a symbolic link to one
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		return nil, errors.New("a folder has that name")
	}
	t, err := os.CreateTemp(filepath.Dir(path), ".throughline-*")
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			t.Close()
			os.Remove(t.Name())
		}
	}()
	w := bufio.NewWriterSize(t, 1<<16)
	if notes, err = f.Write(ctx, w, j); err != nil {
		return nil, err
	}
	if err = w.Flush(); err != nil {
		return nil, err
	}
	if err = t.Chmod(mode(path)); err != nil {
		return nil, err
	}
	if err = t.Sync(); err != nil {
		return nil, err
	}
	if err = t.Close(); err != nil {
		return nil, err
	}
	return notes, os.Rename(t.Name(), path)
}

// mode is the rights of the file that is replaced, or those of a new one.
func mode(path string) os.FileMode {
	if st, err := os.Stat(path); err == nil {
		return st.Mode().Perm()
	}
	return 0o644
}
