package storage_test

import (
	"bytes"
	"errors"
	"testing"

	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage"
)

func TestAProjectBecomesBytesAndComesBack(t *testing.T) {
	p, blobs := journeytest.Components()
	unseen := journey.MemoryBlobs{}
	hash := unseen.Add([]byte("a picture that nobody shows"))
	e := p.Edit(nil)
	e.Put(journey.Media{ID: "unseen", Name: "secret.png", Hash: hash, Type: "image/png"})
	all := journey.MemoryBlobs{hash: []byte("a picture that nobody shows")}
	for h, b := range blobs.(journey.MemoryBlobs) {
		all[h] = b
	}
	a, err := storage.Encode(e.Project(), all)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := storage.Encode(e.Project(), all); err != nil || !bytes.Equal(a, b) {
		t.Errorf("the same project gives other bytes: %v", err)
	}
	if bytes.Contains(a, []byte("nobody shows")) || bytes.Contains(a, []byte("secret.png")) {
		t.Error("it has what no row names")
	}
	got, media, problems, err := storage.Decode(a)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if !got.Equal(p) {
		t.Error("another project comes back")
	}
	if len(media) != len(blobs.(journey.MemoryBlobs)) {
		t.Errorf("%d media come back, not %d", len(media), len(blobs.(journey.MemoryBlobs)))
	}
	if _, _, _, err := storage.Decode([]byte("no database")); !errors.Is(err, storage.ErrNotJourney) {
		t.Error(err)
	}
	if _, _, _, err := storage.Decode(a[:len(a)/2]); err == nil {
		t.Error("half a file is read")
	}
}
