package mermaid

import (
	"regexp"
	"strings"
	"unicode"

	"throughline/journey"
)

// task reads a line that is no other statement.
func (r *reader) task(t string, n int) {
	p := split(t)
	if !p.value.Set && r.noTask(t, n) {
		return
	}
	if !r.grow(n, 3) {
		return
	}
	task := Task{Line: n, Name: r.text(p.name, n), Score: p.value}
	if v := p.value.Value; v > tooLarge || v < -tooLarge {
		r.say(n, "the score “%s” is too large and was left out", clip(p.score))
		task.Score = journey.Number{}
	}
	r.remarks(p, t, n)
	if task.Actors = r.actors(n, p.actors); task.Name == "" && !task.Score.Set && task.Actors == nil {
		r.say(n, "“%s” was left out", clip(t))
		return
	}
	if len(r.d.Sections) == 0 {
		r.say(n, "the steps before the first section stand under a stage without a name")
		r.d.Sections = append(r.d.Sections, Section{Line: n})
	}
	s := &r.d.Sections[len(r.d.Sections)-1]
	s.Tasks = append(s.Tasks, task)
	switch {
	case p.swap != "":
		r.swaps = append(r.swaps, swap{len(r.d.Sections) - 1, len(s.Tasks) - 1, p.swapName, p.swap})
	case p.colons && p.value.Set:
		r.say(n, "a colon in the name of a task was kept")
	}
}

// remarks reports what of the line t Mermaid would not have read like that.
func (r *reader) remarks(p parts, t string, n int) {
	switch {
	case trim(p.name) == "":
		r.say(n, "a step without a name, kept without one")
	case startsKeyword(t):
		r.say(n, "the name of a task begins with “%s”, which is a keyword to Mermaid, and was kept", clip(strings.FieldsFunc(t, space)[0]))
	}
	v := p.value.Value
	switch {
	case !p.value.Set && p.missing && p.colons:
		r.say(n, "a step needs “task: score: actor”, here is no score and the words were kept")
	case !p.value.Set && p.missing && p.score == "":
		r.say(n, "a step needs “task: score: actor”, here is no score")
	case !p.value.Set && p.missing:
		r.say(n, "the score “%s” was read as none", clip(p.score))
	case !p.value.Set:
		r.say(n, "a step needs “task: score: actor”, the line was kept as a step without a score")
	case !p.exact:
		r.say(n, "the score “%s” was read as %s", clip(p.score), p.value)
	}
	if p.value.Set && !r.outside && (v < 1 || v > 5) && v <= tooLarge && v >= -tooLarge {
		r.outside = true
		r.say(n, "the score %s is not in 1 to 5, so the feelings have a wider scale", p.value)
	}
	if p.comma {
		r.say(n, "the comma behind the score was read as a colon")
	}
	if p.wide {
		r.say(n, "“：” was read as “:”")
	}
	if p.behind {
		r.say(n, "a colon in the name of an actor was kept")
	}
}

// click is a link on a task, as flow charts have them.
var click = regexp.MustCompile(`(?i)^click\s+(\S.*?)\s+(?:href\s+"([^"]+)"|"([^"]*://[^"]*)")(?:\s|$)`)

// styling is what other diagrams say about looks.
var styling = regexp.MustCompile(`(?i)^(?:classdef\s|linkstyle\s|style\s+\S+\s+\S+:|direction\s+(?:lr|rl|tb|td|bt)$|end$)`)

// noTask takes the lines that are no words about a journey.
func (r *reader) noTask(t string, n int) bool {
	if m := click.FindStringSubmatch(t); m != nil {
		if r.grow(n, 1) {
			name, _ := decode(strings.Trim(m[1], `"`))
			r.links = append(r.links, link{n, name, journey.CleanText(strings.Clone(m[2] + m[3]))})
		}
		return true
	}
	words := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.Is(unicode.So, c) }
	if styling.MatchString(t) || !strings.ContainsFunc(t, words) {
		r.say(n, "“%s” was left out", clip(t))
		return true
	}
	return false
}

// link is an address for the task of a name.
type link struct {
	line          int
	name, address string
}

// resolveLinks puts the addresses on their tasks; of two of one name, the last.
func (r *reader) resolveLinks() {
	if len(r.links) == 0 {
		return
	}
	tasks := map[string]*Task{}
	for i := range r.d.Sections {
		for j := range r.d.Sections[i].Tasks {
			t := &r.d.Sections[i].Tasks[j]
			tasks[strings.ToLower(t.Name)] = t
		}
	}
	for _, l := range r.links {
		if t := tasks[strings.ToLower(l.name)]; t != nil {
			t.Links = append(t.Links, l.address)
			r.say(l.line, "the link of “%s” was kept; a Mermaid journey has none", clip(l.name))
		} else {
			r.say(l.line, "a link to “%s”, which is no step, was left out", clip(l.name))
		}
	}
}

// swap is a task whose last part before the score may be its actor.
type swap struct {
	section, task int
	name, actor   string // as in the line
}

// resolveSwaps decides about “task: actor: score”. It is meant where the
// diagram names that actor elsewhere, or where all of its lines are like that
// and fewer actors than lines come of it. Elsewhere the colon is the name's.
func (r *reader) resolveSwaps() {
	if len(r.swaps) == 0 {
		return
	}
	known, tasks := map[string]bool{}, 0
	for _, s := range r.d.Sections {
		for _, t := range s.Tasks {
			tasks++
			for _, a := range t.Actors {
				known[a] = true
			}
		}
	}
	different := map[string]bool{}
	for _, s := range r.swaps {
		different[trim(s.actor)] = true
	}
	all := len(known) == 0 && tasks == len(r.swaps) && len(different) < tasks
	for _, s := range r.swaps {
		t := &r.d.Sections[s.section].Tasks[s.task]
		if a, _ := decode(s.actor); !all && !known[a] || r.full {
			r.say(t.Line, "a colon in the name of a task was kept")
			continue
		}
		t.Name, _ = decode(s.name)
		t.Actors = r.actors(t.Line, s.actor)
		r.say(t.Line, "the actor “%s” stood before the score", clip(s.actor))
	}
}
