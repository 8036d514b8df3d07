package export_test

import (
	"bytes"
	"image"
	imagecolor "image/color"
	"image/jpeg"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/export/exporttest"
	"throughline/journey"
	"throughline/storage/importer"
)

// A photo on a card is in the document as it was taken, where all of it is shown,
// and looks the same as in a PNG.
func TestAPhotoStaysAJPEG(t *testing.T) {
	im := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			im.Set(x, y, imagecolor.RGBA{uint8(x * 255 / 300), uint8(y), uint8(128 + x*y%64), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, &jpeg.Options{Quality: 85}); err != nil {
		t.Fatal(err)
	}
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "map", Title: "Photos"})
	e.Put(journey.Stage{ID: "s", Map: "map", Title: "Ride"})
	e.Put(journey.Lane{ID: "l", Map: "map", LaneKind: journey.Images, Title: "Images"})
	e.Put(journey.Media{ID: "m", Type: "image/jpeg", Name: "bike.jpg", Hash: journey.Hash(b.Bytes())})
	e.Put(journey.Card{ID: "c", Lane: "l", Stage: "s", Image: "m", ImageAlt: "A bike"})
	r := &importer.Result{Project: e.Project(), Blobs: journey.MemoryBlobs{journey.Hash(b.Bytes()): b.Bytes()}}
	doc := written(t, r, "pdf")
	path := exporttest.File(t, "a.pdf", doc)
	checkDocument(t, path)
	if list := string(exporttest.Run(t, "pdfimages", "-list", path)); !strings.Contains(list, " jpeg ") || !strings.Contains(list, " 300   200 ") {
		t.Errorf("the document has %s", list)
	}
	if !bytes.Equal(doc, written(t, r, "pdf")) {
		t.Error("another document is written the second time")
	}
	ours, theirs := rendered(t, exporttest.Poster(t, r, &layout.Print))
	for i, im := range theirs {
		if d := exporttest.Compare(ours, im); !d.Within(ofPhotos) {
			t.Errorf("%s paints something else: %v", others[i], d)
		}
	}
}
