package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sorted is an archive whose parts stand in the order of their names. The
// library hands them out in the order of a map, which is another one each time.
type sorted struct {
	w     io.Writer
	parts []part
}

type part struct {
	name string
	body *bytes.Buffer
}

func newSorted(w io.Writer) excelize.ZipWriter { return &sorted{w: w} }

// Create begins a part.
func (s *sorted) Create(name string) (io.Writer, error) {
	p := part{name, new(bytes.Buffer)}
	s.parts = append(s.parts, p)
	return p.body, nil
}

// AddFS adds nothing: a workbook of ours has no folders.
func (s *sorted) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive, what says what is in it first.
func (s *sorted) Close() error {
	slices.SortFunc(s.parts, func(a, b part) int { return cmp.Compare(a.name, b.name) })
	z := zip.NewWriter(s.w)
	for _, p := range s.parts {
		w, err := z.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := w.Write(p.body.Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}
