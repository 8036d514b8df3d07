package editor

import (
	"fmt"
	"slices"

	"throughline/canvas/layout"
	"throughline/journey"
)

// View is what of the map is shown: a saved view, one that was made by hiding
// stages and has no ID, or the zero View, which shows everything.
func (e *Editor) View() journey.View { return e.options.View }

// ShowView shows what a saved view of the map names; "" shows everything.
func (e *Editor) ShowView(id journey.ID) {
	v, ok := get[journey.View](e, id)
	if id != "" && (!ok || v.Map != e.mp) {
		return
	}
	e.look(v)
}

// look shows what a view names.
func (e *Editor) look(v journey.View) {
	e.Settle()
	e.options.View = v
	e.layout = layout.New(e.options, e.mp)
	e.relay()
}

// followView keeps to a saved view that has changed, and shows everything when
// it is gone or of another map.
func (e *Editor) followView() {
	v := e.options.View
	if v == (journey.View{}) {
		return
	}
	is := v
	if v.ID != "" {
		is, _ = get[journey.View](e, v.ID)
	}
	if is.Map != e.mp {
		is = journey.View{}
	}
	if is != v {
		e.options.View = is
		e.layout = layout.New(e.options, e.mp)
	}
}

// HideStage leaves a stage out of what is shown. The file keeps it as it is; a
// saved view keeps what is left out.
func (e *Editor) HideStage(id journey.ID) {
	s, ok := get[journey.Stage](e, id)
	if !ok {
		return
	}
	var rest []string
	for _, b := range e.view.sheet.Stages {
		if b.ID != id {
			rest = append(rest, string(b.ID))
		}
	}
	if len(rest) == 0 {
		return
	}
	e.only(rest)
	e.notice = &Notice{Text: fmt.Sprintf("Stage “%s” is left out. View > Show everything brings it back.", journey.ShortName(s))}
	e.notify()
}

// OnlyStages shows some stages and no others.
func (e *Editor) OnlyStages(ids ...journey.ID) {
	var only []string
	for _, s := range e.Doc.Project().Stages(e.mp) {
		if slices.Contains(ids, s.ID) {
			only = append(only, string(s.ID))
		}
	}
	if len(only) > 0 {
		e.only(only)
	}
}

func (e *Editor) only(stages []string) {
	v := e.options.View
	e.look(journey.View{Map: e.mp, Lanes: v.Lanes, Personas: v.Personas, Stages: journey.List(stages...)})
}

// InView is the stages, the lanes or the personas that a view can show or leave
// out, and which of them the one that is shown does. Hidden lanes are in none.
func (e *Editor) InView(kind journey.Kind) (rows []journey.Row, shown []bool) {
	p := e.Doc.Project()
	switch kind {
	case journey.KindStage:
		each(p.Stages(e.mp), func(r journey.Row) { rows = append(rows, r) })
	case journey.KindLane:
		for _, l := range p.Lanes(e.mp) {
			if !l.Hidden {
				rows = append(rows, l)
			}
		}
	case journey.KindPersona:
		each(p.Personas(), func(r journey.Row) { rows = append(rows, r) })
	}
	list := viewList(&e.options.View, kind).All()
	for _, r := range rows {
		shown = append(shown, len(list) == 0 || slices.Contains(list, string(r.RowID())))
	}
	return rows, shown
}

// viewList is what a view names of a kind.
func viewList(v *journey.View, kind journey.Kind) *journey.Strings {
	switch kind {
	case journey.KindStage:
		return &v.Stages
	case journey.KindLane:
		return &v.Lanes
	}
	return &v.Personas
}

// ShowInView shows a stage, a lane or a persona in the view, or leaves it out;
// the last one of a kind stays. A saved view is changed in the file, as one step
// of undo.
func (e *Editor) ShowInView(id journey.ID, show bool) error {
	r, ok := e.Doc.Project().Row(id)
	if !ok {
		return nil
	}
	rows, shown := e.InView(r.Kind())
	var rest []string
	for i, x := range rows {
		if x.RowID() == id && show || x.RowID() != id && shown[i] {
			rest = append(rest, string(x.RowID()))
		}
	}
	v := e.options.View
	switch list := viewList(&v, r.Kind()); len(rest) {
	case 0:
		return nil
	case len(rows):
		*list = ""
	default:
		*list = journey.List(rest...)
	}
	if v.ID != "" {
		return e.Doc.Do("Change view", func(ed *journey.Edit) error { ed.Put(v); return nil })
	}
	if v.Map = e.mp; v == (journey.View{Map: e.mp}) {
		v.Map = ""
	}
	e.look(v)
	return nil
}

// SaveView keeps what is shown as a view under a name, and shows that.
func (e *Editor) SaveView(title string) (journey.ID, error) {
	if e.Map().ID == "" {
		return "", ErrNoMap
	}
	v := journey.View{ID: e.Doc.newID(), Map: e.mp, Title: journey.CleanText(title), Personas: e.options.View.Personas, Stages: e.options.View.Stages}
	var lanes []string
	for _, r := range e.view.sheet.Rows {
		lanes = append(lanes, string(r.ID))
	}
	if len(lanes) < len(e.Doc.Project().Lanes(e.mp)) && !e.view.sheet.Looped() {
		v.Lanes = journey.List(lanes...)
	}
	err := e.Doc.Do(wordsOf[journey.KindView].add, func(ed *journey.Edit) error {
		views := ed.Now().Views(e.mp)
		v.Order = orderAt(views, v.ID, len(views))
		ed.Put(v)
		return nil
	})
	if err == nil {
		e.ShowView(v.ID)
	}
	return v.ID, err
}
