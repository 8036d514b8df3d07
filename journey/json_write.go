package journey

import (
	"encoding/json"
	"fmt"
	"io"
)

// JSONVersion is the version of the JSON form that WriteJSON writes.
const JSONVersion = 1

// The JSON form nests rows as people see them: maps hold stages and lanes,
// stages hold steps, lanes hold cards. A row leaves out the parent it stands
// in, and its order where its place in the list says it. FORMAT.md tells the
// form to others.
type (
	fileForm struct {
		Throughline int         `json:"throughline"`
		Personas    []Persona   `json:"personas,omitempty"`
		Channels    []Channel   `json:"channels,omitempty"`
		People      []Person    `json:"people,omitempty"`
		Media       []mediaForm `json:"media,omitempty"`
		Maps        []mapForm   `json:"maps"`
		Comments    []Comment   `json:"comments,omitempty"`
		Presets     []Preset    `json:"presets,omitempty"`
	}
	mediaForm struct {
		Media
		Data base64Bytes `json:"data,omitempty"`
	}
	mapForm struct {
		Map
		Stages []stageForm `json:"stages,omitempty"`
		Lanes  []laneForm  `json:"lanes,omitempty"`
		Links  []Link      `json:"links,omitempty"`
		Notes  []Note      `json:"notes,omitempty"`
		Views  []View      `json:"views,omitempty"`
	}
	stageForm struct {
		Stage
		Steps []Step `json:"steps,omitempty"`
	}
	laneForm struct {
		Lane
		Cards []Card `json:"cards,omitempty"`
		Hints []Hint `json:"hints,omitempty"`
	}
)

// WriteJSON writes the project in its JSON form, with the bytes of its media
// from blobs. ReadJSON gives the same project back.
func (p *Project) WriteJSON(w io.Writer, blobs Blobs) error {
	f := fileForm{
		Throughline: JSONVersion,
		Personas:    p.Personas(), Channels: p.Channels(), People: p.People(),
		Presets: p.Presets(), Maps: []mapForm{},
	}
	place(f.Personas)
	place(f.Channels)
	place(f.People)
	place(f.Presets)
	for _, m := range p.Media() {
		var b []byte
		if m.Hash != "" { // else there were never any bytes
			var err error
			if b, err = blobs.Blob(m.Hash); err != nil {
				return fmt.Errorf("%s: %w", Describe(m), err)
			}
		}
		f.Media = append(f.Media, mediaForm{m, b})
	}
	maps := p.Maps()
	place(maps)
	for _, m := range maps {
		f.Maps = append(f.Maps, p.mapForm(m))
	}
	for r := range p.All() {
		if c, ok := r.(Comment); ok {
			f.Comments = append(f.Comments, c)
		}
	}
	sortRows(f.Comments)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(f)
}

func (p *Project) mapForm(m Map) mapForm {
	f := mapForm{Map: m, Links: p.Links(m.ID), Notes: p.Notes(m.ID), Views: p.Views(m.ID)}
	place(f.Notes)
	place(f.Views)
	for i := range f.Links {
		f.Links[i].Map = ""
	}
	for i := range f.Notes {
		f.Notes[i].Map = ""
	}
	for i := range f.Views {
		f.Views[i].Map = ""
	}
	stages, lanes := p.Stages(m.ID), p.Lanes(m.ID)
	place(stages)
	place(lanes)
	for _, s := range stages {
		sf := stageForm{Stage: s, Steps: p.Steps(s.ID)}
		place(sf.Steps)
		sf.Map = ""
		for i := range sf.Steps {
			sf.Steps[i].Stage = ""
		}
		f.Stages = append(f.Stages, sf)
	}
	for _, l := range lanes {
		f.Lanes = append(f.Lanes, p.laneForm(l, stages))
	}
	return f
}

func (p *Project) laneForm(l Lane, stages []Stage) laneForm {
	f := laneForm{Lane: l}
	cell := func(column ID) {
		cards := p.Cards(l.ID, column)
		place(cards)
		f.Cards = append(f.Cards, cards...)
		f.Hints = append(f.Hints, p.Hints(l.ID, column)...)
	}
	for _, s := range stages {
		cell(s.ID)
		for _, st := range p.Steps(s.ID) {
			cell(st.ID)
		}
	}
	f.Map = ""
	for i := range f.Cards {
		f.Cards[i].Lane = ""
		if f.Cards[i].Step != "" {
			f.Cards[i].Stage = ""
		}
	}
	for i := range f.Hints {
		f.Hints[i].Lane = ""
		if f.Hints[i].Step != "" {
			f.Hints[i].Stage = ""
		}
	}
	return f
}

// place empties the orders of siblings where Spread would give the same.
func place[T Row](rows []T) {
	for i, o := range Spread(len(rows)) {
		if rows[i].RowOrder() != o {
			return
		}
	}
	for i := range rows {
		rows[i] = WithOrder(rows[i], "").(T)
	}
}
