package html

import (
	"strings"

	"throughline/export/markup"
	"throughline/journey"
	"throughline/journey/table"
)

// say is a sentence of the program's own in the language of who reads it, as
// markup.
func (w *writer) say(english string) string { return markup.Text(w.page.say(english)) }

func (p *Page) say(english string) string {
	if p.Say == nil {
		return english
	}
	return p.Say(english)
}

// inOwn is the attributes of what is in the program's own words, where these are
// in another language than the page, or read the other way.
func (p *Page) inOwn() string {
	lang := p.own()
	if lang == p.lang() && direction(lang) == p.direction() {
		return ""
	}
	return ` lang="` + markup.Text(lang) + `" dir="` + direction(lang) + `"`
}

// own is the language of the program's own words.
func (p *Page) own() string {
	if p.Speaks != "" {
		return p.Speaks
	}
	return "en"
}

// lang is the language of what people wrote, and where nobody knows it, that of
// the words around it.
func (p *Page) lang() string {
	if p.Lang != "" {
		return p.Lang
	}
	return p.own()
}

// direction is how the page is read: as its map is.
func (p *Page) direction() string {
	if p.RTL {
		return "rtl"
	}
	return "ltr"
}

// direction is how a language is read.
func direction(lang string) string {
	base, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	if strings.Contains(rest, "latn") || !strings.Contains(" ar arc ckb dv fa he iw ji khw ks nqo ps sd syr ug ur yi ", " "+base+" ") {
		return "ltr"
	}
	return "rtl"
}

// called is what a field of a card is called where a table says it shorter.
func called(label string) string {
	switch label {
	case "Truth":
		return "Moment of truth"
	case "Better":
		return "Better is"
	case "Series names":
		return "Names"
	case "Longest":
		return "At most"
	case "Image alt":
		return "In words"
	case "Date":
		return "As of"
	}
	return label
}

// meanings is what is said for values that stand for something.
var meanings = map[string]string{
	"yes": "Yes", "higher": "Higher", "lower": "Lower",
	journey.MainUse: "Main channel", journey.AlsoUse: "Also used",
	journey.Assumed: "Assumed", journey.Observed: "Observed", journey.Researched: "Researched",
	journey.AsIs: "Current state", journey.ToBe: "Future state",
	journey.Trigger: "Trigger", journey.Wait: "Wait", journey.Split: "Split", journey.Send: "Send", journey.GoalHit: "Goal", journey.Exit: "Exit",
}

// known is what is known of a card, for people.
func (w *writer) known(of *table.Fields, c journey.Card) []table.Field {
	out := of.Of(c)
	for i, f := range out {
		switch f.Label {
		case "Truth", "Pain", "Use", "Better", "Evidence", "State", "Role":
			if says, ok := meanings[f.Value]; ok {
				out[i].Value = w.page.say(says)
			}
		}
		out[i].Label = w.page.say(called(f.Label))
	}
	return out
}
