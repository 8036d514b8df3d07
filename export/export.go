// Package export is the table of the formats that leave the program. Every
// format is given the same Job; menus, dialogs and the command line are made
// from the table. It must never change a project, read the clock or leave a
// file half written.
package export

import (
	"context"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"throughline/canvas/layout"
	"throughline/canvas/raster"
	"throughline/canvas/scene"
	"throughline/journey"
)

// Job is what to export and how. One goroutine exports it.
type Job struct {
	Project *journey.Project
	Map     journey.ID // for formats that hold one map
	All     bool       // every map of the project, in formats that can hold them
	Blobs   journey.Blobs
	Layout  layout.Options
	Paging  layout.Paging // how drawings become pages; Mode is one of PageModes
	Slides  string        // the view that slides show; "" is stage by stage
	// Parts is what drawings have in them; nil is all of the map but comments and
	// hidden lanes.
	Parts *Parts
	// Only is the rows that drawings show, cards, stages or lanes; none is all.
	Only []journey.ID
	// Scale is device pixels a map unit, for pictures; 0 is DefaultScale. Width,
	// in pixels, or DPI, on paper, stand in its place where they are set.
	Scale    float64
	Width    int
	DPI      float64
	Clear    bool // pictures have no ground, where they can be without
	Renderer *raster.Renderer
	LiveText bool // an SVG holds text as text, and the fonts for it
	// Encode makes the file that a PDF carries, from which an import brings the
	// map back; nil attaches none.
	Encode func(*journey.Project, journey.Blobs) ([]byte, error)
	// Small makes a PDF smaller, which takes longer.
	Small bool
	// Lang is the language of the texts, as in BCP 47; where it is empty, it is
	// guessed from them.
	Lang string
	// Speaks is the language of the program's own words, which Layout.Say says;
	// "" is English.
	Speaks string
	// Progress hears how much is done, 0 to 1. It may be nil.
	Progress func(done float64)

	once  sync.Once
	scene *scene.Scene
	pages *layout.Pages
	// others is the job for the other maps of a document.
	others map[journey.ID]*Job
}

// DefaultScale is device pixels a map unit in a PNG or a JPEG.
const DefaultScale = 2

// Scene is the poster of the job's map, laid out once.
func (j *Job) Scene() *scene.Scene {
	j.once.Do(func() { j.scene = layout.Poster(j.options(), j.drawn(), j.Map) })
	return j.scene
}

// Pages is the job's map on paper, made once.
func (j *Job) Pages() *layout.Pages {
	if j.pages == nil {
		o, p := j.options(), j.drawn()
		if j.Paging.Mode == SlidePages || j.Paging.Mode == NotePages {
			j.pages = j.slides(o)
			return j.pages
		}
		j.pages = layout.Cut(o, p, j.Map, j.Paging)
		// pictures are as fine as the pixels, or as paper shows
		p0 := j.pages.List[0]
		if k := max(j.pixels(p0), layout.PrintDensity*p0.Scale/layout.PointUnit); k > layout.PrintDensity {
			o.Density = k
			j.pages = layout.Cut(o, p, j.Map, j.Paging)
		}
	}
	return j.pages
}

// Alike is another job for the same, for another goroutine or with other
// options. Nobody hears of its progress.
func (j *Job) Alike() *Job {
	return &Job{
		Project: j.Project, Map: j.Map, All: j.All, Blobs: j.Blobs, Layout: j.Layout, Paging: j.Paging, Parts: j.Parts, Only: j.Only,
		Scale: j.Scale, Width: j.Width, DPI: j.DPI, Clear: j.Clear, Renderer: j.Renderer, LiveText: j.LiveText,
		Encode: j.Encode, Small: j.Small, Lang: j.Lang, Speaks: j.Speaks,
	}
}

// theMap is the job's map.
func (j *Job) theMap() journey.Map {
	m, _ := journey.Get[journey.Map](j.Project, j.Map)
	return m
}

// readsLeft reports whether a map of the job is read from right to left.
func (j *Job) readsLeft(mp journey.ID) bool {
	return layout.ReadsLeft(j.Layout.Fonts, j.Project, mp)
}

// title is what a document is called: the title for reading aloud, where the
// map has one.
func (j *Job) title() string {
	m := j.theMap()
	if m.AccessTitle != "" {
		return m.AccessTitle
	}
	return m.Title
}

// date is the day of the map's version; the zero time where it has none.
func (j *Job) date() time.Time {
	d, err := time.Parse(time.DateOnly, j.theMap().Date)
	if err != nil {
		return time.Time{}
	}
	return d
}

// Format is a kind of file.
type Format struct {
	Name  string // as on the command line: "pdf"
	Title string // as in menus: "PDF"
	Ext   string // with its dot
	// Maps says that it holds all maps of a project, not one.
	Maps bool
	// Drawn says that it shows the map as a drawing, in a theme and on pages.
	Drawn bool
	// Write writes the job. Notes say what a reader should know about the
	// result, such as what the format could not hold.
	Write func(ctx context.Context, w io.Writer, j *Job) (notes []string, err error)
	// Page writes one page, in formats that hold one a file. Write writes the first.
	Page func(ctx context.Context, w io.Writer, j *Job, page layout.Page) error
}

// first writes the first page of a job.
func first(page func(context.Context, io.Writer, *Job, layout.Page) error) func(context.Context, io.Writer, *Job) ([]string, error) {
	return func(ctx context.Context, w io.Writer, j *Job) ([]string, error) {
		return j.remarks(), page(ctx, w, j, j.Pages().List[0])
	}
}

// Formats is every format, in the order of the menus.
var Formats = []Format{
	{Name: "pdf", Title: "PDF", Ext: ".pdf", Maps: true, Drawn: true, Write: writePDF},
	{Name: "png", Title: "PNG", Ext: ".png", Drawn: true, Write: first(pagePNG), Page: pagePNG},
	{Name: "jpeg", Title: "JPEG", Ext: ".jpg", Drawn: true, Write: first(pageJPEG), Page: pageJPEG},
	{Name: "svg", Title: "SVG", Ext: ".svg", Drawn: true, Write: first(pageSVG), Page: pageSVG},
	{Name: "html", Title: "Web page", Ext: ".html", Write: writeHTML},
	{Name: "pptx", Title: "PowerPoint slides", Ext: ".pptx", Write: writePPTX},
	{Name: "xlsx", Title: "Excel workbook", Ext: ".xlsx", Maps: true, Write: writeXLSX},
	{Name: "csv", Title: "CSV", Ext: ".csv", Maps: true, Write: writeCSV},
	{Name: "markdown", Title: "Markdown table", Ext: ".md", Write: writeMarkdown},
	{Name: "mermaid", Title: "Mermaid", Ext: ".mmd", Write: writeMermaid},
	{Name: "json", Title: "JSON", Ext: ".json", Maps: true, Write: writeJSON},
}

// ForFile is the format of a file's name.
func ForFile(name string) (Format, bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return strings.HasSuffix(strings.ToLower(name), f.Ext) })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}
