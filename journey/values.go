package journey

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
)

// Number is a number that may be absent. Its value is never NaN or infinite.
type Number struct {
	Value float64
	Set   bool
}

// Num is the number v; a NaN or an infinity is the absent number.
func Num(v float64) Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Number{}
	}
	return Number{Value: v, Set: true}
}

// Or is the number's value, or v where it is absent.
func (n Number) Or(v float64) float64 {
	if n.Set {
		return n.Value
	}
	return v
}

// IsZero reports whether the number is absent; encoding/json leaves it out then.
func (n Number) IsZero() bool { return !n.Set }

// MarshalJSON writes the plain number, or null.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.Set {
		return []byte("null"), nil
	}
	return json.Marshal(n.Value)
}

// UnmarshalJSON reads a plain number or null.
func (n *Number) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*n = Number{}
		return nil
	}
	var v float64
	if json.Unmarshal(b, &v) != nil {
		return &valueError{b, "a number"}
	}
	*n = Num(v)
	return nil
}

// String is the number in its shortest exact form, "" where it is absent.
func (n Number) String() string {
	if !n.Set {
		return ""
	}
	return strconv.FormatFloat(n.Value, 'f', -1, 64)
}

// Strings is a list of strings as canonical JSON, so that a row that holds one
// stays comparable. The empty list is "".
type Strings string

// List makes a Strings of its arguments.
func List(s ...string) Strings {
	if len(s) == 0 {
		return ""
	}
	return Strings(canonical(s))
}

// All is the list's strings; nil when it is empty or not valid.
func (s Strings) All() []string { return parsed[string](string(s)) }

// MarshalJSON writes a JSON array.
func (s Strings) MarshalJSON() ([]byte, error) { return array(string(s)) }

// UnmarshalJSON reads a JSON array of strings.
func (s *Strings) UnmarshalJSON(b []byte) error {
	var l []string
	if json.Unmarshal(b, &l) != nil {
		return &valueError{b, "a list of texts"}
	}
	*s = List(l...)
	return nil
}

// Numbers is a list of numbers as canonical JSON, so that a row that holds one
// stays comparable. The empty list is "".
type Numbers string

// Series makes a Numbers of its arguments; a NaN or an infinity becomes 0.
func Series(v ...float64) Numbers {
	if len(v) == 0 {
		return ""
	}
	c := make([]float64, len(v))
	for i, x := range v {
		c[i] = Num(x).Value
	}
	return Numbers(canonical(c))
}

// All is the list's numbers; nil when it is empty or not valid.
func (n Numbers) All() []float64 { return parsed[float64](string(n)) }

// MarshalJSON writes a JSON array.
func (n Numbers) MarshalJSON() ([]byte, error) { return array(string(n)) }

// UnmarshalJSON reads a JSON array of numbers.
func (n *Numbers) UnmarshalJSON(b []byte) error {
	var l []float64
	if json.Unmarshal(b, &l) != nil {
		return &valueError{b, "a list of numbers"}
	}
	*n = Series(l...)
	return nil
}

// base64Bytes is bytes that JSON holds as base64.
type base64Bytes []byte

// UnmarshalJSON reads a string of base64.
func (d *base64Bytes) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, (*[]byte)(d)) != nil {
		return &valueError{b, "base64"}
	}
	return nil
}

// canonical is v as JSON with <, > and & as they are; a list of plain values
// has one such form only.
func canonical(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func parsed[T any](s string) []T {
	if s == "" {
		return nil
	}
	var l []T
	if json.Unmarshal([]byte(s), &l) != nil {
		return nil
	}
	return l
}

func array(s string) ([]byte, error) {
	if s == "" {
		return []byte("[]"), nil
	}
	return []byte(s), nil
}
