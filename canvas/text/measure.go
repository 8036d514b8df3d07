package text

import (
	"slices"
	"unicode/utf8"

	"throughline/canvas/geom"
)

// emojiSpace is the width of a space between emoji, in ems: that of the
// program's own family.
const emojiSpace = 0.28125

// measure finds the box around what a word draws. In the program's own faces
// only letters with several accents and rare signs go beyond what every line has
// room for.
func (w *word) measure(f *Face, said []rune) {
	exact := !f.own || slices.ContainsFunc(said, func(r rune) bool { return r >= 0x180 && (r < 0x370 || r >= 0x500) })
	for i := range w.glyphs {
		exact = exact || w.glyphs[i].Y != 0
	}
	if !exact {
		return
	}
	for i := 0; i < len(w.glyphs); {
		j := i + 1
		for j < len(w.glyphs) && w.glyphs[j].Cluster == w.glyphs[i].Cluster {
			j++
		}
		end := w.width
		if j < len(w.glyphs) {
			end = w.glyphs[j].Pen
		}
		lo, hi := float64(w.glyphs[i].Pen)-leaning*f.Upem, float64(end)+leaning*f.Upem
		for ; i < j; i++ {
			g := &w.glyphs[i]
			box := f.box(g.ID).Add(geom.Pt(float64(g.X), float64(g.Y)))
			if float64(g.Advance) < leaning*f.Upem && !box.Empty() {
				d := max(lo-box.Min.X, 0) + min(hi-box.Max.X, 0)
				g.X += float32(d)
				box = box.Add(geom.Pt(d, 0))
			}
			w.ink = w.ink.Union(box)
		}
	}
}

// leaning is how far, in ems, a mark may be drawn to either side of its
// character. Dozens of them would lean over what stands beside.
const leaning = 0.5

// measure shapes a unit and sets its width.
func (sh *shaper) measure(f *Fonts, para string, u *unit, st Style) {
	s := para[u.start:u.end]
	u.w = f.shape(sh, wordKey{u.face, s, u.script, u.level&1 == 1})
	ems := float64(u.w.width) / u.face.Upem
	if u.face.own { // tracking is for its letters; those of others may join, or stand on each other
		ems += st.Tracking * float64(utf8.RuneCountInString(s))
	}
	u.width = ems * st.Size
}
