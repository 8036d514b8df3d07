package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"throughline/journey"
	"throughline/storage"
	"throughline/storage/importer"
)

func runTemplates(_ context.Context, c *call) error {
	var language string
	c.language(&language, "language of their titles")
	if _, err := c.parse(); err != nil {
		return err
	}
	say, err := c.templateWords(language)
	if err != nil {
		return err
	}
	list, err := importer.Templates(c.Templates, say)
	if err != nil {
		return err
	}
	for _, t := range list {
		fmt.Fprintf(c.Out, "%s\t%s\n", t.Name, t.Title)
	}
	return nil
}

// templateWords says the texts of templates in the language of a tag; "" is the
// system's.
func (c *call) templateWords(tag string) (func(string) string, error) {
	w, err := c.words(tag)
	if err != nil {
		return nil, err
	}
	folder, err := fs.Sub(c.Templates, importer.Translations)
	if err != nil {
		return nil, err
	}
	w, err = w.In(folder)
	return w.Say, err
}

func runNew(ctx context.Context, c *call) error {
	name := c.flags.String("template", "blank", "")
	var language string
	c.language(&language, "language of what the template says")
	args, err := c.parse("OUT.journey")
	if err != nil {
		return err
	}
	if err := isJourney(args[0]); err != nil {
		return err
	}
	say, err := c.templateWords(language)
	if err != nil {
		return err
	}
	r, err := importer.FromTemplate(c.Templates, *name, say)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no template “%s”; throughline templates lists them", *name)
	}
	if err != nil {
		return err
	}
	return create(ctx, args[0], r)
}

func runImport(ctx context.Context, c *call) error {
	out := c.flags.String("o", "", "")
	args, err := c.parse("IN")
	if err != nil {
		return err
	}
	in := args[0]
	if *out == "" {
		*out = strings.TrimSuffix(in, filepath.Ext(in)) + ".journey"
	}
	if err := isJourney(*out); err != nil {
		return err
	}
	if !importer.Supported(in) && strings.EqualFold(filepath.Ext(in), ".journey") {
		return fmt.Errorf("%s is a .journey file already", in)
	}
	s, err := read(in)
	if err != nil {
		return err
	}
	defer s.close()
	if err := create(ctx, *out, &importer.Result{Project: s.project, Blobs: s.blobs.(journey.MemoryBlobs)}); err != nil {
		return err
	}
	for _, p := range s.problems {
		fmt.Fprintln(c.Out, p)
	}
	for _, m := range s.project.Maps() {
		fmt.Fprintf(c.Out, "%s: %s\n", title(m), contents(s.project, m))
	}
	fmt.Fprintf(c.Out, "written to %s\n", *out)
	return nil
}

func isJourney(path string) error {
	if !strings.EqualFold(filepath.Ext(path), ".journey") {
		return wrong("“%s” does not end in .journey", path)
	}
	return nil
}

// create writes a new file; one that is there stays as it is.
func create(ctx context.Context, path string, r *importer.Result) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := storage.Create(path, r.Project, r.Blobs)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; choose another name or remove it first", path)
	}
	return err
}

func title(m journey.Map) string {
	if m.Title == "" {
		return "a map without a title"
	}
	return "“" + m.Title + "”"
}

// contents is how much a map holds.
func contents(p *journey.Project, m journey.Map) string {
	k := tally(p, m)
	return fmt.Sprintf("%s, %s, %s, %s", plural(k.Stages, "stage"), plural(k.Steps, "step"), plural(k.Lanes, "lane"), plural(k.Cards, "card"))
}

func plural(n int, noun string) string { return count(n, noun, noun+"s") }

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
