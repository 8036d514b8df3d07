package storage

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// folderState is every file of a folder with its bytes, time and mode.
func folderState(t testing.TB, folder string) map[string]string {
	t.Helper()
	state := map[string]string{}
	for _, name := range names(t, folder) {
		info, err := os.Stat(filepath.Join(folder, name))
		try(t, err)
		b, err := os.ReadFile(filepath.Join(folder, name))
		try(t, err)
		state[name] = fmt.Sprintf("%x %v %v", sha256.Sum256(b), info.ModTime(), info.Mode())
	}
	return state
}

// Reading leaves a file and its folder as they are, whatever state they are in.
func TestReadChangesNothing(t *testing.T) {
	want := journeytest.Generate(500)
	later := append(slices.Clone(migrations), `CREATE TABLE "new"("id" TEXT) STRICT`)
	cases := map[string]struct {
		make       func(t *testing.T) string
		migrations []string
	}{
		"as it is":                       {func(t *testing.T) string { return newFile(t, want) }, migrations},
		"of an older version":            {func(t *testing.T) string { return newFile(t, want) }, later},
		"after a crash":                  {func(t *testing.T) string { return crashed(t, want) }, migrations},
		"after a crash, older":           {func(t *testing.T) string { return crashed(t, want) }, later},
		"in another program's mode":      {func(t *testing.T) string { return ahead(t, want) }, migrations},
		"open in a program that appends": {func(t *testing.T) string { return busy(t, want) }, migrations},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := c.make(t)
			tempFiles(t, t.TempDir())
			before := folderState(t, filepath.Dir(path))
			s, err := read(path, c.migrations)
			try(t, err)
			if !s.Project().Equal(want) || len(s.Problems()) > 0 {
				t.Fatalf("read something else; %v", s.Problems())
			}
			if _, err := s.Blob("none"); !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
			if after := folderState(t, filepath.Dir(path)); !maps.Equal(before, after) {
				t.Fatalf("was %v\nis %v", before, after)
			}
			try(t, s.Close())
			if left := names(t, os.TempDir()); len(left) > 0 {
				t.Fatalf("left behind: %v", left)
			}
			if after := folderState(t, filepath.Dir(path)); !maps.Equal(before, after) {
				t.Fatalf("closed: was %v\nis %v", before, after)
			}
		})
	}
}

// Opening for editing, too, changes nothing as long as nothing is edited.
func TestOpeningChangesNothing(t *testing.T) {
	path := newFile(t, journeytest.Generate(500))
	before := folderState(t, filepath.Dir(path))
	d := openDocument(t, path)
	try(t, d.file.Close())
	if after := folderState(t, filepath.Dir(path)); !maps.Equal(before, after) {
		t.Fatalf("was %v\nis %v", before, after)
	}
}

// tempFiles has temporary files made in folder.
func tempFiles(t *testing.T, folder string) {
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder) // Windows
}

// crashed is a file in the middle of a transaction, as a crash leaves it: some
// of the new is in the file, the old is in the journal.
func crashed(t *testing.T, p *journey.Project) string {
	path := newFile(t, p)
	d, err := connect(path, readWrite)
	try(t, err)
	defer d.close()
	try(t, d.exec("PRAGMA cache_size = 1; BEGIN IMMEDIATE"))
	try(t, d.exec(`UPDATE "card" SET title = 'half written', text = hex(zeroblob(300))`))
	folder := t.TempDir()
	for _, suffix := range []string{"", "-journal"} {
		try(t, copyFile(path+suffix, filepath.Join(folder, "retail.journey"+suffix)))
	}
	b, err := os.ReadFile(filepath.Join(folder, "retail.journey"))
	try(t, err)
	if !strings.Contains(string(b), "half written") {
		t.Fatal("the file has nothing of the transaction, so this tests nothing")
	}
	return filepath.Join(folder, "retail.journey")
}

// ahead is a file whose changes another program left in a write-ahead log.
func ahead(t *testing.T, p *journey.Project) string {
	path := newFile(t, journey.New())
	d, err := connect(path, readWrite)
	try(t, err)
	defer d.close()
	try(t, d.exec("PRAGMA journal_mode = WAL"))
	try(t, d.writing(func() error { return d.fill(p, nil) }))
	folder := t.TempDir()
	for _, suffix := range []string{"", "-wal"} {
		try(t, copyFile(path+suffix, filepath.Join(folder, "retail.journey"+suffix)))
	}
	return filepath.Join(folder, "retail.journey")
}

// busy is a file that another program has open.
func busy(t *testing.T, p *journey.Project) string {
	path := newFile(t, p)
	if other := start(t, "hold", path); other.said != "ready\n" {
		t.Fatal(other.said)
	}
	return path
}

// A crash in the middle of writing is taken back when the file is opened.
func TestOpenTakesBackHalfATransaction(t *testing.T) {
	want := journeytest.Generate(500)
	for name, path := range map[string]string{"journal": crashed(t, want), "log": ahead(t, want)} {
		d := openDocument(t, path)
		if !d.project.Equal(want) {
			t.Errorf("%s: the file is not as it was before", name)
		}
		try(t, d.do("New map", func(e *journey.Edit) { e.Put(journey.Map{ID: "new", Order: "z"}) }))
		try(t, d.file.Close())
		if got := names(t, filepath.Dir(path)); len(got) != 1 {
			t.Errorf("%s: left behind: %v", name, got)
		}
		if !mustRead(t, path).Equal(d.project) {
			t.Errorf("%s: the edit is not in the file", name)
		}
	}
}

// No character of a path has a meaning of its own.
func TestAnyPathWorks(t *testing.T) {
	for _, name := range []string{"a b.journey", "50% off.journey", "%41.journey", "what?mode=memory", "#1&x=y.journey",
		"Überblick 日本語.journey", "file:memory.journey", "quo'te\"d.journey", "\xff.journey", strings.Repeat("n", 240)} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, `?:"`) || runtime.GOOS != "linux" && !utf8.ValidString(name) {
			continue
		}
		folder := t.TempDir()
		path := filepath.Join(folder, name)
		if err := Create(path, small(), nil); err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		d := openDocument(t, path)
		try(t, d.retitle("of a copy"))
		try(t, d.file.SaveCopy(path[:len(path)-1]))
		try(t, d.file.Close())
		if got := title(mustRead(t, path[:len(path)-1])); got != "of a copy" {
			t.Errorf("%q: the copy says %q", name, got)
		}
		if got := names(t, folder); len(got) != 2 {
			t.Errorf("%q: there is %q", name, got)
		}
	}
	folder := t.TempDir()
	if err := Create(filepath.Join(folder, strings.Repeat("n", 250)), small(), nil); err == nil || len(names(t, folder)) > 0 {
		t.Errorf("a name that leaves no room for a journal: %v", err)
	}
	t.Chdir(folder)
	try(t, Create("here.journey", small(), nil))
	mustRead(t, "here.journey")
}
