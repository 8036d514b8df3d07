package editor

import (
	"slices"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// Editor shows one map of a document and changes it. It is what a view of the
// map asks and tells: it has frames, and takes events.
type Editor struct {
	Doc *Document

	options layout.Options
	layout  *layout.Layout
	mp      journey.ID
	view    viewport
	sel     []journey.ID // cards, in the order in which they were chosen
	preview layout.Preview
	tool    Tool
	last    input.Event // of the pointer
	changed []func()
	err     error // of the last event, until somebody asks
}

// New is an editor of the first map of a document. A document without a map
// shows an empty one.
func New(d *Document, o layout.Options) *Editor {
	e := &Editor{Doc: d, options: o, tool: idle{}, view: viewport{Camera: Camera{Zoom: 1}}}
	if m := d.Project().Maps(); len(m) > 0 {
		e.mp = m[0].ID
	}
	e.layout = layout.New(o, e.mp)
	e.relay()
	d.Watch(func(_, _ *journey.Project) { e.relay() })
	return e
}

// relay brings the sheet up to date and forgets what is no longer there.
func (e *Editor) relay() {
	p := e.Doc.Project()
	e.view.sheet = e.layout.UpdatePreview(p, e.preview)
	e.sel = slices.DeleteFunc(e.sel, func(id journey.ID) bool { _, ok := p.Row(id); return !ok })
	e.view.clamp()
	e.notify()
}

// Map is the map that is shown.
func (e *Editor) Map() journey.Map {
	m, _ := journey.Get[journey.Map](e.Doc.Project(), e.mp)
	return m
}

// ShowMap shows another map of the document from its top left.
func (e *Editor) ShowMap(mp journey.ID) {
	if mp == e.mp {
		return
	}
	e.Settle()
	e.mp, e.sel, e.preview = mp, nil, layout.Preview{}
	e.layout = layout.New(e.options, mp)
	e.view.At = geom.Point{}
	e.relay()
}

// Hand reports whether the hand tool is in hand.
func (e *Editor) Hand() bool {
	switch t := e.tool.(type) {
	case *hand:
		return true
	case *pan:
		_, ok := t.back.(*hand)
		return ok
	}
	return false
}

// Sheet is the map as it is laid out now.
func (e *Editor) Sheet() *layout.Sheet { return e.view.sheet }

// Theme is the theme in which the map is shown.
func (e *Editor) Theme() *layout.Theme { return e.options.Theme }

// SetTheme shows the map in another theme.
func (e *Editor) SetTheme(t *layout.Theme) {
	e.options.Theme = t
	e.layout = layout.New(e.options, e.mp)
	e.relay()
}

// Camera is what part of the map is shown.
func (e *Editor) Camera() Camera { return e.view.Camera }

// SetCamera shows another part of the map, as far as that keeps it in sight.
func (e *Editor) SetCamera(c Camera) {
	e.view.Camera = Camera{c.At, min(max(c.Zoom, e.view.least()), MaxZoom)}
	e.view.clamp()
	e.view.snap()
	e.notify()
}

// Resize says how large the view is, in device-independent pixels.
func (e *Editor) Resize(size geom.Point) {
	if size == e.view.size {
		return
	}
	first := e.view.size == geom.Point{}
	e.view.size = size
	e.view.clamp()
	if !first {
		e.view.snap()
	}
	e.notify()
}

// Selection is the cards that are selected, in the order in which they were
// chosen.
func (e *Editor) Selection() []journey.ID { return e.sel }

// Select selects cards and nothing else.
func (e *Editor) Select(cards ...journey.ID) {
	e.sel = cards
	e.notify()
}

func (e *Editor) selected(id journey.ID) bool { return slices.Contains(e.sel, id) }

// Changed calls f whenever what a frame shows may have changed.
func (e *Editor) Changed(f func()) { e.changed = append(e.changed, f) }

func (e *Editor) notify() {
	if t, ok := e.tool.(*typing); ok && !t.g.Open() { // a command has ended the visit
		e.tool = idle{}
	}
	for _, f := range e.changed {
		f()
	}
}

// Hint is a line for the status bar: what the tool in hand does.
func (e *Editor) Hint() string { return e.tool.Hint() }

// Typing reports whether keys write text at the moment.
func (e *Editor) Typing() bool { _, ok := e.tool.(*typing); return ok }

// Err is the error of the last event or command, once.
func (e *Editor) Err() error {
	err := e.err
	e.err = nil
	return err
}

func (e *Editor) fail(err error) {
	if err != nil {
		e.err = err
	}
}

// Event hands an event to the tool in hand.
func (e *Editor) Event(ev input.Event) {
	if ev.Kind != input.Tick && ev.Kind != input.KeyDown && ev.Kind != input.KeyUp && ev.Kind != input.Text {
		e.last = ev
	}
	was := e.tool
	e.tool = e.tool.Handle(e, ev)
	if e.tool != was || ev.Kind != input.Move && ev.Kind != input.Tick || e.tool.Live() {
		e.notify()
	}
}

// Settle ends what a tool is doing and keeps it, as before a file is saved or
// another map is shown.
func (e *Editor) Settle() {
	e.Event(input.Event{Kind: input.Cancel, Now: time.Time{}})
	e.fail(e.Doc.Settle())
}

// Frame is what a view shows now.
func (e *Editor) Frame() input.Frame {
	v, s := &e.view, e.view.sheet
	b := v.body()
	f := input.Frame{
		Panes: []input.Pane{
			{Scene: &s.Body, Rect: b, At: v.At, Zoom: v.Zoom},
			{Scene: &s.Band, Rect: geom.Rect{Min: geom.Pt(b.Min.X, 0), Max: geom.Pt(v.size.X, b.Min.Y)}, At: geom.Pt(v.At.X, 0), Zoom: v.Zoom},
			{Scene: &s.Headers, Rect: geom.Rect{Min: geom.Pt(0, b.Min.Y), Max: geom.Pt(b.Min.X, v.size.Y)}, At: geom.Pt(0, v.At.Y), Zoom: v.Zoom},
			{Scene: &s.Corner, Rect: geom.Rect{Max: b.Min}, Zoom: v.Zoom},
		},
		Cursor: e.tool.Cursor(e),
		Busy:   e.tool.Live(),
	}
	for _, id := range e.sel {
		if r, ok := e.cardBox(id); ok {
			f.Marks = append(f.Marks, e.ring(r))
		}
	}
	e.tool.Show(e, &f)
	return f
}

// cardBox is where a card stands in the body.
func (e *Editor) cardBox(id journey.ID) (geom.Rect, bool) {
	c, ok := journey.Get[journey.Card](e.Doc.Project(), id)
	if !ok {
		return geom.Rect{}, false
	}
	it, at, ok := e.view.sheet.Card(c)
	if !ok || it.Part == layout.GhostPart {
		return geom.Rect{}, false
	}
	return it.Box.Add(at), true
}

// ring is the mark around a selected card: two pixels outside its edge.
func (e *Editor) ring(r geom.Rect) input.Mark {
	const width = 2
	return input.Mark{
		Rect: e.view.toView(r).Grow(width), Clip: e.view.body(),
		Edge: e.Theme().Acc, Width: width, Radius: layout.CardRadius*e.view.Zoom + width,
	}
}

// hit is what lies under a point of the view, in the body.
func (e *Editor) hit(at geom.Point) (scene.Hit, bool) {
	if !e.view.body().Contains(at) {
		return scene.Hit{}, false
	}
	return e.view.sheet.Body.Hit(e.view.toBody(at), 3/e.view.Zoom)
}

// hitCard is the card under a point of the view.
func (e *Editor) hitCard(at geom.Point) (journey.Card, scene.Hit, bool) {
	h, ok := e.hit(at)
	if !ok {
		return journey.Card{}, h, false
	}
	c, ok := journey.Get[journey.Card](e.Doc.Project(), journey.ID(h.Owner))
	return c, h, ok
}
