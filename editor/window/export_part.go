package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"throughline/export"
	"throughline/journey"
)

// exportPart is what of a map is exported: a saved view, some of its parts, or
// all of it.
type exportPart struct {
	title                   string
	view                    string // its ID
	stages, lanes, personas []string
}

// partOf is what a view shows.
func partOf(v journey.View) exportPart {
	if v.ID != "" {
		return exportPart{title: v.Title, view: string(v.ID)}
	}
	return exportPart{title: tr("What is shown now"), stages: v.Stages.All(), lanes: v.Lanes.All(), personas: v.Personas.All()}
}

func (a exportPart) put(o *export.Options) {
	o.View, o.Stages, o.Lanes, o.Personas = a.view, a.stages, a.lanes, a.personas
}

// is reports whether the options name this part; a preset calls a view by its
// title.
func (a exportPart) is(o *export.Options) bool {
	return (o.View == a.view || a.view != "" && o.View == a.title) && slices.Equal(o.Stages, a.stages) && slices.Equal(o.Lanes, a.lanes) && slices.Equal(o.Personas, a.personas)
}

// part chooses what of the map is exported, where there is a choice.
func (x *exportDialog) part() []fyne.CanvasObject {
	e := x.doc.editor
	all := []exportPart{{title: tr("All of the map")}}
	if v := e.View(); v.ID == "" && v != (journey.View{}) {
		all = append(all, partOf(v))
	}
	for _, v := range e.Doc.Project().Views(e.Map().ID) {
		all = append(all, partOf(v))
	}
	at := slices.IndexFunc(all, func(a exportPart) bool { return a.is(&x.o) })
	if at < 0 { // a preset may name what it likes
		at, all = len(all), append(all, exportPart{tr("A part of the map"), x.o.View, x.o.Stages, x.o.Lanes, x.o.Personas})
	}
	if len(all) == 1 {
		return nil
	}
	var titles []string
	for _, a := range all {
		titles = append(titles, oneLine(a.title, "Untitled"))
	}
	return []fyne.CanvasObject{x.w.heading("View"), x.w.selectField(titles, at, func(i int) { x.set(all[i].put) })}
}
