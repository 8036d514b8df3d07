package editor

import (
	"errors"
	"strings"

	"throughline/journey"
)

// What is looked at of a text from a spreadsheet.
const (
	mostTable = 8 << 20 // bytes
	mostCells = 10_000  // that say something
	mostSide  = 1_000   // rows, and columns
)

// ErrLargeTable says that a clipboard holds more than that.
var ErrLargeTable = errors.New("the clipboard holds more than can be pasted at once")

// readTable reads cells as spreadsheets copy them: rows end with a line end,
// cells with a tab, and a cell with one of them in it stands in quotes, doubled
// within. A quote that is not closed is a character like any other.
func readTable(s string) ([][]string, error) {
	if len(s) > mostTable {
		return nil, ErrLargeTable
	}
	s = strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n")
	var rows [][]string
	var row []string
	said, plain := 0, false // quotes are plain characters from here on
	for i := 0; ; {
		var cell string
		end := -1
		if !plain && i < len(s) && s[i] == '"' {
			cell, end = quoted(s, i)
			plain = end < 0
		}
		if end < 0 {
			end = len(s)
			if n := strings.IndexAny(s[i:], "\t\n"); n >= 0 {
				end = i + n
			}
			cell = s[i:end]
		}
		if cell = strings.TrimSpace(journey.CleanText(cell)); cell != "" {
			said++
		}
		row = append(row, cell)
		if len(row) > mostSide || len(rows) >= mostSide || said > mostCells || len(cell) > longText {
			return nil, ErrLargeTable
		}
		if end == len(s) || s[end] == '\n' {
			rows, row = append(rows, row), nil
		}
		if end == len(s) {
			return rows, nil
		}
		i = end + 1
	}
}

// quoted is the cell in quotes that begins at byte i, and where it ends; −1
// where no quote closes it.
func quoted(s string, i int) (cell string, end int) {
	for k := i + 1; k < len(s); k++ {
		if s[k] != '"' {
			continue
		}
		if k+1 < len(s) && s[k+1] == '"' {
			k++
			continue
		}
		if k+1 == len(s) || s[k+1] == '\t' || s[k+1] == '\n' {
			return strings.ReplaceAll(s[i+1:k], `""`, `"`), k + 1
		}
		return "", -1 // a cell that begins with a quote
	}
	return "", -1
}

// writeTable is cells as spreadsheets read them.
func writeTable(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for k, cell := range row {
			if k > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(cell, "\t\n\"") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
	}
	return b.String()
}

// cellText is cards of one cell as a person reads them in a spreadsheet: the
// title, the text below it, an empty line between two cards.
func cellText(cards []journey.Card) string {
	var out []string
	for _, c := range cards {
		if s := strings.TrimSpace(c.Title + "\n" + c.Text); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n\n")
}

// cellCards is the cards of a cell of a spreadsheet.
func cellCards(s string) []journey.Card {
	var out []journey.Card
	for part := range strings.SplitSeq(s, "\n\n") {
		title, text, _ := strings.Cut(strings.TrimSpace(part), "\n")
		if title != "" {
			out = append(out, journey.Card{Title: strings.TrimSpace(title), Text: strings.TrimSpace(text)})
		}
	}
	return out
}
