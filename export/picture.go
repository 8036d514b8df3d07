package export

import (
	"context"
	"fmt"
	"io"

	"throughline/canvas/layout"
	"throughline/export/html"
	"throughline/export/jpeg"
	"throughline/export/pdf"
	"throughline/export/png"
	"throughline/export/svg"
)

func writePDF(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	s := j.Scene()
	notes := j.missing()
	if k := pdf.PageScale(s); k < 1 {
		notes = append(notes, fmt.Sprintf("The map is larger than a PDF page can be, so it is drawn at %.0f %%.", k*100))
	}
	o, err := j.document()
	if err != nil {
		return nil, err
	}
	return notes, pdf.Write(ctx, w, []pdf.Page{{Scene: s}}, o)
}

// missing is notes on what the drawing lacks: pictures that cannot be drawn, and
// characters that stand as boxes.
func (j *Job) missing() []string {
	notes := layout.Unreadable(j.Layout.Fonts, j.one())
	const most = 20
	if more := len(notes) - most; more > 0 {
		notes = append(notes[:most], fmt.Sprintf("%d more rows hold characters that no font has", more))
	}
	return append(layout.Undrawable(j.Blobs, j.Project), notes...)
}

// pixels is how many pixels a unit of the map has, which the scene is laid out for.
func (j *Job) pixels() float64 {
	scale := j.Scale
	if scale == 0 {
		scale = DefaultScale
	}
	j.Layout.Density = scale
	return scale
}

func writeJPEG(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	scale := j.pixels()
	return j.missing(), jpeg.Write(ctx, w, j.Renderer, j.Scene(), jpeg.Options{Scale: scale, Progress: j.Progress})
}

func writePNG(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	scale := j.pixels()
	return j.missing(), png.Write(ctx, w, j.Renderer, j.Scene(), png.Options{Scale: scale, Title: j.title(), Progress: j.Progress})
}

func writeSVG(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	return j.missing(), svg.Write(ctx, w, j.Scene(), svg.Options{Title: j.title(), Desc: j.theMap().Description, Text: j.LiveText, Progress: j.Progress})
}

func writeHTML(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	p, _ := j.tabled()
	return j.missing(), html.Write(ctx, w, html.Page{
		Scene: j.Scene(), Project: p, Map: j.Map, Title: j.title(), Desc: j.theMap().Description,
		Theme: j.Layout.Theme, Hues: j.Layout.Theme.StageHues(j.Project, j.Map), Progress: j.Progress,
	})
}
