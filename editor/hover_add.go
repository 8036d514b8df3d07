package editor

import (
	"fmt"
	"math"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// adder is the pointer near a boundary between stages, steps or lanes: a disc
// there adds another one.
type adder struct {
	kind   journey.Kind
	beside journey.ID // the stage, step or lane before it, "" where it is the first
	stage  journey.ID // of a step
	disc   geom.Point
	clip   geom.Rect
	on     bool    // the pointer is on the disc
	edge   control // what it is on beside the disc, if anything
}

const (
	addReach  = 12 // how near to a boundary the pointer brings out its disc, pixels
	mostSteps = 6  // in a stage, beyond which none are offered
)

// adderAt is the boundary near a point of the view; edge is the one that can
// be dragged there.
func (e *Editor) adderAt(at geom.Point, edge control) control {
	v := &e.view
	s := v.sheet
	if s.Looped() || v.Zoom < nearZoom {
		return edge
	}
	a := adder{edge: edge}
	x := (at.X-v.body().Min.X)/v.Zoom + v.At.X
	near := func(line float64) bool { return math.Abs(line-x)*v.Zoom <= addReach }
	switch p, _ := v.paneAt(at); {
	case p == bandPane && v.rect(bandPane).Contains(at) && at.Y < s.StepsY*v.Zoom:
		a.kind, a.disc.Y = journey.KindStage, discR+1
		found := false
		for i, st := range s.Stages {
			if i == 0 && near(0) {
				a.disc.X, found = 0, true
			}
			if near(st.X+st.W) && i < len(s.Stages)-1 { // behind the last there is a box
				a.beside, a.disc.X, found = st.ID, st.X+st.W, true
			}
		}
		if !found {
			return edge
		}
	case p == bandPane && v.rect(bandPane).Contains(at):
		a.kind, a.disc.Y = journey.KindStep, (s.StepsY+s.StepsH)*v.Zoom-discR-2
		for _, st := range s.Stages {
			for _, c := range st.Columns {
				if near(c.X+c.W) && len(st.Columns) < mostSteps {
					a.beside, a.stage, a.disc.X = c.Step, st.ID, c.X+c.W
				}
			}
		}
		if a.stage == "" {
			return edge
		}
	case p == headersPane && v.rect(headersPane).Contains(at):
		a.kind = journey.KindLane
		y := (at.Y-v.body().Min.Y)/v.Zoom + v.At.Y
		for _, r := range s.Rows[:max(0, len(s.Rows)-1)] { // below the last there is a box
			if line := r.Y + r.H; math.Abs(line-y)*v.Zoom <= addReach {
				a.beside = r.ID
				a.disc = geom.Pt(discR+4, math.Round((line-v.At.Y)*v.Zoom)+v.body().Min.Y)
			}
		}
		if a.beside == "" {
			return edge
		}
	default:
		return edge
	}
	a.clip = v.rect(bandPane)
	if a.kind == journey.KindLane {
		a.clip = v.rect(headersPane)
	} else {
		a.disc.X = math.Round((a.disc.X-v.At.X)*v.Zoom) + v.body().Min.X
		a.disc.X = max(a.disc.X, v.body().Min.X+discR+1)
	}
	a.on = onDisc(at, a.disc)
	return a
}

func (a adder) show(e *Editor, f *input.Frame) {
	if a.edge != nil && !a.on {
		a.edge.show(e, f)
	}
	f.Marks = append(f.Marks, e.plus(a.disc, a.clip, a.on)...)
}

func (a adder) cursor() input.Cursor {
	switch {
	case a.on:
		return input.Hand
	case a.edge != nil:
		return a.edge.cursor()
	}
	return input.Arrow
}

func (a adder) press(e *Editor, ev input.Event) Tool {
	switch {
	case a.on:
		return e.addBeside(a.kind, a.beside, a.stage, ev)
	case a.edge != nil:
		return a.edge.press(e, ev)
	}
	return nil
}

// addBeside adds a stage, a step or a lane behind another one, or the first of
// all, and begins to type its title. Of a lane the kind is asked for first.
func (e *Editor) addBeside(kind journey.Kind, beside, stage journey.ID, ev input.Event) Tool {
	p := e.Doc.Project()
	var put func(*journey.Edit) error
	var id journey.ID
	switch kind {
	case journey.KindStage:
		put, id = e.newStage(indexOf(p.Stages(e.mp), beside)+1, "")
	case journey.KindStep:
		put, id = e.newStep(stage, indexOf(p.Steps(stage), beside)+1, "")
	default:
		return &asking{beside: beside}
	}
	return e.visit(field{id, layout.TitlePart}, wordsOf[kind].add, func(ed *journey.Edit) { e.fail(put(ed)) }, ev)
}

// asking waits for the button to come up on what adds a lane, and asks for its
// kind then: a menu that opened before would close with the button.
type asking struct {
	plain
	beside journey.ID // the lane above
}

// Handle waits.
func (t *asking) Handle(e *Editor, ev input.Event) Tool {
	switch {
	case ev.Kind == input.Release:
		e.Select()
		if t.beside != "" {
			e.choose(t.beside, false)
		}
		e.context = &ContextMenu{At: ev.At, Fit: OnFoot}
		return idle{}
	case ev.Kind == input.Cancel:
		return idle{}
	case ev.Kind == input.KeyDown && ev.Key == input.KeyEscape:
		return &swallow{}
	}
	return t
}

// endBox is the dashed box behind the last stage or below the last lane that
// adds another one.
type endBox struct {
	kind journey.Kind
	box  geom.Rect // in its pane, u
	on   bool
}

const (
	endGap               = 8
	endStageW, endStageH = 112, 44
	endLaneH             = 36
)

// ends is the boxes behind the last stage and below the last lane.
func (e *Editor) ends() []endBox {
	v := &e.view
	s := v.sheet
	if _, hand := e.tool.(*hand); hand || e.mp == "" || s.Looped() || v.Zoom < nearZoom || e.Doc.Writable() != nil {
		return nil
	}
	return []endBox{
		{kind: journey.KindStage, box: geom.Box(s.Width+endGap, endGap, endStageW, endStageH)},
		{kind: journey.KindLane, box: geom.Box(endGap, s.Height+endGap, s.HeaderWidth-2*endGap, endLaneH)},
	}
}

func (b endBox) pane() pane {
	if b.kind == journey.KindLane {
		return headersPane
	}
	return bandPane
}

// endAt is the box at a point of the view.
func (e *Editor) endAt(at geom.Point) (endBox, bool) {
	for _, b := range e.ends() {
		if e.view.rect(b.pane()).Contains(at) && e.view.inView(b.pane(), b.box).Contains(at) {
			b.on = true
			return b, true
		}
	}
	return endBox{}, false
}

// draw adds the box where it is in sight.
func (b endBox) draw(e *Editor, f *input.Frame) {
	v := &e.view
	if !b.box.Overlaps(v.sight(b.pane())) {
		return
	}
	says, size := "Add stage", geom.Pt(b.box.W(), b.box.H())
	if b.kind == journey.KindLane {
		says = "Add lane"
	}
	key := fmt.Sprint("end/", e.said(says), size, v.Zoom, e.Theme().Name)
	f.Drawn = append(f.Drawn, input.Drawing{
		Key: key, Scene: e.sketch(key, func() *scene.Scene { return e.options.EmptyCell(says, size) }),
		At: v.inView(b.pane(), b.box).Min, Zoom: v.Zoom, Clip: v.rect(b.pane()),
	})
}

func (b endBox) show(e *Editor, f *input.Frame) {
	v := &e.view
	f.Marks = append(f.Marks, input.Mark{Rect: v.inView(b.pane(), b.box), Clip: v.rect(b.pane()), Fill: faint(e.Theme().Acc, 16), Edge: e.Theme().Acc, Width: 1, Radius: layout.CardRadius * v.Zoom})
}

func (endBox) cursor() input.Cursor { return input.Hand }

func (b endBox) press(e *Editor, ev input.Event) Tool {
	var last journey.ID
	if st := e.Doc.Project().Stages(e.mp); b.kind == journey.KindStage && len(st) > 0 {
		last = st[len(st)-1].ID
	}
	if l := e.Doc.Project().Lanes(e.mp); b.kind == journey.KindLane && len(l) > 0 {
		last = l[len(l)-1].ID
	}
	return e.addBeside(b.kind, last, "", ev)
}
