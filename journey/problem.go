package journey

import "fmt"

// Problem is something that Repair or an import put right, or could not keep.
type Problem struct {
	Line int    // of the input, 1 is the first; 0 where there are no lines
	At   string // the row, as in “stage “Buy””; may be empty
	Text string // what was wrong and what was done, without a full stop
}

// String is the problem with its place in front.
func (p Problem) String() string {
	switch {
	case p.Line > 0 && p.At != "":
		return fmt.Sprintf("line %d: %s: %s", p.Line, p.At, p.Text)
	case p.Line > 0:
		return fmt.Sprintf("line %d: %s", p.Line, p.Text)
	case p.At != "":
		return p.At + ": " + p.Text
	}
	return p.Text
}

// LineError is an error at a line of an input.
type LineError struct {
	Line int // 1 is the first
	Err  error
}

// Error is the error behind its line.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap is the error without its line.
func (e *LineError) Unwrap() error { return e.Err }

// Describe names a row for a sentence: its kind and its title in quotes.
func Describe(r Row) string {
	name := ""
	switch r.(type) {
	case Note, Comment: // whose text may be long
	default:
		name = TitleOf(r)
	}
	if name == "" {
		name = string(r.RowID())
	}
	return fmt.Sprintf("%s “%s”", r.Kind(), name)
}
