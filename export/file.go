package export

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"throughline/canvas/layout"
)

// Written is what an export has made.
type Written struct {
	Files []string // their paths
	Pages int      // of a drawing; 0 of what is none
	Notes []string // what a reader should know
}

// File writes a job to a file, or to one for each of its pages where the format
// holds one page: “map-1.png”, “map-2.png”. What is there under such a name is
// replaced when all of them are written, or not at all, and keeps its rights;
// nothing else is left in the folder. A symbolic link stays one, and the file
// that it leads to is written.
func File(ctx context.Context, path string, f Format, j *Job) (out Written, err error) {
	var drafts []*draft
	defer func() {
		for _, d := range drafts {
			d.drop()
		}
	}()
	put := func(path string, write func(io.Writer) error) error {
		d, err := newDraft(path)
		if err != nil {
			return err
		}
		drafts = append(drafts, d)
		out.Files = append(out.Files, path)
		return d.fill(ctx, write)
	}
	if f.Page == nil || len(j.Pages().List) == 1 {
		err = put(path, func(w io.Writer) (err error) {
			out.Notes, err = f.Write(ctx, w, j)
			return err
		})
	} else {
		out.Notes, err = j.remarks(), j.eachPage(func(i int, p layout.Page) error {
			return put(PageName(path, i+1), func(w io.Writer) error { return f.Page(ctx, w, j, p) })
		})
	}
	if err != nil {
		return Written{}, err
	}
	switch {
	case f.Drawn && f.Maps:
		for _, k := range j.each() {
			out.Pages += len(k.Pages().List)
		}
	case f.Drawn:
		out.Pages = len(j.Pages().List)
	}
	for _, d := range drafts {
		if err := d.keep(); err != nil {
			for _, d := range drafts {
				d.unkeep()
			}
			return Written{}, err
		}
	}
	return out, nil
}

// eachPage writes page after page; each is its share of the progress.
func (j *Job) eachPage(write func(int, layout.Page) error) error {
	tell, pages := j.Progress, j.Pages().List
	defer func() { j.Progress = tell }()
	for i, p := range pages {
		if tell != nil {
			j.Progress = func(done float64) { tell((float64(i) + done) / float64(len(pages))) }
		}
		if err := write(i, p); err != nil {
			return err
		}
	}
	return nil
}

// PageName is the path of the n-th page of a file.
func PageName(path string, n int) string {
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
}

// draft is a file that is written under another name until it is whole.
type draft struct {
	path, to, temp string // as it is called, what that leads to, and meanwhile
	old            os.FileInfo
	file           *os.File
	kept           bool
}

func newDraft(path string) (_ *draft, err error) {
	to := followed(path)
	folder := filepath.Dir(to)
	d := &draft{path: path, to: to, temp: filepath.Join(folder, ".throughline-"+rand.Text()+".tmp")}
	defer func() {
		if err != nil {
			err = named(err, d.temp, path)
		}
	}()
	d.old, err = os.Stat(to)
	switch {
	case err == nil && d.old.IsDir():
		return nil, errors.New("a folder has that name")
	case err == nil && !d.old.Mode().IsRegular(): // a device would become a file
		return nil, errors.New("what has that name is no plain file")
	}
	if _, err := os.Stat(folder); err != nil {
		return nil, err
	}
	if d.file, err = os.OpenFile(d.temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666); err != nil {
		return nil, named(err, d.temp, folder)
	}
	return d, nil
}

// fill writes all of the file.
func (d *draft) fill(ctx context.Context, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(d.file, 1<<16)
	err := write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = ctx.Err() // quick formats do not look at it
	}
	if err == nil && d.old != nil {
		err = d.file.Chmod(d.old.Mode().Perm())
	}
	if err == nil {
		err = d.file.Sync()
	}
	if err == nil {
		err = d.file.Close()
	}
	if err != nil {
		return named(err, d.temp, d.path)
	}
	return nil
}

// keep gives the file its name.
func (d *draft) keep() error {
	if err := os.Rename(d.temp, d.to); err != nil {
		return named(err, d.temp, d.path)
	}
	d.kept = true
	return nil
}

// unkeep takes away a file that was not there before, because another one could
// not be kept.
func (d *draft) unkeep() {
	if d.kept && d.old == nil {
		os.Remove(d.to)
	}
}

// drop takes the file away, unless it has been kept.
func (d *draft) drop() {
	if !d.kept {
		d.file.Close()
		os.Remove(d.temp)
	}
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
