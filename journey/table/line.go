package table

import (
	"strings"

	"throughline/journey"
)

// Line is what a card says, in one line: what its lane measures, its title, and
// behind it its text.
func Line(p *journey.Project, l journey.Lane, c journey.Card) string {
	var parts []string
	add := func(s string) {
		if s = tidy(s); s != "" {
			parts = append(parts, s)
		}
	}
	switch l.LaneKind {
	case journey.Feelings, journey.Intensity:
		if c.Feeling.Set {
			add(signed(l, c.Feeling))
		}
	case journey.Channels:
		channel, _ := journey.Get[journey.Channel](p, c.Channel)
		add(channel.Name)
	case journey.People:
		who, _ := journey.Get[journey.Person](p, c.Owner)
		add(who.Name)
	case journey.Personas:
		who, _ := journey.Get[journey.Persona](p, c.Persona)
		add(who.Name)
	case journey.Duration:
		if c.Minutes.Set {
			add(c.Minutes.String() + " min")
		}
	}
	head := strings.Join(parts, " ")
	parts = parts[:0]
	add(c.Title)
	if c.Value.Set {
		add(Quantity(c))
	}
	add(strings.Join(strings.Fields(c.Text), " "))
	switch tail := strings.Join(parts, " – "); {
	case head == "":
		head = tail
	case tail != "":
		head += " " + tail
	}
	if head == "" {
		head = rest(p, c)
	}
	return head
}

// rest is what names a card that says nothing itself.
func rest(p *journey.Project, c journey.Card) string {
	if s := tidy(c.ImageAlt); s != "" {
		return s
	}
	for _, id := range []journey.ID{c.Image, c.File} {
		if m, ok := journey.Get[journey.Media](p, id); ok && tidy(m.Name) != "" {
			return tidy(m.Name)
		}
	}
	if ch, ok := journey.Get[journey.Channel](p, c.Channel); ok && tidy(ch.Name) != "" {
		return tidy(ch.Name)
	}
	if who, ok := journey.Get[journey.Person](p, c.Owner); ok && tidy(who.Name) != "" {
		return tidy(who.Name)
	}
	return tidy(strings.Join(c.Links.All(), " "))
}

// signed is a feeling as people write it: with a sign where the scale has both.
func signed(l journey.Lane, n journey.Number) string {
	s := strings.Replace(n.String(), "-", "−", 1)
	if n.Value > 0 && l.Scale().Least < 0 {
		s = "+" + s
	}
	return s
}

// Quantity is the value of a card with its unit.
func Quantity(c journey.Card) string {
	v, unit := strings.Replace(c.Value.String(), "-", "−", 1), tidy(c.Unit)
	switch {
	case unit == "":
		return v
	case strings.ContainsAny(unit[:1], "$£") || strings.HasPrefix(unit, "€") || strings.HasPrefix(unit, "¥"):
		return unit + v
	}
	return v + " " + unit
}

// tidy is a text in one line without spaces that only separate.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
