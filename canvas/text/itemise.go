package text

import (
	"strings"
)

// itemise finds where the characters of a paragraph begin, as a person counts
// them, and the face of each. What the program's own family can say on its own,
// as it can most texts, needs neither: then sh.starts and sh.chosen stay empty.
// It also leaves the runes of the paragraph in sh.runes and its breaks in
// sh.breaks.
func (sh *shaper) itemise(f *Fonts, para string, w Weight) {
	primary := f.faces[w]
	sh.runes, sh.starts, sh.chosen = sh.runes[:0], sh.starts[:0], sh.chosen[:0]
	own := true
	for _, r := range para {
		sh.runes = append(sh.runes, r)
		own = own && primary.says(r)
	}
	sh.findBreaks()
	if own {
		return
	}
	sh.starts = appendStarts(sh.starts, &sh.seg, sh.runes)
	before := primary
	for i := 0; i < len(sh.runes); {
		j := i + 1
		for j < len(sh.runes) && !sh.starts[j] {
			j++
		}
		face := before
		if !isSpace(sh.runes[i]) || sh.marked(i) {
			face = sh.choose(f, sh.runes[i:j], w, before)
			before = face
		} else if before == f.box || !before.Has(' ') {
			face = primary
		}
		for ; i < j; i++ {
			sh.chosen = append(sh.chosen, face)
		}
	}
	sh.leadingSpace()
}

// leadingSpace gives the spaces at the beginning the face of the text behind
// them.
func (sh *shaper) leadingSpace() {
	n := 0
	for n < len(sh.runes) && isSpace(sh.runes[n]) {
		n++
	}
	if n < len(sh.runes) && sh.chosen[n].font != nil && sh.chosen[n].Has(' ') {
		for i := range n {
			sh.chosen[i] = sh.chosen[n]
		}
	}
}

// says reports whether a face of the program's own family can say r, whatever
// stands around it.
func (f *Face) says(r rune) bool {
	return r >= ' ' && r < 0x7F || isSpace(r) || f.Has(r) && !emojiByDefault(r)
}

// begins reports whether a character begins at a rune of the paragraph that
// was itemised.
func (sh *shaper) begins(i int) bool { return len(sh.starts) == 0 || sh.starts[i] }

// choiceKey is all that a choice of face depends on.
type choiceKey struct {
	cluster string
	weight  Weight
}

// What a shaper remembers: so many choices, of characters of so many runes.
const choiceCap, choiceLength = 1 << 13, 24

// script reports whether the face is one of other scripts than those of the
// program's own family.
func (f *Face) script() bool { return !f.own && !f.Pictures }

// choose is the face of a character. Stops, and punctuation that several scripts
// share, keep to the face of the text before them.
func (sh *shaper) choose(f *Fonts, cluster []rune, w Weight, before *Face) *Face {
	primary := f.faces[w]
	if len(cluster) == 1 {
		switch r := cluster[0]; {
		case before.script() && strings.ContainsRune(",.;:!?…", r) && before.Has(r):
			return before
		case r >= ' ' && r < 0x7F, ignorable(r), isSpace(r):
			return primary
		}
	}
	if before.script() && neutral(scriptOf(cluster[0])) && !primary.Has(cluster[0]) && !wantsEmoji(cluster) && before.hasAll(drawn(cluster)) {
		return before
	}
	if len(cluster) > choiceLength {
		return f.find(cluster, w)
	}
	k := choiceKey{string(cluster), w}
	if x := sh.choices[k]; x != nil {
		return x
	}
	x := f.find(cluster, w)
	if len(sh.choices) >= choiceCap {
		clear(sh.choices)
	}
	sh.choices[k] = x
	return x
}

// drawn is the runes of a character of which something is to be seen.
func drawn(cluster []rune) (out []rune) {
	for _, r := range cluster {
		if !ignorable(r) {
			out = append(out, r)
		}
	}
	return out
}
