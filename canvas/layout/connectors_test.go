package layout_test

import (
	"bytes"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

func TestAMapWithLinksAndNotes(t *testing.T) {
	s := layout.Poster(options(t), journeytest.Marked(), "marked")
	var b bytes.Buffer
	if err := s.Dump(&b); err != nil {
		t.Fatal(err)
	}
	journeytest.Golden(t, "marked.print.txt", b.Bytes())
}

// ends is the boxes of the two cards of a link.
func ends(p *journey.Project, s *layout.Sheet, l journey.Link) (boxes []geom.Rect) {
	for _, id := range []journey.ID{l.From, l.To} {
		c, _ := journey.Get[journey.Card](p, id)
		if it, at, ok := s.Card(c); ok {
			boxes = append(boxes, it.Box.Add(at))
		}
	}
	return boxes
}

// A link is drawn when both of its cards are, from the edge of one to the edge
// of the other, and an elbow never runs through either.
func TestLinksLeadFromCardToCard(t *testing.T) {
	o := options(t)
	check := func(t interface{ Fatalf(string, ...any) }, p *journey.Project, mp journey.ID) (drawn int) {
		s := layout.New(o, mp).Update(p)
		for _, l := range p.Links(mp) {
			it, at, ok := s.Body.Find(string(l.ID), layout.LinkPart)
			boxes := ends(p, s, l)
			if ok != (len(boxes) == 2) {
				t.Fatalf("%s is drawn: %v, %d of its cards are", l.ID, ok, len(boxes))
			}
			if !ok || it.Hits == nil { // or its lane has drawn it
				continue
			}
			drawn++
			first, last := it.Hits[0].Add(at), it.Hits[len(it.Hits)-1].Add(at)
			if !boxes[0].Grow(1).Overlaps(first) || !boxes[1].Grow(3).Overlaps(last) {
				t.Fatalf("%s leads from %v to %v, its cards are at %v", l.ID, first, last, boxes)
			}
			for _, r := range it.Hits {
				for _, b := range boxes {
					line := r.Add(at).Grow(-3.9)
					if l.Form == journey.LinkElbow && b.W() > 30 && b.H() > 30 && b.Grow(-2).Overlaps(line) && !boxes[0].Overlaps(boxes[1]) {
						t.Fatalf("%s runs at %v through %v", l.ID, line, b)
					}
				}
			}
		}
		return drawn
	}
	if n := check(t, journeytest.Marked(), "marked"); n != 13 {
		t.Errorf("%d links are drawn", n)
	}
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		for _, m := range p.Maps() {
			check(t, p, m.ID)
		}
	})
}

func TestALinkIsHitOnItsLineOnly(t *testing.T) {
	s := layout.New(options(t), "marked").Update(journeytest.Marked())
	it, at, _ := s.Body.Find("l7", layout.LinkPart) // straight, across three rows
	on := it.Hits[len(it.Hits)*2/3].Center().Add(at)
	if h, ok := s.Body.Hit(on, 0); !ok || h.Owner != "l7" {
		t.Errorf("at %v there is %q", on, h.Owner)
	}
	if h, _ := s.Body.Hit(on.Add(geom.Pt(40, 30)), 0); h.Owner == "l7" {
		t.Error("a press beside the line meets it")
	}
	label, at, ok := s.Body.Find("l2", layout.LabelPart)
	if !ok || label.Box.H() != 20 {
		t.Fatalf("the label is %v high", label.Box.H())
	}
	if h, _ := s.Body.Hit(label.Box.Center().Add(at), 0); h.Owner != "l2" || h.Part != layout.TitlePart {
		t.Errorf("on the label there is %q, %s", h.Owner, h.Part)
	}
}

// An edit makes anew the links of what it changed and no others.
func TestAnEditDrawsItsLinksOnly(t *testing.T) {
	p := journeytest.Marked()
	l := layout.New(options(t), "marked")
	blocks := func(s *layout.Sheet) map[string]scene.Placed {
		m := map[string]scene.Placed{}
		for _, b := range s.Body.Blocks {
			m[b.Name] = b
		}
		return m
	}
	was := blocks(l.Update(p))
	c, _ := journey.Get[journey.Card](p, "g1")
	c.Title += " and again, until a row of goals must grow for all that somebody says and says again, and then once more"
	is := blocks(l.Update(edited(p, func(e *journey.Edit) { e.Put(c) })))
	for name, anew := range map[string]bool{"link/l1": false, "link/l2": false, "link/l8": false, "label/l6": false, "link/l17": true, "link/l7": true} {
		if (was[name].Block != is[name].Block) != anew {
			t.Errorf("%s was drawn anew: %v", name, !anew)
		}
	}
	if was["link/l1"].At == is["link/l1"].At {
		t.Error("a link did not move with its row")
	}
}

// A keystroke in a map of 10,000 cards with 1,000 links pays for its own.
func BenchmarkLinks(b *testing.B) {
	p := journeytest.Generate(10000)
	e := p.Edit(journey.CountedIDs("k"))
	var cards []journey.ID
	for _, l := range p.Lanes("map") {
		for _, c := range p.LaneCards(l) {
			cards = append(cards, c.ID)
		}
	}
	for i := range 1000 {
		e.Put(journey.Link{ID: journey.ID(fmt.Sprint("k", i)), Map: "map", From: cards[i*9], To: cards[(i*9+7*(i%40))%len(cards)], Title: "on"})
	}
	p = e.Project()
	o := options(b)
	b.Run("fresh", func(b *testing.B) {
		for b.Loop() {
			layout.New(o, "map").Update(p)
		}
	})
	b.Run("keystroke", func(b *testing.B) {
		l := layout.New(o, "map")
		l.Update(p)
		c := p.StageCards("lane3", "stage2")[0]
		i := 0
		for b.Loop() {
			i++
			c.Title = fmt.Sprintf("Typing %d", i)
			p = edited(p, func(e *journey.Edit) { e.Put(c) })
			l.Update(p)
		}
	})
}
