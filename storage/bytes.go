package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"throughline/journey"
)

// Encode is a project as the bytes of a file, for documents that carry one. It
// has no log, no versions, and no media that no row names. The same project
// gives the same bytes.
func Encode(p *journey.Project, blobs journey.Blobs) (b []byte, err error) {
	err = aside(func(path string) error {
		p, _ := journey.Repair(shown(p))
		if err := writeNew(path, p, lenient{blobs}, migrations); err != nil {
			return err
		}
		b, err = os.ReadFile(path)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return b, nil
}

// Decode reads the bytes of a file as Read reads a file. Errors are as there.
func Decode(b []byte) (p *journey.Project, blobs journey.MemoryBlobs, problems []journey.Problem, err error) {
	err = aside(func(path string) error {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			return err
		}
		s, err := Read(path)
		if err != nil {
			return err
		}
		defer s.Close()
		p, problems, blobs = s.Project(), s.Problems(), journey.MemoryBlobs{}
		for _, m := range p.Media() {
			if data, err := s.Blob(m.Hash); err == nil {
				blobs.Add(data)
			}
		}
		return nil
	})
	if err != nil {
		return nil, nil, nil, fmt.Errorf("decode: %w", err)
	}
	return p, blobs, problems, nil
}

// aside does something with a file that is gone afterwards, for SQLite knows
// files only.
func aside(do func(path string) error) error {
	dir, err := os.MkdirTemp("", "throughline-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return do(filepath.Join(dir, "map.journey"))
}

// lenient has the media that are there; one that is not is no error.
type lenient struct{ blobs journey.Blobs }

func (l lenient) Blob(hash string) ([]byte, error) {
	if l.blobs == nil {
		return nil, errAbsent
	}
	b, err := l.blobs.Blob(hash)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errAbsent
	}
	return b, err
}
