package text

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// graphemeEnds is the bytes at which the characters of s end, as a person
// counts characters (UAX #29).
func graphemeEnds(seg *segmenter.Segmenter, s string) []int {
	runes := []rune(s) // a broken byte is one of them
	seg.Init(runes)
	var ends []int
	begins := appendStarts(nil, seg, runes)
	at := 0
	for i := range runes {
		if i > 0 && begins[i] {
			ends = append(ends, at)
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	if at > 0 {
		ends = append(ends, at)
	}
	return ends
}

// appendStarts appends for every rune whether a character begins with it. seg
// was initialised with the runes. The segmenter loses count where one emoji
// follows another, and takes sequences of the second apart.
func appendStarts(out []bool, seg *segmenter.Segmenter, runes []rune) []bool {
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		out = append(out, g.Offset == 0 || !glued(runes, g.Offset))
		for range g.Text[1:] {
			out = append(out, false)
		}
	}
	return out
}

// glued reports whether rune i is the next picture of a sequence of emoji
// (UAX #29, GB11).
func glued(t []rune, i int) bool {
	if t[i-1] != joiner || !pictographic(t[i]) {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		if !ignorable(t[k]) && !skinTone(t[k]) {
			return pictographic(t[k])
		}
	}
	return false
}

// pictographic reports whether r may be part of a sequence of emoji.
func pictographic(r rune) bool {
	return r >= 0x203C && r <= 0x3299 || r >= 0x1F000 && r <= 0x1FAFF && !skinTone(r) && (r < 0x1F1E6 || r > 0x1F1FF)
}

func skinTone(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }
