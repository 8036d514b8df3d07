package mermaid

import (
	"html"
	"strings"

	"throughline/journey"
)

// marks is what decode met in a text.
type marks uint8

const (
	hash      marks = 1 << iota // a “#” that begins no escape
	semicolon                   // a “;” that ends none
	remark                      // “%%”
	fromHTML                    // an escape of HTML
)

// word reports whether c is a letter, a digit or “_” as JavaScript has them.
func word(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// entity is the length of the escape that s begins with, as in “#58;” or
// “#quot;”, and 0 where it begins with none.
func entity(s string) int {
	if s == "" || s[0] != '#' {
		return 0
	}
	for i := 1; i < len(s) && i < 40; i++ {
		if s[i] == ';' && i > 1 {
			return i + 1
		}
		if !word(s[i]) {
			return 0
		}
	}
	return 0
}

// htmlEntity is the same for “&amp;”, “&#58;” or “&#x3a;”.
func htmlEntity(s string) int {
	i := 1
	if strings.HasPrefix(s[1:], "#") {
		i = 2
	}
	if n := entity("#" + s[i:min(len(s), 40)]); n > 0 {
		return n - 1 + i
	}
	return 0
}

// unescape is what an escape of HTML means; ok is false where it means nothing.
func unescape(e string) (string, bool) {
	v := html.UnescapeString(e)
	// A name that HTML does not know may begin with one that it does.
	if v == e || strings.HasSuffix(v, ";") && v != ";" {
		return "", false
	}
	return v, true
}

// decode is s with escapes as the characters they mean and “<br>” as a line
// break, as clean text without white space around its lines.
func decode(s string) (string, marks) {
	s = trim(s)
	var m marks
	if strings.Contains(s, "%%") {
		m |= remark
	}
	if !strings.ContainsAny(s, "#&;<") {
		return tidy(strings.Clone(s)), m
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		n := 1
		switch s[i] {
		case '#':
			if n = entity(s[i:]); n > 0 {
				e := s[i : i+n]
				if e[1] < '0' || e[1] > '9' {
					e = e[1:]
				}
				if v, ok := unescape("&" + e); ok {
					b.WriteString(v)
				} else {
					b.WriteString(s[i : i+n])
				}
				i += n
				continue
			}
			n, m = 1, m|hash
		case ';':
			m |= semicolon
		case '&':
			if k := htmlEntity(s[i:]); k > 0 {
				if v, ok := unescape(s[i : i+k]); ok {
					b.WriteString(v)
					i, m = i+k, m|fromHTML
					continue
				}
			}
		case '<':
			if k := lineBreak(s[i:]); k > 0 {
				b.WriteByte('\n')
				i += k
				continue
			}
		}
		b.WriteString(s[i : i+n])
		i += n
	}
	return tidy(b.String()), m
}

// lineBreak is the length of the “<br>” that s begins with, or 0.
func lineBreak(s string) int {
	rest, ok := cutWord(s, "<br")
	if !ok {
		return 0
	}
	rest = strings.TrimLeft(rest[:min(len(rest), 10)], " ")
	rest = strings.TrimPrefix(rest, "/")
	if !strings.HasPrefix(rest, ">") {
		return 0
	}
	return strings.IndexByte(s, '>') + 1
}

// tidy is clean text without white space around its lines.
func tidy(s string) string {
	s = trim(journey.CleanText(s))
	if !strings.Contains(s, "\n") {
		return s
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = trim(lines[i])
	}
	return strings.Join(lines, "\n")
}

// oneLine is s with its line breaks as spaces.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), " ")
}
