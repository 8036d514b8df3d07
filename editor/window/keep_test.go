package window

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/layout"
	"throughline/journey"
)

// What happens to the work when the program does not end as it should, or when
// two of it are there.

// typed opens a file in the program and types into the title of a card.
func typed(t *testing.T, path, text string) *program {
	t.Helper()
	ground := groundOf(t)
	p := start(t, t.TempDir(), path)
	e := model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H()))
	p.shows("the map", e, ground, &layout.Light)
	p.doubleClick(titleOf(cardOn(t, e, ground, cardTitled(t, e.Doc.Project(), "Neighbour’s bike"))))
	p.key("End")
	p.write(text)
	return p
}

func TestAKilledProgramHasKeptTheLastSecond(t *testing.T) {
	needWindow(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	p := typed(t, path, " one")
	p.key("Return")
	time.Sleep(time.Second)
	p.kill(syscall.SIGKILL)
	if !hasCard(inFile(t, path), "Neighbour’s bike one") {
		t.Fatal("the edit of a second ago is not in the file")
	}

	// the program can be started again, and undo goes on where it was
	p = start(t, p.home, path)
	ground := groundOf(t)
	p.shows("the map as it was left", model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H())), ground, &layout.Light)
	p.key("ctrl+z")
	p.inFile(path, "the edit undone", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike") })
	p.kill(syscall.SIGTERM)
}

func TestASignalWhileTypingKeepsWhatWasTyped(t *testing.T) {
	needWindow(t)
	for _, s := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
		p := typed(t, path, " tw")
		p.inFile(path, "what is being typed", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike tw") })
		p.write("o") // which is written half a second later
		// events come in their order: once a menu has heard of the pointer, the letter is there
		file := geom.Pt(menuBarPad+4, menuBarHeight/2)
		p.move(file)
		p.sees("a menu under the pointer", file, layout.Light.Ink.Over(layout.Light.Panel, 13./255))
		p.kill(s)
		if !p.cmd.ProcessState.Success() {
			t.Errorf("%v: %v", s, p.cmd.ProcessState)
		}
		if !hasCard(inFile(t, path), "Neighbour’s bike two") {
			t.Errorf("%v: what was typed is lost", s)
		}
	}
}

func TestASecondWindowOnlyReads(t *testing.T) {
	ground := groundOf(t)
	path := sample(t, filepath.Join(t.TempDir(), "bike.journey"))
	e := model(t, inFile(t, path), &layout.Light, geom.Pt(ground.W(), ground.H()))
	card := cardOn(t, e, ground, cardTitled(t, e.Doc.Project(), "Neighbour’s bike"))
	first := start(t, t.TempDir(), path)
	first.shows("the first one's map", e, ground, &layout.Light)

	second := start(t, t.TempDir(), path)
	second.sees("the sentence", foot(ground), layout.Light.Snack)
	second.park()
	before, err := os.ReadFile(path)
	must(t, err)
	second.doubleClick(titleOf(card))
	second.write("XYZ")
	second.key("Return")
	second.drag(card.Min.Add(geom.Pt(20, 50)), card.Min.Add(geom.Pt(380, 60)))
	time.Sleep(500 * time.Millisecond) // in which nothing may happen
	after, err := os.ReadFile(path)
	must(t, err)
	if string(before) != string(after) {
		t.Error("the second window has changed the file")
	}

	// once the first has gone, the second can open it again and edit
	first.key("alt") // a menu that nobody uses
	first.key("Escape")
	first.kill(syscall.SIGTERM)
	second.key("Escape", "ctrl+o")
	second.seesDialog(ground)
	second.write(path)
	second.key("Return")
	second.shows("the map again", e, ground, &layout.Light)
	second.doubleClick(titleOf(card))
	second.key("End")
	second.write(" mine")
	second.key("Return")
	second.inFile(path, "the edit of the second", func(now *journey.Project) bool { return hasCard(now, "Neighbour’s bike mine") })
}

// foot is a point in the snackbar, beside its words.
func foot(ground geom.Rect) geom.Point {
	return geom.Pt(ground.Center().X, ground.Max.Y-12-5)
}
