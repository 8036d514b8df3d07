package mermaid

import "strings"

// Block is the text of one diagram in a document.
type Block struct {
	Line int // of its first line in the document, 1 is the first
	Text string
}

// Find is the journey diagrams of a document: what stands in fences marked
// “mermaid” (of backticks, tildes or colons, also indented, in lists and in
// quotations), or in fences without a mark when it begins with “journey”. A
// text without fences that is itself a journey is one block. Diagrams of other
// kinds are left out.
func Find(text string) []Block {
	text = strings.TrimPrefix(text, "\uFEFF")
	var out []Block
	keep := func(b Block, marked bool) {
		src := newSource(b)
		if _, ok := begin(&src, marked); ok {
			out = append(out, b)
		}
	}
	var f fence
	for rest, line := text, 1; rest != ""; line++ {
		at := len(text) - len(rest)
		var s string
		s, rest = cutLine(rest)
		if f.mark != 0 {
			end, again := f.ends(s)
			if !end {
				f.add(s)
				continue
			}
			if f.wanted {
				keep(Block{f.line, f.text(text, at)}, f.marked)
			}
			f = fence{}
			if !again {
				continue
			}
		}
		if f = opening(s); f.mark != 0 {
			f.line, f.start = line+1, len(text)-len(rest)
		}
	}
	if f.wanted {
		keep(Block{f.line, f.text(text, len(text))}, f.marked)
	}
	if len(out) == 0 {
		keep(Block{1, text}, false)
	}
	return out
}

// fence is a fence that is open.
type fence struct {
	mark   byte // one of its characters, 0 while none is open
	length int
	quotes int  // how many “>” stand before it
	marked bool // as Mermaid's
	wanted bool
	line   int // of the first line in it
	start  int // where that is in the document
	quoted strings.Builder
}

// opening is the fence that a line opens.
func opening(s string) fence {
	s, quotes := unquote(s, -1)
	s = strings.TrimLeft(s, " \t")
	if s == "" || strings.IndexByte("`~:", s[0]) < 0 {
		s = listItem(s)
	}
	n := run(s)
	if n < 3 {
		return fence{}
	}
	info := trim(s[n:])
	if s[0] == '`' && strings.Contains(info, "`") {
		return fence{}
	}
	marked := mermaidMark(info)
	if s[0] == ':' && !marked {
		return fence{} // a container; it may have fences in it
	}
	return fence{mark: s[0], length: n, quotes: quotes, marked: marked, wanted: marked || info == ""}
}

// listItem is s without the marker of a list.
func listItem(s string) string {
	t := strings.TrimLeft(s[:min(len(s), 9)], "0123456789")
	digits := len(s[:min(len(s), 9)]) - len(t)
	if t == "" || digits > 0 && t[0] != '.' && t[0] != ')' || digits == 0 && strings.IndexByte("-*+", t[0]) < 0 {
		return s
	}
	return strings.TrimLeft(s[digits+1:], " \t")
}

// run counts the fence characters that s begins with.
func run(s string) int {
	if s == "" || strings.IndexByte("`~:", s[0]) < 0 {
		return 0
	}
	return len(s) - len(strings.TrimLeft(s, s[:1]))
}

// mermaidMark reports whether what stands behind a fence says “mermaid”, as in
// “Mermaid”, “{.mermaid}” or “{code-block} mermaid”.
func mermaidMark(info string) bool {
	words := strings.FieldsFunc(strings.ToLower(info[:min(len(info), 200)]), func(r rune) bool {
		return r < 0x80 && !word(byte(r)) && r != '-'
	})
	return len(words) > 0 && (words[0] == "mermaid" || words[0] == "code-block" && len(words) > 1 && words[1] == "mermaid")
}

// ends reports whether s ends the fence, and whether s itself stands behind it.
func (f *fence) ends(s string) (end, again bool) {
	s, quotes := unquote(s, f.quotes)
	if quotes < f.quotes {
		return true, true
	}
	s = trim(s)
	n := run(s)
	return n >= f.length && n == len(s) && s[0] == f.mark, false
}

// add takes a line; only in a quotation does it have to be copied.
func (f *fence) add(s string) {
	if f.wanted && f.quotes > 0 {
		s, _ = unquote(s, f.quotes)
		f.quoted.WriteString(s)
		f.quoted.WriteByte('\n')
	}
}

func (f *fence) text(doc string, end int) string {
	if f.quotes > 0 {
		return f.quoted.String()
	}
	return doc[f.start:end]
}

// unquote takes up to n “>” off a line, all for n < 0, and counts them.
func unquote(s string, n int) (string, int) {
	count := 0
	for n < 0 || count < n {
		t := strings.TrimLeft(s, " \t")
		if !strings.HasPrefix(t, ">") {
			break
		}
		s, count = t[1:], count+1
	}
	return s, count
}
