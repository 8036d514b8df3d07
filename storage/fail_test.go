package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"throughline/journey"
)

// watch has f tell of its states, and gives a way to wait for one of them.
func watch(t *testing.T, f *File) (until func(what string, is func(State) bool)) {
	states := make(chan State, 1000)
	f.Watch(func(s State) { states <- s })
	return func(what string, is func(State) bool) {
		t.Helper()
		end := time.After(5 * time.Second)
		var s State
		for {
			select {
			case s = <-states:
				if is(s) {
					return
				}
			case <-end:
				t.Fatalf("never %s, at last %+v", what, s)
			}
		}
	}
}

// When the disk is full nothing that was appended is lost. It says so, can be
// saved elsewhere, and is written once there is room.
func TestAFullDiskLosesNothing(t *testing.T) {
	path := newFile(t, small())
	d := openDocument(t, path)
	defer d.file.Discard()
	d.file.o.retry = 50 * time.Millisecond
	until := watch(t, d.file)
	until("opened", func(s State) bool { return s.Seq == 0 && s.Saved && s.Err == nil })
	limit(t, d.file, 1) // the least there is: the pages that it has
	picture := slices.Repeat([]byte("picture"), 2000)
	hash := d.file.AddBlob(picture)
	try(t, d.retitle("first"))
	try(t, d.retitle("second"))
	if err := d.file.Flush(context.Background()); !errors.Is(err, ErrDiskFull) {
		t.Fatalf("flush: %v", err)
	}
	until("full", func(s State) bool { return s.Seq == 0 && !s.Saved && errors.Is(s.Err, ErrDiskFull) })
	if err := d.file.Close(); !errors.Is(err, ErrDiskFull) {
		t.Fatalf("close: %v", err)
	}
	try(t, d.retitle("third"))
	try(t, d.undo())
	if b, err := d.file.Blob(hash); err != nil || !slices.Equal(b, picture) {
		t.Fatal(err)
	}
	p, err := d.file.At(1)
	if err != nil || title(p) != "first" {
		t.Fatalf("at 1: %q, %v", title(p), err)
	}
	elsewhere := filepath.Join(t.TempDir(), "elsewhere.journey")
	try(t, d.file.SaveCopy(elsewhere))
	for _, path := range []string{elsewhere, path} {
		e := d
		if path == elsewhere {
			e = openDocument(t, path)
		} else {
			limit(t, d.file, 1000)
			until("written", func(s State) bool { return s.Seq == 4 && s.Saved && s.Err == nil })
			try(t, d.file.Close())
			e = openDocument(t, path)
		}
		if got := title(e.project); got != "second" || len(e.done) != 2 || len(e.undone) != 1 {
			t.Fatalf("%s: %q, %d done, %d undone", path, got, len(e.done), len(e.undone))
		}
		if b, err := e.file.Blob(hash); err != nil || !slices.Equal(b, picture) {
			t.Fatal(err)
		}
		try(t, e.redo())
		try(t, e.file.Close())
	}
}

// limit keeps the file from growing over n pages.
func limit(t *testing.T, f *File, n int) {
	f.dbMu.Lock()
	defer f.dbMu.Unlock()
	try(t, f.db.exec(fmt.Sprint("PRAGMA max_page_count = ", n)))
}

// When the folder is away, what was appended waits until it is back.
func TestAFolderThatIsAwayLosesNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps a folder in place while a file in it is open")
	}
	folder := filepath.Join(t.TempDir(), "stick")
	try(t, os.Mkdir(folder, 0o777))
	path := filepath.Join(folder, "a.journey")
	try(t, Create(path, small(), nil))
	d := openDocument(t, path)
	try(t, os.Rename(folder, folder+" away"))
	try(t, d.retitle("while it was away"))
	if err := d.file.Flush(context.Background()); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("flush: %v", err)
	}
	try(t, os.Rename(folder+" away", folder))
	try(t, d.file.Close())
	if got := title(mustRead(t, path)); got != "while it was away" {
		t.Fatalf("the card says %q", got)
	}
}

// Another program's work is never written over.
func TestChangedElsewhere(t *testing.T) {
	change := map[string]func(path string){
		"by another connection": func(path string) {
			other, err := connect(path, readWrite)
			try(t, err)
			try(t, other.exec(`UPDATE "card" SET title = 'theirs'`))
			try(t, other.close())
		},
		"by putting another in its place": func(path string) {
			e := small().Edit(nil)
			e.Put(journey.Card{ID: "card", Lane: "lane", Stage: "stage", Order: "V", Title: "theirs"})
			try(t, Create(path+".new", e.Project(), nil))
			try(t, os.Rename(path+".new", path))
		},
	}
	if runtime.GOOS == "windows" { // an open file cannot be replaced
		delete(change, "by putting another in its place")
	}
	for name, change := range change {
		path := newFile(t, small())
		d := openDocument(t, path)
		try(t, d.retitle("ours, before"))
		try(t, d.file.Flush(context.Background()))
		change(path)
		try(t, d.retitle("ours, after"))
		for range 2 {
			if err := d.file.Close(); !errors.Is(err, ErrChangedElsewhere) {
				t.Fatalf("%s: %v", name, err)
			}
		}
		try(t, d.file.Discard())
		if err := d.retitle("too late"); !errors.Is(err, os.ErrClosed) {
			t.Fatal(err)
		}
		if got := title(mustRead(t, path)); got != "theirs" {
			t.Errorf("%s: the card says %q", name, got)
		}
	}
}

// A batch that waits takes what comes later, and only the last of what is
// written twice.
func TestTypingIsOneEntry(t *testing.T) {
	path := newFile(t, small())
	d := openDocument(t, path)
	try(t, d.retitle("a"))
	for _, s := range []string{"ab", "abc", "abcd"} {
		try(t, d.more(func(e *journey.Edit) {
			c, _ := journey.Get[journey.Card](d.project, "card")
			c.Title = s
			e.Put(c)
		}))
		if len(s) == 3 {
			try(t, d.file.Flush(context.Background()))
		}
	}
	tx, err := d.file.Load(1)
	if err != nil || len(tx.Changes) != 1 || tx.Changes[0].After.(journey.Card).Title != "abcd" {
		t.Fatalf("%v, %v", tx, err)
	}
	try(t, d.file.Close())
	d = openDocument(t, path)
	if got := title(d.project); got != "abcd" || len(d.done) != 1 {
		t.Fatalf("%q, %d entries", got, len(d.done))
	}
	try(t, d.undo())
	if got := title(d.project); got != "Compares prices" {
		t.Fatalf("undone: %q", got)
	}
	try(t, d.file.Close())
}

// What is no entry is refused and queues nothing.
func TestAppendRefusesWhatIsNoEntry(t *testing.T) {
	d := openDocument(t, newFile(t, small()))
	defer d.file.Close()
	for _, e := range []journey.Entry{{}, {Seq: -1}, {Seq: 1, Undo: 3}, {Seq: 1, Undo: journey.Undid}, {Seq: 1, Undo: journey.Redid, Of: 1}, {Seq: 2, Undo: journey.Undid, Of: 3}} {
		if err := d.file.Append(e, nil); err == nil {
			t.Errorf("%+v was taken", e)
		}
	}
	if h := d.file.History(); len(h) > 0 {
		t.Error(h)
	}
	if _, err := d.file.Load(7); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
