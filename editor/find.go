package editor

import (
	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// pane is a part of the view that scrolls on its own.
type pane uint8

const (
	bodyPane pane = iota
	bandPane
	headersPane
)

// rect is where a pane is in the view.
func (v *viewport) rect(p pane) geom.Rect {
	b := v.body()
	switch p {
	case bandPane:
		return geom.Rect{Min: geom.Pt(b.Min.X, 0), Max: geom.Pt(v.size.X, b.Min.Y)}
	case headersPane:
		return geom.Rect{Min: geom.Pt(0, b.Min.Y), Max: geom.Pt(b.Min.X, v.size.Y)}
	}
	return b
}

// scroll is the point of a pane's scene at its top left.
func (v *viewport) scroll(p pane) geom.Point {
	switch p {
	case bandPane:
		return geom.Pt(v.At.X, 0)
	case headersPane:
		return geom.Pt(0, v.At.Y)
	}
	return v.At
}

// scene is what a pane shows a part of.
func (v *viewport) scene(p pane) *scene.Scene {
	switch p {
	case bandPane:
		return &v.sheet.Band
	case headersPane:
		return &v.sheet.Headers
	}
	return &v.sheet.Body
}

// inView is a box of a pane's scene as one of the view.
func (v *viewport) inView(p pane, r geom.Rect) geom.Rect {
	return r.Add(geom.Point{}.Sub(v.scroll(p))).Mul(v.Zoom).Add(v.rect(p).Min)
}

// sight is the part of a pane's scene that is in view.
func (v *viewport) sight(p pane) geom.Rect {
	r, at := v.rect(p), v.scroll(p)
	return geom.Rect{Min: at, Max: at.Add(geom.Pt(r.W(), r.H()).Mul(1 / v.Zoom))}
}

// paneAt is the pane at a point of the view; nothing scrolls in the corner.
func (v *viewport) paneAt(at geom.Point) (pane, bool) {
	for _, p := range []pane{bodyPane, bandPane, headersPane} {
		if v.rect(p).Contains(at) {
			return p, true
		}
	}
	return 0, false
}

// found is an item that a row draws, and its place in the scene of its pane.
type found struct {
	it   *scene.Item
	at   geom.Point
	pane pane
}

// find is what a person takes for a row on the sheet: one item, of a link also
// its label. What is hidden or dragged is nowhere.
func (e *Editor) find(id journey.ID) []found {
	s := e.view.sheet
	var out []found
	add := func(p pane, it *scene.Item, at geom.Point, ok bool) {
		if ok && it.Part != layout.GhostPart {
			out = append(out, found{it, at, p})
		}
	}
	r, _ := e.Doc.Project().Row(id)
	switch r := r.(type) {
	case journey.Card:
		it, at, ok := s.Card(r)
		add(bodyPane, it, at, ok)
	case journey.Note:
		it, at, ok := s.Note(id)
		add(bodyPane, it, at, ok)
	case journey.Link:
		it, at, ok := s.Link(id)
		add(bodyPane, it, at, ok)
		it, at, ok = s.Label(id)
		add(bodyPane, it, at, ok)
	case journey.Stage:
		p := bandPane
		if s.Looped() {
			p = bodyPane
		}
		it, at, ok := e.view.scene(p).Find(string(id), layout.StagePart)
		add(p, it, at, ok)
	case journey.Step:
		it, at, ok := s.Band.Find(string(id), layout.StepPart)
		add(bandPane, it, at, ok)
	case journey.Lane:
		it, at, ok := s.Headers.Find(string(id), layout.LanePart)
		add(headersPane, it, at, ok)
	}
	return out
}

// Reveal brings a row of the map into sight.
func (e *Editor) Reveal(id journey.ID) {
	if e.reveal(id) {
		e.notify()
	}
}

// reveal is Reveal, and says whether the row is on the sheet.
func (e *Editor) reveal(id journey.ID) bool {
	all := e.find(id)
	for _, f := range all {
		if f.it.Part != layout.LinkPart || len(all) == 1 { // the label says where a link is
			e.show(f.pane, f.it.Box.Add(f.at))
		}
	}
	return len(all) > 0
}

// show brings a box of a pane's scene into sight. What stands in a band moves
// along its length only.
func (e *Editor) show(p pane, r geom.Rect) {
	v := &e.view
	was := v.At
	switch p {
	case bandPane:
		r.Min.Y, r.Max.Y = was.Y, was.Y
	case headersPane:
		r.Min.X, r.Max.X = was.X, was.X
	}
	v.show(r)
	switch p {
	case bandPane:
		v.At.Y = was.Y
	case headersPane:
		v.At.X = was.X
	}
}

// cardBox is where a card stands in the body.
func (e *Editor) cardBox(id journey.ID) (geom.Rect, bool) {
	if _, ok := journey.Get[journey.Card](e.Doc.Project(), id); ok {
		for _, f := range e.find(id) {
			return f.it.Box.Add(f.at), true
		}
	}
	return geom.Rect{}, false
}

// hit is what lies under a point of the view.
func (e *Editor) hit(at geom.Point) (h scene.Hit, p pane, ok bool) {
	p, ok = e.view.paneAt(at)
	if !ok {
		return h, p, false
	}
	slop := 0.0
	if p == bodyPane {
		slop = 3 / e.view.Zoom
	}
	q := at.Sub(e.view.rect(p).Min).Mul(1 / e.view.Zoom).Add(e.view.scroll(p))
	h, ok = e.view.scene(p).Hit(q, slop)
	return h, p, ok
}

// hitRow is the row under a point of the view, of a kind that can be selected:
// the cells of a lane are not its header.
func (e *Editor) hitRow(at geom.Point) (journey.Row, scene.Hit, bool) {
	h, p, ok := e.hit(at)
	if !ok {
		return nil, h, false
	}
	r, _ := e.Doc.Project().Row(journey.ID(h.Owner))
	switch r.(type) {
	case journey.Card, journey.Note, journey.Link, journey.Stage, journey.Step:
		return r, h, true
	case journey.Lane:
		return r, h, p == headersPane
	}
	return nil, h, false
}

// hitCard is the card under a point of the view.
func (e *Editor) hitCard(at geom.Point) (journey.Card, scene.Hit, bool) {
	r, h, _ := e.hitRow(at)
	c, ok := r.(journey.Card)
	return c, h, ok
}
