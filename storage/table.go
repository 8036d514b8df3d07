package storage

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"

	"throughline/journey"
)

// class is how the values of a column are kept.
type class uint8

const (
	textual  class = iota // TEXT
	listed                // TEXT, a JSON array or ''
	integral              // INTEGER
	truth                 // INTEGER, 0 or 1
	real                  // REAL
	number                // REAL or NULL
)

// column is one field of a kind of row.
type column struct {
	name  string
	class class
}

// table is how one kind of row is kept. Column i has field i of the struct.
type table struct {
	kind    journey.Kind
	typ     reflect.Type
	columns []column

	all, upsert, remove string // statements
}

// tables is every kind of row, as in journey.Kinds, derived from the structs:
// a new field needs itself and a migration.
var tables, tableOf = func() ([]*table, map[journey.Kind]*table) {
	var list []*table
	of := map[journey.Kind]*table{}
	for _, r := range journey.Kinds {
		t := newTable(r)
		list = append(list, t)
		of[t.kind] = t
	}
	return list, of
}()

func newTable(zero journey.Row) *table {
	t := &table{kind: zero.Kind(), typ: reflect.TypeOf(zero)}
	var names, set []string
	for i := range t.typ.NumField() {
		f := t.typ.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		t.columns = append(t.columns, column{name, classOf(f.Type)})
		names = append(names, quote(name))
		if name != "id" {
			set = append(set, quote(name)+"=excluded."+quote(name))
		}
	}
	list := strings.Join(names, ",")
	t.all = fmt.Sprintf("SELECT %s FROM %s", list, quote(string(t.kind)))
	t.upsert = fmt.Sprintf("INSERT INTO %s(%s) VALUES(?%s) ON CONFLICT(id) DO UPDATE SET %s",
		quote(string(t.kind)), list, strings.Repeat(",?", len(names)-1), strings.Join(set, ","))
	t.remove = fmt.Sprintf("DELETE FROM %s WHERE id IS ?", quote(string(t.kind)))
	return t
}

func quote(name string) string { return `"` + name + `"` }

func classOf(t reflect.Type) class {
	switch t {
	case reflect.TypeFor[journey.Number]():
		return number
	case reflect.TypeFor[journey.Strings](), reflect.TypeFor[journey.Numbers]():
		return listed
	}
	switch t.Kind() {
	case reflect.String:
		return textual
	case reflect.Int:
		return integral
	case reflect.Bool:
		return truth
	case reflect.Float64:
		return real
	}
	panic(fmt.Sprintf("storage: no column can hold a %s", t))
}

// args is r's values in the order of its columns. What SQLite could not keep
// is as it will be read: not-a-number as 0, a list that is none as empty.
func (t *table) args(r journey.Row) []any {
	v := reflect.ValueOf(r)
	out := make([]any, len(t.columns))
	for i, c := range t.columns {
		f := v.Field(i)
		switch c.class {
		case textual:
			out[i] = f.String()
		case listed:
			out[i] = list(f.String())
		case integral:
			out[i] = f.Int()
		case truth:
			out[i] = int64(0)
			if f.Bool() {
				out[i] = int64(1)
			}
		case real:
			out[i] = finite(f.Float())
		case number:
			if f.Field(1).Bool() {
				out[i] = finite(f.Field(0).Float())
			}
		}
	}
	return out
}

func list(s string) string {
	if s != "" && !json.Valid([]byte(s)) {
		return ""
	}
	return s
}

func finite(f float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return f
}

// row is the row that has the given values. A value of a type that its column
// does not have, which takes a damaged file, counts as absent.
func (t *table) row(v reflect.Value, values []any) journey.Row {
	v.SetZero()
	for i, x := range values {
		switch x := x.(type) {
		case string:
			if c := t.columns[i].class; x != "" && c <= listed {
				v.Field(i).SetString(x)
			}
		case int64:
			switch t.columns[i].class {
			case integral:
				v.Field(i).SetInt(x)
			case truth:
				v.Field(i).SetBool(x != 0)
			}
		case float64:
			switch t.columns[i].class {
			case real:
				v.Field(i).SetFloat(x)
			case number:
				v.Field(i).Set(reflect.ValueOf(journey.Num(x)))
			}
		}
	}
	return v.Interface().(journey.Row)
}
