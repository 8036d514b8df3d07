package export

import (
	"context"
	"fmt"
	"io"

	"throughline/canvas/layout"
	"throughline/export/pdf"
	"throughline/export/png"
	"throughline/export/svg"
)

func writePDF(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	m, s := j.theMap(), j.Scene()
	notes := layout.Undrawable(j.Blobs, j.Project)
	if k := pdf.PageScale(s); k < 1 {
		notes = append(notes, fmt.Sprintf("The map is larger than a PDF page can be, so it is drawn at %.0f %%.", k*100))
	}
	return notes, pdf.Write(ctx, w, s, pdf.Options{
		Title: j.title(), Author: m.Owner, Subject: m.Subtitle, Date: j.date(), Progress: j.Progress,
	})
}

func writePNG(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	scale := j.Scale
	if scale == 0 {
		scale = DefaultScale
	}
	j.Layout.Density = scale
	return layout.Undrawable(j.Blobs, j.Project), png.Write(ctx, w, j.Renderer, j.Scene(), png.Options{Scale: scale, Title: j.title(), Progress: j.Progress})
}

func writeSVG(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	return layout.Undrawable(j.Blobs, j.Project), svg.Write(ctx, w, j.Scene(), svg.Options{Title: j.title(), Desc: j.theMap().Description, Progress: j.Progress})
}
