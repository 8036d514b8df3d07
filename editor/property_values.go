package editor

import (
	"fmt"
	"reflect"
	"strings"

	"throughline/journey"
)

// held is a field of a row, to read.
func held(r journey.Row, name string) any { return reflect.ValueOf(r).FieldByName(name).Interface() }

// withField is a row with another value in a field, which is of the field's
// type.
func withField(r journey.Row, name string, v any) journey.Row {
	out := reflect.New(reflect.TypeOf(r)).Elem()
	out.Set(reflect.ValueOf(r))
	out.FieldByName(name).Set(reflect.ValueOf(v))
	return out.Interface().(journey.Row)
}

// Value is what the given rows hold in a property, as the field's type, and
// whether they differ; what the first one holds counts then.
func (e *Editor) Value(pr Property, ids ...journey.ID) (v any, mixed bool) {
	for _, id := range ids {
		r, ok := e.Doc.Project().Row(id)
		if !ok {
			continue
		}
		x := held(r, pr.Field)
		if v == nil {
			v = x
		} else if x != v {
			return v, true
		}
	}
	return v, false
}

// SetValue gives the given rows a value in a property, as one step of undo. It
// is of the field's type. What stands in a locked lane stays as it is.
func (e *Editor) SetValue(pr Property, v any, ids ...journey.ID) error {
	return e.change(pr, ids, func(any) any { return v })
}

// change gives each of the given rows another value in a property, as SetValue
// does; next makes it of the one it has.
func (e *Editor) change(pr Property, ids []journey.ID, next func(any) any) error {
	free, why := e.free(pr, ids)
	if len(free) == 0 {
		return why
	}
	err := e.Doc.Do(pr.Label(), func(ed *journey.Edit) error { return putEach(ed, pr, next, free) })
	if err == nil {
		err = why
	}
	return err
}

// Label is what a change of the property is called.
func (p Property) Label() string {
	name := p.Title
	if name == "" {
		name = p.Hint
	}
	return "Change " + strings.ToLower(name)
}

// free is the rows that can be changed. To lock and unlock a lane is always
// possible.
func (e *Editor) free(pr Property, ids []journey.ID) (free []journey.ID, why error) {
	for _, id := range ids {
		if err := e.locked(id); err != nil && pr.Field != "Locked" {
			why = err
			continue
		}
		free = append(free, id)
	}
	return free, why
}

func put(ed *journey.Edit, pr Property, v any, ids []journey.ID) error {
	return putEach(ed, pr, func(any) any { return v }, ids)
}

func putEach(ed *journey.Edit, pr Property, next func(any) any, ids []journey.ID) error {
	for _, id := range ids {
		r, ok := ed.Row(id)
		if !ok {
			continue
		}
		v := next(held(r, pr.Field))
		if have, want := reflect.TypeOf(held(r, pr.Field)), reflect.TypeOf(v); have != want {
			return fmt.Errorf("%s takes a %v", pr.Field, have) // a mistake of the caller's
		}
		ed.Put(journey.Proper(withField(r, pr.Field, v)))
	}
	return nil
}

// Visit is the typing of a value beside the map: every Set shows at once, and
// all of them are one step of undo.
type Visit struct {
	pr  Property
	ids []journey.ID
	g   *Gesture
}

// VisitValue begins to type a value of some rows. What is typed into a map
// elsewhere is kept first.
func (e *Editor) VisitValue(pr Property, ids ...journey.ID) (*Visit, error) {
	free, why := e.free(pr, ids)
	if len(free) == 0 {
		return nil, why
	}
	e.Settle()
	g, err := e.Doc.Begin(pr.Label())
	if err != nil {
		return nil, err
	}
	return &Visit{pr, free, g}, nil
}

// Set shows a value. After another command has ended the visit it does nothing.
func (v *Visit) Set(x any) error {
	return v.g.Update(func(ed *journey.Edit) error { return put(ed, v.pr, x, v.ids) })
}

// Save writes what was typed so far; End goes on from there.
func (v *Visit) Save() error { return v.g.Save() }

// Open reports whether the visit still goes on.
func (v *Visit) Open() bool { return v != nil && v.g.Open() }

// End keeps what was typed.
func (v *Visit) End() error { return v.g.Commit() }

// SetNewRow makes a row that all maps share – a persona, a channel, a person –
// and gives it to the given rows, as one step of undo.
func (e *Editor) SetNewRow(pr Property, kind journey.Kind, name string, ids ...journey.ID) error {
	free, why := e.free(pr, ids)
	if len(free) == 0 {
		return why
	}
	return e.Doc.Do(fmt.Sprintf("Add %s “%s”", kind, name), func(ed *journey.Edit) error {
		return put(ed, pr, putShared(ed, kind, name), free)
	})
}

// after is an order behind all of some siblings.
func after[T journey.Row](rows []T) journey.Order {
	if len(rows) == 0 {
		return journey.Between("", "")
	}
	return journey.Between(rows[len(rows)-1].RowOrder(), "")
}

// SetMedia adds a medium, whose bytes the file has already, and gives it to the
// given rows, as one step of undo.
func (e *Editor) SetMedia(pr Property, m journey.Media, ids ...journey.ID) error {
	free, why := e.free(pr, ids)
	if len(free) == 0 {
		return why
	}
	return e.Doc.Do(pr.Label(), func(ed *journey.Edit) error {
		return put(ed, pr, mediaRow(ed, m), free)
	})
}
