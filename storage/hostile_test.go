package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"throughline/journey"
)

// tampered is a file in which somebody ran SQL of their own.
func tampered(t testing.TB, sql string) string {
	t.Helper()
	path := newFile(t, small())
	d, err := connect(path, readWrite)
	try(t, err)
	try(t, d.exec(sql))
	try(t, d.close())
	return path
}

// What is not ours, or would run what somebody put into the file, is refused
// by both ways in and stays as it is.
func TestForeignFilesAreRefused(t *testing.T) {
	plain := func(content string) func() string {
		return func() string {
			path := filepath.Join(t.TempDir(), "a.journey")
			try(t, os.WriteFile(path, []byte(content), 0o666))
			return path
		}
	}
	with := func(sql string) func() string { return func() string { return tampered(t, sql) } }
	for name, c := range map[string]struct {
		make func() string
		want error
	}{
		"nothing":      {func() string { return filepath.Join(t.TempDir(), "a.journey") }, fs.ErrNotExist},
		"a folder":     {func() string { return t.TempDir() }, ErrNotJourney},
		"empty":        {plain(""), ErrDamaged},
		"a letter":     {plain("Dear Sir or Madam, " + strings.Repeat("and so on ", 200)), ErrNotJourney},
		"a header":     {plain("SQLite format 3\x00"), ErrNotJourney},
		"another app":  {with("PRAGMA application_id = 1"), ErrNotJourney},
		"no version":   {with("PRAGMA user_version = 0"), ErrDamaged},
		"a trigger":    {with(`CREATE TRIGGER t AFTER UPDATE ON "card" BEGIN DELETE FROM "map"; END`), ErrNotJourney},
		"a view":       {with(`CREATE VIEW v AS SELECT 1`), ErrNotJourney},
		"our view":     {with(`DROP TABLE "card"; CREATE VIEW "card" AS SELECT * FROM "note"`), ErrNotJourney},
		"virtual":      {with(`CREATE VIRTUAL TABLE v USING fts5(a)`), ErrNotJourney},
		"an index":     {with(`CREATE INDEX i ON "card"(hex(zeroblob(9999)))`), ErrNotJourney},
		"computed":     {with(`ALTER TABLE "card" ADD COLUMN bomb TEXT AS (hex(zeroblob(9999)))`), ErrNotJourney},
		"check":        {with(`ALTER TABLE "card" ADD COLUMN bomb TEXT CHECK(length(hex(zeroblob(9999))) > 1)`), ErrNotJourney},
		"loose types":  {with(`DROP TABLE "blob"; CREATE TABLE "blob"(hash TEXT PRIMARY KEY, bytes)`), ErrNotJourney},
		"no table":     {with(`DROP TABLE "step"`), ErrDamaged},
		"no column":    {with(`ALTER TABLE "step" DROP COLUMN "title"`), ErrDamaged},
		"wrong schema": {func() string { return patched(t, `TEXT NOT NULL`, `TEXT NOT NULT`) }, ErrDamaged},
	} {
		path := c.make()
		before := ""
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			before = folderState(t, filepath.Dir(path))["a.journey"]
		}
		f, err := Open(path, Options{})
		if !errors.Is(err, c.want) {
			t.Errorf("open %s: %v", name, err)
		}
		if err == nil {
			f.Close()
		}
		if s, err := Read(path); !errors.Is(err, c.want) {
			t.Errorf("read %s: %v", name, err)
			if err == nil {
				s.Close()
			}
		}
		if before != "" && folderState(t, filepath.Dir(path))["a.journey"] != before {
			t.Errorf("%s: the file has changed", name)
		}
	}
}

// patched is a file in whose bytes something was replaced.
func patched(t testing.TB, old, new string) string {
	path := newFile(t, small())
	b, err := os.ReadFile(path)
	try(t, err)
	s := strings.Replace(string(b), old, new, -1)
	if s == string(b) {
		t.Fatalf("the file has no %q", old)
	}
	try(t, os.WriteFile(path, []byte(s), 0o666))
	return path
}

// Tables and columns of others are left alone.
func TestUnknownTablesAndColumnsAreIgnored(t *testing.T) {
	path := tampered(t, `CREATE TABLE "theirs"(a, b); INSERT INTO "theirs" VALUES(1, 2); CREATE INDEX "their index" ON "theirs"(a);
		ALTER TABLE "card" ADD COLUMN "their column" TEXT; UPDATE "card" SET "their column" = 'theirs'`)
	d := openDocument(t, path)
	if len(d.file.Problems()) > 0 || !d.project.Equal(small()) {
		t.Fatal(d.file.Problems())
	}
	try(t, d.retitle("ours"))
	try(t, d.file.Close())
	db, err := connect(path, readOnly)
	try(t, err)
	defer db.close()
	if n, err := db.number(`SELECT count(*) FROM "card", "theirs" WHERE "their column" = 'theirs' AND title = 'ours' AND b = 2`); n != 1 {
		t.Fatal("their values are gone", err)
	}
}

// What is wrong with the rows is put right in memory, then in the file, and
// stands in the log; undo goes on working.
func TestRepairsAreWrittenAndLogged(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	path := newFile(t, small())
	d := openDocument(t, path)
	try(t, d.retitle("before the damage"))
	try(t, d.file.Close())
	db, err := connect(path, readWrite)
	try(t, err)
	try(t, db.exec(`INSERT INTO "card"(id, lane, stage, "order", title, hue) VALUES('stray', 'gone', 'gone', '', 'A stray card', 99);
		INSERT INTO "step"(id, stage, "order", title) VALUES('card', 'stage', 'V', 'Has the ID of a card');
		INSERT INTO "note"(id, map, "order", text) VALUES('', 'map', 'V', 'Has no ID')`))
	try(t, db.close())
	f, err := Open(path, Options{Now: func() time.Time { return now }})
	try(t, err)
	p := f.Project()
	if _, left := journey.Repair(p); len(left) > 0 || len(f.Problems()) < 3 {
		t.Fatalf("reported %v, left %v", f.Problems(), left)
	}
	if st, ok := journey.Get[journey.Card](p, "stray"); !ok || st.Title != "A stray card" || p.MapOf("stray") != "map" {
		t.Fatal("the stray card is lost")
	}
	h := f.History()
	if len(h) != 2 || h[1].Undo != journey.Repaired || !h[1].At.Equal(now) {
		t.Fatalf("history: %v", h)
	}
	try(t, f.Close())
	if !mustRead(t, path).Equal(p) {
		t.Fatal("the file is not repaired")
	}
	d = openDocument(t, path)
	defer d.file.Close()
	if len(d.file.Problems()) > 0 || len(d.file.History()) != 2 {
		t.Fatal("repaired a second time")
	}
	for d.done[len(d.done)-1] != 1 {
		d.done = d.done[:len(d.done)-1]
	}
	was, err := d.file.At(1)
	if err != nil || title(was) != title(d.project) {
		t.Fatalf("at 1: %v", err)
	}
}

// Values that SQLite or JSON cannot hold are no reason not to save the rest.
func TestImpossibleValuesDoNotBlockTheFile(t *testing.T) {
	path := newFile(t, small())
	d := openDocument(t, path)
	nan := journey.Number{Value: nan(), Set: true}
	try(t, d.do("Odd", func(e *journey.Edit) {
		e.Put(journey.Card{ID: "odd", Lane: "lane", Stage: "stage", Order: "W", Title: "a\x00b\xff", Feeling: nan, Tags: "not a list"})
		e.Put(journey.Note{ID: "note", Map: "map", Order: "V", X: nan.Value})
	}))
	try(t, d.file.Close())
	f, err := Open(path, Options{})
	try(t, err)
	defer f.Close()
	if c, ok := journey.Get[journey.Card](f.Project(), "odd"); !ok || c.Title != "ab\uFFFD" || c.Tags != "" {
		t.Fatalf("%+v", c)
	}
	if _, err := f.Load(1); err != nil {
		t.Fatal(err)
	}
}

func nan() float64 { zero := 0.0; return zero / zero }

// FuzzOpen damages a small file: each four bytes of patches are a place and
// what to put there, and all behind size is cut off. Whatever becomes of it,
// opening ends in an error or a file that works, and leaves nothing behind.
func FuzzOpen(f *testing.F) {
	path := newFile(f, small())
	d := openDocument(f, path)
	hash := d.file.AddBlob([]byte("picture"))
	try(f, d.retitle("typed"))
	try(f, d.undo())
	try(f, d.file.Keep("first"))
	try(f, d.file.Close())
	good, err := os.ReadFile(path)
	try(f, err)
	f.Add([]byte{}, len(good))
	f.Add([]byte{}, len(good)/2)
	f.Add([]byte{0, 0, 18, 2, 0, 0, 19, 2}, len(good)) // a write-ahead log
	f.Add([]byte{0, 0, 28, 0xFF}, len(good))           // 4 billion pages
	f.Add([]byte{0, 0, 16, 2, 0, 0, 17, 0}, len(good)) // pages of 512
	for at := 0; at < len(good); at += 1499 {
		f.Add([]byte{byte(at >> 16), byte(at >> 8), byte(at), 0xFF, 0, 0, 27, 9}, len(good))
	}
	f.Fuzz(func(t *testing.T, patches []byte, size int) {
		data := slices.Clone(good[:min(max(size, 0), len(good))])
		for ; len(patches) >= 4; patches = patches[4:] {
			if at := int(patches[0])<<16 | int(patches[1])<<8 | int(patches[2]); at < len(data) {
				data[at] = patches[3]
			}
		}
		home := t.TempDir()
		tempFiles(t, filepath.Join(home, "tmp"))
		try(t, os.Mkdir(filepath.Join(home, "tmp"), 0o777))
		path := filepath.Join(home, "a.journey")
		try(t, os.WriteFile(path, data, 0o666))
		before, _ := os.Stat(path)
		if s, err := Read(path); err == nil {
			checkProject(t, s.Project())
			s.Blob(hash)
			try(t, s.Close())
		}
		if after, _ := os.Stat(path); !after.ModTime().Equal(before.ModTime()) {
			t.Fatal("reading has changed the file")
		}
		if file, err := Open(path, Options{}); err == nil {
			use(t, file, hash)
		}
		if got := append(names(t, home), names(t, filepath.Join(home, "tmp"))...); len(got) != 2 {
			t.Fatalf("left behind: %v", got)
		}
	})
}

// use does with a file what an editor does; errors are fine.
func use(t *testing.T, f *File, hash string) {
	checkProject(t, f.Project())
	for _, e := range f.History() {
		f.Load(e.Seq)
	}
	if p, err := f.At(0); err == nil {
		checkProject(t, p)
	}
	f.Versions()
	f.Blob(hash)
	card := journey.Card{ID: "new", Title: "new"}
	f.Append(journey.Entry{Seq: 1 << 40, Changes: []journey.Change{{After: card}}}, []journey.Change{{After: card}})
	if f.Close() != nil {
		try(t, f.Discard())
	}
}

func checkProject(t *testing.T, p *journey.Project) {
	if _, left := journey.Repair(p); len(left) > 0 {
		t.Fatalf("needs repair: %v", left)
	}
}
