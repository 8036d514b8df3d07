package layout_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

func photo(t testing.TB, w, h int) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = uint8(i / 7)
	}
	m.Set(0, 0, color.White)
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pictured is a project whose cards show one medium.
func pictured(b []byte, cards int) (*journey.Project, journey.MemoryBlobs) {
	hash := journey.Hash(b)
	rows := []journey.Row{journey.Media{ID: "photo", Hash: hash, Type: "image/png", Name: "photo.png"}}
	for i := range cards {
		rows = append(rows, journey.Card{ID: journey.ID("card" + string(rune('a'+i))), Step: "step1", Order: journey.Spread(cards)[i], Title: "Photo", Image: "photo", ImageAlt: "A box"})
	}
	return oneLane(journey.Touchpoints, rows...), journey.MemoryBlobs{hash: b}
}

// picturesOf is every picture of a scene.
func picturesOf(s *scene.Scene) []*scene.Picture {
	var out []*scene.Picture
	each(s, func(_ scene.Item, o scene.Op) {
		if p, ok := o.(*scene.Picture); ok {
			out = append(out, p)
		}
	})
	return out
}

// A photograph of a camera is not in the scene of a small card: of it there is
// what 300 points an inch show, once for all cards of a width.
func TestPicturesAreAsLargeAsTheyAreShown(t *testing.T) {
	o := options(t)
	p, blobs := pictured(photo(t, 2400, 1800), 3)
	o.Pictures = layout.NewLibrary(blobs)
	all := picturesOf(layout.Poster(o, p, "map"))
	if len(all) != 3 {
		t.Fatalf("%d pictures are drawn", len(all))
	}
	for _, pic := range all {
		if pic.Image != all[0].Image {
			t.Error("the picture is there more than once")
		}
		if pic.Alt != "A box" || pic.Rect.W() != 144 || pic.Rect.H() != 72 {
			t.Errorf("it is drawn at %v as %q", pic.Rect, pic.Alt)
		}
		if dpi := float64(pic.Image.W) / (pic.Rect.W() * scene.Millimetres / 25.4); dpi < 299 || dpi > 302 {
			t.Errorf("it has %.1f points an inch", dpi)
		}
	}
	o.Density = 6
	if w := picturesOf(layout.Poster(o, p, "map"))[0].Image.W; w != 864 {
		t.Errorf("at six pixels a unit it is %d wide", w)
	}
	p, blobs = pictured(photo(t, 60, 90), 1)
	o.Pictures = layout.NewLibrary(blobs)
	if im := picturesOf(layout.Poster(o, p, "map"))[0].Image; im.W != 60 || im.H != 30 {
		t.Errorf("a small picture became %d × %d", im.W, im.H)
	}
}

func TestPicturesThatCannotBeDrawnAreNamed(t *testing.T) {
	o := options(t)
	b := photo(t, 40, 40)
	p, blobs := pictured(b[:len(b)/2], 1)
	o.Pictures = layout.NewLibrary(blobs)
	if n := len(picturesOf(layout.Poster(o, p, "map"))); n != 0 {
		t.Errorf("%d pictures are drawn", n)
	}
	said := layout.Undrawable(blobs, p)
	if len(said) != 1 || !strings.Contains(said[0], "photo.png") || !strings.Contains(said[0], "is not drawn: the picture is damaged") {
		t.Errorf("said is %q", said)
	}
	if said := layout.Undrawable(journey.MemoryBlobs{}, p); len(said) != 1 {
		t.Errorf("of a picture that is not there, said is %q", said)
	}
	if said := layout.Undrawable(nil, journey.New()); len(said) != 0 {
		t.Errorf("of nothing, said is %q", said)
	}
}
