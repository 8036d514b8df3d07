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

// Translations is the folder beside the templates that has what they say in
// other languages, a catalogue of their texts each: LANGUAGE.json.
const Translations = "translations"

// Templates lists the templates of a folder of JSON files, in the language of
// say, which says a text of theirs in it; nil leaves all as it stands there.
func Templates(fsys fs.FS, say func(string) string) ([]Template, error) {
	files, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	var out []Template
	for _, f := range files {
		name := strings.TrimSuffix(path.Base(f), ".json")
		r, err := FromTemplate(fsys, name, say)
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

// FromTemplate is the project of a template in the language of say; an error
// that is fs.ErrNotExist says that there is none of that name.
func FromTemplate(fsys fs.FS, name string, say func(string) string) (*Result, error) {
	b, err := fs.ReadFile(fsys, name+".json")
	if errors.Is(err, fs.ErrInvalid) || strings.Contains(name, "/") { // no name of a template
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
	if say != nil {
		p = journey.Reworded(p, say)
	}
	return &Result{Project: p, Blobs: blobs, Problems: problems}, nil
}
