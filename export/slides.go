package export

import (
	"strings"

	"throughline/canvas/layout"
	"throughline/canvas/layout/slide"
)

// SlidePages has a page a slide, as a room sees them; NotePages a sheet of paper
// a slide, with what the speaker says below it.
const (
	SlidePages = "slides"
	NotePages  = "notes"
)

// PageModes is every way in which a map becomes pages: those of layout, and
// slides.
var PageModes = append(append([]string{}, layout.PageModes...), SlidePages, NotePages)

const (
	slideWide  = 1600.0            // of a slide, u: 16 to 9
	slidePoint = 960.0 / slideWide // of paper a unit of a slide: 13⅓ × 7½ inches
	sheetPoint = 595.28 / slide.HandoutWidth
)

// slides is the pages of a presentation.
func (j *Job) slides(o layout.Options) *layout.Pages {
	notes := j.Paging.Mode == NotePages
	k, _ := slide.KindNamed(j.Slides)
	d := slide.New(slide.Options{Options: o, Kind: k, Width: slideWide}, j.drawn(), j.Map)
	out := &layout.Pages{Paper: "16:9", Scale: 1, Smallest: slide.Least * slidePoint}
	if notes {
		out.Paper, out.Smallest = "A4", 0 // the slide on it is a reminder
	}
	for i := range d.Slides {
		if !notes {
			out.List = append(out.List, layout.Page{Scene: d.Scene(i), Scale: slidePoint, Label: d.Slides[i].Count})
			continue
		}
		for _, s := range d.Handout(i) {
			out.List = append(out.List, layout.Page{Scene: s, Scale: sheetPoint, Label: d.Slides[i].Count})
		}
	}
	out.Size = out.List[0].Scene.Size.Mul(out.List[0].Scale / 72 * 25.4)
	if d.Slides[0].Map > 0 { // letters of the map itself, as small as they come
		out.Smallest = 0
	}
	return out
}

// slideNames is the views that slides can show.
func slideNames() string {
	var names []string
	for _, k := range slide.Kinds {
		names = append(names, k.Name)
	}
	return strings.Join(names, ", ")
}
