package editor_test

import (
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/editor"
	"throughline/journey"
)

type camera = editor.Camera

// twoMaps is the sample with a second map, of one stage and one lane.
func twoMaps(t *testing.T) *story {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	ed.Put(journey.Map{ID: "to-be", Order: "zz", Title: "Tomorrow"})
	ed.Put(journey.Stage{ID: "one", Map: "to-be", Order: "V", Title: "One"})
	ed.Put(journey.Lane{ID: "things", Map: "to-be", Order: "V", LaneKind: journey.Touchpoints, Title: "Things"})
	ed.Put(journey.Card{ID: "thing", Lane: "things", Stage: "one", Order: "V", Title: "Thing"})
	return begin(t, ed.Project(), blobs)
}

func TestShowingAnotherMap(t *testing.T) {
	s := twoMaps(t)
	s.DoubleClick("title:ride-app@8").Type("!")
	s.Wheel(300, 300).step("ShowMap")
	s.e.ShowMap("to-be")
	s.check()
	s.Busy(false).Selected().Labels("Edit touchpoint", "") // what was typed is kept
	if s.e.Map().Title != "Tomorrow" || s.e.Camera().At != (geom.Point{}) {
		t.Fatal(s.e.Map(), s.e.Camera())
	}
	s.DoubleClick("title:Thing@5").Type("s").Key("Enter").Cell("Things/One", "Things")
	s.Key("Ctrl+A").Selected("Things")
	s.Press("card:Things").MoveTo("view:600,700")
	s.e.ShowMap("cargo-bike") // the drag is given up
	s.check()
	s.Busy(false).Release().Title("ride-app", "Ride app!")
	s.e.ShowMap("nowhere")
	s.check()
	if s.e.Map().ID != "cargo-bike" {
		t.Fatalf("it shows %q", s.e.Map().ID)
	}
}

// There is one undo for the file: it shows the map in which it changes
// something.
func TestUndoShowsTheMapThatItChanges(t *testing.T) {
	s := twoMaps(t)
	s.DoubleClick("title:ride-app@8").Type("!").Key("Enter").step("ShowMap")
	s.e.ShowMap("to-be")
	s.DoubleClick("title:Thing@5").Type("s").Key("Enter")
	shown := func(want journey.ID) {
		t.Helper()
		if got := s.e.Map().ID; got != want {
			s.fail("it shows %q, want %q", got, want)
		}
	}
	s.Undo()
	shown("to-be")
	s.Undo()
	shown("cargo-bike")
	s.Redo()
	shown("cargo-bike")
	s.Redo()
	shown("to-be")
}

// When the map that is shown goes, the first one is shown.
func TestAMapThatGoes(t *testing.T) {
	s := twoMaps(t)
	s.e.ShowMap("to-be")
	s.Click("card:Thing").step("delete the map")
	if err := s.e.Doc.Do("Delete map", func(e *journey.Edit) error { e.Delete("to-be"); return nil }); err != nil {
		t.Fatal(err)
	}
	s.check()
	s.Selected()
	if s.e.Map().ID != "cargo-bike" {
		t.Fatalf("it shows %q", s.e.Map().ID)
	}
	s.Undo().Click("card:Thing").Selected("Thing")
}

// A file without a map shows an empty sheet on which nothing can go wrong.
func TestAFileWithoutAMap(t *testing.T) {
	s := begin(t, journey.New(), nil)
	s.DoubleClick("view:300,300").Key("Ctrl+A", "Delete", "Enter", "Shift+1", "Shift+2", "Ctrl+=", "PageDown", "Ctrl+Z", "Escape")
	s.Key("Space")
	s.pan(input.Left, geom.Pt(50, 50))
	s.KeyUp(input.KeySpace)
	s.Busy(false).Labels("", "").Error("")
	err := s.e.Doc.Do("New map", func(e *journey.Edit) error { e.Put(journey.Map{ID: "m", Order: "V"}); return nil })
	if err != nil || s.e.Map().ID != "m" {
		t.Fatalf("the first map is not shown: %v", err)
	}
}

// A map is shown where it was shown last.
func TestEachMapKeepsItsPlace(t *testing.T) {
	s := open(t, "cargo-bike")
	first := s.e.Map().ID
	s.HoverOver("card:ride-app").Wheel(0, -200).Wheel(-300, 0)
	there := s.e.Camera()
	s.Do("map.add")
	if s.e.Camera().At != (geom.Point{}) {
		s.fail("a new map is shown from %v", s.e.Camera().At)
	}
	s.Key("Ctrl+=")
	here, second := s.e.Camera(), s.e.Map().ID
	s.Key("Ctrl+PageUp")
	if s.e.Map().ID != first || s.e.Camera() != there {
		s.fail("it is shown at %v, was at %v", s.e.Camera(), there)
	}
	s.Key("Ctrl+PageDown")
	if s.e.Map().ID != second || s.e.Camera() != here {
		s.fail("it is shown at %v, was at %v", s.e.Camera(), here)
	}
}
