package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"throughline/editor"
	"throughline/journey"
)

// inspector is the panel at the right: everything that the selected rows hold,
// or, where nothing is selected, the map itself. It is made from the editor's
// table of properties.
type inspector struct {
	w      *Window
	box    *fyne.Container
	scroll *container.Scroll
	shape  string // of what is shown: other rows of the same shape keep the widgets
	fields []*propertyField
	head   *inspectorHead

	project *journey.Project // as it was shown last
	ids     []journey.ID
}

// propertyField is a property of some rows, and what it is entered with.
type propertyField struct {
	in   *inspector
	pr   editor.Property
	ids  []journey.ID
	ways valueWays
}

// valueWays is a widget for a property's value.
type valueWays interface {
	object() fyne.CanvasObject
	// show brings the widget up to date; v is of the field's type.
	show(v any, mixed bool)
}

// set gives the rows a value.
func (f *propertyField) set(v any) {
	e := f.in.w.doc.editor
	if err := e.SetValue(f.pr, v, f.ids...); err != nil {
		f.in.w.say(err)
		f.in.project = nil // show again what they hold
		f.in.refresh()
	}
}

// The measures of the inspector.
const (
	inspectorPad   = 16
	inspectorLabel = 68
	inspectorGap   = 8
	inspectorRow   = 30
)

func newInspector(w *Window) *inspector {
	in := &inspector{w: w, box: container.New(layout.NewCustomPaddedVBoxLayout(0))}
	in.scroll = container.NewVScroll(in.box)
	in.head = newInspectorHead(w)
	return in
}

// object is the panel's content.
func (in *inspector) object() fyne.CanvasObject {
	return container.NewBorder(in.head.box, nil, nil, nil, in.scroll)
}

// frame puts something to enter into a field, whose edge can change its colour.
func (in *inspector) frame(o fyne.CanvasObject) (*canvas.Rectangle, fyne.CanvasObject) {
	th := in.w.look.colors
	edge := box(rgb(th.Field, 255), rgb(th.Hair2, 255), 6, 1)
	return edge, container.NewStack(edge, container.New(inset{3, 0}, o))
}

// targets is what is shown: the selection, or the map.
func (in *inspector) targets() []journey.ID {
	e := in.w.doc.editor
	if ids := e.Selection(); len(ids) > 0 {
		return ids
	}
	if id := e.Map().ID; id != "" {
		return []journey.ID{id}
	}
	return nil
}

// refresh shows what is selected now. Where neither the selection nor the
// project is another, it costs nothing.
func (in *inspector) refresh() {
	if in.w.doc == nil {
		return
	}
	p, ids := in.w.doc.editor.Doc.Project(), in.targets()
	if p == in.project && slices.Equal(ids, in.ids) {
		return
	}
	in.project, in.ids = p, slices.Clone(ids)
	e := in.w.doc.editor
	own := e.Properties(ids...)
	var persona journey.ID
	if m, ok := journey.Get[journey.Map](p, first(ids)); ok && len(ids) == 1 {
		persona = m.Persona
	}
	if shape := shapeOf(own, persona != ""); shape != in.shape {
		in.shape = shape
		in.build(own, persona)
	}
	for _, f := range in.fields {
		f.ids = ids
		if f.pr.Group == personaGroup {
			f.ids = []journey.ID{persona}
		}
		f.ways.show(e.Value(f.pr, f.ids...))
	}
	in.head.show(ids)
}

func first(ids []journey.ID) journey.ID {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// personaGroup heads what is said of the persona that a map is about.
const personaGroup = "The persona"

func shapeOf(ps []editor.Property, persona bool) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprint(&b, p.Group, p.Field, p.Form, " ")
	}
	fmt.Fprint(&b, persona)
	return b.String()
}

// build makes the widgets of a shape.
func (in *inspector) build(ps []editor.Property, persona journey.ID) {
	in.fields, in.box.Objects = nil, nil
	if persona != "" {
		for _, p := range editor.PersonaProperties() {
			p.Group = personaGroup
			ps = append(ps, p)
		}
	}
	group := ""
	for i := 0; i < len(ps); i++ {
		p := ps[i]
		if p.Group != group {
			group = p.Group
			in.box.Add(in.heading(group))
		}
		f := in.field(p)
		if p.Form != editor.FormTruth {
			in.box.Add(in.row(p, f.ways.object()))
			continue
		}
		flags := container.New(wrapLayout{6}, f.ways.object())
		for i+1 < len(ps) && ps[i+1].Form == editor.FormTruth && ps[i+1].Group == group {
			i++
			flags.Add(in.field(ps[i]).ways.object())
		}
		in.box.Add(in.row(editor.Property{Title: "Flags"}, flags))
	}
	in.box.Refresh()
	in.scroll.ScrollToTop()
}

// field makes the widget of a property.
func (in *inspector) field(p editor.Property) *propertyField {
	f := &propertyField{in: in, pr: p}
	switch p.Form {
	case editor.FormChoice:
		f.ways = newChoice(f)
	case editor.FormRow:
		f.ways = newRowChoice(f)
	case editor.FormTruth:
		f.ways = newFlag(f)
	case editor.FormLevel:
		f.ways = newLevels(f)
	case editor.FormFeeling:
		f.ways = newFaces(f)
	case editor.FormHue:
		f.ways = newSwatches(f)
	case editor.FormIcon:
		f.ways = newIconChoice(f)
	case editor.FormMedia:
		f.ways = newMediaField(f)
	default:
		f.ways = newTyped(f)
	}
	in.fields = append(in.fields, f)
	return f
}

// row is a property behind its label.
func (in *inspector) row(p editor.Property, o fyne.CanvasObject) fyne.CanvasObject {
	if p.Title == "" {
		return container.New(inset{inspectorPad, 4}, o)
	}
	label := canvas.NewText(tr(p.Title), rgb(in.w.look.colors.Ink3, 255))
	label.TextSize = 12
	return container.New(inset{inspectorPad, 4}, container.New(labelLayout{}, label, o))
}

// heading is a line across the panel with the name of a group below it.
func (in *inspector) heading(group string) fyne.CanvasObject {
	th := in.w.look.colors
	line := canvas.NewRectangle(rgb(th.Hair, 255))
	line.SetMinSize(fyne.NewSize(1, 1))
	name := canvas.NewText(tr(group), rgb(th.Ink3, 255))
	name.TextSize, name.TextStyle.Bold = 12, true
	return container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(inset{0, 6}, line), container.New(inset{inspectorPad, 4}, name))
}

// labelLayout is a layout: a label in a column of its own, and a field.
type labelLayout struct{}

func (labelLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(inspectorLabel+inspectorGap+o[1].MinSize().Width, max(o[1].MinSize().Height, inspectorRow))
}

func (labelLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[0].MinSize()
	o[0].Resize(fyne.NewSize(inspectorLabel, m.Height))
	o[0].Move(fyne.NewPos(0, (inspectorRow-m.Height)/2))
	const x = inspectorLabel + inspectorGap
	o[1].Resize(fyne.NewSize(size.Width-x, size.Height))
	o[1].Move(fyne.NewPos(x, 0))
}

// wrapLayout is a layout: objects one behind the other, on as many lines as it
// takes, with a gap between them.
type wrapLayout struct{ gap float32 }

func (l wrapLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, x := range o {
		m = m.Max(x.MinSize())
	}
	if len(o) > 0 { // as high as it became with the width it has
		last := o[len(o)-1]
		m.Height = max(m.Height, last.Position().Y+last.MinSize().Height)
	}
	return m
}

func (l wrapLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x, y, line := float32(0), float32(0), float32(0)
	for _, c := range o {
		m := c.MinSize()
		if x > 0 && x+m.Width > size.Width {
			x, y, line = 0, y+line+l.gap, 0
		}
		c.Resize(m)
		c.Move(fyne.NewPos(x, y))
		x, line = x+m.Width+l.gap, max(line, m.Height)
	}
}
