package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"throughline/canvas/picture"
)

// corners is a picture of four colours, so that one can see how it lies.
func corners(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, at(float64(x)/float64(w), float64(y)/float64(h)))
		}
	}
	return m
}

var red, green, blue, sand = color.NRGBA{200, 30, 30, 255}, color.NRGBA{30, 160, 60, 255}, color.NRGBA{40, 60, 200, 255}, color.NRGBA{230, 220, 180, 255}

func at(x, y float64) color.NRGBA {
	switch {
	case x < 0.5 && y < 0.5:
		return red
	case y < 0.5:
		return green
	case x < 0.5:
		return blue
	}
	return sand
}

func encoded(t testing.TB, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// files is a picture of corners, 64 × 48, in every format that can be written
// here. The WebP was made by ImageMagick from the PNG.
func files(t testing.TB) map[string][]byte {
	m := corners(64, 48)
	four := image.NewPaletted(m.Rect, color.Palette{red, green, blue, sand})
	draw.Draw(four, m.Rect, m, image.Point{}, draw.Src)
	webp, err := base64.StdEncoding.DecodeString(webpCorners)
	if err != nil {
		t.Fatal(err)
	}
	cmyk, err := base64.StdEncoding.DecodeString(cmykCorners)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"png":  encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, m) }),
		"jpeg": encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, m, &jpeg.Options{Quality: 95}) }),
		"gif":  encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, four, nil) }),
		"bmp":  encoded(t, func(b *bytes.Buffer) error { return bmp.Encode(b, m) }),
		"tiff": encoded(t, func(b *bytes.Buffer) error { return tiff.Encode(b, m, &tiff.Options{Compression: tiff.Deflate}) }),
		"webp": webp,
		"cmyk": cmyk,
	}
}

func near(a color.Color, b color.NRGBA, d int) bool {
	n := color.NRGBAModel.Convert(a).(color.NRGBA)
	off := func(x, y uint8) bool { return int(x)-int(y) > d || int(y)-int(x) > d }
	return !off(n.R, b.R) && !off(n.G, b.G) && !off(n.B, b.B) && n.A == b.A
}

// lies checks the middles of the four quarters.
func lies(t *testing.T, m image.Image, want [4]color.NRGBA) {
	t.Helper()
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	for i, p := range []image.Point{{w / 4, h / 4}, {3 * w / 4, h / 4}, {w / 4, 3 * h / 4}, {3 * w / 4, 3 * h / 4}} {
		if got := m.At(p.X, p.Y); !near(got, want[i], 24) {
			t.Errorf("at %v it is %v, want %v", p, got, want[i])
		}
	}
}

func TestEveryFormatIsRead(t *testing.T) {
	for name, b := range files(t) {
		t.Run(name, func(t *testing.T) {
			m, err := picture.Decode(b)
			if err != nil {
				t.Fatal(err)
			}
			if m.Rect != image.Rect(0, 0, 64, 48) {
				t.Errorf("it is %v large", m.Rect)
			}
			lies(t, m, [4]color.NRGBA{red, green, blue, sand})
		})
	}
}

func TestOnlyTheFirstFrameIsShown(t *testing.T) {
	frame := func(c color.Color, r image.Rectangle) *image.Paletted {
		m := image.NewPaletted(r, color.Palette{color.Transparent, c})
		for i := range m.Pix {
			m.Pix[i] = 1
		}
		return m
	}
	b := encoded(t, func(b *bytes.Buffer) error {
		return gif.EncodeAll(b, &gif.GIF{
			Image:  []*image.Paletted{frame(red, image.Rect(10, 0, 20, 10)), frame(blue, image.Rect(0, 0, 20, 10))},
			Delay:  []int{5, 5},
			Config: image.Config{Width: 20, Height: 10, ColorModel: color.Palette{color.Transparent, red}},
		})
	})
	m, err := picture.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := m.At(5, 5).RGBA(); a != 0 || !near(m.At(15, 5), red, 0) || m.Rect.Dx() != 20 {
		t.Errorf("the first frame is not in its place: %v %v", m.At(5, 5), m.At(15, 5))
	}
}

// turned is a JPEG with EXIF that says how it lies.
func turned(t testing.TB, m image.Image, turn uint16, order binary.AppendByteOrder, sign string) []byte {
	b := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, m, &jpeg.Options{Quality: 95}) })
	e := append([]byte("Exif\x00\x00"), sign...)
	put16 := func(v ...uint16) {
		for _, x := range v {
			e = order.AppendUint16(e, x)
		}
	}
	put16(42)
	e = order.AppendUint32(e, 8)
	put16(1, 0x112, 3)
	e = order.AppendUint32(e, 1)
	put16(turn, 0)
	e = order.AppendUint32(e, 0)
	app := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(e)+2))
	return append(append(append([]byte{}, b[:2]...), append(app, e...)...), b[2:]...)
}

// What a camera held sideways wrote stands upright.
func TestPicturesAreTurnedUpright(t *testing.T) {
	upright := [4]color.NRGBA{red, green, blue, sand}
	// for each turn, where the corners of the upright picture lie in the file
	lying := [9][4]color.NRGBA{
		1: {red, green, blue, sand}, 2: {green, red, sand, blue}, 3: {sand, blue, green, red}, 4: {blue, sand, red, green},
		5: {red, blue, green, sand}, 6: {green, sand, red, blue}, 7: {sand, green, blue, red}, 8: {blue, red, sand, green},
	}
	for n := uint16(1); n <= 8; n++ {
		w, h := 64, 48
		if n >= 5 {
			w, h = h, w
		}
		m := image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				m.Set(x, y, lying[n][x*2/w+y*2/h*2])
			}
		}
		order, sign := binary.AppendByteOrder(binary.BigEndian), "MM"
		if n%2 == 0 {
			order, sign = binary.LittleEndian, "II"
		}
		b := turned(t, m, n, order, sign)
		out, err := picture.Decode(b)
		if err != nil {
			t.Fatal(err)
		}
		if size, _ := picture.Size(b); size != image.Pt(64, 48) || out.Rect.Size() != size {
			t.Errorf("turn %d: it is %v large, said is %v", n, out.Rect.Size(), size)
		}
		lies(t, out, upright)
		if out, err = picture.Cropped(b, 16, 12); err != nil || out.Rect.Size() != image.Pt(16, 12) {
			t.Fatal(n, err, out.Rect)
		}
		lies(t, out, upright)
	}
}

func TestPicturesAreCroppedAndMadeSmaller(t *testing.T) {
	b := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, corners(400, 300)) })
	for _, x := range []struct{ box, want image.Point }{
		{image.Pt(40, 20), image.Pt(40, 20)},
		{image.Pt(20, 40), image.Pt(20, 40)},
		{image.Pt(100, 75), image.Pt(100, 75)},
		{image.Pt(4000, 3000), image.Pt(400, 300)}, // never larger
		{image.Pt(4000, 2000), image.Pt(400, 200)},
		{image.Pt(1, 1), image.Pt(1, 1)},
	} {
		m, err := picture.Cropped(b, x.box.X, x.box.Y)
		if err != nil {
			t.Fatal(err)
		}
		if m.Rect.Size() != x.want {
			t.Errorf("in a box of %v it is %v, want %v", x.box, m.Rect.Size(), x.want)
		}
		if x.want.X > 4 {
			lies(t, m, [4]color.NRGBA{red, green, blue, sand})
		}
	}
}

func TestSmallPicturesKeepWhatCanBeSeenThrough(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := 0; i < len(m.Pix); i += 4 {
		copy(m.Pix[i:], []byte{200, 30, 30, 128})
	}
	b := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, m) })
	out, err := picture.Cropped(b, 10, 10)
	if err != nil {
		t.Fatal(err)
	}
	if c := out.NRGBAAt(5, 5); !near(c, color.NRGBA{200, 30, 30, c.A}, 2) || c.A < 127 || c.A > 129 {
		t.Errorf("it is %v", c)
	}
}

// headerOnly is a PNG that says it is w × h, with data for something else.
func headerOnly(t testing.TB, w, h uint32) []byte {
	b := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, corners(64, 48)) })
	binary.BigEndian.PutUint32(b[16:], w)
	binary.BigEndian.PutUint32(b[20:], h)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestWhatIsRefused(t *testing.T) {
	f := files(t)
	lying := func(name string, change func(b []byte) []byte) []byte { return change(bytes.Clone(f[name])) }
	size16 := func(at int, order binary.ByteOrder) func([]byte) []byte {
		return func(b []byte) []byte {
			order.PutUint16(b[at:], 6000)
			order.PutUint16(b[at+2:], 6000)
			return b
		}
	}
	frame := bytes.Index(f["jpeg"], []byte{0xFF, 0xC0})
	screen := lying("gif", size16(6, binary.LittleEndian))
	frameAt := bytes.IndexByte(screen[13+3*4:], 0x2C) + 13 + 3*4
	for name, x := range map[string]struct {
		b    []byte
		want error
	}{
		"too many pixels":              {headerOnly(t, 100_000, 100_000), picture.ErrTooLarge},
		"a little too many":            {headerOnly(t, 8000, 5001), picture.ErrTooLarge},
		"no pixels":                    {headerOnly(t, 0, 10), picture.ErrDamaged},
		"a PNG that lies":              {headerOnly(t, 6000, 6000), picture.ErrDamaged},
		"a PNG that lies a little":     {headerOnly(t, 64, 49), picture.ErrDamaged},
		"a PNG that says too little":   {headerOnly(t, 64, 40), nil},
		"a PNG without its end":        {f["png"][:len(f["png"])-12], picture.ErrDamaged},
		"half a PNG":                   {f["png"][:len(f["png"])/2], picture.ErrDamaged},
		"half a JPEG":                  {f["jpeg"][:len(f["jpeg"])/2], picture.ErrDamaged},
		"a JPEG that lies":             {lying("jpeg", size16(frame+5, binary.BigEndian)), picture.ErrDamaged},
		"a GIF that lies":              {size16(frameAt+5, binary.LittleEndian)(screen), picture.ErrDamaged},
		"a BMP that lies":              {lying("bmp", func(b []byte) []byte { binary.LittleEndian.PutUint32(b[18:], 6000); return b }), picture.ErrDamaged},
		"half a WebP":                  {f["webp"][:len(f["webp"])/2], picture.ErrDamaged},
		"half a TIFF":                  {f["tiff"][:len(f["tiff"])/2], picture.ErrDamaged},
		"a drawing":                    {[]byte("\uFEFF <?xml version='1.0'?>\n<!-- x --><SVG xmlns='http://www.w3.org/2000/svg'/>"), picture.ErrDrawing},
		"text":                         {[]byte("hello"), picture.ErrUnknown},
		"nothing":                      {nil, picture.ErrUnknown},
		"no more than the name of one": {[]byte("\x89PNG\r\n\x1a\n"), picture.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			m, err := picture.Decode(x.b)
			runtime.ReadMemStats(&after)
			if x.want == nil {
				x.want = picture.ErrDamaged // it may also be read
				if err == nil {
					return
				}
			}
			if !errors.Is(err, x.want) || m != nil {
				t.Errorf("%v, want %v", err, x.want)
			}
			if spent := after.TotalAlloc - before.TotalAlloc; spent > 2<<20 {
				t.Errorf("%d bytes were spent on it", spent)
			}
		})
	}
}

// A picture of one colour is short for its size and yet no lie.
func TestAPictureOfOneColourIsNoLie(t *testing.T) {
	if testing.Short() {
		t.Skip("it has 36 megapixels")
	}
	m := image.NewGray(image.Rect(0, 0, 6000, 6000))
	b := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, m) })
	out, err := picture.Cropped(b, 40, 20)
	if err != nil {
		t.Fatal(err)
	}
	if out.Rect.Size() != image.Pt(40, 20) {
		t.Errorf("it is %v", out.Rect)
	}
}

func FuzzDecode(f *testing.F) {
	for _, b := range files(f) {
		f.Add(b, 40, 20)
		f.Add(b[:len(b)/2], 10, 10)
	}
	f.Add(turned(f, corners(16, 8), 6, binary.BigEndian, "MM"), 7, 9)
	f.Add(headerOnly(f, 500, 500), 3, 3)
	f.Fuzz(func(t *testing.T, b []byte, w, h int) {
		size, err := picture.Size(b)
		if err != nil {
			return
		}
		if size.X <= 0 || size.Y <= 0 || size.X*size.Y > picture.MaxPixels {
			t.Fatalf("it is %v large", size)
		}
		if size.X*size.Y > 1<<20 {
			return // allowed, but slow
		}
		m, err := picture.Cropped(b, w, h)
		if err != nil {
			return
		}
		if r := m.Rect.Size(); r.X > max(1, min(w, size.X)) || r.Y > max(1, min(h, size.Y)) || r.X <= 0 || r.Y <= 0 || len(m.Pix) != 4*r.X*r.Y {
			t.Fatalf("%v became %v in a box of %d × %d", size, r, w, h)
		}
	})
}
