package editor_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"throughline/canvas/input"
	"throughline/journey"
)

// Title expects a card's title.
func (s *story) Title(id, want string) *story {
	s.t.Helper()
	if got := s.card(id).Title; got != want {
		s.fail("the title is %q, want %q", got, want)
	}
	return s
}

// Text expects a card's text.
func (s *story) Text(id, want string) *story {
	s.t.Helper()
	if got := s.card(id).Text; got != want {
		s.fail("the text is %q, want %q", got, want)
	}
	return s
}

func TestADoubleClickTypesWhereItIs(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("title:booking-confirmed@7").Busy(true).Selected("booking-confirmed").Labels("Edit touchpoint", "")
	if c := s.frame().Cursor; c != input.IBeam {
		t.Fatalf("the cursor is %v", c)
	}
	s.Type(" is").Title("booking-confirmed", "Booking is confirmed")
	s.Key("Enter").Busy(false).Labels("Edit touchpoint", "").Title("booking-confirmed", "Booking is confirmed")
	s.Undo().Same(was).Redo().Title("booking-confirmed", "Booking is confirmed")
}

func TestTheKeysOfTyping(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:ride-app").Key("Enter") // the caret is at the end
	s.Type("!").Title("ride-app", "Ride app!")
	s.Key("Backspace", "Backspace").Title("ride-app", "Ride ap")
	s.Key("Home", "Delete").Title("ride-app", "ide ap")
	s.Key("Backspace").Title("ride-app", "ide ap") // nothing is in front
	s.Type("R").Key("Right", "Right").Type("-").Title("ride-app", "Rid-e ap")
	s.Key("Left", "Delete").Title("ride-app", "Ride ap")
	s.Key("End").Type("p").Key("Delete").Title("ride-app", "Ride app")
	s.Key("Escape").Busy(false).Labels("", "").Selected("ride-app") // it says what it said before
	s.Key("F2").Busy(true).Type("?").Key("Escape").Title("ride-app", "Ride app?").Labels("Edit touchpoint", "")
}

// What a person takes for one character goes at once.
func TestBackspaceTakesAWholeCharacter(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:ride-app").Key("Enter")
	for _, c := range []string{"👩🏽‍💻", "🇩🇪", "e\u0301", "👨‍👩‍👧‍👦", "नि"} {
		s.Type(c).Title("ride-app", "Ride app"+c)
		s.Key("Left", "Right", "Backspace").Title("ride-app", "Ride app")
		s.Type(c).Key("Left", "Delete").Title("ride-app", "Ride app")
	}
	s.Key("Enter").Labels("", "")
}

func TestShiftEnterIsANewLine(t *testing.T) {
	s := open(t, "cargo-bike")
	s.DoubleClick("title:booking-confirmed@8").Key("Backspace", "Shift+Enter").Title("booking-confirmed", "Booking\nconfirmed")
	s.Key("Up").Type("A ").Title("booking-confirmed", "A Booking\nconfirmed")
	s.Key("End").Type("s").Key("Down", "Home").Type("are ").Title("booking-confirmed", "A Bookings\nare confirmed")
	s.Key("Down").Type(".").Title("booking-confirmed", "A Bookings\nare confirmed.") // below the last line is its end
	s.Key("Up", "Up").Type(">").Title("booking-confirmed", ">A Bookings\nare confirmed.")
	s.Key("Enter").Labels("Edit touchpoint", "")
}

// Up and Down keep to their place in the line, also through a shorter one.
func TestUpAndDownInWrappedText(t *testing.T) {
	s := open(t, "cargo-bike")
	text := "wonderful weather waits\nfor\nwonderful weather waits"
	s.DoubleClick("text:ride-app@0").Key("Down", "Down", "Down")
	for range 60 {
		s.Key("Backspace")
	}
	s.Text("ride-app", "")
	for i, r := range text {
		if r == '\n' {
			s.Key("Shift+Enter")
		} else {
			s.Type(text[i : i+1])
		}
	}
	s.Text("ride-app", text)
	s.Key("Home", "Right", "Right", "Right")
	x := caret(s).Min.X
	lines := map[float64]bool{caret(s).Min.Y: true}
	for range 9 {
		s.Key("Up")
		lines[caret(s).Min.Y] = true
	}
	if len(lines) < 3 {
		t.Fatalf("the caret met %d lines", len(lines))
	}
	for range len(lines) - 1 {
		s.Key("Down")
	}
	if got := caret(s).Min.X; got != x {
		t.Fatalf("the caret is at %v, it was at %v", got, x)
	}
	s.Type("|").Key("Escape")
}

// End and a click at the end of a line that was broken stay on that line, and
// so does Up from the end of a longer one.
func TestTheEndOfABrokenLineIsOnIt(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:ride-app").Key("Enter").Type(" for the range, the routes and Donaudampfschifffahrtsgesellschaftskapitän")
	s.Key("Home")
	for i := 0; ; i++ {
		y := caret(s).Min.Y
		s.Key("End")
		if caret(s).Min.Y != y {
			t.Fatalf("End left the line at %v for %v", y, caret(s).Min.Y)
		}
		s.Key("End", "Up")
		if i > 0 && caret(s).Min.Y >= y {
			t.Fatalf("Up from the end of line %d stays on it", i)
		}
		s.Key("Down", "End", "Down", "Home")
		if caret(s).Min.Y == y {
			break
		}
		if i > 9 {
			t.Fatal("Down never ends")
		}
	}
}

// caret is where the caret stands in the view; time is set back to its first
// blink by every key.
func caret(s *story) (r struct{ Min struct{ X, Y float64 } }) {
	s.t.Helper()
	m := s.frame().Marks
	for _, k := range slices.Backward(m) { // a selected link has lines as thin
		if k.Rect.W() == 2 && k.Fill == s.e.Theme().Acc {
			r.Min.X, r.Min.Y = k.Rect.Min.X, k.Rect.Min.Y
			return r
		}
	}
	s.fail("there is no caret among %d marks", len(m))
	return r
}

func TestADoubleClickOnTheTextEditsIt(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.DoubleClick("text:booking-confirmed@5").Type("s").Text("booking-confirmed", "Routes, parking, what to bring")
	s.Click("text:booking-confirmed@0").Type("> ").Text("booking-confirmed", "> Routes, parking, what to bring") // a click moves the caret
	s.Click("cell:Touchpoints/Ask around").Busy(false).Selected().Labels("Edit touchpoint", "").Undo().Same(was)
}

func TestTabGoesFromTitleToTextAndOn(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:booking-confirmed").Key("Enter").Type("!").Key("Tab").Type("!").Key("Shift+Tab").Type("!").Key("Tab").Type("!")
	s.Title("booking-confirmed", "Booking confirmed!!").Text("booking-confirmed", "Route, parking, what to bring!!")
	s.Key("Tab").Busy(false).Focused("Touchpoints/Ride with the kids", "advice-from-aylin").Selected("advice-from-aylin")
	s.Labels("Edit touchpoint", "").Undo().Same(was) // one visit, one step
	s.Click("card:goal-try-out").Key("Enter").Type("?").Key("Tab").Busy(false).Title("goal-try-out", "Feel safe on a hill with 40 kg in the box?")
	s.Focused("Goals/Configure & order", "goal-decide-buy").Key("Enter", "Shift+Tab").Focused("Goals/Ride with the kids", "goal-try-out")
}

// Everything that leaves a text keeps it.
func TestWhatEndsTypingKeepsIt(t *testing.T) {
	for name, end := range map[string]func(s *story){
		"Enter":             func(s *story) { s.Key("Enter") },
		"Esc":               func(s *story) { s.Key("Escape") },
		"a click":           func(s *story) { s.Click("cell:Touchpoints/Ask around") },
		"the focus is gone": func(s *story) { s.Leave() },
		"a command":         func(s *story) { s.Key("Ctrl+Shift+A") },
		"a menu":            func(s *story) { s.Do("edit.none") },
		"saving":            func(s *story) { s.step("Settle"); s.e.Settle(); s.check() },
		"a second card":     func(s *story) { s.DoubleClick("title:referral-card").Key("Escape") },
		"the middle button": func(s *story) { s.press(input.Middle, 1); s.release(); s.check() },
	} {
		s := open(t, "cargo-bike")
		s.DoubleClick("title:booking-confirmed@17").Type("!")
		end(s)
		s.Busy(false).Title("booking-confirmed", "Booking confirmed!").Labels("Edit touchpoint", "").Error("")
		s.Undo().Labels("", "Edit touchpoint").Title("booking-confirmed", "Booking confirmed")
		if t.Failed() {
			t.Log(name)
		}
	}
}

// What only looks goes on beside typing.
func TestZoomingAndScrollingGoOnWhileTyping(t *testing.T) {
	s := open(t, "cargo-bike")
	s.DoubleClick("title:booking-confirmed@17").Type("!").Key("Ctrl+=").Busy(true).Wheel(0, 60).Do("view.out").Busy(true)
	s.Key("Ctrl+B").Busy(true) // no command has these keys
	s.Type("!").Key("Enter").Title("booking-confirmed", "Booking confirmed!!").Undo().Title("booking-confirmed", "Booking confirmed")
}

// A visit is in the file every half second, as one entry of the log.
func TestTypingIsWrittenEveryHalfSecond(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.e.Doc.Project()
	s.DoubleClick("title:booking-confirmed@17").Type("!").Wait(300 * time.Millisecond)
	s.inFile(was)
	s.Wait(300 * time.Millisecond)
	s.inFile(s.e.Doc.Project())
	saved := s.e.Doc.Project()
	s.Type("!!").Wait(100 * time.Millisecond)
	s.inFile(saved)
	s.Wait(600 * time.Millisecond)
	s.inFile(s.e.Doc.Project())
	s.Type("?").Key("Enter")
	h := s.file.History()
	if len(h) != 1 || h[0].Label != "Edit touchpoint" || h[0].Undo != journey.Did {
		t.Fatalf("the log has %v", h)
	}
	tx, err := s.file.Load(h[0].Seq)
	if err != nil || len(tx.Changes) != 1 || tx.Changes[0].After.(journey.Card).Title != "Booking confirmed!!!?" {
		t.Fatal(tx, err)
	}
}

// The caret blinks, and every key shows it again.
func TestTheCaretBlinks(t *testing.T) {
	s := open(t, "cargo-bike")
	s.DoubleClick("title:booking-confirmed@3")
	marks := func() int { return len(s.frame().Marks) }
	with := marks()
	s.Wait(600 * time.Millisecond)
	if marks() != with-1 {
		t.Fatal("the caret does not go")
	}
	s.Wait(500 * time.Millisecond)
	if marks() != with {
		t.Fatal("the caret does not come back")
	}
	s.Wait(600 * time.Millisecond).Key("Left")
	if marks() != with {
		t.Fatal("a key does not show the caret")
	}
}

// The card that is typed in stays in sight.
func TestTypingBringsItsCardIntoSight(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:booking-confirmed").Wheel(3000, 3000).Key("Enter").Type("!")
	b := s.frame().Panes[0].Rect
	if p := s.place("card:booking-confirmed"); !b.Contains(p) {
		t.Fatalf("the card is at %v of %v", p, b)
	}
}

// A link's label is typed where it stands; a link without words gets one.
func TestTypingOnALink(t *testing.T) {
	s := marked(t)
	was := s.Picture()
	title := func(want string) {
		t.Helper()
		if l, _ := journey.Get[journey.Link](s.e.Doc.Project(), "arrow"); l.Title != want {
			s.fail("the link says %q, want %q", l.Title, want)
		}
	}
	s.DoubleClick("label:arrow").Busy(true).Key("End").Type(" and again").Key("Enter").Labels("Edit link", "")
	title("again and again")
	s.Undo().Same(was).Click("link:arrow").Type("x")
	title("x")
	s.Key("Backspace")
	title("")
	for _, more := range []string{"", "yes", ", please"} {
		mid := s.Type(more).place("label:arrow")
		if c := caret(s).Min; c.X < mid.X-1 || c.X > mid.X+80 || math.Abs(c.Y-mid.Y) > 20 {
			t.Fatalf("the caret is at %v, the label at %v", c, mid)
		}
	}
	s.Key("Ctrl+A", "Delete", "Enter").Labels("Edit link", "")
	if _, _, ok := s.e.Sheet().Label("arrow"); ok {
		t.Fatal("a link without words has a label")
	}
	s.DoubleClick("link:arrow").Busy(true).Type("why").Key("Escape").Selected("arrow")
	title("why")
	s.Undo().Undo().Same(was)
}
