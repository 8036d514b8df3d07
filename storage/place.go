package storage

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// beside has write make a whole new file in the folder of path under a name
// that nobody uses, and place put it where it belongs. Whatever happens, the
// first name is gone afterwards.
func beside(path string, write, place func(temp string) error) error {
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); err != nil {
		return err
	}
	if err := writable(folder); err != nil {
		return err
	}
	if err := journalFits(path); err != nil {
		return err
	}
	temp := filepath.Join(folder, ".throughline-"+rand.Text()+".tmp")
	defer os.Remove(temp)
	defer os.Remove(temp + "-journal")
	if err := write(temp); err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	if err := place(temp); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// placeNew gives the file at temp the name path, which must be free; the error
// is fs.ErrExist where it is not.
func placeNew(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil || isExist(err) {
		return err
	}
	// No links on this file system: reserve the name, then rename over it.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	f.Close()
	if err := os.Rename(temp, path); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}

// journalFits is an error where the name of a file is so long that SQLite
// could not make a journal beside it.
func journalFits(path string) error {
	_, err := os.Lstat(path + "-journal")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func isExist(err error) bool { return errors.Is(err, fs.ErrExist) }

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// syncFolder makes a new name last through a power cut, where that is possible.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		f.Sync()
		f.Close()
	}
}
