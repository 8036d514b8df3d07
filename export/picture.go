package export

import (
	"context"
	"fmt"
	"io"
	"slices"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/export/html"
	"throughline/export/jpeg"
	"throughline/export/pdf"
	"throughline/export/png"
	"throughline/export/pptx"
	"throughline/export/svg"
)

// writePDF writes all maps that the job's document holds. Several count their
// pages as one.
func writePDF(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	var notes []string
	var pages []pdf.Page
	jobs := j.each()
	for _, k := range jobs {
		for _, n := range k.pdfRemarks() {
			if !slices.Contains(notes, n) {
				notes = append(notes, n)
			}
		}
		for _, p := range k.Pages().List {
			pg := pdf.Page{Scene: p.Scene, Scale: p.Scale, Label: p.Label}
			if len(jobs) > 1 {
				pg.Label = ""
			}
			pages = append(pages, pg)
		}
	}
	o, err := j.document()
	if err != nil {
		return nil, err
	}
	return notes, pdf.Write(ctx, w, pages, o)
}

// pdfRemarks is remarks, and whether the map is larger than a page can be.
func (j *Job) pdfRemarks() []string {
	notes, list := j.remarks(), j.Pages().List
	scale := list[0].Scale / layout.PointUnit
	if k := pdf.PageScale(&scene.Scene{Size: list[0].Scene.Size.Mul(scale)}); k < 0.9999 && len(list) == 1 {
		notes = append(notes, fmt.Sprintf("The map is larger than a PDF page can be, so it is drawn at %.0f %%.", scale*k*100))
	}
	return notes
}

// remarks is notes on what drawings lack, and on letters that are too small.
func (j *Job) remarks() []string {
	notes := j.missing()
	if size := j.Pages().Smallest; size > 0 && size < layout.LeastPrint-0.05 {
		notes = append(notes, fmt.Sprintf("The smallest text prints at %.1f pt, which is hard to read", size))
	}
	return notes
}

// missing is notes on what the drawing lacks: pictures that cannot be drawn, and
// characters that stand as boxes.
func (j *Job) missing() []string {
	notes := layout.Unreadable(j.Layout.Fonts, j.one(j.Project))
	const most = 20
	if more := len(notes) - most; more > 0 {
		notes = append(notes[:most], fmt.Sprintf("%d more rows hold characters that no font has", more))
	}
	return append(layout.Undrawable(j.Blobs, j.Project), notes...)
}

// pixels is how many pixels of a picture a unit of a page takes.
func (j *Job) pixels(p layout.Page) float64 {
	switch {
	case j.Width > 0:
		return float64(j.Width) / p.Scene.Size.X
	case j.DPI > 0:
		return j.DPI / 72 * p.Scale
	case j.Scale > 0:
		return j.Scale
	}
	return DefaultScale
}

// ground is a scene without its ground where the job wants none.
func (j *Job) ground(s *scene.Scene) *scene.Scene {
	if !j.Clear {
		return s
	}
	clear := *s
	clear.Ground = scene.Color{}
	return &clear
}

// Pixels is how many pixels a unit of the first page has in a picture.
func (j *Job) Pixels() float64 { return j.pixels(j.Pages().List[0]) }

// PixelCount is how many pixels the first page has in a picture.
func (j *Job) PixelCount() float64 {
	s := j.Pages().List[0].Scene.Size
	return s.X * s.Y * j.Pixels() * j.Pixels()
}

func pagePNG(ctx context.Context, w io.Writer, j *Job, p layout.Page) error {
	k := j.pixels(p)
	return png.Write(ctx, w, j.Renderer, j.ground(p.Scene), png.Options{Scale: k, Dpi: k / p.Scale * 72, Title: j.title(), Progress: j.Progress})
}

func pageJPEG(ctx context.Context, w io.Writer, j *Job, p layout.Page) error {
	k := j.pixels(p)
	return jpeg.Write(ctx, w, j.Renderer, p.Scene, jpeg.Options{Scale: k, Dpi: k / p.Scale * 72, Progress: j.Progress})
}

func pageSVG(ctx context.Context, w io.Writer, j *Job, p layout.Page) error {
	return svg.Write(ctx, w, j.ground(p.Scene), svg.Options{
		Title: j.title(), Desc: j.theMap().Description, Lang: j.language(), Text: j.LiveText, Scale: p.Scale / layout.PointUnit, Progress: j.Progress,
	})
}

func writeHTML(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	p, _ := j.tabled()
	return j.missing(), html.Write(ctx, w, html.Page{
		Scene: j.Scene(), Project: p, Map: j.Map, Title: j.title(), Desc: j.theMap().Description, Lang: j.language(), RTL: j.readsLeft(j.Map),
		Say: j.Layout.Say, Speaks: j.Speaks, Theme: j.Layout.Theme, Hues: j.Layout.Theme.StageHues(j.Project, j.Map), Progress: j.Progress,
	})
}

// writePPTX writes the whole map as a slide and, in a size for a room, each
// stage as one or, where it has more to tell, as several.
func writePPTX(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
	slides := []pptx.Slide{{Scene: j.Scene(), Title: j.title()}}
	deck := slide.New(slide.Options{Options: j.options(), Kind: slide.Stages}, j.drawn(), j.Map)
	for i, s := range deck.Slides {
		if s.Stage != "" && !s.Deep {
			slides = append(slides, pptx.Slide{Scene: deck.Scene(i), Title: s.Title, Notes: deck.Notes(i)})
		}
	}
	m := j.theMap()
	return j.missing(), pptx.Write(ctx, w, slides, pptx.Options{
		Title: j.title(), Author: m.Owner, Subject: m.Subtitle, Date: j.date(), Size: geom.Pt(slide.Width, slide.Height), RTL: j.readsLeft(j.Map), Progress: j.Progress,
	})
}
