package editor_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"throughline/editor"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// Call runs a method of the editor, as a panel of the window does.
func (s *story) Call(what string, f func(*editor.Editor) error) *story {
	s.t.Helper()
	s.step("%s", what)
	if err := f(s.e); err != nil {
		s.fail("%s: %v", what, err)
	}
	s.check()
	return s
}

// Notice expects what the last command gave notice of; "" is nothing.
func (s *story) Notice(text string) *story {
	s.t.Helper()
	if n, _ := s.e.Notice(); n.Text != text {
		s.fail("the notice is %q, want %q", n.Text, text)
	}
	return s
}

// Stages and Lanes expect the titles of the map that is shown.
func (s *story) Stages(titles ...string) *story {
	s.t.Helper()
	var got []string
	for _, x := range s.e.Doc.Project().Stages(s.e.Map().ID) {
		got = append(got, x.Title)
	}
	return s.expect("the stages", got, titles)
}

func (s *story) Lanes(titles ...string) *story {
	s.t.Helper()
	var got []string
	for _, x := range s.e.Doc.Project().Lanes(s.e.Map().ID) {
		got = append(got, x.Title)
	}
	return s.expect("the lanes", got, titles)
}

// Steps expects the titles of a stage's steps.
func (s *story) Steps(stage string, titles ...string) *story {
	s.t.Helper()
	var got []string
	for _, x := range s.e.Doc.Project().Steps(s.id("stage", stage)) {
		got = append(got, x.Title)
	}
	return s.expect("the steps", got, titles)
}

func (s *story) expect(what string, got, want []string) *story {
	s.t.Helper()
	if !slices.Equal(got, want) {
		s.fail("%s are %q, want %q", what, got, want)
	}
	return s
}

// id is the ID of a row by its kind and title.
func (s *story) id(kind journey.Kind, title string) journey.ID {
	s.t.Helper()
	if kind == journey.KindCard {
		return s.card(title).ID
	}
	return journey.ID(s.owner(kind, title))
}

// small is a map of two stages with two steps each and two lanes, with a card
// in each cell that says where it stands, and links between neighbours.
func small(t testing.TB) *story {
	ed := journey.New().Edit(journey.CountedIDs("row"))
	ed.Put(journey.Map{ID: "map", Order: "V", Title: "Small"})
	for i, o := range journey.Spread(2) {
		ed.Put(journey.Lane{ID: journey.ID(fmt.Sprint("lane", i+1)), Map: "map", Order: o, LaneKind: []journey.LaneKind{journey.Goals, journey.Touchpoints}[i], Title: []string{"Wants", "Does"}[i]})
	}
	for i, name := range []string{"A", "B"} {
		stage := journey.Stage{ID: journey.ID(name), Map: "map", Order: journey.Spread(2)[i], Title: name}
		ed.Put(stage)
		ed.Put(journey.Card{ID: journey.ID("goal" + name), Lane: "lane1", Stage: stage.ID, Order: "V", Title: "goal " + name})
		for k, o := range journey.Spread(2) {
			n := fmt.Sprint(name, k+1)
			ed.Put(journey.Step{ID: journey.ID("step" + n), Stage: stage.ID, Order: o, Title: n})
			ed.Put(journey.Card{ID: journey.ID("card" + n), Lane: "lane2", Stage: stage.ID, Step: journey.ID("step" + n), Order: "V", Title: "does " + n})
		}
		ed.Put(journey.Link{ID: journey.ID("within" + name), Map: "map", From: journey.ID("card" + name + "1"), To: journey.ID("card" + name + "2"), Title: "then"})
	}
	ed.Put(journey.Link{ID: "across", Map: "map", From: "cardA2", To: "cardB1"})
	ed.Put(journey.Note{ID: "note", Map: "map", Order: "V", Lane: "lane2", Stage: "B", X: 10, Y: 10, Text: "look"})
	return begin(t, ed.Project(), nil)
}

func TestAddingStagesStepsAndLanes(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("AddStage", func(e *editor.Editor) error { _, err := e.AddStage(1, "Between"); return err }).Stages("A", "Between", "B").Labels("Add stage", "")
	s.Steps("Between", "")
	s.Call("AddStep", func(e *editor.Editor) error { _, err := e.AddStep("B", 0, "B0"); return err }).Steps("B", "B0", "B1", "B2")
	s.Call("AddLane", func(e *editor.Editor) error { _, err := e.AddLane(journey.Pains, 9); return err }).Lanes("Wants", "Does", "Pain points")
	s.Call("AddLane", func(e *editor.Editor) error { _, err := e.AddLane(journey.Divider, 0); return err }).Lanes("Line of visibility", "Wants", "Does", "Pain points")
	s.Undo().Undo().Undo().Undo().Same(was)
}

func TestRenamingRows(t *testing.T) {
	s := small(t)
	rename := func(id journey.ID, to string) {
		t.Helper()
		s.Call("Rename", func(e *editor.Editor) error { return e.Rename(id, to) })
	}
	rename("A", "First\x07")
	rename("lane1", "Hopes")
	rename("stepB1", "Sees")
	rename("note", "look here")
	rename("across", "goes on")
	rename("map", "Renamed")
	s.Stages("First", "B").Lanes("Hopes", "Does").Steps("B", "Sees", "B2").Labels("Rename map", "")
	if n, _ := journey.Get[journey.Note](s.e.Doc.Project(), "note"); n.Text != "look here" {
		t.Error(n)
	}
	rename("map", "Renamed") // nothing changes
	s.Undo().Labels("Rename link", "Rename map")
}

func TestMovingStagesLanesAndSteps(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("Move", func(e *editor.Editor) error { return e.Move("A", 1) }).Stages("B", "A").Labels("Move stage", "")
	s.Call("Move", func(e *editor.Editor) error { return e.Move("A", 7) }).Stages("B", "A") // it is there already
	s.Undo().Same(was)
	s.Call("Move", func(e *editor.Editor) error { return e.Move("lane2", 0) }).Lanes("Does", "Wants").Labels("Move lane", "")
	s.Call("MoveStep", func(e *editor.Editor) error { return e.MoveStep("stepA1", "A", 1) }).Steps("A", "A2", "A1")
	s.Call("MoveStep", func(e *editor.Editor) error { return e.MoveStep("stepA1", "B", 1) }).Steps("A", "A2").Steps("B", "B1", "A1", "B2")
	s.Cell("Does/A1", "does A1").Labels("Move step", "")
	if c := s.card("cardA1"); c.Stage != "B" {
		t.Errorf("the card has stayed in stage %s", c.Stage)
	}
	s.Undo().Undo().Undo().Same(was)
}

func TestDeletingAStageGivesNoticeAndComesBackWhole(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("B") }).Stages("A").Notice("Stage “B” deleted, with 3 cards.").Labels("Delete stage", "")
	s.Undo().Same(was).Notice("")
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("stepA1") }).Notice("Step “A1” deleted, with 1 card.").Undo().Same(was)
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("lane1") }).Notice("Lane “Wants” deleted, with 2 cards.").Undo().Same(was)
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("A", "B") }).Stages().Notice("2 stages deleted, with 6 cards.").Labels("Delete 2 stages", "").Undo().Same(was)
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("cardA1", "cardB1") }).Notice("2 cards deleted.").Undo().Same(was)
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("note") }).Notice("Note “look” deleted.").Undo().Same(was)
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("lane1", "note", "stepA1") }).Notice("3 items deleted, with 3 cards.").Labels("Delete 3 items", "").Undo().Same(was)
}

func TestWhatIsLockedStays(t *testing.T) {
	s := small(t)
	s.Call("Lock", func(e *editor.Editor) error { return e.LockLane("lane1", true) })
	was := s.Picture()
	for _, id := range []journey.ID{"lane1", "A", "goalA"} {
		if err := s.e.Delete(id); err == nil || err.Error() != "“Wants” is locked" {
			t.Errorf("deleting %s: %v", id, err)
		}
	}
	if err := s.e.Rename("lane1", "x"); err == nil {
		t.Error("renamed")
	}
	if err := s.e.ConvertLane("lane1", journey.Pains); err == nil {
		t.Error("converted")
	}
	if err := s.e.SetHue(3, "goalA"); err == nil {
		t.Error("coloured")
	}
	s.Same(was).Notice("")
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("stepA1") }).Steps("A", "A2")
	s.Call("Move", func(e *editor.Editor) error { return e.Move("lane1", 1) }).Lanes("Does", "Wants") // its place is not its content
}

func TestDuplicatingAStageCopiesItsLinks(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("Duplicate", func(e *editor.Editor) error { _, err := e.Duplicate("A"); return err }).Stages("A", "A", "B").Labels("Duplicate stage", "")
	p := s.e.Doc.Project()
	copied := p.Stages("map")[1]
	var titles []string
	for _, l := range p.Lanes("map") {
		for _, c := range p.StageCards(l.ID, copied.ID) {
			titles = append(titles, c.Title)
		}
	}
	if !slices.Equal(titles, []string{"goal A", "does A1", "does A2"}) || len(p.Steps(copied.ID)) != 2 {
		t.Errorf("the copy has %q", titles)
	}
	if n := len(p.Links("map")); n != 4 {
		t.Errorf("%d links, want the three and a copy of the one within", n)
	}
	s.Undo().Same(was).Redo().Undo().Same(was)
}

func TestDuplicatingCardsLanesStepsAndNotes(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("Duplicate", func(e *editor.Editor) error { _, err := e.Duplicate("cardA1", "cardA2"); return err })
	s.Cell("Does/A1", "does A1", "does A1").Cell("Does/A2", "does A2", "does A2").Labels("Duplicate 2 cards", "")
	if n := len(s.e.Doc.Project().Links("map")); n != 4 {
		t.Errorf("%d links", n)
	}
	s.Undo().Same(was)
	s.Call("Duplicate", func(e *editor.Editor) error { _, err := e.Duplicate("lane2", "cardA1"); return err }).Lanes("Wants", "Does", "Does")
	if n := len(s.e.Doc.Project().Notes("map")); n != 2 {
		t.Errorf("%d notes", n)
	}
	s.Undo().Same(was)
	s.Call("Duplicate", func(e *editor.Editor) error { _, err := e.Duplicate("stepB1"); return err }).Steps("B", "B1", "B1", "B2").Undo().Same(was)
	s.Call("Duplicate", func(e *editor.Editor) error { _, err := e.Duplicate("note"); return err }).Undo().Same(was)
}

func TestDuplicatingAMapCopiesAllOfIt(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.e.Doc.Project()
	s.Call("Duplicate", func(e *editor.Editor) error { _, err := e.Duplicate(e.Map().ID); return err })
	p := s.e.Doc.Project()
	maps := p.Maps()
	if len(maps) != 2 || maps[1].Title != maps[0].Title+" (2)" {
		t.Fatal(maps)
	}
	count := func(mp journey.ID) (n int) {
		for r := range p.All() {
			n += map[bool]int{true: 1}[p.MapOf(r.RowID()) == mp && r.Kind() != journey.KindComment]
		}
		return n
	}
	if a, b := count(maps[0].ID), count(maps[1].ID); a != b {
		t.Errorf("%d rows, the copy has %d", a, b)
	}
	s.Call("Duplicate", func(e *editor.Editor) error { _, err := e.Duplicate(maps[1].ID); return err })
	if got := s.e.Doc.Project().Maps()[2].Title; got != maps[0].Title+" (3)" {
		t.Error(got)
	}
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete(maps[0].ID) }).Notice(fmt.Sprintf("Map “%s” deleted, with %d cards.", maps[0].Title, 111))
	if s.e.Map().ID != maps[1].ID {
		t.Error("another map is not shown")
	}
	s.Undo().Undo().Undo()
	if !s.e.Doc.Project().Equal(was) {
		t.Error("undone, it is another")
	}
	if err := s.e.Delete(maps[0].ID); err != editor.ErrOnlyMap {
		t.Error(err)
	}
}

func TestSplittingAndMergingStages(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("Merge", func(e *editor.Editor) error { return e.MergeStage("A") }).Stages("A").Steps("A", "A1", "A2", "B1", "B2")
	s.Labels("Merge stages", "").Notice("Stage “B” merged into the one before.")
	s.Cell("Wants/A1", "goal A", "goal B").Cell("Does/B2", "does B2")
	n, _ := journey.Get[journey.Note](s.e.Doc.Project(), "note")
	if n.Stage != "A" || n.X != 10+2*176 {
		t.Errorf("the note hangs at %+v", n)
	}
	s.Call("Split", func(e *editor.Editor) error { _, err := e.SplitStage("stepB1"); return err }).Stages("A", "").Steps("A", "A1", "A2")
	if c := s.card("cardB1"); c.Stage == "A" {
		t.Error("the card has stayed")
	}
	s.Undo().Undo().Same(was)
	s.Call("Merge", func(e *editor.Editor) error { return e.MergeStage("B") }).Same(was) // there is none behind it
	s.Call("Split", func(e *editor.Editor) error { _, err := e.SplitStage("stepB1"); return err }).Same(was)
}

func TestConvertingALaneThereAndBack(t *testing.T) {
	p, blobs := journeytest.Lanes()
	s := begin(t, p, blobs)
	for _, l := range p.Lanes(s.e.Map().ID) {
		for _, k := range journey.LaneKinds {
			if k.Card == "" && len(p.LaneCards(l)) > 0 {
				if err := s.e.ConvertLane(l.ID, k.Kind); err != editor.ErrHasCards && !l.Locked {
					t.Error(err)
				}
				continue
			}
			if l.Locked {
				continue
			}
			s.Call("Convert to "+string(k.Kind), func(e *editor.Editor) error { return e.ConvertLane(l.ID, k.Kind) })
		}
		if !l.Locked {
			s.Call("Convert back", func(e *editor.Editor) error { return e.ConvertLane(l.ID, l.LaneKind) })
		}
	}
	if !s.e.Doc.Project().Equal(p) {
		t.Error("something was lost:", journey.Diff(p, s.e.Doc.Project()).Changes)
	}
}

func TestHidingFoldingAndColouring(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("Hide", func(e *editor.Editor) error { return e.HideLane("lane1", true) }).Notice("Lane “Wants” hidden.").Labels("Hide lane", "").Undo().Same(was)
	s.Call("Fold", func(e *editor.Editor) error { return e.FoldLane("lane1", true) }).Labels("Fold lane", "").Undo().Same(was)
	s.Call("Colour", func(e *editor.Editor) error { return e.SetHue(4, "A", "lane1", "cardB1", "note", "stepA1") }).Labels("Change colour", "")
	if s.card("cardB1").Hue != 4 || s.e.Sheet().Stages[0].Hue != 3 {
		t.Error("not coloured")
	}
	s.Undo().Same(was)
}

func TestAddingAMapTakesTheLanes(t *testing.T) {
	s := small(t)
	s.Call("AddMap", func(e *editor.Editor) error { _, err := e.AddMap("Tomorrow"); return err })
	if s.e.Map().Title != "Tomorrow" || s.e.CountCards() != 0 {
		t.Error(s.e.Map())
	}
	s.Lanes("Wants", "Does").Stages("", "", "").Undo()
	if s.e.Map().ID != "map" {
		t.Error("the map is not shown again")
	}
}

// structural is one thing that somebody may do to the parts of a map, with
// rows by chance. What cannot be done is an error and does nothing.
func structural(e *editor.Editor, next func(n int) int) error {
	p := e.Doc.Project()
	rows := p.Sorted()
	any := func() journey.ID {
		if len(rows) == 0 {
			return ""
		}
		return rows[next(len(rows))].RowID()
	}
	of := func(k journey.Kind) journey.ID {
		var ids []journey.ID
		for _, r := range rows {
			if r.Kind() == k {
				ids = append(ids, r.RowID())
			}
		}
		if len(ids) == 0 {
			return ""
		}
		return ids[next(len(ids))]
	}
	kind := journey.LaneKinds[next(len(journey.LaneKinds))].Kind
	var err error
	switch next(19) {
	case 16:
		e.Search(editor.Query{Text: []string{"e", "New", "("}[next(3)]})
		e.NextFound(1 - 2*next(2))
	case 17:
		err = e.Replace("(new\x07", next(2) == 0)
	case 18:
		e.GoTo(any())
	case 0:
		_, err = e.AddStage(next(4), "New")
	case 1:
		_, err = e.AddStep(of(journey.KindStage), next(4), "New")
	case 2:
		_, err = e.AddLane(kind, next(4))
	case 3:
		if len(p.Maps()) < 3 {
			_, err = e.AddMap("New")
		}
	case 4:
		err = e.Rename(any(), "Named\nanew")
	case 5:
		err = e.Move(any(), next(5)-1)
	case 6:
		err = e.MoveStep(of(journey.KindStep), of(journey.KindStage), next(4)-1)
	case 7:
		err = e.Delete(any(), any())
	case 8, 9:
		if len(rows) < 600 {
			_, err = e.Duplicate(any(), any(), any())
		}
	case 10:
		_, err = e.SplitStage(of(journey.KindStep))
	case 11:
		err = e.MergeStage(of(journey.KindStage))
	case 12:
		err = e.HideLane(of(journey.KindLane), next(2) == 0)
	case 13:
		err = e.ConvertLane(of(journey.KindLane), kind)
	case 14:
		err = e.SetHue(next(9), any(), any())
	case 15:
		if next(2) == 0 {
			err = e.FoldLane(of(journey.KindLane), next(2) == 0)
		} else {
			err = e.LockLane(of(journey.KindLane), next(2) == 0)
		}
	}
	return err
}

// Whatever is done to the parts of whatever map, it is whole afterwards, and
// undo gives the same back.
func TestStructureStaysWholeAndUndoes(t *testing.T) {
	checks(t, "150")
	rapid.Check(t, func(rt *rapid.T) {
		first := journeytest.Project().Draw(rt, "project")
		log := newMemory(first)
		e := editor.New(editor.Open(first, nil, log, journey.CountedIDs("new"), func() time.Time { return time.Unix(1e9, 0) }), options(t))
		var states []*journey.Project
		for range rapid.IntRange(1, 12).Draw(rt, "commands") {
			was, seq := e.Doc.Project(), e.Doc.Seq()
			err := structural(e, func(n int) int { return rapid.IntRange(0, n-1).Draw(rt, "choice") })
			if err != nil && !editor.Refused(err) {
				rt.Fatal(err)
			}
			is := e.Doc.Project()
			if _, problems := journey.Repair(is); len(problems) > 0 {
				rt.Fatal(problems)
			}
			if !log.project().Equal(is) {
				rt.Fatal("the log differs")
			}
			if e.Doc.Seq() == seq != was.Equal(is) {
				rt.Fatal("a step without a change, or a change without a step")
			}
			if e.Doc.Seq() > seq {
				states = append(states, was)
			}
		}
		last := e.Doc.Project()
		for i := len(states) - 1; i >= 0; i-- {
			if _, err := e.Doc.Undo(); err != nil || !e.Doc.Project().Equal(states[i]) {
				rt.Fatal("undo does not lead back", err)
			}
		}
		for range states {
			if _, err := e.Doc.Redo(); err != nil {
				rt.Fatal(err)
			}
		}
		if !e.Doc.Project().Equal(last) {
			rt.Fatal("redo does not lead to the end")
		}
	})
}

// What a version had comes back exactly, also what deleting would take along.
func TestBecomingAnotherProjectIsOneStep(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Call("Move", func(e *editor.Editor) error { return e.MoveStep("stepA1", "B", 0) })
	s.Call("Delete", func(e *editor.Editor) error { return e.Delete("A") })
	s.Call("Restore", func(e *editor.Editor) error { return e.Restore(was.project, "First") }).Same(was).Labels("Restore version", "").Notice("Version “First” restored.")
	s.Call("Restore", func(e *editor.Editor) error { return e.Restore(was.project, "First") }).Notice("Nothing has changed since version “First”.")
	s.Undo().Undo().Undo().Same(was)
}
