package pdf

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
)

func write(t testing.TB, s *scene.Scene, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, []Page{{Scene: s}}, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadersTakeTheFile(t *testing.T) {
	path := exporttest.File(t, "a.pdf", write(t, exporttest.Everything(layouttest.Fonts(t)), Options{Title: "Map"}))
	if out := string(exporttest.Run(t, "qpdf", "--check", path)); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	if out := string(exporttest.Run(t, "pdfinfo", path)); !strings.Contains(out, "Page size:       505.134 x 399.898 pts") { // 720 × 570 u
		t.Error(out)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(exporttest.Run(t, "pdffonts", path))), "\n") {
		if f := strings.Fields(line); i > 1 && (len(f) < 8 || f[len(f)-5] != "yes" || f[len(f)-3] != "yes") {
			t.Errorf("not embedded, or without a map to Unicode: %s", line)
		}
	}
}

func TestSameSceneSameBytes(t *testing.T) {
	if os.Getenv("THROUGHLINE_SUM") != "" { // the other process
		s := exporttest.Everything(layouttest.Fonts(t))
		fmt.Printf("sum %x\n", sha256.Sum256(write(t, s, Options{Title: "Map"})))
		return
	}
	f := layouttest.Fonts(t)
	a := write(t, exporttest.Everything(f), Options{Title: "Map"})
	for range 5 {
		if !bytes.Equal(a, write(t, exporttest.Everything(f), Options{Title: "Map"})) {
			t.Fatal("two writes of one scene differ")
		}
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestSameSceneSameBytes$")
	cmd.Env = append(os.Environ(), "THROUGHLINE_SUM=1")
	out, err := cmd.Output()
	if err != nil || !strings.Contains(string(out), fmt.Sprintf("sum %x\n", sha256.Sum256(a))) {
		t.Errorf("another process writes other bytes: %v %s", err, out)
	}
}

func TestPropertiesOfTheDocument(t *testing.T) {
	s := exporttest.Of(100, 50)
	path := exporttest.File(t, "a.pdf", write(t, s, Options{
		Title: "Fahrräder (neu)", Author: "Zoë \\ Co", Subject: "日本", Keywords: "a, b", Lang: "de-AT",
		Date: time.Date(2026, 3, 4, 5, 6, 7, 0, time.FixedZone("", 3600)),
	}))
	out := string(exporttest.Run(t, "pdfinfo", "-isodates", path))
	for _, want := range []string{"Fahrräder (neu)", "Zoë \\ Co", "日本", "a, b", "2026-03-04T04:06:07Z"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	data := write(t, s, Options{Title: "x", Lang: "en) /Bad ("})
	if bytes.Contains(data, []byte("/Bad")) || !bytes.Contains(data, []byte("/DisplayDocTitle true")) || !bytes.Contains(data, []byte("/Fit]")) {
		t.Error("the catalog is wrong")
	}
	for says, o := range map[string]Options{"/ViewerPreferences<</DisplayDocTitle true/Direction/R2L>>": {Title: "x", RTL: true}, "/ViewerPreferences<</Direction/R2L>>": {RTL: true}} {
		data := write(t, s, o)
		if !bytes.Contains(data, []byte(says)) {
			t.Errorf("the catalog has no %s", says)
		}
		exporttest.Run(t, "qpdf", "--check", exporttest.File(t, "a.pdf", data))
	}
	if data := write(t, s, Options{Title: "x"}); bytes.Contains(data, []byte("/Direction")) {
		t.Error("a document that is read from the left has a direction")
	}
}

func TestLargePagesAreScaledDown(t *testing.T) {
	s := exporttest.Of(2400, 1697)
	if k := PageScale(s); k != 1 {
		t.Errorf("A2 is scaled by %f", k)
	}
	s = exporttest.Of(100000, 3000, &scene.Fill{Path: geom.Rectangle(geom.Box(0, 0, 100000, 3000)), Paint: scene.Solid(scene.RGB(0))})
	if k := PageScale(s); k > 14400/(100000*unitPoint)+1e-9 || k < 0.2 {
		t.Errorf("scaled by %f", k)
	}
	if out := string(exporttest.Run(t, "pdfinfo", exporttest.File(t, "a.pdf", write(t, s, Options{})))); !strings.Contains(out, "14400 x 432 pts") {
		t.Error(out)
	}
	if err := Write(context.Background(), io.Discard, []Page{{Scene: &scene.Scene{}}}, Options{}); !errors.Is(err, errNoSize) {
		t.Errorf("a scene without a size: %v", err)
	}
}

// TestPagesShareWhatTheyDrawWith puts one scene on three pages of different
// sizes. The document hardly grows, and each page says all of it.
func TestPagesShareWhatTheyDrawWith(t *testing.T) {
	s := exporttest.Everything(layouttest.Fonts(t))
	alone := write(t, s, Options{})
	var b bytes.Buffer
	pages := []Page{{Scene: s, Label: "whole"}, {Scene: s, Scale: 0.5, Label: "A 1"}, {Scene: s, Scale: 100, Label: "日本"}}
	if err := Write(context.Background(), &b, pages, Options{}); err != nil {
		t.Fatal(err)
	}
	path := exporttest.File(t, "a.pdf", b.Bytes())
	if out := string(exporttest.Run(t, "qpdf", "--check", path)); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	out := string(exporttest.Run(t, "pdfinfo", "-f", "1", "-l", "3", path))
	for _, want := range []string{"Page    1 size:  505.134 x 399.898 pts", "Page    2 size:  360 x 285 pts", "Page    3 size:  14400 x 11400 pts"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if n := strings.Count(b.String(), "/FontFile2"); n != strings.Count(string(alone), "/FontFile2") {
		t.Errorf("%d fonts are in the document", n)
	}
	if b.Len() > 2*len(alone) {
		t.Errorf("three pages take %d bytes, one %d", b.Len(), len(alone))
	}
	for _, n := range []string{"1", "2", "3"} {
		if out := string(exporttest.Run(t, "pdftotext", "-f", n, "-l", n, path, "-")); !strings.Contains(out, "Big words") || !strings.Contains(out, "Быстрая доставка") {
			t.Errorf("page %s says %s", n, out)
		}
	}
	if want := "/PageLabels<</Nums[0<</P(whole)>>1<</P(A 1)>>2<</P<FEFF65E5672C>>>]>>"; !strings.Contains(b.String(), want) {
		t.Errorf("no %s", want)
	}
	if err := Write(context.Background(), io.Discard, nil, Options{}); !errors.Is(err, errNoPages) {
		t.Errorf("a document without pages: %v", err)
	}
}

func TestErrorsAndCancelling(t *testing.T) {
	s := exporttest.Cards(layouttest.Fonts(t), 300)
	for _, n := range []int{0, 100, 20000} {
		if err := Write(context.Background(), &exporttest.Broken{Left: n}, []Page{{Scene: s}}, Options{}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("writer that fails after %d bytes: %v", n, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	last := -1.0
	var out bytes.Buffer
	err := Write(ctx, &out, []Page{{Scene: s}}, Options{Progress: func(done float64) {
		if done < last {
			t.Errorf("progress goes back from %f to %f", last, done)
		}
		if last = done; done > 0.4 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || out.Len() > 0 || last > 0.8 {
		t.Errorf("cancelled: %v after %d bytes at %f", err, out.Len(), last)
	}
}

func TestLinksLeadToSafeAddressesOnly(t *testing.T) {
	s := exporttest.Of(200, 100, &scene.Link{Rect: geom.Box(10, 20, 50, 30), Target: "https://example.org/(a)"}, &scene.Link{Rect: geom.Box(0, 0, 9, 9), Target: "map:x"})
	data := string(write(t, s, Options{}))
	if strings.Count(data, "/Subtype/Link") != 1 || !strings.Contains(data, `/URI(https://example.org/\(a\))`) && !strings.Contains(data, `/URI (https://example.org/\(a\))`) ||
		!strings.Contains(data, "/Rect[7.02 35.08 42.09 56.13]") {
		t.Error(data)
	}
}
