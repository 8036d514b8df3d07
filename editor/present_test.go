package editor_test

import (
	"fmt"
	"image"
	"math"
	"strings"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/canvas/layout/slide"
	"throughline/canvas/raster"
	"throughline/editor"
	"throughline/journey"
	"throughline/journey/journeytest"
)

func TestARoomIsLedThroughAllStagesAndBack(t *testing.T) {
	s := open(t, "cargo-bike")
	s.e.SetCamera(editor.Camera{At: geom.Pt(300, 120), Zoom: 1.5})
	was := s.e.Camera()
	r := s.Present(slide.Stages).Sees("Spark", "Stage 1 of 6")
	for i, title := range []string{"Research", "Try out", "Decide & buy", "Wait & receive", "Ride & recommend"} {
		r.Keys(input.KeyPageDown).Sees(title, fmt.Sprintf("Stage %d of 6", i+2))
	}
	r.Keys(input.KeyRight).Sees("Ride & recommend", "Stage 6 of 6")
	r.Keys(input.KeyPageUp, input.KeyLeft).Sees("Decide & buy", "Stage 4 of 6")
	r.Keys(input.KeyHome).Sees("Spark", "Stage 1 of 6").Keys(input.KeyEnd).Sees("Ride & recommend", "Stage 6 of 6")
	r.Keys(input.KeyArrowDown).Sees("Ride & recommend", "Stage 6 of 6, details")
	r.Keys(input.KeyArrowUp).Sees("Ride & recommend", "Stage 6 of 6")
	r.Keys(input.KeyEscape)
	if !r.p.Ended() || s.e.Presenting() != nil {
		t.Error("Esc did not end it")
	}
	if s.e.Camera() != was {
		t.Errorf("the editor is at %v, it was at %v", s.e.Camera(), was)
	}
}

func TestSlidesAreJumpedToByNumberAndByWords(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Stages)
	asked := editor.Question(99)
	r.p.Ask = func(q editor.Question) { asked = q }
	r.Keys("G")
	if asked != editor.AskWhere {
		t.Errorf("asked for %d", asked)
	}
	if !r.p.Find("4") {
		t.Error("there is no fourth stage")
	}
	r.Sees("Decide & buy", "Stage 4 of 6")
	if !r.p.Find("pure joy") {
		t.Error("nobody feels pure joy")
	}
	r.Sees("Try out", "Stage 3 of 6")
	if r.p.Find("77") || r.p.Find("no such words") {
		t.Error("what is not there was found")
	}
	r.Sees("Try out", "Stage 3 of 6")
}

// One slide glides into the next in 420 ms: the strip moves and never jumps, the
// curve stays, and what is in focus of it wanders over it in place.
func TestASlideGlidesIntoTheNext(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Stages)
	r.send(input.Event{Kind: input.KeyDown, Key: input.KeyRight})
	last, frames := -math.MaxFloat64, 0
	for r.a.Frame().Moving {
		f := r.a.Frame()
		strip, window := f.Panes[1], f.Panes[2]
		if strip.At.X <= last {
			t.Fatalf("the strip goes from %v to %v", last, strip.At.X)
		}
		if last > -1e9 && strip.At.X-last > 160 {
			t.Fatalf("the strip jumps by %v u", strip.At.X-last)
		}
		if d := window.Rect.Min.Sub(window.At.Mul(window.Zoom)).Sub(f.Panes[0].Rect.Min); d.Len() > 0.001 {
			t.Fatalf("the curve is %v off its place", d)
		}
		last = strip.At.X
		frames++
		r.now = r.now.Add(16 * time.Millisecond)
		r.a.Event(input.Event{Kind: input.Tick, Now: r.now})
	}
	if frames < 25 || frames > 28 {
		t.Errorf("%d frames in 420 ms", frames)
	}
	r.Wait(time.Second)
	f := r.a.Frame()
	if p := f.Panes[len(f.Panes)-1]; p.Rect.Min != (geom.Point{}) || p.Scene.Size.X*p.Zoom < 1600 {
		t.Errorf("afterwards the slide is at %v", p.Rect)
	}
}

func TestNothingGlidesForThoseWhomItMakesUnwell(t *testing.T) {
	s := open(t, "cargo-bike")
	p := s.e.Present(editor.PresentOptions{Layout: options(t), Now: s.now, Still: true})
	a := p.Audience()
	a.Resize(geom.Pt(1280, 720))
	a.Event(input.Event{Kind: input.KeyDown, Key: input.KeyRight, Now: s.now})
	if f := a.Frame(); f.Moving || p.At() == 0 {
		t.Errorf("it moves: %v, slide %d", f.Moving, p.At())
	}
}

// A card is typed in on the slide, on its own letters, with all keys of a text;
// the presentation's own wait meanwhile. The visit is one step of undo.
func TestACardIsTypedInOnTheSlide(t *testing.T) {
	s := open(t, "cargo-bike")
	before := s.e.Doc.UndoLabel()
	r := s.Present(slide.Stages).Keys(input.KeyRight, input.KeyRight).ClickOn("test-ride-booking", 1)
	if r.a.Typing() {
		t.Fatal("letters are text before anybody types")
	}
	if r.Keys("E"); !r.a.Typing() || !r.a.TakesText(input.Chord{}) {
		t.Fatal("E begins no typing")
	}
	small := r.p.Mirror()
	small.Resize(geom.Pt(912, 513))
	end := r.caret(r.a)
	if m := r.caret(small); math.Abs(m.Min.X-end.Min.X*0.57) > 2 || math.Abs(m.Min.Y-end.Min.Y*0.57) > 2 {
		t.Errorf("the speaker sees the caret at %v, the room at %v", m, end)
	}
	r.Write(", online").Keys(input.KeyBackspace).Write("e")
	if r.caret(r.a).Min.X <= end.Min.X || !says(r.slidePane().Scene, "Test-ride booking, online") {
		t.Error("what is typed is not seen on the slide")
	}
	r.Keys(input.KeyHome).Write("New: ").Keys(input.KeyTab).Write(" only").Keys(input.KeyEnter)
	if got := s.card("test-ride-booking"); got.Title != "New: Test-ride booking, online" || got.Text != "Saturday 10:15, two seats only" {
		t.Errorf("the card says %q, %q", got.Title, got.Text)
	}
	r.Sees("Try out", "Stage 3 of 6")
	r.Hold(input.Ctrl)
	r.Keys("Z")
	r.Hold(0)
	if got := s.card("test-ride-booking"); got.Title != "Test-ride booking" || got.Text != "Saturday 10:15, two seats" || s.e.Doc.UndoLabel() != before {
		t.Errorf("after one undo it says %q, %q", got.Title, got.Text)
	}
	// the remote goes on, and keeps what was typed
	r.Keys("E").Write("!").Keys(input.KeyPageDown).Sees("Decide & buy", "Stage 4 of 6")
	if got := s.card("test-ride-booking"); got.Title != "Test-ride booking!" || r.a.Typing() {
		t.Errorf("the card says %q", got.Title)
	}
	// a click in the text puts the caret there; one beside it ends the visit and no more
	r.Keys(input.KeyPageUp).ClickOn("test-ride-booking", 1).Keys("E")
	r.send(input.Event{Kind: input.Press, Button: input.Left, Clicks: 2, At: r.caret(r.a).Center().Sub(geom.Pt(30, 0))})
	r.Write("slot")
	r.send(input.Event{Kind: input.Press, Button: input.Left, Clicks: 1, At: r.on(geom.Pt(20, 400))})
	if got := s.card("test-ride-booking"); got.Title != "Test-ride slot!" || r.a.Typing() {
		t.Errorf("the card says %q, typing: %v", got.Title, r.a.Typing())
	}
	r.Sees("Try out", "Stage 3 of 6")
	s.check()
}

// On the whole map E makes the card large first, so that its letters are seen.
func TestACardOfTheMapIsLargeWhileItIsTypedIn(t *testing.T) {
	s := open(t, "cargo-bike")
	r := s.Present(slide.Whole)
	k := r.slidePane().Zoom
	r.ClickOn("family-test-ride", 1).Keys("E").Wait(time.Second)
	if z := r.slidePane().Zoom; z < 2*k || !r.a.Typing() {
		t.Errorf("it is %.2f times as large", z/k)
	}
	if m := r.caret(r.a); m.H() < 18 || m.Min.X < 0 || m.Max.X > 1600 {
		t.Errorf("the caret is %v", m)
	}
	r.Write("s").Keys(input.KeyEscape, input.KeyEscape)
	if got := s.card("family-test-ride"); got.Title != "Family test rides" || r.slidePane().Zoom > k*1.01 || r.p.Ended() {
		t.Errorf("the card says %q, the slide is %.2f times as large", got.Title, r.slidePane().Zoom/k)
	}
}

// A card whose words the slide shows in several boxes is typed in in a field.
func TestALongCardIsEditedInAField(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.card("test-ride-booking")
	c.Text = strings.Repeat("Every word of this is read aloud. ", 80)
	if err := s.e.Doc.Do("Edit", func(e *journey.Edit) error { e.Put(c); return nil }); err != nil {
		t.Fatal(err)
	}
	r := s.Present(slide.Stages)
	asked := editor.Question(99)
	r.p.Ask = func(q editor.Question) { asked = q }
	for r.p.Slide().Title != "Try out" {
		r.Keys(input.KeyRight)
	}
	for r.p.Focus() != "test-ride-booking" {
		r.Keys(input.KeyTab)
	}
	if r.Keys("E"); asked != editor.AskEdit || r.a.Typing() {
		t.Fatalf("asked for %d", asked)
	}
	if title, _, ok := r.p.Edit(); !ok || title != "Test-ride booking" {
		t.Fatalf("it edits %q", title)
	}
	r.p.Type("Ride boo", "Any day")
	r.p.Type("Ride booking, online", "Any day")
	if !says(r.slidePane().Scene, "Ride booking, online") {
		t.Error("what is typed is not seen on the slide")
	}
	r.p.KeepEdit()
	if got := s.card("test-ride-booking"); got.Title != "Ride booking, online" || got.Text != "Any day" {
		t.Errorf("the card says %q, %q", got.Title, got.Text)
	}
	s.check()
}

// What stands behind a stage is one key away from each of its pages.
func TestDetailsAreReachedFromEveryPage(t *testing.T) {
	s := open(t, "cargo-bike")
	if err := s.e.Doc.Do("Add cards", func(e *journey.Edit) error {
		for i := range 5 {
			e.Put(journey.Card{ID: e.NewID(), Lane: "touchpoints", Stage: "try-out", Step: "book-a-test-ride", Order: journey.Order(fmt.Sprintf("z%dV", i)), Title: fmt.Sprint("More ", i)})
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	r := s.Present(slide.Stages)
	r.Keys(input.KeyPageDown, input.KeyPageDown).Sees("Try out", "Stage 3 of 6, page 1 of 2")
	r.Keys(input.KeyArrowDown).Sees("Try out", "Stage 3 of 6, details")
	r.Keys(input.KeyArrowUp).Sees("Try out", "Stage 3 of 6, page 2 of 2").Keys(input.KeyArrowUp).Sees("Try out", "Stage 3 of 6, page 2 of 2")
	r.Keys(input.KeyArrowDown).Sees("Try out", "Stage 3 of 6, details").Keys(input.KeyArrowDown).Sees("Try out", "Stage 3 of 6, details")
}

func TestVotesAndIdeasGather(t *testing.T) {
	s := open(t, "cargo-bike")
	r := s.Present(slide.Stages)
	r.Keys(input.KeyRight, input.KeyRight).ClickOn("family-test-ride", 1).Keys("5", "4", "D")
	if !says(r.slidePane().Scene, "2 votes") || !says(r.slidePane().Scene, "Idea") {
		t.Error("the slide does not show what the room says")
	}
	r.ClickOn("family-test-ride", 1)
	r.p.Comment("More of these rides")
	r.Keys(input.KeyTab, input.KeyPageDown, "1") // of the stage, for no card has the focus
	if n := r.p.New(); n != 4 {
		t.Errorf("%d remarks are new", n)
	}
	r.Keys(input.KeyEscape)
	got := s.e.Gathered()
	want := []editor.Gathered{{On: "family-test-ride", Name: "Family test ride", Votes: 2, Mean: 1.5, Ideas: 1}, {On: "decide-buy", Name: "Decide & buy", Votes: 1, Mean: -2}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("gathered %v, want %v", got, want)
	}
	s.Reopen()
	if got := s.e.Gathered(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the file has %v", got)
	}
	s.Undo()
	if got := s.e.Gathered(); len(got) != 1 {
		t.Errorf("after undo there are %v", got)
	}
}

// What a room says of a card without a title is listed by its channel, or by its
// lane, and by its stage.
func TestWhatHasNoNameIsListedByItsChannel(t *testing.T) {
	s := open(t, "cargo-bike")
	r := s.Present(slide.Walk)
	r.Keys(input.KeyRight, input.KeyRight, input.KeyRight, input.KeyRight, input.KeyRight, input.KeyRight)
	r.ClickOn("website-book-a-test-ride", 1).Keys("4").ClickOn("feeling-book-a-test-ride", 1).Keys("5").Keys(input.KeyEscape)
	var names []string
	for _, g := range s.e.Gathered() {
		names = append(names, g.Name+" in "+s.e.StageTitle(g.On))
	}
	if got := strings.Join(names, ", "); got != "Website in Try out, Feelings in Try out" {
		t.Errorf("it lists %s", got)
	}
}

func TestTheScreenGoesBlackAndLightsPoint(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Whole)
	marks := func() int { return len(r.a.Frame().Marks) }
	none := marks()
	r.Keys("B")
	f := r.a.Frame()
	if m := f.Marks[len(f.Marks)-1]; m.Rect != geom.Box(0, 0, 1600, 900) || m.Fill.A != 255 || f.Cursor != input.Hidden {
		t.Errorf("B shows %v", m)
	}
	own := r.p.Mirror()
	own.Resize(geom.Pt(912, 513))
	if g := own.Frame(); g.Marks[len(g.Marks)-1].Fill.A == 255 {
		t.Error("the speaker sees nothing either")
	}
	r.Keys(".")
	if marks() != none {
		t.Error(". does not bring the map back")
	}
	r.Keys("L")
	r.send(input.Event{Kind: input.Move, At: geom.Pt(800, 450)})
	f = r.a.Frame()
	if c := f.Marks[len(f.Marks)-1].Rect.Center(); c.Sub(geom.Pt(800, 450)).Len() > 0.01 {
		t.Errorf("the light is at %v", c)
	}
	small := r.p.Mirror()
	small.Resize(geom.Pt(912, 513))
	g := small.Frame()
	if c := g.Marks[len(g.Marks)-1].Rect.Center(); c.Sub(geom.Pt(456, 256.5)).Len() > 0.5 {
		t.Errorf("on the speaker's screen the light is at %v", c)
	}
	r.Keys("L", "S")
	if m := r.a.Frame().Marks[none]; m.Edge.A == 0 || m.Width < 1600 || m.Rect.Center().Sub(geom.Pt(800, 450)).Len() > 0.01 {
		t.Errorf("the spotlight is %v", m)
	}
}

// What goes on brings a blank screen back first; a wheel turns a slide by a notch
// and a touchpad, which sends many pieces, does no more.
func TestABlankScreenAndAWheelBehaveAsElsewhere(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Stages).Keys("W")
	cover := func() (m input.Mark) {
		if f := r.a.Frame(); len(f.Marks) > 0 {
			m = f.Marks[len(f.Marks)-1]
		}
		return m
	}
	full := geom.Box(0, 0, 1600, 900)
	if m := cover(); m.Rect != full || m.Fill.R != 255 {
		t.Errorf("W shows %v", m)
	}
	if r.Keys("B", input.KeyPageDown).Sees("Spark", "Stage 1 of 6"); cover().Rect == full {
		t.Error("it is still black")
	}
	r.Keys(input.KeyPageDown).Sees("Research", "Stage 2 of 6")
	scroll := func(by float64, n int) *room {
		r.now = r.now.Add(time.Second)
		for range n {
			r.send(input.Event{Kind: input.Scroll, Delta: geom.Pt(0, by)})
		}
		return r.Wait(time.Second)
	}
	scroll(25, 1).Sees("Try out", "Stage 3 of 6")
	scroll(3, 60).Sees("Decide & buy", "Stage 4 of 6") // within a quarter of a second
	scroll(-25, 1)
	scroll(-25, 1).Sees("Research", "Stage 2 of 6")
}

// On the whole map the spotlight is a lens: what it lights is where the pointer
// is, in letters that a room can read.
func TestTheSpotlightIsALensOnTheWholeMap(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Whole)
	slides := r.slidePane()
	r.Keys("S")
	r.send(input.Event{Kind: input.Move, At: geom.Pt(700, 400)})
	f := r.a.Frame()
	lens := f.Panes[len(f.Panes)-1]
	if u := r.p.Slide().Map * lens.Zoom * 11; u < slide.Least || !lens.Cut || !lens.Rect.Contains(geom.Pt(700, 400)) || lens.Rect.W() > 700 {
		t.Errorf("letters of %.1f u at %v", u, lens.Rect)
	}
	under := geom.Pt(700, 400).Sub(slides.Rect.Min).Mul(1 / slides.Zoom).Add(slides.At)
	in := geom.Pt(700, 400).Sub(lens.Rect.Min).Mul(1 / lens.Zoom).Add(lens.At)
	if in.Sub(under).Len() > 0.01 {
		t.Errorf("the pointer is on %v, the lens shows %v there", under, in)
	}
	r.send(input.Event{Kind: input.Move, At: geom.Pt(3, 895)}) // at the edge it goes on
	f = r.a.Frame()
	if lens = f.Panes[len(f.Panes)-1]; lens.Rect.Min.X < 0 || lens.Rect.Max.Y > 900 || lens.Rect.Empty() {
		t.Errorf("at the edge the lens is at %v", lens.Rect)
	}
	r.Keys("S")
	f = r.a.Frame()
	if lens = f.Panes[len(f.Panes)-1]; !lens.Rect.Empty() {
		t.Errorf("without a spotlight the lens is at %v", lens.Rect)
	}
}

func TestSlidesTurnLightDarkAndToHighContrast(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Stages).Keys(input.KeyRight)
	for _, want := range []string{"dark", "contrast", "light"} {
		if r.Keys("T"); r.p.Theme().Name != want {
			t.Fatalf("T shows %s, not %s", r.p.Theme().Name, want)
		}
		r.Sees("Research", "Stage 2 of 6")
		if g := r.slidePane().Scene.Ground; g != r.p.Theme().Present {
			t.Errorf("the ground is %v", g)
		}
	}
}

// The views follow each other, and the card that has the focus keeps it where it
// is seen.
func TestViewsFollowEachOther(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Stages).Keys(input.KeyRight, input.KeyRight).ClickOn("family-test-ride", 1)
	r.Keys("M", "M", "T")
	if r.p.Focus() != "family-test-ride" {
		t.Errorf("%q has the focus", r.p.Focus())
	}
	for _, want := range []slide.Kind{slide.Whole, slide.Lanes, slide.Feelings, slide.Walk, slide.Stages} {
		if r.Keys("V"); r.p.Kind() != want {
			t.Errorf("V shows %d, not %d", r.p.Kind(), want)
		}
		if n := len(r.a.Frame().Panes); n != 4 {
			t.Errorf("%d panes: those of another slide stay on the screen", n)
		}
	}
	r.Sees("Try out", "Stage 3 of 6")
}

func TestACardIsShownLargeAndGoesBack(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Whole)
	k := r.slidePane().Zoom
	r.ClickOn("family-test-ride", 2)
	if z := r.slidePane().Zoom; z < 2*k {
		t.Errorf("it is shown %.2f times as large", z/k)
	}
	if c := r.on(geom.Pt(0, 0)); c.X > 0 || c.Y > 0 {
		t.Errorf("the slide's corner is at %v", c)
	}
	r.Keys(input.KeyEscape)
	if z := r.slidePane().Zoom; math.Abs(z-k) > 1e-9 || r.p.Ended() {
		t.Errorf("Esc goes back to %.2f of %.2f, ended: %v", z, k, r.p.Ended())
	}
}

func TestTheClockSaysWhenTimeIsNearlyOver(t *testing.T) {
	s := open(t, "cargo-bike")
	r := s.Present(slide.Stages)
	from := s.now
	for _, x := range []struct {
		after time.Duration
		want  editor.Lateness
	}{{15 * time.Minute, editor.InTime}, {16 * time.Minute, editor.NearEnd}, {20 * time.Minute, editor.Over}} {
		if passed, planned, late := r.p.Time(from.Add(x.after)); passed != x.after || planned != 20*time.Minute || late != x.want {
			t.Errorf("after %v: %v of %v, %d", x.after, passed, planned, late)
		}
	}
	r.p.Pause(from.Add(time.Minute))
	r.p.Pause(from.Add(time.Hour))
	if passed, _, _ := r.p.Time(from.Add(time.Hour + time.Minute)); passed != 2*time.Minute {
		t.Errorf("with a break it took %v", passed)
	}
	r.p.Reset(from.Add(2 * time.Hour))
	if passed, _, _ := r.p.Time(from.Add(2 * time.Hour)); passed != 0 {
		t.Errorf("after a reset %v have passed", passed)
	}
}

func TestAMapFromTheRightIsLedWithTheLeftArrow(t *testing.T) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	e := p.Edit(nil)
	m, _ := journey.Get[journey.Map](p, "cargo-bike")
	m.Title = "شراء دراجة"
	e.Put(m)
	r := begin(t, e.Project(), blobs).Present(slide.Stages)
	r.Keys(input.KeyLeft).Sees("Research", "Stage 2 of 6").Keys(input.KeyRight).Sees("Spark", "Stage 1 of 6").Keys(input.KeyPageDown).Sees("Research", "Stage 2 of 6")
}

// What is undone or changed under a presentation does not throw it off its
// stage, and the loss of the map ends it.
func TestThePresentationKeepsItsPlaceWhenTheMapChanges(t *testing.T) {
	s := open(t, "cargo-bike")
	r := s.Present(slide.Stages)
	r.Keys(input.KeyRight, input.KeyRight)
	del := func(id journey.ID) {
		if err := s.e.Doc.Do("Delete", func(e *journey.Edit) error { e.Delete(id); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	del("spark")
	r.Sees("Try out", "Stage 2 of 5")
	del("try-out")
	if len(r.a.Frame().Panes) == 0 {
		t.Error("nothing is shown")
	}
	del("cargo-bike")
	if !r.p.Ended() {
		t.Error("a presentation of nothing goes on")
	}
}

// Every key and press in any order leaves a frame that can be shown.
func TestAnyKeysLeaveAFrame(t *testing.T) {
	r := open(t, "cargo-bike").Present(slide.Stages)
	for round := range 3 {
		for i := range editor.PresentCommands {
			c := editor.PresentCommands[(i*7+round)%len(editor.PresentCommands)]
			if c.Name == "present.end" {
				continue
			}
			for _, k := range c.Keys {
				r.send(input.Event{Kind: input.KeyDown, Key: k.Key, Mods: k.Mods})
				for _, a := range []*editor.Screen{r.a, r.p.Mirror(), r.p.Ahead()} {
					if a != r.a {
						a.Resize(geom.Pt(432, 270))
					}
					for _, p := range a.Frame().Panes {
						if p.Scene == nil || !(p.Zoom > 0) || math.IsNaN(p.At.X) {
							t.Fatalf("%s shows %v", c.Name, p)
						}
					}
				}
			}
		}
	}
}

// What it costs to show the next slide of a map of 1,000 cards, up to its first
// frame: all that is not painting.
func BenchmarkNextSlideOf1000Cards(b *testing.B) {
	for _, size := range screenSizes {
		b.Run(fmt.Sprintf("%.0fx%.0f", size.X, size.Y), func(b *testing.B) { benchNext(b, size) })
	}
}

// screenSizes is those of screens that presentations are held on.
var screenSizes = []geom.Point{{X: 1920, Y: 1080}, {X: 3840, Y: 2160}}

func benchNext(b *testing.B, size geom.Point) {
	s := begin(b, journeytest.Generate(1000), nil)
	pr := s.e.Present(editor.PresentOptions{Layout: options(b), Now: s.now})
	a := pr.Audience()
	a.Resize(size)
	way := input.KeyRight
	for b.Loop() {
		s.now = s.now.Add(time.Second)
		if pr.Next() < 0 {
			way = input.KeyHome
		} else {
			way = input.KeyRight
		}
		a.Event(input.Event{Kind: input.KeyDown, Key: way, Now: s.now})
		a.Frame()
	}
}

// What a glide costs the window: all frames of one, with the tiles that come into sight, which workers paint meanwhile.
func BenchmarkGlide(b *testing.B) {
	for _, size := range screenSizes {
		b.Run(fmt.Sprintf("%.0fx%.0f", size.X, size.Y), func(b *testing.B) { benchGlide(b, size) })
	}
}

func benchGlide(b *testing.B, size geom.Point) {
	s := begin(b, journeytest.Generate(1000), nil)
	pr := s.e.Present(editor.PresentOptions{Layout: options(b), Now: s.now})
	a := pr.Audience()
	a.Resize(size)
	pool := raster.NewPool(&raster.Renderer{}, func() {})
	defer pool.Close()
	var tiles []*raster.Tiles
	show := func() {
		for i, p := range a.Frame().Panes {
			if i == len(tiles) {
				tiles = append(tiles, raster.NewTiles(pool))
			}
			tiles[i].Show(p.Scene)
			at := p.At.Mul(p.Zoom)
			tiles[i].View(image.Pt(int(at.X), int(at.Y)), image.Pt(int(p.Rect.W()), int(p.Rect.H())), p.Zoom, max(p.Detail, 0.01))
		}
		for pool.Take(6) {
		}
	}
	show()
	pool.Wait(time.Second)
	frames, worst := 0, time.Duration(0)
	for b.Loop() {
		key := input.KeyRight
		if pr.Next() < 0 {
			key = input.KeyHome
		}
		a.Event(input.Event{Kind: input.KeyDown, Key: key, Now: s.now})
		for a.Frame().Moving {
			from := time.Now()
			show()
			worst = max(worst, time.Since(from))
			frames++
			s.now = s.now.Add(time.Second / 60)
			a.Event(input.Event{Kind: input.Tick, Now: s.now})
		}
		s.now = s.now.Add(time.Second)
		a.Event(input.Event{Kind: input.Tick, Now: s.now})
		pool.Wait(time.Second)
		show()
	}
	b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms/frame")
	b.ReportMetric(float64(frames)/float64(b.N), "frames/glide")
}
