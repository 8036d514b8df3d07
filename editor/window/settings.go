package window

import (
	"fmt"

	"throughline/canvas/text"
	"throughline/editor"
	"throughline/journey"
)

// settingCommands is the properties of cards whose values a list offers, each by
// a command.
var settingCommands = []struct{ name, title, hint, field string }{
	{"card.icon", "Set icon", "Find an icon", "Icon"},
	{"card.owner", "Set owner", "Find a person, or name a new one", "Owner"},
	{"card.persona", "Set persona", "Find a persona, or name a new one", "Persona"},
	{"card.channel", "Set channel", "Find a channel, or name a new one", "Channel"},
	{"card.status", "Set status", "Find a status, or write another", "Status"},
	{"card.tags", "Set tags", "Find a tag, or write another", "Tags"},
}

// setCommands is the commands that list the values of a property.
func (w *Window) setCommands() []command {
	var out []command
	for _, c := range settingCommands {
		out = append(out, command{
			name: c.name, title: c.title, menu: "Arrange", sub: "Properties", group: 3, fits: editor.OnCard,
			can: func() bool {
				if !w.hasMap() {
					return false
				}
				_, ok := w.doc.editor.Shared(c.field)
				return ok
			},
			run: func() {
				w.pickFrom(c.title, c.hint, listed(w.settings(c.field)), func(typed string) []found { return w.worded(c.field, typed) })
			},
		})
	}
	return out
}

// settings is what the selected cards could have in a property.
func (w *Window) settings(field string) []found {
	e := w.doc.editor
	var out []found
	for _, s := range e.Settings(field) {
		f := found{title: s.Title, where: tr(s.Property.Title), icon: s.Icon, can: true, quiet: true}
		if !s.Own {
			f.title = tr(s.Title)
		}
		if s.On {
			f.keys = "✓"
		}
		f.folded = text.Fold(f.title + " " + f.where)
		f.run = func() { w.did(e.Give(s)) }
		out = append(out, f)
	}
	return out
}

// listed is things that are shown before anything is typed.
func listed(all []found) []found {
	for i := range all {
		all[i].quiet = false
	}
	return all
}

// worded is what can be made of words that nothing has yet.
func (w *Window) worded(field, typed string) []found {
	e := w.doc.editor
	pr, ok := e.Shared(field)
	if !ok || typed == "" {
		return nil
	}
	for _, s := range e.Settings(field) {
		if s.Own && text.Fold(s.Title) == text.Fold(typed) {
			return nil
		}
	}
	f := found{where: tr(pr.Title), icon: "plus", can: true}
	switch s, word := e.Word(field, typed); {
	case word:
		f.title, f.run = tr(fmt.Sprintf("Write “%s”", s.Title)), func() { w.did(e.Give(s)) }
	case pr.Form == editor.FormRow:
		f.title = tr(fmt.Sprintf("Add %s “%s”", pr.Of, typed))
		f.run = func() { w.did(e.SetNewRow(pr, pr.Of, journey.CleanText(typed), e.Selection()...)) }
	default:
		return nil
	}
	return []found{f}
}
