package window

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"throughline/editor"
	"throughline/journey"
)

// clipboard is the system's, for the editor.
type clipboard struct{ fyne.Clipboard }

// Get is what the clipboard holds.
func (c clipboard) Get() string { return c.Content() }

// Set puts a text into the clipboard.
func (c clipboard) Set(s string) { c.SetContent(s) }

// shelf keeps what was copied last in a file of the user's own, so that the
// windows of all running programs can paste it. It is a cache: what cannot be
// written or read is done without.
type shelf struct{ folder string }

// mostShelf is the longest form that is read back, bytes.
const mostShelf = 64 << 20

// newShelf is the shelf of the user.
func newShelf() shelf {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return shelf{filepath.Join(dir, "throughline", "copied")}
}

// Put keeps a form and forgets those before.
func (s shelf) Put(key string, form []byte) {
	if os.MkdirAll(s.folder, 0o700) != nil {
		return
	}
	old, _ := filepath.Glob(filepath.Join(s.folder, "*.json"))
	name := filepath.Join(s.folder, key+".json")
	if os.WriteFile(name+".new", form, 0o600) != nil || os.Rename(name+".new", name) != nil {
		os.Remove(name + ".new")
		return
	}
	for _, f := range old {
		if f != name {
			os.Remove(f)
		}
	}
}

// Get is the form under a key.
func (s shelf) Get(key string) ([]byte, bool) {
	f, err := os.Open(filepath.Join(s.folder, filepath.Base(key)+".json"))
	if err != nil {
		return nil, false
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, mostShelf+1))
	return b, err == nil && len(b) <= mostShelf
}

// askPasting asks whether a paste may add to the map, while one waits for a word.
func (w *Window) askPasting(doc *document) {
	p, waits := doc.editor.Pasting()
	if !waits && w.pasting != nil { // something else was done
		w.pasting.close()
		w.pasting = nil
	}
	if !waits || w.pasting != nil {
		return
	}
	answer := func(f func()) func() {
		return func() {
			if d := w.pasting; d != nil {
				w.pasting = nil
				d.close()
			}
			f()
		}
	}
	yes := w.button("Paste", true, answer(doc.editor.Agree))
	title := "Paste " + count(p.Cards, "card")
	if p.Whole != "" {
		title = "Paste " + count(p.Rows, string(p.Whole))
	}
	w.pasting = w.ask(title, fyne.NewSize(420, 0), wrapped(pastingWords(p)), answer(doc.editor.Decline),
		w.button("Cancel", false, w.escape), yes)
	w.win.Canvas().Focus(yes)
}

// pastingWords says what a paste would add, and why.
func pastingWords(p editor.Pasting) string {
	says := []string{tr("There is more in the clipboard than the map has room for.")}
	switch p.Whole {
	case journey.KindLane:
		says[0] = tr("The lanes were copied from a map with more stages.")
	case journey.KindStage, journey.KindStep:
		says[0] = tr("The map has no lane for some of what was copied.")
	}
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			says = append(says, tr(one))
		case n > 1:
			says = append(says, tr(fmt.Sprintf(many, n)))
		}
	}
	add(p.Stages, "This adds 1 stage.", "This adds %d stages.")
	add(p.Steps, "This adds 1 step.", "This adds %d steps.")
	add(p.Lanes, "This adds 1 lane.", "This adds %d lanes.")
	return strings.Join(says, " ")
}
