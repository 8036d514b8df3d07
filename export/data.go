package export

import (
	"context"
	"io"

	"throughline/journey"
	"throughline/journey/mermaid"
)

func writeMermaid(_ context.Context, w io.Writer, j *Job) ([]string, error) {
	problems, err := mermaid.Write(w, j.Project, j.Map)
	var notes []string
	for _, p := range problems {
		notes = append(notes, p.String())
	}
	return notes, err
}

func writeJSON(_ context.Context, w io.Writer, j *Job) ([]string, error) {
	p := j.Project
	if !j.All {
		p = j.one(j.Project)
	}
	return nil, p.WriteJSON(w, j.Blobs)
}

// one is p with no map but the job's.
func (j *Job) one(p *journey.Project) *journey.Project {
	maps := p.Maps()
	if len(maps) == 1 {
		return p
	}
	e := p.Edit(nil)
	for _, m := range maps {
		if m.ID != j.Map {
			e.Delete(m.ID)
		}
	}
	return e.Project()
}
