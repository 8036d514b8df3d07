package text

import "github.com/go-text/typesetting/segmenter"

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
	return b.Left(l) + l.caret(i), l.Baseline, line
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

// LineAt is the number of the line at y, u below the block's top; above the
// first it is that, below the last the last.
func (b *Block) LineAt(y float64) int {
	for i := range b.Lines {
		if y < b.Lines[i].Top+b.Lines[i].Height {
			return i
		}
	}
	return max(0, len(b.Lines)-1)
}

// Index is the byte of the block's text whose caret is nearest to (x, y), u
// from the block's top left.
func (b *Block) Index(x, y float64) int {
	if len(b.Lines) == 0 {
		return 0
	}
	l := &b.Lines[b.LineAt(y)]
	x -= b.Left(l)
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
