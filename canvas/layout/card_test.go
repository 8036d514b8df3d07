package layout_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/scene"
	"throughline/journey"
)

func TestACardSaysThroughWhatAndByWhom(t *testing.T) {
	web := journey.Channel{ID: "web", Order: "V", Name: "Website", Icon: "web"}
	who := journey.Person{ID: "aylin", Order: "V", Name: "Aylin Kaya"}
	plain := body(t, oneLane(journey.Touchpoints, journey.Card{ID: "a", Step: "step1", Title: "Booking"}))
	both := body(t, oneLane(journey.Touchpoints, web, who, journey.Card{ID: "a", Step: "step1", Title: "Booking", Channel: "web", Owner: "aylin"}))
	if s := said(both); !strings.Contains(s, "Website|AK") {
		t.Errorf("said is %q", s)
	}
	if a, b := placeOf(t, plain, "a").H(), placeOf(t, both, "a").H(); a != 64 || b != 10+16+8+27+10 {
		t.Errorf("they are %v and %v high", a, b)
	}
	alone := said(body(t, oneLane(journey.Touchpoints, who, journey.Card{ID: "a", Step: "step1", Owner: "aylin"})))
	if !strings.Contains(alone, "Aylin|Kaya|AK") && !strings.Contains(alone, "Aylin Kaya|AK") {
		t.Errorf("without a channel, said is %q", alone)
	}
	gone := said(body(t, oneLane(journey.Touchpoints, journey.Card{ID: "a", Step: "step1", Title: "Booking"})))
	if gone != "Booking" {
		t.Errorf("said is %q", gone)
	}
}

// Names of any length wrap beside the disc; the card grows.
func TestLongChannelsWrap(t *testing.T) {
	web := journey.Channel{ID: "web", Order: "V", Name: strings.Repeat("Word of mouth ", 6), Icon: "people"}
	who := journey.Person{ID: "aylin", Order: "V", Name: "Aylin Kaya"}
	s := body(t, oneLane(journey.Touchpoints, web, who, journey.Card{ID: "a", Step: "step1", Title: "Booking", Channel: "web", Owner: "aylin"}))
	if n := strings.Count(strings.ReplaceAll(said(s), "|", " "), "mouth"); n != 6 {
		t.Errorf("it is said %d times", n)
	}
	lettersInside(t, s)
}

// inside holds that no glyph leaves the box of its card.
func lettersInside(t rapid.TB, s *scene.Scene) {
	t.Helper()
	for _, b := range s.Blocks {
		for _, it := range b.Items {
			if it.Part == layout.CardPart {
				inked(it.Ops, geom.Identity, func(r geom.Rect, text string) {
					if r.Min.X < it.Box.Min.X-1 || r.Max.X > it.Box.Max.X+1 || r.Min.Y < it.Box.Min.Y-1 || r.Max.Y > it.Box.Max.Y+1 {
						t.Errorf("%q of %s is at %v, its card at %v", text, it.Owner, r, it.Box)
					}
				})
			}
		}
	}
}

// inked calls f with where each run of text leaves ink at 100 %.
func inked(ops []scene.Op, m geom.Transform, f func(geom.Rect, string)) {
	for _, o := range ops {
		switch o := o.(type) {
		case *scene.Group:
			if o.From <= 1 && (o.To == 0 || o.To > 1) {
				inked(o.Ops, o.Move.Then(m), f)
			}
		case *scene.Glyphs:
			var ink geom.Rect
			for _, g := range o.Run.Glyphs {
				if p := o.Run.Face.Outline(g.ID); p != nil && len(p.Verbs) > 0 {
					t := geom.Transform{K: o.Run.Scale(), D: geom.Pt(float64(g.X), float64(g.Y)).Mul(o.Run.Scale())}
					ink = ink.Union(t.Rect(p.Bounds()))
				}
			}
			if !ink.Empty() {
				f(m.Rect(ink.Add(o.At)), o.Run.Text)
			}
		}
	}
}

func TestACardMayHaveAMetric(t *testing.T) {
	card := journey.Card{ID: "a", Step: "step1", Title: "Offer", Value: journey.Num(62), Unit: "%", SeriesNames: journey.List("accepted")}
	s := body(t, oneLane(journey.Touchpoints, card))
	if got := strings.ReplaceAll(said(s), "|", " "); !strings.Contains(got, "62 % accepted") {
		t.Errorf("said is %q", got)
	}
	widest := 0.0 // of what is full of the bar
	each(s, func(it scene.Item, o scene.Op) {
		if f, ok := o.(*scene.Fill); ok && f.Paint.Color == layout.Print.Hues[0].Solid {
			widest = max(widest, f.Path.Bounds().W())
		}
	})
	if want := 144 * 0.62; widest < want-0.01 || widest > want+0.01 {
		t.Errorf("the bar is %.2f long, want %.2f", widest, want)
	}
	card.Target, card.Better = journey.Num(70), "higher"
	red := false
	each(body(t, oneLane(journey.Touchpoints, card)), func(_ scene.Item, o scene.Op) {
		f, ok := o.(*scene.Fill)
		red = red || ok && f.Paint.Color == layout.Print.Feelings[0]
	})
	if !red {
		t.Error("a target that is missed is not seen")
	}
}

func TestACardHasAFeelingOfItsOwn(t *testing.T) {
	for value, want := range map[float64]string{-2: "face0/0", 0: "face2/0", 1.6: "face4/0"} {
		for _, icon := range []string{"", "web"} {
			s := body(t, oneLane(journey.Touchpoints, journey.Card{ID: "a", Step: "step1", Title: "Call", Icon: icon, Feeling: journey.Num(value)}))
			if d := symbols(s); !strings.Contains(d, want) {
				t.Errorf("a feeling of %v is drawn as %q", value, d)
			}
		}
	}
}

func TestBadgesStandFromRightToLeft(t *testing.T) {
	rows := []journey.Row{
		journey.Card{ID: "a", Step: "step1", Title: "Call", Pain: true, Truth: true, Evidence: journey.Assumed},
		journey.Comment{ID: "c1", On: "a", Text: "Is that so?", At: "2026-11-12T10:00:00Z"},
		journey.Comment{ID: "c2", On: "a", Text: "Yes.", At: "2026-11-12T11:00:00Z"},
		journey.Comment{ID: "c3", On: "a", Text: "Done.", At: "2026-11-12T12:00:00Z", Done: true},
	}
	p := oneLane(journey.Touchpoints, rows...)
	screen := body(t, p, func(o *layout.Options) { o.Screen = true })
	if s := said(screen); s != "Call|2" {
		t.Errorf("said is %q", s)
	}
	var names []string
	var xs []float64
	each(screen, func(_ scene.Item, o scene.Op) {
		if u, ok := o.(*scene.Use); ok {
			name, _, _ := strings.Cut(u.Symbol.Name, "/")
			names, xs = append(names, name), append(xs, u.At.X+u.Size/2)
		}
	})
	if !slices.Equal(names, []string{"alert", "spark", "help"}) || !slices.Equal(xs, []float64{160 - 8 - 20 - 4 - 10, 160 - 8 - 20 - 4 - 10 - 24, 160 - 8 - 20 - 4 - 10 - 48}) {
		t.Errorf("they are %v at %v", names, xs)
	}
	if s := said(layout.Poster(options(t), p, "map")); strings.Contains(s, "|2|") {
		t.Errorf("comments are on paper: %q", s)
	}
	o := options(t)
	o.Screen = true
	if s := said(layout.Poster(o, p, "map")); strings.Contains(s, "Call|2") || !strings.Contains(s, "Assumed") {
		t.Errorf("said is %q", s)
	}
}

// Initials alone say nothing on paper: the legend has the names.
func TestTheLegendNamesWhoHasInitials(t *testing.T) {
	rows := []journey.Row{
		journey.Channel{ID: "web", Order: "V", Name: "Website"}, journey.Person{ID: "aylin", Order: "V", Name: "Aylin Kaya"}, journey.Person{ID: "emre", Order: "W", Name: "Emre"},
		journey.Card{ID: "a", Step: "step1", Channel: "web", Owner: "aylin"}, journey.Card{ID: "b", Step: "step2", Owner: "emre"},
	}
	s := said(layout.Poster(options(t), oneLane(journey.Touchpoints, rows...), "map"))
	if strings.Count(s, "Emre") != 1 || strings.Count(s, "Kaya") != 1 || strings.Count(s, "AK") != 2 {
		t.Errorf("said is %q", s)
	}
}

// The legend names a mark only where some card shows it.
func TestTheLegendNamesOnlyWhatIsUsed(t *testing.T) {
	for kind, want := range map[journey.LaneKind]string{journey.Touchpoints: "Pain point", journey.Pains: ""} {
		s := said(layout.Poster(options(t), oneLane(kind, journey.Card{ID: "a", Stage: "stage", Title: "Call", Pain: true}), "map"))
		if got := strings.Contains(strings.ReplaceAll(s, "|", " "), "Pain point"); got != (want != "") {
			t.Errorf("in a lane of %s, said is %q", kind, s)
		}
	}
}

// areas calls f with the bounds of each area that is filled at 100 %.
func areas(ops []scene.Op, m geom.Transform, f func(geom.Rect)) {
	for _, o := range ops {
		switch o := o.(type) {
		case *scene.Group:
			if o.From <= 1 && (o.To == 0 || o.To > 1) {
				areas(o.Ops, o.Move.Then(m), f)
			}
		case *scene.Fill:
			f(m.Rect(o.Path.Bounds()))
		}
	}
}

// What nobody has checked is marked on a card of any lane, and only there does
// the legend say so.
func TestAssumedIsMarkedInEveryLane(t *testing.T) {
	for _, k := range journey.LaneKinds {
		p := oneLane(k.Kind, journey.Card{ID: "a", Stage: "stage", Title: "Maybe", Minutes: journey.Num(5), Feeling: journey.Num(1), Evidence: journey.Assumed})
		s := layout.Poster(options(t), p, "map")
		marks, legend := strings.Count(symbols(s), "help/"), strings.Count(said(s), "Assumed")
		want := 2 // on the card, in the legend
		if k.Kind == journey.Channels || k.Kind == journey.Automation || k.Kind == journey.Divider {
			want = 0
		}
		if marks != want || legend != want/2 {
			t.Errorf("%s: %d marks, the legend says it %d times", k.Kind, marks, legend)
		}
	}
}
