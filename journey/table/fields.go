package table

import (
	"reflect"

	"throughline/journey"
)

// Field is one thing that is known of a card.
type Field struct{ Label, Value string }

// Fields tells what is known of cards besides their titles and texts.
type Fields struct {
	w       writer
	columns []column
}

// NewFields names the rows of a project for its cards.
func NewFields(p *journey.Project) *Fields {
	return &Fields{newWriter(p), columnsOf(journey.Card{})}
}

// Of is the fields of a card that hold anything, but for its place, its title,
// its text and its links.
func (f *Fields) Of(c journey.Card) []Field {
	var out []Field
	v := reflect.ValueOf(c)
	for _, col := range f.columns {
		switch {
		case col.field < 0, col.names == journey.KindStage, col.names == journey.KindStep, col.names == journey.KindLane:
			continue
		}
		switch col.label {
		case idLabel, "Title", "Text", "Links", "Icon", "Hue", "Offset", "Line", "Tick", "Chart":
			continue
		}
		text := Text(value(v.Field(col.field)))
		if col.names != "" {
			text = f.w.n.of[journey.ID(text)]
		}
		if text != "" {
			out = append(out, Field{col.label, text})
		}
	}
	return out
}
