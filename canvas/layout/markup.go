package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"throughline/canvas/scene"
	"throughline/journey"
)

// span is a stretch of a text that looks one way. Its text is a piece of what
// was typed; the characters of markup stand between spans.
type span struct {
	text         string
	at           int // byte of what was typed at which it begins
	bold, italic bool
	link         string
}

// paragraph is a line of what was typed.
type paragraph struct {
	spans []span
	item  bool // of a list
	end   int  // byte of what was typed at which it ends
}

// markup reads the small markup of text lanes: **bold**, _italic_ or *italic*,
// lines that begin with "- ", [words](address), and addresses that stand there
// as they are. A mark without its counterpart is a character like any other.
func markup(s string) []paragraph {
	var out []paragraph
	at := 0
	for l := range strings.SplitSeq(s, "\n") {
		p, n := paragraph{}, 0
		if rest := strings.TrimLeft(l, " "); strings.HasPrefix(rest, "- ") {
			p.item, n = true, len(l)-len(rest)+2
		}
		p.spans, p.end = inline(nil, span{text: l[n:], at: at + n}), at+len(l)
		out = append(out, p)
		at = p.end + 1
	}
	return out
}

// plain reports whether a text has no markup, as most have.
func plain(s string) bool {
	return !strings.ContainsAny(s, "*_[") && !strings.Contains(s, "://") && !strings.HasPrefix(strings.TrimLeft(s, " "), "- ") &&
		!strings.Contains(s, "\n- ") && !strings.Contains(s, "\n ")
}

// inline appends the spans of s, which looks one way but for the markup in it.
func inline(out []span, s span) []span {
	t := s.text
	done := 0 // what is before it has its span
	cut := func(from, to int) span {
		p := s
		p.text, p.at = t[from:to], s.at+from
		return p
	}
	flush := func(to int) {
		if to > done {
			out = append(out, cut(done, to))
		}
	}
	lost := map[string]bool{} // marks that have no counterpart from here on
	for i := 0; i < len(t); {
		inner, next := span{}, 0
		switch t[i] {
		case '*', '_':
			inner, next = marked(t, i, cut, lost)
		case '[':
			if s.link == "" {
				inner, next = linked(t, i, cut)
			}
		case 'h', 'H':
			if n := address(t, i); n > 0 && s.link == "" {
				flush(i)
				p := cut(i, i+n)
				p.link = p.text
				out = append(out, p)
				i += n
				done = i
				continue
			}
		}
		if next > 0 {
			flush(i)
			out = inline(out, inner)
			i, done = next, next
			continue
		}
		i++
	}
	flush(len(t))
	return out
}

// marked is what stands between a mark at byte i and its counterpart, and where
// the text goes on behind that; 0 where there is none.
func marked(t string, i int, cut func(int, int) span, lost map[string]bool) (inner span, next int) {
	mark := t[i : i+1]
	if strings.HasPrefix(t[i:], "**") {
		mark = "**"
	}
	from := i + len(mark)
	if lost[mark] || !solid(t, from) || len(mark) == 1 && wordBefore(t, i) {
		return span{}, 0
	}
	whole := cut(from, from)
	if mark == "**" && whole.bold || mark != "**" && whole.italic {
		return span{}, 0
	}
	for j := from + 1; j <= len(t)-len(mark); j++ {
		if t[j] != mark[0] || !strings.HasPrefix(t[j:], mark) || unicode.IsSpace(lastRune(t[:j])) {
			continue
		}
		end := j + len(mark)
		if mark == "*" && (strings.HasPrefix(t[end:], "*") || t[j-1] == '*') || mark != "**" && wordAt(t, end) {
			continue
		}
		inner = cut(from, j)
		if mark == "**" {
			inner.bold = true
		} else {
			inner.italic = true
		}
		return inner, end
	}
	lost[mark] = true
	return span{}, 0
}

// maxAddress is the longest address that markup may lead to, bytes.
const maxAddress = 2000

// linked is the words of a link at byte i, and where the text goes on.
func linked(t string, i int, cut func(int, int) span) (inner span, next int) {
	n := strings.IndexAny(t[i+1:], "[]")
	if n < 1 || !strings.HasPrefix(t[i+1+n:], "](") {
		return span{}, 0
	}
	from := i + 1 + n + 2
	m := strings.IndexAny(t[from:min(len(t), from+maxAddress)], " )")
	if m < 1 || t[from+m] != ')' || !leads(t[from:from+m]) {
		return span{}, 0
	}
	inner = cut(i+1, i+1+n)
	inner.link = t[from : from+m]
	return inner, from + m + 1
}

// leads reports whether an address leads somewhere that a map may lead to.
func leads(target string) bool {
	_, ok := scene.Address(target)
	return ok || strings.HasPrefix(target, mapAddress)
}

// leadsTo is the first address of a card that leads somewhere, "" where none
// does.
func leadsTo(card journey.Card) string {
	if card.Links == "" {
		return ""
	}
	for _, a := range card.Links.All() {
		if leads(a) {
			return a
		}
	}
	return ""
}

// mapAddress is what an address of a map of the file begins with.
const mapAddress = "map:"

// address is the length of the address at byte i, 0 where there is none. What
// ends a sentence is no part of it.
func address(t string, i int) int {
	rest := t[i:]
	lower := strings.ToLower(rest[:min(len(rest), len("https://"))])
	if !strings.HasPrefix(lower, "http://") && lower != "https://" || wordBefore(t, i) {
		return 0
	}
	n := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`<>"`, r) })
	if n < 0 {
		n = len(rest)
	}
	a := strings.TrimRight(rest[:min(n, maxAddress)], ".,;:!?'*_")
	if strings.HasSuffix(a, ")") && !strings.Contains(a, "(") {
		a = strings.TrimRight(a, ").,;:!?")
	}
	if !utf8.ValidString(a) || !leads(a) {
		return 0
	}
	return len(a)
}

// solid reports whether something that is no space begins at byte i.
func solid(t string, i int) bool {
	r, n := utf8.DecodeRuneInString(t[i:])
	return n > 0 && !unicode.IsSpace(r)
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func wordBefore(t string, i int) bool { return i > 0 && isWord(lastRune(t[:i])) }

func wordAt(t string, i int) bool {
	r, n := utf8.DecodeRuneInString(t[i:])
	return n > 0 && isWord(r)
}
