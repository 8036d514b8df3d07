package mermaid

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"throughline/journey"
)

// ErrNone says that a text holds no journey diagram.
var ErrNone = errors.New("no Mermaid journey in this file")

// Limits of one text, so that a hostile one cannot fill the memory: a map for
// people has some hundred cards.
const (
	maxRows     = 100_000 // of the project that the diagrams become
	maxProblems = 1000
)

// Diagram is what the text of one journey diagram says.
type Diagram struct {
	Line        int // of the word “journey” in the file, 1 is the first
	Title       string
	AccessTitle string
	Description string
	Sections    []Section
	Problems    []journey.Problem // what was put right or left out, by line
}

// Section is a section with its tasks. Tasks that stand before any section are
// in a first one without a name.
type Section struct {
	Line  int
	Name  string // line breaks are "\n"
	Tasks []Task
}

// Task is one step of a journey.
type Task struct {
	Line   int
	Name   string // line breaks are "\n"
	Score  journey.Number
	Actors []string
	Links  []string // addresses from “click” lines
}

// Read is every journey diagram of a text: a bare diagram, or a document with
// diagrams in fences. The error is ErrNone; all else that may be wrong with a
// text stands in the diagrams' problems.
func Read(text string) ([]Diagram, error) {
	r := &reader{}
	for _, b := range Find(text) {
		if r.full {
			break
		}
		r.block(b)
	}
	if len(r.out) == 0 {
		return nil, ErrNone
	}
	if more := r.said - maxProblems; more > 0 {
		last := &r.out[len(r.out)-1]
		last.Problems = append(last.Problems, journey.Problem{Text: fmt.Sprintf("%d more findings are not listed", more)})
	}
	return r.out, nil
}

// reader makes diagrams of blocks.
type reader struct {
	out  []Diagram
	src  *source
	rows int  // that the diagrams will become
	full bool // the limit is reached, the rest is left out
	said int

	// Of the diagram that is being read:
	d        *Diagram
	indent   int    // of its last section line, -1 before the first
	fallback string // a title that stood outside of it
	swaps    []swap
	links    []link
	outside  bool // a score outside 1 to 5 was reported
}

// say reports something at a line.
func (r *reader) say(line int, format string, a ...any) {
	p := journey.Problem{Line: line, Text: fmt.Sprintf(format, a...)}
	if n := len(r.d.Problems); n > 0 && r.d.Problems[n-1] == p {
		return
	}
	if r.said++; r.said <= maxProblems {
		r.d.Problems = append(r.d.Problems, p)
	}
}

// grow counts n rows that a line becomes, and reports the end of the room.
func (r *reader) grow(line, n int) bool {
	if r.rows += n; r.rows > maxRows && !r.full {
		r.full = true
		r.say(line, "this file is too large; what stands from here on was left out")
	}
	return !r.full
}

// block reads the diagrams of one block: one, or more where the word “journey”
// comes again.
func (r *reader) block(b Block) {
	src := newSource(b)
	h, ok := begin(&src, true)
	if !ok {
		return
	}
	r.src = &src
	r.start(h.line)
	r.fallback = h.title
	src.say = r.say
	r.d.AccessTitle, r.d.Description = h.access, h.descr
	for _, p := range h.problems {
		r.say(p.Line, "%s", p.Text)
	}
	r.header(h.line, h.rest)
	for !r.full {
		line, n, ok := src.next()
		if !ok {
			break
		}
		r.statement(line, n)
	}
	r.finish()
}

// start begins a diagram.
func (r *reader) start(line int) {
	r.grow(line, 1)
	r.out = append(r.out, Diagram{Line: line})
	r.d = &r.out[len(r.out)-1]
	r.indent, r.fallback, r.swaps, r.links, r.outside = -1, "", nil, nil, false
}

// finish completes the diagram: what only the whole of it shows.
func (r *reader) finish() {
	r.resolveSwaps()
	r.resolveLinks()
	if r.d.Title == "" {
		r.d.Title = r.fallback
	}
	slices.SortStableFunc(r.d.Problems, func(a, b journey.Problem) int { return a.Line - b.Line })
}

// clip is s for a sentence: short, and on one line.
func clip(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(journey.CleanText(s[:min(len(s), 8*most)])), " ")
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
