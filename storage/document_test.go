package storage

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// document is what an editor does with a file: a project, and a stack of undo
// that it builds from the history.
type document struct {
	file         *File
	project      *journey.Project
	seq          int64
	done, undone []int64
	typing       journey.Tx // of the entry seq, while it may still grow
}

func openDocument(t failer, path string) *document {
	t.Helper()
	f, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if ro, why := f.ReadOnly(); ro {
		t.Fatal(why)
	}
	d := &document{file: f, project: f.Project()}
	for _, e := range f.History() {
		d.seq = e.Seq
		switch e.Undo {
		case journey.Did:
			d.done, d.undone = append(d.done, e.Seq), nil
		case journey.Undid:
			d.done = slices.DeleteFunc(d.done, func(s int64) bool { return s == e.Of })
			d.undone = append(d.undone, e.Of)
		case journey.Redid:
			d.undone = slices.DeleteFunc(d.undone, func(s int64) bool { return s == e.Of })
			d.done = append(d.done, e.Of)
		}
	}
	return d
}

// do is a command.
func (d *document) do(label string, change func(*journey.Edit)) error {
	e := d.project.Edit(nil)
	change(e)
	tx := e.Tx(label)
	if tx.Empty() {
		return nil
	}
	d.seq++
	d.project, d.typing = e.Project(), tx
	d.done, d.undone = append(d.done, d.seq), nil
	return d.file.Append(journey.Entry{Seq: d.seq, Label: label, Changes: tx.Changes}, tx.Changes)
}

// more is the next keystrokes of the command that do began.
func (d *document) more(change func(*journey.Edit)) error {
	e := d.project.Edit(nil)
	change(e)
	tx := e.Tx("")
	d.project, d.typing = e.Project(), d.typing.Then(tx)
	return d.file.Append(journey.Entry{Seq: d.seq, Label: d.typing.Label, Changes: d.typing.Changes}, tx.Changes)
}

func (d *document) undo() error { return d.step(&d.done, &d.undone, journey.Undid) }
func (d *document) redo() error { return d.step(&d.undone, &d.done, journey.Redid) }

func (d *document) step(from, to *[]int64, how int) error {
	if len(*from) == 0 {
		return nil
	}
	of := (*from)[len(*from)-1]
	tx, err := d.file.Load(of)
	if err != nil {
		return err
	}
	if how == journey.Undid {
		tx = tx.Invert()
	}
	if d.project, err = d.project.Apply(tx); err != nil {
		return fmt.Errorf("entry %d: %w", of, err)
	}
	*from, *to = (*from)[:len(*from)-1], append(*to, of)
	d.seq++
	return d.file.Append(journey.Entry{Seq: d.seq, Label: tx.Label, Undo: how, Of: of}, tx.Changes)
}

// newFile is a new file that holds p.
func newFile(t testing.TB, p *journey.Project) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "retail.journey")
	if err := Create(path, p, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

// mustRead is what the file at path holds.
func mustRead(t failer, path string) *journey.Project {
	t.Helper()
	s, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if len(s.Problems()) > 0 {
		t.Fatal(s.Problems())
	}
	return s.Project()
}

// failer is a test, a benchmark or a property.
type failer interface {
	Helper()
	Fatal(...any)
}

func try(t failer, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Whatever is edited, typed, undone and redone, closed and opened again on the
// way, the file holds what memory holds, and its log leads back to every state
// that there was.
func TestMemoryIsFile(t *testing.T) {
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue {
		try(t, f.Value.Set("40")) // each takes long
		defer f.Value.Set(f.DefValue)
	}
	folder := t.TempDir()
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		path := filepath.Join(folder, fmt.Sprint(runs, ".journey"))
		try(rt, Create(path, journeytest.Project().Draw(rt, "project"), nil))
		d := openDocument(rt, path)
		n := 1000
		states := map[int64]*journey.Project{0: d.project}
		change := func(e *journey.Edit) {
			for range rapid.IntRange(1, 4).Draw(rt, "changes") {
				journeytest.Step(rt, e, &n)
			}
		}
		typing := false
		for range rapid.IntRange(1, 16).Draw(rt, "steps") {
			was := d.seq
			switch k := rapid.IntRange(0, 11).Draw(rt, "step"); {
			case k < 5:
				try(rt, d.do("edit", change))
				typing = d.seq > was
			case k == 5 && typing:
				try(rt, d.more(change))
			case k < 8:
				try(rt, d.undo())
				typing = false
			case k < 10:
				try(rt, d.redo())
				typing = false
			case k == 10:
				try(rt, d.file.Keep(fmt.Sprint("version ", d.seq)))
				try(rt, d.file.Flush(context.Background()))
			default:
				before, history := d.project, d.file.History()
				try(rt, d.file.Close())
				d = openDocument(rt, path)
				if !d.project.Equal(before) {
					rt.Fatal("the file and memory differ")
				}
				if !slices.EqualFunc(history, d.file.History(), sameEntry) {
					rt.Fatalf("history was %v, is %v", history, d.file.History())
				}
				typing = false
			}
			states[d.seq] = d.project
		}
		for range 4 {
			seq := rapid.Int64Range(0, d.seq).Draw(rt, "back to")
			was := states[seq]
			p, err := d.file.At(seq)
			if err != nil || !p.Equal(was) {
				rt.Fatalf("entry %d of %d is not as it was: %v", seq, d.seq, err)
			}
		}
		versions, err := d.file.Versions()
		for _, v := range versions {
			if v.Name != fmt.Sprint("version ", v.Seq) {
				rt.Fatal(v)
			}
		}
		try(rt, err)
		try(rt, d.file.Close())
		d = openDocument(rt, path)
		for len(d.done) > 0 {
			try(rt, d.undo())
		}
		if !d.project.Equal(states[0]) {
			rt.Fatal("undoing all is not the beginning")
		}
		try(rt, d.file.Close())
		if !mustRead(rt, path).Equal(states[0]) {
			rt.Fatal("undoing all is not the beginning in the file")
		}
		os.Remove(path)
	})
	if left := names(t, folder); len(left) > 0 {
		t.Fatalf("left behind: %v", left)
	}
}

func sameEntry(a, b journey.Entry) bool {
	return a.Seq == b.Seq && a.At.Equal(b.At) && a.Label == b.Label && a.Undo == b.Undo && a.Of == b.Of && a.Changes == nil && b.Changes == nil
}

// names is what stands in folder.
func names(t testing.TB, folder string) []string {
	t.Helper()
	list, err := os.ReadDir(folder)
	try(t, err)
	var out []string
	for _, e := range list {
		out = append(out, e.Name())
	}
	return out
}

// A file serves every goroutine at once: while one edits, others load old
// entries, go back in time, read media and save copies.
func TestAnyGoroutineMayUseAFile(t *testing.T) {
	path := newFile(t, small())
	d := openDocument(t, path)
	hash := d.file.AddBlob([]byte("picture"))
	try(t, d.retitle("first"))
	copies := t.TempDir()
	ctx, stop := context.WithCancel(context.Background())
	var all sync.WaitGroup
	for i, use := range []func(n int) error{
		func(int) error { _, err := d.file.Load(1); return err },
		func(int) error { _, err := d.file.Blob(hash); return err },
		func(n int) error { return d.file.SaveCopy(filepath.Join(copies, fmt.Sprint(n%2, ".journey"))) },
		func(int) error { return d.file.Keep("now") },
		func(int) error { d.file.Watch(func(State) {}); _, err := d.file.Versions(); return err },
		func(int) error { s, err := Read(path); return errors.Join(err, s.Close()) },
		func(n int) error {
			h := d.file.History()
			p, err := d.file.At(h[len(h)-1].Seq)
			if err == nil && title(p) == "Compares prices" {
				err = errors.New("the project is older than its entry")
			}
			return err
		},
	} {
		all.Go(func() {
			for n := 0; ctx.Err() == nil; n++ {
				if err := use(n); err != nil {
					t.Errorf("user %d: %v", i, err)
					return
				}
				time.Sleep(10 * time.Millisecond)
			}
		})
	}
	for n := range 60 {
		try(t, d.retitle(fmt.Sprint("title ", n)))
		if n%20 == 0 {
			try(t, d.file.Flush(context.Background()))
		}
		time.Sleep(5 * time.Millisecond)
	}
	stop()
	all.Wait()
	try(t, d.file.Close())
	if !mustRead(t, path).Equal(d.project) {
		t.Fatal("the file and memory differ")
	}
}
