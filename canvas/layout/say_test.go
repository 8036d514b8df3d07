package layout_test

import (
	"strings"
	"testing"

	"throughline/canvas/layout"
	"throughline/journey/journeytest"
)

// The words of our own on a map, and its numbers, are in the reader's language;
// what somebody wrote stays as it is.
func TestAMapSpeaksTheReadersLanguage(t *testing.T) {
	o := options(t)
	o.Say = func(s string) string { return "‹" + s + "›" }
	p, _ := journeytest.Components()
	mp := p.Maps()[0]
	var b strings.Builder
	layout.Poster(o, p, mp.ID).Dump(&b)
	dump := b.String()
	for _, s := range []string{"‹Legend›", "‹Severity›", "‹Moment of truth›", "‹Customer journey map›"} {
		if !strings.Contains(dump, s) {
			t.Errorf("%s is not on the map", s)
		}
	}
	if strings.Contains(dump, "‹"+mp.Title) {
		t.Error("the map's title is translated")
	}
}
