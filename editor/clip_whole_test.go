package editor_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

// A stage comes back with its steps and cards, behind the one where the keyboard
// is, and a spreadsheet reads it with its names.
func TestCopyingAStage(t *testing.T) {
	s := marked(t)
	c := s.board()
	was := s.Picture()
	s.Click("stage:Research").Key("Ctrl+C").Same(was)
	lines := strings.Split(c.text, "\n")
	if lines[0] != "Research\t" || lines[1] != "Compare models\tCheck the budget" || !strings.Contains(c.text, "Model comparison") {
		s.fail("the clipboard has %q", c.text)
	}
	s.Click("stage:Decide & buy").Key("Ctrl+V").Error("").Labels("Paste stage", "")
	p := s.e.Doc.Project()
	stages := p.Stages(s.e.Map().ID)
	if len(stages) != 7 || stages[4].Title != "Research" || stages[3].Title != "Decide & buy" {
		s.fail("the stages are %v", stages)
	}
	from, _ := journey.Get[journey.Stage](p, "research")
	sameStage(s, p, from, p, stages[4])
	if s.e.Selection()[0] != stages[4].ID || len(s.e.Selection()) != 1 {
		s.fail("%v are selected", s.e.Selection())
	}
	var notes int
	for _, n := range p.Notes(s.e.Map().ID) {
		if n.Stage == stages[4].ID && n.Lane == "touchpoints" && n.X == 40 && n.Text == "Ask Mara" {
			notes++
		}
	}
	if notes != 1 {
		s.fail("%d notes came along", notes)
	}
	s.Reopen().Undo().Same(was)
}

// sameStage expects a stage to be as another one, but for where it stands.
func sameStage(s *story, p *journey.Project, a journey.Stage, q *journey.Project, b journey.Stage) {
	s.t.Helper()
	text := func(p *journey.Project, st journey.Stage) string {
		var out []string
		st.ID, st.Map, st.Order, out = "", "", "", append(out, st.Title)
		for _, l := range p.Lanes(p.MapOf(st.ID)) {
			for _, c := range p.StageCards(l.ID, st.ID) {
				step, _ := journey.Get[journey.Step](p, c.Step)
				out = append(out, l.Title, step.Title, c.Title, c.Text, c.Icon, string(c.Evidence), string(c.Tags))
			}
		}
		return strings.Join(out, "|")
	}
	if x, y := text(p, a), text(q, b); x != y {
		s.fail("the stage is\n%s, was\n%s", y, x)
	}
	if a.Hue != b.Hue || a.Width != b.Width || a.SpeakerNotes != b.SpeakerNotes || a.Minutes != b.Minutes {
		s.fail("%+v is not as %+v", b, a)
	}
}

// What was cut is gone, and comes back behind another stage, with the links
// inside it.
func TestCuttingAStage(t *testing.T) {
	s := open(t, "cargo-bike")
	s.board()
	if err := s.e.Doc.Do("link", func(ed *journey.Edit) error {
		ed.Put(journey.Link{ID: "inside", Map: s.e.Map().ID, From: "review-video", To: "model-comparison", Title: "asks again"})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	was := s.Picture()
	s.Click("stage:Research").Key("Ctrl+X").Labels("Delete stage", "")
	if _, there := s.e.Doc.Project().Row("research"); there {
		s.fail("it is still there")
	}
	s.Click("stage:Try out").Key("Ctrl+V").Labels("Paste stage", "").Cell("Touchpoints/Compare models", "Model comparison", "Review video")
	if links := s.e.Doc.Project().LinksOf(s.row("Review video")); len(links) != 1 || links[0].Title != "asks again" || links[0].To != s.row("Model comparison") {
		s.fail("the links are %v", links)
	}
	stages := s.e.Doc.Project().Stages(s.e.Map().ID)
	if stages[1].Title != "Try out" || stages[2].Title != "Research" || len(stages) != 6 {
		s.fail("the stages are %v", stages)
	}
	s.Undo().Undo().Same(was)
}

// Steps come behind the step where the keyboard is, or last in the stage that is
// selected, with the cards that stand under them.
func TestCopyingSteps(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	was := s.Picture()
	s.Click("step:Ask around").Hold(input.Shift).Click("step:Book a test ride").Hold(0).Key("Ctrl+C")
	if head, _, _ := strings.Cut(c.text, "\n"); head != "Ask around\tBook a test ride" {
		s.fail("the clipboard has %q", c.text)
	}
	s.Click("step:Handover day").Key("Ctrl+V").Labels("Paste 2 steps", "").Error("")
	p := s.e.Doc.Project()
	handover := s.row("step:Handover day")
	st, _ := journey.Get[journey.Step](p, handover)
	steps := p.Steps(st.Stage)
	at := 0
	for i := range steps {
		if steps[i].ID == handover {
			at = i
		}
	}
	if steps[at+1].Title != "Ask around" || steps[at+2].Title != "Book a test ride" {
		s.fail("the steps are %v", steps)
	}
	cards := p.Cards("touchpoints", steps[at+2].ID)
	if len(cards) != 2 || cards[0].Title != s.card("test-ride-booking").Title || cards[0].Stage != st.Stage {
		s.fail("under it are %v", cards)
	}
	s.Undo().Same(was).Click("stage:Try out").Key("Ctrl+V")
	all := s.e.Doc.Project().Steps("try-out")
	if n := len(all); all[n-1].Title != "Book a test ride" || all[n-2].Title != "Ask around" {
		s.fail("the steps are %v", all)
	}
	s.Undo().Same(was)
}

// Into another file a stage brings its pictures and people along, and each of
// its lanes becomes the one that is most like it; what is like none is added,
// after a word.
func TestAStageGoesIntoAnotherFile(t *testing.T) {
	a, c, sh := belongings(t)
	from, _ := journey.Get[journey.Stage](a.e.Doc.Project(), "try-out")
	a.Click("stage:Try out").Key("Ctrl+C")

	b := open(t, "five-stages")
	b.e.SetClipboard(c, sh, b.file)
	was := b.Picture()
	lanes := len(b.e.Doc.Project().Lanes(b.e.Map().ID))
	b.Key("Ctrl+V").Error("")
	n, waits := b.e.Pasting()
	if !waits || n.Whole != journey.KindStage || n.Rows != 1 || n.Lanes == 0 || n.Stages+n.Steps != 0 {
		b.fail("it waits: %v %+v", waits, n)
	}
	b.Key("Escape").Same(was).Key("Ctrl+V", "Enter").Labels("Paste stage", "")
	p := b.e.Doc.Project()
	stages := p.Stages(b.e.Map().ID)
	last := stages[len(stages)-1]
	if got := len(p.Lanes(b.e.Map().ID)); got != lanes+n.Lanes || last.Title != "Try out" || last.Hue != from.Hue {
		b.fail("%d lanes, had %d; the last stage is %v", got, lanes, last)
	}
	touch := p.Lanes(b.e.Map().ID)
	var cards []journey.Card
	for _, l := range touch {
		if l.LaneKind == journey.Touchpoints {
			cards = append(cards, p.StageCards(l.ID, last.ID)...)
		}
	}
	found := false
	for _, x := range cards {
		if x.Title == "Booking confirmed" {
			m, _ := journey.Get[journey.Media](p, x.Image)
			who, _ := journey.Get[journey.Person](p, x.Owner)
			data, err := b.file.Blob(m.Hash)
			found = err == nil && string(data) == "not really a picture" && who.Name == "Aylin"
		}
	}
	if !found {
		b.fail("the cards are %+v", cards)
	}
	b.Reopen().Undo().Same(was)
}

// A lane goes into a map with fewer stages: its cards go to the same places, and
// what is missing is added after a word.
func TestALaneGoesIntoASmallerMap(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	s.Click("lane:Touchpoints").Key("Ctrl+C")
	if !strings.HasPrefix(c.text, "Touchpoints\t") {
		s.fail("the clipboard has %q", c.text)
	}
	from := s.e.Doc.Project()
	first := s.e.Map().ID
	s.Do("map.add")
	small := s.Picture()
	s.Key("Ctrl+V")
	if n, waits := s.e.Pasting(); !waits || n.Stages != 3 || n.Steps+n.Lanes != 0 || n.Whole != journey.KindLane {
		s.fail("it waits: %v %+v", waits, n)
	}
	s.Key("Enter").Labels("Paste lane", "").Error("")
	p := s.e.Doc.Project()
	lanes, stages := p.Lanes(s.e.Map().ID), p.Stages(s.e.Map().ID)
	l := lanes[len(lanes)-1]
	for i, st := range from.Stages(first) {
		want, got := from.StageCards("touchpoints", st.ID), p.StageCards(l.ID, stages[i].ID)
		if len(want) != len(got) {
			s.fail("%d cards at %q, want %d", len(got), stages[i].Title, len(want))
		}
	}
	s.Undo().Same(small)
}

// Cards of a locked lane do not take a stage's, and nothing is cut of them.
func TestAStageWithALockedLane(t *testing.T) {
	s := open(t, "cargo-bike")
	c := s.board()
	s.Click("stage:Research").Key("Ctrl+C").Click("lane:Goals").Key("Ctrl+Shift+L")
	was := s.Picture()
	s.Click("stage:Try out").Key("Ctrl+V").Error("“Goals” is locked").Same(was)
	c.text = "left alone"
	s.Key("Ctrl+X").Error("“Goals” is locked").Same(was)
	if c.text != "left alone" {
		s.fail("the clipboard has %q", c.text)
	}
}

// What is cut is what was copied: with a card selected, the card.
func TestCuttingTakesWhatIsCopied(t *testing.T) {
	s := open(t, "cargo-bike")
	s.board()
	s.Click("stage:Research").Hold(input.Shift).Click("card:booking-confirmed").Hold(0).Key("Ctrl+X").Labels("Delete card", "")
	if _, there := s.e.Doc.Project().Row("research"); !there {
		s.fail("the stage is gone, too")
	}
}

// Whatever stages, steps or lanes are copied from whatever map into whatever
// map, it is whole afterwards and has all of them, and undo takes it back.
func TestWholeRowsComeBack(t *testing.T) {
	checks(t, "40")
	project, blobs := everything(t)
	s := begin(t, project, blobs)
	s.board()
	rapid.Check(t, func(t *rapid.T) {
		first := s.e.Doc.Project()
		maps := first.Maps()
		s.e.ShowMap(maps[rapid.IntRange(0, len(maps)-1).Draw(t, "from")].ID)
		kind := rapid.SampledFrom([]journey.Kind{journey.KindStage, journey.KindStep, journey.KindLane}).Draw(t, "kind")
		var rows []journey.ID
		for _, st := range first.Stages(s.e.Map().ID) {
			switch kind {
			case journey.KindStage:
				rows = append(rows, st.ID)
			case journey.KindStep:
				for _, step := range first.Steps(st.ID) {
					rows = append(rows, step.ID)
				}
			}
		}
		if kind == journey.KindLane {
			for _, l := range first.Lanes(s.e.Map().ID) {
				rows = append(rows, l.ID)
			}
		}
		chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(rows), 1, 3, rapid.ID).Draw(t, "rows")
		s.e.Select(chosen...)
		s.e.Run(input.Chord{Mods: input.Ctrl, Key: "C"})
		s.e.ShowMap(maps[rapid.IntRange(0, len(maps)-1).Draw(t, "to")].ID)
		sheet := s.e.Sheet()
		if rapid.Bool().Draw(t, "focused") {
			s.e.SetFocus(editor.Focus{Lane: sheet.Rows[rapid.IntRange(0, len(sheet.Rows)-1).Draw(t, "row")].ID, Column: sheet.Columns[rapid.IntRange(0, len(sheet.Columns)-1).Draw(t, "column")].ID()})
		} else {
			s.e.Select()
		}
		s.e.Run(input.Chord{Mods: input.Ctrl, Key: "V"})
		s.e.Agree()
		if err := s.e.Err(); err != nil {
			if strings.Contains(err.Error(), "is locked") {
				return
			}
			t.Fatal(err)
		}
		p := s.e.Doc.Project()
		if _, problems := journey.Repair(p); len(problems) > 0 {
			t.Fatal(problems)
		}
		made := s.e.Selection()
		if len(made) != len(chosen) {
			t.Fatalf("%d rows of %d", len(made), len(chosen))
		}
		cards := func(p *journey.Project, ids []journey.ID) (n int) {
			in := map[journey.ID]bool{}
			for _, id := range ids {
				in[id] = true
			}
			for r := range p.All() {
				if c, ok := r.(journey.Card); ok && (in[c.Lane] || in[c.Stage] || in[c.Step]) {
					n++
				}
			}
			return n
		}
		if was, is := cards(first, chosen), cards(p, made); was != is {
			t.Fatalf("%d cards, were %d", is, was)
		}
		s.e.Run(input.Chord{Mods: input.Ctrl, Key: "Z"})
		if !s.e.Doc.Project().Equal(first) {
			t.Fatal("undo is not the beginning")
		}
	})
}
