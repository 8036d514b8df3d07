package journey

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrNotJSONForm says that JSON is well formed but not a project of ours.
var ErrNotJSONForm = errors.New("this is JSON, but not a Throughline project: it has no “throughline” version")

// ErrTooNew says that a file was written by a newer version of the program.
var ErrTooNew = errors.New("this file was written by a newer version of Throughline")

// ReadJSON reads a project in its JSON form. IDs and orders that are left out
// are made from the place in the file, so that the same input gives the same
// project. The project is repaired; problems says what was put right. An error
// names its line. The caller bounds the length of b.
func ReadJSON(b []byte) (*Project, MemoryBlobs, []Problem, error) {
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	var f fileForm
	var problems []Problem
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, nil, nil, atOffset(b, err)
	}
	if field, ok := unknownField(b); ok {
		problems = append(problems, Problem{Text: fmt.Sprintf("the field “%s” is not known here and was left out; others may be, too", field)})
	}
	if f.Throughline == 0 {
		return nil, nil, nil, ErrNotJSONForm
	}
	if f.Throughline > JSONVersion {
		return nil, nil, nil, ErrTooNew
	}
	p, blobs, renamed := f.project()
	p, fixed := Repair(p)
	return p, blobs, slices.Concat(problems, renamed, fixed), nil
}

// unknownField is the first field of JSON that is well formed but that the
// form does not have.
func unknownField(b []byte) (string, bool) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	err := d.Decode(new(fileForm))
	if err == nil {
		return "", false
	}
	s, ok := strings.CutPrefix(err.Error(), `json: unknown field "`)
	return strings.TrimSuffix(s, `"`), ok
}

// valueError says that a value is not of the kind that its field holds.
type valueError struct {
	value []byte // part of what is read, which says where
	want  string
}

// Error is what was found and what is wanted.
func (e *valueError) Error() string { return fmt.Sprintf("%.40s is not %s", e.value, e.want) }

// atOffset turns encoding/json's errors into sentences with a line.
func atOffset(b []byte, err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	var value *valueError
	line := func(o int) int {
		return 1 + bytes.Count(b[:min(max(o, 0), len(b))], []byte("\n"))
	}
	switch {
	case errors.As(err, &value):
		// the value is a piece of b and ends where b does: what it could grow
		// to says where it begins
		return &LineError{line(cap(b) - cap(value.value)), err}
	case errors.As(err, &typ) && typ.Field == "":
		return &LineError{line(int(typ.Offset)), fmt.Errorf("%s cannot be a Throughline project", withArticle(typ.Value))}
	case errors.As(err, &typ):
		return &LineError{line(int(typ.Offset)), fmt.Errorf("“%s” cannot be %s", fieldPath(typ.Field), withArticle(typ.Value))}
	case errors.As(err, &syntax) && syntax.Offset >= int64(len(b)):
		return &LineError{line(len(b)), errors.New("the JSON ends too early")}
	case errors.As(err, &syntax):
		return &LineError{line(int(syntax.Offset) - 1), errors.New("this is not JSON from here on")}
	}
	return err
}

func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// fieldPath is a path of encoding/json without the names of embedded structs.
func fieldPath(s string) string {
	parts := strings.Split(s, ".")
	parts = slices.DeleteFunc(parts, func(p string) bool { return p != "" && p[0] >= 'A' && p[0] <= 'Z' })
	return strings.Join(parts, ".")
}

// project is the form as rows. Of two rows with one ID the second gets
// another; what names the ID means the first.
func (f *fileForm) project() (*Project, MemoryBlobs, []Problem) {
	n := namer{taken: map[ID]bool{}, count: map[Kind]int{}}
	var renamed []Problem
	f.eachID(func(_ Kind, id *ID) {
		if *id != "" && n.taken[*id] {
			renamed = append(renamed, Problem{Text: fmt.Sprintf("two rows have the ID “%s”, the second got another", *id)})
			*id = ""
		}
		n.taken[*id] = true
	})
	f.eachID(n.name)
	e := New().Edit(nil)
	blobs := MemoryBlobs{}
	put(e, f.Personas)
	put(e, f.Channels)
	put(e, f.People)
	put(e, f.Presets)
	for _, m := range f.Media {
		m.Media.Hash, m.Media.Size = "", 0 // whatever it says
		if len(m.Data) > 0 {
			m.Media.Hash, m.Media.Size = blobs.Add(m.Data), len(m.Data)
		}
		e.Put(m.Media)
	}
	maps := make([]Map, len(f.Maps))
	for i, m := range f.Maps {
		maps[i] = m.Map
	}
	put(e, maps)
	for _, m := range f.Maps {
		m.put(e)
	}
	put(e, f.Comments)
	return e.Project(), blobs, renamed
}

func (m *mapForm) put(e *Edit) {
	stages, stageOf := make([]Stage, len(m.Stages)), map[ID]ID{}
	for i, s := range m.Stages {
		stages[i] = s.Stage
		stages[i].Map = m.ID
		for j := range s.Steps {
			s.Steps[j].Stage = s.ID
			stageOf[s.Steps[j].ID] = s.ID
		}
		put(e, s.Steps)
	}
	put(e, stages)
	lanes := make([]Lane, len(m.Lanes))
	for i, l := range m.Lanes {
		lanes[i] = l.Lane
		lanes[i].Map = m.ID
		cells := map[ID][]Card{}
		var columns []ID
		for _, c := range l.Cards {
			c.Lane = l.ID
			if c.Step != "" && c.Stage == "" {
				c.Stage = stageOf[c.Step]
			}
			if cells[c.Column()] == nil {
				columns = append(columns, c.Column())
			}
			cells[c.Column()] = append(cells[c.Column()], c)
		}
		for _, col := range columns {
			put(e, cells[col])
		}
		for _, h := range l.Hints {
			h.Lane = l.ID
			if h.Step != "" && h.Stage == "" {
				h.Stage = stageOf[h.Step]
			}
			e.Put(h)
		}
	}
	put(e, lanes)
	for _, l := range m.Links {
		l.Map = m.ID
		e.Put(l)
	}
	for i := range m.Notes {
		m.Notes[i].Map = m.ID
	}
	put(e, m.Notes)
	for i := range m.Views {
		m.Views[i].Map = m.ID
	}
	put(e, m.Views)
}

// put adds siblings; where one has no order, all get one from their place.
func put[T Row](e *Edit, rows []T) {
	ordered := true
	for _, r := range rows {
		ordered = ordered && (r.RowOrder() != "" || r.Kind() == KindComment)
	}
	orders := Spread(len(rows))
	for i, r := range rows {
		if !ordered {
			e.Put(WithOrder(r, orders[i]))
		} else {
			e.Put(r)
		}
	}
}

// namer gives rows that came without an ID one that depends on their place.
type namer struct {
	taken map[ID]bool
	count map[Kind]int
}

func (n *namer) name(k Kind, id *ID) {
	for *id == "" {
		n.count[k]++
		if c := ID(fmt.Sprintf("%s%d", k, n.count[k])); !n.taken[c] {
			n.taken[c] = true
			*id = c
		}
	}
}

// eachID calls f with the ID of every row of the form.
func (f *fileForm) eachID(do func(Kind, *ID)) {
	for i := range f.Personas {
		do(KindPersona, &f.Personas[i].ID)
	}
	for i := range f.Channels {
		do(KindChannel, &f.Channels[i].ID)
	}
	for i := range f.People {
		do(KindPerson, &f.People[i].ID)
	}
	for i := range f.Media {
		do(KindMedia, &f.Media[i].ID)
	}
	for i := range f.Presets {
		do(KindPreset, &f.Presets[i].ID)
	}
	for i := range f.Comments {
		do(KindComment, &f.Comments[i].ID)
	}
	for i := range f.Maps {
		m := &f.Maps[i]
		do(KindMap, &m.ID)
		for j := range m.Stages {
			do(KindStage, &m.Stages[j].ID)
			for k := range m.Stages[j].Steps {
				do(KindStep, &m.Stages[j].Steps[k].ID)
			}
		}
		for j := range m.Lanes {
			do(KindLane, &m.Lanes[j].ID)
			for k := range m.Lanes[j].Cards {
				do(KindCard, &m.Lanes[j].Cards[k].ID)
			}
			for k := range m.Lanes[j].Hints {
				do(KindHint, &m.Lanes[j].Hints[k].ID)
			}
		}
		for j := range m.Links {
			do(KindLink, &m.Links[j].ID)
		}
		for j := range m.Notes {
			do(KindNote, &m.Notes[j].ID)
		}
		for j := range m.Views {
			do(KindView, &m.Views[j].ID)
		}
	}
}

func sortRows[T Row](rows []T) {
	slices.SortFunc(rows, func(a, b T) int { return bySibling(a, b) })
}
