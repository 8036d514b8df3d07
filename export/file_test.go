package export_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/export"
	"throughline/export/exporttest"
	"throughline/journey"
)

// format writes what a test wants.
func format(write func(context.Context, io.Writer) error) export.Format {
	return export.Format{Name: "test", Ext: ".test", Write: func(ctx context.Context, w io.Writer, _ *export.Job) ([]string, error) {
		return []string{"a note"}, write(ctx, w)
	}}
}

var hello = format(func(_ context.Context, w io.Writer) error {
	_, err := io.WriteString(w, "hello")
	return err
})

// much is more than any buffer keeps.
var much = strings.Repeat("much ", 1<<16)

// folder is a folder with a file in it.
func folder(t *testing.T) (dir, path string) {
	t.Helper()
	dir = t.TempDir()
	path = filepath.Join(dir, "map.test")
	if err := os.WriteFile(path, []byte("as it was"), 0o640); err != nil {
		t.Fatal(err)
	}
	return dir, path
}

// holds fails unless the file is as wanted and alone, but for others.
func holds(t *testing.T, dir, path, want string, others ...string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil || string(b) != want {
		t.Errorf("%s holds %.40q, %v", filepath.Base(path), b, err)
	}
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Name() != filepath.Base(path) && !slices.Contains(others, e.Name()) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestAFileIsReplaced(t *testing.T) {
	dir, path := folder(t)
	w, err := export.File(t.Context(), path, hello, nil)
	if err != nil || !slices.Equal(w.Notes, []string{"a note"}) {
		t.Fatal(w.Notes, err)
	}
	holds(t, dir, path, "hello")
}

func TestWhatFailsLeavesWhatWasThere(t *testing.T) {
	full := errors.New("no space left on device")
	for name, write := range map[string]func(context.Context, io.Writer) error{
		"at once":         func(context.Context, io.Writer) error { return full },
		"half way":        func(_ context.Context, w io.Writer) error { io.WriteString(w, much); return full },
		"before flushing": func(_ context.Context, w io.Writer) error { io.WriteString(w, "hello"); return full },
	} {
		dir, path := folder(t)
		w, err := export.File(t.Context(), path, format(write), nil)
		if !errors.Is(err, full) || w.Notes != nil || !strings.HasPrefix(err.Error(), "write "+path+": ") {
			t.Errorf("%s: %v %v", name, w.Notes, err)
		}
		holds(t, dir, path, "as it was")
		// nor is half a file left where there was none
		if _, err := export.File(t.Context(), filepath.Join(dir, "new.test"), format(write), nil); !errors.Is(err, full) {
			t.Errorf("%s: %v", name, err)
		}
		holds(t, dir, path, "as it was")
	}
}

func TestAPanicLeavesNothingBehind(t *testing.T) {
	dir, path := folder(t)
	func() {
		defer func() { recover() }()
		export.File(t.Context(), path, format(func(context.Context, io.Writer) error { panic("a fault") }), nil)
	}()
	holds(t, dir, path, "as it was")
}

func TestCancellingLeavesWhatWasThere(t *testing.T) {
	for name, late := range map[string]bool{"half way": false, "at the very end": true} {
		dir, path := folder(t)
		ctx, cancel := context.WithCancel(t.Context())
		_, err := export.File(ctx, path, format(func(ctx context.Context, w io.Writer) error {
			io.WriteString(w, much)
			cancel()
			if late {
				return nil // a format that does not look
			}
			return ctx.Err()
		}), nil)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
		holds(t, dir, path, "as it was")
	}
}

// Every format of the program stops when it is told to, and stops when nothing
// more can be written.
func TestEveryFormatStops(t *testing.T) {
	sample := exporttest.Sample(t)
	for _, f := range export.Formats {
		job := func() *export.Job {
			o := layouttest.Options(t, &layout.Print)
			return &export.Job{Project: sample.Project, Map: exporttest.First(sample.Project), Blobs: sample.Blobs, Layout: o, Scale: 0.5, Renderer: renderer}
		}
		dir, path := folder(t)
		ctx, cancel := context.WithCancel(t.Context())
		j := job()
		j.Progress = func(done float64) {
			if done > 0.3 {
				cancel()
			}
		}
		switch f.Name {
		case "xlsx", "csv", "markdown", "mermaid", "json": // too quick to tell of progress
			cancel()
		}
		if _, err := export.File(ctx, path, f, j); !errors.Is(err, context.Canceled) {
			t.Errorf("%s goes on: %v", f.Name, err)
		}
		cancel()
		holds(t, dir, path, "as it was")
		for _, room := range []int{0, 500} {
			if _, err := f.Write(t.Context(), &small{room}, job()); !errors.Is(err, errFull) {
				t.Errorf("%s, room for %d bytes: %v", f.Name, room, err)
			}
		}
	}
}

// small is a disk with little room.
type small struct{ room int }

var errFull = errors.New("the disk is full")

func (s *small) Write(b []byte) (int, error) {
	if s.room -= len(b); s.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestALinkStaysALink(t *testing.T) {
	dir, path := folder(t)
	other := t.TempDir()
	link := filepath.Join(other, "link.test")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if _, err := export.File(t.Context(), link, hello, nil); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, path, "hello")
	holds(t, other, link, "hello")
	if to, err := os.Readlink(link); err != nil || to != path {
		t.Errorf("it leads to %q, %v", to, err)
	}
	// also one that leads to a file which is not there yet
	if err := os.Symlink("later.test", filepath.Join(dir, "early.test")); err != nil {
		t.Fatal(err)
	}
	if _, err := export.File(t.Context(), filepath.Join(dir, "early.test"), hello, nil); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(filepath.Join(dir, "early.test")); err != nil || to != "later.test" {
		t.Errorf("it leads to %q, %v", to, err)
	}
	holds(t, dir, filepath.Join(dir, "later.test"), "hello", "map.test", "early.test")
}

func TestRightsAreKept(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are others there")
	}
	dir, path := folder(t)
	for _, rights := range []fs.FileMode{0o600, 0o640, 0o444, 0o666, 0o755} {
		if err := os.Chmod(path, rights); err != nil {
			t.Fatal(err)
		}
		if _, err := export.File(t.Context(), path, hello, nil); err != nil {
			t.Fatal(err)
		}
		if st, err := os.Stat(path); err != nil || st.Mode().Perm() != rights {
			t.Errorf("%v instead of %v, %v", st.Mode(), rights, err)
		}
	}
	// a new file has those of any new file
	fresh, plain := filepath.Join(dir, "fresh.test"), filepath.Join(dir, "plain.test")
	if _, err := export.File(t.Context(), fresh, hello, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(plain, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	a, _ := os.Stat(fresh)
	b, _ := os.Stat(plain)
	if a.Mode() != b.Mode() {
		t.Errorf("%v instead of %v", a.Mode(), b.Mode())
	}
}

func TestPlacesThatNothingCanBeWrittenTo(t *testing.T) {
	dir, path := folder(t)
	if err := os.Mkdir(filepath.Join(dir, "sub.test"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"sub.test":      "a folder has that name",
		"no/a.test":     "no such file or directory",
		"map.test/a.py": "not a directory",
	} {
		_, err := export.File(t.Context(), filepath.Join(dir, name), format(func(context.Context, io.Writer) error {
			t.Errorf("%s was begun", name)
			return nil
		}), nil)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), ".throughline") {
			t.Errorf("%s: %v", name, err)
		}
		holds(t, dir, path, "as it was", "sub.test")
	}
}

func TestOneMapAsJSONLeavesTheOthersOut(t *testing.T) {
	e := journey.New().Edit(nil)
	e.Put(journey.Map{ID: "a", Order: "A", Title: "First"})
	e.Put(journey.Map{ID: "b", Order: "B", Title: "Second"})
	e.Put(journey.Persona{ID: "p", Order: "A", Name: "Mara"})
	f, _ := export.ForFile("x.json")
	for _, all := range []bool{true, false} {
		var b strings.Builder
		if _, err := f.Write(t.Context(), &b, &export.Job{Project: e.Project(), Map: "b", All: all, Blobs: journey.MemoryBlobs{}}); err != nil {
			t.Fatal(err)
		}
		if s := b.String(); strings.Contains(s, "First") != all || !strings.Contains(s, "Second") || !strings.Contains(s, "Mara") {
			t.Errorf("all %v: %s", all, s)
		}
	}
	if p := e.Project(); len(p.Maps()) != 2 {
		t.Error("the project has changed")
	}
}

func TestAFileNameSaysTheFormat(t *testing.T) {
	for name, want := range map[string]string{
		"a.pdf": "pdf", "A.PDF": "pdf", "b.png": "png", "c.x.svg": "svg", "d.mmd": "mermaid", "e.json": "json",
		"f": "", "pdf": "", "g.pdf.txt": "", "": "", "h.journey": "",
	} {
		if f, ok := export.ForFile(name); ok != (want != "") || f.Name != want {
			t.Errorf("%s: %s", name, f.Name)
		}
	}
}
