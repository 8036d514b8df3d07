package importer

import (
	"errors"
	"unicode/utf8"

	"throughline/journey"
)

// Limits of a JSON file: a row is an object, and a list of texts or numbers in
// it has commas. A few bytes of either become many in memory.
const (
	maxObjects = 50_000
	maxCommas  = 2_000_000
)

// ErrTooManyRows says that a file has more rows than any map for people.
var ErrTooManyRows = errors.New("the file has more rows than can be imported")

// readJSON reads a project in the program's own JSON form.
func readJSON(b []byte) (*Result, error) {
	var problems []journey.Problem
	if !utf8.Valid(b) {
		var text string
		text, problems = decode(b)
		b = []byte(text)
	}
	if objects, commas := count(b); objects > maxObjects || commas > maxCommas {
		return nil, ErrTooManyRows
	}
	p, blobs, more, err := journey.ReadJSON(b)
	if err != nil {
		return nil, err
	}
	return &Result{Project: p, Blobs: blobs, Problems: append(problems, more...)}, nil
}

// count is how many objects and commas JSON has outside of its strings.
func count(s []byte) (objects, commas int) {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			objects++
		case c == ',':
			commas++
		}
	}
	return objects, commas
}
