package text

import (
	"slices"

	"golang.org/x/text/unicode/norm"
)

// find asks all faces, in their order, for one that has a whole character, then
// for one that has at least what it begins with.
func (f *Fonts) find(cluster []rune, w Weight) *Face {
	want := drawn(cluster)
	if len(want) == 0 {
		return f.faces[w]
	}
	if wantsEmoji(cluster) {
		if e := f.emoji.load(); e != nil && e.hasAll(want) {
			return e
		}
	}
	for i, form := range forms(want) {
		if i > 0 && string(form) == string(want) {
			continue
		}
		if x := f.search(form, w); x != nil {
			return x
		}
	}
	if len(want) > 1 {
		if e := f.emoji.load(); wantsEmoji(cluster) && e != nil && e.Has(want[0]) {
			return e
		}
		if x := f.search(want[:1], w); x != nil {
			return x
		}
	}
	return f.box
}

// search is the first face that has all of some runes, nil where none has.
func (f *Fonts) search(want []rune, w Weight) *Face {
	if x := f.faces[w]; x.hasAll(want) {
		return x
	}
	if want[0] < ' ' || want[0] >= 0x7F && want[0] < 0xA0 {
		return nil // a control is no character, whatever a font may say
	}
	for _, all := range []bool{false, true} {
		for _, x := range f.families {
			if all == (len(x.blocks) == 0) && (all || x.isFor(want[0])) {
				if face := x.face(w); face != nil && face.hasAll(want) {
					return face
				}
			}
		}
	}
	if e := f.emoji.load(); e != nil && want[0] >= 0x80 && e.hasAll(want) {
		return e
	}
	return f.system.face(want, w)
}

// lacks is the runes of a character that the face can draw in no form.
func (f *Face) lacks(cluster []rune) []rune {
	want := drawn(cluster)
	if f.font == nil {
		return want
	}
	for _, form := range forms(want) {
		if f.hasAll(form) {
			return nil
		}
	}
	return slices.DeleteFunc(want, f.Has)
}

// forms is the ways of writing the same character: as it is, as one rune, and
// taken apart. A font may know only one of them.
func forms(want []rune) [][]rune {
	s := string(want)
	return [][]rune{want, []rune(norm.NFC.String(s)), []rune(norm.NFD.String(s))}
}
