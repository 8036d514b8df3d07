package editor_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"throughline/editor"
	"throughline/journey"
	"throughline/journey/journeytest"
	"throughline/storage"
)

// life is a document and its file over several sessions.
type life struct {
	t    *rapid.T
	path string
	file *storage.File
	d    *editor.Document
	g    *editor.Gesture
	n    int // of the rows made so far
	// what undo and redo should lead to: states[at] is now
	states []*journey.Project
	labels []string // labels[i] leads from states[i] to states[i+1]
	at     int
}

func (l *life) try(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}

func (l *life) open() {
	l.t.Helper()
	f, err := storage.Open(l.path, storage.Options{})
	l.try(err)
	l.file = f
	l.d = editor.Open(f.Project(), f.History(), f, journey.CountedIDs("new"), func() time.Time { return time.Unix(1e9, 0) })
}

// kept notes a step, unless nothing changed.
func (l *life) kept(label string) {
	if p := l.d.Project(); !p.Equal(l.states[l.at]) {
		l.states = append(l.states[:l.at+1], p)
		l.labels = append(l.labels[:l.at], label)
		l.at++
	}
}

// settled notes that a gesture, if one was open, has been kept.
func (l *life) settled() {
	if l.g != nil {
		l.kept("gesture")
		l.g = nil
	}
}

// cut notes that there is nothing to do again.
func (l *life) cut() { l.states, l.labels = l.states[:l.at+1], l.labels[:l.at] }

func (l *life) change(e *journey.Edit) error {
	for range rapid.IntRange(0, 3).Draw(l.t, "changes") {
		journeytest.Step(l.t, e, &l.n)
	}
	return nil
}

// step does one thing that a session may do.
func (l *life) step() {
	l.t.Helper()
	switch k := rapid.IntRange(0, 15).Draw(l.t, "step"); {
	case k < 4:
		l.settled()
		l.try(l.d.Do("edit", l.change))
		l.kept("edit")
	case k < 6:
		l.settled()
		g, err := l.d.Begin("gesture")
		l.try(err)
		l.g = g
	case k < 9 && l.g != nil:
		l.try(l.g.Update(l.change))
	case k == 9 && l.g != nil:
		was := l.d.Seq()
		l.try(l.g.Save())
		if l.d.Seq() > was {
			l.cut()
		}
	case k == 10 && l.g != nil:
		l.try(l.g.Commit())
		l.settled()
	case k == 11 && l.g != nil:
		l.try(l.g.Cancel())
		l.g = nil
	case k < 13:
		l.undo()
	case k < 15:
		l.settled()
		label, err := l.d.Redo()
		if l.at+1 == len(l.states) {
			if !errors.Is(err, editor.ErrNothing) {
				l.t.Fatalf("redo of nothing is %v", err)
			}
			return
		}
		l.try(err)
		if label != l.labels[l.at] {
			l.t.Fatalf("redo says %q, want %q", label, l.labels[l.at])
		}
		l.at++
	default:
		l.reopen()
	}
}

func (l *life) undo() {
	l.t.Helper()
	if l.g != nil && l.d.Project().Equal(l.states[l.at]) { // it did nothing: undo only ends it
		_, err := l.d.Undo()
		l.try(err)
		l.g = nil
		return
	}
	l.settled()
	label, err := l.d.Undo()
	if l.at == 0 {
		if !errors.Is(err, editor.ErrNothing) {
			l.t.Fatalf("undo of nothing is %v", err)
		}
		return
	}
	l.try(err)
	l.at--
	if label != l.labels[l.at] {
		l.t.Fatalf("undo says %q, want %q", label, l.labels[l.at])
	}
}

func (l *life) reopen() {
	l.t.Helper()
	l.try(l.d.Settle())
	l.settled()
	l.try(l.file.Close())
	l.open()
}

// check compares memory with what there should be, and the file with memory.
func (l *life) check() {
	l.t.Helper()
	if l.g != nil {
		return
	}
	p := l.d.Project()
	if !p.Equal(l.states[l.at]) {
		l.t.Fatalf("state %d of %d is not as it was: %v", l.at, len(l.states), journey.Diff(l.states[l.at], p).Changes)
	}
	if l.at > 0 && l.d.UndoLabel() != l.labels[l.at-1] || l.at == 0 && l.d.UndoLabel() != "" {
		l.t.Fatalf("undo would say %q at %d of %q", l.d.UndoLabel(), l.at, l.labels)
	}
	if l.at < len(l.labels) && l.d.RedoLabel() != l.labels[l.at] || l.at == len(l.labels) && l.d.RedoLabel() != "" {
		l.t.Fatalf("redo would say %q at %d of %q", l.d.RedoLabel(), l.at, l.labels)
	}
	l.try(l.file.Flush(context.Background()))
	r, err := storage.Read(l.path)
	l.try(err)
	defer r.Close()
	if got := r.Project(); !got.Equal(p) || len(r.Problems()) > 0 {
		l.t.Fatalf("the file differs: %v %v", journey.Diff(p, got).Changes, r.Problems())
	}
}

// checks sets how many runs a property gets, unless the flag says.
func checks(t *testing.T, n string) {
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue {
		if err := f.Value.Set(n); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Value.Set(f.DefValue) })
	}
}

// Whatever is done, undone, done again, begun, written, kept and given up, over
// however many sessions: the file holds what memory holds, undoing all is the
// first project and doing all again the last.
func TestMemoryIsTheFile(t *testing.T) {
	checks(t, "60")
	folder := t.TempDir()
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		l := &life{t: rt, path: filepath.Join(folder, fmt.Sprint(runs, ".journey")), n: 1000}
		first := journeytest.Project().Draw(rt, "project")
		l.states = []*journey.Project{first}
		l.try(storage.Create(l.path, first, nil))
		l.open()
		for range rapid.IntRange(1, 24).Draw(rt, "steps") {
			l.step()
			l.check()
		}
		l.reopen()
		l.check()
		for l.at > 0 {
			l.undo()
		}
		l.reopen()
		l.check()
		if !l.d.Project().Equal(first) {
			rt.Fatal("undoing all is not the beginning")
		}
		for l.at+1 < len(l.states) {
			_, err := l.d.Redo()
			l.try(err)
			l.at++
		}
		l.check()
		l.try(l.file.Close())
		l.try(os.Remove(l.path))
	})
}
