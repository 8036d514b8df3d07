package text

import (
	"slices"
	"unicode/utf8"
)

// breakLong cuts words that are wider than a line between characters.
func (sh *shaper) breakLong(f *Fonts, para string, units []unit, k blockKey) []unit {
	long := false
	x := 0.0
	for _, u := range units { // a word is the units up to the next place to break
		x += u.width
		if u.breakAfter || u.space {
			x = 0
		}
		long = long || x > k.width || u.width > k.width && !u.space
	}
	if !long {
		return units
	}
	var out []unit
	for i, u := range units {
		switch {
		case u.width > k.width && !u.space:
			out = sh.cut(f, para, out, u, k)
		default:
			out = append(out, u)
		}
		if i+1 < len(units) && !units[i+1].space {
			out = sh.loosen(f, para, out, units[i+1].width, k)
		}
	}
	return out
}

// loosen lets a line end within the last piece where what is tied to it, a full
// stop of another face perhaps, would not fit beside it.
func (sh *shaper) loosen(f *Fonts, para string, out []unit, more float64, k blockKey) []unit {
	u := out[len(out)-1]
	if u.breakAfter || u.space || u.width+more <= k.width {
		return out
	}
	ends := sh.cuts(para[u.start:u.end])
	if len(ends) < 2 {
		return out
	}
	head, tail := u, u
	head.end = u.start + ends[len(ends)-2]
	head.breakAfter, tail.start = true, head.end
	sh.measure(f, para, &head, k.style)
	sh.measure(f, para, &tail, k.style)
	return append(out[:len(out)-1], head, tail)
}

// cuts is the places at which a word that is too long may be cut, its end the
// last: between characters, as far as they are not tied.
func (sh *shaper) cuts(s string) []int {
	return slices.DeleteFunc(graphemeEnds(&sh.seg, s), func(e int) bool {
		a, _ := utf8.DecodeLastRuneInString(s[:e])
		b, _ := utf8.DecodeRuneInString(s[e:])
		return e < len(s) && tied(a, b)
	})
}

// cut appends u in pieces of whole graphemes that fit a line.
func (sh *shaper) cut(f *Fonts, para string, out []unit, u unit, k blockKey) []unit {
	ends := sh.cuts(para[u.start:u.end])
	piece := func(a, b int) unit {
		p := u
		p.start, p.end, p.breakAfter = u.start+a, u.start+b, true
		sh.measure(f, para, &p, k.style)
		return p
	}
	for a, i := 0, 0; i < len(ends); {
		// the share of the width says about how many characters fit
		guess := max(1, int(k.width/u.width*float64(len(ends))))
		n := min(guess, len(ends)-i)
		p := piece(a, ends[i+n-1])
		for n > 1 && p.width > k.width {
			n--
			p = piece(a, ends[i+n-1])
		}
		for i+n < len(ends) {
			q := piece(a, ends[i+n])
			if q.width > k.width {
				break
			}
			p, n = q, n+1
		}
		if i+n == len(ends) {
			p.breakAfter = u.breakAfter
		}
		out = append(out, p)
		a, i = ends[i+n-1], i+n
	}
	return out
}
