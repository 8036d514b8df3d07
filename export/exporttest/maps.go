package exporttest

import (
	"io/fs"
	"sync"
	"testing"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

var fonts = sync.OnceValues(func() (*text.Fonts, error) {
	dir, err := fs.Sub(assets.Fonts, "fonts")
	if err != nil {
		return nil, err
	}
	return text.Load(dir)
})

var icons = sync.OnceValues(func() (*layout.Icons, error) {
	b, err := fs.ReadFile(assets.Icons, "icons/icons.json")
	if err != nil {
		return nil, err
	}
	return layout.LoadIcons(b)
})

// Layout is the options of an export in a theme, without pictures. Its fonts
// are shared by all tests.
func Layout(t testing.TB, theme *layout.Theme) layout.Options {
	t.Helper()
	f, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	i, err := icons()
	if err != nil {
		t.Fatal(err)
	}
	return layout.Options{Fonts: f, Icons: i, Theme: theme}
}

// Sample is the map that the program shows first.
func Sample(t testing.TB) *importer.Result {
	t.Helper()
	dir, err := fs.Sub(assets.Templates, "templates")
	if err != nil {
		t.Fatal(err)
	}
	r, err := importer.FromTemplate(dir, "cargo-bike")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Components is a map with every kind of card, curve, chart and chip.
func Components() *importer.Result {
	p, blobs := journeytest.Components()
	return &importer.Result{Project: p, Blobs: blobs.(journey.MemoryBlobs)}
}

// Poster is the first map of a project as exports show it.
func Poster(t testing.TB, r *importer.Result, theme *layout.Theme) *scene.Scene {
	t.Helper()
	o := Layout(t, theme)
	if r.Blobs != nil {
		o.Pictures = layout.NewLibrary(r.Blobs)
	}
	return layout.Poster(o, r.Project, First(r.Project))
}

// First is the first map of a project.
func First(p *journey.Project) journey.ID { return p.Maps()[0].ID }
