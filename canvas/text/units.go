package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/language"
)

// unit is a piece of a paragraph that is shaped on its own and never broken:
// a word, the part of one between two places where lines may end, or a run of
// spaces.
type unit struct {
	start, end int // bytes of the paragraph
	face       *Face
	level      int8 // of the bidi algorithm (UAX #9); odd reads from right to left
	script     language.Script
	space      bool
	breakAfter bool
	w          *word
	width      float64 // u, tracking included
}

// split cuts a paragraph into shaped units. The slice is the shaper's own and
// lasts until the next call. rtl is the paragraph's direction.
func (sh *shaper) split(f *Fonts, para string, st Style) (units []unit, rtl bool) {
	sh.units = sh.units[:0]
	if para == "" {
		return nil, false
	}
	sh.itemise(f, para, st.Weight)
	simple := true // nothing that reads from right to left
	for _, r := range sh.runes {
		simple = simple && (r < 0x590 || r >= 0x2010 && r < 0x2028 || r >= 0x2030 && r < 0x2060 || r >= 0x3000 && r < 0xFB00)
	}
	levels := func(int) int8 { return 0 }
	if !simple {
		levels, rtl = sh.levels(para)
	}
	primary := f.faces[st.Weight]
	var cur unit
	begun := false
	flush := func(end int, breakAfter bool) {
		if begun {
			cur.end, cur.breakAfter, begun = end, breakAfter, false
			sh.measure(f, para, &cur, st)
			sh.units = append(sh.units, cur)
		}
	}
	i := 0
	for at, r := range para {
		if !begun || sh.begins(i) && !follows(r) { // what belongs to the character before it goes with it
			next := unit{start: at, face: primary, level: levels(at), script: scriptOf(r), space: isSpace(r)}
			if next.space && sh.marked(i) {
				next.space = false // it is seen, so it may not hang beyond the line
			}
			if len(sh.chosen) > 0 {
				next.face = sh.chosen[i]
			}
			if begun && neutral(next.script) {
				next.script = cur.script
			}
			if begun && neutral(cur.script) {
				cur.script = next.script
			}
			if begun && (next.face != cur.face || next.space != cur.space || next.level != cur.level || next.script != cur.script) {
				flush(at, sh.breaks[i-1])
			}
			if !begun {
				cur, begun = next, true
			}
		} else if neutral(cur.script) {
			cur.script = scriptOf(r)
		}
		if sh.breaks[i] && (i+1 == len(sh.runes) || sh.begins(i+1)) {
			_, n := utf8.DecodeRuneInString(para[at:]) // a broken byte is one byte, however long the rune it reads as
			flush(at+n, true)
		}
		i++
	}
	flush(len(para), true)
	return sh.units, rtl
}

// follows reports whether r belongs to the character before it.
func follows(r rune) bool { return r >= 0xAD && (ignorable(r) || unicode.Is(unicode.M, r)) }

// marked reports whether a mark that is drawn belongs to a rune of the
// paragraph that was itemised.
func (sh *shaper) marked(i int) bool {
	for i++; i < len(sh.runes); i++ {
		switch r := sh.runes[i]; {
		case sh.begins(i) && !follows(r):
			return false
		case !ignorable(r):
			return true
		}
	}
	return false
}

func neutral(s language.Script) bool { return s == language.Common || s == language.Inherited }

// scriptOf is the script of r, quickly for ASCII.
func scriptOf(r rune) language.Script {
	if r < 0x80 {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return language.Latin
		}
		return language.Common
	}
	return language.LookupScript(r)
}

// levels is the bidi level of every byte of a paragraph, and its direction:
// that of its first strong character.
func (sh *shaper) levels(para string) (at func(int) int8, rtl bool) {
	out := make([]int8, len(para)+1)
	offsets := make([]int, 0, len(sh.runes)+1)
	for i := range para {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(para))
	def := bidi.LeftToRight
	for _, r := range sh.runes {
		if dir := strong(r); dir != 0 {
			if rtl = dir > 1; rtl {
				def = bidi.RightToLeft
			}
			break
		}
	}
	runs := sh.bidi.Segment(sh.runes, def)
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for b := offsets[r.Start]; b < offsets[r.End]; b++ {
			out[b] = int8(r.Level)
		}
	}
	return func(b int) int8 { return out[b] }, rtl
}

// strong is 1 for a letter that reads from left to right, 2 for one that reads
// from right to left, 0 for all else.
func strong(r rune) int {
	switch {
	case r >= 0x590 && r <= 0x8FF, r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFC, r >= 0x10800 && r <= 0x10FFF, r >= 0x1E800 && r <= 0x1EFFF, r == 0x200F:
		if unicode.IsLetter(r) || r == 0x200F {
			return 2
		}
	case unicode.IsLetter(r), r == 0x200E:
		return 1
	}
	return 0
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\v', '\f', 0x85, 0x1680, 0x2028, 0x2029, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A && r != 0x2007
}

// ignorable reports whether r is never drawn, whatever the font: joiners,
// direction marks, variation selectors and the like.
func ignorable(r rune) bool {
	return r == 0xAD || r == 0x34F || r == 0x61C || r >= 0x180B && r <= 0x180F || r >= 0x200B && r <= 0x200F ||
		r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF ||
		r >= 0xE0000 && r <= 0xE0FFF
}
