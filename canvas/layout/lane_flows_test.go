package layout_test

import (
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

// Names of channels wrap beside the matrix; their rows grow.
func TestChannelsOfAnyLength(t *testing.T) {
	short := oneLane(journey.Channels, journey.Channel{ID: "web", Order: "V", Name: "Website", Icon: "web"}, journey.Card{ID: "a", Step: "step1", Channel: "web"})
	long := oneLane(journey.Channels, journey.Channel{ID: "web", Order: "V", Name: "Website", Icon: "web"},
		journey.Channel{ID: "word", Order: "W", Name: "Word of mouth among neighbours and colleagues", Icon: "people"},
		journey.Card{ID: "a", Step: "step1", Channel: "web"}, journey.Card{ID: "b", Step: "step2", Channel: "word", Use: journey.AlsoUse})
	o := options(t)
	a, b := layout.New(o, "map").Update(short), layout.New(o, "map").Update(long)
	if h := a.Rows[0].H; h != 34+24+10 {
		t.Errorf("a channel is %v high", h)
	}
	if h := b.Rows[0].H; h != 34+24+24+32+10 {
		t.Errorf("a channel whose name wraps makes the lane %v high", h)
	}
	each(&b.Headers, func(_ scene.Item, o scene.Op) {
		if g, ok := o.(*scene.Glyphs); ok && (g.At.X < 12 || g.At.X+g.Run.Width > 148) {
			t.Errorf("%q stands at %v of the header", g.Run.Text, g.At)
		}
	})
	dot := placeOf(t, &b.Body, "b")
	if y := dot.Center().Y; y != 34+24+28 {
		t.Errorf("the dot stands at %v", y)
	}
}

// A matrix begins below what its header says.
func TestAChannelsLaneWithALongName(t *testing.T) {
	p := oneLane(journey.Channels, journey.Channel{ID: "web", Order: "V", Name: "Website"}, journey.Card{ID: "a", Step: "step1", Channel: "web"})
	e := p.Edit(nil)
	l, _ := journey.Get[journey.Lane](p, "lane")
	l.Title, l.Caption = "Everything through which we meet", "As counted in autumn"
	e.Put(l)
	var title, name float64
	each(&layout.New(options(t), "map").Update(e.Project()).Headers, func(_ scene.Item, o scene.Op) {
		if g, ok := o.(*scene.Glyphs); ok {
			if g.Run.Text == "Website" {
				name = g.At.Y
			} else {
				title = max(title, g.At.Y)
			}
		}
	})
	if name < title+14 {
		t.Errorf("the name stands at %v, the caption at %v", name, title)
	}
}

// flow is a workflow of chips under the steps: a in line 0, b beside it, c
// below b.
func flow(links ...journey.Link) *journey.Project {
	rows := []journey.Row{
		journey.Card{ID: "a", Step: "step1", Title: "Order placed", Role: journey.Trigger, Entered: journey.Num(1840)},
		journey.Card{ID: "b", Step: "step2", Title: "A mail with a title that takes more than one line", Role: journey.Send,
			Entered: journey.Num(1840), Completed: journey.Num(1702), Dropped: journey.Num(138)},
		journey.Card{ID: "c", Step: "step2", Title: "Wait", Role: journey.Wait, Line: 1, Order: "W"},
		journey.Card{ID: "d", Step: "step3", Title: "Done", Role: journey.GoalHit},
	}
	for i, l := range links {
		l.ID, l.Map = journey.ID("link"+string(rune('1'+i))), "map"
		rows = append(rows, l)
	}
	return oneLane(journey.Automation, rows...)
}

func TestAWorkflowSaysHowMany(t *testing.T) {
	s := body(t, flow(journey.Link{From: "a", To: "b", Title: "of every shop", Percent: journey.Num(80)}))
	got := strings.ReplaceAll(said(s), "|", " ")
	for _, want := range []string{"1,840", "1,702", "138", "of every shop, 80 %", "Done"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said: %q", want, got)
		}
	}
	if d := symbols(s); strings.Count(d, "check") != 1 || strings.Count(d, "close") != 1 {
		t.Errorf("drawn is %q", d)
	}
	for _, b := range s.Blocks {
		for _, it := range b.Items {
			if it.Part == layout.PointPart {
				inked(it.Ops, geom.Identity, func(r geom.Rect, text string) {
					if r.Intersect(it.Box) != r {
						t.Errorf("%q is at %v of %v", text, r, it.Box)
					}
				})
			}
		}
	}
}

// Chips of a line stand in its middle, so that arrows between them are
// straight; and no arrow passes a chip that it does not join.
func TestArrowsPassNoChip(t *testing.T) {
	s := body(t, flow(journey.Link{From: "a", To: "b"}, journey.Link{From: "a", To: "c"}, journey.Link{From: "a", To: "d"}, journey.Link{From: "d", To: "a"}, journey.Link{From: "b", To: "c"}, journey.Link{From: "c", To: "d"}))
	box := map[string]geom.Rect{}
	for _, id := range []string{"a", "b", "c", "d"} {
		box[id] = placeOf(t, s, id)
	}
	if a, b := box["a"].Center().Y, box["b"].Center().Y; a != b {
		t.Errorf("they stand at %v and %v", a, b)
	}
	if box["b"].Overlaps(box["c"]) || box["c"].Min.Y-box["b"].Max.Y < 12 {
		t.Errorf("they are at %v and %v", box["b"], box["c"])
	}
	joins := map[string]string{"link1": "ab", "link2": "ac", "link3": "ad", "link4": "ad", "link5": "bc", "link6": "cd"}
	each(s, func(it scene.Item, o scene.Op) {
		l, ok := o.(*scene.Stroke)
		if !ok || joins[it.Owner] == "" {
			return
		}
		for _, line := range l.Path.Flatten(0.1) {
			for _, p := range line.Points {
				for id, r := range box {
					if !strings.Contains(joins[it.Owner], id) && r.Contains(p) {
						t.Errorf("%s passes %s", it.Owner, id)
					}
				}
			}
		}
	})
}
