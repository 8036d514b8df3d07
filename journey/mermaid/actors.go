package mermaid

import "strings"

// actors is the distinct names of a list. What stands in quotes is one name,
// even with a comma in it.
func (r *reader) actors(n int, list string) []string {
	if trim(list) == "" {
		return nil
	}
	var out []string
	seen := map[string]bool{}
	var empty, twice, wide, semi, quoted bool
	for rest, more := list, true; more && !r.full; {
		var raw, by string
		raw, by, rest, more = cutActor(rest)
		wide = wide || by == "，" || by == "、"
		semi = semi || by == ";" && trim(rest) != ""
		quoted = quoted || raw != "" && strings.ContainsAny(raw, ",，、") && trim(raw)[0] == '"'
		if by == ";" && trim(rest) == "" {
			r.say(n, "“;” at the end was left out")
			more = false
		}
		name := oneLine(r.text(raw, n))
		switch {
		case name == "":
			empty = empty || by != "" || len(out) > 0
		case seen[name]:
			twice = true
		case r.grow(n, 1):
			seen[name] = true
			out = append(out, name)
		}
	}
	for _, f := range []struct {
		found bool
		text  string
	}{
		{empty, "an actor without a name was left out"},
		{twice, "an actor who is named twice was read once"},
		{wide, "“，” or “、” between actors was read as a comma"},
		{semi, "“;” between actors was read as a comma"},
		{quoted, "the words in quotes were kept as one actor"},
	} {
		if f.found {
			r.say(n, "%s", f.text)
		}
	}
	return out
}

// cutActor cuts the first name off a list, and the separator behind it.
func cutActor(list string) (name, by, rest string, more bool) {
	start := len(list) - len(strings.TrimLeftFunc(list, space))
	if strings.HasPrefix(list[start:], `"`) {
		if end := strings.IndexByte(list[start+1:], '"'); end >= 0 {
			end += start + 2
			tail := strings.TrimLeftFunc(list[end:], space)
			if tail == "" {
				return list[:end], "", "", false
			}
			if by := separator(tail); by != "" {
				return list[:end], by, tail[len(by):], true
			}
		}
	}
	for i := 0; i < len(list); i++ {
		switch list[i] {
		case '#':
			i += max(entity(list[i:])-1, 0)
			continue
		case '&':
			i += max(htmlEntity(list[i:])-1, 0)
			continue
		}
		if by := separator(list[i:]); by != "" {
			return list[:i], by, list[i+len(by):], true
		}
	}
	return list, "", "", false
}

func separator(s string) string {
	for _, by := range []string{",", ";", "，", "、"} {
		if strings.HasPrefix(s, by) {
			return by
		}
	}
	return ""
}
