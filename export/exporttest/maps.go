package exporttest

import (
	"testing"

	"throughline/assets"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// Sample is the map that the program shows first.
func Sample(t testing.TB) *importer.Result {
	t.Helper()
	r, err := importer.FromTemplate(layouttest.Files(t, assets.Templates, "templates"), "cargo-bike", nil)
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
	o := layouttest.Options(t, theme)
	if r.Blobs != nil {
		o.Pictures = layout.NewLibrary(r.Blobs)
	}
	return layout.Poster(o, r.Project, First(r.Project))
}

// First is the first map of a project.
func First(p *journey.Project) journey.ID { return p.Maps()[0].ID }
