package export

import (
	"context"
	"io"

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
		e := p.Edit(nil)
		for _, m := range p.Maps() {
			if m.ID != j.Map {
				e.Delete(m.ID)
			}
		}
		p = e.Project()
	}
	return nil, p.WriteJSON(w, j.Blobs)
}
