package export_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
	"throughline/export/pdf"
	"throughline/export/png"
	"throughline/export/svg"
	"throughline/journey/journeytest"
	"throughline/storage/importer"
)

// posters are generated maps, laid out beforehand.
func posters(b *testing.B, run func(*testing.B, *scene.Scene)) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := exporttest.Poster(b, &importer.Result{Project: journeytest.Generate(n)}, &layout.Print)
			b.ReportAllocs()
			run(b, s)
		})
	}
}

// size counts what is written.
type size int

func (s *size) Write(b []byte) (int, error) { *s += size(len(b)); return len(b), nil }

func BenchmarkPDF(b *testing.B) {
	posters(b, func(b *testing.B, s *scene.Scene) {
		var n size
		for b.Loop() {
			n = 0
			if err := pdf.Write(context.Background(), &n, []pdf.Page{{Scene: s}}, pdf.Options{Title: "Map"}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(n)/1e6, "MB/file")
	})
}

// BenchmarkPDFFloor is what cannot be saved of it: deflating the page's content
// as fast as zlib can. Writing a PDF should take four times that at the most.
func BenchmarkPDFFloor(b *testing.B) {
	posters(b, func(b *testing.B, s *scene.Scene) {
		content := pageContent(b, s)
		for b.Loop() {
			z, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := z.Write(content); err != nil {
				b.Fatal(err)
			}
			if err := z.Close(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(content))/1e6, "MB/content")
	})
}

// pageContent is the operators of a document's page: its longest stream.
func pageContent(b *testing.B, s *scene.Scene) []byte {
	b.Helper()
	var doc bytes.Buffer
	if err := pdf.Write(context.Background(), &doc, []pdf.Page{{Scene: s}}, pdf.Options{}); err != nil {
		b.Fatal(err)
	}
	var longest []byte
	rest := doc.Bytes()
	for {
		_, body, ok := bytes.Cut(rest, []byte(">>\nstream\n"))
		if !ok {
			break
		}
		rest = body
		z, err := zlib.NewReader(bytes.NewReader(body))
		if err != nil {
			continue
		}
		if data, err := io.ReadAll(z); err == nil && len(data) > len(longest) {
			longest = data
		}
	}
	if !bytes.Contains(longest, []byte(" cm\n")) {
		b.Fatal("no page was found")
	}
	return longest
}

func BenchmarkPNG(b *testing.B) {
	posters(b, func(b *testing.B, s *scene.Scene) {
		var n size
		for b.Loop() {
			n = 0
			if err := png.Write(context.Background(), &n, renderer, s, png.Options{Scale: agreeScale}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(n)/1e6, "MB/file")
		b.ReportMetric(s.Size.X*s.Size.Y*agreeScale*agreeScale/1e6, "MP")
	})
}

func BenchmarkSVG(b *testing.B) {
	posters(b, func(b *testing.B, s *scene.Scene) {
		var n size
		for b.Loop() {
			n = 0
			if err := svg.Write(context.Background(), &n, s, svg.Options{Title: "Map"}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(n)/1e6, "MB/file")
	})
}
