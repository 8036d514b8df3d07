package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"throughline/journey"
)

// Template is a map that the program ships.
type Template struct {
	Name            string // as on the command line: "cargo-bike"
	Title, Subtitle string // of its first map
}

// order is the templates that lead the list; others follow by name, and the
// blank one ends it.
var order = []string{"cargo-bike", "lifecycle", "five-stages", "reputation-loop", "goal-mindset", "relationship", "automation", "service-blueprint"}

// Templates lists the templates of a folder of JSON files.
func Templates(fsys fs.FS) ([]Template, error) {
	files, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	var out []Template
	for _, f := range files {
		name := strings.TrimSuffix(path.Base(f), ".json")
		r, err := FromTemplate(fsys, name)
		if err != nil {
			return nil, err
		}
		m := r.Project.Maps()[0]
		out = append(out, Template{name, m.Title, m.Subtitle})
	}
	rank := func(t Template) int {
		switch i := slices.Index(order, t.Name); {
		case t.Name == "blank":
			return len(order) + 1
		case i >= 0:
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(out, func(a, b Template) int { return rank(a) - rank(b) })
	return out, nil
}

// FromTemplate is the project of a template; an error that is fs.ErrNotExist
// says that there is none of that name.
func FromTemplate(fsys fs.FS, name string) (*Result, error) {
	b, err := fs.ReadFile(fsys, name+".json")
	if errors.Is(err, fs.ErrInvalid) { // no name of a file
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, fmt.Errorf("template %s: %w", name, err)
	}
	p, blobs, problems, err := journey.ReadJSON(b)
	if err != nil {
		return nil, fmt.Errorf("template %s: %w", name, err)
	}
	if len(p.Maps()) == 0 {
		return nil, fmt.Errorf("template %s: it has no map", name)
	}
	return &Result{Project: p, Blobs: blobs, Problems: problems}, nil
}
