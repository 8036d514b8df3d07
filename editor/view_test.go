package editor_test

import (
	"math"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/editor"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// seen reports whether all of a card is in sight.
func (s *story) seen(card string) bool {
	f := s.frame().Panes[0]
	it, at, _ := s.e.Sheet().Card(s.card(card))
	r := it.Box.Add(at).Add(geom.Point{}.Sub(f.At)).Mul(f.Zoom).Add(f.Rect.Min)
	return r.Intersect(f.Rect) == r
}

func TestFitMapShowsAllOfIt(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Wheel(500, 500).Key("Shift+1")
	for _, c := range []string{"goal-spark", "goal-ride-recommend", "Guide downloaded", "Refer a friend"} {
		if !s.seen(c) {
			t.Errorf("%s is not in sight", c)
		}
	}
	s.e.Resize(geom.Pt(9000, 9000))
	if s.Key("Shift+1"); s.e.Camera().Zoom != 1 {
		t.Errorf("a small map is shown at %v", s.e.Camera().Zoom)
	}
	s.e.Resize(geom.Pt(150, 100))
	if s.Key("Shift+1"); s.e.Camera().Zoom >= 0.1 || !s.seen("Refer a friend") {
		t.Errorf("in a small view the zoom is %v", s.e.Camera().Zoom)
	}
}

func TestFitSelectionShowsIt(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Key("Shift+2")
	if s.e.Camera() != (camera{Zoom: 1}) { // nothing is selected
		t.Fatal(s.e.Camera())
	}
	s.Click("card:referral-card").Key("Shift+2")
	if !s.seen("referral-card") || s.e.Camera().Zoom != 2 {
		t.Fatalf("one card is shown at %v", s.e.Camera())
	}
	s.Key("Shift+1", "Ctrl+A", "Shift+2")
	if !s.seen("goal-spark") || !s.seen("Refer a friend") {
		t.Fatalf("not everything is in sight at %v", s.e.Camera())
	}
}

func TestThePageKeysMoveByMostOfAView(t *testing.T) {
	s := open(t, "cargo-bike")
	b := s.frame().Panes[0].Rect
	at := func(x, y float64) {
		t.Helper()
		if got := s.e.Camera().At; math.Abs(got.X-x) > 0.5 || math.Abs(got.Y-y) > 0.5 {
			t.Fatalf("it shows %v, want %v,%v", got, x, y)
		}
	}
	s.Key("Shift+PageDown")
	at(b.W()*0.9, 0)
	s.Key("PageDown")
	at(b.W()*0.9, b.H()*0.9)
	s.Key("Shift+PageUp", "PageUp", "PageUp")
	at(0, 0)
}

// However far somebody pans, a piece of the map stays in sight.
func TestTheMapStaysInSight(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(600, 400))
	for _, zoom := range []string{"Ctrl+0", "Ctrl+=", "Ctrl+-", "Ctrl+-", "Ctrl+-", "Ctrl+-", "Ctrl+-"} {
		s.Key(zoom).Wheel(1e6, 1e6)
		f, w := s.frame().Panes[0], s.e.Sheet()
		right, foot := (w.Width-f.At.X)*f.Zoom, (w.Height-f.At.Y)*f.Zoom
		if right < 1 || foot < 1 || f.Rect.W()-right > 161 && f.At.X > 0 || f.Rect.H()-foot > 161 && f.At.Y > 0 {
			t.Fatalf("at %v of %v × %v the map ends at %v, %v", f.At, w.Width, w.Height, right, foot)
		}
		s.Wheel(-1e6, -1e6)
		if s.e.Camera().At != (geom.Point{}) {
			t.Fatal(s.e.Camera())
		}
	}
}

// A larger window shows more, and never beyond the map's end; a smaller one
// has its panes in it still.
func TestResizing(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(600, 400))
	s.Wheel(1e6, 1e6)
	for _, size := range []geom.Point{{X: 2000, Y: 1500}, {X: 400, Y: 300}, {X: 100, Y: 60}, {X: 1, Y: 1}, {X: 0, Y: 0}, {X: 1200, Y: 800}} {
		s.e.Resize(size)
		s.check()
		area := 0.0
		for i, p := range s.frame().Panes {
			if !p.Rect.Empty() && i != 3 { // a stage's name, which lies over the band
				area += p.Rect.W() * p.Rect.H()
			}
			if p.Rect.Max.X > size.X || p.Rect.Max.Y > size.Y {
				t.Fatalf("a pane is %v of %v", p.Rect, size)
			}
		}
		if area != size.X*size.Y {
			t.Fatalf("the panes cover %v of %v", area, size)
		}
	}
}

// The two bands and the body scroll together and stand on whole pixels.
func TestThePanesScrollTogether(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(600, 400))
	for range 8 {
		s.Hold(input.Ctrl).Wheel(0, -25).Hold(0).Wheel(37, 21)
		f := s.frame().Panes
		if f[1].At.X != f[0].At.X || f[2].At.Y != f[0].At.Y || f[4].At != (geom.Point{}) || f[1].At.Y != 0 || f[2].At.X != 0 {
			t.Fatalf("the panes show %v, %v, %v, %v", f[0].At, f[1].At, f[2].At, f[4].At)
		}
		p := f[0].At.Mul(f[0].Zoom)
		if math.Abs(p.X-math.Round(p.X)) > 1e-6 || math.Abs(p.Y-math.Round(p.Y)) > 1e-6 {
			t.Fatalf("the body begins at pixel %v", p)
		}
	}
}

func TestAnotherThemeIsAnotherPaint(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:ride-app")
	was := s.e.Doc.Project()
	s.e.SetTheme(&layout.Dark)
	s.Selected("ride-app")
	if g := s.e.Sheet().Body.Ground; g != layout.Dark.Map {
		t.Fatalf("the ground is %v", g)
	}
	if m := s.frame().Marks[0]; m.Edge != layout.Dark.Acc {
		t.Fatalf("the ring is %v", m.Edge)
	}
	s.DoubleClick("title:ride-app@8").Type("!")
	s.e.SetTheme(&layout.Light)
	s.Busy(true).Type("!").Key("Escape").Title("ride-app", "Ride app!!").Undo()
	if !s.e.Doc.Project().Equal(was) {
		t.Fatal("a theme has changed the map")
	}
}

// Of very many selected cards those out of sight have no rings, and where the
// view is full of them a ring goes around those of a cell.
func TestVeryManyRings(t *testing.T) {
	s := begin(t, journeytest.Generate(3000), nil)
	s.Key("Ctrl+A")
	b := s.frame().Panes[0].Rect
	near := s.frame().Marks
	if len(near) == 0 || len(near) > 200 {
		t.Fatalf("%d rings", len(near))
	}
	for _, m := range near {
		if !m.Rect.Overlaps(b) {
			t.Fatalf("the ring %v is out of sight", m.Rect)
		}
	}
	s.Key("Shift+1")
	if n := len(s.frame().Marks); n == 0 || n > 400 {
		t.Fatalf("%d rings", n)
	}
}

// What Reveal brings into sight is all in sight.
func TestReveal(t *testing.T) {
	s := open(t, "cargo-bike")
	for _, c := range []string{"referral-card", "goal-spark", "Refer a friend", "booking-confirmed"} {
		s.e.Reveal(journey.ID(s.card(c).ID))
		if !s.seen(c) {
			t.Errorf("%s is out of sight", c)
		}
	}
}

// A stage's name slides along inside its chevron, so that it can be read while
// 120 pixels of the stage are in sight.
func TestAStagesNameSlides(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(600, 400))
	name := func() input.Pane { return s.frame().Panes[3] }
	if !name().Rect.Empty() {
		t.Fatal("a name slides where none is cut off")
	}
	body := s.frame().Panes[0].Rect
	for x := 40.0; x < 352*4; x += 40 {
		s.e.SetCamera(editor.Camera{At: geom.Pt(x, 0), Zoom: 1})
		x := s.e.Camera().At.X // it ends with the map
		st, _ := s.e.Sheet().StageAt(x)
		rest := st.X + st.W - x
		p := name()
		if st.W-rest < 30 { // the name is in its place
			continue
		}
		switch {
		case rest >= 120+40 && (p.Rect.Empty() || p.At.X > 12 || p.Rect.Min.X != body.Min.X):
			t.Fatalf("at %v %v u of “%s” are in sight, its name is at %v from %v on", x, rest, st.Title, p.Rect, p.At.X)
		case p.Rect.Max.X > body.Min.X+rest:
			t.Fatalf("at %v the name of “%s” ends at %v, the stage at %v", x, st.Title, p.Rect.Max.X, body.Min.X+rest)
		case !p.Rect.Empty() && p.Scene.Blocks[0].Items[0].Owner != string(st.ID):
			t.Fatalf("at %v it is not the name of “%s”", x, st.Title)
		}
	}
	s.e.SetCamera(editor.Camera{At: geom.Pt(200, 0), Zoom: 1})
	first := name()
	s.e.SetCamera(editor.Camera{At: geom.Pt(220, 0), Zoom: 1})
	if name().Scene != first.Scene {
		t.Error("a pan draws the name anew")
	}
	s.e.SetCamera(editor.Camera{At: geom.Pt(200, 0), Zoom: 0.4})
	if !name().Rect.Empty() {
		t.Error("from afar a name slides")
	}
}

// What a map shows beside its cards is part of the map, and undone as such.
func TestHeatAndSummary(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.e.Sheet().BandHeight
	for _, c := range []struct {
		name, label string
		more        float64
	}{{"view.heat", "Show pain heat", 8}, {"view.summary", "Show summary of stages", 48}} {
		s.Do(c.name).Labels(c.label, "")
		if h := s.e.Sheet().BandHeight; h != was+c.more {
			t.Errorf("%s: the band is %v high, was %v", c.name, h, was)
		}
		s.Do(c.name).Undo().Undo()
		if h := s.e.Sheet().BandHeight; h != was {
			t.Errorf("%s: after undo the band is %v high, was %v", c.name, h, was)
		}
	}
}
