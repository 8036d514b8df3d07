package cli

import (
	"context"
	"fmt"
	"math"
	"strings"

	"throughline/canvas/layout"
	"throughline/export"
)

func runExport(ctx context.Context, c *call) error {
	out := c.flags.String("o", "", "")
	mapTitle := c.flags.String("map", "", "")
	scale := c.flags.Float64("scale", export.DefaultScale, "")
	themeName := c.flags.String("theme", layout.Print.Name, "")
	live := c.flags.Bool("live-text", false, "")
	args, err := c.parse("IN")
	if err != nil {
		return err
	}
	if *out == "" {
		return wrong("-o OUT is missing")
	}
	f, ok := export.ForFile(*out)
	if !ok {
		return wrong("“%s” ends in no format that can be written; use %s", *out, endings())
	}
	theme, remarks, err := themeOf(*themeName)
	if err != nil {
		return err
	}
	if !(*scale > 0) || *scale > 64 || math.IsNaN(*scale) {
		return wrong("--scale takes a number of pixels above 0, up to 64")
	}
	if same(args[0], *out) {
		return fmt.Errorf("%s is what is read; choose another name for what is written", *out)
	}
	s, err := read(args[0])
	if err != nil {
		return err
	}
	defer s.close()
	m, err := s.mapOf(*mapTitle)
	if err != nil {
		return about(args[0], err)
	}
	o, err := c.options(theme)
	if err != nil {
		return err
	}
	o.Pictures = layout.NewLibrary(s.blobs)
	j := &export.Job{
		Project: s.project, Map: m.ID, All: *mapTitle == "", Blobs: s.blobs,
		Layout: o, Scale: *scale, LiveText: *live, Renderer: &renderer,
	}
	notes, err := export.File(ctx, *out, f, j)
	if err != nil {
		return err
	}
	for _, n := range append(remarks, notes...) {
		fmt.Fprintln(c.Err, sentence(n))
	}
	return nil
}

func endings() string {
	var e []string
	for _, f := range export.Formats {
		e = append(e, f.Ext)
	}
	return strings.Join(e, ", ")
}
