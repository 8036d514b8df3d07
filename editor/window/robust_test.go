package window

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"throughline/export"
	"throughline/journey"
	"throughline/storage"
)

// What a person cannot time: these tests talk to a window in this process.

// says waits until the words are somewhere in what is shown above the map or in
// its place.
func says(t *testing.T, w *Window, words string) {
	t.Helper()
	var all string
	eventually(t, words, func() bool {
		do(func() {
			all = read(w.snack) + read(w.place) + read(w.win.Canvas().Overlays().Top())
			if w.start != nil {
				all += read(w.start.root)
			}
		})
		return strings.Contains(all, words)
	})
}

// read is all words of an object.
func read(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case nil:
		return ""
	case *canvas.Text:
		return o.Text + " "
	case *widget.Label:
		return o.Text + " "
	case *container.Scroll:
		return read(o.Content)
	case *dialog:
		return read(o.panel)
	case *fyne.Container:
		all := ""
		for _, x := range o.Objects {
			all += read(x)
		}
		return all
	}
	return ""
}

// opens shows a file and waits for it.
func opens(t *testing.T, w *Window, path string) {
	t.Helper()
	do(func() { w.Open(path) })
	untilSharp(t, w, path)
}

// rename changes the title of a card in the window's map.
func rename(w *Window, from, to string) {
	do(func() {
		w.doc.editor.Doc.Do("Rename", func(e *journey.Edit) error {
			for r := range e.Now().All() {
				if c, ok := r.(journey.Card); ok && c.Title == from {
					c.Title = to
					e.Put(c)
				}
			}
			return nil
		})
	})
}

func TestSentencesInsteadOfAMap(t *testing.T) {
	needWindow(t)
	folder := t.TempDir()
	other := filepath.Join(folder, "other.journey")
	must(t, os.WriteFile(other, []byte("not a map"), 0o600))
	for path, words := range map[string]string{
		filepath.Join(folder, "none.journey"): "“none.journey” is not there any more.",
		other:                                 "“other.journey” is not a Throughline file.",
	} {
		w := newWindow(t, kit(t))
		do(func() { w.Start(path) })
		says(t, w, words)
		do(func() { // nothing of this may fail without a map
			w.saveAsDialog()
			w.exportDialog()
			w.Print()
			w.SaveAs(filepath.Join(folder, "x.journey"))
			w.Export(filepath.Join(folder, "x.pdf"), export.Formats[0], export.DefaultOptions(), nil)
			w.mapMenu()
			w.zoomMenu()
			w.refresh()
			w.openDialog()
			w.escape()
		})
		do(func() { w.NewFrom("blank") })
		eventually(t, "a map", func() (ok bool) { do(func() { ok = w.doc != nil }); return ok })
	}
}

func TestTheStatusLineSaysWhatIsSaved(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	saved := func() (s string) { do(func() { s = w.status.saved.Text }); return s }
	eventually(t, "that all is saved", func() bool { return saved() == "All changes saved" })
	rename(w, "Neighbour’s bike", "Another bike")
	if s := saved(); s != "Saving" {
		t.Errorf("right after an edit: %q", s)
	}
	eventually(t, "when all was saved", func() bool { return strings.HasPrefix(saved(), "All changes saved, ") })
	if s := w.status.selected.Text; s != "111 cards" {
		t.Errorf("cards: %q", s)
	}
}

func TestTheLastFileAskedForIsShown(t *testing.T) {
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	one, two := sample(t, filepath.Join(folder, "one.journey")), sample(t, filepath.Join(folder, "two.journey"))
	release := make(chan bool)
	do(func() {
		w.open("A slow one", func(*progress) (*document, error) {
			<-release
			return w.load(one, w.look.colors)
		}, nil)
	})
	opens(t, w, two)
	close(release)
	eventually(t, "the slow one closed", func() bool { return free(t, one) })
	do(func() {
		if !w.shows(two) {
			t.Error("a file that was asked for earlier took the place of a later one")
		}
	})
	do(func() { w.Open(two) }) // again: nothing is read, nothing is locked
	says(t, w, "“two.journey” is open already.")
}

// free reports whether nobody has a file open for writing.
func free(t *testing.T, path string) bool {
	t.Helper()
	f, err := storage.Open(path, storage.Options{})
	must(t, err)
	defer f.Close()
	only, _ := f.ReadOnly()
	return !only
}

func TestClosingWhileATaskRuns(t *testing.T) {
	w := newWindow(t, kit(t))
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	opens(t, w, path)
	rename(w, "Neighbour’s bike", "Another bike")
	ended := make(chan error, 1)
	do(func() {
		w.doc.use.Add(1)
		doc := w.doc
		w.task("For ever", func(p *progress) error {
			defer doc.use.Done()
			<-p.Done()
			ended <- p.Err()
			return p.Err()
		})
	})
	do(w.win.Close)
	do(w.closed) // once more, as when Show comes back
	select {
	case <-ended:
	default:
		t.Error("the task still runs")
	}
	if !free(t, path) || !hasCard(inFile(t, path), "Another bike") {
		t.Error("the file was not closed with all that was done")
	}
}

func TestATaskCanBeCancelled(t *testing.T) {
	w := newWindow(t, kit(t))
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	ended := make(chan error, 1)
	do(func() {
		w.task("Waiting", func(p *progress) error {
			for i := 0; p.Err() == nil; i++ {
				p.Set(float64(i%100) / 100)
				time.Sleep(time.Millisecond)
			}
			ended <- p.Err()
			return p.Err()
		})
	})
	says(t, w, "Waiting")
	do(w.escape)
	if err := <-ended; err == nil {
		t.Error("no error")
	}
	eventually(t, "no dialog", func() (ok bool) { do(func() { ok = w.win.Canvas().Overlays().Top() == nil }); return ok })
}

func TestExportingWhatWasThereWhileItIsEdited(t *testing.T) {
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	opens(t, w, sample(t, filepath.Join(folder, "bike.journey")))
	out := filepath.Join(folder, "out.json")
	f, _ := export.ForFile(out)
	started, edited := make(chan bool), make(chan bool)
	slow := f
	slow.Write = func(ctx context.Context, to io.Writer, j *export.Job) ([]string, error) {
		close(started)
		<-edited
		return f.Write(ctx, to, j)
	}
	do(func() { w.Export(out, slow, export.DefaultOptions(), nil) })
	<-started
	rename(w, "Neighbour’s bike", "Another bike")
	opens(t, w, sample(t, filepath.Join(folder, "two.journey"))) // and even closed
	close(edited)
	says(t, w, "Exported “out.json”.")
	b, err := os.ReadFile(out)
	must(t, err)
	if !strings.Contains(string(b), "Neighbour’s bike") || strings.Contains(string(b), "Another bike") {
		t.Error("the export does not hold what was there when it began")
	}
}

func TestAFileThatVanishes(t *testing.T) {
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	path := sample(t, filepath.Join(folder, "bike.journey"))
	opens(t, w, path)
	must(t, os.Remove(path))
	rename(w, "Neighbour’s bike", "Another bike")
	says(t, w, "“bike.journey” is not there any more.")
	eventually(t, "the status line", func() (ok bool) {
		do(func() { ok = w.status.saved.Text == "Not saved. Use Save as to keep your work" })
		return ok
	})

	// it is not left without a question
	left := false
	do(func() { w.leaving(func() { left = true }) })
	says(t, w, "Not saved")
	do(w.escape)
	do(func() {
		if left {
			t.Error("Cancel has left the file")
		}
	})

	// and what was done can be saved elsewhere
	other := filepath.Join(folder, "other.journey")
	do(func() { w.SaveAs(other) })
	untilSharp(t, w, other)
	if !hasCard(inFile(t, other), "Another bike") {
		t.Error("the copy lacks what was done after the file had gone")
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file that was removed is there again: %v", err)
	}
}

func TestSaveAsWhileEditing(t *testing.T) {
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	opens(t, w, sample(t, filepath.Join(folder, "bike.journey")))
	other := filepath.Join(folder, "other.journey")
	do(func() { w.SaveAs(other) })
	rename(w, "Neighbour’s bike", "Another bike") // the copy may have been made by now
	untilSharp(t, w, other)
	eventually(t, "the edit in the copy", func() bool { return hasCard(inFile(t, other), "Another bike") })
	do(func() { w.SaveAs(other) })
	says(t, w, "All changes are in “other.journey” already.")
}

func TestClosingAFileIsQuickForTheWindow(t *testing.T) {
	w := newWindow(t, kit(t))
	folder := t.TempDir()
	opens(t, w, sample(t, filepath.Join(folder, "bike.journey")))
	rename(w, "Neighbour’s bike", "Another bike")
	do(func() {
		doc := w.doc
		w.doc = nil
		from := time.Now()
		w.letGo(doc)
		took := time.Since(from)
		from = time.Now()
		w.closing.Wait()
		t.Logf("letting go took %v, closing in the background %v", took, time.Since(from))
		if took > 50*time.Millisecond {
			t.Errorf("the window was held up for %v", took)
		}
	})
}
