package editor

import (
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

var viewCommands = []Command{
	{
		Name: "view.in", Title: "Zoom in", Menu: "View", Aside: true, Keys: []input.Chord{{Mods: input.Ctrl, Key: "="}, {Mods: input.Ctrl, Key: input.KeyPlus}, {Mods: input.Ctrl | input.Shift, Key: "="}},
		Run: func(e *Editor) error { e.ZoomTo(zoomStep(e.view.Zoom, 1)); return nil },
	},
	{
		Name: "view.out", Title: "Zoom out", Menu: "View", Aside: true, Keys: []input.Chord{{Mods: input.Ctrl, Key: input.KeyMinus}},
		Run: func(e *Editor) error { e.ZoomTo(zoomStep(e.view.Zoom, -1)); return nil },
	},
	{
		Name: "view.full", Title: "100 %", Menu: "View", Aside: true, Keys: []input.Chord{{Mods: input.Ctrl, Key: "0"}},
		Run: func(e *Editor) error { e.ZoomTo(1); return nil },
	},
	{
		Name: "view.fit", Title: "Fit map", Menu: "View", Group: 1, Aside: true, Keys: []input.Chord{{Mods: input.Shift, Key: "1"}},
		Run: func(e *Editor) error { e.Fit(); return nil },
	},
	{
		Name: "view.fitSelection", Title: "Fit selection", Menu: "View", Group: 1, Aside: true, Keys: []input.Chord{{Mods: input.Shift, Key: "2"}},
		Enabled: func(e *Editor) bool { return len(e.sel.ids) > 0 },
		Run:     func(e *Editor) error { e.fitSelection(); return nil },
	},
	{
		Name: "view.pageRight", Title: "Page right", Menu: "View", Sub: "Turn the page", Group: 1, Aside: true, Keys: []input.Chord{{Mods: input.Shift, Key: input.KeyPageDown}},
		Run: func(e *Editor) error { e.page(e.way(rightward)); return nil },
	},
	{
		Name: "view.pageLeft", Title: "Page left", Menu: "View", Sub: "Turn the page", Group: 1, Aside: true, Keys: []input.Chord{{Mods: input.Shift, Key: input.KeyPageUp}},
		Run: func(e *Editor) error { e.page(e.way(leftward)); return nil },
	},
	{
		Name: "view.pageDown", Title: "Page down", Menu: "View", Sub: "Turn the page", Group: 1, Aside: true, Keys: []input.Chord{{Key: input.KeyPageDown}},
		Run: func(e *Editor) error { e.page(downward); return nil },
	},
	{
		Name: "view.pageUp", Title: "Page up", Menu: "View", Sub: "Turn the page", Group: 1, Aside: true, Keys: []input.Chord{{Key: input.KeyPageUp}},
		Run: func(e *Editor) error { e.page(upward); return nil },
	},
	{
		Name: "view.rows", Title: "Rows", Menu: "View", Group: 3,
		Enabled: func(e *Editor) bool { return e.Map().Layout == journey.Loop },
		Run:     func(e *Editor) error { return e.layOut(journey.Rows) },
	},
	{
		Name: "view.loop", Title: "Loop", Menu: "View", Group: 3,
		Enabled: func(e *Editor) bool { return e.Map().ID != "" && e.Map().Layout != journey.Loop },
		Run:     func(e *Editor) error { return e.layOut(journey.Loop) },
	},
	{
		Name: "view.heat", Title: "Pain heat", Menu: "View", Group: 4, Enabled: inRows, Checked: func(e *Editor) bool { return e.Map().Heat },
		Run: func(e *Editor) error { return e.toggle("pain heat", func(m *journey.Map) *bool { return &m.Heat }) },
	},
	{
		Name: "view.summary", Title: "Summary of stages", Menu: "View", Group: 4, Enabled: inRows, Checked: func(e *Editor) bool { return e.Map().Summary },
		Run: func(e *Editor) error {
			return e.toggle("summary of stages", func(m *journey.Map) *bool { return &m.Summary })
		},
	},
	{
		Name: "view.hideStage", Title: "Leave out stage", Menu: "View", Group: 7, Fits: OnStage,
		Enabled: func(e *Editor) bool { return e.here().stage.ID != "" && len(e.view.sheet.Stages) > 1 },
		Run:     func(e *Editor) error { e.HideStage(e.here().stage.ID); return nil },
	},
	{
		Name: "view.onlyStages", Title: "Show only these stages", Menu: "View", Group: 7, Fits: OnStage,
		Enabled: func(e *Editor) bool {
			return e.tally().only(journey.KindStage) && e.tally().n < len(e.view.sheet.Stages)
		},
		Run: func(e *Editor) error { e.OnlyStages(e.sel.ids...); return nil },
	},
	{
		Name: "view.everything", Title: "Show everything", Menu: "View", Group: 7, Fits: OnStage | OnGround,
		Enabled: func(e *Editor) bool { return e.View() != journey.View{} },
		Run:     func(e *Editor) error { e.ShowView(""); return nil },
	},
}

// inRows reports whether there is a map, and its stages stand side by side.
func inRows(e *Editor) bool { return e.Map().ID != "" && !e.Sheet().Looped() }

// toggle shows a part of the map or hides it, for those who open the file later
// too.
func (e *Editor) toggle(what string, part func(*journey.Map) *bool) error {
	m := e.Map()
	shown := part(&m)
	*shown = !*shown
	label := "Hide " + what
	if *shown {
		label = "Show " + what
	}
	return e.Doc.Do(label, func(ed *journey.Edit) error {
		ed.Put(m)
		return nil
	})
}

// layOut lays out the map in rows or as a loop, for those who open the file
// later too.
func (e *Editor) layOut(way string) error {
	m := e.Map()
	if n := len(e.Doc.Project().Stages(m.ID)); way == journey.Loop && (n < layout.LeastLoop || n > layout.MostLoop) {
		return LoopError{n}
	}
	m.Layout = way
	label := "Lay out in rows"
	if way == journey.Loop {
		label = "Lay out as a loop"
	}
	err := e.Doc.Do(label, func(ed *journey.Edit) error {
		ed.Put(m)
		return nil
	})
	if err == nil {
		e.view.At = geom.Point{}
		e.view.clamp()
	}
	return err
}

// ZoomTo zooms around the middle of the view.
func (e *Editor) ZoomTo(zoom float64) {
	e.view.zoomTo(zoom, e.view.body().Center())
	e.notify()
}

// A notch of the wheel is 25 pixels, and a quarter of an octave of zoom.
const notch, notchesPerOctave = 25, 4

// zoomWheel zooms around the pointer. Whole notches meet the same zooms there
// and back, 100 % among them, wherever they began.
func (e *Editor) zoomWheel(pixels float64, at geom.Point) {
	n := math.Log2(e.view.Zoom)*notchesPerOctave + pixels/notch
	if q := math.Round(n); math.Abs(pixels) >= notch || math.Abs(q-n) < 0.1 {
		n = q
	}
	e.view.zoomTo(math.Exp2(n/notchesPerOctave), at)
	e.notify()
}

// Fit shows the whole map, no larger than 100 %.
func (e *Editor) Fit() {
	e.view.Zoom = max(min(e.view.fit(geom.Rect{Max: e.view.whole()}), 1), 0.01)
	e.view.At = geom.Point{}
	e.view.clamp()
	e.notify()
}

func (e *Editor) fitSelection() {
	var r geom.Rect
	for _, o := range e.outline() {
		switch b := o.box; o.pane { // of what stands in a band, the columns or rows under it
		case bandPane:
			r = r.Union(geom.Rect{Min: geom.Pt(b.Min.X, 0), Max: geom.Pt(b.Max.X, e.view.sheet.Height)})
		case headersPane:
			r = r.Union(geom.Rect{Min: geom.Pt(0, b.Min.Y), Max: geom.Pt(e.view.sheet.Width, b.Max.Y)})
		default:
			r = r.Union(b)
		}
	}
	if r.Empty() {
		return
	}
	r = r.Grow(32)
	s := e.view.sheet
	zoom := e.view.fit(geom.Rect{Max: geom.Pt(r.W()+s.HeaderWidth, r.H()+s.BandHeight)})
	e.view.Zoom = min(max(zoom, e.view.least()), 2)
	e.view.At = r.Min
	e.view.clamp()
	e.view.snap()
	e.notify()
}

// page moves by most of a view.
func (e *Editor) page(w heading) {
	b := e.view.body()
	e.view.pan(geom.Pt(float64(w.x)*b.W()*0.9, float64(w.y)*b.H()*0.9))
	e.notify()
}
