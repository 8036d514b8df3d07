package xlsx

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/table"
)

// Book is what a workbook holds.
type Book struct {
	Title, Author, Subject string
	Date                   time.Time // of the map; the zero time is none
	Grids                  []Grid
	Hues                   map[journey.ID]layout.Hue // of stages
	On                     scene.Color               // text on them
	Sheets                 []table.Sheet
}

// Grid is a map as a sheet.
type Grid struct {
	table.Grid
	RTL bool // it is read from right to left, so its first column stands at the right
}

// Write writes a workbook. The same book gives the same bytes. cut is how many
// texts were longer than a cell can be, and odd how many hold characters that
// XML has no room for.
func Write(ctx context.Context, w io.Writer, b Book) (cut, odd int, err error) {
	f := excelize.NewFile()
	defer f.Close()
	f.ZipWriter = newSorted
	out := writer{file: f, names: map[string]bool{}, hues: b.Hues, on: hex(b.On), styles: map[string]int{}}
	for _, s := range b.Sheets { // before the maps, which may be called so
		out.names[strings.ToLower(s.Name)] = true
	}
	first := ""
	for _, g := range b.Grids {
		if err := ctx.Err(); err != nil {
			return 0, 0, err
		}
		name := out.sheet(g.Title)
		if first == "" {
			first = name
		}
		out.grid(name, g)
	}
	for i, s := range b.Sheets {
		if err := ctx.Err(); err != nil {
			return 0, 0, err
		}
		out.rows(i, s)
	}
	out.end(first, b)
	if out.err != nil {
		return 0, 0, fmt.Errorf("write xlsx: %w", out.err)
	}
	if err := f.Write(w); err != nil {
		return 0, 0, fmt.Errorf("write xlsx: %w", err)
	}
	return out.cut, out.odd, nil
}

// writer keeps the first error.
type writer struct {
	file   *excelize.File
	names  map[string]bool // of sheets, in lower case
	hues   map[journey.ID]layout.Hue
	on     string
	styles map[string]int
	cut    int
	odd    int
	err    error
}

func (w *writer) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

const (
	longestName = 31     // of a sheet
	longestText = 32_767 // of a cell, in units of UTF-16
)

// sheet adds a sheet for a map; what spreadsheets allow in no name is left out.
func (w *writer) sheet(title string) string {
	base := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, title), " '")
	if base = strings.Join(strings.Fields(base), " "); base == "" {
		base = "Map"
	}
	base = short(base, longestName)
	name := base
	for i := 2; w.names[strings.ToLower(name)] || strings.EqualFold(name, "History"); i++ {
		end := fmt.Sprintf(" (%d)", i)
		name = short(base, longestName-len(end)) + end
	}
	w.names[strings.ToLower(name)] = true
	_, err := w.file.NewSheet(name)
	w.keep(err)
	return name
}

// short is s in at most n units of UTF-16.
func short(s string, n int) string {
	for i, r := range s {
		if n -= max(1, utf16.RuneLen(r)); n < 0 {
			return strings.TrimRight(s[:i], " '")
		}
	}
	return s
}

// text is a text as a cell holds it.
func (w *writer) text(s string) string {
	if strings.ContainsAny(s, "\uFFFE\uFFFF") {
		w.odd++
	}
	if t := short(s, longestText); t != s {
		w.cut++
		return t
	}
	return s
}

// style is a style, made once.
func (w *writer) style(key string, s *excelize.Style) int {
	id, ok := w.styles[key]
	if !ok {
		var err error
		id, err = w.file.NewStyle(s)
		w.keep(err)
		w.styles[key] = id
	}
	return id
}

// end says what the workbook is, and opens it at its first map.
func (w *writer) end(first string, b Book) {
	w.keep(w.file.DeleteSheet("Sheet1"))
	if first != "" {
		i, err := w.file.GetSheetIndex(first)
		w.keep(err)
		w.file.SetActiveSheet(i)
	}
	day := b.Date
	if day.IsZero() { // the format wants one; the clock would give other bytes each time
		day = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	when := day.Format(time.RFC3339)
	w.keep(w.file.SetDocProps(&excelize.DocProperties{
		Title: b.Title, Creator: b.Author, LastModifiedBy: b.Author, Subject: b.Subject, Created: when, Modified: when,
	}))
}
