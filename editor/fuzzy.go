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
	return matchLetters([]rune(w), []rune(text))
}

// Letters that begin words count more than those that are only in them.
const scattered, begins = 20, 10

// matchLetters is how letters fit that do not stand together: each begins a word
// of the text or comes later in the word of the one before. Letters from
// anywhere would fit any long text.
func matchLetters(w, text []rune) (int, bool) {
	if len(w) < 2 {
		return 0, false
	}
	const none = -1
	before, now := make([]int, len(text)), make([]int, len(text)) // the best score that ends at a rune
	for k, r := range w {
		anywhere, here := none, none // the best before a rune, and that in its word
		if k == 0 {
			anywhere = scattered
		}
		for i, x := range text {
			starts := i == 0 || !wordRune(text[i-1])
			if starts {
				here = none
			}
			switch now[i] = none; {
			case x != r:
			case starts && anywhere != none:
				now[i] = anywhere + begins
			case here != none:
				now[i] = here
			}
			if k > 0 {
				anywhere, here = max(anywhere, before[i]), max(here, before[i])
			}
		}
		before, now = now, before
	}
	best := none
	for _, n := range before {
		best = max(best, n)
	}
	return best, best != none
}

// startsWord reports whether a word begins at byte i of a text.
func startsWord(text string, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !wordRune(r)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
