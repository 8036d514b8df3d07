package text

import (
	"strings"
	"unicode"
)

// syllableBegins reports whether a new syllable begins at rune i, within text
// of one script.
func syllableBegins(t []rune, i int) bool {
	before, r := t[i-1], t[i]
	switch {
	case thaiOrLao(r):
		return thaiOrLao(before) && thaiBegins(t, i)
	case r >= 0x1000 && r <= 0x102A || r == 0x103F || r == 0x104E: // a Burmese letter
		if before < 0x1000 || before > 0x109F || before == 0x1039 || before >= 0x104A && before <= 0x104B {
			return false
		}
		for _, x := range t[i+1:] {
			switch x {
			case 0x103A, 0x1039: // it ends the syllable before it, or is stacked
				return false
			case 0x1037: // a tone, in either order with the killer
				continue
			}
			return true
		}
		return true
	}
	return false
}

// thaiBegins reports whether a syllable begins at rune i, for Thai and for Lao,
// whose letters stand at the same places of their blocks: at a vowel that is
// written before its consonant, and at one or two consonants with a vowel or tone
// of their own.
func thaiBegins(t []rune, i int) bool {
	before, r := asThai(t[i-1]), asThai(t[i])
	if leadingVowel(t[i-1]) {
		return false
	}
	if leadingVowel(t[i]) {
		return true
	}
	if !consonant(r) || consonants(before, r) || i+1 == len(t) || !thaiOrLao(t[i+1]) {
		return false
	}
	next := asThai(t[i+1])
	if next == 'อ' && r != 'อ' { // it is a vowel there
		return true
	}
	if consonants(r, next) && i+2 < len(t) {
		next = asThai(t[i+2])
	}
	return next != 0xE4C && !consonant(next) && !leadingVowel(next) && next != 0xE46
}

func consonant(r rune) bool { return r >= 'ก' && r <= 'ฮ' }

// consonants reports whether two consonants of Thai are said together.
func consonants(a, b rune) bool {
	switch a {
	case 'ห', 'อ':
		return strings.ContainsRune("งญนมยรลว", b)
	case 'ก', 'ข', 'ค', 'ฆ', 'จ', 'ซ', 'ต', 'ท', 'ป', 'ผ', 'พ', 'ศ', 'ส':
		return strings.ContainsRune("รลว", b)
	}
	return false
}

// asThai is a Lao letter's place in the block of Thai.
func asThai(r rune) rune {
	if r >= 0xE80 && r <= 0xEFF {
		return r - 0x80
	}
	return r
}

// leadingVowel reports whether r is a Thai or Lao vowel that is written before
// its consonant.
func leadingVowel(r rune) bool { r = asThai(r); return r >= 'เ' && r <= 'ไ' }

// thaiOrLao reports whether r is a letter, vowel or tone of Thai or Lao.
func thaiOrLao(r rune) bool {
	return r >= 0xE01 && r <= 0xE4E && r != 0xE3F || r >= 0xE81 && r <= 0xECE
}

// tied reports whether a word must not be cut between two runes although they
// are characters of their own: between a Thai consonant and its vowel, and
// behind what joins letters or stacks them.
func tied(a, b rune) bool {
	switch {
	case unicode.Is(unicode.M, b):
		return true
	case thaiOrLao(a) && thaiOrLao(b):
		v := asThai(b)
		return leadingVowel(a) || v >= 0xE2F && v <= 0xE33 || v == 0xE45 || v == 0xE46
	case a == joiner:
		return b >= 0x900 && b < 0xE00
	case a == 0x1039, a == 0x17D2, a == 0x1A60, a == 0xA9C0, a == 0x1B44: // Burmese, Khmer, Tai Tham, Javanese, Balinese
		return scriptOf(a) == scriptOf(b)
	case a >= 0x900 && a < 0xE00 && a&0x7F == 0x4D: // the virama of India's scripts
		return b > a&^0x7F && b < a|0x7F
	}
	return false
}
