package export_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"throughline/canvas/layout"
	"throughline/export/exporttest"
	"throughline/export/png"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// BenchmarkAgainstOthers is how long we take to write a PDF and a PNG, and how
// long librsvg takes to make them of our SVG and Chromium of our page. Run it
// with -benchtime 1x.
func BenchmarkAgainstOthers(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		r := &importer.Result{Project: journeytest.Generate(n)}
		drawing := exporttest.File(b, "a.svg", written(b, r, "svg"))
		page := exporttest.File(b, "a.html", written(b, r, "html"))
		out := filepath.Join(b.TempDir(), "out")
		s := exporttest.Poster(b, r, &layout.Print)
		for _, c := range []struct {
			name string
			run  func(b *testing.B)
		}{
			{"pdf/throughline", func(b *testing.B) { written(b, r, "pdf") }},
			{"pdf/rsvg-convert", program("rsvg-convert", "-f", "pdf", "-o", out, drawing)},
			{"pdf/chromium", program("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir="+b.TempDir(), "--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+page)},
			{"png/throughline", func(b *testing.B) {
				if err := png.Write(context.Background(), io.Discard, renderer, s, png.Options{Scale: agreeScale}); err != nil {
					b.Fatal(err)
				}
			}},
			{"png/rsvg-convert", program("rsvg-convert", "-z", fmt.Sprint(agreeScale*25.4/0.2475/96), "-o", out, drawing)},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, c.name), func(b *testing.B) {
				for b.Loop() {
					c.run(b)
				}
			})
		}
	}
}

// patience is how long a program of others may take.
var patience = flag.Duration("patience", 10*time.Minute, "how long a program of others may take in a benchmark")

// program runs a program that reads what we write; its limits are its own. Where it
// takes longer than we wait, the figure is how long we have waited, and where it
// refuses, how long that takes.
func program(name string, args ...string) func(*testing.B) {
	return func(b *testing.B) {
		exporttest.Find(b, name)
		ctx, cancel := context.WithTimeout(context.Background(), *patience)
		defer cancel()
		cmd := exec.CommandContext(ctx, name, args...)
		cmd.WaitDelay = 5 * time.Second // those that it has started go when it goes
		out, err := cmd.CombinedOutput()
		switch {
		case ctx.Err() != nil:
			b.Logf("%s takes over %v", name, *patience)
			b.ReportMetric(patience.Minutes(), "min/over")
		case err != nil:
			b.Logf("%s gives up: %v %.200s", name, err, out)
			b.ReportMetric(1, "refused")
		}
	}
}

// BenchmarkLargePNG writes 300 megapixels and says how much memory that takes.
func BenchmarkLargePNG(b *testing.B) {
	s := exporttest.Poster(b, exporttest.Sample(b), &layout.Print)
	scale := 1.0
	for s.Size.X*s.Size.Y*scale*scale < 300e6 {
		scale += 0.01
	}
	var m runtime.MemStats
	most := uint64(0)
	for b.Loop() {
		err := png.Write(context.Background(), io.Discard, renderer, s, png.Options{Scale: scale, Progress: func(float64) {
			runtime.ReadMemStats(&m)
			most = max(most, m.Sys-m.HeapReleased)
		}})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(most)/1e6, "MB")
	b.ReportMetric(s.Size.X*s.Size.Y*scale*scale/1e6, "MP")
}
