package journey

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
)

// Change replaces one row: Before is nil for a new row, After for a deleted one.
type Change struct{ Before, After Row }

// ID is the ID of the row that changes.
func (c Change) ID() ID { return c.row().RowID() }

// Kind is the kind of the row that changes.
func (c Change) Kind() Kind { return c.row().Kind() }

func (c Change) row() Row {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// Tx is what one command did: one step of undo, one entry of the file's log.
type Tx struct {
	Label   string   // what was done, for "Undo …": "Move card"
	Changes []Change // at most one a row
}

// Empty reports whether t changes nothing.
func (t Tx) Empty() bool { return len(t.Changes) == 0 }

// Invert is the transaction that takes t back.
func (t Tx) Invert() Tx {
	u := Tx{Label: t.Label, Changes: make([]Change, len(t.Changes))}
	for i, c := range t.Changes {
		u.Changes[len(t.Changes)-1-i] = Change{Before: c.After, After: c.Before}
	}
	return u
}

// Then is t and then u as one transaction, under t's label. Rows that end as
// they began drop out.
func (t Tx) Then(u Tx) Tx {
	out := Tx{Label: t.Label, Changes: slices.Clone(t.Changes)}
	at := make(map[ID]int, len(out.Changes))
	for i, c := range out.Changes {
		at[c.ID()] = i
	}
	for _, c := range u.Changes {
		if i, ok := at[c.ID()]; ok {
			out.Changes[i].After = c.After
			continue
		}
		at[c.ID()] = len(out.Changes)
		out.Changes = append(out.Changes, c)
	}
	out.Changes = slices.DeleteFunc(out.Changes, func(c Change) bool { return c.Before == c.After })
	return out
}

// ErrConflict says that a transaction was made against another project.
var ErrConflict = errors.New("row is not as the change expects")

// Apply is p after t. p itself does not change.
func (p *Project) Apply(t Tx) (*Project, error) {
	e := p.Edit(nil)
	for _, c := range t.Changes {
		id := c.ID()
		if have, _ := p.Row(id); have != c.Before {
			return nil, fmt.Errorf("apply %q: %s %s: %w", t.Label, c.Kind(), id, ErrConflict)
		}
		if c.After == nil {
			e.drop(id)
		} else {
			e.Put(c.After)
		}
	}
	return e.Project(), nil
}

// Diff is the transaction that makes q of p. Its changes come in the order of
// Project.Sorted. It costs what the difference costs, not what the projects do.
func Diff(p, q *Project) Tx {
	var t Tx
	for c := range changes(p, q) {
		t.Changes = append(t.Changes, c)
	}
	slices.SortFunc(t.Changes, func(a, b Change) int {
		if r := kindRank[a.Kind()] - kindRank[b.Kind()]; r != 0 {
			return r
		}
		return bySibling(a.row(), b.row())
	})
	return t
}

func sameMap(a, b map[ID]Row) bool {
	return reflect.ValueOf(a).Pointer() == reflect.ValueOf(b).Pointer()
}
