package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Match reports how well what somebody typed fits a text, both folded: every
// word must stand in the text, or its letters must, in their order. More is
// better.
func Match(typed, text string) (score int, ok bool) {
	for w := range strings.FieldsSeq(typed) {
		n, ok := matchWord(w, text)
		if !ok {
			return 0, false
		}
		score += n
	}
	return score - min(len(text)/8, 20), true
}

func matchWord(w, text string) (int, bool) {
	if i := strings.Index(text, w); i >= 0 {
		at := 0
		for at = i; at >= 0; {
			if at == 0 {
				return 150, true
			}
			if startsWord(text, at) {
				return 130, true
			}
			k := strings.Index(text[at+1:], w)
			if k < 0 {
				break
			}
			at += 1 + k
		}
		return 100, true
	}
	if utf8.RuneCountInString(w) < 2 {
		return 0, false
	}
	score, from := 20, 0
	for _, r := range w { // rather at the beginning of a word than at once
		at := -1
		for i, x := range text[from:] {
			if x != r {
				continue
			}
			if startsWord(text, from+i) {
				at = from + i
				score += 10
				break
			}
			if at < 0 {
				at = from + i
			}
		}
		if at < 0 {
			return 0, false
		}
		from = at + utf8.RuneLen(r)
	}
	return score, true
}

// startsWord reports whether a word begins at byte i of a text.
func startsWord(text string, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
