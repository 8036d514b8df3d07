package storage

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// A new file never takes the place of another, and leaves nothing when it fails.
func TestCreateRefusesToReplace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.journey")
	try(t, os.WriteFile(path, []byte("somebody's letter"), 0o666))
	if err := Create(path, small(), nil); !errors.Is(err, fs.ErrExist) {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "somebody's letter" {
		t.Fatal("the letter is gone")
	}
	e := small().Edit(nil)
	e.Put(journey.Media{ID: "m", Hash: journey.Hash([]byte("x"))})
	other := filepath.Join(folder, "b.journey")
	for _, blobs := range []journey.Blobs{nil, journey.MemoryBlobs{}} {
		if err := Create(other, e.Project(), blobs); err == nil {
			t.Fatal("a medium without bytes was written")
		}
	}
	if err := Create(filepath.Join(folder, "no", "a.journey"), small(), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if got := names(t, folder); !slices.Equal(got, []string{"a.journey"}) {
		t.Fatalf("there is %v", got)
	}
}

// A journal that a crash left where a new file comes is not taken for its own.
func TestCreateWhereACrashLeftAJournal(t *testing.T) {
	path := crashed(t, journeytest.Generate(500))
	try(t, os.Remove(path))
	try(t, Create(path, small(), nil))
	if !mustRead(t, path).Equal(small()) {
		t.Fatal("the new file is not what was written")
	}
}

// A clean copy has nothing of what the map once said, showed or was called.
func TestACleanCopyIsClean(t *testing.T) {
	shown, secret := []byte("the picture that is shown"), []byte("the picture that was replaced")
	path := newFile(t, small())
	d := openDocument(t, path)
	defer d.file.Close()
	try(t, d.do("Add picture", func(e *journey.Edit) {
		e.Put(journey.Media{ID: "old", Hash: d.file.AddBlob(secret), Name: "secret-name.png"})
		e.Put(journey.Media{ID: "new", Hash: d.file.AddBlob(shown), Name: "shown.png"})
		e.Put(journey.Card{ID: "card", Lane: "lane", Stage: "stage", Order: "V", Title: "Our secret plan", Image: "old"})
	}))
	try(t, d.file.Keep("secret version"))
	try(t, d.do("Secret label", func(e *journey.Edit) {
		c, _ := journey.Get[journey.Card](d.project, "card")
		c.Title, c.Image = "Plan", "new"
		e.Put(c)
	}))
	try(t, d.file.Flush(context.Background()))
	folder := t.TempDir()
	clean, whole := filepath.Join(folder, "clean.journey"), filepath.Join(folder, "whole.journey")
	try(t, os.WriteFile(clean, []byte("an older copy"), 0o600))
	try(t, d.file.CleanCopy(clean))
	try(t, d.file.SaveCopy(whole))
	has := func(path, text string) bool {
		b, err := os.ReadFile(path)
		try(t, err)
		return bytes.Contains(b, []byte(text))
	}
	for _, text := range []string{"Our secret plan", "Compares prices", string(secret), "secret-name.png", "secret version", "Secret label", "Add picture"} {
		if has(clean, text) {
			t.Errorf("the clean copy has %q", text)
		}
		if !has(whole, text) {
			t.Errorf("the whole copy has no %q, so this tests nothing", text)
		}
	}
	s, err := Read(clean)
	try(t, err)
	defer s.Close()
	if b, err := s.Blob(journey.Hash(shown)); err != nil || !bytes.Equal(b, shown) {
		t.Error(err)
	}
	if _, ok := s.Project().Row("old"); ok || title(s.Project()) != "Plan" {
		t.Error("the clean copy shows something else")
	}
	if info, _ := os.Stat(clean); info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it now: %v", info.Mode())
	}
	e := openDocument(t, whole)
	versions, err := e.file.Versions()
	if err != nil || len(versions) != 1 || versions[0].Name != "secret version" || versions[0].Seq != 1 || !e.project.Equal(d.project) || len(e.done) != 2 {
		t.Errorf("the whole copy is not whole: %v", versions)
	}
	if err := d.file.SaveCopy(whole); !errors.Is(err, ErrLocked) {
		t.Errorf("over a file that is open: %v", err)
	}
	try(t, e.file.Close())
	if err := d.file.SaveCopy(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over itself: %v", err)
	}
	if got := names(t, folder); !slices.Equal(got, []string{"clean.journey", "whole.journey"}) {
		t.Errorf("there is %v", got)
	}
}
