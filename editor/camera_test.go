package editor_test

import (
	"math"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
)

// under is the point of the map under a point of the view.
func (s *story) under(at geom.Point) geom.Point {
	f := s.frame().Panes[0]
	return at.Sub(f.Rect.Min).Mul(1 / f.Zoom).Add(f.At)
}

func (s *story) pan(b input.Button, by geom.Point) {
	from := s.at
	s.press(b, 1)
	for i := range 5 {
		s.move(from.Add(by.Mul(float64(i+1) / 5)))
	}
	s.release()
	s.check()
}

// The map follows the pointer with the middle button, the right one, with
// Space held, and with the hand tool.
func TestPanning(t *testing.T) {
	for name, c := range map[string]struct {
		before, after func(s *story)
		button        input.Button
	}{
		"middle":        {func(*story) {}, func(*story) {}, input.Middle},
		"right":         {func(*story) {}, func(*story) {}, input.Right},
		"Space":         {func(s *story) { s.Key("Space") }, func(s *story) { s.KeyUp(input.KeySpace) }, input.Left},
		"hand":          {func(s *story) { s.Key("H") }, func(s *story) { s.Key("V") }, input.Left},
		"hand, by Esc":  {func(s *story) { s.Key("H") }, func(s *story) { s.Key("Escape") }, input.Left},
		"hand, by menu": {func(s *story) { s.Do("tool.hand") }, func(s *story) { s.Do("tool.select") }, input.Left},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, "cargo-bike")
			was := s.Picture()
			s.move(s.see("card:booking-confirmed"))
			c.before(s)
			p := s.under(s.at)
			s.pan(c.button, geom.Pt(-200, -150))
			if s.under(s.at) != p {
				t.Fatalf("%v is under the pointer, want %v", s.under(s.at), p)
			}
			if s.e.Camera().At != geom.Pt(200, 150) {
				t.Fatalf("it shows %v", s.e.Camera())
			}
			s.pan(c.button, geom.Pt(200, 150))
			if s.e.Camera().At != (geom.Point{}) {
				t.Fatalf("it shows %v", s.e.Camera())
			}
			c.after(s)
			s.Selected().Same(was)
			s.Click("card:booking-confirmed").Selected("booking-confirmed")
			if s.e.InHand() == "tool.hand" || s.frame().Cursor != input.Arrow {
				t.Fatal("the hand is still in hand")
			}
		})
	}
}

// A right click moves nothing, however unsteady the hand.
func TestARightClickDoesNotPan(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(s.see("card:booking-confirmed"))
	s.pan(input.Right, geom.Pt(2, -2))
	if s.e.Camera().At != (geom.Point{}) {
		t.Fatalf("it shows %v", s.e.Camera())
	}
}

// Space may come up before the button does, or unseen in another window.
func TestLettingSpaceGo(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(600, 400))
	s.Key("Space")
	if s.frame().Cursor != input.Hand {
		t.Fatal("no hand")
	}
	s.press(input.Left, 1)
	s.KeyUp(input.KeySpace)
	s.move(geom.Pt(500, 400))
	if s.e.Camera().At.X != 100 || s.frame().Cursor != input.Grabbing {
		t.Fatalf("it shows %v", s.e.Camera())
	}
	s.release()
	s.Click("card:booking-confirmed").Selected("booking-confirmed")
	s.Key("Space")
	s.press(input.Left, 1)
	s.Leave().Click("card:ride-app").Selected("ride-app")
	s.Key("Space").Leave().Click("card:booking-confirmed").Selected("booking-confirmed")
}

func TestTheWheelScrolls(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(600, 400))
	at := func(x, y float64) {
		t.Helper()
		if got := s.e.Camera().At; got != geom.Pt(x, y) {
			t.Fatalf("it shows %v, want %v,%v", got, x, y)
		}
	}
	s.Wheel(0, 75)
	at(0, 75)
	s.Hold(input.Shift).Wheel(0, 50).Hold(0)
	at(50, 75)
	s.Wheel(-25, -25)
	at(25, 50)
	s.Wheel(-999, -999)
	at(0, 0)
}

// Ctrl and the wheel keep the point under the pointer, and lead back to the
// same zooms.
func TestZoomingAtThePointer(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(700, 500))
	s.Wheel(300, 200).Hold(input.Ctrl)
	var zooms []float64
	for range 6 {
		p, z := s.under(s.at), s.e.Camera().Zoom
		zooms = append(zooms, z)
		s.Wheel(0, -25)
		if q := s.under(s.at).Sub(p).Mul(s.e.Camera().Zoom); math.Abs(q.X) > 1 || math.Abs(q.Y) > 1 {
			t.Fatalf("the map moved by %v pixels under the pointer", q)
		}
		if s.e.Camera().Zoom <= z {
			t.Fatal("it does not zoom in")
		}
	}
	for i := range zooms {
		s.Wheel(0, 25)
		if got, want := s.e.Camera().Zoom, zooms[len(zooms)-1-i]; got != want {
			t.Fatalf("on the way back the zoom is %v, was %v", got, want)
		}
	}
}

// From every zoom there is the wheel finds back to exactly 100 %.
func TestTheWheelFindsBackTo100Percent(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(700, 500))
	s.Hold(input.Ctrl)
	for _, way := range []float64{25, -25} {
		for range 40 {
			s.Wheel(0, way) // to the least, or the greatest
		}
		limit, met := s.e.Camera().Zoom, false
		if way > 0 && limit > 0.26 || way < 0 && limit != 4 {
			t.Fatalf("the limit is %v", limit)
		}
		for range 30 {
			s.Wheel(0, -way)
			met = met || s.e.Camera().Zoom == 1
		}
		if !met {
			t.Fatalf("from %v it never met 100 %%", limit)
		}
	}
	for range 500 { // a touchpad's small steps
		s.event(input.Event{Kind: input.Scroll, At: s.at, Delta: geom.Pt(0, 1)})
	}
	if z := s.e.Camera().Zoom; z > 0.26 {
		t.Fatalf("small steps end at %v", z)
	}
}

// Beside the body, what stands at its edge stays, so zooming there and back
// shows the same again.
func TestZoomingBesideTheBodyKeepsItsEdge(t *testing.T) {
	s := open(t, "cargo-bike")
	s.move(geom.Pt(20, 500))
	s.Wheel(300, 0).Hold(input.Ctrl)
	was := s.e.Camera()
	s.Wheel(0, -25).Wheel(0, -25)
	if x := s.e.Camera().At.X; math.Abs(x-was.At.X) > 1 {
		t.Fatalf("the edge shows %v, was %v", x, was.At.X)
	}
	s.Wheel(0, 25).Wheel(0, 25)
	if got := s.e.Camera(); got.Zoom != was.Zoom || math.Abs(got.At.X-was.At.X) > 1 {
		t.Fatalf("it shows %v, showed %v", got, was)
	}
}

func TestTheStepsOfZoom(t *testing.T) {
	s := open(t, "cargo-bike")
	middle := func() geom.Point { return s.under(s.frame().Panes[0].Rect.Center()) }
	for _, z := range []float64{1.25, 1.5, 2, 3, 4, 4} {
		p := middle()
		s.Key("Ctrl+=")
		if got := s.e.Camera().Zoom; got != z {
			t.Fatalf("the zoom is %v, want %v", got, z)
		}
		_ = p
	}
	for _, z := range []float64{3, 2, 1.5, 1.25, 1, 0.9, 0.75, 0.67, 0.5, 0.33, 0.25, 0.1, 0.1} {
		s.Key("Ctrl+-")
		if got := s.e.Camera().Zoom; got != z {
			t.Fatalf("the zoom is %v, want %v", got, z)
		}
	}
	s.Key("Ctrl+0")
	if s.e.Camera().Zoom != 1 {
		t.Fatal("not 100 %")
	}
	s.Wheel(500, 300)
	p := middle()
	s.Key("Ctrl+0").Do("view.in")
	if q := middle().Sub(p); math.Abs(q.X) > 60 || math.Abs(q.Y) > 60 { // the bands grow, too
		t.Fatalf("the middle moved by %v", q)
	}
}
