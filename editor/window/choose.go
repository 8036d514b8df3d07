package window

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/storage/repository"
)

// fyneFiles is what Fyne's own access to files can do.
type fyneFiles interface {
	repository.Repository
	repository.ListableRepository
	repository.HierarchicalRepository
	repository.WritableRepository
}

// chooser lets Fyne's dialogs list files and choose one, but not empty it: its
// save dialog opens what was chosen for writing, which would lose the old file
// before the new one is written beside it.
type chooser struct{ fyneFiles }

// Writer stands for a chosen file without touching it.
func (c chooser) Writer(u fyne.URI) (fyne.URIWriteCloser, error) { return chosen{u}, nil }

type chosen struct{ uri fyne.URI }

func (c chosen) URI() fyne.URI { return c.uri }
func (c chosen) Close() error  { return nil }
func (c chosen) Write([]byte) (int, error) {
	return 0, errors.New("a chosen file is not written through its dialog")
}

// protectFiles puts the chooser in front of Fyne's access to files.
func protectFiles() error {
	r, err := repository.ForURI(storage.NewFileURI("/"))
	if err != nil {
		return err
	}
	files, ok := r.(fyneFiles)
	if !ok {
		return errors.New("fyne's access to files has changed")
	}
	repository.Register("file", chooser{files})
	return nil
}
