package editor_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// Menu expects the menu that the last step asked for to be about something.
func (s *story) Menu(fit editor.Fit) *story {
	s.t.Helper()
	m, ok := s.e.ContextMenu()
	if !ok && fit != 0 || m.Fit != fit {
		s.fail("the menu is about %d, want %d", m.Fit, fit)
	}
	return s
}

// RightClick presses and releases the right button somewhere.
func (s *story) RightClick(where string) *story {
	s.t.Helper()
	s.step("RightClick(%s)", where)
	s.move(s.see(where))
	s.press(input.Right, 1)
	s.release()
	s.check()
	return s
}

func TestCommandsHaveNamesOfTheirOwn(t *testing.T) {
	names, keys := map[string]bool{}, map[input.Chord][]string{}
	for i := range editor.Commands {
		c := &editor.Commands[i]
		if c.Name == "" || c.Title == "" || names[c.Name] || c.Run == nil {
			t.Errorf("%+v", c)
		}
		names[c.Name] = true
		for _, k := range c.Keys {
			keys[k] = append(keys[k], c.Name)
		}
		if c.Sub != "" && c.Menu == "" {
			t.Errorf("%s stands in %q of no menu", c.Name, c.Sub)
		}
	}
}

func TestInsertingStagesStepsAndLanesByKey(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Click("card:cardA1").Key("Alt+Shift+S").Busy(true).Type("Middle").Key("Enter").Stages("A", "Middle", "B").Labels("Add stage", "")
	s.Undo().Same(was)
	s.Click("card:cardA1").Key("Alt+Shift+Right").Type("A1b").Key("Enter").Steps("A", "A1", "A1b", "A2").Labels("Add step", "")
	s.Undo().Same(was)
	s.Click("card:cardA1").Key("Alt+Shift+Left").Type("A0").Key("Escape").Steps("A", "A0", "A1", "A2").Undo().Same(was)
	s.Click("stage:A").Key("Alt+Shift+Right").Type("A3").Key("Enter").Steps("A", "A1", "A2", "A3").Undo().Same(was)
	s.Click("card:cardA1").Key("Alt+Shift+L").Key("Enter").Lanes("Wants", "Does", "Touchpoints").Labels("Add lane", "").Undo().Same(was)
	s.Click("lane:Wants").Do("insert.below.pains").Type("!").Key("Enter").Lanes("Wants", "Pain points!", "Does").Undo().Same(was)
	s.Click("lane:Wants").Do("insert.above.divider").Key("Enter").Lanes("Line of visibility", "Wants", "Does").Undo().Same(was)
	s.Click("stage:B").Do("insert.stageBefore").Key("Enter").Stages("A", "", "B").Undo().Same(was)
	s.Key("Escape").Do("insert.stageAfter").Key("Enter").Stages("A", "B", "").Undo().Same(was)
}

func TestInsertingANote(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Click("card:cardB2").Do("insert.note").Type("Ask").Key("Escape").Labels("Add note", "")
	notes := s.e.Doc.Project().Notes("map")
	if n := notes[len(notes)-1]; n.Text != "Ask" || n.Lane != "lane2" || n.Stage != "B" || n.X != 12+176 {
		t.Errorf("%+v", n)
	}
	s.Undo().Same(was)
	s.Click("card:cardB2").Do("insert.note").Key("Escape").Same(was).Labels("", "Add note") // without a word
}

func TestLinkingSelectedCards(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Click("card:cardA1").Hold(input.Shift).Click("card:cardA2").Click("card:cardB2").Hold(0).Do("insert.link").Labels("Add 2 links", "")
	if n := len(s.e.Doc.Project().Links("map")); n != 4 { // the first two were joined already
		t.Errorf("%d links", n)
	}
	s.Undo().Same(was)
}

func TestMovingByKey(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Click("stage:A").Key("Ctrl+Right").Stages("B", "A").Labels("Move stage", "").Key("Ctrl+Right").Stages("B", "A").Key("Ctrl+Left").Stages("A", "B").Undo().Undo().Same(was)
	s.Click("lane:Does").Key("Ctrl+Up").Lanes("Does", "Wants").Key("Ctrl+Up").Lanes("Does", "Wants").Undo().Same(was)
	s.Click("step:A1").Key("Ctrl+Right").Steps("A", "A2", "A1").Key("Ctrl+Right").Steps("A", "A2").Steps("B", "A1", "B1", "B2").Cell("Does/A1", "does A1")
	s.Key("Ctrl+Left").Steps("A", "A2", "A1").Key("Ctrl+Left").Steps("A", "A1", "A2").Undo().Undo().Undo().Undo().Same(was)
	s.Click("step:A1").Hold(input.Shift).Click("step:A2").Hold(0).Key("Ctrl+Right").Steps("A").Steps("B", "A1", "A2", "B1", "B2").Labels("Move 2 steps", "").Undo().Same(was)
}

func TestNotesGoToTheFrontAndMove(t *testing.T) {
	s := small(t)
	s.Call("another note", func(e *editor.Editor) error { _, err := e.Duplicate("note"); return err })
	top := func() journey.ID { n := s.e.Doc.Project().Notes("map"); return n[len(n)-1].ID }
	if top() == "note" {
		t.Fatal("the copy is not on top")
	}
	s.e.Select("note")
	s.Key("Ctrl+]").Labels("Bring note to front", "")
	if top() != "note" {
		t.Error("it is not in front")
	}
	s.Key("Ctrl+]").Key("Ctrl+[").Labels("Send note to back", "")
	if top() == "note" {
		t.Error("it is not at the back")
	}
	s.Undo().Undo().Labels("Duplicate note", "Bring note to front")
	s.Key("Ctrl+Right").Labels("Move note", "")
	if n, _ := journey.Get[journey.Note](s.e.Doc.Project(), "note"); n.X != 18 {
		t.Error(n)
	}
}

func TestArrangingLanesStagesAndLinks(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Click("card:cardB2").Do("arrange.split").Stages("A", "B", "").Undo().Same(was)
	s.Click("stage:A").Do("arrange.merge").Stages("A").Undo().Same(was)
	s.Click("lane:Wants").Key("Ctrl+Shift+H").Labels("Hide lane", "").Do("arrange.showAll").Labels("Show lane", "").Undo().Undo().Same(was)
	s.Click("lane:Wants").Key("Ctrl+Shift+L").Labels("Lock lane", "").Key("Ctrl+Shift+L").Labels("Unlock lane", "").Undo().Undo().Same(was)
	s.Click("lane:Wants").Do("arrange.fold").Labels("Fold lane", "").Do("arrange.fold").Labels("Unfold lane", "").Undo().Undo().Same(was)
	s.Click("lane:Wants").Do("arrange.convert.pains").Labels("Convert lane", "").Undo().Same(was)
	s.Click("card:cardB1").Hold(input.Shift).Click("stage:A").Hold(0).Do("arrange.hue3").Labels("Change colour", "").Undo().Same(was)
	s.e.Select("across")
	s.Do("arrange.reverse")
	if l, _ := journey.Get[journey.Link](s.e.Doc.Project(), "across"); l.From != "cardB1" {
		t.Error(l)
	}
	s.Undo().Same(was)
}

func TestDuplicateByKeySelectsTheCopies(t *testing.T) {
	s := small(t)
	s.Click("card:cardA1").Key("Ctrl+D").Cell("Does/A1", "does A1", "does A1").Labels("Duplicate card", "")
	if sel := s.e.Selection(); len(sel) != 1 || !strings.HasPrefix(string(sel[0]), "new") {
		t.Error(sel)
	}
	s.Key("Delete").Cell("Does/A1", "does A1").Notice("Card “does A1” deleted.")
}

func TestMapsOfTheFile(t *testing.T) {
	s := small(t)
	was := s.Picture()
	title := func(want string) {
		t.Helper()
		if got := s.e.Map().Title; got != want {
			t.Errorf("%q is shown, want %q", got, want)
		}
	}
	s.Do("map.add").Labels("Add map", "")
	title("Untitled map")
	s.Do("map.earlier").Labels("Move map", "").Do("map.earlier").Labels("Move map", "")
	s.Do("map.later").Do("map.delete").Notice("Map “Untitled map” deleted.")
	title("Small")
	s.Undo().Do("map.duplicate").Labels("Duplicate map", "")
	title("Untitled map (2)")
	s.Key("Ctrl+PageUp")
	title("Untitled map")
	s.Key("Ctrl+PageUp").Key("Ctrl+PageUp") // the first one is the end
	title("Small")
	s.Key("Ctrl+PageDown").Key("Ctrl+PageDown").Key("Ctrl+PageDown")
	title("Untitled map (2)")
	s.Undo().Undo().Undo().Undo().Same(was)
}

func TestAMenuIsAboutWhatIsUnderThePointer(t *testing.T) {
	s := small(t)
	s.Click("card:cardB1").RightClick("card:cardA1").Selected("does A1").Menu(editor.OnCard)
	s.Hold(input.Shift).Click("card:cardA2").Hold(0).RightClick("card:cardA1").Selected("does A1", "does A2").Menu(editor.OnCard) // both
	s.RightClick("stage:A").Menu(editor.OnStage).RightClick("step:A2").Menu(editor.OnStep).RightClick("lane:Wants").Menu(editor.OnLane)
	s.RightClick("cell:Does/B1@0.95").Menu(editor.OnCell).Selected()
	s.RightClick("view:1190,790").Menu(editor.OnGround)
	s.Click("card:cardA1").Menu(0).Key("Shift+F10").Menu(editor.OnCard).Key("Menu").Menu(editor.OnCard)
	s.Key("Escape").Key("Menu").Menu(editor.OnGround)
	s.step("right drag")
	s.move(s.see("card:cardA1"))
	s.press(input.Right, 1)
	s.move(s.at.Add(s.at))
	s.release()
	s.Menu(0)
}

// Every command, with whatever is selected on whatever map, leaves a whole
// project that the log holds too, and undo gives the same back.
func TestEveryCommandLeavesAWholeProjectAndUndoes(t *testing.T) {
	checks(t, "60")
	rapid.Check(t, func(rt *rapid.T) {
		first := journeytest.Project().Draw(rt, "project")
		log := newMemory(first)
		e := editor.New(editor.Open(first, nil, log, journey.CountedIDs("new"), func() time.Time { return time.Unix(1e9, 0) }), options(t))
		e.Resize(geom.Pt(1200, 800))
		for range rapid.IntRange(1, 15).Draw(rt, "commands") {
			if rows := e.Doc.Project().Sorted(); len(rows) > 0 && rapid.Bool().Draw(rt, "select") {
				var ids []journey.ID
				for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(rows)-1), 0, 3).Draw(rt, "rows") {
					if e.Doc.Project().MapOf(rows[i].RowID()) == e.Map().ID {
						ids = append(ids, rows[i].RowID())
					}
				}
				e.Select(ids...)
			}
			c := &editor.Commands[rapid.IntRange(0, len(editor.Commands)-1).Draw(rt, "command")]
			e.Do(c)
			e.Settle()
			if err := e.Err(); err != nil && !editor.Refused(err) {
				rt.Fatalf("%s: %v", c.Name, err)
			}
			is := e.Doc.Project()
			if _, problems := journey.Repair(is); len(problems) > 0 {
				rt.Fatalf("%s: %v", c.Name, problems)
			}
			if !log.project().Equal(is) {
				rt.Fatalf("%s: the log differs", c.Name)
			}
		}
		last, n := e.Doc.Project(), 0
		for e.Doc.RedoLabel() != "" { // undo was among the commands
			if _, err := e.Doc.Redo(); err != nil {
				rt.Fatal(err)
			}
			n++
		}
		for range n {
			if _, err := e.Doc.Undo(); err != nil {
				rt.Fatal(err)
			}
		}
		if !e.Doc.Project().Equal(last) {
			rt.Fatal("redo and undo do not lead back")
		}
		for e.Doc.UndoLabel() != "" {
			if _, err := e.Doc.Undo(); err != nil {
				rt.Fatal(err)
			}
		}
		if !e.Doc.Project().Equal(first) {
			rt.Fatal("undoing all is not the beginning")
		}
	})
}
