package mermaid

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// written is a map as text, with what was left out.
func written(t testing.TB, p *journey.Project, id journey.ID) (string, string) {
	t.Helper()
	var b bytes.Buffer
	problems, err := Write(&b, p, id)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), findings(Diagram{Problems: problems})
}

func TestNamesThatMermaidWouldMisreadAreEscaped(t *testing.T) {
	d := Diagram{
		Title: "Issue #7: a; b < c", AccessTitle: "{x} 100%%", Description: "first {\n%% second }\n\nthird: #",
		Sections: []Section{
			{Name: "Step 1: look; see\nand go", Tasks: []Task{
				{Name: "section leader, #7: 50%% off <b>", Score: journey.Num(4), Actors: []string{"Ana, Lee", "Ben: x", `"Oh`, `"well, well"`, "小、明"}},
				{Name: "Title", Score: journey.Num(2.5)},
				{Name: "%done & &: R&D; ﬂ°x", Score: journey.Num(1), Actors: []string{"Ana, Lee"}},
				{Name: "", Score: journey.Num(3)},
			}},
			{Name: ""},
		},
	}
	text, problems := written(t, Project([]Diagram{d}), "map1")
	want := `journey
  title Issue #35;7: a#59; b #60; c
  accTitle: {x} 100#37;%
  accDescr {
    first {
    #37;% second #125;
    third: #35;
  }
  section Step 1#58; look#59; see<br>and go
    #115;ection leader, #35;7#58; 50#37;% off #60;b>: 4: Ana#44; Lee, Ben#58; x, #34;Oh, "well#44; well", 小#12289;明
    #84;itle: 2.5
    #37;done & #38;#58; R&D#59; #64258;°x: 1: Ana#44; Lee
    #160;: 3
  section #160;
`
	if text != want || problems != "" {
		t.Errorf("got\n%s\nwant\n%s\n%s", text, want, problems)
	}
	d.Description = strings.ReplaceAll(d.Description, "\n\n", "\n")
	if got := one(t, text); got.told() != d.told() || len(got.Problems) > 0 || got.Description != d.Description {
		t.Errorf("it comes back as\n%s\n%s", got.told(), findings(got))
	}
}

// What a map has and a Mermaid journey has not is said, a sentence each.
func TestWhatTheFormatCannotHoldIsSaid(t *testing.T) {
	e := journey.New().Edit(nil)
	put := func(rows ...journey.Row) {
		for _, r := range rows {
			e.Put(r)
		}
	}
	put(journey.Persona{ID: "mara", Order: "V", Name: "Mara", Facts: "36"}, journey.Person{ID: "shop", Order: "V", Name: "Shop"},
		journey.Map{ID: "m", Order: "V", Title: "Buying", Persona: "mara", Scenario: "A flat tyre"},
		journey.Stage{ID: "a", Map: "m", Order: "A", Title: "Look"}, journey.Stage{ID: "b", Map: "m", Order: "B", Title: "Buy", Note: "n"},
		journey.Step{ID: "a1", Stage: "a", Order: "A", Title: "Ask"}, journey.Step{ID: "a2", Stage: "a", Order: "B"},
		journey.Step{ID: "a3", Stage: "a", Order: "C"},
		journey.Lane{ID: "touch", Map: "m", Order: "A", LaneKind: journey.Touchpoints, Title: "Touchpoints"},
		journey.Lane{ID: "feel", Map: "m", Order: "B", LaneKind: journey.Feelings, Title: "Feelings"},
		journey.Lane{ID: "feel2", Map: "m", Order: "C", LaneKind: journey.Feelings, Title: "Ben's"},
		journey.Lane{ID: "who", Map: "m", Order: "D", LaneKind: journey.People, Title: "People"},
		journey.Lane{ID: "pain", Map: "m", Order: "E", LaneKind: journey.Pains, Title: "Pains"},
		journey.Lane{ID: "hid", Map: "m", Order: "F", LaneKind: journey.Text, Title: "Secret", Hidden: true},
		journey.Lane{ID: "none", Map: "m", Order: "G", LaneKind: journey.Goals, Title: "Empty"},
		journey.Card{ID: "c1", Lane: "touch", Stage: "a", Step: "a1", Order: "A", Title: "Phone", Pain: true},
		journey.Card{ID: "c2", Lane: "touch", Stage: "a", Step: "a2", Order: "A", Title: "Web"},
		journey.Card{ID: "c3", Lane: "touch", Stage: "a", Step: "a2", Order: "B", Title: "Chat"},
		journey.Card{ID: "c4", Lane: "touch", Stage: "b", Order: "A", Title: "Till"},
		journey.Card{ID: "f1", Lane: "feel", Stage: "a", Step: "a1", Order: "A", Title: "glad", Feeling: journey.Num(1.5)},
		journey.Card{ID: "f2", Lane: "feel", Stage: "a", Step: "a1", Order: "B", Feeling: journey.Num(-1)},
		journey.Card{ID: "f3", Lane: "feel2", Stage: "a", Order: "B", Feeling: journey.Num(-1)},
		journey.Card{ID: "w1", Lane: "who", Stage: "a", Step: "a1", Steps: 2, Order: "A", Owner: "shop", Title: "x"},
		journey.Card{ID: "w2", Lane: "who", Stage: "a", Step: "a2", Order: "A", Title: "Ben"},
		journey.Card{ID: "p1", Lane: "pain", Stage: "a", Order: "A", Title: "Slow"},
		journey.Card{ID: "h1", Lane: "hid", Stage: "a", Order: "A", Title: "s"},
		journey.Note{ID: "n1", Map: "m", Order: "A", Text: "note"},
	)
	text, problems := written(t, e.Project(), "m")
	if want := `journey
  title Buying
  section Look
    Ask: 4.5: Shop
    Web: 3: Shop, Ben
  section Buy
    Till: 3: Mara
`; text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	if want := `lane “Ben's”: left out, a Mermaid journey has one line of feelings
lane “Pains”: left out, a Mermaid journey has no place for it
lane “Secret”: left out, it is hidden
the feelings from -2 to 2 were written as scores from 1 to 5
2 steps without a feeling were written with 3, the middle
a step has several feelings, only the first was written
the words at a feeling were left out
2 further touchpoints of steps were left out
what a card says beyond its title was left out
a step without words was left out
left out of the map: what is known of the persona, scenario, notes of the stages, sticky notes
`; problems != want {
		t.Errorf("got\n%s\nwant\n%s", problems, want)
	}
	if _, err := Write(&bytes.Buffer{}, e.Project(), "nowhere"); err == nil {
		t.Error("a map that is not there was written")
	}
}

func TestScoresKeepTheirScale(t *testing.T) {
	lane := func(least, greatest float64) journey.Lane {
		return journey.Lane{ID: "l", LaneKind: journey.Feelings, Least: journey.Num(least), Greatest: journey.Num(greatest)}
	}
	for _, c := range []struct {
		lane  journey.Lane
		value journey.Number
		want  string
	}{
		{lane(1, 5), journey.Num(3.25), "3.25"},
		{lane(1, 5), journey.Number{}, "3"},
		{lane(0, 10), journey.Num(7), "7"},
		{lane(0, 10), journey.Number{}, "5"},
		{lane(-2, 2), journey.Num(1), "4"},
		{lane(-2, 2), journey.Num(0.1), "3.1"},
		{lane(-5, 5), journey.Num(-3), "1.8"},
		{lane(0, 100), journey.Num(85), "4.4"},
		{lane(0, 3), journey.Num(1), "2.333"},
		{journey.Lane{}, journey.Number{}, "3"},
	} {
		if got := scaleOf(c.lane).text(c.value); got != c.want {
			t.Errorf("%s on %s to %s is written %s, want %s", c.value, c.lane.Least, c.lane.Greatest, got, c.want)
		}
	}
}

type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestAFullDiskIsAnError(t *testing.T) {
	if _, err := Write(deaf{}, journeytest.Generate(30), "map"); err == nil {
		t.Error("nothing was said")
	}
}

// Names with everything in them that means something to Mermaid.
var nasty = rapid.StringMatching(`[ab1 :;,#%<>&{}"'"|\-\n，、：=/!?ﬂ°¶ßéあ]{0,12}|(title|section|journey|accTitle|accDescr)[ :;{#]?[a1]?|#(58|amp|x3a);|&(#58|amp);|10:30|<br>|%%\{a\}%%|style a:b#;c`)

func diagrams(t *rapid.T) Diagram {
	clean := func(name string) string { s, _ := nasty.Draw(t, name), 0; return tidy(s) }
	line := func(name string) string { return oneLine(clean(name)) }
	d := Diagram{Title: line("title"), AccessTitle: line("aloud")}
	for l := range strings.Lines(clean("description")) {
		if trim(l) != "" {
			d.Description = tidy(d.Description + "\n" + l)
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "sections") {
		s := Section{Name: clean("section")}
		for range rapid.IntRange(0, 3).Draw(t, "tasks") {
			task := Task{Name: clean("task"), Score: journey.Num(float64(rapid.IntRange(0, 20).Draw(t, "score")) / 2)}
			for range rapid.IntRange(0, 3).Draw(t, "actors") {
				if a := line("actor"); a != "" {
					task.Actors = append(task.Actors, a)
				}
			}
			s.Tasks = append(s.Tasks, task)
		}
		d.Sections = append(d.Sections, s)
	}
	return d
}

// exactly is a diagram with all its letters.
func exactly(d Diagram) string {
	var b strings.Builder
	b.WriteString(d.Title + "\x00" + d.AccessTitle + "\x00" + d.Description)
	for _, s := range d.Sections {
		b.WriteString("\nsection " + s.Name)
		for _, t := range s.Tasks {
			seen := map[string]bool{}
			b.WriteString("\n\x00" + t.Name + "\x00" + t.Score.String())
			for _, a := range t.Actors {
				if !seen[a] {
					seen[a] = true
					b.WriteString("\x00" + a)
				}
			}
		}
	}
	return b.String()
}

func TestAnyNamesComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := diagrams(t)
		var b bytes.Buffer
		if _, err := Write(&b, Project([]Diagram{d}), "map1"); err != nil {
			t.Fatal(err)
		}
		back, err := Read(b.String())
		if err != nil || len(back) != 1 {
			t.Fatalf("%d diagrams, %v\n%s", len(back), err, b.String())
		}
		if got, want := exactly(back[0]), exactly(d); got != want {
			t.Fatalf("%q\nwas\n%q\nwritten\n%s", got, want, b.String())
		}
		for _, p := range back[0].Problems {
			if !strings.HasPrefix(p.Text, "the score ") && !strings.HasPrefix(p.Text, "the steps before") {
				t.Fatalf("what we wrote ourselves: %s\n%s", p, b.String())
			}
		}
	})
}

func TestAnyMapCanBeWrittenAndReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		for _, m := range p.Maps() {
			var b bytes.Buffer
			if _, err := Write(&b, p, m.ID); err != nil {
				t.Fatal(err)
			}
			back, err := Read(b.String())
			if err != nil || len(back) != 1 || len(back[0].Sections) != len(p.Stages(m.ID)) {
				t.Fatalf("%v: %+v\n%s", err, back, b.String())
			}
		}
	})
}
