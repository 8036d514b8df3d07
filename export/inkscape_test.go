package export_test

import (
	"bytes"
	"context"
	"image"
	stdpng "image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
	"throughline/export/png"
	"throughline/export/svg"
	"throughline/storage/importer"
)

// Inkscape, in which people go on with a drawing, shows what our own pixels show:
// the sample, every script, and what is written from right to left. It is slow to
// start, so it is started once for all.
func TestInkscapeShowsTheSame(t *testing.T) {
	if raced {
		t.Skip("nothing runs beside anything here")
	}
	exporttest.Find(t, "inkscape")
	all := fixtures(t)
	scenes := map[string]*scene.Scene{
		"sample": all["sample"], "scripts": all["scripts"], "emoji": all["emoji"], "everything": all["everything"], "photos": all["photos"],
		"right-to-left": exporttest.Poster(t, &importer.Result{Project: rightToLeft()}, &layout.Print),
	}
	dpi := strconv.FormatFloat(agreeScale*25.4/scene.Millimetres, 'f', 6, 64)
	args, dir := []string{"--export-type=png", "--export-dpi=" + dpi}, t.TempDir()
	for name, s := range scenes {
		var drawing bytes.Buffer
		if err := svg.Write(context.Background(), &drawing, s, svg.Options{}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name+".svg")
		if err := os.WriteFile(path, drawing.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	exporttest.Run(t, "inkscape", args...)
	for name, s := range scenes {
		var own bytes.Buffer
		if err := png.Write(context.Background(), &own, renderer, s, png.Options{Scale: agreeScale}); err != nil {
			t.Fatal(err)
		}
		ours, err := stdpng.Decode(&own)
		if err != nil {
			t.Fatal(err)
		}
		theirs := decoded(t, filepath.Join(dir, name+".png"))
		if d := theirs.Bounds().Size().Sub(ours.Bounds().Size()); d.X < -1 || d.X > 1 || d.Y < -1 || d.Y > 1 {
			t.Errorf("%s: Inkscape makes it %v pixels large, not %v", name, theirs.Bounds().Size(), ours.Bounds().Size())
		}
		limit := ofScenes
		if name == "photos" || name == "emoji" {
			limit = ofPhotos
		}
		d := exporttest.Compare(ours, theirs)
		t.Logf("%s: %v", name, d)
		if !d.Within(limit) {
			t.Errorf("%s: Inkscape paints something else: %v", name, d)
		}
	}
}

func decoded(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	im, err := stdpng.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return im
}
