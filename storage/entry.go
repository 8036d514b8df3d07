package storage

import (
	"encoding/json"
	"fmt"
	"reflect"

	"throughline/journey"
)

// changeForm is a change as the log has it.
type changeForm struct {
	Kind   journey.Kind    `json:"kind"`
	Was    journey.Kind    `json:"was,omitempty"` // the kind of before, where it is another
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

// encodeChanges is changes as JSON, "" for none.
func encodeChanges(changes []journey.Change) (string, error) {
	if len(changes) == 0 {
		return "", nil
	}
	forms := make([]changeForm, len(changes))
	for i, c := range changes {
		f := changeForm{Kind: c.Kind()}
		var err error
		if c.Before != nil {
			if k := c.Before.Kind(); k != f.Kind {
				f.Was = k
			}
			if f.Before, err = encodeRow(c.Before); err != nil {
				return "", err
			}
		}
		if c.After != nil {
			if f.After, err = encodeRow(c.After); err != nil {
				return "", err
			}
		}
		forms[i] = f
	}
	b, err := json.Marshal(forms)
	return string(b), err
}

// encodeRow is r as JSON. A row that JSON cannot hold is written as its table
// will give it back.
func encodeRow(r journey.Row) (json.RawMessage, error) {
	b, err := json.Marshal(r)
	if err != nil {
		t := tableOf[r.Kind()]
		v := reflect.New(t.typ).Elem()
		b, err = json.Marshal(t.row(v, t.args(r)))
	}
	return b, err
}

// decodeChanges is the inverse of encodeChanges.
func decodeChanges(s string) ([]journey.Change, error) {
	if s == "" {
		return nil, nil
	}
	var forms []changeForm
	if err := json.Unmarshal([]byte(s), &forms); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	changes := make([]journey.Change, 0, len(forms))
	for _, f := range forms {
		if f.Was == "" {
			f.Was = f.Kind
		}
		before, err := decodeRow(f.Was, f.Before)
		if err != nil {
			return nil, err
		}
		after, err := decodeRow(f.Kind, f.After)
		if err != nil {
			return nil, err
		}
		if before == nil && after == nil || before != nil && after != nil && before.RowID() != after.RowID() {
			return nil, fmt.Errorf("%w: a change of no row", ErrDamaged)
		}
		changes = append(changes, journey.Change{Before: before, After: after})
	}
	return changes, nil
}

func decodeRow(k journey.Kind, b json.RawMessage) (journey.Row, error) {
	if len(b) == 0 || string(b) == "null" {
		return nil, nil
	}
	t := tableOf[k]
	if t == nil {
		return nil, fmt.Errorf("%w: a change of an unknown kind %q", ErrDamaged, k)
	}
	v := reflect.New(t.typ)
	if err := json.Unmarshal(b, v.Interface()); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return v.Elem().Interface().(journey.Row), nil
}
