package slide_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout/slide"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// drawn is what an operation draws: its box on the slide, and text with its size.
type drawn struct {
	box  geom.Rect
	says string
	size float64
}

// each calls f with everything that operations draw within a clip.
func each(ops []scene.Op, t geom.Transform, clip geom.Rect, f func(drawn)) {
	for _, o := range ops {
		switch x := o.(type) {
		case *scene.Group:
			in := x.Move.Then(t)
			c := clip
			if x.Clip != nil {
				c = c.Intersect(in.Rect(x.Clip.Bounds()))
			}
			each(x.Ops, in, c, f)
		case *scene.Fill:
			f(drawn{box: t.Rect(x.Path.Bounds()).Intersect(clip)})
		case *scene.Stroke:
			f(drawn{box: t.Rect(x.Path.Bounds()).Intersect(clip)})
		case *scene.Glyphs:
			s := x.Run.Size
			f(drawn{t.Rect(geom.Box(x.At.X, x.At.Y-0.75*s, x.Run.Width, 0.9*s)).Intersect(clip), x.Run.Text, s * t.K})
		case *scene.Use:
			f(drawn{box: t.Rect(geom.Box(x.At.X, x.At.Y, x.Size, x.Size)).Intersect(clip)})
		case *scene.Picture:
			f(drawn{box: t.Rect(x.Rect).Intersect(clip)})
		}
	}
}

var anywhere = geom.Box(-1e9, -1e9, 2e9, 2e9)

func items(s *scene.Scene, f func(it *scene.Item, at geom.Point)) {
	for i := range s.Blocks {
		for k := range s.Blocks[i].Items {
			it := &s.Blocks[i].Items[k]
			f(it, s.Blocks[i].At.Add(it.At))
		}
	}
}

// Every card that a map shows stands on a slide of the deck, with all of its
// words; nothing is drawn outside a slide, and no text is smaller than people
// in the last row can read.
func TestNoCardIsLostOverAllSlides(t *testing.T) {
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		o := o
		o.Kind = rapid.SampledFrom([]slide.Kind{slide.Stages, slide.Walk, slide.Feelings}).Draw(t, "view")
		o.Width = rapid.SampledFrom([]float64{1440, 1600, 2100}).Draw(t, "width")
		o.Metrics, o.Screen = rapid.Bool().Draw(t, "metrics"), rapid.Bool().Draw(t, "screen")
		p = turned(t, p)
		for _, m := range p.Maps() {
			checkDeck(t, slide.New(o, p, m.ID), m.ID)
		}
	})
}

// turned is a project whose maps are read from one side, or as their words are.
func turned(t *rapid.T, p *journey.Project) *journey.Project {
	e := p.Edit(nil)
	way := rapid.SampledFrom([]string{"", journey.FromLeft, journey.FromRight}).Draw(t, "direction")
	for _, m := range p.Maps() {
		m.Direction = way
		e.Put(m)
	}
	return e.Project()
}

func checkDeck(t interface {
	Fatalf(string, ...any)
	Helper()
}, d *slide.Deck, mp journey.ID) {
	t.Helper()
	owners := map[string]bool{}
	said := map[string]*strings.Builder{}
	size := geom.Rect{Max: geom.Pt(d.Width, slide.Height)}.Grow(0.5)
	for i := range d.Slides {
		oneOfEachName(t, d, i)
		items(d.Scene(i), func(it *scene.Item, at geom.Point) {
			owners[it.Owner] = true
			if said[it.Owner] == nil {
				said[it.Owner] = &strings.Builder{}
			}
			each(it.Ops, geom.Transform{K: 1, D: at}, anywhere, func(x drawn) {
				if !x.box.Empty() && (x.box.Min.X < size.Min.X || x.box.Min.Y < size.Min.Y || x.box.Max.X > size.Max.X || x.box.Max.Y > size.Max.Y) {
					t.Fatalf("slide %d of %d: %q of %s draws %q at %v, outside the slide", i, len(d.Slides), it.Part, it.Owner, x.says, x.box)
				}
				if x.says != "" && x.size < slide.Least-0.01 && it.Part != "beside" && !initials(d, it.Owner) {
					t.Fatalf("slide %d: %s of %s is %.1f u high", i, x.says, it.Owner, x.size)
				}
				said[it.Owner].WriteString(x.says)
			})
		})
	}
	for _, l := range d.Project().Lanes(mp) {
		if l.Hidden || l.LaneKind == journey.Divider || d.Kind == slide.Feelings && l.LaneKind != journey.Feelings {
			continue
		}
		for _, c := range d.Project().LaneCards(l) {
			if d.Kind == slide.Walk && (c.Persona != "" || l.Persona != "") {
				continue // somebody else's
			}
			if d.Kind == slide.Feelings && !firstFelt(d, mp, l) {
				continue
			}
			if !owners[string(c.ID)] {
				t.Fatalf("%s, a %s, stands on no slide", c.ID, l.LaneKind)
			}
			if want, got := letters(c.Title), letters(said[string(c.ID)].String()); l.LaneKind != journey.Channels && !holds(got, want) {
				t.Fatalf("%s, a %s, says %q; its slides say %q", c.ID, l.LaneKind, want, got)
			}
		}
	}
}

// oneOfEachName expects that no two blocks of a slide have one name: by that it is
// found what must be painted again when the next slide comes.
func oneOfEachName(t interface {
	Fatalf(string, ...any)
	Helper()
}, d *slide.Deck, i int) {
	t.Helper()
	names := map[string]bool{}
	for _, b := range d.Scene(i).Blocks {
		if names[b.Name] {
			t.Fatalf("slide %d has two blocks called %s", i, b.Name)
		}
		names[b.Name] = true
	}
}

// initials reports whether a card shows those of its name on a disc beside it.
func initials(d *slide.Deck, id string) bool {
	c, _ := journey.Get[journey.Card](d.Project(), journey.ID(id))
	l, _ := journey.Get[journey.Lane](d.Project(), c.Lane)
	return l.LaneKind == journey.People || l.LaneKind == journey.Personas
}

// firstFelt reports whether a lane is the one that the curve is of.
func firstFelt(d *slide.Deck, mp journey.ID, l journey.Lane) bool {
	for _, x := range d.Project().Lanes(mp) {
		if x.Hidden || x.LaneKind != journey.Feelings {
			continue
		}
		for _, c := range d.Project().LaneCards(x) {
			if c.Feeling.Set {
				return x.ID == l.ID
			}
		}
	}
	return false
}

// letters is a text without what breaks lines and the marks that text lanes
// draw as looks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\n\u200b*_[]()-", r) || r < ' ' {
			return -1
		}
		return r
	}, s)
}

// holds reports whether all characters of want are in got: text that reads from
// right to left is drawn in runs of another order.
func holds(got, want string) bool {
	n := map[rune]int{}
	for _, r := range got {
		n[r]++
	}
	for _, r := range want {
		if n[r]--; n[r] < 0 {
			return false
		}
	}
	return true
}

// Words of any length are shown in full, on as many pages as it takes.
func TestLongWordsTakeFurtherPages(t *testing.T) {
	long := strings.Repeat("Every word of this is read aloud to a room. ", 120)
	p, _ := journeytest.Lanes()
	e := p.Edit(nil)
	for _, l := range p.Lanes("lanes") {
		for i, c := range p.LaneCards(l) {
			switch i % 3 {
			case 0:
				c.Title = long
			case 1:
				c.Title, c.Text = "Short", long
			}
			e.Put(c)
		}
	}
	for _, st := range p.Stages("lanes") {
		st.Title = long
		e.Put(st)
	}
	o := options(t)
	for i := range 6 {
		o.Kind = []slide.Kind{slide.Stages, slide.Walk, slide.Feelings}[i%3]
		m, _ := journey.Get[journey.Map](p, "lanes")
		m.Direction = []string{journey.FromLeft, journey.FromRight}[i/3]
		e.Put(m)
		d := slide.New(o, e.Project(), "lanes")
		checkDeck(t, d, "lanes")
		text := 0
		for i := range d.Slides {
			items(d.Scene(i), func(it *scene.Item, at geom.Point) {
				each(it.Ops, geom.Transform{K: 1, D: at}, anywhere, func(x drawn) { text += strings.Count(x.says, "aloud") })
			})
		}
		if least := len(d.Project().Stages("lanes")) * 120; d.Kind != slide.Feelings && text < least {
			t.Errorf("%d of at least %d sentences are there", text, least)
		}
	}
}

// After any edit a deck is what it would be if it were made anew.
func TestAnUpdatedDeckIsAFreshOne(t *testing.T) {
	o := options(t)
	o.Screen = true
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		if len(p.Maps()) == 0 {
			return
		}
		p = turned(t, p)
		o := o
		o.Kind = rapid.SampledFrom(slide.Kinds).Draw(t, "view").Kind
		mp := rapid.SampledFrom(p.Maps()).Draw(t, "map").ID
		d := slide.New(o, p, mp)
		n := 5000
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			e := d.Project().Edit(nil)
			journeytest.Step(t, e, &n)
			if _, ok := journey.Get[journey.Map](e.Project(), mp); !ok {
				return
			}
			d = d.Update(e.Project())
			fresh := slide.New(o, e.Project(), mp)
			if got, want := all(d), all(fresh); got != want {
				a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
				for i := range min(len(a), len(b)) {
					if a[i] != b[i] {
						t.Fatalf("line %d\ngot  %s\nwant %s", i+1, a[i], b[i])
					}
				}
				t.Fatalf("%d lines, want %d", len(a), len(b))
			}
		}
	})
}

// all is every slide of a deck as text.
func all(d *slide.Deck) string {
	var b strings.Builder
	for i, s := range d.Slides {
		fmt.Fprintln(&b, s)
		d.Scene(i).Dump(&b)
	}
	return b.String()
}

// What a keystroke costs while a map of 1,000 cards is presented.
func BenchmarkDeckOf1000Cards(b *testing.B) {
	p := journeytest.Generate(1000)
	d := slide.New(options(b), p, "map")
	var c journey.Card
	for _, id := range d.Slides[5].Cards {
		if x, ok := journey.Get[journey.Card](p, id); ok && x.Text != "" {
			c = x
		}
	}
	for i := 0; b.Loop(); i++ {
		e := d.Project().Edit(nil)
		c.Text = fmt.Sprint("typed ", i)
		e.Put(c)
		d = d.Update(e.Project())
		d.Scene(5)
	}
}
