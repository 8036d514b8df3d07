package mermaid

import (
	"slices"
	"strings"

	"throughline/journey"
)

// maxColons is more than any line of words has.
const maxColons = 500

// parts is a line cut into name, score and actors. All texts are as in the
// line, their escapes too.
type parts struct {
	name, score, actors string
	value               journey.Number
	swapName, swap      string // the name's parts, where the last may be the actor
	colons              bool   // the name has colons
	exact               bool   // score is a number to Mermaid
	wide                bool   // it took the colon of Chinese and Japanese to cut it
	missing             bool   // a place for the score, but no number in it
	behind              bool   // the actors have a colon
	comma               bool   // it is a comma that stands behind the score
}

// scored reports whether p has a score that anybody would take for one.
func (p parts) scored() bool { return p.exact && !p.comma }

// split cuts a line into “task: score: actor”. The score is the second part
// where that is a number, as Mermaid has it, else the last part that is.
func split(t string) parts {
	p := cut(t, colons(t, false))
	if !p.value.Set && !p.missing && strings.Contains(t, "：") {
		if q := cut(t, colons(t, true)); q.value.Set || q.missing {
			q.wide = true
			return q
		}
	}
	return p
}

// colon is where a line is cut.
type colon struct{ at, end int }

// colons is the places of the colons in t; of too many, none.
func colons(t string, wide bool) []colon {
	var out []colon
	for i := 0; i < len(t); i++ {
		n := 0
		if t[i] == ':' {
			n = 1
		} else if wide && strings.HasPrefix(t[i:], "：") {
			n = len("：")
		}
		if n > 0 {
			if len(out) == maxColons {
				return nil
			}
			out = append(out, colon{i, i + n})
		}
	}
	return out
}

// cut cuts t at those colons that do not stand in a time of the day, or at all
// where that gives no score.
func cut(t string, at []colon) parts {
	rest := slices.DeleteFunc(slices.Clone(at), func(c colon) bool { _, ok := clock(t, c); return ok })
	if len(rest) < len(at) && len(rest) > 0 {
		if p := cutAt(t, rest); p.value.Set {
			return p
		}
	}
	return cutAt(t, at)
}

func cutAt(t string, at []colon) parts {
	if len(at) == 0 {
		return parts{name: t}
	}
	part := func(k int) string { // what stands behind the k-th colon
		end := len(t)
		if k+1 < len(at) {
			end = at[k+1].at
		}
		return t[at[k].end:end]
	}
	upTo := func(k int) parts {
		p := parts{name: t[:at[k].at], score: trim(part(k)), colons: k > 0}
		if k+1 < len(at) {
			p.actors = t[at[k+1].end:]
			p.behind = k+2 < len(at)
		}
		if k == 1 && len(at) == 2 {
			p.swapName, p.swap = t[:at[0].at], part(0)
		}
		return p
	}
	find := func(number func(string) (float64, bool)) (parts, bool) {
		k := len(at) - 1
		if _, ok := number(part(0)); ok && len(at) <= 2 {
			k = 0
		}
		for ; k >= 0; k-- {
			v, ok := number(part(k))
			if minute, time := clock(t, at[k]); ok && !(time && minute > 10) { // up to 10 it may be a score
				p := upTo(k)
				p.value = journey.Num(v)
				return p, true
			}
		}
		return parts{}, false
	}
	if p, ok := find(exactNumber); ok {
		p.exact = true
		return p
	}
	if p, ok := find(looseNumber); ok {
		return p
	}
	for k := len(at) - 1; k >= 0; k-- { // “task: 5, actor”
		if n, v, ok := leadingNumber(part(k)); ok {
			p := upTo(k)
			p.score, p.actors, p.value = trim(part(k)[:n]), t[at[k].end+n+1:], journey.Num(v)
			p.behind, p.comma, p.exact, p.swap = k+1 < len(at), true, true, ""
			return p
		}
	}
	if len(at) <= 2 && noScore(part(0)) {
		p := upTo(0)
		p.missing = true
		return p
	}
	if len(at) == 2 {
		return parts{name: t[:at[1].at], actors: part(1), colons: true, missing: true}
	}
	return parts{name: t}
}

// clock reports whether a colon stands in a time of the day, as in “10:30”, and
// its minute.
func clock(t string, c colon) (minute int, ok bool) {
	digit := func(i int) bool { return i >= 0 && i < len(t) && t[i] >= '0' && t[i] <= '9' }
	if !digit(c.at-1) || !digit(c.end) || !digit(c.end+1) || digit(c.end+2) || digit(c.at-3) && digit(c.at-2) {
		return 0, false
	}
	hour := int(t[c.at-1] - '0')
	if digit(c.at - 2) {
		hour += int(t[c.at-2]-'0') * 10
	}
	minute = int(t[c.end]-'0')*10 + int(t[c.end+1]-'0')
	return minute, hour <= 24 && minute <= 59
}
