package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"throughline/journey"
	"throughline/storage"
	"throughline/storage/importer"
)

// source is a file that was read.
type source struct {
	project  *journey.Project
	blobs    journey.Blobs
	problems []journey.Problem
	close    func()
}

// read reads a .journey file or what an importer knows. It writes nothing.
func read(path string) (*source, error) {
	if st, err := os.Stat(path); err != nil {
		return nil, err
	} else if st.IsDir() {
		return nil, fmt.Errorf("%s is a folder", path)
	}
	if importer.Supported(path) {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r, err := importer.Read(path, f)
		if err != nil {
			return nil, about(path, err)
		}
		return &source{r.Project, r.Blobs, r.Problems, func() {}}, nil
	}
	if !strings.EqualFold(filepath.Ext(path), ".journey") {
		return nil, about(path, fmt.Errorf("a file of this kind cannot be read; use .journey %s", importer.Extensions()))
	}
	s, err := storage.Read(path)
	if err != nil {
		return nil, err
	}
	return &source{s.Project(), s, s.Problems(), func() { s.Close() }}, nil
}

// same reports whether two names lead to one file that is there.
func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// about puts the name of a file in front of an error that does not have it.
func about(path string, err error) error {
	if strings.Contains(err.Error(), path) {
		return err
	}
	return fmt.Errorf("%s: %w", path, err)
}

// mapOf is the map with the given title or ID; the first one where title is
// empty.
func (s *source) mapOf(title string) (journey.Map, error) {
	maps := s.project.Maps()
	if len(maps) == 0 {
		return journey.Map{}, errors.New("there is no map in this file")
	}
	if title == "" {
		return maps[0], nil
	}
	for _, m := range maps {
		if m.Title == title || string(m.ID) == title {
			return m, nil
		}
	}
	var names []string
	for _, m := range maps {
		names = append(names, "“"+m.Title+"”")
	}
	return journey.Map{}, fmt.Errorf("no map is called “%s”; there is %s", title, strings.Join(names, ", "))
}

// explain is an error as one sentence.
func explain(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, context.Canceled):
		return "stopped; nothing was written"
	case errors.Is(err, journey.ErrTooNew):
		return err.Error() + ". Update the program to read it"
	case errors.As(err, &p) && errors.Is(err, fs.ErrNotExist):
		return p.Path + " is not there"
	case errors.As(err, &p) && errors.Is(err, fs.ErrPermission):
		return p.Path + " may not be read or written"
	}
	return strings.ReplaceAll(err.Error(), "\n", " ")
}
