package window

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	slides "throughline/canvas/layout/slide"
	"throughline/editor"
	"throughline/journey"
	"throughline/storage"
)

// twoScreens is displays of a test: a second one that can go away. Windows are
// as large as both fit on the desk.
type twoScreens struct {
	second bool
	shown  []string
}

func (d *twoScreens) Second() bool { return d.second }

func (d *twoScreens) Open(win fyne.Window) { win.Show() }

func (d *twoScreens) Fill(win fyne.Window, second bool) {
	where := "the first"
	if second {
		where = "the second"
	}
	d.shown = append(d.shown, where)
	win.Resize(fyne.NewSize(1280, 720))
	win.Show()
}

// press sends a key to the slide that the speaker sees.
func press(r *showing, k input.Key) {
	v := r.view
	if r.speaker != nil {
		v = r.speaker.now
	}
	name := fyne.KeyName(k)
	if n, ok := keyNames[k]; ok {
		name = n
	}
	if len(k) == 1 {
		v.KeyDown(&fyne.KeyEvent{Name: name})
		v.TypedRune([]rune(strings.ToLower(string(k)))[0])
		return
	}
	v.TypedKey(&fyne.KeyEvent{Name: name})
}

func TestTwoDisplaysHaveAudienceAndSpeaker(t *testing.T) {
	k := kit(t)
	screens := &twoScreens{second: true}
	k.Displays = screens
	w := newWindow(t, k)
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	var was editor.Camera
	do(func() {
		w.doc.editor.SetCamera(editor.Camera{At: geom.Pt(200, 40), Zoom: 1.25})
		was = w.doc.editor.Camera()
		w.Present(slides.Stages, "try-out")
	})
	var r *showing
	do(func() { r = w.room })
	if r == nil || r.speaker == nil || screens.shown[0] != "the second" {
		t.Fatalf("it is shown on %v", screens.shown)
	}
	eventually(t, "the slide for the audience and the speaker", func() (sharp bool) {
		do(func() {
			sharp = r.view.Sharp() && r.speaker.now.Sharp() && r.speaker.next.Sharp() && r.speaker.notes.Sharp()
		})
		return sharp
	})
	do(func() {
		if s := r.speaker; s.on.Text != "On screen: stage 3 of 6" || s.then.Text != "Next: “Decide & buy”" || len(s.stages) != 6 || !s.stages[2].on {
			t.Errorf("the speaker reads %q, %q", s.on.Text, s.then.Text)
		}
		press(r, input.KeyPageDown)
		press(r, "5")
		r.speaker.stages[4].Tapped(nil)
		if at := r.p.Slide(); at.Title != "Wait & receive" {
			t.Errorf("the strip leads to %q", at.Title)
		}
		r.speaker.clock.pause.Tapped(nil)
		if !r.p.Stopped() || r.speaker.clock.pause.label != "Go on" {
			t.Error("the clock does not stop")
		}
		press(r, "N")
		if r.aids != nil {
			t.Error("the audience sees the notes")
		}
		press(r, "G")
	})
	eventually(t, "the question where to go", func() (asked bool) {
		do(func() { asked = r.ask != nil })
		return asked
	})
	do(func() { r.answered() })
	if w.doc.editor.Presenting() == nil {
		t.Fatal("it has ended")
	}

	// the second display is unplugged
	do(func() {
		screens.second = false
		r.watch()
		r.refresh()
		if r.speaker != nil || r.p.Slide().Title != "Wait & receive" || screens.shown[len(screens.shown)-1] != "the first" {
			t.Errorf("it goes on with %q on %v", r.p.Slide().Title, screens.shown)
		}
		if r.aids == nil {
			t.Error("the notes are not there any more")
		}
		press(r, input.KeyPageUp)
		if r.p.Slide().Title != "Decide & buy" {
			t.Error("the keys are lost")
		}
	})
	do(func() {
		press(r, input.KeyEscape)
		if w.room != nil || w.doc.editor.Camera() != was {
			t.Errorf("the editor is at %v, it was at %v", w.doc.editor.Camera(), was)
		}
		if got := w.doc.editor.Gathered(); len(got) != 1 || got[0].On != "decide-buy" || got[0].Votes != 1 {
			t.Errorf("gathered %v", got)
		}
		w.showGathered()
		list, ok := w.win.Canvas().Focused().(*widget.List)
		if !ok || list.Length() != 1 {
			t.Fatal("what the room said is not listed")
		}
		list.OnSelected(0)
		if got := w.doc.editor.Selection(); len(got) != 1 || got[0] != "decide-buy" || w.win.Canvas().Overlays().Top() != nil {
			t.Errorf("a click selects %v", got)
		}
		w.showGathered()
		w.escape()
	})
}

// With one display a black screen is black: what was said of the last vote goes.
// Notes and clock leave the count of the stages in sight.
func TestOneDisplayShowsTheRoomWhatItShould(t *testing.T) {
	k := kit(t)
	k.Displays = &twoScreens{}
	w := newWindow(t, k)
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		w.Present(slides.Stages, "try-out")
		r := w.room
		press(r, "D")
		if len(r.over.Objects) != 1 {
			t.Error("nobody says that an idea was marked")
		}
		press(r, "B")
		if len(r.over.Objects) != 0 {
			t.Error("a line is left on the black screen")
		}
		press(r, "B")
		press(r, "N")
		size := r.audience.Canvas().Size()
		r.over.Resize(size)
		panel := r.aids.box.(*fyne.Container).Objects[0]
		if low, foot := panel.Position().Y+panel.Size().Height, size.Height*860/900; low > foot || low < foot-40 {
			t.Errorf("the notes end at %v, the foot of the slide is at %v", low, foot)
		}
		press(r, input.KeyEscape)
	})
}

// Names that are too long for the speaker's window are cut off before they run
// into something else.
func TestLongNamesKeepTheirPlaceBesideTheSpeaker(t *testing.T) {
	k := kit(t)
	k.Displays = &twoScreens{second: true}
	w := newWindow(t, k)
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() {
		e := w.doc.editor
		long := strings.Repeat("A name that goes on and on, ", 100)
		must(t, e.Doc.Do("Rename", func(ed *journey.Edit) error {
			mp, _ := journey.Get[journey.Map](ed.Project(), e.Map().ID)
			st, _ := journey.Get[journey.Stage](ed.Project(), "research")
			mp.Title, st.Title = long, long
			ed.Put(mp)
			ed.Put(st)
			return nil
		}))
		w.Present(slides.Stages, "")
		s := w.room.speaker
		s.box.Resize(fyne.NewSize(1280, 720))
		s.refresh()
		name := s.box.Objects[2].(*canvas.Text)
		for _, x := range []struct {
			what string
			text *canvas.Text
			end  float32
		}{{"the map's name", name, s.clock.passed.Position().X}, {"what comes next", s.then, 1280 - 32}} {
			if end := x.text.Position().X + x.text.MinSize().Width; end > x.end || end < x.end-60 || !strings.HasSuffix(x.text.Text, "…") {
				t.Errorf("%s, %q, ends at %v of %v", x.what, x.text.Text, end, x.end)
			}
		}
		w.room.end()
	})
}

// The strip of stages takes the width of the speaker's window in every view.
func TestTheStripOfStagesIsAsWideAsTheWindow(t *testing.T) {
	w := newWindow(t, kit(t))
	do(func() {
		for n := range 15 {
			for on := -1; on < n; on++ {
				all := []fyne.CanvasObject{w.newPlate("left", "", nil)}
				for i := range n {
					p := w.newPlate("", "A stage with a name", nil)
					p.number, p.hue, p.on = "1", &layout.Dark.Hues[0], i == on
					all = append(all, p)
				}
				all = append(all, w.newPlate("right", "", nil))
				row{}.Layout(all, fyne.NewSize(1344, 48))
				for i, p := range all {
					begin := float32(0)
					if i > 0 {
						begin = all[i-1].Position().X + all[i-1].Size().Width + 8
					}
					if gap := p.Position().X - begin; gap > 0.1 && n > 0 || gap < -0.1 {
						t.Fatalf("of %d stages with %d chosen, %d stands at %v, %v behind the one before", n, on, i, p.Position(), gap)
					}
				}
				if last := all[len(all)-1]; last.Position().X+last.Size().Width != 1344 {
					t.Errorf("%d stages end at %v", n, last.Position())
				}
			}
		}
	})
}

// A file that is put aside takes its presentation with it.
func TestAPresentationEndsWithItsFile(t *testing.T) {
	k := kit(t)
	k.Displays = &twoScreens{}
	w := newWindow(t, k)
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "bike.journey")))
	do(func() { w.Present(slides.Whole, "") })
	opens(t, w, sample(t, filepath.Join(t.TempDir(), "other.journey")))
	do(func() {
		if w.room != nil {
			t.Error("it goes on")
		}
	})
}

// barAt is a point of a stage's bar on a slide that fills the desk.
func barAt(i int) geom.Point {
	const k = deskHeight / 900.0
	w := deskWidth/k - 96
	each := (w - 5*8) / 6
	return geom.Pt((48+(each+8)*float64(i)+each/2)*k, 30*k)
}

// focusOn gives the keyboard to the window of a name.
func (p *program) focusOn(name string) {
	p.t.Helper()
	eventually(p.t, "a window called "+name, func() bool {
		c := exec.Command("xdotool", "search", "--onlyvisible", "--name", name)
		c.Env = append(os.Environ(), "DISPLAY="+p.desk.name)
		out, err := c.Output()
		id := strings.TrimSpace(string(out))
		return err == nil && id != "" && p.desk.hand("windowfocus", "--sync", id) == nil
	})
}

// A person leads a room through a map with the real program: through all stages
// and back, with a black screen, the light, a jump, an edit and a vote, and is
// then where they were.
func TestARoomIsLedWithTheRealProgram(t *testing.T) {
	ground := groundOf(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	p := start(t, t.TempDir(), path)
	e := model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.shows("the map", e, ground, &layout.Light)
	hue := func(i int) layout.Hue { return layout.Light.Hues[e.Sheet().Stages[i].Hue] }

	p.key("F5")
	p.focusOn("Presentation")
	p.sees("the first stage", barAt(0), hue(0).Solid)
	for i := 1; i < 6; i++ {
		p.key("Next")
		p.sees("the next stage", barAt(i), hue(i).Solid)
	}
	for i := 4; i >= 2; i-- {
		p.key("Prior")
		p.sees("the stage before", barAt(i), hue(i).Solid)
	}
	p.key("b")
	p.sees("black", barAt(2), layout.Contrast.Ink)
	p.key("period")
	p.sees("the stage again", barAt(2), hue(2).Solid)
	p.key("l")
	light := geom.Pt(deskWidth/2, 660)
	p.move(light)
	p.sees("the light", light, editor.Light)
	p.key("l")
	p.key("g")
	asked := geom.Pt(60, deskHeight-62)
	p.sees("the question", asked, layout.Light.Panel)
	p.write("2")
	p.key("Return")
	p.sees("the second stage", barAt(1), hue(1).Solid)

	p.key("n")
	p.sees("the notes", geom.Pt(1640, 1014), layout.Dark.Panel)
	p.click(geom.Pt(1640, 900)) // what a remote control sends still turns slides
	p.key("Next")
	p.sees("the third stage", barAt(2), hue(2).Solid)
	p.key("Prior")
	p.sees("the second stage again", barAt(1), hue(1).Solid)
	p.key("n")

	p.key("Tab", "Tab", "Tab", "e", "End")
	p.write(" again")
	p.key("Return")
	p.inFile(path, "the edit", func(now *journey.Project) bool { return hasCard(now, "Model comparison again") })
	p.key("5")
	p.inFile(path, "the vote", func(now *journey.Project) bool {
		for _, c := range now.Comments(cardTitled(t, now, "Model comparison again").ID) {
			if c.Mark == journey.VoteMark && c.Value == journey.Num(2) {
				return true
			}
		}
		return false
	})
	p.key("Escape")
	s := e.Sheet()
	for i, st := range s.Stages[:2] {
		p.sees("the map where it was", ground.Min.Add(geom.Pt(s.HeaderWidth+st.X+st.W-30, 30)), hue(i).Solid)
	}
	p.kill(syscall.SIGTERM)
}

// The program can begin with a presentation of a saved view.
func TestAFileIsPresentedFromTheShell(t *testing.T) {
	needWindow(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	f, err := storage.Open(path, storage.Options{})
	must(t, err)
	d := editor.Open(f.Project(), f.History(), f, journey.CountedIDs("v"), kit(t).Now)
	must(t, d.Do("Add view", func(e *journey.Edit) error {
		e.Put(journey.View{ID: "v", Map: f.Project().Maps()[0].ID, Order: "V", Title: "Two stages", Stages: journey.List("spark", "try-out")})
		return nil
	}))
	must(t, f.Close())
	p := start(t, t.TempDir(), "present", path, "--view", "two stages")
	p.focusOn("Presentation")
	half := geom.Pt(deskWidth/4, 36)
	p.sees("the first of two stages", half, layout.Light.Hues[0].Solid)
	p.key("Next")
	p.sees("the second", geom.Pt(deskWidth*3/4, 36), layout.Light.Hues[2].Solid)
	p.kill(syscall.SIGTERM)
}
