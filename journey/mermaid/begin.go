package mermaid

import (
	"fmt"
	"strings"

	"throughline/journey"
)

// head is what stands before the statements of a diagram.
type head struct {
	line                 int    // of the word “journey”
	rest                 string // what stands behind the word
	title, access, descr string
	problems             []journey.Problem
}

func (h *head) say(line int, text string) {
	if len(h.problems) < 20 {
		h.problems = append(h.problems, journey.Problem{Line: line, Text: text})
	}
}

// begin goes to the word “journey” and reports whether src is a journey. In a
// text that is not marked as Mermaid's, nothing may stand before the word but
// a title, and what stands on its line must be followed by a statement.
func begin(src *source, marked bool) (head, bool) {
	var h head
	src.say = func(line int, format string, a ...any) { h.say(line, fmt.Sprintf(format, a...)) }
	h.title = src.frontMatter()
	first := true
	for {
		line, n, ok := src.next()
		if !ok {
			return h, false
		}
		t := trim(line)
		if t == "" || comment(t) {
			continue
		}
		if rest, ok := keyword(t); ok && (first || bare(rest)) {
			h.line, h.rest = n, rest
			if w := t[:len(t)-len(rest)]; w != "journey" {
				h.say(n, fmt.Sprintf("“%s” was read as “journey”", w))
			}
			behind, _ := cutSemicolon(strings.TrimLeft(rest, ";: \t"))
			return h, marked || bare(rest) || statementLike(behind) || statementFollows(*src)
		}
		if !h.preamble(t, n) {
			if first && otherDiagram(t) || !marked {
				return h, false
			}
			h.say(n, fmt.Sprintf("“%s” stands before “journey” and was left out", clip(t)))
			first = false
		}
	}
}

// preamble takes a title that stands before the word “journey”.
func (h *head) preamble(t string, line int) bool {
	for _, f := range []struct {
		word string
		to   *string
	}{{"title", &h.title}, {"acctitle", &h.access}, {"accdescr", &h.descr}} {
		if v, ok := after(t, f.word); ok {
			v, _ = decode(v)
			if *f.to = v; f.word != "accdescr" {
				*f.to = oneLine(v)
			}
			h.say(line, fmt.Sprintf("“%s” before “journey” was read as if it stood behind it", clip(t)))
			return true
		}
	}
	return false
}

// keyword is what stands behind the word “journey” at the beginning of t.
func keyword(t string) (rest string, ok bool) {
	if rest, ok = cutWord(t, "journey"); !ok || rest != "" && word(rest[0]) {
		return "", false
	}
	return rest, true
}

// bare reports whether the word “journey” stands alone on its line.
func bare(rest string) bool { return strings.Trim(rest, ";: \t") == "" }

func statementFollows(src source) bool {
	src.say = func(int, string, ...any) {}
	for {
		line, _, ok := src.next()
		if !ok {
			return false
		}
		if t := trim(line); t != "" && !comment(t) {
			return statementLike(t)
		}
	}
}

// comment reports whether Mermaid takes the line t for a comment.
func comment(t string) bool {
	return t[0] == '%' && !strings.HasPrefix(t, "%{") || t[0] == '#' && entity(t) == 0
}

// statementLike reports whether t can be nothing but a statement of a journey.
func statementLike(t string) bool {
	for _, w := range []string{"title", "section", "acctitle", "accdescr"} {
		if _, ok := after(t, w); ok {
			return true
		}
	}
	_, ok := braced(t)
	return ok || split(t).scored()
}

// after is what stands behind the keyword w and white space or a colon, for
// those of accessibility a colon; ok also where nothing does.
func after(t, w string) (rest string, ok bool) {
	if rest, ok = cutWord(t, w); !ok || rest == "" {
		return "", ok
	}
	v := trim(rest)
	switch {
	case strings.HasPrefix(v, ":"):
		return trim(v[1:]), true
	case strings.HasPrefix(v, "："):
		return trim(v[len("："):]), true
	}
	return v, len(v) < len(rest) && !strings.HasPrefix(w, "acc")
}

// braced is what stands behind “accDescr {”.
func braced(t string) (rest string, ok bool) {
	rest, ok = cutWord(t, "accdescr")
	if !ok {
		return "", false
	}
	return strings.CutPrefix(trim(rest), "{")
}

// cutWord is strings.CutPrefix in any case; w has lower-case ASCII letters.
func cutWord(t, w string) (rest string, ok bool) {
	if len(t) < len(w) {
		return "", false
	}
	for i := range len(w) {
		if c := t[i]; c != w[i] && (c < 'A' || c > 'Z' || c+'a'-'A' != w[i]) {
			return "", false
		}
	}
	return t[len(w):], true
}

// otherDiagram reports whether t begins a diagram of another kind.
func otherDiagram(t string) bool {
	w := strings.ToLower(t[:min(len(t), 40)])
	if i := strings.IndexFunc(w, func(r rune) bool { return r > 0x7F || !word(byte(r)) }); i >= 0 {
		w = w[:i]
	}
	return others[w]
}

var others = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`graph flowchart sequencediagram classdiagram statediagram erdiagram
		gantt pie quadrantchart requirement requirementdiagram gitgraph c4context c4container c4component
		c4dynamic c4deployment mindmap timeline zenuml sankey xychart block packet kanban architecture
		radar treemap treeview info venn ishikawa wardley error`) {
		m[w] = true
	}
	return m
}()
