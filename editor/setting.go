package editor

import (
	"slices"
	"strings"

	"throughline/canvas/layout"
	"throughline/journey"
)

// Setting is a value of a property that can be given to all selected cards at
// once without being typed. Menus and the palette list settings; the inspector
// has the same properties one below the other.
type Setting struct {
	Property Property
	Title    string // of the value
	Icon     string
	Own      bool // the title is a name that people gave, and is not translated
	On       bool // all that is selected has it
	value    any
	listed   bool // the value is one of a list: to give it is to add it
}

// Shared is the property of a field that all selected rows have, when they are
// cards.
func (e *Editor) Shared(field string) (Property, bool) {
	t := e.tally()
	i := slices.IndexFunc(cardProperties, func(p Property) bool { return p.Field == field })
	if i < 0 || !t.only(journey.KindCard) {
		return Property{}, false
	}
	p := cardProperties[i]
	for k := range t.lanes {
		if p.lanes != nil && !slices.Contains(p.lanes, k) {
			return p, false
		}
	}
	return p, true
}

// Settings is the values of a property that the selected cards could have: what
// it offers, the people, personas and channels of the file, and the words that
// other cards have there. It is nil where not all of them have it.
func (e *Editor) Settings(field string) []Setting {
	pr, ok := e.Shared(field)
	if !ok {
		return nil
	}
	has, mixed := e.tally().value(e, pr)
	var out []Setting
	add := func(s Setting) {
		s.Property, s.On = pr, !mixed && has == s.value
		out = append(out, s)
	}
	p := e.Doc.Project()
	switch pr.Form {
	case FormIcon:
		add(Setting{Title: "None", value: ""})
		for _, i := range slices.Concat(layout.TouchpointIcons, layout.ContentIcons) {
			add(Setting{Title: i.Title, Icon: i.Name, value: i.Name})
		}
	case FormRow:
		add(Setting{Title: "None", value: journey.ID("")})
		for _, r := range siblingsOf(p, map[journey.Kind]journey.Row{
			journey.KindPersona: journey.Persona{}, journey.KindChannel: journey.Channel{}, journey.KindPerson: journey.Person{},
		}[pr.Of]) {
			add(Setting{Title: journey.ShortName(r), Own: true, value: r.RowID()})
		}
	case FormLine:
		add(Setting{Title: "None", value: ""})
		for _, s := range e.inUse(pr) {
			add(Setting{Title: s, Own: true, value: s})
		}
	case FormList:
		for _, s := range e.inUse(pr) {
			add(Setting{Title: s, Own: true, value: s, listed: true})
			out[len(out)-1].On = e.allHave(pr, s)
		}
	}
	return out
}

// inUse is the words that cards of the shown map have in a property, each once,
// in the order of the alphabet.
func (e *Editor) inUse(pr Property) []string {
	seen := map[string]bool{}
	var out []string
	add := func(s string) {
		if s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	p := e.Doc.Project()
	for _, l := range p.Lanes(e.mp) {
		for r := range p.EachCard(l) {
			switch v := held(r, pr.Field).(type) {
			case string:
				add(v)
			case journey.Strings:
				for _, s := range v.All() {
					add(s)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// allHave reports whether a list of every selected row has a word.
func (e *Editor) allHave(pr Property, word string) bool {
	for _, id := range e.sel.ids {
		if r, ok := e.Doc.Project().Row(id); ok && !slices.Contains(held(r, pr.Field).(journey.Strings).All(), word) {
			return false
		}
	}
	return true
}

// Give gives a setting to the selected cards, as one step of undo. A word of a
// list is added to what each of them has, or taken from it where all have it.
func (e *Editor) Give(s Setting) error {
	if !s.listed {
		return e.SetValue(s.Property, s.value, e.sel.ids...)
	}
	word := s.value.(string)
	return e.change(s.Property, e.sel.ids, func(v any) any {
		all := slices.DeleteFunc(v.(journey.Strings).All(), func(x string) bool { return x == word })
		if !s.On {
			all = append(all, word)
		}
		return journey.List(all...)
	})
}

// Word is the setting of a word that somebody has typed; false where the
// property takes no words.
func (e *Editor) Word(field, word string) (Setting, bool) {
	pr, ok := e.Shared(field)
	word = strings.TrimSpace(journey.CleanText(word))
	if !ok || word == "" || pr.Form != FormLine && pr.Form != FormList {
		return Setting{}, false
	}
	return Setting{Property: pr, Title: word, Own: true, value: word, listed: pr.Form == FormList}, true
}

// given is a value that a command gives the selected cards.
type given struct {
	Name, Title, Sub, Field string
	value                   any
}

// command gives the value, or takes a flag back that all of them have, and shows
// whether they have it.
func (g given) command() Command {
	return Command{
		Name: g.Name, Title: g.Title, Menu: "Arrange", Sub: g.Sub, Group: 3, Fits: OnCard,
		Enabled: func(e *Editor) bool { _, ok := e.Shared(g.Field); return ok },
		Checked: g.held,
		Run: func(e *Editor) error {
			pr, _ := e.Shared(g.Field)
			v := g.value
			if flag, ok := v.(bool); ok {
				v = flag != g.held(e)
			}
			return e.SetValue(pr, v, e.sel.ids...)
		},
	}
}

// held reports whether all selected cards have the value.
func (g given) held(e *Editor) bool {
	pr, ok := e.Shared(g.Field)
	if !ok {
		return false
	}
	v, mixed := e.tally().value(e, pr)
	return !mixed && v == g.value
}

// settings is the commands that give the selected cards a value.
func settings() []Command {
	out := []Command{
		given{Name: "card.truth", Title: "Moment of truth", Sub: "Properties", Field: "Truth", value: true}.command(),
		given{Name: "card.pain", Title: "Pain", Sub: "Properties", Field: "Pain", value: true}.command(),
	}
	for _, c := range evidence {
		out = append(out, given{"card.evidence." + strings.ToLower(c.Title), c.Title, "Evidence", "Evidence", c.Value}.command())
	}
	return out
}
