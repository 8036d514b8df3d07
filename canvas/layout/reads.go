package layout

import (
	"throughline/canvas/text"
	"throughline/journey"
)

// ReadsLeft reports whether a map is read from right to left: its author says
// so, or says nothing and its title or else the name of its first stage does.
// What a view leaves out changes nothing in it.
func ReadsLeft(f *text.Fonts, p *journey.Project, mp journey.ID) bool {
	m, _ := journey.Get[journey.Map](p, mp)
	if m.Direction != "" {
		return m.Direction == journey.FromRight
	}
	reads := func(s string) bool { return flush(f.Set(s, label, text.NoWrap, text.Greedy)) > 0 }
	if reads(m.Title) {
		return true
	}
	stages := p.Stages(mp)
	return len(stages) > 0 && reads(stages[0].Title)
}
