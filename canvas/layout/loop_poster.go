package layout

import (
	"slices"

	"throughline/canvas/geom"
	"throughline/journey"
)

// loopBelow is the room between a loop and the lanes below it on a poster.
const loopBelow = 48

// beside is the sheet of what a loop does not show: every other lane, in rows.
// The feelings are among them where they have names, for which a ring has no
// room. It is nil where nothing is left.
func beside(o Options, p *journey.Project, mp journey.ID, s *Sheet) *Sheet {
	if !s.Looped() {
		return nil
	}
	f := newFrame(&o, p)
	touch, feel := loopLanes(f.lanes(mp))
	named := slices.ContainsFunc(f.laneCards(feel), func(c journey.Card) bool { return c.Title != "" || c.Text != "" })
	e := p.Edit(nil)
	left := 0
	for _, r := range s.Rows {
		switch {
		case r.ID == touch.ID || r.ID == feel.ID && !named:
			r.Lane.Hidden = true
			e.Put(r.Lane)
		case r.LaneKind != journey.Divider:
			left++
		}
	}
	if left == 0 {
		return nil
	}
	m := s.Map
	m.Layout = journey.Rows
	e.Put(m)
	return New(o, mp).Update(e.Project())
}

// loop places a loop in the middle of the page with its top at y, the other
// lanes below it, and returns where they end.
func (p *poster) loop(y float64) float64 {
	s := p.sheet
	at := geom.Pt(float64(int(posterSide+(p.inner-s.Width)/2)), y)
	ring := &s.Body
	if p.mirrored {
		ring = mirrored(ring) // and with the page once more
	}
	for _, b := range ring.Blocks {
		p.add("loop/"+b.Name, at.Add(b.At), b.Block)
	}
	y += s.Height
	if p.rest == nil {
		return y
	}
	return p.rows(p.rest, y+loopBelow)
}
