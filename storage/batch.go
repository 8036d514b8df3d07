package storage

import (
	"maps"
	"slices"
	"time"

	"throughline/journey"
)

// batch is what waits to be written, all of it in one transaction. Of two
// writes to one thing only the later is left.
type batch struct {
	blobs    map[string][]byte
	rows     map[rowKey]journey.Row // nil: to be deleted
	entries  map[int64]journey.Entry
	versions []Version
}

// rowKey is where a row is kept. id is a string, except in a damaged file.
type rowKey struct {
	kind journey.Kind
	id   any
}

func newBatch() *batch {
	return &batch{blobs: map[string][]byte{}, rows: map[rowKey]journey.Row{}, entries: map[int64]journey.Entry{}}
}

func (b *batch) empty() bool {
	return len(b.blobs) == 0 && len(b.rows) == 0 && len(b.entries) == 0 && len(b.versions) == 0
}

// change adds the writes that make changes.
func (b *batch) change(changes []journey.Change) {
	for _, c := range changes {
		if c.Before != nil {
			b.rows[keyOf(c.Before)] = nil
		}
		if c.After != nil {
			b.rows[keyOf(c.After)] = c.After
		}
	}
}

func keyOf(r journey.Row) rowKey { return rowKey{r.Kind(), string(r.RowID())} }

// add adds what came later.
func (b *batch) add(later *batch) {
	maps.Copy(b.blobs, later.blobs)
	maps.Copy(b.rows, later.rows)
	maps.Copy(b.entries, later.entries)
	b.versions = append(b.versions, later.versions...)
}

// clone is a copy that stays as it is.
func (b *batch) clone() *batch {
	c := newBatch()
	c.add(b)
	return c
}

// put writes b. It runs in a transaction of its caller's. Deletions come first,
// in case a damaged file has one ID in two spellings.
func (d *database) put(b *batch) error {
	for hash, bytes := range b.blobs {
		if err := d.putBlob(hash, bytes); err != nil {
			return err
		}
	}
	for k, r := range b.rows {
		if r == nil {
			if err := d.run(tableOf[k.kind].remove, k.id); err != nil {
				return err
			}
		}
	}
	for k, r := range b.rows {
		if r != nil {
			t := tableOf[k.kind]
			if err := d.run(t.upsert, t.args(r)...); err != nil {
				return err
			}
		}
	}
	for _, seq := range slices.Sorted(maps.Keys(b.entries)) {
		if err := d.putEntry(b.entries[seq]); err != nil {
			return err
		}
	}
	for _, v := range b.versions {
		if err := d.run(`INSERT INTO "version"(seq, at, name) VALUES(?, ?, ?)`, v.Seq, v.At.UnixMilli(), v.Name); err != nil {
			return err
		}
	}
	return nil
}

// putBlob writes bytes unless they are there.
func (d *database) putBlob(hash string, bytes []byte) error {
	if bytes == nil {
		bytes = []byte{} // nil would be NULL
	}
	return d.run(`INSERT INTO "blob"(hash, bytes) VALUES(?, ?) ON CONFLICT(hash) DO NOTHING`, hash, bytes)
}

func (d *database) putEntry(e journey.Entry) error {
	changes, err := encodeChanges(e.Changes)
	if err != nil {
		return err
	}
	return d.run(`INSERT INTO "log"(seq, at, label, undo, of, changes) VALUES(?, ?, ?, ?, ?, ?)
		ON CONFLICT(seq) DO UPDATE SET at=excluded.at, label=excluded.label, undo=excluded.undo, of=excluded.of, changes=excluded.changes`,
		e.Seq, e.At.UnixMilli(), e.Label, e.Undo, e.Of, changes)
}

// atMilli is a time as the file keeps it.
func atMilli(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
