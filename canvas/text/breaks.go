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
	sh.findBreaks(para)
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
