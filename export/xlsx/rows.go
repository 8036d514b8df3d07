package xlsx

import (
	"fmt"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"throughline/journey/table"
)

// rows writes a sheet with a row a thing, as a table that can be sorted and
// filtered.
func (w *writer) rows(n int, s table.Sheet) {
	_, err := w.file.NewSheet(s.Name)
	w.keep(err)
	sw, err := w.file.NewStreamWriter(s.Name)
	if w.keep(err); w.err != nil || len(s.Rows) == 0 {
		return
	}
	for i, width := range widths(s.Rows) {
		w.keep(sw.SetColWidth(i+1, i+1, width))
	}
	w.keep(sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	plain := w.style("row", &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}})
	for i, row := range s.Rows {
		cells := make([]any, len(row))
		for j, v := range row {
			switch v := v.(type) {
			case string:
				if v != "" {
					cells[j] = excelize.Cell{StyleID: plain, Value: w.text(v)}
				}
			default:
				cells[j] = excelize.Cell{StyleID: plain, Value: v}
			}
		}
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		w.keep(sw.SetRow(at, cells, excelize.RowOpts{Height: lineHeight}))
	}
	if len(s.Rows) > 1 {
		to, _ := excelize.CoordinatesToCellName(len(s.Rows[0]), len(s.Rows))
		w.keep(sw.AddTable(&excelize.Table{Range: "A1:" + to, Name: fmt.Sprintf("Rows%d", n+1), StyleName: "TableStyleLight1"}))
	}
	w.keep(sw.Flush())
}

// widths is a width for each column: that of its longest text, within bounds.
func widths(rows [][]any) []float64 {
	out := make([]float64, len(rows[0]))
	for _, row := range rows {
		for i, v := range row {
			out[i] = min(48, max(out[i], 10, float64(utf8.RuneCountInString(table.Text(v))+3)))
		}
	}
	return out
}
