package editor

import (
	"maps"
	"math"
	"slices"

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

	options   layout.Options
	layout    *layout.Layout
	mp        journey.ID
	view      viewport
	images    images
	cameras   map[journey.ID]Camera // of the maps that were shown before
	sel       selection
	search    search
	focus     Focus
	census    census
	reach     reach
	preview   layout.Preview
	tool      Tool
	clipboard Clipboard
	shelf     Shelf
	blobs     Blobs
	style     *style
	waiting   *plan // a paste that waits for a word
	changed   []func()
	unknown   func(input.Chord) bool // shortcuts that are not the editor's
	err       error                  // of the last event, until somebody asks
	context   *ContextMenu           // that the last event asked for, until somebody asks
	notice    *Notice                // of the last command, until somebody asks

	presenting *Presentation // that is going on; nil where none is

	pointer    geom.Point // in the view
	inside     bool       // the pointer is in the view
	wholeFirst bool       // the first view shall show the whole map
	sketched   map[string]*scene.Scene
}

// New is an editor of the first map of a document. A document without a map
// shows an empty one.
func New(d *Document, o layout.Options) *Editor {
	e := &Editor{Doc: d, options: o, tool: idle{}, view: viewport{Camera: Camera{Zoom: 1}}, clipboard: &memoryClipboard{}, shelf: &memoryShelf{}, blobs: memoryBlobs{journey.MemoryBlobs{}}}
	e.layout = layout.New(o, e.mp)
	e.relay()
	d.Watch(e.follow)
	return e
}

// follow shows what has become of the project, and forgets what is no longer
// there.
func (e *Editor) follow(old, next *journey.Project) {
	e.waiting = nil
	var gone []journey.ID
	changes := journey.Diff(old, next).Changes
	for _, c := range changes {
		if c.After == nil {
			gone = append(gone, c.ID())
		}
	}
	e.sel.remove(gone...)
	e.recount(old, next, changes)
	e.relay()
	if e.presenting != nil {
		e.presenting.follow(next)
	}
}

// relay brings the sheet up to date. Where the map is gone, it is that of the
// first there is.
func (e *Editor) relay() {
	p := e.Doc.Project()
	if _, ok := journey.Get[journey.Map](p, e.mp); !ok {
		if m := p.Maps(); len(m) > 0 {
			e.begin(m[0].ID)
		}
	}
	e.followView()
	e.preview.Typing = e.typingIn()
	was := e.view.sheet
	e.view.sheet = e.layout.UpdatePreview(p, e.preview)
	e.keepFocus(was)
	e.view.clamp()
	e.notify()
}

// Map is the map that is shown.
func (e *Editor) Map() journey.Map {
	m, _ := journey.Get[journey.Map](e.Doc.Project(), e.mp)
	return m
}

// ShowMap shows another map of the document as it was shown last, or from its
// top left.
func (e *Editor) ShowMap(mp journey.ID) {
	if mp == e.mp {
		return
	}
	e.Settle()
	e.begin(mp)
	e.relay()
}

// begin is another map where it was shown last, with nothing selected.
func (e *Editor) begin(mp journey.ID) {
	e.cameras = e.Cameras()
	e.mp, e.preview = mp, layout.Preview{}
	e.sel.set()
	e.focus, e.waiting = Focus{}, nil
	e.count()
	e.layout = layout.New(e.options, mp)
	if c, before := e.cameras[mp]; before {
		e.view.Camera = c
	} else {
		e.view.At = geom.Point{}
	}
}

// Cameras is what part of each map is shown that was shown at all.
func (e *Editor) Cameras() map[journey.ID]Camera {
	all := maps.Clone(e.cameras)
	if all == nil {
		all = map[journey.ID]Camera{}
	}
	if e.mp != "" {
		all[e.mp] = e.view.Camera
	}
	return all
}

// SetCameras says what part of maps is shown once they are; of the one that is
// shown already, it shows that part.
func (e *Editor) SetCameras(all map[journey.ID]Camera) {
	e.cameras = map[journey.ID]Camera{}
	for mp, c := range all {
		if c.Zoom >= leastKept && c.Zoom <= MaxZoom {
			e.cameras[mp] = c
		}
	}
	if c, ok := e.cameras[e.mp]; ok {
		e.SetCamera(c)
	}
}

// Sheet is the map as it is laid out now.
func (e *Editor) Sheet() *layout.Sheet { return e.view.sheet }

// Theme is the theme in which the map is shown.
func (e *Editor) Theme() *layout.Theme { return e.options.Theme }

// Options is how the map is laid out.
func (e *Editor) Options() layout.Options { return e.options }

// SetTheme shows the map in another theme.
func (e *Editor) SetTheme(t *layout.Theme) {
	if t == e.options.Theme {
		return
	}
	e.options.Theme = t
	e.layout = layout.New(e.options, e.mp)
	e.relay()
}

// SetWords shows the map's own words, such as those of its hints, as say has
// them.
func (e *Editor) SetWords(say func(string) string) {
	e.options.Say, e.sketched = say, nil
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

// WholeFirst has the view show all of the map at first, if all that cards say can
// be read then.
func (e *Editor) WholeFirst() { e.wholeFirst = true }

// wholeZoom is the zoom from which on a map shows everything.
const wholeZoom = 0.75

// Resize says how large the view is, in device-independent pixels.
func (e *Editor) Resize(size geom.Point) {
	if size == e.view.size {
		return
	}
	first := e.view.size == geom.Point{}
	e.view.size = size
	if first && e.wholeFirst {
		if z := e.view.fit(geom.Rect{Max: e.view.whole()}); z >= wholeZoom {
			e.view.Zoom = min(z, 1)
		}
	}
	e.view.clamp()
	if !first {
		e.view.snap()
	}
	e.notify()
}

// Changed calls f whenever what a frame shows may have changed.
func (e *Editor) Changed(f func()) { e.changed = append(e.changed, f) }

func (e *Editor) notify() {
	if t, ok := e.tool.(*typing); ok && !t.g.Open() { // a command has ended the visit
		e.tool = idle{}
	}
	if e.typingIn() != e.preview.Typing {
		e.relay() // which comes back here
		return
	}
	for _, f := range e.changed {
		f()
	}
}

// Hint is a line for the status bar: what the tool in hand does.
func (e *Editor) Hint() string { return e.tool.Hint() }

// Typing reports whether keys write text at the moment.
func (e *Editor) Typing() bool { _, ok := e.tool.(*typing); return ok }

// typingIn is the row in which somebody types, "" where nobody does.
func (e *Editor) typingIn() journey.ID {
	if t, ok := e.tool.(*typing); ok && t.g.Open() {
		return t.field.owner
	}
	return ""
}

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
	e.heard(&ev)
	if e.answers(ev) {
		return
	}
	was := e.tool
	e.under(ev)
	e.tool = e.tool.Handle(e, ev)
	if e.tool != was || ev.Kind != input.Move && ev.Kind != input.Tick || e.tool.Live() {
		e.notify()
	}
}

// Settle ends what a tool is doing and keeps it, as before a file is saved or
// another map is shown.
func (e *Editor) Settle() {
	e.Event(input.Event{Kind: input.Cancel})
	e.fail(e.Doc.Settle())
}

// Frame is what a view shows now.
func (e *Editor) Frame() input.Frame {
	v, s := &e.view, e.view.sheet
	b := v.body()
	f := input.Frame{
		Panes: []input.Pane{
			{Scene: &s.Body, Rect: b, At: v.At, Zoom: v.Zoom},
			{Scene: &s.Band, Rect: v.rect(bandPane), At: v.scroll(bandPane), Zoom: v.Zoom},
			{Scene: &s.Headers, Rect: v.rect(headersPane), At: v.scroll(headersPane), Zoom: v.Zoom},
			e.sliding(b),
			{Scene: &s.Corner, Rect: geom.Rect{Max: b.Min}, Zoom: v.Zoom},
		},
		Cursor: e.tool.Cursor(e),
		Busy:   e.tool.Live(),
	}
	e.showSeveral(&f)
	f.Marks = slices.Concat(f.Marks, e.foundRings(), e.rings(), e.focusRing())
	for _, b := range e.ends() {
		b.draw(e, &f)
	}
	e.tool.Show(e, &f)
	e.shown(&f)
	return f
}

// sliding is the name of the stage that is cut off at the left, over the band
// at the body's edge. It makes way while somebody types in it.
func (e *Editor) sliding(body geom.Rect) input.Pane {
	v := &e.view
	sc, at, ok := v.sheet.Sliding(v.At.X, v.Zoom)
	st, _ := v.sheet.StageAt(v.At.X)
	if t, typing := e.tool.(*typing); !ok || body.Empty() || typing && t.field.owner == st.ID {
		return input.Pane{Scene: &scene.Scene{}, Zoom: v.Zoom}
	}
	hidden := math.Round((v.At.X - at.X) * v.Zoom) // what lies under the corner, pixels
	r := geom.Box(body.Min.X, math.Round(at.Y*v.Zoom), sc.Size.X*v.Zoom-hidden, sc.Size.Y*v.Zoom)
	if r = r.Intersect(geom.Rect{Max: v.size}); r.Empty() {
		r = geom.Rect{}
	}
	return input.Pane{Scene: sc, Rect: r, At: geom.Pt(hidden/v.Zoom, 0), Zoom: v.Zoom}
}
