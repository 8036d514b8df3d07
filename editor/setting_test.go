package editor_test

import (
	"slices"
	"testing"

	"throughline/canvas/input"
	"throughline/editor"
	"throughline/journey"
)

// Give gives the selected cards a value of a property by its title.
func (s *story) Give(field, title string) *story {
	s.t.Helper()
	s.step("Give(%s, %s)", field, title)
	all := s.e.Settings(field)
	i := slices.IndexFunc(all, func(x editor.Setting) bool { return x.Title == title })
	if i < 0 {
		s.fail("%s offers %v", field, all)
	}
	if err := s.e.Give(all[i]); err != nil {
		s.fail("%v", err)
	}
	s.check()
	return s
}

// offered is the titles of what the selected cards could have, those that all
// of them have in capitals.
func (s *story) offered(field string) (titles []string) {
	for _, x := range s.e.Settings(field) {
		if x.On {
			x.Title = "[" + x.Title + "]"
		}
		titles = append(titles, x.Title)
	}
	return titles
}

// What the inspector sets, commands set, on all that is selected.
func TestCommandsSetPropertiesOfManyCards(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	both := func(f func(c journey.Card) bool) {
		t.Helper()
		for _, n := range []string{"booking-confirmed", "family-test-ride"} {
			if c := s.card(n); !f(c) {
				s.fail("%+v", c)
			}
		}
	}
	s.Click("card:booking-confirmed").Hold(input.Shift).Click("card:family-test-ride").Hold(0)
	s.Do("card.evidence.observed").Labels("Change evidence", "")
	both(func(c journey.Card) bool { return c.Evidence == journey.Observed })
	s.Undo().Same(was)

	// a flag that one of them has comes to both, then goes from both
	s.Do("card.truth").Labels("Change moment of truth", "")
	both(func(c journey.Card) bool { return c.Truth })
	s.Do("card.truth")
	both(func(c journey.Card) bool { return !c.Truth })
	s.Undo().Undo().Same(was)

	s.Give("Icon", "Parcel").Labels("Change icon", "")
	both(func(c journey.Card) bool { return c.Icon == "parcel" })
	if !slices.Contains(s.offered("Icon"), "[Parcel]") {
		s.fail("the icons are %v", s.offered("Icon"))
	}
	s.Undo().Same(was)

	// tags are added to those that each of them has
	if err := s.e.Doc.Do("tags", func(ed *journey.Edit) error {
		a, b := s.card("booking-confirmed"), s.card("family-test-ride")
		a.Tags, b.Tags = journey.List("shop", "mail"), journey.List("shop")
		ed.Put(a)
		ed.Put(b)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if got := s.offered("Tags"); !slices.Equal(got, []string{"mail", "[shop]"}) {
		s.fail("the tags are %v", got)
	}
	s.Give("Tags", "mail").Labels("Change tags", "")
	both(func(c journey.Card) bool {
		return slices.Contains(c.Tags.All(), "mail") && slices.Contains(c.Tags.All(), "shop")
	})
	s.Give("Tags", "shop")
	both(func(c journey.Card) bool { return c.Tags == journey.List("mail") })
	if x, ok := s.e.Word("Tags", " late "); !ok || s.e.Give(x) != nil {
		s.fail("a new tag is not taken")
	}
	both(func(c journey.Card) bool { return c.Tags == journey.List("mail", "late") })
	s.check()
	s.Undo().Undo().Undo().Undo().Same(was)

	x, _ := s.e.Word("Status", "in review")
	if err := s.e.Give(x); err != nil {
		t.Fatal(err)
	}
	s.check()
	if got := s.offered("Status"); !slices.Equal(got, []string{"None", "[in review]"}) {
		s.fail("the statuses are %v", got)
	}
	s.Give("Status", "None").Undo().Undo().Same(was)
}

// What not all of them can have is not offered.
func TestWhatCardsDoNotShareIsNotSet(t *testing.T) {
	s := open(t, "cargo-bike")
	was := s.Picture()
	s.Click("card:booking-confirmed").Hold(input.Shift).Click("card:goal-try-out").Hold(0)
	s.Do("card.truth").Same(was).Do("card.evidence.assumed").Labels("Change evidence", "").Undo()
	if s.e.Settings("Icon") != nil || s.e.Settings("Owner") == nil {
		s.fail("the icons are %v", s.offered("Icon"))
	}
	s.Hold(input.Shift).Click("stage:Research").Hold(0).Do("card.evidence.assumed").Same(was)
	if s.e.Settings("Owner") != nil {
		s.fail("a stage has an owner")
	}
	s.Key("Escape").Do("card.evidence.assumed").Same(was)
}

// What stands in a locked lane stays as it is.
func TestLockedCardsAreNotSet(t *testing.T) {
	s := lockedStory(t)
	was := s.Picture()
	s.Click("card:Booking confirmed").Do("card.truth").Error("“Touchpoints” is locked").Same(was)
}
