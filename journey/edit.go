package journey

import (
	"maps"
	"slices"
)

// Edit collects the changes of one command. It reads as a project that already
// has them. An Edit belongs to one goroutine.
type Edit struct {
	base    *Project
	now     *Project // private until Project hands it out
	ownRows [shards]bool
	ownAt   [shards]bool
	ownList map[Place]bool // lists that no handed-out Project shares
	touched []ID
	seen    map[ID]bool
	ids     IDs
}

// Edit begins a change of p. ids names new rows; it may be nil when none are
// made.
func (p *Project) Edit(ids IDs) *Edit {
	now := *p
	return &Edit{base: p, now: &now, ids: ids, seen: map[ID]bool{}, ownList: map[Place]bool{}}
}

// NewID is an ID that no row of the project has.
func (e *Edit) NewID() ID {
	for {
		id := e.ids()
		if _, taken := e.now.Row(id); !taken && id != "" {
			return id
		}
	}
}

// Project is the project with the changes so far. It is immutable as any
// other; the edit may go on.
func (e *Edit) Project() *Project {
	p := *e.now
	e.ownRows, e.ownAt = [shards]bool{}, [shards]bool{}
	clear(e.ownList)
	return &p
}

// Row is the row of the given ID, as the edit has it so far.
func (e *Edit) Row(id ID) (Row, bool) { return e.now.Row(id) }

// Now is the project with the changes so far, for reading only and only until
// the next change; Project is the one to keep.
func (e *Edit) Now() *Project { return e.now }

// Put adds r, or replaces the row that has its ID.
func (e *Edit) Put(r Row) {
	id := r.RowID()
	old, had := e.now.Row(id)
	if had && old == r {
		return
	}
	e.touch(id)
	if had {
		old.places(func(pl Place) { e.unlist(pl, old) })
	} else {
		e.now.n++
	}
	e.shard(id)[id] = r
	r.places(func(pl Place) { e.list(pl, r) })
}

// drop removes one row and nothing that depends on it.
func (e *Edit) drop(id ID) {
	old, had := e.now.Row(id)
	if !had {
		return
	}
	e.touch(id)
	e.now.n--
	delete(e.shard(id), id)
	old.places(func(pl Place) { e.unlist(pl, old) })
}

func (e *Edit) touch(id ID) {
	if !e.seen[id] {
		e.seen[id] = true
		e.touched = append(e.touched, id)
	}
}

// shard is the table that id stands in, copied before its first change.
func (e *Edit) shard(id ID) map[ID]Row {
	i := shardOf(id)
	if !e.ownRows[i] {
		e.ownRows[i] = true
		if m := maps.Clone(e.now.rows[i]); m != nil {
			e.now.rows[i] = m
		} else {
			e.now.rows[i] = map[ID]Row{}
		}
	}
	return e.now.rows[i]
}

// lists is the table that pl stands in, copied before its first change.
func (e *Edit) lists(pl Place) map[Place][]Row {
	i := shardAt(pl)
	if !e.ownAt[i] {
		e.ownAt[i] = true
		if m := maps.Clone(e.now.at[i]); m != nil {
			e.now.at[i] = m
		} else {
			e.now.at[i] = map[Place][]Row{}
		}
	}
	return e.now.at[i]
}

// own is the list at pl, copied before its first change.
func (e *Edit) own(pl Place) []Row {
	s := e.now.siblings(pl)
	if !e.ownList[pl] {
		e.ownList[pl] = true
		s = slices.Clone(s)
	}
	return s
}

func (e *Edit) list(pl Place, r Row) {
	s := e.own(pl)
	i, _ := slices.BinarySearchFunc(s, r, bySibling)
	e.lists(pl)[pl] = slices.Insert(s, i, r)
}

func (e *Edit) unlist(pl Place, r Row) {
	s := e.own(pl)
	i, ok := slices.BinarySearchFunc(s, r, bySibling)
	if !ok {
		return
	}
	if s = slices.Delete(s, i, i+1); len(s) > 0 {
		e.lists(pl)[pl] = s
		return
	}
	delete(e.lists(pl), pl)
	delete(e.ownList, pl)
}

// Tx is the edit as a transaction; rows that ended as they began are left out.
func (e *Edit) Tx(label string) Tx {
	t := Tx{Label: label}
	for _, id := range e.touched {
		b, _ := e.base.Row(id)
		a, _ := e.now.Row(id)
		if b != a {
			t.Changes = append(t.Changes, Change{Before: b, After: a})
		}
	}
	return t
}
