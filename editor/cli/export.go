package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"throughline/canvas/layout"
	"throughline/editor/words"
	"throughline/export"
	"throughline/journey"
	"throughline/storage"
)

func runExport(ctx context.Context, c *call) error {
	o := export.DefaultOptions()
	args, out, err := c.exportArgs(&o)
	if err != nil {
		return err
	}
	f, ok := export.ForFile(out.file)
	if !ok {
		return wrong("“%s” ends in no format that can be written; use %s", out.file, endings())
	}
	if out.save != "" && !strings.EqualFold(filepath.Ext(args[0]), ".journey") {
		return fmt.Errorf("%s can keep no preset; only a .journey file can", args[0])
	}
	if same(args[0], out.file) {
		return fmt.Errorf("%s is what is read; choose another name for what is written", out.file)
	}
	theme, remarks, err := themeOf(o.Theme)
	if err != nil {
		return err
	}
	s, err := read(args[0])
	if err != nil {
		return err
	}
	defer s.close()
	m, err := s.mapOf(out.mapTitle)
	if err != nil {
		return about(args[0], err)
	}
	if out.preset != "" {
		if o, err = presetNamed(s.project, out.preset); err != nil {
			return about(args[0], err)
		}
		if _, _, err := c.exportArgs(&o); err != nil { // what is said besides counts more
			return err
		}
		if theme, remarks, err = themeOf(o.Theme); err != nil {
			return err
		}
	}
	lo, err := c.options(theme)
	if err != nil {
		return err
	}
	said, err := c.words(out.language)
	if err != nil {
		return err
	}
	lo.Pictures, lo.Say = layout.NewLibrary(s.blobs), said.Say
	j := &export.Job{
		Project: s.project, Map: m.ID, All: out.mapTitle == "", Blobs: s.blobs, Layout: lo, Renderer: &renderer, Encode: storage.Encode, Speaks: said.Language(),
	}
	if err := o.Apply(j); err != nil {
		return about(args[0], err)
	}
	w, err := export.File(ctx, out.file, f, j)
	if err != nil {
		return err
	}
	if out.save != "" {
		s.close()
		if err := savePreset(ctx, args[0], out.save, o, f); err != nil {
			return err
		}
	}
	for _, n := range append(remarks, w.Notes...) {
		fmt.Fprintln(c.Err, sentence(n))
	}
	if len(w.Files) > 1 {
		fmt.Fprintf(c.Out, "%s to %s\n", w.Files[0], w.Files[len(w.Files)-1])
	}
	return nil
}

// exportTo is what is said of an export besides its options.
type exportTo struct{ file, mapTitle, preset, save, language string }

// exportArgs reads the flags of an export into options, which hold what is not
// said.
func (c *call) exportArgs(o *export.Options) ([]string, exportTo, error) {
	var to exportTo
	c.begin()
	exportFlags(c, o, &to)
	args, err := c.parse("IN")
	switch {
	case err != nil:
		return nil, to, err
	case to.file == "":
		return nil, to, wrong("-o OUT is missing")
	}
	if err := o.Check(); err != nil {
		return nil, to, wrong("%v", err)
	}
	return args, to, nil
}

func exportFlags(c *call, o *export.Options, to *exportTo) {
	c.flags.StringVar(&to.file, "o", "", "`OUT`, the file to write: "+endings()+". Where a format holds one page, a number is put behind its name")
	c.flags.StringVar(&to.mapTitle, "map", "", "`TITLE` of the map; the first one of the file, and all of them in formats that hold several")
	c.flags.StringVar(&to.preset, "preset", "", "`NAME` of options that are kept in the file; what is said besides counts more")
	c.flags.StringVar(&to.save, "save-preset", "", "keep these options in the file, under a `NAME`")
	c.language(&to.language, "language of the program's own words, as in the legend and in the footer")
	o.Flags(c.flags)
}

// language adds the flag for a language; of says whose.
func (c *call) language(to *string, of string) {
	c.flags.StringVar(to, "language", "", of+", a `TAG` such as de or en; else it is the system's")
}

// words is the program's own words in the language of a tag; "" is the system's.
func (c *call) words(tag string) (*words.Catalogue, error) {
	all, err := words.All(c.Translations)
	if err != nil {
		return nil, err
	}
	if tag == "" {
		return words.For(all, c.Locale()), nil
	}
	if w := words.For(all, tag); w != nil {
		return w, nil
	}
	var tags []string
	for _, w := range all {
		tags = append(tags, w.Tag)
	}
	return nil, wrong("the program's own words are not there in “%s”; use %s", tag, strings.Join(tags, ", "))
}

// presetNamed is the options that a file keeps under a name.
func presetNamed(p *journey.Project, name string) (export.Options, error) {
	var names []string
	for _, x := range p.Presets() {
		if x.Title == name || string(x.ID) == name {
			return export.ReadOptions(x.Options)
		}
		names = append(names, "“"+x.Title+"”")
	}
	if len(names) == 0 {
		return export.Options{}, fmt.Errorf("there is no preset “%s”; the file has none", name)
	}
	return export.Options{}, fmt.Errorf("there is no preset “%s”; there is %s", name, strings.Join(names, ", "))
}

func endings() string {
	var e []string
	for _, f := range export.Formats {
		e = append(e, f.Ext)
	}
	return strings.Join(e, ", ")
}
