package mermaid

import "strings"

// header reads what stands behind the word “journey” on its line.
func (r *reader) header(line int, rest string) {
	if strings.HasPrefix(rest, "-") { // as “journey-beta”, in the manner of others
		i := strings.IndexFunc(rest, space)
		if i < 0 {
			i = len(rest)
		}
		r.say(line, "“journey%s” was read as “journey”", clip(rest[:i]))
		rest = rest[i:]
	}
	t := strings.TrimLeft(trim(rest), ":; \t")
	switch {
	case t == "" && trim(rest) != "":
		r.say(line, "“%s” behind “journey” was left out", clip(rest))
	case t == "":
	case statementLike(t):
		r.statement(t, line)
	default:
		r.say(line, "the words behind “journey” were read as the title")
		r.fallback, _ = decode(t)
		r.fallback = oneLine(r.fallback)
	}
}

// statement reads one line.
func (r *reader) statement(line string, n int) {
	for {
		v, ok := braced(trim(line))
		if !ok {
			break
		}
		line, n = r.description(v, n)
	}
	t := trim(line)
	switch {
	case t == "" || strings.HasPrefix(t, "%%"):
		return
	case comment(t) && t[0] == '%':
		r.say(n, "“%s” is a comment to Mermaid and was left out", clip(t))
		return
	case comment(t) && !(len(t) > 1 && !space(rune(t[1])) && split(t).scored()):
		return
	}
	if v, ok := after(t, "acctitle"); ok {
		v, _ = decode(v)
		r.d.AccessTitle = oneLine(v)
		return
	}
	if v, ok := after(t, "accdescr"); ok {
		r.d.Description, _ = decode(v)
		return
	}
	if rest, ok := keyword(t); ok && bare(rest) {
		r.again(n)
		return
	}
	if strings.Contains(t, ";") && r.several(t, n) {
		return
	}
	indent := indentOf(line)
	if v, ok := after(t, "title"); ok && !r.taskLike(t, "title", indent) {
		r.title(v, n)
		return
	}
	if v, ok := after(t, "section"); ok && !r.taskLike(t, "section", indent) {
		r.indent = indent
		r.section(v, n)
		return
	}
	r.task(t, n)
}

// again begins a further diagram where the word “journey” comes once more.
func (r *reader) again(n int) {
	if len(r.d.Sections) == 0 {
		r.say(n, "a second “journey” was left out")
		return
	}
	r.finish()
	r.start(n)
	r.say(n, "a second “journey” was read as another map")
}

// several reads a line of statements with “;” between or behind them.
func (r *reader) several(t string, n int) bool {
	if s, _ := cutSemicolon(t); s == t {
		return false // all of them end escapes
	}
	count, like := 0, 0
	for rest := t; rest != ""; {
		var s string
		if s, rest = cutSemicolon(rest); s != "" {
			count++
			if statementLike(s) {
				like++
			}
		}
	}
	if count > 1 && like < count {
		return false
	}
	r.say(n, "“;” was read as the end of a line")
	for rest := t; rest != "" && !r.full; {
		var s string
		if s, rest = cutSemicolon(rest); s != "" {
			r.statement(s, n)
		}
	}
	return true
}

// cutSemicolon cuts at the first “;” that ends no escape.
func cutSemicolon(t string) (s, rest string) {
	for i := 0; i < len(t); i++ {
		switch t[i] {
		case '#':
			i += max(entity(t[i:])-1, 0)
		case '&':
			i += max(htmlEntity(t[i:])-1, 0)
		case ';':
			return trim(t[:i]), trim(t[i+1:])
		}
	}
	return t, ""
}

// taskLike reports whether t, which begins with a keyword, is a task all the
// same: “section leader calls: 3: Me” below a section.
func (r *reader) taskLike(t, w string, indent int) bool {
	rest, _ := cutWord(t, w)
	p := split(t)
	if !p.scored() || trim(p.actors) == "" || p.value.Value < 0 || p.value.Value > 10 {
		return false
	}
	return strings.HasPrefix(rest, ":") || r.indent >= 0 && indent > r.indent
}

// keywords begin the lines that are no tasks to Mermaid.
var keywords = []string{"journey", "title", "section"}

// startsKeyword reports whether Mermaid would not take a line that begins with
// s for a task.
func startsKeyword(s string) bool {
	for _, w := range keywords {
		if rest, ok := cutWord(s, w); ok && (rest == "" || !word(rest[0])) {
			return true
		}
	}
	return false
}

func (r *reader) title(v string, n int) {
	v = oneLine(r.text(v, n))
	switch {
	case v == "":
		r.say(n, "a title without words was left out")
		return
	case r.d.Title != "" && r.d.Title != v:
		r.say(n, "a second title took the place of “%s”", clip(r.d.Title))
	}
	r.d.Title = v
}

func (r *reader) section(v string, n int) {
	if !r.grow(n, 1) {
		return
	}
	name := r.text(v, n)
	if v == "" {
		r.say(n, "a section without a name became a stage without one")
	}
	if strings.Contains(v, ":") {
		r.say(n, "a colon in the name of a section was kept")
	}
	r.d.Sections = append(r.d.Sections, Section{Line: n, Name: name})
}

// text is v decoded; what Mermaid would not take in it is reported.
func (r *reader) text(v string, n int) string {
	s, m := decode(v)
	if m&hash != 0 {
		r.say(n, "“#” was kept; Mermaid ends the line there")
	}
	if m&semicolon != 0 {
		r.say(n, "“;” was kept; Mermaid does not take it")
	}
	if m&remark != 0 {
		r.say(n, "“%%%%” was kept; it begins a comment at the start of a line only")
	}
	if m&fromHTML != 0 {
		r.say(n, "the escapes of HTML were read as the characters they mean")
	}
	return s
}

// description reads accDescr in braces; v is what stands behind the first. What
// stands behind the second is the rest of line n.
func (r *reader) description(v string, line int) (rest string, n int) {
	n = line
	var b strings.Builder
	closed := strings.Contains(v, "}") || r.src.brace > 0 && r.src.brace <= len(r.src.rest)
	if !closed {
		r.say(n, "the description has no “}”, it ends before the next statement")
	}
	for {
		body, rest, found := strings.Cut(v, "}")
		if t := trim(body); t != "" && !strings.HasPrefix(t, "%%") {
			b.WriteString(t)
			b.WriteByte('\n')
		}
		if found {
			r.d.Description, _ = decode(b.String())
			return rest, n
		}
		back := *r.src
		line, at, ok := r.src.next()
		if t := trim(line); !ok || !closed && t != "" && statementLike(t) {
			*r.src = back
			r.d.Description, _ = decode(b.String())
			return "", n
		}
		v, n = line, at
	}
}
