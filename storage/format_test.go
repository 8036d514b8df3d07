package storage

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// columnsOf is every table of a new file with its columns and their types.
func columnsOf(t *testing.T) map[string]map[string]string {
	d, err := connect(newFile(t, journey.New()), readOnly)
	try(t, err)
	defer d.close()
	found := map[string]map[string]string{}
	try(t, d.query(`SELECT l.name, x.name, x.type || iif(x."notnull", '', '?') FROM pragma_table_list l, pragma_table_xinfo(l.name) x
		WHERE l.schema = 'main' AND l.name NOT LIKE 'sqlite_%'`, nil, func(scan func(...any) error) error {
		var table, column, typ string
		err := scan(&table, &column, &typ)
		if found[table] == nil {
			found[table] = map[string]string{}
		}
		found[table][column] = typ
		return err
	}))
	return found
}

// A field of a row needs a column of its name in a migration, a column a field.
func TestEveryFieldHasAColumn(t *testing.T) {
	found := columnsOf(t)
	for _, r := range journey.Kinds {
		typ := reflect.TypeOf(r)
		columns := found[string(r.Kind())]
		for i := range typ.NumField() {
			f := typ.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			want := map[reflect.Kind]string{reflect.String: "TEXT", reflect.Int: "INTEGER", reflect.Bool: "INTEGER", reflect.Float64: "REAL", reflect.Struct: "REAL?"}[f.Type.Kind()]
			if name == "" || name == "-" {
				t.Errorf("%s.%s has no JSON name and so no column", typ.Name(), f.Name)
			} else if got, ok := columns[name]; !ok {
				t.Errorf("%s.%s has no column: a migration must add %q.%q %s", typ.Name(), f.Name, r.Kind(), name, want)
			} else if got != want {
				t.Errorf("the column %q.%q is %s, %s.%s needs %s", r.Kind(), name, got, typ.Name(), f.Name, want)
			}
			delete(columns, name)
		}
		for name := range columns {
			t.Errorf("the column %q.%q has no field in %s", r.Kind(), name, typ.Name())
		}
		delete(found, string(r.Kind()))
	}
	for name, want := range kept {
		if got := slices.Sorted(maps.Keys(found[name])); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("table %q has %q, the program expects %q", name, got, want)
		}
		delete(found, name)
	}
	for name := range found {
		t.Errorf("table %q is of no kind of row", name)
	}
}

// FORMAT.md tells every table and column, and none that is not there.
func TestTheFormatIsTold(t *testing.T) {
	b, err := os.ReadFile("../FORMAT.md")
	try(t, err)
	told := map[string][]string{}
	table := ""
	for line := range strings.Lines(string(b)) {
		if m := regexp.MustCompile("^### `(\\w+)`").FindStringSubmatch(line); m != nil {
			table = m[1]
		} else if strings.HasPrefix(line, "#") {
			table = ""
		} else if m := regexp.MustCompile("^\\| `(\\w+)` \\|").FindStringSubmatch(line); m != nil && table != "" {
			told[table] = append(told[table], m[1])
		}
	}
	found := columnsOf(t)
	for table, columns := range found {
		if told[table] == nil {
			t.Errorf("FORMAT.md has no table %q", table)
		}
		for column := range columns {
			if !slices.Contains(told[table], column) {
				t.Errorf("FORMAT.md does not tell %s.%s", table, column)
			}
		}
	}
	for table, columns := range told {
		for _, column := range columns {
			if _, ok := found[table][column]; !ok {
				t.Errorf("FORMAT.md tells of %s.%s, which there is not", table, column)
			}
		}
	}
	for _, text := range []string{fmt.Sprintf("0x%X", applicationID), fmt.Sprintf("`user_version` is %d", len(migrations)), fmt.Sprintf("\"throughline\": %d", journey.JSONVersion)} {
		if !strings.Contains(string(b), text) {
			t.Errorf("FORMAT.md does not say %s", text)
		}
	}
}

// A file of every version that was ever released opens as what it was.
func TestEveryReleasedVersionOpens(t *testing.T) {
	if *journeytest.Update {
		writeTestdata(t)
	}
	for n := range migrations {
		want, err := os.ReadFile(fmt.Sprintf("testdata/v%d.json", n+1))
		try(t, err)
		path := filepath.Join(t.TempDir(), "a.journey")
		try(t, copyFile(fmt.Sprintf("testdata/v%d.journey", n+1), path))
		d := openDocument(t, path)
		if len(d.file.Problems()) > 0 {
			t.Error(d.file.Problems())
		}
		var got bytes.Buffer
		try(t, d.project.WriteJSON(&got, d.file))
		if got.String() != string(want) {
			t.Errorf("version %d reads as\n%s", n+1, &got)
		}
		steps := len(d.done)
		for range steps {
			try(t, d.undo())
		}
		for range steps {
			try(t, d.redo())
		}
		got.Reset()
		try(t, d.project.WriteJSON(&got, d.file))
		if got.String() != string(want) {
			t.Errorf("version %d, undone and redone, reads as\n%s", n+1, &got)
		}
		try(t, d.file.Close())
	}
}

// writeTestdata writes a file of today's version with a row of every kind in
// which every field says something, and the log of how it came to be.
func writeTestdata(t *testing.T) {
	path := fmt.Sprintf("testdata/v%d.journey", len(migrations))
	os.Remove(path)
	try(t, os.MkdirAll("testdata", 0o777))
	try(t, Create(path, small(), nil))
	f, err := Open(path, Options{Now: func() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) }})
	try(t, err)
	d := &document{file: f, project: f.Project()}
	hash := f.AddBlob([]byte("the bytes of a picture"))
	try(t, d.do("Everything", func(e *journey.Edit) {
		for _, zero := range journey.Kinds {
			r := filled(zero)
			if m, ok := r.(journey.Media); ok {
				m.Hash, m.Size = hash, 22
				r = m
			}
			e.Put(r)
		}
		p, _ := journey.Repair(e.Project())
		for _, c := range journey.Diff(e.Project(), p).Changes {
			if c.After != nil {
				e.Put(c.After)
			}
		}
	}))
	try(t, d.retitle("Compares prices and times"))
	try(t, d.undo())
	try(t, f.Keep("First draft"))
	try(t, f.Close())
	var b bytes.Buffer
	s, err := Read(path)
	try(t, err)
	defer s.Close()
	if len(s.Problems()) > 0 {
		t.Fatal(s.Problems())
	}
	try(t, s.Project().WriteJSON(&b, s))
	try(t, os.WriteFile(strings.TrimSuffix(path, ".journey")+".json", b.Bytes(), 0o666))
}

// filled is a row of zero's kind with something in every field; references
// lead to the rows of small or to the other filled rows.
func filled(zero journey.Row) journey.Row {
	v := reflect.New(reflect.TypeOf(zero)).Elem()
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		switch f := v.Field(i).Addr().Interface().(type) {
		case *journey.ID:
			*f = map[string]journey.ID{"id": "full-" + journey.ID(zero.Kind()), "map": "map", "stage": "full-stage", "lane": "lane", "step": "full-step",
				"from": "card", "to": "full-card", "on": "card", "metric": "full-card", "persona": "full-persona", "channel": "full-channel",
				"owner": "full-person", "portrait": "full-media", "image": "full-media", "file": "full-media"}[name]
		case *journey.Order:
			*f = "k"
		case *journey.LaneKind:
			*f = journey.Feelings
		case *journey.Number:
			*f = journey.Num(0.5)
		case *journey.Strings:
			*f = journey.List(name, "<b> & “c”")
		case *journey.Numbers:
			*f = journey.Series(1, 2.5)
		case *string:
			*f = map[string]string{"state": journey.AsIs, "layout": journey.Loop, "direction": journey.FromRight, "use": journey.AlsoUse, "role": journey.Wait, "better": "lower",
				"chart": journey.ChartBars, "evidence": journey.Observed, "form": journey.LinkStraight, "at": "2026-11-30T12:00:00Z"}[name]
			if *f == "" {
				*f = "The " + name
			}
			if name == "line" {
				*f = journey.LineVisibility
			}
		case *int:
			*f = 1
		case *float64:
			*f = 160
		case *bool:
			*f = true
		}
	}
	return v.Interface().(journey.Row)
}

// The example of the JSON form in FORMAT.md is one, without a single problem.
func TestTheExampleIsTrue(t *testing.T) {
	b, err := os.ReadFile("../FORMAT.md")
	try(t, err)
	_, example, _ := strings.Cut(string(b), "```json\n")
	example, _, _ = strings.Cut(example, "```")
	p, blobs, problems, err := journey.ReadJSON([]byte(example))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	path := filepath.Join(t.TempDir(), "a.journey")
	try(t, Create(path, p, blobs))
	if !mustRead(t, path).Equal(p) {
		t.Fatal("the file holds something else")
	}
}
