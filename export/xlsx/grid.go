package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"throughline/canvas/scene"
	"throughline/journey/table"
)

const (
	laneWidth   = 24 // characters
	columnWidth = 28
	lineHeight  = 15 // points
	mostHeight  = 405
)

// hex is a colour as a workbook says it.
func hex(c scene.Color) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// edges is thin lines around a cell.
func edges(color string) []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: color, Style: 1})
	}
	return out
}

// grid writes a map as people expect it: stages over their steps, lanes beside
// them, a line a card.
func (w *writer) grid(name string, g Grid) {
	landscape, fit, wide, high := "landscape", true, 1, 0 // it is printed as wide as a page
	w.keep(w.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}))
	w.keep(w.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	start := "left"
	if g.RTL {
		start = "right"
		w.keep(w.file.SetSheetView(name, -1, &excelize.ViewOptions{RightToLeft: &g.RTL}))
	}
	sw, err := w.file.NewStreamWriter(name)
	if w.keep(err); w.err != nil {
		return
	}
	w.keep(sw.SetColWidth(1, 1, laneWidth))
	if n := len(g.Steps); n > 0 {
		w.keep(sw.SetColWidth(2, n+1, columnWidth))
	}
	w.keep(sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 2, TopLeftCell: "B3", ActivePane: "bottomRight"}))
	head := w.style("head", &excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	stages, steps := []any{excelize.Cell{StyleID: head, Value: "Stages"}}, []any{excelize.Cell{StyleID: head, Value: "Steps"}}
	for _, s := range g.Stages {
		h := w.hues[s.Stage.ID]
		solid, tint, line := hex(h.Solid), hex(h.Tint), hex(h.Line)
		over := w.style("stage"+solid+start, &excelize.Style{
			Font: &excelize.Font{Bold: true, Color: w.on}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{solid}},
			Alignment: &excelize.Alignment{Horizontal: start, Vertical: "center", WrapText: true},
		})
		below := w.style("step"+tint+line, &excelize.Style{
			Font: &excelize.Font{Bold: true, Color: hex(h.Text)}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{tint}}, Border: edges(line),
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
		})
		for i := range s.Columns {
			title := ""
			if i == 0 {
				title = w.text(s.Name())
			}
			stages = append(stages, excelize.Cell{StyleID: over, Value: title})
			steps = append(steps, excelize.Cell{StyleID: below, Value: w.text(g.Steps[s.First+i])})
		}
	}
	w.keep(sw.SetRow("A1", stages, excelize.RowOpts{Height: 24}))
	w.keep(sw.SetRow("A2", steps, excelize.RowOpts{Height: 2*lineHeight + 4}))
	lane := w.style("lane", &excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F4F3F0"}}, Border: edges("D9D6CF"),
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	})
	cell := w.style("cell", &excelize.Style{Border: edges("D9D6CF"), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	for i, row := range g.Lanes {
		cells := []any{excelize.Cell{StyleID: lane, Value: w.text(row.Name())}}
		height := wrapped(row.Name(), laneWidth)
		for _, lines := range row.Cells {
			text := strings.Join(lines, "\n")
			cells = append(cells, excelize.Cell{StyleID: cell, Value: w.text(text)})
		}
		for j, s := range g.Stages {
			width := columnWidth
			if row.Whole[j] {
				width *= s.Columns
			}
			for c := s.First; c < s.First+s.Columns; c++ {
				height = max(height, wrapped(strings.Join(row.Cells[c], "\n"), width))
			}
		}
		at, _ := excelize.CoordinatesToCellName(1, i+3)
		w.keep(sw.SetRow(at, cells, excelize.RowOpts{Height: min(mostHeight, float64(height*lineHeight+4))}))
	}
	w.merge(sw, g.Grid)
	w.keep(sw.Flush())
}

// merge joins the cells of each stage, and of what belongs to the whole of it.
func (w *writer) merge(sw *excelize.StreamWriter, g table.Grid) {
	join := func(s table.Span, row int) {
		if s.Columns < 2 {
			return
		}
		from, _ := excelize.CoordinatesToCellName(s.First+2, row)
		to, _ := excelize.CoordinatesToCellName(s.First+1+s.Columns, row)
		w.keep(sw.MergeCell(from, to))
	}
	for j, s := range g.Stages {
		join(s, 1)
		for i, row := range g.Lanes {
			if row.Whole[j] {
				join(s, i+3)
			}
		}
	}
}

// wrapped is about how many lines a text takes in a cell of so many characters.
func wrapped(s string, width int) int {
	n := 0
	for _, line := range strings.Split(s, "\n") {
		n += 1 + max(0, utf8.RuneCountInString(line)-1)/width
	}
	return n
}
