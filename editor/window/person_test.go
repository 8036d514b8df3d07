package window

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout"
	"throughline/journey"
)

// What follows is done with the real program as a person does it.

func TestTheSampleOpens(t *testing.T) {
	ground := groundOf(t)
	p := start(t, t.TempDir())
	p.sees("the start screen", geom.Pt(5, 400), layout.Light.Panel)
	p.sees("the start screen", geom.Pt(1420, 600), layout.Light.App)
	p.key("Return") // the first tile is the sample
	sampleFile := filepath.Join(p.home, ".config", "throughline", "maps", "Buying a cargo bike.journey")
	eventually(t, "the sample in the folder of maps", func() bool { _, err := os.Stat(sampleFile); return err == nil })
	e := model(t, inFile(t, sampleFile), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.shows("the sample", e, ground, &layout.Light)
	s := e.Sheet()
	for _, st := range s.Stages[:2] {
		at := ground.Min.Add(geom.Pt(s.HeaderWidth+st.X+st.W-30, 30))
		p.sees("stage "+st.Title, at, layout.Light.Hues[st.Hue].Solid)
	}
	if got := p.title(); got != "Buying a cargo bike – Throughline" {
		t.Errorf("the title is %q", got)
	}
	p.kill(syscall.SIGTERM)
	if !p.cmd.ProcessState.Success() {
		t.Errorf("SIGTERM: %v", p.cmd.ProcessState)
	}
}

func TestACardIsDraggedTypedInAndUndone(t *testing.T) {
	ground := groundOf(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	p := start(t, t.TempDir(), path)
	e := model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.shows("the map", e, ground, &layout.Light)

	// a card goes to the cell of another stage
	card, other := cardTitled(t, e.Doc.Project(), "Neighbour’s bike"), cardTitled(t, e.Doc.Project(), "Model comparison") // where the map does not scroll
	from, to := cardOn(t, e, ground, card), cardOn(t, e, ground, other)
	p.drag(from.Min.Add(geom.Pt(20, 50)), to.Min.Add(geom.Pt(20, 60)))
	dropped := time.Now()
	p.inFile(path, "the card in its new step", func(now *journey.Project) bool {
		return cardTitled(t, now, card.Title).Step == other.Step
	})
	if took := time.Since(dropped); took > time.Second+tooBusy {
		t.Errorf("the move was in the file after %v", took)
	}

	// its title is typed
	p.park()
	e = model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.doubleClick(titleOf(cardOn(t, e, ground, cardTitled(t, e.Doc.Project(), card.Title))))
	p.key("End")
	p.write(" again")
	p.key("Return")
	p.inFile(path, "the new title", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike again") })

	// all of it is undone and done again
	p.key("ctrl+z")
	p.inFile(path, "the old title", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike") })
	p.key("ctrl+z")
	p.inFile(path, "the card where it was", func(now *journey.Project) bool {
		return cardTitled(t, now, card.Title) == card
	})
	p.key("ctrl+shift+z")
	p.inFile(path, "the card moved again", func(now *journey.Project) bool {
		return cardTitled(t, now, card.Title).Step == other.Step
	})
	p.key("ctrl+y")
	p.inFile(path, "the new title again", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike again") })
	p.click(theTwin.at(t, undoButton))
	p.inFile(path, "the old title by the button", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike") })

	// Esc selects nothing, and the map is as the file says
	p.key("Escape")
	p.park()
	p.shows("the map after all that", model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H())), ground, &layout.Light)
}

func TestZoomAndPan(t *testing.T) {
	ground := groundOf(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	p := start(t, t.TempDir(), path)
	size := geom.Pt(ground.W(), ground.H())
	e := model(t, inFile(t, path), &layout.Light, size)
	p.shows("the map", e, ground, &layout.Light)
	event := func(ev input.Event) { ev.Now = time.Now(); e.Event(ev) }
	at := ground.Min.Add(geom.Pt(700, 400))

	p.move(at)
	p.hand("click", "--repeat", "3", "--delay", "40", "5")
	for range 3 {
		event(input.Event{Kind: input.Scroll, At: at.Sub(ground.Min), Delta: geom.Pt(0, 25)})
	}
	p.shows("panned by the wheel", e, ground, &layout.Light)

	p.move(at)
	p.hand("keydown", "shift", "click", "--repeat", "2", "--delay", "40", "5", "keyup", "shift")
	for range 2 {
		event(input.Event{Kind: input.Scroll, At: at.Sub(ground.Min), Delta: geom.Pt(25, 0)})
	}
	p.shows("panned sideways", e, ground, &layout.Light)

	p.move(at)
	p.hand("keydown", "ctrl", "click", "--repeat", "2", "--delay", "40", "5", "keyup", "ctrl")
	for range 2 {
		event(input.Event{Kind: input.Scroll, At: at.Sub(ground.Min), Delta: geom.Pt(0, 25), Mods: input.Ctrl})
	}
	p.shows("zoomed out by the wheel", e, ground, &layout.Light)

	for _, k := range []struct {
		name  string
		chord input.Chord
	}{
		{"ctrl+equal", input.Chord{Mods: input.Ctrl, Key: "="}},
		{"ctrl+minus", input.Chord{Mods: input.Ctrl, Key: input.KeyMinus}},
		{"shift+1", input.Chord{Mods: input.Shift, Key: "1"}},
		{"ctrl+0", input.Chord{Mods: input.Ctrl, Key: "0"}},
	} {
		p.key(k.name)
		e.Run(k.chord)
		p.shows(k.name, e, ground, &layout.Light)
	}

	p.click(theTwin.at(t, fitButton))
	e.Fit()
	p.shows("fitted by the button", e, ground, &layout.Light)
}

// groundOf is where the map stands in the program's window; without a window to
// test with it skips the test.
func groundOf(t *testing.T) geom.Rect {
	t.Helper()
	needWindow(t)
	return theTwin.ground(t)
}

// titleOf is a point in the title of a card.
func titleOf(card geom.Rect) geom.Point { return card.Min.Add(geom.Pt(70, 18)) }

// tooBusy is what other work of the machine may cost on top of a limit.
const tooBusy = 2 * time.Second

// inFile waits until the file is as it should be.
func (p *program) inFile(path, what string, ok func(*journey.Project) bool) {
	p.t.Helper()
	eventually(p.t, "in the file: "+what, func() bool { return ok(inFile(p.t, path)) })
}

// After a menu the keyboard is on the map again, whether something was chosen
// there or not.
func TestTheKeyboardComesBackFromAMenu(t *testing.T) {
	groundOf(t)
	path := sample(t, filepath.Join(t.TempDir(), "menu.journey"))
	was := inFile(t, path)
	p := start(t, t.TempDir(), path)
	eventually(t, "the map", func() bool { return p.title() == "menu – Throughline" })
	p.pick("Edit", "Select all")
	p.key("Delete")
	p.inFile(path, "no cards", func(now *journey.Project) bool { return cardCount(now) == 0 })
	p.click(geom.Pt(60, 11)) // a menu of the bar
	p.key("Escape")
	p.key("ctrl+z")
	p.inFile(path, "all cards again", func(now *journey.Project) bool { return now.Equal(was) })
}
