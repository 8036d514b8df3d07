package table

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"throughline/journey"
)

// MaxCells is the most cells that a text is read to.
const MaxCells = 2_000_000

// WriteCSV writes a sheet as RFC 4180 has it: commas, quotes where they are
// needed, and both line ends. A mark in front says that it is UTF-8, which some
// spreadsheets take for something else otherwise.
func WriteCSV(w io.Writer, s Sheet) error {
	b := bufio.NewWriter(w)
	b.WriteString("\uFEFF")
	c := csv.NewWriter(b)
	c.UseCRLF = true
	for _, row := range s.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = Text(v)
			if t, ok := v.(string); ok {
				cells[i] = Plain(t)
			}
		}
		c.Write(cells) // the buffer keeps the error
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// formulas is what a text begins with that spreadsheets take for a formula.
const formulas = "=+-@\t\r＝＋－＠"

// Plain is a text that no spreadsheet takes for a formula: where it begins like
// one, it gets an apostrophe. Unplain takes it away again.
func Plain(s string) string {
	if rest := strings.TrimLeft(s, "'"); rest != "" && strings.ContainsRune(formulas, []rune(rest)[0]) {
		return "'" + s
	}
	return s
}

// Unplain is the text that Plain was given.
func Unplain(s string) string {
	if cut, ok := strings.CutPrefix(s, "'"); ok && Plain(cut) == s {
		return cut
	}
	return s
}

// ParseCSV reads a text of cells that commas, semicolons or tabs part.
func ParseCSV(name, text string) (Source, []journey.Problem, error) {
	out := Source{Name: name}
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes, c.ReuseRecord = separator(text), -1, true, true
	if strings.Count(text, string(c.Comma)) > MaxCells {
		return out, nil, ErrTooLarge
	}
	for {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			return out, nil, nil
		}
		if err != nil {
			line, _ := c.FieldPos(0)
			var at *csv.ParseError
			if errors.As(err, &at) {
				line, err = at.StartLine, at.Err
			}
			return out, nil, &journey.LineError{Line: line, Err: err}
		}
		if len(out.Records) > MaxRows {
			return out, nil, ErrTooLarge
		}
		line, _ := c.FieldPos(0)
		rec := Record{Line: line, Cells: make([]string, len(cells))}
		for i, s := range cells {
			rec.Cells[i] = Unplain(s)
		}
		out.Records = append(out.Records, rec)
	}
}

// separator is what parts the cells of a text: what its first line has most of
// outside of quotes.
func separator(text string) rune {
	count := map[rune]int{}
	quoted := false
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == ',' || r == ';' || r == '\t':
			count[r]++
		}
		if r == '\n' && !quoted && len(count) > 0 {
			break
		}
	}
	best := ','
	for _, r := range []rune{';', '\t'} {
		if count[r] > count[best] {
			best = r
		}
	}
	return best
}
