package cli

import (
	"context"
	"crypto/rand"

	"throughline/export"
	"throughline/journey"
	"throughline/storage"
)

// savePreset keeps options in a .journey file under a name, in place of those
// that had it.
func savePreset(ctx context.Context, path, name string, o export.Options, format export.Format) error {
	f, err := storage.Open(path, storage.Options{})
	if err != nil {
		return err
	}
	defer f.Close()
	if readOnly, err := f.ReadOnly(); readOnly {
		return err
	}
	o.Format = format.Name
	e := f.Project().Edit(journey.RandomIDs(rand.Reader))
	export.KeepPreset(e, name, o)
	tx := e.Tx("Keep preset")
	if tx.Empty() {
		return nil
	}
	next := int64(1)
	if h := f.History(); len(h) > 0 {
		next = h[len(h)-1].Seq + 1
	}
	if err := f.Append(journey.Entry{Seq: next, Label: tx.Label, Changes: tx.Changes}, tx.Changes); err != nil {
		return err
	}
	return f.Flush(ctx)
}
