package editor_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

func TestCellsOfASpreadsheetBecomeCards(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	c := s.board()
	c.text = "Poster\tFlyer\r\n\"Two\nlines here\"\t\r\n"
	s.Click("cell:Goals/Ask around@0.9").Key("Ctrl+V").Error("")
	s.Undo().Same(was)
	s.e.SetFocus(editor.Focus{Lane: "touchpoints", Column: "ask-around"})
	c.text = "Poster\tFlyer\r\nA\tB\r\n"
	s.Key("Ctrl+V").Labels("Paste 4 cards", "").Cell("Touchpoints/Ask around", "Kita parents’ chat", "Poster").Selected("Poster", "Flyer", "A", "B")
	s.Cell("Touchpoints/Compare models", "Model comparison", "Review video", "Flyer").Undo().Same(was)
	// a line end in a cell parts the title from the text, an empty line two cards
	s.e.SetFocus(editor.Focus{Lane: "touchpoints", Column: "ask-around"})
	c.text = "\"Poster\nat the Kita\n\nFlyer\nfor \"\"all\"\"\""
	s.Key("Ctrl+V").Labels("Paste 2 cards", "").Cell("Touchpoints/Ask around", "Kita parents’ chat", "Poster", "Flyer").Text("Poster", "at the Kita").Text("Flyer", `for "all"`)
	s.Undo().Click("card:kita-parents-chat").Key("Ctrl+V").Cell("Touchpoints/Ask around", "Kita parents’ chat", "Poster", "Flyer").Undo().Same(was)
	c.text = "one\ntwo\nthree\tbeside"
	s.Click("card:kita-parents-chat").Key("Ctrl+Shift+V").Cell("Touchpoints/Ask around", "Kita parents’ chat", "one", "two", "three").Cell("Touchpoints/Compare models", "Model comparison", "Review video", "beside")
	s.Undo().Same(was)
	for _, nothing := range []string{"", "\n\n\t\t\n", "   "} {
		c.text = nothing
		s.Key("Ctrl+V").Same(was).Error("")
	}
	c.text = strings.Repeat("x\t", 2000)
	s.Key("Ctrl+V").Error("more than can be pasted").Same(was)
}

// Numbers are feelings where a lane has a curve, and names of channels mark
// those channels.
func TestCellsMeanWhatTheirLaneSays(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	c.text = "1.5\t−1,5\tbad\t9"
	s.e.SetFocus(editor.Focus{Lane: "feelings", Column: "ask-around"})
	s.Key("Ctrl+V")
	var got []journey.Card
	for _, id := range s.e.Selection() {
		got = append(got, s.card(string(id)))
	}
	if len(got) != 4 || got[0].Feeling != journey.Num(1.5) || got[1].Feeling != journey.Num(-1.5) || got[2].Title != "bad" || got[2].Feeling.Set || got[3].Feeling != journey.Num(2) {
		s.fail("the points are %+v", got)
	}
	name := s.e.Doc.Project().Channels()[0]
	c.text = strings.ToUpper(name.Name)
	s.e.SetFocus(editor.Focus{Lane: "channels", Column: "ask-around"})
	s.Key("Ctrl+V")
	if x := s.card(string(s.e.Selection()[0])); x.Channel != name.ID || x.Use != journey.MainUse || x.Title != "" {
		s.fail("the use is %+v", x)
	}
}

// Cells of a lane whose cards stand under stages go from stage to stage.
func TestCellsInALaneOfStages(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	c.text = "a\tb\tc"
	s.Click("card:goal-try-out").Key("Ctrl+V").Labels("Paste 3 cards", "")
	for i, stage := range []journey.ID{"try-out", "decide-buy", "wait-receive"} {
		if x := s.card(string(s.e.Selection()[i])); x.Stage != stage || x.Step != "" || x.Title != string('a'+rune(i)) {
			s.fail("card %d is %+v", i, x)
		}
	}
}

// What would add to the grid waits for a word.
func TestAPasteThatAddsAsksFirst(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	c := s.board()
	c.text = "a\tb\tc\nd\te\tf"
	pending := func(want editor.Pasting, waits bool) {
		t.Helper()
		if got, ok := s.e.Pasting(); ok != waits || got != want {
			s.fail("waiting: %v %+v, want %v %+v", ok, got, waits, want)
		}
	}
	s.Click("card:flow-order-placed").Key("Home", "End", "Ctrl+V").Same(was).Labels("", "")
	pending(editor.Pasting{Cards: 6, Lanes: 1, Steps: 2}, true)
	s.Key("Escape").Same(was)
	pending(editor.Pasting{}, false)
	s.Key("Ctrl+V", "Down").Same(was)
	pending(editor.Pasting{}, false)
	s.Key("Ctrl+V").Leave()
	pending(editor.Pasting{Cards: 6, Lanes: 1, Steps: 2}, true) // a dialog takes the keyboard from the map
	s.Key("Enter").Labels("Paste 6 cards", "").Error("")
	pending(editor.Pasting{}, false)
	p := s.e.Doc.Project()
	if n := len(p.Lanes(s.e.Map().ID)); n != 12 {
		s.fail("%d lanes", n)
	}
	if n := len(p.Steps("ride-recommend")); n != 4 {
		s.fail("%d steps", n)
	}
	s.Reopen().Undo().Same(was).Redo().Labels("Paste 6 cards", "").Undo().Same(was)
	s.e.SetClipboard(c, &shelf{}, s.file)
	s.Click("card:goal-ride-recommend").Key("Ctrl+V")
	pending(editor.Pasting{Cards: 6, Stages: 2}, true)
	s.step("Agree")
	s.e.Agree()
	s.check()
	s.Labels("Paste 6 cards", "").Undo().Same(was)
	s.Key("Ctrl+V").step("Decline")
	s.e.Decline()
	s.check()
	s.Same(was)
	s.Key("Ctrl+V")
	s.e.ShowMap("none")
	pending(editor.Pasting{}, false)
}

// A locked lane takes nothing, and then the others take nothing either.
func TestPastingIntoALockedLane(t *testing.T) {
	s := lockedStory(t)
	was := s.Picture()
	c := s.board()
	c.text = "a\nb\nc"
	s.e.SetFocus(editor.Focus{Lane: "goals", Column: "ask-around"})
	s.Key("Ctrl+V").Error("“Touchpoints” is locked").Same(was)
	s.Click("card:Booking confirmed").Key("Ctrl+X").Error("“Touchpoints” is locked").Same(was)
	if c.text != "a\nb\nc" {
		t.Fatal("what was not cut is in the clipboard")
	}
}

// Cards come back as they were, and a spreadsheet sees their words.
func TestCopyingCards(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	c := s.board()
	s.Click("card:test-ride-booking").Key("Shift+Right").Key("Ctrl+C")
	s.Click("card:booking-confirmed").Hold(input.Shift).Click("card:family-test-ride").Click("card:goal-try-out").Hold(0).Key("Ctrl+C").Same(was)
	goal := s.card("goal-try-out").Title
	if want := goal + "\t\n\t\n\"Booking confirmed\nRoute, parking, what to bring\"\t\"Family test ride\n" + s.card("family-test-ride").Text + "\""; c.text != want {
		t.Fatalf("the clipboard has %q, want %q", c.text, want)
	}
	s.e.SetFocus(editor.Focus{Lane: "goals", Column: "first-100-days"})
	s.Key("Ctrl+V").Labels("Paste 3 cards", "")
	for i, from := range []string{"goal-try-out", "booking-confirmed", "family-test-ride"} {
		a, b := s.card(from), s.card(string(s.e.Selection()[i]))
		b.ID, b.Lane, b.Stage, b.Step, b.Order = a.ID, a.Lane, a.Stage, a.Step, a.Order
		if a != b {
			s.fail("%+v came as %+v", a, b)
		}
	}
	s.Undo().Same(was).Key("Escape").Key("Ctrl+V").Undo().Same(was) // with no focus, beside the originals
	s.Click("card:ride-app").Key("Ctrl+X").Labels("Delete card", "")
}

// What somebody else puts into the clipboard is what is pasted.
func TestTheClipboardOfOthersWins(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	s.Click("card:ride-app").Key("Ctrl+C")
	c.text = "Something else"
	s.Click("cell:Touchpoints/Ask around").Key("Ctrl+V").Cell("Touchpoints/Ask around", "Kita parents’ chat", "Something else")
}

// Links between copied cards are copied with them.
func TestLinksAreCopiedWithTheirCards(t *testing.T) {
	s := marked(t)
	s.board()
	n := len(s.e.Doc.Project().Links(s.e.Map().ID))
	s.Click("card:ride-app").Hold(input.Shift).Click("card:booking-confirmed").Click("note:note1").Hold(0).Key("Ctrl+C", "Ctrl+V")
	p := s.e.Doc.Project()
	if got := len(p.Links(s.e.Map().ID)); got != n+1 || len(p.Notes(s.e.Map().ID)) != 2 {
		s.fail("%d links, had %d; %d notes", got, n, len(p.Notes(s.e.Map().ID)))
	}
}

// Whole lanes go from map to map with all their cards.
func TestCopyingALane(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.board()
	s.Click("lane:Goals").Hold(input.Shift).Click("lane:Mindset").Hold(0).Key("Ctrl+C").Click("lane:Touchpoints").Key("Ctrl+V").Labels("Paste 2 lanes", "").Error("")
	p := s.e.Doc.Project()
	lanes := p.Lanes(s.e.Map().ID)
	if len(lanes) != 13 || lanes[3].Title != "Goals" || lanes[4].Title != "Mindset" || len(p.LaneCards(lanes[3])) != 6 || len(p.LaneCards(lanes[4])) != 6 {
		s.fail("the lanes are %v", lanes)
	}
	s.Undo().Same(was)
}

// belongings is a story in which a card has a picture, an owner, a channel and
// links, and the clipboard that another story may have as well.
func belongings(t *testing.T) (*story, *clip, *shelf) {
	t.Helper()
	a := open(t, "cargo-bike")
	c, sh := &clip{}, &shelf{}
	a.e.SetClipboard(c, sh, a.file)
	hash := a.file.AddBlob([]byte("not really a picture"))
	if err := a.e.Doc.Do("x", func(ed *journey.Edit) error {
		x := a.card("booking-confirmed")
		ed.Put(journey.Media{ID: "pic", Hash: hash, Type: "image/png", Size: 20, Name: "a.png"})
		ed.Put(journey.Person{ID: "who", Order: "zzV", Name: "Aylin"})
		x.Image, x.Owner, x.Channel, x.Links = "pic", "who", a.e.Doc.Project().Channels()[0].ID, journey.List("map:"+string(a.e.Map().ID), "https://a.example")
		ed.Put(x)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return a, c, sh
}

// Pictures, channels and people go along into another file.
func TestCardsGoIntoAnotherFile(t *testing.T) {
	a, c, sh := belongings(t)
	a.Click("card:booking-confirmed").Key("Ctrl+C")
	b := open(t, "five-stages")
	b.e.SetClipboard(c, sh, b.file)
	was := b.Picture()
	b.Key("Ctrl+Home", "Ctrl+V").Error("")
	x := b.card(string(b.e.Selection()[0]))
	m, _ := journey.Get[journey.Media](b.e.Doc.Project(), x.Image)
	data, err := b.file.Blob(m.Hash)
	if err != nil || string(data) != "not really a picture" || m.Name != "a.png" {
		t.Fatalf("the picture is %+v %q %v", m, data, err)
	}
	who, _ := journey.Get[journey.Person](b.e.Doc.Project(), x.Owner)
	ch, _ := journey.Get[journey.Channel](b.e.Doc.Project(), x.Channel)
	if who.Name != "Aylin" || ch.Name != a.e.Doc.Project().Channels()[0].Name || x.Links != journey.List("https://a.example") {
		t.Fatalf("%+v %+v %q", who, ch, x.Links)
	}
	b.Key("Ctrl+V") // the second one needs no second picture
	if n := len(b.e.Doc.Project().Media()); n != 1 {
		t.Fatalf("%d media", n)
	}
	b.Undo().Undo().Same(was)
}

func TestCopyingStyle(t *testing.T) {
	s := open(t, "cargo-bike")
	s.Click("card:ride-app").Do("arrange.hue3").Key("Ctrl+Alt+C")
	s.Click("card:booking-confirmed").Hold(input.Shift).Click("stage:Research").Hold(0).Key("Ctrl+Alt+V").Labels("Paste style", "")
	st, _ := journey.Get[journey.Stage](s.e.Doc.Project(), "research")
	if x := s.card("booking-confirmed"); x.Hue != 3 || x.Icon != s.card("ride-app").Icon || x.Title != "Booking confirmed" || st.Hue != 3 {
		s.fail("%+v %+v", x, st)
	}
}

// Whatever is copied comes back as it was, wherever it is pasted, and undo takes
// it back.
func TestWhatIsCopiedComesBack(t *testing.T) {
	checks(t, "40")
	project, blobs := everything(t)
	s := begin(t, project, blobs)
	s.board()
	rapid.Check(t, func(t *rapid.T) {
		maps := s.e.Doc.Project().Maps()
		s.e.ShowMap(maps[rapid.IntRange(0, len(maps)-1).Draw(t, "map")].ID)
		first := s.e.Doc.Project()
		var all []journey.Card
		for _, r := range s.e.Sheet().Rows {
			if r.LaneKind != journey.Divider { // which shows none
				all = append(all, first.LaneCards(r.Lane)...)
			}
		}
		var cards []journey.ID
		for range rapid.IntRange(1, 6).Draw(t, "cards") {
			cards = append(cards, all[rapid.IntRange(0, len(all)-1).Draw(t, "card")].ID)
		}
		s.e.Select(cards...)
		cards = s.e.Selection()
		s.e.Run(input.Chord{Mods: input.Ctrl, Key: "C"})
		s.e.Select() // then they come beside the originals
		s.e.Run(input.Chord{Mods: input.Ctrl, Key: "V"})
		if _, waits := s.e.Pasting(); waits {
			t.Fatal("it would add to the grid")
		}
		if err := s.e.Err(); err != nil {
			if strings.Contains(err.Error(), "is locked") {
				return
			}
			t.Fatal(err)
		}
		made := s.e.SelectedCards()
		if len(made) != len(cards) {
			t.Fatalf("%d cards of %d", len(made), len(cards))
		}
		for _, b := range made {
			found := false
			for _, id := range cards {
				a, _ := journey.Get[journey.Card](first, id)
				a.ID, a.Order = b.ID, b.Order
				found = found || a == b
			}
			if !found {
				t.Fatalf("%+v is none of those that were copied", b)
			}
		}
		if _, problems := journey.Repair(s.e.Doc.Project()); len(problems) > 0 {
			t.Fatal(problems)
		}
		s.e.Run(input.Chord{Mods: input.Ctrl, Key: "Z"})
		if !s.e.Doc.Project().Equal(first) {
			t.Fatal("undo is not the beginning")
		}
	})
}

// What lies on the shelf may be anything; what comes of it is whole.
func FuzzPaste(f *testing.F) {
	p, blobs := everything(f)
	var form strings.Builder
	if err := p.WriteJSON(&form, blobs); err != nil {
		f.Fatal(err)
	}
	f.Add(form.String()[:400], "a\tb", byte(0), byte(0))
	f.Add(`{"throughline":1,"maps":[{"stages":[{"title":"S"}],"lanes":[{"kind":"feelings","cards":[{"stage":"stage1","title":"x","image":"nothing"}]}]}]}`, "x", byte(2), byte(1))
	f.Add(`{"throughline":1,"maps":[{"subtitle":"lanes","lanes":[{"kind":"divider"},{"kind":"goals"}]}]}`, "x", byte(2), byte(1))
	f.Add(`{"throughline":1,"maps":[{"subtitle":"stages","stages":[{"id":"first","title":"S","steps":[{},{}]}],"lanes":[{"kind":"goals","cards":[{"stage":"first"}]}],"notes":[{"stage":"first","lane":"x"}]}]}`, "x", byte(2), byte(0))
	f.Add(`{"throughline":1,"maps":[{"subtitle":"steps","stages":[{"steps":[{"id":"a"}]},{"steps":[{"id":"b"}]}],"lanes":[{"kind":"touchpoints","cards":[{"step":"b"}],"hints":[{"step":"a"}]}]}]}`, "x", byte(4), byte(2))
	f.Add("", "\"1\n\n2\"\t3\n\t\t\t4", byte(7), byte(3))
	f.Fuzz(func(t *testing.T, form, text string, row, column byte) {
		log := newMemory(p)
		e := editor.New(editor.Open(p, nil, log, journey.CountedIDs("new"), nowhen), options(t))
		c := &clip{text: text}
		sh := &shelf{journey.Hash([]byte(text)), []byte(form)}
		e.SetClipboard(c, sh, noBlobs{})
		e.ShowMap("second")
		s := e.Sheet()
		e.SetFocus(editor.Focus{Lane: s.Rows[int(row)%len(s.Rows)].ID, Column: s.Columns[int(column)%len(s.Columns)].ID()})
		if e.Paste(row%2 == 1) != nil {
			return
		}
		e.Agree()
		if err := e.Err(); err != nil {
			t.Fatal(err)
		}
		if _, problems := journey.Repair(e.Doc.Project()); len(problems) > 0 {
			t.Fatal(problems)
		}
		if !log.project().Equal(e.Doc.Project()) {
			t.Fatal("the log differs")
		}
		for e.Doc.UndoLabel() != "" {
			if _, err := e.Doc.Undo(); err != nil {
				t.Fatal(err)
			}
		}
		if !e.Doc.Project().Equal(p) {
			t.Fatal("undo is not the beginning")
		}
	})
}

func nowhen() time.Time { return time.Unix(1e9, 0) }

// noBlobs takes bytes and forgets them.
type noBlobs struct{ journey.MemoryBlobs }

func (noBlobs) AddBlob(b []byte) string { return journey.Hash(b) }
