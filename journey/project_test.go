package journey_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"throughline/journey"
	"throughline/journey/journeytest"
)

// Edit, undo and log all rest on this: a transaction can be applied, taken
// back, joined and found again by comparing.
func TestTransactionsApplyInvertJoinAndDiff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, n := journey.New(), 0
		p, all := first, journey.Tx{}
		for range rapid.IntRange(1, 15).Draw(t, "edits") {
			e := p.Edit(nil)
			for range rapid.IntRange(1, 6).Draw(t, "changes") {
				journeytest.Step(t, e, &n)
			}
			tx := e.Tx("edit")
			next, err := p.Apply(tx)
			if err != nil || !next.Equal(e.Project()) {
				t.Fatalf("apply: %v", err)
			}
			back, err := next.Apply(tx.Invert())
			if err != nil || !back.Equal(p) || back.Len() != p.Len() {
				t.Fatalf("invert: %v", err)
			}
			if _, problems := journey.Repair(next); len(problems) > 0 {
				t.Fatalf("an edit left %v", problems)
			}
			checkLists(t, next)
			all, p = all.Then(tx), next
		}
		joined, err := first.Apply(all)
		if err != nil || !joined.Equal(p) {
			t.Fatalf("then: %v", err)
		}
		found, err := first.Apply(journey.Diff(first, p))
		if err != nil || !found.Equal(p) {
			t.Fatalf("diff: %v", err)
		}
	})
}

// checkLists holds the lists of siblings against the rows.
func checkLists(t *rapid.T, p *journey.Project) {
	n := len(p.Personas()) + len(p.Channels()) + len(p.People()) + len(p.Media()) + len(p.Presets())
	for _, m := range p.Maps() {
		n += 1 + len(p.Links(m.ID)) + len(p.Notes(m.ID)) + len(p.Views(m.ID))
		for _, s := range p.Stages(m.ID) {
			n += 1 + len(p.Steps(s.ID))
		}
		for _, l := range p.Lanes(m.ID) {
			cards := p.LaneCards(l)
			n += 1 + len(cards)
			for _, c := range cards {
				if r, ok := p.Row(c.ID); !ok || r != c {
					t.Fatalf("the list has %v, the table %v", c, r)
				}
			}
		}
	}
	for r := range p.All() {
		if r.Kind() == journey.KindComment || r.Kind() == journey.KindHint {
			n++
		}
	}
	if n != p.Len() {
		t.Fatalf("lists have %d rows, the table %d", n, p.Len())
	}
}

func TestAnOldProjectStaysAsItWas(t *testing.T) {
	old := journeytest.Generate(200)
	before := old.Sorted()
	e := old.Edit(nil)
	for _, r := range old.Sorted() {
		if r.Kind() == journey.KindStage {
			e.Delete(r.RowID())
		}
	}
	if e.Project().Len() >= old.Len() {
		t.Fatal("nothing was deleted")
	}
	if !slices.Equal(before, old.Sorted()) {
		t.Fatal("the project changed under its holder")
	}
}

func TestDeletingAStageTakesWhatStandsUnderIt(t *testing.T) {
	p := journeytest.Generate(120)
	stages := p.Stages("map")
	gone := stages[1]
	e := p.Edit(journey.CountedIDs("n"))
	under := p.StageCards("lane3", gone.ID)
	other := p.StageCards("lane3", stages[0].ID)
	e.Put(journey.Link{ID: "link", Map: "map", From: under[0].ID, To: other[0].ID})
	e.Put(journey.Comment{ID: "said", On: under[0].ID, Text: "why?"})
	e.Put(journey.Note{ID: "note", Map: "map", Order: "V", Stage: gone.ID, Text: "look"})
	e.Delete(gone.ID)
	q := e.Project()
	for _, id := range []journey.ID{gone.ID, under[0].ID, "link", "said"} {
		if _, ok := q.Row(id); ok {
			t.Errorf("%s is still there", id)
		}
	}
	if n, ok := journey.Get[journey.Note](q, "note"); !ok || n.Stage != "" {
		t.Errorf("the note should stay, hanging on nothing: %+v", n)
	}
	if got := len(q.StageCards("lane3", stages[0].ID)); got != len(other) {
		t.Errorf("another stage has %d cards, had %d", got, len(other))
	}
	if _, problems := journey.Repair(q); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestApplyRefusesAChangeMadeAgainstAnotherProject(t *testing.T) {
	p := journeytest.Generate(30)
	s := p.Stages("map")[0]
	e := p.Edit(nil)
	s.Title = "One"
	e.Put(s)
	one, _ := p.Apply(e.Tx("rename"))
	if _, err := one.Apply(e.Tx("rename")); err == nil {
		t.Error("the same change was applied twice")
	}
}

func TestJSONGivesTheSameProjectBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Project().Draw(t, "project")
		var b bytes.Buffer
		if err := p.WriteJSON(&b, journey.MemoryBlobs{}); err != nil {
			t.Fatal(err)
		}
		q, _, problems, err := journey.ReadJSON(b.Bytes())
		if err != nil || len(problems) > 0 {
			t.Fatalf("%v %v\n%s", err, problems, b.String())
		}
		if d := journey.Diff(p, q); !d.Empty() {
			t.Fatalf("differs: %+v\n%s", d.Changes, b.String())
		}
	})
}

func TestJSONErrorsNameTheirLine(t *testing.T) {
	for in, want := range map[string]string{
		"{\n \"throughline\": 1,\n \"maps\": [\n  {\"title\": 3}\n ]\n}": "line 4: “maps.title” cannot be a number",
		"{\n \"throughline\": 1,\n oops\n}":                              "line 3: this is not JSON from here on",
		"{\n \"throughline\": 1,\n":                                      "line 3: the JSON ends too early",
		"{\n \"throughline\": 1,\n \"maps\": [{\"lanes\": [{\n\"cards\": [{\n \"feeling\": \"good\"}]}]}]}": "line 5: \"good\" is not a number",
		"{\n \"throughline\": 1,\n \"maps\": [{\"lanes\": [{\"cards\": [{\n \"tags\": 3}]}]}]}":             "line 4: 3 is not a list of texts",
		"{\"throughline\": 1, \"media\": [\n{\"data\": \"?\"}]}":                                            "line 2: \"?\" is not base64",
		"[\n1]": "line 1: an array cannot be a Throughline project",
		"{\"throughline\": 1,\n \"maps\": [{\"title\": \"a\nb\"}]}": "line 2: this is not JSON from here on",
		"{\"maps\": []}":                      journey.ErrNotJSONForm.Error(),
		"{\"throughline\": 99, \"maps\": []}": journey.ErrTooNew.Error(),
	} {
		if _, _, _, err := journey.ReadJSON([]byte(in)); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

func TestJSONKeepsBothRowsOfOneID(t *testing.T) {
	p, _, problems, err := journey.ReadJSON([]byte(`{"throughline":1,"maps":[{"id":"a","title":"One"},{"id":"a","title":"Two"}]}`))
	if err != nil || len(p.Maps()) != 2 || len(problems) != 1 {
		t.Errorf("%v, %d maps, %v", err, len(p.Maps()), problems)
	}
}

func TestNumbersAreNeverNaN(t *testing.T) {
	var n journey.Number
	if err := json.Unmarshal([]byte(`"x"`), &n); err == nil {
		t.Error("a word was taken for a number")
	}
	if got := journey.Series(1, 2.5).All(); !slices.Equal(got, []float64{1, 2.5}) {
		t.Error(got)
	}
}

func FuzzReadJSON(f *testing.F) {
	var b bytes.Buffer
	if err := journeytest.Generate(10).WriteJSON(&b, journey.MemoryBlobs{}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"throughline":1,"maps":[{"lanes":[{"kind":"x","cards":[{"step":"no","stage":"no"}]}]}],"comments":[{"on":"c2","id":"c1"},{"on":"c1","id":"c2"}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		p, _, _, err := journey.ReadJSON(in)
		if err != nil {
			return
		}
		if q, problems := journey.Repair(p); len(problems) > 0 || !q.Equal(p) {
			t.Fatalf("repaired twice: %v", problems)
		}
	})
}

func BenchmarkEditOneCard(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		p := journeytest.Generate(n)
		c := p.StageCards("lane3", "stage2")[0]
		b.Run(itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Title += "x"
				if len(c.Title) > 40 {
					c.Title = "x"
				}
				e := p.Edit(nil)
				e.Put(c)
				if _, err := p.Apply(e.Tx("type")); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func itoa(n int) string { b, _ := json.Marshal(n); return string(b) }
