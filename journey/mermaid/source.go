package mermaid

import (
	"strings"
	"unicode"
)

// source hands out the lines of a block, without what tells Mermaid how to
// draw. It is a value: a copy is a place to come back to.
type source struct {
	rest  string
	line  int // of what rest begins with
	say   func(line int, format string, a ...any)
	close int // the length of rest from the last “}%%” on, 0 where there is none
	brace int // the same of the last “}”
}

func newSource(b Block) source {
	s := source{rest: strings.TrimPrefix(b.Text, "\uFEFF"), line: b.Line, say: func(int, string, ...any) {}}
	if i := strings.LastIndex(s.rest, "}%%"); i >= 0 {
		s.close = len(s.rest) - i
	}
	if i := strings.LastIndexByte(s.rest, '}'); i >= 0 {
		s.brace = len(s.rest) - i
	}
	return s
}

// cutLine cuts the first line off s; it ends with a line feed, a carriage
// return or both.
func cutLine(s string) (line, rest string) {
	i := strings.IndexAny(s, "\r\n")
	if i < 0 {
		return s, ""
	}
	if strings.HasPrefix(s[i:], "\r\n") {
		return s[:i], s[i+2:]
	}
	return s[:i], s[i+1:]
}

// raw is the next line as it stands.
func (s *source) raw() (line string, n int, ok bool) {
	if s.rest == "" {
		return "", s.line, false
	}
	line, s.rest = cutLine(s.rest)
	s.line++
	return line, s.line - 1, true
}

// next is the next line without directives. One that spans lines is left out
// with all of them.
func (s *source) next() (line string, n int, ok bool) {
	line, n, ok = s.raw()
	if !ok || !strings.Contains(line, "%%{") {
		return line, n, ok
	}
	var b strings.Builder
	for {
		i := strings.Index(line, "%%{")
		if i < 0 {
			b.WriteString(line)
			return b.String(), n, true
		}
		b.WriteString(line[:i])
		line = line[i:]
		end := strings.Index(line, "}%%")
		if end < 0 && s.close > 0 && s.close <= len(s.rest) {
			for end < 0 {
				line, _, _ = s.raw()
				end = strings.Index(line, "}%%")
			}
		}
		if end < 0 {
			s.say(n, "“%%%%{” without “}%%%%” was read as a comment")
			return b.String(), n, true
		}
		s.say(n, "what tells Mermaid how to draw (%s) was left out", "“%%{…}%%”")
		line = line[end+len("}%%"):]
	}
}

// frontMatter skips the lines between two “---” at the beginning and is their
// title.
func (s *source) frontMatter() string {
	at := *s
	line, _, ok := at.raw()
	for ok && trim(line) == "" {
		line, _, ok = at.raw()
	}
	if trim(line) != "---" {
		return ""
	}
	var yaml []string
	for len(yaml) < 1000 {
		line, n, ok := at.raw()
		if !ok {
			return ""
		}
		if trim(line) == "---" {
			*s = at
			return s.yamlTitle(yaml, n-len(yaml))
		}
		yaml = append(yaml, line)
	}
	return ""
}

// yamlTitle is the value of the key “title” of front matter, of which nothing
// else matters to a map. first is the number of its first line.
func (s *source) yamlTitle(lines []string, first int) string {
	indent := -1
	for i, line := range lines {
		t := trim(line)
		if t == "" || t[0] == '#' {
			continue
		}
		if indent < 0 {
			indent = indentOf(line)
		}
		v, ok := strings.CutPrefix(t, "title:")
		if !ok || indentOf(line) != indent {
			continue
		}
		v = trim(v)
		if v == "" || v[0] == '|' || v[0] == '>' { // the text stands below
			var words []string
			for _, line := range lines[i+1:] {
				if trim(line) != "" && indentOf(line) <= indent {
					break
				}
				words = append(words, trim(line))
			}
			return oneLine(tidy(strings.Join(words, " ")))
		}
		return s.yamlScalar(v, first+i)
	}
	return ""
}

func (s *source) yamlScalar(v string, line int) string {
	q := v[0]
	end := strings.LastIndexByte(v, q)
	switch {
	case q == '"' && end > 0:
		v = strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, " ", `\t`, " ").Replace(v[1:end])
		return oneLine(tidy(v))
	case q == '\'' && end > 0:
		return oneLine(tidy(strings.ReplaceAll(v[1:end], "''", "'")))
	}
	if i := strings.Index(v, " #"); i >= 0 {
		v = trim(v[:i])
	}
	if strings.Contains(v, ": ") || strings.IndexByte("[{&*!%@`\"'", v[0]) >= 0 {
		s.say(line, "the title is not valid YAML, it was read as it stands")
	}
	return oneLine(tidy(strings.Clone(v)))
}

// trim is s without the white space around it, as Mermaid sees white space.
func trim(s string) string { return strings.TrimFunc(s, space) }

func space(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }

// indentOf counts the white space that a line begins with.
func indentOf(line string) int {
	n := 0
	for _, r := range line {
		if !space(r) {
			break
		}
		n++
	}
	return n
}
