package text

import (
	"unicode"
	"unicode/utf8"
)

// NextWord is the end of the word that byte i of s is in or before, or the end
// of s.
func NextWord(s string, i int) int {
	for i < len(s) && !wordAt(s, i) {
		i += sizeAt(s, i)
	}
	return wordEnd(s, i)
}

// PrevWord is the beginning of the word that byte i of s is in or behind, or
// the beginning of s.
func PrevWord(s string, i int) int {
	for i > 0 && !wordAt(s, prevRune(s, i)) {
		i = prevRune(s, i)
	}
	return wordStart(s, i)
}

// WordAt is the word at byte i of s, or the one that ends there. Elsewhere it is
// the character at i.
func WordAt(s string, i int) (start, end int) {
	switch {
	case wordAt(s, i):
		start = i
		if before := prevRune(s, i); i > 0 && wordAt(s, before) && (markAt(s, i) || !alone(s, before) && !alone(s, i)) {
			start = wordStart(s, i)
		}
		return start, wordEnd(s, i)
	case i > 0 && wordAt(s, prevRune(s, i)):
		return wordStart(s, i), i
	case i < len(s):
		return i, Next(s, i)
	}
	return Prev(s, i), i
}

// wordEnd is the end of the word at byte i, or i where there is none.
func wordEnd(s string, i int) int {
	for wordAt(s, i) {
		apart := alone(s, i)
		if i += sizeAt(s, i); apart && !markAt(s, i) {
			break
		}
		if wordAt(s, i) && alone(s, i) {
			break
		}
	}
	return i
}

// wordStart is the beginning of the word that ends at byte i or has it inside.
func wordStart(s string, i int) int {
	for from := i; i > 0 && wordAt(s, prevRune(s, i)); {
		at := prevRune(s, i)
		if i < from && alone(s, at) && !markAt(s, i) {
			break
		}
		if i = at; alone(s, i) {
			break
		}
	}
	return i
}

func sizeAt(s string, i int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}

func prevRune(s string, i int) int {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	return i - n
}

// wordAt reports whether the rune at byte i is part of a word: a letter, a
// digit, or what stands between two of them without parting them.
func wordAt(s string, i int) bool {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '\'', '’', 0x200C, joiner:
		if i == 0 || i+n >= len(s) {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		return unicode.IsOneOf(inWords, before) && unicode.IsOneOf(inWords, after)
	}
	return n > 0 && (r == '_' || unicode.IsOneOf(inWords, r))
}

var inWords = []*unicode.RangeTable{unicode.L, unicode.N, unicode.M}

// markAt reports whether the rune at byte i stands on the one before.
func markAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && unicode.Is(unicode.M, r)
}

// alone reports whether the rune at byte i is a word of its own, as nobody
// leaves a gap after it.
func alone(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && unicode.In(r, unicode.Han, unicode.Hiragana)
}
