package mermaid

import (
	"math"
	"strconv"
	"strings"
)

// tooLarge is more than any score; the scale of a lane must stay within what
// can be reckoned with.
const tooLarge = 1e6

// exactNumber is s as JavaScript's Number() reads it, which is what Mermaid
// does. Nothing, and what is not finite, is no number here.
func exactNumber(s string) (float64, bool) {
	s = trim(s)
	if s == "" || len(s) > 100 {
		return 0, false
	}
	if len(s) > 2 && s[0] == '0' {
		base := map[byte]int{'x': 16, 'o': 8, 'b': 2}[s[1]|0x20]
		if base > 0 {
			v, err := strconv.ParseUint(s[2:], base, 52)
			return float64(v), err == nil
		}
	}
	if strings.Trim(s, "0123456789+-.eE") != "" || strings.ContainsAny(s, " \t") {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, false
	}
	return v + 0, true // never −0
}

// looseNumber is a score as people write it: 3,5 or 4/5, with the digits of
// Chinese and Japanese, or as stars.
func looseNumber(s string) (float64, bool) {
	s = trim(s)
	if s == "" || len(s) > 100 {
		return 0, false
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '−' || r == '–':
			return '-'
		case r == '\uFE0F' || r == '\u20E3': // as in the digits of emoji
			return -1
		}
		return r
	}, s)
	full, empty := 0, 0
	words := strings.TrimRightFunc(s, func(r rune) bool {
		switch r {
		case '★', '⭐', '🌟':
			full++
		case '☆':
			empty++
		default:
			return space(r)
		}
		return true
	})
	if words == "" {
		return float64(full), full+empty > 0
	}
	if got, of, ok := strings.Cut(words, "/"); ok {
		if _, ok := decimal(of); !ok {
			return 0, false
		}
		words = got
	}
	return decimal(words)
}

// decimal is a number with a point or a comma.
func decimal(s string) (float64, bool) {
	s = trim(s)
	if whole, part, ok := strings.Cut(s, ","); ok {
		if strings.Trim(part, "0123456789") != "" || part == "" || strings.Trim(whole, "+-0123456789") != "" {
			return 0, false
		}
		s = whole + "." + part
	}
	return exactNumber(s)
}

// leadingNumber is the number before the first comma of s and its length,
// where no further digit follows the comma.
func leadingNumber(s string) (n int, v float64, ok bool) {
	n = strings.IndexByte(s, ',')
	if n < 0 {
		return 0, 0, false
	}
	v, ok = exactNumber(s[:n])
	return n, v, ok
}

// noScore reports whether s stands for no score at all.
func noScore(s string) bool {
	switch strings.ToLower(trim(s)) {
	case "", "-", "–", "—", "?", "nan", "null", "undefined", "none", "n/a", "na",
		"infinity", "+infinity", "-infinity":
		return true
	}
	return false
}
