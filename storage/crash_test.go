package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"throughline/journey"
)

// A crash within a second of an edit loses nothing of it, and it can be undone.
func TestAnEditSurvivesACrash(t *testing.T) {
	path := newFile(t, small())
	other := start(t, "append", path)
	if other.said != "ready\n" {
		t.Fatal(other.said)
	}
	time.Sleep(time.Second)
	other.kill()
	d := openDocument(t, path)
	defer d.file.Close()
	if got := title(d.project); got != "typed just before the crash" {
		t.Fatalf("the card says %q", got)
	}
	try(t, d.undo())
	if got := title(d.project); got != "Compares prices" {
		t.Fatalf("undone, the card says %q", got)
	}
}

// The second to open a file may read it, and is told who has it. After the
// first has closed it, or crashed, the next has it.
func TestOneProgramWrites(t *testing.T) {
	path := newFile(t, small())
	other := start(t, "close", path)
	link := filepath.Join(t.TempDir(), "other name.journey")
	if os.Symlink(path, link) != nil { // Windows lets not everybody
		link = path
	}
	f, err := Open(link, Options{})
	try(t, err)
	readOnly, why := f.ReadOnly()
	var locked *LockedError
	if !readOnly || !errors.As(why, &locked) || locked.PID != other.Process.Pid || !errors.Is(why, ErrLocked) {
		t.Fatalf("second opener: %v, %v", readOnly, why)
	}
	if err := f.Append(journey.Entry{Seq: 1}, nil); !errors.Is(err, ErrReadOnly) {
		t.Fatalf("append: %v", err)
	}
	if err := f.Keep("now"); !errors.Is(err, ErrReadOnly) {
		t.Fatalf("keep: %v", err)
	}
	hash := f.AddBlob([]byte("picture"))
	if b, err := f.Blob(hash); err != nil || string(b) != "picture" {
		t.Fatalf("blob: %v", err)
	}
	try(t, f.SaveCopy(filepath.Join(t.TempDir(), "copy.journey")))
	if err := start(t, "close", path).said; !strings.HasPrefix(err, "read-only: "+ErrLocked.Error()) {
		t.Fatalf("third opener: %s", err)
	}
	try(t, f.Close())
	try(t, f.Close())
	other.in.Close()
	try(t, other.Wait())
	if got := names(t, filepath.Dir(path)); !slices.Equal(got, []string{"retail.journey"}) {
		t.Fatalf("closed, there is %v", got)
	}
	other = start(t, "hold", path)
	if other.said != "ready\n" {
		t.Fatalf("after closing: %s", other.said)
	}
	other.kill()
	if _, err := os.Stat(lockPath(path)); err != nil {
		t.Fatal("the crash left no lock file, so this tests nothing")
	}
	d := openDocument(t, path)
	try(t, d.retitle("taken over"))
	try(t, d.file.Close())
	if got := names(t, filepath.Dir(path)); !slices.Equal(got, []string{"retail.journey"}) {
		t.Fatalf("closed, there is %v", got)
	}
}

// A lock file that is removed and made again between two steps of an opener
// never lets two in.
func TestTwoNeverHaveTheLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.journey")
	has := make(chan struct{}, 1)
	var stop []chan struct{}
	for range 8 {
		done := make(chan struct{})
		stop = append(stop, done)
		go func() {
			defer close(done)
			for range 300 {
				l, err := acquire(path)
				if err != nil {
					continue
				}
				select {
				case has <- struct{}{}:
					<-has
				default:
					t.Error("two have it")
				}
				l.release()
			}
		}()
	}
	for _, s := range stop {
		<-s
	}
}
