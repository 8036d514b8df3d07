package layout

import (
	"strings"

	"throughline/journey"
)

// say is a sentence of the program's own in the language of who reads it.
func (o *Options) say(english string) string {
	if o.Say == nil {
		return english
	}
	return o.Say(english)
}

// number is a number as the language writes it.
func (o *Options) number(n journey.Number) string { return o.say(formatNumber(n)) }

// date is a date of a file for people.
func (o *Options) date(s string) string { return o.say(LongDate(s)) }

// about is a sentence with something in its place DATE, NAME and so on, which is
// in words already.
func (o *Options) about(english, place, words string) string {
	return strings.Replace(o.say(english), place, words, 1)
}

// feelingNames is the names of −2 to +2.
func (o *Options) feelingNames() []string {
	out := make([]string, len(FeelingNames))
	for i, n := range FeelingNames {
		out[i] = o.say(n)
	}
	return out
}
