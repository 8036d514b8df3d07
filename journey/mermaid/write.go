package mermaid

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"throughline/journey"
)

// maxDrawn is how many characters Mermaid draws unless it is told otherwise.
const maxDrawn = 50_000

// Write writes a map of p as a Mermaid journey: a section a stage, a task a
// step with something to say, scores from the first feelings lane and actors
// from the people lanes. Names are escaped so that Mermaid reads what the map
// says. The problems are what the format cannot hold, a sentence each; the
// error is w's, or that there is no such map.
func Write(w io.Writer, p *journey.Project, mapID journey.ID) ([]journey.Problem, error) {
	m, ok := journey.Get[journey.Map](p, mapID)
	if !ok {
		return nil, fmt.Errorf("there is no map “%s” to write", mapID)
	}
	c := newWriter(p, m)
	scale := scaleOf(c.feel)
	var b strings.Builder
	b.WriteString("journey\n")
	if oneLine(tidy(m.Title)) != "" {
		b.WriteString("  title " + escape(m.Title, inTitle) + "\n")
	}
	if oneLine(tidy(m.AccessTitle)) != "" {
		b.WriteString("  accTitle: " + escape(m.AccessTitle, inTitle) + "\n")
	}
	b.WriteString(description(m.Description))
	for i, s := range p.Stages(m.ID) {
		tasks := c.stage(s)
		// Tasks before any section are a first stage without a name.
		if i > 0 || tidy(s.Title) != "" || len(tasks) == 0 {
			b.WriteString("  section " + escape(s.Title, inSection) + "\n")
		}
		for _, t := range tasks {
			b.WriteString("    " + escape(t.name, inTask) + ": " + scale.text(t.score))
			for i, a := range t.actors {
				b.WriteString([]string{": ", ", "}[min(i, 1)] + escape(a, inActor))
			}
			b.WriteByte('\n')
		}
	}
	problems := c.problems(scale)
	if n := len([]rune(b.String())); n > maxDrawn {
		problems = append(problems, journey.Problem{Text: fmt.Sprintf("the text has %d characters; Mermaid draws up to %d unless its “maxTextSize” says more", n, maxDrawn)})
	}
	_, err := io.WriteString(w, b.String())
	return problems, err
}

// scoring says how feelings become scores.
type scoring struct {
	journey.Scale
	exact bool    // the scale is one that people give scores in, and is kept
	none  float64 // the score where there is no feeling: the middle
}

// scaleOf is how the feelings of a lane are written: 1 to 5 and 0 to 10 as
// they are, all others as 1 to 5.
func scaleOf(l journey.Lane) scoring {
	s := scoring{Scale: l.Scale(), none: 3}
	switch {
	case s.Least == 1 && s.Greatest == 5:
		s.exact = true
	case s.Least == 0 && s.Greatest == 10:
		s.exact, s.none = true, 5
	}
	return s
}

// text is a score as JavaScript's Number() reads it.
func (s scoring) text(n journey.Number) string {
	v := n.Or(s.none)
	if n.Set && !s.exact {
		v = math.Round((3+s.Normal(v))*1000) / 1000
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// problems is a sentence for each thing that was left out or changed.
func (c *writer) problems(s scoring) []journey.Problem {
	var out []journey.Problem
	say := func(format string, a ...any) {
		out = append(out, journey.Problem{Text: fmt.Sprintf(format, a...)})
	}
	count := func(n int, one, many string) {
		switch {
		case n == 1:
			say("%s", one)
		case n > 1:
			say(many, n)
		}
	}
	for _, l := range c.p.Lanes(c.m.ID) {
		at := journey.Describe(l)
		switch n := len(c.p.LaneCards(l)); {
		case l.Hidden && n > 0:
			out = append(out, journey.Problem{At: at, Text: "left out, it is hidden"})
		case l.LaneKind == journey.Feelings && l.ID != c.feel.ID && n > 0:
			out = append(out, journey.Problem{At: at, Text: "left out, a Mermaid journey has one line of feelings"})
		case l.LaneKind == journey.Divider || n > 0 && l.LaneKind != journey.Touchpoints && l.LaneKind != journey.Feelings && l.LaneKind != journey.People:
			out = append(out, journey.Problem{At: at, Text: "left out, a Mermaid journey has no place for it"})
		}
	}
	switch {
	case c.feel.ID == "":
	case !s.exact:
		say("the feelings from %s to %s were written as scores from 1 to 5", journey.Num(s.Least), journey.Num(s.Greatest))
	case s.Greatest == 10:
		say("the feelings go from 0 to 10; Mermaid draws 1 to 5 and puts the others outside its picture")
	}
	none := journey.Num(s.none)
	count(c.unfelt, fmt.Sprintf("a step without a feeling was written with %s, the middle", none),
		"%d steps without a feeling were written with "+none.String()+", the middle")
	count(c.unwritten, "a step has several feelings, only the first was written", "%d feelings were left out, a step has one score")
	count(c.labels, "the words at a feeling were left out", "the words at %d feelings were left out")
	count(c.further, "a further touchpoint of a step was left out", "%d further touchpoints of steps were left out")
	count(c.spoken, "what a card says beyond its title was left out", "what %d cards say beyond their titles was left out")
	count(c.empty, "a step without words was left out", "%d steps without words were left out")
	if strings.Contains(tidy(c.m.Title)+tidy(c.m.AccessTitle), "\n") {
		say("the line breaks of the title became spaces")
	}
	if f := c.unheld(); len(f) > 0 {
		say("left out of the map: %s", strings.Join(f, ", "))
	}
	return out
}

// unheld is what the map has around its columns and lanes.
func (c *writer) unheld() []string {
	var out []string
	has := func(ok bool, name string) {
		if ok {
			out = append(out, name)
		}
	}
	m := c.m
	has(m.Subtitle != "", "subtitle")
	has(m.Persona != "", "what is known of the persona")
	has(m.Scenario != "", "scenario")
	has(m.Goal != "", "goal")
	has(m.Organisation != "" || m.Owner != "", "who owns it")
	has(m.State != "" || m.Status != "" || m.Version != "" || m.Date != "" || m.Review != "", "status and dates")
	notes := false
	for _, s := range c.p.Stages(m.ID) {
		notes = notes || s.Note != "" || s.SpeakerNotes != ""
	}
	has(notes, "notes of the stages")
	has(len(c.p.Links(m.ID)) > 0, "links between cards")
	has(len(c.p.Notes(m.ID)) > 0, "sticky notes")
	has(len(c.p.Views(m.ID)) > 0, "views")
	return out
}
