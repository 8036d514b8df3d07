package text

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// graphemeEnds is the bytes at which the characters of s end, as a person
// counts characters (UAX #29).
func graphemeEnds(seg *segmenter.Segmenter, s string) []int {
	var ends []int
	if seg.InitWithString(sameLength(s)) != nil {
		return []int{len(s)}
	}
	it := seg.GraphemeIterator()
	for it.Next() {
		g := it.Grapheme()
		ends = append(ends, g.OffsetInBytes+g.LengthInBytes)
	}
	return ends
}

// sameLength is s with every broken byte as a question mark.
func sameLength(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := []byte(s)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			b[i] = '?'
		}
		i += n
	}
	return string(b)
}

// Next is the end of the character that begins at byte i of s.
func Next(s string, i int) int {
	var seg segmenter.Segmenter
	for _, e := range graphemeEnds(&seg, s) {
		if e > i {
			return e
		}
	}
	return len(s)
}

// Prev is the beginning of the character that ends at byte i of s.
func Prev(s string, i int) int {
	var seg segmenter.Segmenter
	last := 0
	for _, e := range graphemeEnds(&seg, s) {
		if e >= i {
			break
		}
		last = e
	}
	return last
}

// Caret is where a caret stands before byte i of the block's text: x and the
// baseline in u, and the line it is on.
func (b *Block) Caret(i int) (x, baseline float64, line int) {
	for line = range b.Lines {
		l := &b.Lines[line]
		if i < l.End || i == l.End && (line+1 == len(b.Lines) || b.Lines[line+1].Start > i) {
			break
		}
	}
	if len(b.Lines) == 0 {
		return 0, 0, 0
	}
	l := &b.Lines[line]
	return l.caret(i), l.Baseline, line
}

// caret is the x before byte i of the block's text.
func (l *Line) caret(i int) float64 {
	end := 0.0
	for k := range l.Runs {
		r := &l.Runs[k]
		s := r.Scale()
		for _, c := range r.Clusters() {
			if i >= r.At+c.Start && i < r.At+c.End {
				share := float64(i-r.At-c.Start) / float64(c.End-c.Start)
				if r.RTL {
					share = 1 - share
				}
				return r.X + (c.X+c.Width*share)*s
			}
		}
		if end = max(end, r.X+r.Width); r.RTL && l.RTL && r.At+len(r.Text) == i {
			return r.X
		}
	}
	if l.RTL {
		return 0
	}
	return end
}

// Index is the byte of the block's text whose caret is nearest to (x, y), u
// from the block's top left.
func (b *Block) Index(x, y float64) int {
	if len(b.Lines) == 0 {
		return 0
	}
	n := min(max(int(y/b.Style.Line), 0), len(b.Lines)-1)
	l := &b.Lines[n]
	best, near := l.Start, 1e18
	for i := l.Start; ; i = l.Start + Next(b.Text[l.Start:l.End], i-l.Start) {
		d := l.caret(i) - x
		if d < 0 {
			d = -d
		}
		if d < near {
			best, near = i, d
		}
		if i >= l.End {
			return best
		}
	}
}
