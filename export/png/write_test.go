package png_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	stdpng "image/png"
	"io"
	"math"
	"runtime"
	"strings"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/raster"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
	"throughline/export/png"
)

func write(t testing.TB, s *scene.Scene, o png.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Write(context.Background(), &b, new(raster.Renderer), s, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAPictureHasThePixelsOfTheScreen(t *testing.T) {
	for _, c := range []struct {
		cards int
		scale float64
	}{{4, 1}, {30, 1.3}, {120, 0.5}, {300, 0.07}} {
		s := rastertest.Cards(c.cards)
		got, err := stdpng.Decode(bytes.NewReader(write(t, s, png.Options{Scale: c.scale})))
		if err != nil {
			t.Fatal(err)
		}
		want := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(s.Size.X*c.scale)), int(math.Ceil(s.Size.Y*c.scale))))
		new(raster.Renderer).Paint(want, s, c.scale, scene.FullDetail)
		if got.Bounds() != want.Rect {
			t.Fatalf("%v, want %v", got.Bounds(), want.Rect)
		}
		rgba, ok := got.(*image.RGBA)
		if !ok {
			t.Fatalf("decoded as %T", got)
		}
		if !bytes.Equal(rgba.Pix, want.Pix) {
			t.Errorf("%d cards at %v: pixels differ", c.cards, c.scale)
		}
	}
}

// Without a ground every pixel has the colour and the opacity of what is drawn
// there, and nothing is drawn behind.
func TestAPictureWithoutAGroundIsTransparent(t *testing.T) {
	s := rastertest.Cards(60)
	s.Ground = scene.Color{}
	got, err := stdpng.Decode(bytes.NewReader(write(t, s, png.Options{Scale: 1.3})))
	if err != nil {
		t.Fatal(err)
	}
	im, ok := got.(*image.NRGBA)
	if !ok {
		t.Fatalf("decoded as %T", got)
	}
	want := new(raster.Renderer).Image(s, 1.3, scene.FullDetail)
	opacities := map[uint8]int{}
	for i := 0; i < len(im.Pix); i += 4 {
		a := int(im.Pix[i+3])
		opacities[uint8(a)]++
		if a != int(want.Pix[i+3]) {
			t.Fatalf("pixel %d has opacity %d, not %d", i/4, a, want.Pix[i+3])
		}
		for k := range 3 {
			if d := int(im.Pix[i+k])*a/255 - int(want.Pix[i+k]); d < -1 || d > 1 {
				t.Fatalf("pixel %d has colour %v, premultiplied %v", i/4, im.Pix[i:i+4], want.Pix[i:i+4])
			}
		}
	}
	if opacities[0] == 0 || opacities[255] == 0 || len(opacities) < 10 {
		t.Errorf("%d opacities, %d pixels clear, %d solid", len(opacities), opacities[0], opacities[255])
	}
}

// What checks PNGs for a living finds nothing to complain of.
func TestTheCheckerIsContent(t *testing.T) {
	clear := rastertest.Cards(30)
	clear.Ground = scene.Color{}
	for name, s := range map[string]*scene.Scene{"opaque": rastertest.Cards(300), "clear": clear} {
		path := exporttest.File(t, "a.png", write(t, s, png.Options{Scale: 1.5, Title: "Übersicht"}))
		out := string(exporttest.Run(t, "pngcheck", "-v", path))
		for _, want := range []string{"No errors detected", "chunk sRGB", "chunk pHYs", "pixels/meter", "chunk iTXt"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: “%s” is not in %s", name, want, out)
			}
		}
	}
}

func TestTheSameSceneGivesTheSameBytes(t *testing.T) {
	s := rastertest.Cards(200)
	o := png.Options{Scale: 1, Title: "Bike shop"}
	a := write(t, s, o)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if b := write(t, rastertest.Cards(200), o); !bytes.Equal(a, b) {
		t.Error("one processor writes other bytes than several")
	}
}

// chunks is the chunks of a PNG by name, IDAT left out, and their order.
func chunks(t *testing.T, b []byte) (map[string][]byte, string) {
	t.Helper()
	out, order := map[string][]byte{}, ""
	for b = b[8:]; len(b) > 0; {
		n := binary.BigEndian.Uint32(b)
		name, data := string(b[4:8]), b[8:8+n]
		if crc32.ChecksumIEEE(b[4:8+n]) != binary.BigEndian.Uint32(b[8+n:]) {
			t.Errorf("checksum of %s", name)
		}
		if name != "IDAT" || len(order) < 4 || order[len(order)-4:] != "IDAT" {
			order += " " + name
		}
		out[name] = data
		b = b[12+n:]
	}
	return out, order
}

func TestAPictureSaysWhatItIs(t *testing.T) {
	s := rastertest.Cards(4)
	got, order := chunks(t, write(t, s, png.Options{Scale: 2, Title: "Übersicht\x00 \xff"}))
	if order != " IHDR sRGB pHYs iTXt IDAT IEND" {
		t.Errorf("order:%s", order)
	}
	if v := binary.BigEndian.Uint32(got["pHYs"]); v != 8081 || got["pHYs"][8] != 1 { // 2 px / 0.2475 mm
		t.Errorf("%d pixels a metre", v)
	}
	if want := "Title\x00\x00\x00\x00\x00Übersicht \uFFFD"; string(got["iTXt"]) != want {
		t.Errorf("%q", got["iTXt"])
	}
	got, order = chunks(t, write(t, s, png.Options{Scale: 2, Dpi: 96}))
	if v := binary.BigEndian.Uint32(got["pHYs"]); v != 3780 {
		t.Errorf("%d pixels a metre at 96 dpi", v)
	}
	if _, ok := got["iTXt"]; ok {
		t.Errorf("a title that was not given:%s", order)
	}
}

func TestSizesAreJudgedBeforeMemoryIsSpent(t *testing.T) {
	for name, c := range map[string]struct {
		size  geom.Point
		scale float64
		large bool
	}{
		"empty":        {geom.Pt(0, 100), 1, false},
		"no scale":     {geom.Pt(100, 100), 0, false},
		"not a number": {geom.Pt(math.NaN(), 100), 1, false},
		"negative":     {geom.Pt(-5, 100), 1, false},
		"too wide":     {geom.Pt(5e6, 10), 1, true},
		"too high":     {geom.Pt(10, 3e9), 1, true},
		"endless":      {geom.Pt(math.Inf(1), 10), 1, true},
	} {
		err := png.Write(context.Background(), io.Discard, new(raster.Renderer), &scene.Scene{Size: c.size}, png.Options{Scale: c.scale})
		if err == nil || errors.Is(err, png.ErrTooLarge) != c.large {
			t.Errorf("%s: %v", name, err)
		}
	}
	if im, err := stdpng.DecodeConfig(bytes.NewReader(write(t, &scene.Scene{Size: geom.Pt(1000, 100)}, png.Options{Scale: 1.1}))); err != nil || im.Width != 1100 || im.Height != 110 {
		t.Errorf("1000 × 100 at 1.1 is %d × %d, %v", im.Width, im.Height, err)
	}
}

func TestCancelEndsSoonAndLeavesNobody(t *testing.T) {
	before := runtime.NumGoroutine()
	s := rastertest.Cards(3000)
	ctx, cancel := context.WithCancel(context.Background())
	var begin time.Time
	err := png.Write(ctx, io.Discard, new(raster.Renderer), s, png.Options{Scale: 1.5, Progress: func(done float64) {
		if done > 0.02 && ctx.Err() == nil {
			begin = time.Now()
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if d := time.Since(begin); d > 5*time.Second {
		t.Errorf("it took %v", d)
	}
	// one that has said its last word may still be on its way out
	for end := time.Now().Add(time.Second); runtime.NumGoroutine() > before && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
	if err := png.Write(ctx, io.Discard, new(raster.Renderer), s, png.Options{Scale: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that has ended: %v", err)
	}
}

// full fails after n bytes.
type full struct{ n int }

var errFull = errors.New("no space left")

func (f *full) Write(b []byte) (int, error) {
	if f.n -= len(b); f.n < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestAWriteErrorIsReported(t *testing.T) {
	for _, n := range []int{0, 10, 2000} {
		err := png.Write(context.Background(), &full{n}, new(raster.Renderer), rastertest.Cards(60), png.Options{Scale: 1})
		if !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
}

func TestProgressGoesFromNothingToAll(t *testing.T) {
	last := 0.0
	err := png.Write(context.Background(), io.Discard, new(raster.Renderer), rastertest.Cards(100), png.Options{Scale: 1, Progress: func(done float64) {
		if done <= last || done > 1 {
			t.Errorf("%v after %v", done, last)
		}
		last = done
	}})
	if err != nil || last != 1 {
		t.Errorf("it ends at %v, %v", last, err)
	}
}

func TestMemoryDoesNotGrowWithThePicture(t *testing.T) {
	s := rastertest.Cards(6600)
	s.Size = geom.Pt(15000, 1000) // of 66 columns
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before, most := m.HeapAlloc, uint64(0)
	err := png.Write(context.Background(), io.Discard, new(raster.Renderer), s, png.Options{Scale: 2, Progress: func(float64) {
		runtime.ReadMemStats(&m)
		most = max(most, m.HeapAlloc)
	}})
	if err != nil {
		t.Fatal(err)
	}
	// the whole is 240 MB, a band 8
	if bound := uint64(40+24*runtime.GOMAXPROCS(0)) << 20; most > before+bound {
		t.Errorf("30,000 × 2,000 pixels took %d MB", (most-before)>>20)
	}
	t.Logf("%d MB", (most-before)>>20)
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := rastertest.Cards(n)
			var r raster.Renderer
			b.ReportAllocs()
			var c counter
			for b.Loop() {
				c = 0
				if err := png.Write(context.Background(), &c, &r, s, png.Options{Scale: 1}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(s.Size.X*s.Size.Y/1e6, "MP")
			b.ReportMetric(float64(c)/1e6, "MB/file")
		})
	}
}

type counter int

func (c *counter) Write(b []byte) (int, error) { *c += counter(len(b)); return len(b), nil }
