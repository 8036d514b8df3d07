package export

import (
	"strings"
	"unicode"

	"throughline/export/pdf"
	"throughline/journey"
)

// mapType is the media type of the program's files.
const mapType = "application/vnd.sqlite3"

// attachment is the job's map as a file to be carried by a document: what the
// document shows and no more, nil where none is wanted.
func (j *Job) attachment() (*pdf.Attachment, error) {
	if j.Encode == nil {
		return nil, nil
	}
	b, err := j.Encode(j.shown(), j.Blobs)
	if err != nil {
		return nil, err
	}
	return &pdf.Attachment{Name: fileName(j.theMap().Title) + ".journey", Type: mapType, Desc: "The map of this document", Data: b}, nil
}

// shown is the project as it may be given away: no maps but those of the
// document, nothing that is hidden or that the document leaves out on purpose, no
// comments and no guidance.
func (j *Job) shown() *journey.Project {
	p := j.Project
	e := p.Edit(nil)
	in := map[journey.ID]*Job{}
	for _, k := range j.each() {
		in[k.Map] = k
	}
	for _, m := range p.Maps() {
		if in[m.ID] == nil {
			e.Delete(m.ID)
		} else {
			in[m.ID].conceal(e)
		}
	}
	v := j.view().Shown()
	for _, w := range p.Personas() {
		if !v.Persona(p, w.ID) {
			e.Delete(w.ID)
		}
	}
	for r := range p.All() {
		switch r.(type) {
		case journey.Comment, journey.Hint:
			e.Delete(r.RowID())
		}
	}
	return e.Project()
}

// conceal takes from the job's map what is hidden, or not drawn because it was
// not chosen.
func (j *Job) conceal(e *journey.Edit) {
	p, drawn, v := j.Project, j.drawn(), j.view().Shown()
	for _, s := range p.Stages(j.Map) {
		if !v.Stage(s.ID) {
			e.Delete(s.ID)
		}
	}
	for _, l := range p.Lanes(j.Map) {
		if as, _ := journey.Get[journey.Lane](drawn, l.ID); l.Hidden || !v.Lane(drawn, as) {
			e.Delete(l.ID)
			continue
		}
		for _, c := range p.LaneCards(l) {
			if _, ok := drawn.Row(c.ID); !ok || !v.Card(p, c) {
				e.Delete(c.ID)
			}
		}
	}
}

// fileName is a title as the name of a file, without an ending.
func fileName(title string) string {
	s := strings.Join(strings.FieldsFunc(title, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-'
	}), " ")
	const most = 60
	if r := []rune(s); len(r) > most {
		s = strings.TrimSpace(string(r[:most]))
	}
	if s == "" {
		return "map"
	}
	return s
}
