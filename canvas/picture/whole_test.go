package picture_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"testing"

	"throughline/canvas/picture"
)

// A JPEG that is shown as it lies goes into a document as it is, but for what it
// says of where and when it was taken.
func TestAJPEGIsHeldAsItIs(t *testing.T) {
	m := corners(64, 48)
	b := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, m, &jpeg.Options{Quality: 95}) })
	gray := image.NewGray(m.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = uint8(i)
	}
	for _, x := range []struct {
		name string
		b    []byte
		gray bool
	}{
		{"plain", b, false},
		{"with a place and a time", turned(t, m, 1, binary.BigEndian, "MM"), false},
		{"with something behind it", append(bytes.Clone(b), "<script>"...), false},
		{"gray", encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, gray, nil) }), true},
	} {
		out, ok := picture.Whole(x.b, 64, 48)
		if !ok || out.Size != image.Pt(64, 48) || out.Gray != x.gray {
			t.Errorf("%s: %v %v", x.name, ok, out.Size)
			continue
		}
		if bytes.Contains(out.Data, []byte("Exif")) || bytes.Contains(out.Data, []byte("<script>")) || !bytes.HasSuffix(out.Data, []byte{0xFF, 0xD9}) {
			t.Errorf("%s: there is more in it than the picture", x.name)
		}
		was, err := picture.Decode(x.b)
		if err != nil {
			t.Fatal(err)
		}
		is, err := picture.Decode(out.Data)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(was.Pix, is.Pix) {
			t.Errorf("%s: its pixels are others", x.name)
		}
	}
	if _, ok := picture.Whole(b, 640, 480); !ok {
		t.Error("one that is enlarged is not held")
	}
}

func TestWhatIsNotHeldAsItIs(t *testing.T) {
	m := corners(64, 48)
	f := files(t)
	for name, x := range map[string]struct {
		b    []byte
		w, h int
	}{
		"cropped":         {f["jpeg"], 48, 48},
		"no box":          {f["jpeg"], 0, 48},
		"turned":          {turned(t, m, 6, binary.BigEndian, "MM"), 48, 64},
		"a PNG":           {f["png"], 64, 48},
		"other colours":   {f["cmyk"], 64, 48},
		"cut off":         {f["jpeg"][:len(f["jpeg"])-2], 64, 48},
		"much too fine":   {encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, corners(1600, 1200), &jpeg.Options{Quality: 100}) }), 40, 30},
		"colours unlike":  {bytes.Replace(f["jpeg"], []byte{3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1}, []byte{3, 'R', 0x22, 0, 'G', 0x11, 1, 'B', 0x11, 1}, 1), 64, 48},
		"in several runs": {bytes.Replace(f["jpeg"], []byte{0xFF, 0xC0}, []byte{0xFF, 0xC2}, 1), 64, 48},
	} {
		if _, ok := picture.Whole(x.b, x.w, x.h); ok {
			t.Errorf("%s: it is held as it is", name)
		}
	}
}

// What a document would hold is what was decoded, whatever was sent in.
func FuzzWhole(f *testing.F) {
	all := files(f)
	f.Add(all["jpeg"])
	f.Add(all["cmyk"])
	f.Fuzz(func(t *testing.T, b []byte) {
		out, ok := picture.Whole(b, 64, 48)
		if !ok {
			return
		}
		was, err := picture.Decode(b)
		if err != nil {
			return // and is never drawn
		}
		is, err := picture.Decode(out.Data)
		if err != nil || !bytes.Equal(was.Pix, is.Pix) {
			t.Errorf("it was another picture: %v", err)
		}
	})
}
