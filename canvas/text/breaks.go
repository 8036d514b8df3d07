package text

import "unicode/utf8"

// Breaks is the bytes of a paragraph at which a line may end, its own end
// included, as Set would end lines there.
func (f *Fonts) Breaks(para string) []int {
	if para == "" {
		return nil
	}
	sh := f.pool.Get().(*shaper)
	defer f.pool.Put(sh)
	sh.runes = sh.runes[:0]
	for _, r := range para {
		sh.runes = append(sh.runes, r)
	}
	sh.findBreaks()
	var out []int
	i := 0
	for at := range para {
		if sh.breaks[i] {
			_, n := utf8.DecodeRuneInString(para[at:])
			out = append(out, at+n)
		}
		i++
	}
	if len(out) == 0 || out[len(out)-1] < len(para) {
		out = append(out, len(para))
	}
	return out
}

// findBreaks marks the runes after which a line may end (UAX #14). Thai, Lao
// and Burmese have no spaces between words, and finding their words takes a
// dictionary. Without one, lines end between syllables, as far as the letters
// tell where those are.
func (sh *shaper) findBreaks() {
	sh.breaks = sh.breaks[:0]
	asian := false
	for _, r := range sh.runes {
		sh.breaks = append(sh.breaks, false)
		asian = asian || r >= 0xE01 && r <= 0xEDF || r >= 0x1000 && r <= 0x109F
	}
	sh.seg.Init(sh.runes)
	it := sh.seg.LineIterator()
	for it.Next() {
		l := it.Line()
		sh.breaks[l.Offset+len(l.Text)-1] = true
	}
	if asian {
		for i := 1; i < len(sh.runes); i++ {
			sh.breaks[i-1] = sh.breaks[i-1] || syllableBegins(sh.runes, i)
		}
	}
}
