package export

import (
	"context"
	"fmt"
	"io"

	"throughline/canvas/layout"
	"throughline/export/xlsx"
	"throughline/journey"
	"throughline/journey/table"
)

func writeXLSX(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	p, notes := j.tabled()
	m := j.theMap()
	b := xlsx.Book{
		Title: j.title(), Author: m.Owner, Subject: m.Subtitle, Date: j.date(),
		Hues: map[journey.ID]layout.Hue{}, On: j.Layout.Theme.On, Sheets: table.Rows(p),
	}
	for _, m := range p.Maps() {
		b.Grids = append(b.Grids, xlsx.Grid{Grid: table.GridOf(p, m.ID), RTL: j.readsLeft(m.ID)})
		for id, h := range j.Layout.Theme.StageHues(j.Project, m.ID) {
			b.Hues[id] = h
		}
	}
	cut, odd, err := xlsx.Write(ctx, w, b)
	if cut > 0 {
		notes = append(notes, fmt.Sprintf("Texts that are longer than the 32,767 characters that a cell can hold were cut: %d", cut))
	}
	if odd > 0 {
		notes = append(notes, fmt.Sprintf("Texts with characters that a workbook cannot hold have “\uFFFD” in their place: %d", odd))
	}
	return notes, err
}

func writeCSV(_ context.Context, w io.Writer, j *Job) ([]string, error) {
	p, notes := j.tabled()
	if len(p.Views(j.Map))+len(p.Notes(j.Map))+len(p.Links(j.Map)) > 0 {
		notes = append(notes, "The table has a row a card, so links, notes and views were left out")
	}
	notes = append(notes, "The table holds of maps, stages, steps and lanes only their names, and of lanes their kind")
	return notes, table.WriteCSV(w, table.CardRows(p))
}

func writeMarkdown(_ context.Context, w io.Writer, j *Job) ([]string, error) {
	p, notes := j.tabled()
	notes = append(notes, "The table holds names of stages, steps and lanes, and of each card what it says in one line")
	return notes, table.WriteMarkdown(w, table.GridOf(p, j.Map))
}

// tabled is what a table holds of the project: what is shown, of all maps or of
// one, without comments. The notes say what else is left out.
func (j *Job) tabled() (*journey.Project, []string) {
	p := j.drawn()
	if !j.All {
		p = j.one(p)
	}
	e := p.Edit(nil)
	hidden := false
	for _, m := range p.Maps() {
		shown := journey.View{}.Shown()
		if m.ID == j.Map {
			shown = j.options().View.Shown()
		}
		for _, l := range p.Lanes(m.ID) {
			if !shown.Lane(p, l) {
				hidden = true
				e.Delete(l.ID)
				continue
			}
			for _, c := range p.LaneCards(l) {
				if !shown.Card(p, c) {
					e.Delete(c.ID)
				}
			}
		}
		for _, s := range p.Stages(m.ID) {
			if !shown.Stage(s.ID) {
				e.Delete(s.ID)
			}
		}
	}
	p = e.Project()
	var notes []string
	if hidden {
		notes = append(notes, "Lanes that are not shown were left out")
	}
	if len(p.Media()) > 0 {
		notes = append(notes, "A table holds the names of pictures and files, not what is in them")
	}
	return p, notes
}
