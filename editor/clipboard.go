package editor

import (
	"fmt"
	"slices"

	"throughline/journey"
)

// Clipboard is the system's, of which a program has text only.
type Clipboard interface {
	Get() string
	Set(string)
}

// Shelf keeps what a text in the clipboard stands for: cards with all that they
// are, where the text is only what a spreadsheet can take of them. A text that
// somebody else put there stands for nothing but itself.
type Shelf interface {
	// Put keeps a form under a key and may forget what it kept before.
	Put(key string, form []byte)
	Get(key string) ([]byte, bool)
}

// Blobs has the bytes of the document's media, and takes more.
type Blobs interface {
	journey.Blobs
	AddBlob([]byte) string
}

// SetClipboard has the editor use the system's clipboard, a shelf beside it, and
// the bytes of its file.
func (e *Editor) SetClipboard(c Clipboard, s Shelf, b Blobs) {
	e.clipboard, e.shelf, e.blobs = c, s, b
}

// memoryClipboard serves where there is no system's.
type memoryClipboard struct{ text string }

// Get is the text that was set last.
func (c *memoryClipboard) Get() string { return c.text }

// Set keeps a text.
func (c *memoryClipboard) Set(s string) { c.text = s }

// memoryShelf keeps one form for the editors of one program.
type memoryShelf struct {
	key  string
	form []byte
}

// Put keeps a form in place of the one before.
func (s *memoryShelf) Put(key string, form []byte) { s.key, s.form = key, form }

// Get is the form that was kept, when it is under that key.
func (s *memoryShelf) Get(key string) ([]byte, bool) { return s.form, s.form != nil && key == s.key }

// memoryBlobs serves a document without a file.
type memoryBlobs struct{ journey.MemoryBlobs }

// AddBlob keeps bytes and returns their hash.
func (b memoryBlobs) AddBlob(data []byte) string { return b.Add(data) }

// canCopy reports whether something is selected that can be copied.
func canCopy(e *Editor) bool {
	return e.tally().count(journey.KindCard, journey.KindNote)+e.tally().count(wholes...) > 0
}

// copying is what of the selection is copied: its cards and notes, or else the
// stages, steps or lanes, each with all that stands in it.
func (e *Editor) copying() []journey.Row {
	t := e.tally()
	kinds := []journey.Kind{journey.KindCard, journey.KindNote}
	if t.count(kinds...) == 0 {
		kinds = nil
		if i := slices.IndexFunc(wholes, func(k journey.Kind) bool { return t.count(k) > 0 }); i >= 0 {
			kinds = wholes[i : i+1]
		}
	}
	var out []journey.Row
	for _, id := range e.sel.ids {
		if r, ok := e.Doc.Project().Row(id); ok && slices.Contains(kinds, r.Kind()) {
			out = append(out, r)
		}
	}
	return out
}

// copySelected copies what of the selection can be copied: as a text that a
// spreadsheet takes, and on the shelf with all that it is.
func (e *Editor) copySelected() error {
	rows := e.copying()
	if len(rows) == 0 {
		return nil
	}
	var c clip
	if k := rows[0].Kind(); slices.Contains(wholes, k) {
		c = e.copiedWhole(k, rows)
	} else {
		c = e.copied(e.SelectedCards(), selected[journey.Note](e))
	}
	form, err := c.form()
	if err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	text := c.table()
	e.clipboard.Set(text)
	e.shelf.Put(journey.Hash([]byte(text)), form)
	return nil
}

// cutSelected copies what of the selection can be copied and deletes it. What is
// locked stays, and then nothing is cut.
func (e *Editor) cutSelected() error {
	var ids []journey.ID
	for _, r := range e.copying() {
		if err := e.keeps(r); err != nil {
			return err
		}
		ids = append(ids, r.RowID())
	}
	if err := e.copySelected(); err != nil {
		return err
	}
	return e.Delete(ids...)
}

// clipOf is what the text of the clipboard stands for. Plain, it is its words,
// line by line.
func (e *Editor) clipOf(text string, plain bool) (clip, error) {
	if !plain && len(text) <= mostTable {
		if form, ok := e.shelf.Get(journey.Hash([]byte(text))); ok {
			if p, blobs, _, err := journey.ReadJSON(form); err == nil {
				return ofProject(p, blobs), nil
			}
		}
	}
	rows, err := readTable(text)
	if err != nil {
		return clip{}, err
	}
	return ofTable(rows, plain), nil
}
