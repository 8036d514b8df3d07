package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"throughline/journey"
)

// choice is a property that has one of a few values.
type choice struct {
	*widget.Select
	f   *propertyField
	o   fyne.CanvasObject
	own bool // the choice is being set by show
}

func newChoice(f *propertyField) *choice {
	var titles []string
	for _, c := range f.pr.Choices {
		titles = append(titles, tr(c.Title))
	}
	c := &choice{f: f}
	c.Select = widget.NewSelect(titles, func(string) {
		if i := c.SelectedIndex(); !c.own && i >= 0 {
			f.set(f.pr.Choices[i].Value)
		}
	})
	_, c.o = f.in.frame(c.Select)
	return c
}

func (c *choice) object() fyne.CanvasObject { return c.o }

func (c *choice) show(v any, mixed bool) {
	c.own = true
	defer func() { c.own = false }()
	c.PlaceHolder = tr("Mixed")
	at := -1
	for i, x := range c.f.pr.Choices {
		if !mixed && x.Value == v {
			at = i
		}
	}
	if at < 0 {
		c.ClearSelected()
	} else if c.SelectedIndex() != at {
		c.SetSelectedIndex(at)
	}
}

// rowChoice is a property that names a row that all maps share: a persona, a
// channel, a person. A new one can be made on the way.
type rowChoice struct {
	*widget.Select
	f   *propertyField
	o   fyne.CanvasObject
	ids []journey.ID // of the options, after the first, which is none
	own bool
}

func newRowChoice(f *propertyField) *rowChoice {
	c := &rowChoice{f: f}
	c.Select = widget.NewSelect(nil, func(string) {
		i := c.SelectedIndex()
		switch {
		case c.own || i < 0:
		case i == 0:
			f.set(journey.ID(""))
		case i <= len(c.ids):
			f.set(c.ids[i-1])
		default:
			c.make()
		}
	})
	_, c.o = f.in.frame(c.Select)
	return c
}

func (c *rowChoice) object() fyne.CanvasObject { return c.o }

func (c *rowChoice) show(v any, mixed bool) {
	c.own = true
	defer func() { c.own = false }()
	options := []string{tr("None")}
	c.ids = c.ids[:0]
	at := 0
	for _, r := range namedRows(c.f.in.project, c.f.pr.Of) {
		options, c.ids = append(options, r.name), append(c.ids, r.id)
		if r.id == v {
			at = len(c.ids)
		}
	}
	c.PlaceHolder = tr("Mixed")
	c.SetOptions(append(options, tr(newNames[c.f.pr.Of])))
	if mixed {
		c.ClearSelected()
	} else {
		c.SetSelectedIndex(at)
	}
}

// newNames is what making a row is called.
var newNames = map[journey.Kind]string{journey.KindPersona: "New persona", journey.KindChannel: "New channel", journey.KindPerson: "New person"}

// make asks for the name of a new row and takes it.
func (c *rowChoice) make() {
	w, kind := c.f.in.w, c.f.pr.Of
	c.f.in.project = nil // what was there is chosen again, until there is a new one
	c.f.in.refresh()
	w.askName(newNames[kind], "Name", "", "Add", func(name string) {
		if err := w.doc.editor.SetNewRow(c.f.pr, kind, name, c.f.ids...); err != nil {
			w.say(err)
		}
	})
}

type namedRow struct {
	id   journey.ID
	name string
}

// namedRows is the rows of a shared kind, as they are offered.
func namedRows(p *journey.Project, kind journey.Kind) (out []namedRow) {
	if p == nil {
		return nil
	}
	switch kind {
	case journey.KindPersona:
		for _, r := range p.Personas() {
			out = append(out, namedRow{r.ID, r.Name})
		}
	case journey.KindChannel:
		for _, r := range p.Channels() {
			out = append(out, namedRow{r.ID, r.Name})
		}
	case journey.KindPerson:
		for _, r := range p.People() {
			out = append(out, namedRow{r.ID, r.Name})
		}
	}
	return out
}
