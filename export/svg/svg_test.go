package svg

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/exporttest"
	"throughline/export/pdf"
	"throughline/journey/journeytest"
)

func write(t testing.TB, s *scene.Scene, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDrawing holds a small drawing as it is.
func TestDrawing(t *testing.T) {
	f := layouttest.Fonts(t)
	box := geom.RoundRect(geom.Box(10, 10, 120, 40), 6)
	clip := geom.Rectangle(geom.Box(0, 0, 50, 20))
	ops := []scene.Op{
		&scene.Fill{Path: box, Paint: scene.Solid(scene.RGB(0xFFFFFF))},
		&scene.Stroke{Path: box, Paint: scene.Solid(scene.RGB(0x2F6FDE)), Pen: geom.Pen{Width: 1.5, Cap: geom.RoundCap, Dash: []float64{4, 2}}},
		&scene.Use{Symbol: exporttest.Smile, At: geom.Pt(14, 14), Size: 12, Color: scene.Color{R: 255, A: 128}},
		&scene.Group{Move: geom.Transform{K: 0.5, D: geom.Pt(70, 30)}, Clip: &clip, Ops: []scene.Op{
			&scene.Fill{Path: clip, Paint: scene.Paint{Gradient: &scene.Gradient{To: geom.Pt(50, 0), Stops: []scene.Stop{{At: 0, Color: scene.RGB(0)}, {At: 1, Color: scene.RGB(0xFFFFFF)}}}}},
		}},
		&scene.Picture{Image: exporttest.Photo("x", 2, 2, false), Rect: geom.Box(100, 30, 20, 15), R: 3, Alt: "A photo of x"},
		&scene.Link{Rect: geom.Box(10, 10, 20, 20), Target: "https://example.org/?a=1&b=é"},
	}
	ops = append(ops, exporttest.Text(f, "Two l", text.Style{Weight: text.SemiBold, Size: 12, Line: 16, Tracking: -0.01}, 30, text.Greedy, geom.Pt(30, 14), scene.RGB(0x1F2430))...)
	got := write(t, exporttest.Of(160, 80, ops...), Options{Title: "A <small> map", Desc: "One card", Lang: "en", Prefix: "m-"})
	journeytest.Golden(t, "drawing.golden.svg", got)
}

// labels checks that data is well-formed XML whose references all lead to what
// is defined before them and whose ids are unique, and is what it says aloud.
func labels(data []byte) ([]string, error) {
	var out []string
	ids := map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if slices.Contains([]string{"style", "script", "foreignObject"}, e.Name.Local) {
			return nil, errors.New("forbidden element " + e.Name.Local)
		}
		for _, a := range e.Attr {
			v := a.Value
			switch {
			case a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on"):
				return nil, errors.New("forbidden attribute " + a.Name.Local)
			case a.Name.Local == "id":
				if ids[v] {
					return nil, errors.New("twice: " + v)
				}
				ids[v] = true
			case a.Name.Local == "aria-label" && e.Name.Local == "g":
				out = append(out, v)
			case strings.HasPrefix(v, "url(#"):
				if !ids[v[5:len(v)-1]] {
					return nil, errors.New("undefined: " + v)
				}
			case a.Name.Local == "href" && e.Name.Local == "use":
				if !ids[strings.TrimPrefix(v, "#")] {
					return nil, errors.New("undefined: " + v)
				}
			case a.Name.Local == "href" && e.Name.Local != "a" && !strings.HasPrefix(v, "data:image/png;base64,"):
				return nil, errors.New("reference to elsewhere: " + v)
			}
		}
	}
}

// Inkscape gives elements without an id names such as g81 and path3; none of ours
// may be one, or it draws another letter, or none.
func TestIdsAreNotInkscapes(t *testing.T) {
	f := layouttest.Fonts(t)
	ops := exporttest.Text(f, "traffic 2027", text.Style{Weight: text.Regular, Size: 12, Line: 16}, 300, text.Greedy, geom.Pt(10, 14), scene.RGB(0))
	got := write(t, exporttest.Of(160, 80, ops...), Options{})
	ids := regexp.MustCompile(` id="([^"]*)"`).FindAllSubmatch(got, -1)
	if len(ids) < 5 {
		t.Fatalf("%d ids", len(ids))
	}
	for _, id := range ids {
		if regexp.MustCompile(`^[A-Za-z]+[0-9]+$`).Match(id[1]) {
			t.Errorf("the id %s may be taken", id[1])
		}
	}
}

func TestEverythingIsWellFormed(t *testing.T) {
	f := layouttest.Fonts(t)
	data := write(t, exporttest.Everything(f), Options{Title: "Map"})
	if _, err := labels(data); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(data, write(t, exporttest.Everything(f), Options{Title: "Map"})) {
		t.Error("two writes of one scene differ")
	}
	if n := bytes.Count(data, []byte("data:image/png")); n != 6 {
		t.Errorf("%d pictures are written, there are 2 and 4 emoji", n)
	}
	if n := bytes.Count(data, []byte("<a ")); n != 1 || bytes.Contains(data, []byte("javascript")) {
		t.Errorf("%d links", n)
	}
}

func TestItemsSayWhatTheyShow(t *testing.T) {
	f := layouttest.Fonts(t)
	st := text.Style{Size: 12, Line: 16}
	item := func(alt string, texts ...string) scene.Item {
		var ops []scene.Op
		for i, s := range texts {
			ops = append(ops, exporttest.Text(f, s, st, 80, text.Balanced, geom.Pt(10, 10+float64(i)*100), scene.RGB(0))...)
		}
		it := scene.NewItem("x", "x", geom.Point{}, geom.Box(0, 0, 100, 300), ops...)
		it.Alt = alt
		return it
	}
	for _, c := range []struct {
		it   scene.Item
		want string
	}{
		{item("", "Compare the models", "Which one carries both kids & fits the cellar?"), "Compare the models\nWhich one carries both kids & fits the cellar?"},
		{item("Feelings rise", "4", "5"), "Feelings rise"},
		{item("", "Donaudampfschifffahrtsgesellschaft self-service"), "Donaudampfschifffahrtsgesellschaft self-service"},
		{item("", "one\n\ntwo"), "one\ntwo"},
		{item("", "abc שלום עולם 12 def مرحبا"), "abc שלום עולם 12 def مرحبا"},
		{item("", "a\x00b\ufffe <ok>"), "ab <ok>"},
		{item("", "same", "same"), "same\nsame"},
	} {
		s := &scene.Scene{Size: geom.Pt(100, 300), Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{c.it})}}}
		got, err := labels(write(t, s, Options{}))
		if err != nil || len(got) != 1 || got[0] != c.want {
			t.Errorf("said %q, not %q; %v", got, c.want, err)
		}
	}
}

func TestAttributesAreSafe(t *testing.T) {
	data := write(t, exporttest.Of(10, 10), Options{Title: `"><script>`, Desc: "a\x01b", Lang: `e"n`, Prefix: `1"><`})
	if _, err := labels(data); err != nil || bytes.Contains(data, []byte("<script")) {
		t.Errorf("%v\n%s", err, data)
	}
}

func TestErrorsAndCancelling(t *testing.T) {
	s := exporttest.Cards(layouttest.Fonts(t), 300)
	for _, n := range []int{0, 100, 200000} {
		if err := Write(context.Background(), &exporttest.Broken{Left: n}, s, Options{}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("writer that fails after %d bytes: %v", n, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	last := -1.0
	err := Write(ctx, io.Discard, s, Options{Progress: func(done float64) {
		if done < last {
			t.Errorf("progress goes back from %f to %f", last, done)
		}
		if last = done; done > 0.4 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || last > 0.9 {
		t.Errorf("cancelled: %v at %f", err, last)
	}
	if err := Write(context.Background(), io.Discard, &scene.Scene{}, Options{}); !errors.Is(err, errNoSize) {
		t.Errorf("a scene without a size: %v", err)
	}
}

// TestSamePictureAsThePDF renders both by two programs each and compares them:
// the renderers differ at edges, so pixels are compared in squares of four.
func TestSamePictureAsThePDF(t *testing.T) {
	s := exporttest.Everything(layouttest.Fonts(t))
	var doc bytes.Buffer
	if err := pdf.Write(context.Background(), &doc, []pdf.Page{{Scene: s}}, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	a := exporttest.Pixels(t, "rsvg-convert", exporttest.File(t, "a.svg", write(t, s, Options{})), "144")
	for _, program := range []string{"mutool", "pdftoppm"} {
		b := exporttest.Pixels(t, program, exporttest.File(t, "a.pdf", doc.Bytes()), "144")
		mean, worst := difference(a, b, 4)
		t.Logf("rsvg-convert and %s: %.2f %% on average, %.0f %% at worst", program, mean, worst)
		if mean > 0.8 || worst > 35 {
			t.Errorf("rsvg-convert and %s differ by %.2f %% on average and %.0f %% at worst", program, mean, worst)
		}
	}
}

// difference compares the colours of squares of n pixels, in percent.
func difference(a, b image.Image, n int) (mean, worst float64) {
	w, h := min(a.Bounds().Dx(), b.Bounds().Dx())/n, min(a.Bounds().Dy(), b.Bounds().Dy())/n
	square := func(im image.Image, x, y int) (sum [3]float64) {
		for i := range n * n {
			r, g, b, _ := im.At(im.Bounds().Min.X+x*n+i%n, im.Bounds().Min.Y+y*n+i/n).RGBA()
			for c, v := range [3]uint32{r, g, b} {
				sum[c] += float64(v) / 65535 / float64(n*n)
			}
		}
		return sum
	}
	for y := range h {
		for x := range w {
			p, q := square(a, x, y), square(b, x, y)
			d := 0.0
			for c := range 3 {
				d = max(d, 100*max(p[c]-q[c], q[c]-p[c]))
			}
			mean += d / float64(w*h)
			worst = max(worst, d)
		}
	}
	return mean, worst
}

// FuzzWrite writes any text in every part of a drawing.
func FuzzWrite(f *testing.F) {
	fonts := layouttest.Fonts(f)
	f.Add("Buy \u202e\u0645 now", 20.0)
	f.Add("👩🏽‍💻\u200d\n\t\x00\xff\uffff]]>&<\"'", 3.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		width = min(max(width, 0), 1000)
		ops := exporttest.Text(fonts, s, text.Style{Size: 12, Line: 16}, width, text.Balanced, geom.Pt(10, 10), scene.RGB(0))
		ops = append(ops, &scene.Link{Rect: geom.Box(1, 1, 9, 9), Target: s}, &scene.Link{Rect: geom.Box(1, 1, 9, 9), Target: "https://" + s})
		sc := exporttest.Of(300, 300, ops...)
		if _, err := labels(write(t, sc, Options{Title: s, Desc: s, Lang: s, Prefix: s})); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	f := layouttest.Fonts(b)
	for _, n := range []string{"100", "1000", "10000"} {
		b.Run(n, func(b *testing.B) {
			s := exporttest.Cards(f, map[string]int{"100": 100, "1000": 1000, "10000": 10000}[n])
			var size counter
			b.ReportAllocs()
			for b.Loop() {
				size = 0
				if err := Write(context.Background(), &size, s, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(size)/1e6, "MB")
		})
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
