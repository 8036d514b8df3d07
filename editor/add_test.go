package editor_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"throughline/canvas/layout"
	"throughline/canvas/layout/layouttest"
	"throughline/journey"
	"throughline/journey/journeytest"
)

func TestADoubleClickInAnEmptyPlaceAddsACard(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("cell:Touchpoints/Ask around").Busy(true).Labels("Add touchpoint", "")
	s.Type("Library").Key("Tab").Type("Two books").Key("Enter")
	s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "Library").Text("Library", "Two books").Selected("Library")
	s.Labels("Add touchpoint", "").Undo().Same(was).Labels("", "Add touchpoint")
	s.Redo().Cell("Touchpoints/Ask around", "Kita parents’ chat", "Library").Text("Library", "Two books")
}

// In a lane whose cards are of whole stages, so is a new one.
func TestANewCardTakesTheGridOfItsLane(t *testing.T) {
	s := open(t, "cargo-bike")
	ed := s.e.Doc
	_ = ed.Do("Delete card", func(e *journey.Edit) error { e.Delete("quote-research"); return nil })
	s.DoubleClick("cell:Mindset/Check the budget").Type("Hm.").Key("Enter")
	if c := s.card("Hm."); c.Stage != "research" || c.Step != "" {
		t.Fatalf("it stands under %q of %q", c.Step, c.Stage)
	}
}

// A new card that says nothing goes again and was never there: no step, no
// entry of the log, and what was undone can still be done again.
func TestANewCardWithoutAWordVanishes(t *testing.T) {
	for name, end := range map[string]func(s *story){
		"Enter":                 func(s *story) { s.Key("Enter") },
		"Esc":                   func(s *story) { s.Key("Escape") },
		"a click":               func(s *story) { s.Click("cell:Touchpoints/Check the budget") },
		"blanks":                func(s *story) { s.Type("  ").Key("Shift+Enter", "Enter") },
		"second thoughts":       func(s *story) { s.Type("ab").Key("Backspace", "Backspace", "Enter") },
		"a menu":                func(s *story) { s.Do("edit.all").Key("Escape") },
		"undo":                  func(s *story) { s.Undo() },
		"undo in a menu":        func(s *story) { s.Do("edit.undo") },
		"a wait":                func(s *story) { s.Wait(3 * time.Second).Key("Enter") },
		"delete in a menu":      func(s *story) { s.Do("edit.delete") },
		"another map or saving": func(s *story) { s.step("Settle"); s.e.Settle(); s.check() },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, "cargo-bike")
			was := s.Picture()
			s.Drag("card:referral-card", "cell:Touchpoints/First 100 days").Undo().Labels("", "Move card")
			n := len(s.file.History())
			s.DoubleClick("cell:Touchpoints/Ask around").Busy(true)
			end(s)
			s.Busy(false).Same(was).Labels("", "Move card").Selected().Error("")
			if got := len(s.file.History()); got != n {
				t.Fatalf("the log has %d entries, had %d", got, n)
			}
			s.Redo().Labels("Move card", "")
		})
	}
}

// When a word was written and taken back, the file has heard of the card.
func TestANewCardThatIsTakenBackIsNoStepEither(t *testing.T) {
	s := open(t, "cargo-bike")
	s.DoubleClick("title:referral-card").Type("!").Key("Enter")
	was := s.Picture()
	s.DoubleClick("cell:Touchpoints/Ask around").Type("x").Wait(time.Second)
	s.inFile(s.e.Doc.Project())
	s.Key("Backspace").Wait(time.Second).Key("Enter").Same(was).Labels("Edit touchpoint", "")
	s.Reopen().Same(was).Labels("Edit touchpoint", "")
	s.Undo().Labels("", "Edit touchpoint").Reopen().Redo().Same(was)
}

// The title of a new card can be emptied again after its text was written.
func TestANewCardMayHaveATextOnly(t *testing.T) {
	s := open(t, "cargo-bike")
	s.DoubleClick("cell:Touchpoints/Ask around").Type("Li").Key("Tab").Type("Two books").Key("Shift+Tab", "Backspace", "Backspace", "Enter")
	s.Cell("Touchpoints/Ask around", "Kita parents’ chat", "")
}

// In a lane with a curve the height of the click is the feeling.
func TestADoubleClickInTheFeelingsAddsAPoint(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	row := s.cell("Feelings/Spark").Row
	const pad = 34 // above +2 and below −2
	for _, want := range []float64{2, 0.3, 0, -0.7, -1.3, -2} {
		share := (pad + (2-want)/4*(row.H-2*pad)) / row.H
		s.DoubleClick("cell:Feelings/First 100 days@"+num(share)).Busy(true).Labels("Add feeling", "")
		id := s.e.Selection()[0]
		if got := s.card(string(id)).Feeling; !got.Set || got.Value != want {
			t.Fatalf("the feeling is %v, want %v", got, want)
		}
		s.Key("Enter") // it needs no word
		if c := s.card(string(id)); c.Step != "first-100-days" {
			t.Fatalf("it stands under %q", c.Step)
		}
		s.Labels("Add feeling", "").Undo().Same(was)
	}
	s.DoubleClick("cell:Feelings/First 100 days@0.03")
	if got := s.card(string(s.e.Selection()[0])).Feeling.Value; got != 2 {
		t.Fatalf("above +2 is %v", got)
	}
	s.Type("Wow").Key("Enter").Labels("Add feeling", "").Undo().Same(was)
}

// The lane's own scale counts.
func TestAPointIsInTheScaleOfItsLane(t *testing.T) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	l, _ := journey.Get[journey.Lane](p, "feelings")
	l.Least, l.Greatest = journey.Num(1), journey.Num(5)
	ed.Put(l)
	s := begin(t, ed.Project(), blobs)
	row := s.cell("Feelings/Spark").Row
	s.DoubleClick("cell:Feelings/First 100 days@" + num((34+0.25*(row.H-68))/row.H))
	if got := s.card(string(s.e.Selection()[0])).Feeling.Value; math.Abs(got-4) > 1e-9 {
		t.Fatalf("a quarter below the top of 1 to 5 is %v", got)
	}
}

// The titles of the bands are edited where they stand.
func TestEditingTheTitlesOfTheBands(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("stage:Research@8").Busy(true).Labels("Edit stage", "").Type("es").Key("Enter")
	s.DoubleClick("step:Ask around@3").Labels("Edit step", "").Type(" us").Key("Escape")
	s.DoubleClick("lane:Mindset@0").Labels("Edit lane", "").Type("The ").Key("Enter")
	s.cell("The Mindset/Ask us around")
	s.DoubleClick("lane:Line of visibility@4").Type("!").Key("Enter")
	s.owner(journey.KindStage, "Researches")
	s.owner(journey.KindLane, "Line! of visibility")
	s.Undo().Undo().Undo().Undo().Same(was)
	s.DoubleClick("view:20,20").Busy(false).Same(was) // the corner has nothing
}

// A divider has no cards, so a double click beside it adds none.
func TestALineTakesNoNewCard(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("cell:Line of visibility/Ask around").Busy(false).Same(was)
}

// The dots of the channels have no title of their own to edit.
func TestADotIsNotTypedInto(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("card:website-compare-models").Busy(false).Key("Enter").Busy(false).Same(was).Selected("website-compare-models")
}

// A double-click on a note edits it; the cell behind it gets no card.
func TestTypingInANote(t *testing.T) {
	s := begin(t, journeytest.Marked(), nil)
	cards := s.e.CountCards()
	it, at, _ := s.e.Sheet().Body.Find("n1", layout.NotePart)
	s.e.Reveal("t8")
	pane := s.frame().Panes[0]
	place := it.Box.Center().Add(at).Sub(pane.At).Mul(pane.Zoom).Add(pane.Rect.Min)
	s.DoubleClick(fmt.Sprintf("view:%v,%v", place.X, place.Y)).Key("End").Type(" Done.").Key("Escape")
	if n, _ := journey.Get[journey.Note](s.e.Doc.Project(), "n1"); !strings.Contains(n.Text, " Done.") {
		t.Fatalf("the note says %q", n.Text)
	}
	if s.e.CountCards() != cards {
		t.Fatal("a card was added")
	}
	s.Undo()
	if n, _ := journey.Get[journey.Note](s.e.Doc.Project(), "n1"); strings.Contains(n.Text, "Done") {
		t.Fatal("undo left the text")
	}
}
