package jpeg_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	stdjpeg "image/jpeg"
	"io"
	"runtime"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/raster"
	"throughline/canvas/raster/rastertest"
	"throughline/canvas/scene"
	"throughline/export/exporttest"
	"throughline/export/jpeg"
)

func write(t testing.TB, s *scene.Scene, scale float64) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Write(context.Background(), &b, new(raster.Renderer), s, jpeg.Options{Scale: scale}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The pixels are those of one JPEG that was never cut into bands.
func TestBandsAreOnePicture(t *testing.T) {
	for _, c := range []struct {
		cards int
		scale float64
	}{{4, 1}, {30, 1.3}, {300, 2.03}} {
		s := rastertest.Cards(c.cards)
		if c.cards == 300 {
			s.Size = geom.Pt(2000, 3000)
		}
		got, err := stdjpeg.Decode(bytes.NewReader(write(t, s, c.scale)))
		if err != nil {
			t.Fatal(err)
		}
		im := new(raster.Renderer).Image(s, c.scale, scene.FullDetail)
		var b bytes.Buffer
		if err := stdjpeg.Encode(&b, im, &stdjpeg.Options{Quality: 92}); err != nil {
			t.Fatal(err)
		}
		want, err := stdjpeg.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		x, y := got.(*image.YCbCr), want.(*image.YCbCr)
		if x.Rect != y.Rect || !bytes.Equal(x.Y, y.Y) || !bytes.Equal(x.Cb, y.Cb) || !bytes.Equal(x.Cr, y.Cr) {
			t.Errorf("%d cards at %v: %v is another picture than %v", c.cards, c.scale, x.Rect, y.Rect)
		}
	}
}

// libjpeg reads it without a warning.
func TestAnotherProgramReadsThePicture(t *testing.T) {
	s := rastertest.Cards(300)
	s.Size = geom.Pt(2000, 3000)
	path := exporttest.File(t, "a.jpg", write(t, s, 2))
	if out := exporttest.Run(t, "djpeg", "-fast", "-scale", "1/8", "-ppm", path); !bytes.HasPrefix(out, []byte("P6\n500 750\n255\n")) {
		t.Errorf("it reads %.20q", out)
	}
}

func TestTheSameSceneGivesTheSameBytes(t *testing.T) {
	a := write(t, rastertest.Cards(200), 1)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !bytes.Equal(a, write(t, rastertest.Cards(200), 1)) {
		t.Error("one processor writes other bytes than several")
	}
}

func TestAPictureThatIsTooLargeIsRefused(t *testing.T) {
	for _, size := range []geom.Point{geom.Pt(70_000, 10), geom.Pt(10, 70_000)} {
		err := jpeg.Write(context.Background(), io.Discard, new(raster.Renderer), &scene.Scene{Size: size}, jpeg.Options{Scale: 1})
		if !errors.Is(err, jpeg.ErrTooLarge) {
			t.Errorf("%v: %v", size, err)
		}
	}
	if err := jpeg.Write(context.Background(), io.Discard, new(raster.Renderer), &scene.Scene{}, jpeg.Options{Scale: 1}); err == nil {
		t.Error("nothing was written")
	}
	im, err := stdjpeg.DecodeConfig(bytes.NewReader(write(t, &scene.Scene{Size: geom.Pt(65_535, 3)}, 1)))
	if err != nil || im.Width != 65_535 || im.Height != 3 {
		t.Error(im, err)
	}
}

func TestErrorsAndCancelling(t *testing.T) {
	s := rastertest.Cards(60)
	for _, n := range []int{0, 30, 2000} {
		err := jpeg.Write(context.Background(), &exporttest.Broken{Left: n}, new(raster.Renderer), s, jpeg.Options{Scale: 1})
		if !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := jpeg.Write(ctx, io.Discard, new(raster.Renderer), s, jpeg.Options{Scale: 1}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A scene without a ground stands on white.
func TestThereIsAlwaysAGround(t *testing.T) {
	im, err := stdjpeg.Decode(bytes.NewReader(write(t, &scene.Scene{Size: geom.Pt(20, 20)}, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := im.At(5, 5).RGBA(); r>>8 < 254 || g>>8 < 254 || b>>8 < 254 {
		t.Errorf("the ground is %d %d %d", r>>8, g>>8, b>>8)
	}
}
