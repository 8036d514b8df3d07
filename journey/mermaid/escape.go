package mermaid

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// place is where in a diagram a text stands; what must be escaped depends on it.
type place uint8

const (
	inTitle   place = iota // title, accTitle and accDescr: cleaned of HTML by Mermaid
	inBraces               // the same, in the braces of accDescr
	inSection              // section names
	inTask                 // task names: at the beginning of a line, too
	inActor
)

// blank is a name of white space: Mermaid takes no empty one.
const blank = "#160;"

// escape is s as Mermaid's text for a place, so that Mermaid and Read both see
// s again. A line break becomes “<br>” where Mermaid breaks lines, else a space.
func escape(s string, at place) string {
	s = tidy(s)
	if at != inSection && at != inTask {
		s = oneLine(s)
	}
	if s == "" {
		return blank
	}
	var b strings.Builder
	if at == inTask && (startsKeyword(s) || startsAccess(s)) || at == inActor && opensQuote(s) {
		fmt.Fprintf(&b, "#%d;", s[0])
		s = s[1:]
	}
	// Mermaid takes the last “;” off a line with “style”, a colon and a “#”.
	colons := at > inBraces || strings.Contains(s, "style") || strings.Contains(s, "classDef")
	for i, r := range s {
		next := s[i+utf8.RuneLen(r):]
		if mustEscape(r, next, i == 0 && b.Len() == 0, at, colons) {
			fmt.Fprintf(&b, "#%d;", r)
		} else if r == '\n' {
			b.WriteString("<br>")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mustEscape reports whether r, with next behind it, must be written as a number.
func mustEscape(r rune, next string, first bool, at place, colons bool) bool {
	switch r {
	case '#', ';':
		return true
	case ':':
		return colons || first // what “title:” or “section:” would lose
	case ',', '，', '、':
		return at == inActor
	case '：':
		return first
	case '%':
		return first || strings.HasPrefix(next, "%")
	case '<':
		return at <= inBraces || next != "" && (word(next[0]) || strings.IndexByte("/!?", next[0]) >= 0)
	case '&':
		// “&” and a number make an escape of HTML.
		n, size := utf8.DecodeRuneInString(next)
		return n == '&' || mustEscape(n, next[size:], false, at, colons)
	case '}':
		return at == inBraces
	case 'ﬂ': // what Mermaid itself makes of escapes while it reads
		return strings.HasPrefix(next, "°")
	case '¶':
		return strings.HasPrefix(next, "ß")
	}
	return false
}

// startsAccess reports whether s may be read as accTitle or accDescr.
func startsAccess(s string) bool {
	_, title := cutWord(s, "acctitle")
	_, descr := cutWord(s, "accdescr")
	return title || descr
}

// opensQuote reports whether Read would look for the end of a quotation that
// begins with s beyond it.
func opensQuote(s string) bool {
	return s[0] == '"' && (len(s) == 1 || strings.IndexByte(s[1:], '"') != len(s)-2)
}

// description is s as accDescr; it has a form of several lines.
func description(s string) string {
	var lines []string
	for l := range strings.Lines(tidy(s)) {
		if trim(l) != "" {
			lines = append(lines, l)
		}
	}
	switch len(lines) {
	case 0:
		return ""
	case 1:
		return "  accDescr: " + escape(lines[0], inTitle) + "\n"
	}
	for i := range lines {
		lines[i] = escape(lines[i], inBraces)
	}
	return "  accDescr {\n    " + strings.Join(lines, "\n    ") + "\n  }\n"
}
