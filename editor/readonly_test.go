package editor_test

import (
	"errors"
	"testing"
	"time"

	"throughline/canvas/geom"
	"throughline/canvas/layout/layouttest"
	"throughline/editor"
	"throughline/journey"
	"throughline/storage"
)

// A file that another program has can be looked at: whatever would change it
// is refused before anything on the screen changes, and the person hears why.
func TestAReadOnlyFileIsOnlyLookedAt(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Drag("card:booking-confirmed", "cell:Touchpoints/Ask around")
	first := s.file
	f, err := storage.Open(s.path, storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s.e = editor.New(editor.Open(f.Project(), f.History(), f, s.ids, s.clock), options(t))
	s.e.Resize(geom.Pt(1200, 800))
	was := s.Picture()
	const why = "open in another program"

	s.Click("card:ride-app").Selected("ride-app").Error("")
	s.DoubleClick("title:ride-app@8").Busy(false).Error(why)
	s.Key("Enter").Busy(false).Error(why).Key("Delete").Error(why).Selected("ride-app").Undo().Error(why)
	s.DoubleClick("cell:Touchpoints/Check the budget").Busy(false).Error(why)
	s.DoubleClick("stage:Research@2").Busy(false).Error(why)
	s.Press("card:ride-app").MoveTo("cell:Touchpoints/Handover day").Busy(false).Slot(false).Error(why).Release().Error("")
	s.Type("x").Error(why).Key("Escape").Wheel(200, 0).Key("Ctrl+=", "Shift+1", "Ctrl+A").Error("").Same(was)
	if first.History()[0].Seq != s.e.Doc.Seq() {
		t.Fatal("the log has grown")
	}
}

// When a log refuses in the middle of a visit, what it has stays, as a step of
// undo, and what it has not is taken from the screen, with a word.
func TestWhatTheLogRefusesIsNotShownAsKept(t *testing.T) {
	p, _ := layouttest.Template(t, "cargo-bike")
	full := errors.New("the file is closed")
	for name, end := range map[string]func(s *story){
		"a save":     func(s *story) { s.event(tick(s, time.Second)) },
		"Enter":      func(s *story) { s.Key("Enter") },
		"a click":    func(s *story) { s.Click("card:referral-card") },
		"a command":  func(s *story) { s.Key("Ctrl+Shift+A") },
		"undo":       func(s *story) { s.Undo().Undo() }, // first in the text
		"next visit": func(s *story) { s.DoubleClick("title:referral-card").Key("Escape") },
	} {
		t.Run(name, func(t *testing.T) {
			m := newMemory(p)
			s := &story{t: t, ids: journey.CountedIDs("new"), now: time.Unix(0, 0), inMemory: m}
			s.e = editor.New(editor.Open(p, nil, m, s.ids, s.clock), options(t))
			s.e.Resize(geom.Pt(1200, 800))
			s.DoubleClick("title:ride-app@8").Type("!").Wait(time.Second).Type("?").Title("ride-app", "Ride app!?")
			m.refuse = full
			end(s)
			s.Busy(false).Title("ride-app", "Ride app!").Error("closed").Labels("Edit touchpoint", "")
			s.Key("Delete").Drag("card:booking-confirmed", "cell:Touchpoints/Ask around").Error("closed")
			s.Undo().Error("closed").Title("ride-app", "Ride app!").Labels("Edit touchpoint", "")
			m.refuse = nil
			s.Undo().Title("ride-app", "Ride app").Labels("", "Edit touchpoint").Redo().Title("ride-app", "Ride app!").Error("")
		})
	}
}

// A log that refuses from the start leaves no trace of what was tried.
func TestWhatTheLogRefusesAtOnceLeavesNoTrace(t *testing.T) {
	p, _ := layouttest.Template(t, "cargo-bike")
	m := newMemory(p)
	s := &story{t: t, ids: journey.CountedIDs("new"), now: time.Unix(0, 0), inMemory: m}
	s.e = editor.New(editor.Open(p, nil, m, s.ids, s.clock), options(t))
	s.e.Resize(geom.Pt(1200, 800))
	was := s.Picture()
	m.refuse = errors.New("the file is closed")
	s.DoubleClick("title:ride-app@8").Type("!").Wait(time.Second).Busy(false).Error("closed").Same(was).Labels("", "")
	s.DoubleClick("cell:Touchpoints/Ask around").Type("New").Key("Enter").Error("closed").Same(was).Labels("", "")
	s.Click("card:ride-app").Key("Delete").Error("closed").Same(was)
	s.Drag("card:ride-app", "cell:Touchpoints/Handover day").Error("closed").Same(was).Labels("", "")
}
