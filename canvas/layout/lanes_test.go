package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/layout"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// edited is p after a change.
func edited(p *journey.Project, change func(*journey.Edit)) *journey.Project {
	e := p.Edit(nil)
	change(e)
	return e.Project()
}

func lane(t *testing.T, p *journey.Project, id journey.ID) journey.Lane {
	t.Helper()
	l, ok := journey.Get[journey.Lane](p, id)
	if !ok {
		t.Fatalf("no lane %s", id)
	}
	return l
}

// headerOf is the drawing of a lane header, as text.
func headerOf(t *testing.T, s *layout.Sheet, id journey.ID) string {
	t.Helper()
	all := dump(s)
	at := strings.Index(all, "block lane/"+string(id)+" ")
	if at < 0 {
		t.Fatalf("no header of %s", id)
	}
	one, _, _ := strings.Cut(all[at+1:], "\nblock ")
	return one
}

func TestAFoldedLaneIsOneLineWithItsNameAndHowManyCardsItHas(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	view := layout.New(options(t), mp)
	view.Update(p)
	l := lane(t, p, "touchpoints")
	n := len(p.LaneCards(l))
	l.Folded = true
	p = edited(p, func(e *journey.Edit) { e.Put(l) })
	s := view.Update(p)
	row, ok := s.RowOf(l.ID)
	if !ok || row.H != 32 {
		t.Errorf("the row is %v high", row.H)
	}
	if h := headerOf(t, s, l.ID); !strings.Contains(h, `"Touchpoints"`) || !strings.Contains(h, `"19"`) || !strings.Contains(h, "use right/") || n != 19 {
		t.Errorf("of %d cards, the header says\n%s", n, h)
	}
	if _, _, ok := s.Card(p.LaneCards(l)[0]); ok {
		t.Error("a card is drawn")
	}
	// the number follows
	gone := p.LaneCards(l)[0].ID
	s = view.Update(edited(p, func(e *journey.Edit) { e.Delete(gone) }))
	if h := headerOf(t, s, l.ID); !strings.Contains(h, `"18"`) {
		t.Errorf("after one is gone the header says\n%s", h)
	}
	// a poster shows the same, and has no legend for what it does not show
	var words []string
	for _, x := range layout.Poster(options(t), p, mp).Blocks {
		for _, it := range x.Items {
			words = append(words, it.Owner)
		}
	}
	if strings.Contains(strings.Join(words, " "), string(gone)) {
		t.Error("the poster shows a card of the folded lane")
	}
}

func TestAnyLaneHasAHeightAndAHueOfItsOwnAndCanBeHidden(t *testing.T) {
	p, mp, _ := sample(t, "cargo-bike")
	o := options(t)
	for _, l := range p.Lanes(mp) {
		if l.LaneKind == journey.Divider {
			continue
		}
		was, _ := layout.New(o, mp).Update(p).RowOf(l.ID)
		l.Height, l.Hue, l.Locked = was.H+50, 7, true
		s := layout.New(o, mp).Update(edited(p, func(e *journey.Edit) { e.Put(l) }))
		if r, _ := s.RowOf(l.ID); r.H != was.H+50 {
			t.Errorf("%s is %v high, not %v", l.ID, r.H, was.H+50)
		}
		if h := headerOf(t, s, l.ID); !strings.Contains(h, "use lock/") {
			t.Errorf("%s: no lock in\n%s", l.ID, h)
		}
		rose := layout.Print.Hues[6]
		hued := map[journey.LaneKind]bool{journey.Goals: true, journey.Mindset: true, journey.Touchpoints: true, journey.Channels: true, journey.Metrics: true, journey.Automation: true}
		if hued[l.LaneKind] {
			var body strings.Builder
			if err := s.Body.Dump(&body); err != nil {
				t.Fatal(err)
			}
			if d := body.String(); !strings.Contains(d, rose.Solid.String()) && !strings.Contains(d, rose.Text.String()) && !strings.Contains(d, rose.Line.String()) {
				t.Errorf("nothing in %s is rose", l.ID)
			}
		}
		l.Hidden = true
		s = layout.New(o, mp).Update(edited(p, func(e *journey.Edit) { e.Put(l) }))
		if _, ok := s.RowOf(l.ID); ok {
			t.Errorf("%s is hidden and has a row", l.ID)
		}
	}
}

// The same on a map of every kind of lane, with the edits that reach from one
// cell to others: heights, times, spans, links, folding.
func TestEveryKindOfLaneGoesOnAsIfLaidOutAfresh(t *testing.T) {
	o := options(t)
	start, blobs := journeytest.Lanes()
	o.Pictures, o.Screen = layout.NewLibrary(blobs), true
	rapid.Check(t, func(t *rapid.T) {
		p := start
		view := layout.New(o, "lanes")
		old := view.Update(p)
		for n := range rapid.IntRange(1, 5).Draw(t, "edits") {
			e := p.Edit(nil)
			l := rapid.SampledFrom(p.Lanes("lanes")).Draw(t, "lane")
			cards := p.LaneCards(l)
			if len(cards) == 0 {
				continue
			}
			c := rapid.SampledFrom(cards).Draw(t, "card")
			switch rapid.IntRange(0, 6).Draw(t, "edit") {
			case 0:
				c.Title = strings.Repeat("more\n", rapid.IntRange(0, 6).Draw(t, "lines"))
				e.Put(c)
			case 1:
				c.Minutes, c.Feeling = journey.Num(rapid.Float64Range(0, 20000).Draw(t, "minutes")), journey.Num(rapid.Float64Range(-3, 6).Draw(t, "feeling"))
				e.Put(c)
			case 2:
				c.Steps = rapid.IntRange(0, 9).Draw(t, "steps")
				e.Put(c)
			case 3:
				e.Put(journey.Link{ID: journey.ID(fmt.Sprint("new", n)), Map: "lanes", From: c.ID, To: rapid.SampledFrom(cards).Draw(t, "to").ID})
			case 4:
				for _, x := range p.LinksOf(c.ID) {
					e.Delete(x.ID)
				}
			case 5:
				e.Delete(c.ID)
			case 6:
				l.Folded, l.Hue = !l.Folded, rapid.IntRange(0, 8).Draw(t, "hue")
				e.Put(l)
			}
			p = e.Project()
			s := view.Update(p)
			if got, want := dump(s), dump(layout.New(o, "lanes").Update(p)); got != want {
				t.Fatalf("a layout that went on differs from a fresh one: %s", firstDifference(got, want))
			}
			checkDirty(t, &old.Body, &s.Body)
			old = s
		}
	})
}
