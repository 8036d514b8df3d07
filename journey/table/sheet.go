package table

import (
	"reflect"
	"strings"

	"throughline/journey"
)

// Sheet is one table. A cell is a string or a float64.
type Sheet struct {
	Name string
	Rows [][]any
}

// kinds is the rows that have a sheet of their own in a workbook, in the order
// in which they can be read: what others name comes first.
var kinds = []struct {
	row  journey.Row
	name string
}{
	{journey.Persona{}, "Personas"},
	{journey.Channel{}, "Channels"},
	{journey.Person{}, "People"},
	{journey.Map{}, "Maps"},
	{journey.Stage{}, "Stages"},
	{journey.Step{}, "Steps"},
	{journey.Lane{}, "Lanes"},
	{journey.Card{}, Cards},
	{journey.Link{}, "Links"},
	{journey.Note{}, "Notes"},
	{journey.View{}, "Views"},
}

// Cards is the name of the sheet with one row a card.
const Cards = "Cards"

// column is a column of a kind's table.
type column struct {
	label string
	field int          // of the row's struct; −1 where the value comes from elsewhere
	names journey.Kind // the kind of the row that it names; "" where it names none
}

const (
	mapLabel  = "Map"
	kindLabel = "Kind"
	idLabel   = "ID"
)

// columnsOf is the columns of a kind's table: where its rows stand, then their
// fields, and their IDs last.
func columnsOf(r journey.Row) []column {
	t := reflect.TypeOf(r)
	var place, rest []column
	switch r.(type) {
	case journey.Map, journey.Persona, journey.Channel, journey.Person:
	default:
		place = append(place, column{mapLabel, -1, journey.KindMap})
	}
	id := column{label: idLabel}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		c := column{label: label(name), field: i}
		switch {
		case name == "order", name == "map":
			continue
		case name == "id":
			id.field = i
			continue
		case t.Field(i).Type == reflect.TypeFor[journey.ID]():
			c.names = named(name)
		}
		if c.names == journey.KindStage || c.names == journey.KindStep || c.names == journey.KindLane {
			place = append(place, c)
			continue
		}
		rest = append(rest, c)
	}
	if r.Kind() == journey.KindCard { // stage, step, lane: as a map is read
		place[1], place[2], place[3] = place[2], place[3], place[1]
		place = append(place, column{kindLabel, -1, ""})
	}
	return append(append(place, rest...), id)
}

// named is the kind of the rows that a field of that name refers to.
func named(field string) journey.Kind {
	switch field {
	case "owner":
		return journey.KindPerson
	case "image", "file", "portrait":
		return journey.KindMedia
	case "from", "to", "metric":
		return journey.KindCard
	}
	return journey.Kind(field)
}

// label is the name of a field as a heading: “Image alt”.
func label(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "_", " ")
}

// head is the headings of columns.
func head(columns []column) []any {
	out := make([]any, len(columns))
	for i, c := range columns {
		out[i] = c.label
	}
	return out
}
