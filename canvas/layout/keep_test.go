package layout_test

import (
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey/journeytest"
)

// Whatever is drawn of a card lies within its row, and a click on the card
// finds it.
func TestRowsHoldTheirCardsAndHitsFindThem(t *testing.T) {
	o := options(t)
	o.Screen = true
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		for _, m := range p.Maps() {
			s := layout.New(o, m.ID).Update(p)
			for i, b := range s.Body.Blocks {
				for k, it := range b.Items {
					if it.Part != layout.CardPart && it.Part != layout.PointPart {
						continue
					}
					at := it.At.Add(b.At)
					row := s.Rows[0]
					for _, r := range s.Rows {
						if r.Y <= b.At.Y {
							row = r
						}
					}
					areas(it.Ops, geom.Transform{K: 1, D: at}, func(r geom.Rect) {
						if r.Min.Y < row.Y-0.01 || r.Max.Y > row.Y+row.H+0.01 {
							t.Fatalf("%s, a %s, draws at %v; its row is from %v to %v", it.Owner, row.LaneKind, r, row.Y, row.Y+row.H)
						}
					})
					covered := false
					for n, c := range s.Body.Blocks[i:] {
						for q, other := range c.Items {
							covered = covered || (n > 0 || q > k) && other.Owner != "" && other.Box.Add(other.At).Add(c.At).Contains(at.Add(it.Box.Center()))
						}
					}
					if h, ok := s.Body.Hit(at.Add(it.Box.Center()), 0); !covered && (!ok || h.Owner != it.Owner) {
						t.Fatalf("a click on %s finds %q", it.Owner, h.Owner)
					}
				}
			}
		}
	})
}

// A lane that is one drawing follows the colours of all stages.
func TestAStageOfAnotherHueChangesWholeLanes(t *testing.T) {
	p, _ := journeytest.Lanes()
	o := options(t)
	l := layout.New(o, "lanes")
	l.Update(p)
	for _, s := range p.Stages("lanes") {
		e := p.Edit(nil)
		s.Hue = s.Hue%8 + 1
		e.Put(s)
		p = e.Project()
		if dump(l.Update(p)) != dump(layout.New(o, "lanes").Update(p)) {
			t.Fatalf("stage %s has another hue, and the sheet is not that of a fresh layout", s.Title)
		}
	}
}
