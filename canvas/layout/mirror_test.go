package layout_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// from is p with all maps read from a side.
func from(side string, p *journey.Project) *journey.Project {
	e := p.Edit(nil)
	for _, m := range p.Maps() {
		m.Direction = side
		e.Put(m)
	}
	return e.Project()
}

func TestTheSampleInArabic(t *testing.T) {
	o := options(t)
	p, blobs := layouttest.Arabic(t)
	o.Pictures = layout.NewLibrary(blobs)
	mp := p.Maps()[0].ID
	var b bytes.Buffer
	if err := layout.Poster(o, p, mp).Dump(&b); err != nil {
		t.Fatal(err)
	}
	journeytest.Golden(t, "arabic.print.txt", b.Bytes())
}

// The side from which a map reads moves things to the other side, and changes
// none of their sizes.
func TestAMapFromTheRightIsTheMirrorImageOfItsSheet(t *testing.T) {
	o := options(t)
	o.Screen = true
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		if len(p.Maps()) == 0 {
			return
		}
		mp := p.Maps()[0].ID
		left, right := layout.New(o, mp).Update(from(journey.FromLeft, p)), layout.New(o, mp).Update(from(journey.FromRight, p))
		if left.Mirrored || right.Mirrored == right.Looped() {
			t.Fatalf("mirrored: %v and %v", left.Mirrored, right.Mirrored)
		}
		if left.Width != right.Width || left.Height != right.Height || left.BandHeight != right.BandHeight {
			t.Fatalf("from the left it is %v × %v, from the right %v × %v", left.Width, left.Height, right.Width, right.Height)
		}
		if !right.Mirrored {
			return
		}
		for _, part := range []struct {
			on, seen *scene.Scene
			axis     float64
		}{
			{&right.Body, right.Seen.Body, right.Seen.Axis}, {&right.Band, right.Seen.Band, right.Seen.Axis},
			{&right.Headers, right.Seen.Headers, right.HeaderWidth}, {&right.Corner, right.Seen.Corner, right.HeaderWidth},
		} {
			if got := part.seen.Box(); got != part.on.Box().Mirrored(part.axis) {
				t.Fatalf("the image of %v is %v", part.on.Box(), got)
			}
			for i := range part.on.Blocks {
				for k, it := range part.on.Blocks[i].Items {
					image := part.seen.Blocks[i].Items[k]
					was := it.Box.Add(it.At).Add(part.on.Blocks[i].At).Mirrored(part.axis)
					is := image.Box.Add(image.At).Add(part.seen.Blocks[i].At)
					if image.Owner != it.Owner || image.Part != it.Part || math.Abs(was.Min.X-is.Min.X) > 1e-6 || math.Abs(was.Max.X-is.Max.X) > 1e-6 {
						t.Fatalf("%s %s is seen at %v, want %v", it.Owner, it.Part, is, was)
					}
				}
			}
		}
	})
}

// Texts of a map that reads from the right stand at the right of their rooms, in
// whatever script: beside their icons and below each other.
func TestTextsOfAMapFromTheRightBeginThere(t *testing.T) {
	o := options(t)
	p, _ := layouttest.Arabic(t)
	s := layout.New(o, p.Maps()[0].ID).Update(p)
	n := 0
	for _, sc := range []*scene.Scene{s.Seen.Body, s.Seen.Band, s.Seen.Headers} {
		for i := range sc.Blocks {
			for _, it := range sc.Blocks[i].Items {
				for _, f := range it.Fields {
					room := f.Box()
					for k := range f.Block.Lines {
						l := &f.Block.Lines[k]
						if end := f.At.X + f.Block.Left(l) + l.Width; math.Abs(end-room.Max.X) > 1e-6 && l.Width > 0 {
							t.Errorf("%s %s: a line ends at %v of %v: %q", it.Owner, f.Part, end, room, f.Block.Text)
						}
						n++
					}
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("there are %d lines", n)
	}
}

// Words with markup keep their order, whichever way they read.
func TestMarkupInAMapFromTheRight(t *testing.T) {
	o := options(t)
	for says, want := range map[string]string{
		"one **two** three":    "one two three",
		"واحد **اثنان** ثلاثة": "واحد اثنان ثلاثة",
	} {
		e := journey.New().Edit(nil)
		e.Put(journey.Map{ID: "m", Direction: journey.FromRight})
		e.Put(journey.Stage{ID: "s", Map: "m"})
		e.Put(journey.Lane{ID: "l", Map: "m", LaneKind: journey.Text})
		e.Put(journey.Card{ID: "c", Lane: "l", Stage: "s", Text: says})
		p := e.Project()
		c, _ := journey.Get[journey.Card](p, "c")
		it, _, ok := layout.New(o, "m").Update(p).Card(c)
		if !ok {
			t.Fatal("there is no card")
		}
		var words spoken
		image := (&scene.Mirror{}).Scene(&scene.Scene{Size: geom.Pt(400, 100), Blocks: []scene.Placed{{Block: scene.NewBlock([]scene.Item{*it})}}}, 400)
		image.Paint(&words, 1, geom.Box(-1e4, -1e4, 2e4, 2e4))
		if got := words.inOrder(strings.Contains(says, "one")); got != want {
			t.Errorf("%q is seen as %q", says, got)
		}
	}
}

// A number and its unit are one word: in letters that read from the left they
// stand so in every map.
func TestUnitsInAMapFromTheRight(t *testing.T) {
	o := options(t)
	for unit, behind := range map[string]bool{"weeks": true, "%": true, "أسابيع": false, "שבועות": false} {
		p := from(journey.FromRight, oneLane(journey.Metrics, journey.Card{ID: "m", Stage: "stage", Value: journey.Num(6.4), Unit: unit}))
		s := layout.New(o, p.Maps()[0].ID).Update(p)
		var words spoken
		s.Seen.Body.Paint(&words, 1, s.Seen.Body.Box())
		at := map[string]float64{}
		for i, r := range words.runs {
			at[r.Text] = words.xs[i]
		}
		if _, ok := at[unit]; !ok || (at[unit] > at["6.4"]) != behind {
			t.Errorf("6.4 %s is seen at %v", unit, at)
		}
		it, at6, ok := s.Seen.Body.Find("m", layout.CardPart)
		if end := at6.X + it.Box.Max.X; !ok || max(at["6.4"], at[unit]) < end-80 {
			t.Errorf("6.4 %s is at %v in a box that ends at %v", unit, at, end)
		}
	}
}

// A page of a map from the right is the mirror image of one from the left: a
// poster begins at the right, and so do the pages that it is cut into.
func TestPagesOfAMapFromTheRight(t *testing.T) {
	o := options(t)
	p, _ := layouttest.Arabic(t)
	mp := p.Maps()[0].ID
	for _, mode := range []string{layout.PosterPage, layout.FittedPage, layout.StagePages, layout.TiledPages, layout.TabletPages} {
		pages := layout.Cut(o, p, mp, layout.Paging{Mode: mode, Paper: "A4", Lies: layout.Landscape})
		first := pages.List[0].Scene
		it, at, ok := first.Find("spark", layout.StagePart)
		if !ok {
			t.Errorf("%s: the first page does not have the first stage", mode)
			continue
		}
		title, where, ok := first.Find(string(mp), layout.TitlePart)
		if ok && where.X+title.Box.Max.X < first.Size.X*0.8 {
			t.Errorf("%s: the title ends at %v of %v", mode, where.X+title.Box.Max.X, first.Size.X)
		}
		if second, there, ok := first.Find("research", layout.StagePart); ok && there.X+second.Box.Max.X > at.X+it.Box.Min.X+1 {
			t.Errorf("%s: the second stage is right of the first", mode)
		}
	}
	tiles := layout.Cut(o, p, mp, layout.Paging{Mode: layout.TiledPages, Paper: "A4", Lies: layout.Landscape})
	if a, b := tiles.List[0].Part, tiles.List[1].Part; a.Max.X < tiles.Poster.Size.X-1e3 || b.Min.X >= a.Min.X {
		t.Errorf("the first page is %v of the poster, the second %v", a, b)
	}
}

// An overview of a map from the right begins there, and is made of what is shown.
func TestAnOverviewOfAMapFromTheRight(t *testing.T) {
	o := options(t)
	p, _ := layouttest.Arabic(t)
	e := p.Edit(nil)
	e.Put(journey.Note{ID: "far", Map: p.Maps()[0].ID, X: 2040, Y: 100, Text: "It hangs out."})
	p = e.Project()
	s := layout.New(o, p.Maps()[0].ID).Update(p)
	if s.Body.Size.X <= s.Width {
		t.Fatal("nothing hangs out")
	}
	shown := map[*scene.Block]bool{}
	for _, sc := range []*scene.Scene{s.Seen.Body, s.Seen.Band} {
		for _, b := range sc.Blocks {
			shown[b.Block] = true
		}
	}
	all := s.Overview()
	for _, b := range all.Blocks {
		if !shown[b.Block] {
			t.Fatalf("%s is mirrored once more", b.Name)
		}
	}
	it, at, ok := all.Find("spark", layout.StagePart)
	if end := at.X + it.Box.Max.X; !ok || math.Abs(end-all.Size.X) > 1 {
		t.Errorf("the first stage ends at %v of %v", end, all.Size.X)
	}
	small, _ := layout.Thumbnail(o, p, p.Maps()[0].ID, 300, 200)
	it, at, ok = small.Find("spark", layout.StagePart)
	if end := at.X + it.Box.Max.X; !ok || math.Abs(end-small.Size.X*21/22) > 1 {
		t.Errorf("in a thumbnail it ends at %v of %v", end, small.Size.X)
	}
}

// Nobody's map turns round while they type in it.
func TestAMapTurnsWhenTypingEnds(t *testing.T) {
	o := options(t)
	p, mp, _ := sample(t, "cargo-bike")
	e := p.Edit(nil)
	m, _ := journey.Get[journey.Map](p, mp)
	m.Title = ""
	e.Put(m)
	p = e.Project()
	l := layout.New(o, mp)
	if l.UpdatePreview(p, layout.Preview{Typing: "spark"}).Mirrored {
		t.Fatal("it reads from the right")
	}
	e = p.Edit(nil)
	st, _ := journey.Get[journey.Stage](p, "spark")
	st.Title = "شرارة"
	e.Put(st)
	if p = e.Project(); l.UpdatePreview(p, layout.Preview{Typing: "spark"}).Mirrored {
		t.Error("it turns at the first letter")
	}
	if !l.UpdatePreview(p, layout.Preview{}).Mirrored {
		t.Error("it does not turn when typing ends")
	}
}

// spoken is the words of a scene and where they are seen.
type spoken struct {
	nowhere
	runs []*text.Run
	xs   []float64
}

func (w *spoken) Glyphs(r *text.Run, at geom.Point, _ float64, _ scene.Color) {
	w.runs, w.xs = append(w.runs, r), append(w.xs, at.X)
}

// inOrder is the words from left to right, or from right to left.
func (w *spoken) inOrder(fromLeft bool) string {
	var out []string
	for len(w.xs) > 0 {
		next := 0
		for i, x := range w.xs {
			if (x < w.xs[next]) == fromLeft && x != w.xs[next] {
				next = i
			}
		}
		out = append(out, strings.TrimSpace(w.runs[next].Text))
		w.runs, w.xs = append(w.runs[:next:next], w.runs[next+1:]...), append(w.xs[:next:next], w.xs[next+1:]...)
	}
	return strings.Join(out, " ")
}

// nowhere is a painter that draws nothing.
type nowhere struct{}

func (nowhere) Fill(*geom.Path, geom.Transform, scene.Paint)        {}
func (nowhere) Stroke(*scene.Stroke, geom.Transform)                {}
func (nowhere) Glyphs(*text.Run, geom.Point, float64, scene.Color)  {}
func (nowhere) Emoji(*text.Run, geom.Point, float64, scene.Color)   {}
func (nowhere) Use(*scene.Symbol, geom.Point, float64, scene.Color) {}
func (nowhere) Picture(*scene.Picture, geom.Transform)              {}
func (nowhere) Clip(*geom.Path, geom.Transform)                     {}
func (nowhere) Unclip()                                             {}
func (nowhere) Link(geom.Rect, string)                              {}
func (nowhere) Begin(*scene.Item, geom.Point)                       {}
func (nowhere) End()                                                {}

// A ring runs clockwise in every script, and its cards begin at the right.
func TestALoopFromTheRight(t *testing.T) {
	o := options(t)
	p := journeytest.Loop()
	mp := p.Maps()[0].ID
	left, right := layout.New(o, mp).Update(from(journey.FromLeft, p)), layout.New(o, mp).Update(from(journey.FromRight, p))
	if !right.Looped() || right.Mirrored || right.Seen.Body != &right.Body {
		t.Fatal("a loop is mirrored")
	}
	n := 0
	for _, l := range p.Lanes(mp) {
		for _, c := range p.LaneCards(l) {
			a, at, ok := left.Card(c)
			b, there, found := right.Card(c)
			if ok != found || at != there {
				t.Errorf("%s stands at %v, and read from the right at %v", c.ID, at, there)
			}
			if !ok || c.Title == "" || l.LaneKind != journey.Touchpoints {
				continue
			}
			wide := a.Box.W()
			was, is := a.Fields[0].At.X, wide-b.Fields[0].At.X-b.Fields[0].Block.Width
			if math.Abs(was-is) > 1e-6 || !b.Fields[0].Block.AtRight() {
				t.Errorf("the title of %s begins %v from the left, and %v from the right", c.ID, was, is)
			}
			n++
		}
	}
	if n == 0 {
		t.Error("there are no cards")
	}
	ring := func(side string) geom.Point {
		s := layout.Poster(o, from(side, p), mp)
		it, at, ok := s.Find(string(p.Stages(mp)[1].ID), layout.StagePart)
		if !ok {
			t.Fatal("the poster has no ring")
		}
		return it.Box.Center().Add(at).Sub(geom.Pt(s.Size.X/2, 0))
	}
	if a, b := ring(journey.FromLeft), ring(journey.FromRight); a.Sub(b).Len() > 1 || a.X < 50 {
		t.Errorf("on paper the second stage is %v beside the middle, and read from the right %v", a.X, b.X)
	}
}
