package editor_test

import (
	"slices"
	"testing"
	"time"

	"throughline/editor"
	"throughline/journey"
	"throughline/journey/journeytest"
)

// Finds expects what a query finds.
func (s *story) Finds(q editor.Query, ids ...journey.ID) *story {
	s.t.Helper()
	s.step("Search(%+v)", q)
	if got := s.e.Search(q).IDs; !slices.Equal(got, ids) {
		s.fail("found %v, want %v", got, ids)
	}
	s.check()
	return s
}

func TestSearchingFindsEveryText(t *testing.T) {
	s := small(t)
	s.Call("more to find", func(e *editor.Editor) error {
		return e.Doc.Do("Add", func(ed *journey.Edit) error {
			c := s.card("cardB1")
			c.Tags, c.Owner, c.Channel, c.Text, c.Pain = journey.List("Zürich", "mail"), "aylin", "web", "Says **Nothing**", true
			ed.Put(c)
			ed.Put(journey.Person{ID: "aylin", Order: "V", Name: "Aylin Kaya"})
			ed.Put(journey.Channel{ID: "web", Order: "V", Name: "Website"})
			ed.Put(journey.Comment{ID: "said", On: "goalA", Text: "Really, nothing?"})
			return nil
		})
	})
	s.Finds(editor.Query{Text: "zurich"}, "cardB1").Finds(editor.Query{Text: "kaya"}, "cardB1").Finds(editor.Query{Text: "WEBSITE"}, "cardB1")
	s.Finds(editor.Query{Text: "nothing"}, "goalA", "cardB1").Finds(editor.Query{Text: "look"}, "note").Finds(editor.Query{Text: "then"}, "withinA", "withinB")
	s.Finds(editor.Query{Text: "a1"}, "stepA1", "cardA1").Finds(editor.Query{Text: "wants"}, "lane1").Finds(editor.Query{Text: "small"}, "map").Finds(editor.Query{Text: "no such"}).Finds(editor.Query{})
	s.Finds(editor.Query{Flag: editor.FlagPain}, "cardB1").Finds(editor.Query{Flag: editor.FlagComments}, "goalA").Finds(editor.Query{Owner: "aylin", Text: "does"}, "cardB1")
	s.Finds(editor.Query{Lanes: journey.Goals, Text: "a"}, "goalA", "goalB").Finds(editor.Query{Channel: "web", Text: "goal"})
	s.Finds(editor.Query{Text: "kaya"}, "cardB1").Call("Rename", func(e *editor.Editor) error { return e.Rename("aylin", "Berta") })
	if got := s.e.Found().IDs; len(got) != 0 {
		t.Errorf("an old name still finds %v", got)
	}
}

func TestGoingFromOneFoundToTheNext(t *testing.T) {
	s := small(t)
	s.Finds(editor.Query{Text: "does"}, "lane2", "cardA1", "cardA2", "cardB1", "cardB2")
	at := func(want int, id journey.ID) {
		t.Helper()
		if f := s.e.Found(); f.At != want || !slices.Equal(s.e.Selection(), []journey.ID{id}) {
			t.Errorf("at %d with %v, want %d and %s", f.At, s.e.Selection(), want, id)
		}
	}
	s.Key("F3")
	at(0, "lane2")
	s.Key("F3")
	at(1, "cardA1")
	s.Key("Shift+F3").Key("Shift+F3")
	at(4, "cardB2")
	s.Key("F3")
	at(0, "lane2")
	edge := 0
	for _, m := range s.frame().Marks {
		if m.Edge.A == 153 {
			edge++
		}
	}
	if edge != 4 {
		t.Errorf("%d rings, want one around each of the others", edge)
	}
	s.e.StopSearch()
	s.Key("F3")
	at(0, "lane2") // it stays selected, and F3 does nothing
}

func TestReplacing(t *testing.T) {
	s := small(t)
	was := s.Picture()
	s.Finds(editor.Query{Text: "DOES"}, "lane2", "cardA1", "cardA2", "cardB1", "cardB2")
	s.Call("Replace", func(e *editor.Editor) error { return e.Replace("$1 did", true) }).Lanes("Wants", "$1 did").Notice("5 places replaced.").Labels("Replace text", "")
	s.Undo().Same(was)
	s.Key("F3").Key("F3").Call("Replace", func(e *editor.Editor) error { return e.Replace("did", false) }).Cell("Does/A1", "did A1").Cell("Does/A2", "does A2").Undo().Same(was)
	s.Call("Lock", func(e *editor.Editor) error { return e.LockLane("lane2", true) })
	s.Call("Replace", func(e *editor.Editor) error { return e.Replace("did", true) }).Notice("Nothing was replaced. What was found stands in no title or text.")
}

// All of a map of ten thousand cards is searched, its texts read for the first
// time and again after one letter more.
func BenchmarkSearch(b *testing.B) {
	p := journeytest.Generate(10000)
	begin := func() *editor.Editor {
		return editor.New(editor.Open(p, nil, newMemory(p), journey.CountedIDs("new"), func() time.Time { return time.Unix(1e9, 0) }), options(b))
	}
	b.Run("first", func(b *testing.B) {
		e := begin()
		for b.Loop() {
			e.StopSearch()
			e.Search(editor.Query{Text: "order"})
		}
	})
	b.Run("next letter", func(b *testing.B) {
		e := begin()
		e.Search(editor.Query{Text: "o"})
		for b.Loop() {
			e.Search(editor.Query{Text: "order"})
		}
	})
}
