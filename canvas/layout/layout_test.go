package layout_test

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/journey"
	"throughline/journey/journeytest"
)

func options(t testing.TB) layout.Options {
	t.Helper()
	return layouttest.Options(t, &layout.Print)
}

// sample is a template as a project, its map and its pictures.
func sample(t testing.TB, name string) (*journey.Project, journey.ID, layout.Pictures) {
	t.Helper()
	p, blobs := layouttest.Template(t, name)
	return p, p.Maps()[0].ID, layout.NewLibrary(blobs)
}

func TestTheSampleAsAPoster(t *testing.T) {
	o := options(t)
	p, mp, pictures := sample(t, "cargo-bike")
	o.Pictures = pictures
	s := layout.Poster(o, p, mp)
	var b bytes.Buffer
	if err := s.Dump(&b); err != nil {
		t.Fatal(err)
	}
	journeytest.Golden(t, "cargo-bike.print.txt", b.Bytes())
	if w := s.Size.X * scene.Millimetres; w != 594 {
		t.Errorf("the sample is %.1f mm wide, A2 is 594", w)
	}
}

func TestEveryKindOfLaneAsAPoster(t *testing.T) {
	o := options(t)
	p, blobs := journeytest.Lanes()
	o.Pictures = layout.NewLibrary(blobs)
	var b bytes.Buffer
	if err := layout.Poster(o, p, "lanes").Dump(&b); err != nil {
		t.Fatal(err)
	}
	journeytest.Golden(t, "lanes.print.txt", b.Bytes())
	has := map[journey.LaneKind]bool{}
	for _, l := range p.Lanes("lanes") {
		has[l.LaneKind] = true
	}
	for _, k := range journey.LaneKinds {
		if !has[k.Kind] {
			t.Errorf("the fixture has no lane of %s", k.Kind)
		}
	}
}

func TestTheComponentsAsAPoster(t *testing.T) {
	o := options(t)
	p, blobs := journeytest.Components()
	o.Pictures = layout.NewLibrary(blobs)
	var b bytes.Buffer
	if err := layout.Poster(o, p, "components").Dump(&b); err != nil {
		t.Fatal(err)
	}
	journeytest.Golden(t, "components.print.txt", b.Bytes())
}

func TestTheSampleInTheEditor(t *testing.T) {
	o := options(t)
	for _, th := range []*layout.Theme{&layout.Light, &layout.Dark} {
		o.Theme = th
		p, mp, _ := sample(t, "cargo-bike")
		s := layout.New(o, mp).Update(p)
		var b bytes.Buffer
		for _, part := range []*scene.Scene{&s.Corner, &s.Band, &s.Headers, &s.Body} {
			if err := part.Dump(&b); err != nil {
				t.Fatal(err)
			}
		}
		journeytest.Golden(t, "cargo-bike."+th.Name+".txt", b.Bytes())
	}
}

func dump(s *layout.Sheet) string {
	var b strings.Builder
	for _, part := range []*scene.Scene{&s.Corner, &s.Band, &s.Headers, &s.Body} {
		if err := part.Dump(&b); err != nil {
			panic(err)
		}
	}
	return b.String()
}

// Laying out what changed must give what laying out everything gives, and
// leave out no box that looks different.
func TestALayoutThatGoesOnEqualsAFreshOne(t *testing.T) {
	o := options(t)
	o.Screen = true
	rapid.Check(t, func(t *rapid.T) {
		p, n := journeytest.Project().Draw(t, "project"), 1000
		if len(p.Maps()) == 0 {
			return
		}
		mp := p.Maps()[0].ID
		l := layout.New(o, mp)
		old := l.Update(p)
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			e := p.Edit(nil)
			for range rapid.IntRange(1, 3).Draw(t, "changes") {
				journeytest.Step(t, e, &n)
			}
			p = e.Project()
			if _, ok := p.Row(mp); !ok {
				return
			}
			s := l.Update(p)
			if got, want := dump(s), dump(layout.New(o, mp).Update(p)); got != want {
				t.Fatalf("a layout that went on differs from a fresh one: %s", firstDifference(got, want))
			}
			checkDirty(t, &old.Body, &s.Body)
			old = s
		}
	})
}

// So it is while an edge is dragged, when every width is one of the same project
// and what is drawn at one is used again at the next.
func TestADraggedEdgeGivesTheLayoutOfItsWidth(t *testing.T) {
	o := options(t)
	o.Screen = true
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		if len(p.Maps()) == 0 || len(p.Stages(p.Maps()[0].ID)) == 0 {
			return
		}
		m := p.Maps()[0]
		stage := rapid.SampledFrom(p.Stages(m.ID)).Draw(t, "stage")
		headers := rapid.Bool().Draw(t, "headers")
		l := layout.New(o, m.ID)
		old := l.Update(p)
		for _, w := range rapid.SliceOfN(rapid.IntRange(100, 320), 2, 8).Draw(t, "widths") {
			e := p.Edit(nil)
			if headers {
				m.HeaderWidth = float64(w)
				e.Put(m)
			} else {
				stage.Width = float64(w)
				e.Put(stage)
			}
			s := l.Update(e.Project())
			if got, want := dump(s), dump(layout.New(o, m.ID).Update(e.Project())); got != want {
				t.Fatalf("at %d: %s", w, firstDifference(got, want))
			}
			checkDirty(t, &old.Body, &s.Body)
			old = s
		}
		if got, want := dump(l.Update(p)), dump(layout.New(o, m.ID).Update(p)); got != want {
			t.Fatalf("back again: %s", firstDifference(got, want))
		}
	})
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d:\ngot  %s\nwant %s", i+1, strings.Join(a[max(0, i-3):i+1], "\n"), strings.Join(b[max(0, i-3):i+1], "\n"))
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}

// checkDirty holds that items which moved, changed, came or went lie in a
// dirty box.
func checkDirty(t *rapid.T, old, next *scene.Scene) {
	drawn := func(s *scene.Scene) map[string]geom.Rect {
		m := map[string]geom.Rect{}
		for _, b := range s.Blocks {
			for _, it := range b.Items {
				one := scene.Scene{Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{it}), At: b.At}}}
				var w strings.Builder
				if err := one.Dump(&w); err != nil {
					t.Fatal(err)
				}
				m[inkOf(w.String())+fmt.Sprint(it.At.Add(b.At))] = it.Bounds.Add(it.At.Add(b.At))
			}
		}
		return m
	}
	dirty := scene.Dirty(old, next)
	was, is := drawn(old), drawn(next)
	check := func(a, b map[string]geom.Rect) {
		for k, r := range a {
			if _, ok := b[k]; ok || r.Empty() {
				continue
			}
			covered := false
			inner := r.Grow(-1e-9) // floats added in another order
			for _, d := range dirty {
				covered = covered || d.Intersect(inner) == inner
			}
			if !covered {
				t.Fatalf("%v is not in any of %v:\n%s", r, dirty, k)
			}
		}
	}
	check(was, is)
	check(is, was)
}

// inkOf is the lines of a dump that leave ink on the map.
func inkOf(dump string) string {
	var ink []string
	for _, l := range strings.Split(dump, "\n") {
		if strings.HasPrefix(l, "  ") && !strings.HasPrefix(l, "  field") && !strings.HasPrefix(l, "  alt") {
			ink = append(ink, l)
		}
	}
	return strings.Join(ink, "\n")
}

// What people wrote is drawn, whole and within its cell, and cards keep apart.
func TestCardsKeepApartAndKeepTheirText(t *testing.T) {
	o := options(t)
	o.Screen = true
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		for _, m := range p.Maps() {
			s := layout.New(o, m.ID).Update(p)
			boxes := map[string]geom.Rect{}
			words := ""
			for _, b := range s.Body.Blocks {
				for _, it := range b.Items {
					if it.Part == layout.HintPart && it.Owner != "" {
						t.Fatalf("a hint is hit as %s", it.Owner)
					}
					if it.Part == layout.HintPart {
						boxes[fmt.Sprint("hint ", it.At.Add(b.At))] = it.Box.Add(it.At).Add(b.At)
					}
					if it.Part == layout.CardPart {
						boxes[it.Owner] = it.Box.Add(it.At).Add(b.At)
						checkInside(t, it)
						h, ok := s.Body.Hit(boxes[it.Owner].Center(), 0)
						over := ok && (h.Item.Part == layout.NotePart || h.Item.Part == layout.LabelPart) // which may lie on cards
						if !ok || h.Owner != it.Owner && !over {
							t.Fatalf("a press on the middle of %s hits %q", it.Owner, h.Owner)
						}
					}
					for _, f := range it.Fields {
						if r := f.Box(); it.Part == layout.CardPart && (r.Min.X < it.Box.Min.X-0.01 || r.Max.X > it.Box.Max.X+0.01) {
							t.Fatalf("the %s of %s has the room %v in %v", f.Part, it.Owner, r, it.Box)
						}
						if it.Part == layout.CardPart {
							checkField(t, it, f)
						}
						words += f.Block.Text + "\n"
						if it.Part == layout.CardPart && f.Block.Text != "" && f.At.Y+f.Block.Height > it.Box.Max.Y+0.01 {
							t.Fatalf("the %s of %s ends at %.2f, its box at %.2f", f.Part, it.Owner, f.At.Y+f.Block.Height, it.Box.Max.Y)
						}
					}
				}
			}
			for a, r := range boxes {
				if r.Min.X < 0 || r.Max.X > s.Width || r.Min.Y < 0 || r.Max.Y > s.Height {
					t.Fatalf("%s is at %v of %v × %v", a, r, s.Width, s.Height)
				}
				for b, q := range boxes {
					if a < b && r.Overlaps(q) {
						t.Fatalf("%s at %v and %s at %v overlap", a, r, b, q)
					}
				}
			}
			for _, l := range p.Lanes(m.ID) {
				if l.Hidden || l.Folded || l.LaneKind == journey.Divider || l.LaneKind == journey.Channels {
					continue
				}
				for _, c := range p.LaneCards(l) {
					marked := l.LaneKind == journey.Text && (strings.ContainsAny(c.Title, "*_[") || strings.Contains(c.Title, "- "))
					if !marked && !strings.Contains(words, c.Title) {
						t.Fatalf("the title %q of %s is not drawn", c.Title, c.ID)
					}
				}
			}
		}
	})
}

// checkField holds that a field is where its text is drawn, so that the caret
// stands beside the letters.
func checkField(t *rapid.T, it scene.Item, f scene.Field) {
	if len(f.Block.Lines) == 0 || len(f.Block.Lines[0].Runs) == 0 {
		return
	}
	line := &f.Block.Lines[0]
	first := &line.Runs[0]
	want := f.At.Add(geom.Pt(f.Block.Left(line)+first.X, line.Baseline))
	var places []geom.Point // the same words may stand in two places of a card
	var walk func(ops []scene.Op, move geom.Transform)
	walk = func(ops []scene.Op, move geom.Transform) {
		for _, o := range ops {
			switch o := o.(type) {
			case *scene.Group:
				walk(o.Ops, o.Move.Then(move))
			case *scene.Glyphs:
				if o.Run == first {
					places = append(places, move.Rect(geom.Rect{Min: o.At, Max: o.At}).Min)
				}
			}
		}
	}
	walk(it.Ops, geom.Identity)
	if len(places) > 0 && !slices.ContainsFunc(places, func(at geom.Point) bool { return at.Sub(want).Len() < 0.01 }) {
		t.Fatalf("%q of %s is drawn at %v, its field is at %v", first.Text, it.Owner, places, want)
	}
}

// checkInside holds that every letter of an item stands in its box.
func checkInside(t *rapid.T, it scene.Item) {
	var walk func(ops []scene.Op, move geom.Transform)
	walk = func(ops []scene.Op, move geom.Transform) {
		for _, o := range ops {
			switch o := o.(type) {
			case *scene.Group:
				if o.From <= 1 && (o.To == 0 || o.To > 1) {
					walk(o.Ops, o.Move.Then(move))
				}
			case *scene.Glyphs:
				if strings.TrimSpace(o.Run.Text) != o.Run.Text { // spaces may hang out
					continue
				}
				r := move.Rect(geom.Box(o.At.X, o.At.Y-o.Run.Size*0.7, o.Run.Width, o.Run.Size*0.7))
				box := it.Box.Grow(0.01)
				if _, err := strconv.Atoi(o.Run.Text); err == nil {
					box.Min.Y -= 12 // the number of comments stands in a badge on the upper edge
				}
				if !box.Contains(r.Min) || !box.Contains(r.Max) {
					t.Fatalf("%q of %s is at %v, outside of %v", o.Run.Text, it.Owner, r, it.Box)
				}
			}
		}
	}
	walk(it.Ops, geom.Identity)
}

func TestAPreviewOpensASlotAndLeavesAGhost(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	l := layout.New(o, mp)
	plain := l.Update(p)
	v := layout.Preview{Ghosts: []journey.ID{"booking-confirmed"}, Slot: &layout.Slot{Lane: "touchpoints", Column: "ride-with-the-kids", Index: 1, Height: 84}}
	s := l.UpdatePreview(p, v)
	it, at, ok := s.Body.Find(layout.SlotOwner, "slot")
	if !ok || it.Box.H() != 84 {
		t.Fatalf("no slot of 84 u: %v", it)
	}
	row, _ := s.RowOf("touchpoints")
	if was, _ := plain.RowOf("touchpoints"); row.H <= was.H {
		t.Errorf("the row did not grow: %v, was %v", row.H, was.H)
	}
	if c, ok := s.CellAt(at); !ok || c.Column.Step != "ride-with-the-kids" {
		t.Errorf("the slot is in %v", c.Column)
	}
	if _, _, ok := s.Body.Find("booking-confirmed", layout.CardPart); ok {
		t.Error("the dragged card is still drawn")
	}
	if got, want := dump(l.UpdatePreview(p, layout.Preview{})), dump(plain); got != want {
		t.Error("cancelling does not bring the old sheet back")
	}
}

func BenchmarkLayout(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		p := journeytest.Generate(n)
		b.Run(fmt.Sprint("fresh/", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				o := options(b) // no text is cached
				b.StartTimer()
				layout.New(o, "map").Update(p)
			}
		})
		b.Run(fmt.Sprint("keystroke/", n), func(b *testing.B) {
			o := options(b)
			l := layout.New(o, "map")
			l.Update(p)
			c := p.StageCards("lane3", "stage2")[0]
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				i++
				c.Title = fmt.Sprintf("Typing %d", i)
				e := p.Edit(nil)
				e.Put(c)
				p = e.Project()
				old := &l.Update(p).Body
				_ = old
			}
		})
	}
}
