package storage

import (
	"fmt"
	"reflect"

	"throughline/journey"
)

// contents is what a file holds, put right.
type contents struct {
	project  *journey.Project
	problems []journey.Problem
	repair   []journey.Change // what Repair did
	fix      *batch           // what makes the file equal to project
	history  []journey.Entry
	version  int64 // SQLite's count of what other connections wrote
}

// load reads all but bodies of log entries and blobs.
func (d *database) load() (*contents, error) {
	c := &contents{fix: newBatch()}
	err := d.reading(func() (err error) {
		e := journey.New().Edit(nil)
		if err := d.rows(func(k rowKey, r journey.Row) { c.take(e, k, r) }); err != nil {
			return err
		}
		c.project = e.Project()
		if c.history, err = d.history(); err != nil {
			return err
		}
		c.version, err = d.number("PRAGMA data_version")
		return err
	})
	if err != nil {
		return nil, err
	}
	fixed, problems := journey.Repair(c.project)
	c.repair = journey.Diff(c.project, fixed).Changes
	c.fix.change(c.repair)
	c.project, c.problems = fixed, append(c.problems, problems...)
	return c, nil
}

// rows calls each for every row of every table.
func (d *database) rows(each func(rowKey, journey.Row)) error {
	for _, t := range tables {
		values := make([]any, len(t.columns))
		into := make([]any, len(values))
		for i := range values {
			into[i] = &values[i]
		}
		v := reflect.New(t.typ).Elem()
		err := d.query(t.all, nil, func(scan func(...any) error) error {
			if err := scan(into...); err != nil {
				return err
			}
			each(rowKey{t.kind, hashable(values[0])}, t.row(v, values))
			return nil
		})
		if err != nil {
			return fmt.Errorf("table %s: %w", t.kind, err)
		}
	}
	return nil
}

// hashable is id as something that a map can have as a key.
func hashable(id any) any {
	if b, ok := id.([]byte); ok {
		return string(b) // no column of ours has one, and so nothing finds it again
	}
	return id
}

// take puts one row into the project. The file allows what a project cannot
// have, the same ID in two tables or none; the later row gets another.
func (c *contents) take(e *journey.Edit, k rowKey, r journey.Row) {
	id := r.RowID()
	first, taken := e.Row(id)
	if !taken && id != "" {
		e.Put(r)
		return
	}
	if taken && first == r {
		return
	}
	name := id
	if name == "" {
		name = journey.ID(k.kind)
	}
	for n := 2; ; n++ {
		id = journey.ID(fmt.Sprintf("%s-%d", name, n))
		if _, taken := e.Row(id); !taken {
			break
		}
	}
	renamed := withID(r, id)
	c.problems = append(c.problems, journey.Problem{At: journey.Describe(renamed), Text: "had the ID of another row or none, got one of its own"})
	e.Put(renamed)
	c.fix.rows[k] = nil
	c.fix.rows[keyOf(renamed)] = renamed
	if taken && first.Kind() == k.kind {
		c.fix.rows[keyOf(first)] = first // one table has the ID twice: keep one
	}
}

func withID(r journey.Row, id journey.ID) journey.Row {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	v.FieldByName("ID").SetString(string(id))
	return v.Interface().(journey.Row)
}

// lastSeq is the last entry that anybody's log can have, so that there is
// always a next one.
const lastSeq = 1 << 60

// history is the log without its bodies.
func (d *database) history() (list []journey.Entry, err error) {
	err = d.query(`SELECT seq, at, label, undo, of FROM "log" WHERE seq BETWEEN 1 AND ? ORDER BY seq`, []any{lastSeq}, func(scan func(...any) error) error {
		var e journey.Entry
		var at int64
		if err := scan(&e.Seq, &at, &e.Label, &e.Undo, &e.Of); err != nil {
			return err
		}
		e.At = atMilli(at)
		list = append(list, e)
		return nil
	})
	return list, err
}

// entry is one entry of the log with its body.
func (d *database) entry(seq int64) (e journey.Entry, ok bool, err error) {
	err = d.query(`SELECT seq, at, label, undo, of, changes FROM "log" WHERE seq = ?`, []any{seq}, func(scan func(...any) error) error {
		var at int64
		var changes string
		if err := scan(&e.Seq, &at, &e.Label, &e.Undo, &e.Of, &changes); err != nil {
			return err
		}
		e.At, ok = atMilli(at), true
		e.Changes, err = decodeChanges(changes)
		return err
	})
	return e, ok, err
}

// blob is the bytes of the given hash.
func (d *database) blob(hash string) (b []byte, err error) {
	found := false
	err = d.reading(func() error {
		return d.query(`SELECT bytes FROM "blob" WHERE hash = ?`, []any{hash}, func(scan func(...any) error) error {
			found = true
			return scan(&b)
		})
	})
	return checked(hash, b, found, err)
}
