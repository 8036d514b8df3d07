package table

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"throughline/journey"
)

// value is a field as a cell.
func value(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case journey.Number:
		if x.Set {
			return x.Value
		}
		return ""
	case journey.Strings:
		return listed(x.All())
	case journey.Numbers:
		var out []string
		for _, n := range x.All() {
			out = append(out, strconv.FormatFloat(n, 'f', -1, 64))
		}
		return strings.Join(out, "; ")
	case bool:
		if x {
			return "yes"
		}
		return ""
	}
	switch {
	case v.IsZero():
		return ""
	case v.CanInt():
		return float64(v.Int())
	case v.CanFloat():
		return v.Float()
	}
	return v.String()
}

// listed is a list of texts in a cell, a line each; as JSON where lines would
// not tell them apart.
func listed(l []string) string {
	for _, s := range l {
		if s == "" || strings.TrimSpace(s) != s || strings.ContainsAny(s, "\n\r") || strings.HasPrefix(s, "[") {
			b, _ := json.Marshal(l) // texts never fail
			return string(b)
		}
	}
	return strings.Join(l, "\n")
}

// list is the texts of a cell.
func list(s string) []string {
	var l []string
	if strings.HasPrefix(s, "[") && json.Unmarshal([]byte(s), &l) == nil {
		return l
	}
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			l = append(l, line)
		}
	}
	return l
}

var (
	errNumber = errors.New("is no number")
	errYes    = errors.New("is neither yes nor no")
)

// set puts a cell's text into a field.
func set(v reflect.Value, s string) error {
	switch v.Interface().(type) {
	case journey.Number:
		n, err := number(s)
		v.Set(reflect.ValueOf(journey.Num(n)))
		return err
	case journey.Strings:
		v.SetString(string(journey.List(list(s)...)))
		return nil
	case journey.Numbers:
		var out []float64
		for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' }) {
			n, err := number(part)
			if err != nil {
				return err
			}
			out = append(out, n)
		}
		v.SetString(string(journey.Series(out...)))
		return nil
	case bool:
		switch strings.ToLower(s) {
		case "yes", "y", "true", "1", "x":
			v.SetBool(true)
		case "no", "n", "false", "0", "":
		default:
			return errYes
		}
		return nil
	}
	switch {
	case v.CanInt():
		n, err := number(s)
		if err == nil && n == math.Trunc(n) && math.Abs(n) < 1e9 {
			v.SetInt(int64(n))
		} else if err == nil {
			err = errors.New("is no whole number")
		}
		return err
	case v.CanFloat():
		n, err := number(s)
		v.SetFloat(n)
		return err
	}
	v.SetString(s)
	return nil
}

// number is a text as a number; a comma may stand for the point.
func number(s string) (float64, error) {
	s = strings.TrimSpace(strings.NewReplacer("−", "-", "\u00A0", "", "\u202F", "").Replace(s))
	n, err := strconv.ParseFloat(s, 64)
	if err != nil && strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
		n, err = strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	}
	if err != nil || !journey.Num(n).Set {
		return 0, errNumber
	}
	return n, nil
}

// Text is a cell as text.
func Text(cell any) string {
	switch c := cell.(type) {
	case string:
		return c
	case float64:
		return strconv.FormatFloat(c, 'f', -1, 64)
	}
	return fmt.Sprint(cell)
}
