package editor_test

import (
	"strings"
	"testing"

	"throughline/canvas/geom"
	"throughline/canvas/input"
	"throughline/canvas/layout/layouttest"
	"throughline/journey"
)

// clip is a clipboard in memory.
type clip struct{ text string }

func (c *clip) Get() string  { return c.text }
func (c *clip) Set(s string) { c.text = s }

// shelf keeps one form, as the window's does.
type shelf struct {
	key  string
	form []byte
}

func (s *shelf) Put(key string, form []byte)   { s.key, s.form = key, form }
func (s *shelf) Get(key string) ([]byte, bool) { return s.form, s.key == key }

// board gives the story a clipboard.
func (s *story) board() *clip {
	c := &clip{}
	s.e.SetClipboard(c, &shelf{}, s.file)
	return c
}

// inverse is the boxes of selected text.
func (s *story) inverse() (boxes []geom.Rect) {
	for _, m := range s.frame().Marks {
		if m.Fill.A == 70 {
			boxes = append(boxes, m.Rect)
		}
	}
	return boxes
}

func TestSelectingTextByKeys(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	s.Click("card:booking-confirmed").Key("Enter", "Ctrl+A")
	if len(s.inverse()) == 0 {
		t.Fatal("nothing is marked")
	}
	s.Key("Ctrl+C", "End").Type("!").Title("booking-confirmed", "Booking confirmed!")
	if c.text != "Booking confirmed" {
		t.Fatalf("the clipboard has %q", c.text)
	}
	s.Key("Shift+Left", "Ctrl+X").Title("booking-confirmed", "Booking confirmed")
	s.Key("Ctrl+Home", "Ctrl+V").Title("booking-confirmed", "!Booking confirmed")
	s.Key("Ctrl+Right", "Shift+Ctrl+Right").Type("x").Title("booking-confirmed", "!Bookingx")
	s.Key("Ctrl+Z").Title("booking-confirmed", "!Booking confirmed").Key("Ctrl+Shift+Z").Title("booking-confirmed", "!Bookingx")
	s.Key("Ctrl+Backspace").Title("booking-confirmed", "!").Key("Shift+Home", "Delete").Title("booking-confirmed", "")
	s.Key("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z").Busy(true).Title("booking-confirmed", "Booking confirmed")
	s.Key("Ctrl+Z").Busy(false).Labels("", "")
}

// What is selected goes when something is typed, and Left and Right leave it at
// its ends.
func TestASelectionIsReplaced(t *testing.T) {
	s := open(t, "cargo-bike")
	s.DoubleClick("title:booking-confirmed@3").Key("Shift+Right", "Shift+Right").Type("o").Title("booking-confirmed", "Booong confirmed")
	s.Key("Shift+End", "Left").Type("-").Title("booking-confirmed", "Booo-ng confirmed")
	s.Key("Home", "Shift+Right", "Shift+Right", "Shift+Right", "Right").Type("+").Title("booking-confirmed", "Boo+o-ng confirmed")
	s.Key("Ctrl+A", "Shift+Enter").Title("booking-confirmed", "\n").Key("Ctrl+A", "Backspace").Title("booking-confirmed", "")
	s.Type("Up and").Key("Shift+Enter").Type("down").Key("Shift+Up").Type("!").Title("booking-confirmed", "Up an!")
	s.Key("Enter").Labels("Edit touchpoint", "").Undo().Title("booking-confirmed", "Booking confirmed")
}

func TestSelectingTextByMouse(t *testing.T) {
	s := open(t, "cargo-bike")
	s.DoubleClick("title:booking-confirmed@3").Key("Enter").DoubleClick("title:booking-confirmed@3")
	click := func(where string, n int) {
		s.move(s.place(where))
		for i := range n {
			s.press(input.Left, i+1)
			s.release()
		}
	}
	click("title:booking-confirmed@10", 2)
	s.Type("made").Title("booking-confirmed", "Booking made")
	click("title:booking-confirmed@2", 3)
	s.Type("All").Title("booking-confirmed", "All")
	s.Undo().Undo().Title("booking-confirmed", "Booking confirmed")
	s.Press("title:booking-confirmed@0").MoveTo("title:booking-confirmed@7").Release()
	s.Type("Seat").Title("booking-confirmed", "Seat confirmed")
	s.Click("title:booking-confirmed@0").Hold(input.Shift).Click("title:booking-confirmed@4").Hold(0).Key("Delete").Title("booking-confirmed", " confirmed")
	s.Press("title:booking-confirmed@1").MoveTo("title:booking-confirmed@10").Release().Type(".").Busy(true).Title("booking-confirmed", " .")
	s.Key("Escape").Labels("Edit touchpoint", "")
}

// Ctrl+Z goes word by word through a visit, and then on to what was before it.
func TestUndoInsideTheText(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Drag("card:referral-card", "cell:Touchpoints/First 100 days")
	moved := s.Picture()
	s.Click("card:ride-app").Key("Enter").Type(" for both of us")
	for _, want := range []string{"Ride app for both of", "Ride app for both", "Ride app for", "Ride app"} {
		s.Do("edit.undo").Busy(true)
		if got := strings.TrimSpace(s.card("ride-app").Title); got != want {
			s.fail("the title is %q, want %q", got, want)
		}
	}
	s.Key("Ctrl+Y", "Ctrl+Shift+Z").Title("ride-app", "Ride app for both ").Type("!").Key("Ctrl+Y").Title("ride-app", "Ride app for both !")
	s.Key("Backspace", "Backspace", "Backspace").Title("ride-app", "Ride app for bot").Undo().Title("ride-app", "Ride app for both !")
	s.Undo().Undo().Undo().Undo().Busy(true).Undo().Busy(false).Same(moved).Labels("Move card", "").Undo().Same(was)
	// over both fields
	s.Click("card:ride-app").Key("Enter").Type("!").Key("Tab").Type("?").Text("ride-app", "Range, routes, service reminder?")
	s.Undo().Text("ride-app", "Range, routes, service reminder").Undo().Title("ride-app", "Ride app!").Undo().Title("ride-app", "Ride app").Redo().Title("ride-app", "Ride app!").Redo().Title("ride-app", "Ride app!").Redo()
	s.Title("ride-app", "Ride app!").Text("ride-app", "Range, routes, service reminder?").Key("Enter").Labels("Edit touchpoint", "")
	s.Undo().Same(was)
}

// In text that reads from right to left the arrows go where they point.
func TestTheCaretInTextFromRightToLeft(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:ride-app").Key("Enter", "Ctrl+A").Type("שלום")
	x := caret(s).Min.X
	s.Key("Right")
	if got := caret(s).Min.X; got <= x {
		t.Fatalf("Right goes from %v to %v", x, got)
	}
	s.Key("Left")
	if got := caret(s).Min.X; got != x {
		t.Fatalf("Left goes back to %v, not %v", got, x)
	}
	s.Key("Home").Type("א").Title("ride-app", "אשלום").Key("End").Type(" ab").Title("ride-app", "אשלום ab")
	s.Key("Ctrl+Right", "Ctrl+Right", "Ctrl+Right").Type(".").Title("ride-app", ".אשלום ab") // the beginning is at the right
	if boxes := s.Key("Ctrl+A").inverse(); len(boxes) == 0 {
		t.Fatal("nothing is marked")
	}
}

// Cards of text lanes may have markup, all others keep their words plain.
func TestMarkupByKeys(t *testing.T) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	ed.Put(journey.Lane{ID: "words", Map: p.Maps()[0].ID, Order: "0V", LaneKind: journey.Text, Title: "Words"})
	ed.Put(journey.Card{ID: "w", Lane: "words", Stage: "spark", Order: "V", Title: "Ask the shop"})
	s := begin(t, ed.Project(), blobs)
	c := s.board()
	s.Click("card:w").Key("Enter", "Ctrl+B").Title("w", "Ask the **shop**").Key("Ctrl+B").Title("w", "Ask the shop")
	s.Key("Ctrl+A", "Ctrl+I").Title("w", "_Ask the shop_").Key("Ctrl+I").Title("w", "Ask the shop")
	s.Key("Ctrl+End", "Ctrl+K").Title("w", "Ask the [shop](https://)").Type("https://a.example").Title("w", "Ask the [shop](https://a.example)")
	s.Undo()
	for s.card("w").Title != "Ask the shop" {
		s.Undo()
	}
	c.text = "https://b.example/x"
	s.Key("Ctrl+Home", "Ctrl+K").Title("w", "[Ask](https://b.example/x) the shop").Key("Enter").Labels("Edit text", "")
	s.Click("card:ride-app").Key("Enter", "Ctrl+B", "Ctrl+I", "Ctrl+K").Title("ride-app", "Ride app").Busy(true)
}

// A list goes on from line to line until an item stays empty.
func TestAListGoesOn(t *testing.T) {
	p, blobs := layouttest.Template(t, "cargo-bike")
	ed := p.Edit(nil)
	ed.Put(journey.Lane{ID: "words", Map: p.Maps()[0].ID, Order: "0V", LaneKind: journey.Text, Title: "Words"})
	ed.Put(journey.Card{ID: "w", Lane: "words", Stage: "spark", Order: "V", Title: "Ask"})
	s := begin(t, ed.Project(), blobs)
	s.Click("card:w").Key("Enter", "Shift+Enter").Type("- one").Key("Shift+Enter").Type("two").Title("w", "Ask\n- one\n- two")
	s.Key("Shift+Enter").Title("w", "Ask\n- one\n- two\n- ").Key("Shift+Enter").Type("then").Title("w", "Ask\n- one\n- two\nthen")
	s.Key("Up", "Home").Key("Right", "Right", "Shift+Enter").Title("w", "Ask\n- one\n- \n- two\nthen")
	s.Key("Ctrl+Z").Title("w", "Ask\n- one\n- two\nthen").Key("Enter").Labels("Edit text", "")
	s.Click("card:ride-app").Key("Enter").Type("- a").Key("Shift+Enter").Type("b").Title("ride-app", "Ride app- a\nb").Key("Ctrl+A").Type("- a").Key("Shift+Enter").Title("ride-app", "- a\n")
}

// The keys of a text do not reach the cards around it.
func TestKeysOfATextStayInIt(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:test-ride-booking").Key("Enter").Key("Ctrl+Down", "Ctrl+Up", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Shift+Up", "PageDown", "Insert").Busy(true)
	s.Do("edit.all").Busy(true).Key("Escape").Same(was).Selected("test-ride-booking")
}

// Nobody can paste more than a map can draw.
func TestPastingALongTextIsRefused(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	c.text = strings.Repeat("long ", 30000)
	s.Click("card:ride-app").Key("Enter", "Ctrl+V").Error("longer than").Title("ride-app", "Ride app").Busy(true)
	c.text = "a\r\nb\x00\u2028c\xff"
	s.Key("Ctrl+A", "Ctrl+V").Title("ride-app", "a\nb\nc\uFFFD").Key("Ctrl+A", "Ctrl+Shift+V").Title("ride-app", "a\nb\nc\uFFFD")
}
