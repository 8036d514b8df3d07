package table

import (
	"fmt"
	"reflect"
	"strings"

	"throughline/journey"
)

// reader makes rows of tables. Rows that are named and not there are made.
type reader struct {
	rows     []reflect.Value // pointers to structs, in order
	names    *names
	stageOf  map[journey.ID]journey.ID // of steps
	taken    map[journey.ID]bool
	reserved map[journey.ID]bool // IDs that the tables give to rows
	made     map[journey.Kind]int
	unsure   map[journey.ID]*journey.Lane // made of a name, and of no kind that anybody gave
	problems []journey.Problem

	nameless map[journey.Kind]journey.ID

	noStage, noLane int
	media           bool // pictures or files are named
}

func newReader() *reader {
	return &reader{
		names: newNames(), stageOf: map[journey.ID]journey.ID{},
		taken: map[journey.ID]bool{}, reserved: map[journey.ID]bool{}, made: map[journey.Kind]int{}, unsure: map[journey.ID]*journey.Lane{}, nameless: map[journey.Kind]journey.ID{},
	}
}

// reserve remembers the IDs of a table, so that no row that is made takes one.
func (r *reader) reserve(s Source) {
	if len(s.Records) == 0 {
		return
	}
	if i, ok := headings(&s)["id"]; ok {
		for _, rec := range s.Records[1:] {
			r.reserved[journey.ID(cell(rec, i))] = true
		}
	}
}

func cell(rec Record, i int) string {
	if i < 0 || i >= len(rec.Cells) {
		return ""
	}
	return rec.Cells[i]
}

func (r *reader) say(line int, format string, a ...any) {
	r.problems = append(r.problems, journey.Problem{Line: line, Text: fmt.Sprintf(format, a...)})
}

// id is the ID that a table gives to a row, or a new one.
func (r *reader) id(k journey.Kind, given string) journey.ID {
	id := journey.ID(given)
	for id == "" || r.taken[id] {
		r.made[k]++
		if id = journey.ID(fmt.Sprintf("%s%d", k, r.made[k])); r.reserved[id] {
			id = ""
		}
	}
	r.taken[id] = true
	return id
}

// add keeps a row and names it.
func (r *reader) add(row reflect.Value) {
	r.rows = append(r.rows, row)
	value := row.Elem().Interface().(journey.Row)
	r.names.row(value)
	if st, ok := value.(journey.Step); ok {
		r.stageOf[st.ID] = st.Stage
	}
}

// make is a new row; fill says what is in it.
func (r *reader) make(row journey.Row, fill func(reflect.Value)) journey.ID {
	v := reflect.New(reflect.TypeOf(row))
	id := r.id(row.Kind(), "")
	v.Elem().FieldByName("ID").SetString(string(id))
	fill(v.Elem())
	r.add(v)
	return id
}

// named is the row of a name, which is made where it is not there.
func (r *reader) named(k journey.Kind, parent journey.ID, name string) journey.ID {
	name = tidy(name)
	if name == "" && r.nameless[k] != "" {
		return r.nameless[k]
	}
	if id, ok := r.names.ids[scope{k, parent}][name]; ok {
		return id
	}
	field, row := "Title", journey.Row(nil)
	switch k {
	case journey.KindPersona:
		row, field = journey.Persona{}, "Name"
	case journey.KindChannel:
		row, field = journey.Channel{}, "Name"
	case journey.KindPerson:
		row, field = journey.Person{}, "Name"
	case journey.KindMap:
		row = journey.Map{}
	case journey.KindStage:
		row = journey.Stage{Map: parent}
	case journey.KindStep:
		row = journey.Step{Stage: parent}
	case journey.KindLane:
		row = laneCalled(parent, name)
	}
	return r.make(row, func(v reflect.Value) {
		id := v.FieldByName("ID").String()
		v.Set(reflect.ValueOf(row))
		v.FieldByName("ID").SetString(id)
		v.FieldByName(field).SetString(name)
		if l, ok := v.Addr().Interface().(*journey.Lane); ok {
			r.unsure[l.ID] = l
		}
		if name == "" {
			r.nameless[k] = journey.ID(id)
		}
	})
}

// sheet reads a table with a row a row of a kind.
func (r *reader) sheet(kind journey.Row, s Source) {
	at := headings(&s)
	columns := columnsOf(kind)
	where := make([]int, len(columns))
	known := map[string]bool{}
	for i, c := range columns {
		where[i] = -1
		known[strings.ToLower(c.label)] = true
		if j, ok := at[strings.ToLower(c.label)]; ok {
			where[i] = j
		}
	}
	for _, c := range s.Records[0].Cells {
		if h := tidy(c); h != "" && !known[strings.ToLower(h)] {
			r.say(s.Records[0].Line, "the column “%s” is not known here and was left out", h)
		}
	}
	for _, rec := range s.Records[1:] {
		r.record(kind, columns, where, rec, s)
	}
}

// record reads one row.
func (r *reader) record(kind journey.Row, columns []column, where []int, rec Record, s Source) {
	v := reflect.New(reflect.TypeOf(kind))
	mp := journey.ID("")
	laneKind, content := "", false
	var id string
	for i, c := range columns {
		text := cell(rec, where[i])
		switch {
		case c.label == mapLabel:
			if text == "" && where[i] < 0 {
				text = s.Name
			}
			mp = r.named(journey.KindMap, "", text)
			if f := v.Elem().FieldByName("Map"); f.IsValid() {
				f.SetString(string(mp))
			}
		case c.field < 0:
			laneKind = text
		case c.label == idLabel:
			id = text
		case text == "":
		case c.names != "":
			v.Elem().Field(c.field).SetString(string(r.ref(c, mp, v.Elem(), text)))
			content = content || c.names != journey.KindStage && c.names != journey.KindStep && c.names != journey.KindLane
		default:
			content = true
			if err := set(v.Elem().Field(c.field), text); err != nil {
				r.say(rec.Line, "“%.40s” %v; “%s” was left out", text, err, c.label)
			}
		}
	}
	if card, ok := v.Interface().(*journey.Card); ok {
		r.lane(card.Lane, laneKind)
		switch {
		case card.Lane == "" && !content, card.Stage == "" && !content && id == "":
			return // it stands for its stage, step or lane
		case card.Stage == "":
			r.noStage++
			r.say(rec.Line, "the row has no stage and was skipped")
			return
		case card.Lane == "":
			r.noLane++
			r.say(rec.Line, "the row has no lane and was skipped")
			return
		}
	}
	v.Elem().FieldByName("ID").SetString(string(r.id(kind.Kind(), id)))
	r.add(v)
}

// lane gives a lane that was made of its name the kind that a row says.
func (r *reader) lane(id journey.ID, kind string) {
	k := journey.LaneKind(strings.ToLower(tidy(kind)))
	if l := r.unsure[id]; l != nil && k.Known() {
		l.LaneKind = k
		delete(r.unsure, id)
	}
}

// ref is the row that a cell names.
func (r *reader) ref(c column, mp journey.ID, row reflect.Value, text string) journey.ID {
	switch c.names {
	case journey.KindCard:
		return journey.ID(text)
	case journey.KindMedia:
		r.media = true
		return ""
	case journey.KindStage, journey.KindLane:
		return r.named(c.names, mp, text)
	case journey.KindStep:
		stage := journey.ID(row.FieldByName("Stage").String())
		if stage == "" {
			return ""
		}
		return r.named(c.names, stage, text)
	}
	return r.named(c.names, "", text)
}

// project is all rows, in the order in which they came.
func (r *reader) project() *journey.Project {
	groups := map[[3]string][]reflect.Value{}
	for _, row := range r.rows {
		key := parent(row.Elem().Interface().(journey.Row))
		groups[key] = append(groups[key], row)
	}
	for _, siblings := range groups {
		orders := journey.Spread(len(siblings))
		for i, row := range siblings {
			if f := row.Elem().FieldByName("Order"); f.IsValid() {
				f.SetString(string(orders[i]))
			}
		}
	}
	e := journey.New().Edit(nil)
	for _, row := range r.rows {
		e.Put(row.Elem().Interface().(journey.Row))
	}
	return e.Project()
}

// parent is what a row's siblings share.
func parent(row journey.Row) [3]string {
	key := [3]string{string(row.Kind())}
	switch row := row.(type) {
	case journey.Stage:
		key[1] = string(row.Map)
	case journey.Step:
		key[1] = string(row.Stage)
	case journey.Lane:
		key[1] = string(row.Map)
	case journey.Card:
		key[1], key[2] = string(row.Lane), string(row.Column())
	case journey.Note:
		key[1] = string(row.Map)
	case journey.View:
		key[1] = string(row.Map)
	}
	return key
}

// report is the problems, with how many there are of a kind in front.
func (r *reader) report() []journey.Problem {
	var sums []journey.Problem
	sum := func(n int, format string) {
		if n > 1 {
			sums = append(sums, journey.Problem{Text: fmt.Sprintf(format, n)})
		}
	}
	sum(r.noStage, "%d rows had no stage and were skipped")
	sum(r.noLane, "%d rows had no lane and were skipped")
	if r.media {
		sums = append(sums, journey.Problem{Text: "a table has no room for pictures and files, so they were left out"})
	}
	return append(sums, r.problems...)
}
