package storage

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"throughline/journey"
)

// older is a file of a version in which cards had no image_alt, and the
// migrations that lead from it to today.
func older(t *testing.T) (path string, ms []string) {
	old := strings.Replace(migrations[0], "\t\"image_alt\"    TEXT NOT NULL DEFAULT '',\n", "", 1)
	if old == migrations[0] {
		t.Fatal("card.image_alt is not there, so this tests nothing")
	}
	path = filepath.Join(t.TempDir(), "retail.journey")
	try(t, writeNew(path, journey.New(), nil, []string{old}))
	d, err := connect(path, readWrite)
	try(t, err)
	try(t, d.exec(`INSERT INTO "map"(id, "order", title) VALUES('map', 'V', 'Retail');
		INSERT INTO "stage"(id, map, "order", title) VALUES('stage', 'map', 'V', 'Search');
		INSERT INTO "lane"(id, map, "order", kind, title) VALUES('lane', 'map', 'V', 'text', 'Thoughts');
		INSERT INTO "card"(id, lane, stage, "order", title) VALUES('card', 'lane', 'stage', 'V', 'Compares prices')`))
	try(t, d.close())
	return path, append([]string{old, `ALTER TABLE "card" ADD COLUMN "image_alt" TEXT NOT NULL DEFAULT ''`}, migrations[1:]...)
}

// A file of an older version is brought to today's, and is kept as it was too.
func TestAnOlderFileIsKept(t *testing.T) {
	path, ms := older(t)
	for _, kept := range []string{"retail.v1.journey", "retail.v1-2.journey"} {
		b, err := os.ReadFile(path)
		try(t, err)
		f, err := Open(path, Options{migrations: ms})
		try(t, err)
		if !f.Project().Equal(small()) {
			t.Fatal("the migrated file holds something else")
		}
		try(t, f.Close())
		if !slices.Contains(names(t, filepath.Dir(path)), kept) {
			t.Fatalf("%s is missing: %v", kept, names(t, filepath.Dir(path)))
		}
		f, err = Open(path, Options{migrations: ms})
		try(t, err)
		try(t, f.Close())
		s, err := read(filepath.Join(filepath.Dir(path), kept), ms)
		if err != nil || !s.Project().Equal(small()) {
			t.Fatalf("the kept file holds something else: %v", err)
		}
		try(t, s.Close())
		try(t, os.WriteFile(path, b, 0o666)) // somebody brings the old one back
	}
	if got := names(t, filepath.Dir(path)); len(got) != 3 {
		t.Fatalf("there is %v", got)
	}
}

// A map of format 3 is read as its words are, is told otherwise, and says so when
// it is opened again.
func TestAMapOfFormat3LearnsWhichWayItReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.journey")
	try(t, copyFile("testdata/v3.journey", path))
	d := openDocument(t, path)
	m := d.project.Maps()[0]
	if m.Direction != "" {
		t.Fatalf("it says %q", m.Direction)
	}
	m.Direction = journey.FromRight
	try(t, d.do("Change direction", func(e *journey.Edit) { e.Put(m) }))
	try(t, d.file.Close())
	if got := mustRead(t, path).Maps()[0]; got != m {
		t.Errorf("it became %+v", got)
	}
	if got := mustRead(t, strings.Replace(path, "a.journey", "a.v3.journey", 1)).Maps()[0].Direction; got != "" {
		t.Errorf("the file that was put aside says %q", got)
	}
}

// A migration that fails leaves the file as it was.
func TestAMigrationIsWholeOrNot(t *testing.T) {
	path, ms := older(t)
	before := folderState(t, filepath.Dir(path))
	_, err := Open(path, Options{migrations: []string{ms[0], ms[1] + "; this is no SQL"}})
	if err == nil || !strings.Contains(err.Error(), "bring to format 2") {
		t.Fatal(err)
	}
	after := folderState(t, filepath.Dir(path))
	delete(after, "retail.v1.journey")
	if !maps.Equal(before, after) {
		t.Fatalf("was %v\nis %v", before, after)
	}
}

// A file of a newer version stays untouched.
func TestANewerFileIsRefused(t *testing.T) {
	path := newFile(t, small())
	d, err := connect(path, readWrite)
	try(t, err)
	try(t, d.exec("PRAGMA user_version = 1000"))
	try(t, d.close())
	before := folderState(t, filepath.Dir(path))
	if _, err := Open(path, Options{}); !errors.Is(err, journey.ErrTooNew) {
		t.Errorf("open: %v", err)
	}
	if _, err := Read(path); !errors.Is(err, journey.ErrTooNew) {
		t.Errorf("read: %v", err)
	}
	if after := folderState(t, filepath.Dir(path)); !maps.Equal(before, after) {
		t.Fatalf("was %v\nis %v", before, after)
	}
}
