package editor_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"throughline/journey"
)

// memory is a log that keeps rows and entries as a file does, and can be made
// to refuse.
type memory struct {
	rows    map[journey.ID]journey.Row
	entries map[int64]journey.Entry
	refuse  error // what Append says, when it is set
}

func newMemory(p *journey.Project) *memory {
	m := &memory{rows: map[journey.ID]journey.Row{}, entries: map[int64]journey.Entry{}}
	for r := range p.All() {
		m.rows[r.RowID()] = r
	}
	return m
}

func (m *memory) ReadOnly() (bool, error) { return false, nil }

func (m *memory) Append(e journey.Entry, write []journey.Change) error {
	if m.refuse != nil {
		return m.refuse
	}
	for _, c := range write {
		if c.Before != nil {
			delete(m.rows, c.Before.RowID())
		}
		if c.After != nil {
			m.rows[c.After.RowID()] = c.After
		}
	}
	m.entries[e.Seq] = e
	return nil
}

func (m *memory) Load(seq int64) (journey.Tx, error) {
	e, ok := m.entries[seq]
	if !ok {
		return journey.Tx{}, fmt.Errorf("no entry %d", seq)
	}
	return journey.Tx{Label: e.Label, Changes: e.Changes}, nil
}

// history is the entries without what they changed, as a file gives them.
func (m *memory) history() []journey.Entry {
	out := slices.Collect(maps.Values(m.entries))
	slices.SortFunc(out, func(a, b journey.Entry) int { return cmp.Compare(a.Seq, b.Seq) })
	for i := range out {
		out[i].Changes = nil
	}
	return out
}

// project is what would be read back.
func (m *memory) project() *journey.Project {
	e := journey.New().Edit(nil)
	for _, r := range m.rows {
		e.Put(r)
	}
	return e.Project()
}
