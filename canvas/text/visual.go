package text

import (
	"math"

	"throughline/canvas/geom"
)

// ToLeft is the place of a caret one character further to the left on the line of
// byte i, where a person sees it; at the line's left end, the place before it in
// reading order, or behind it in a line that reads from right to left.
func (b *Block) ToLeft(i int) int { return b.beside(i, -1) }

// ToRight is the same to the right.
func (b *Block) ToRight(i int) int { return b.beside(i, 1) }

func (b *Block) beside(i int, way float64) int {
	logical := Next
	if way < 0 {
		logical = Prev
	}
	x, _, n := b.Caret(i)
	if n >= len(b.Lines) {
		return i
	}
	l := &b.Lines[n]
	if !l.mixed() {
		return logical(b.Text, i)
	}
	x -= b.Left(l)
	const same = 1e-3 // of two places that a person takes for one, u
	best, near := -1, math.Inf(1)
	for at := l.Start; ; at = l.Start + Next(b.Text[l.Start:l.End], at-l.Start) {
		if _, _, on := b.Caret(at); on == n {
			if d := (l.caret(at) - x) * way; d > same && d < near-same {
				best, near = at, d
			}
		}
		if at >= l.End {
			break
		}
	}
	switch {
	case best >= 0:
		return best
	case l.RTL && way < 0 || !l.RTL && way > 0: // on to the next line
		if n+1 < len(b.Lines) {
			return b.Lines[n+1].Start
		}
		return i
	case n == 0:
		return i
	}
	return Prev(b.Text, l.Start)
}

// mixed reports whether anything of a line reads from right to left.
func (l *Line) mixed() bool {
	if l.RTL {
		return true
	}
	for i := range l.Runs {
		if l.Runs[i].RTL {
			return true
		}
	}
	return false
}

// Boxes is what lies between two bytes of the block's text, u from its top left:
// one box a line, more where directions mix. A line end is a narrow box.
func (b *Block) Boxes(from, to int) []geom.Rect {
	const lineEnd = 4
	var out []geom.Rect
	for n := range b.Lines {
		l := &b.Lines[n]
		if l.Start >= to {
			break
		}
		if from > l.End {
			continue
		}
		first := len(out)
		x0 := b.Left(l)
		add := func(x, w float64) {
			if k := len(out) - 1; k >= first && math.Abs(out[k].Max.X-x) < 1e-3 {
				out[k].Max.X = x + w
				return
			}
			out = append(out, geom.Box(x, l.Top, w, l.Height))
		}
		for k := range l.Runs {
			r := &l.Runs[k]
			s := r.Scale()
			for _, c := range r.Clusters() {
				a, z := max(from, r.At+c.Start), min(to, r.At+c.End)
				if a >= z {
					continue
				}
				n := float64(c.End - c.Start)
				lo, hi := float64(a-r.At-c.Start)/n, float64(z-r.At-c.Start)/n
				if r.RTL {
					lo, hi = 1-hi, 1-lo
				}
				add(x0+r.X+(c.X+c.Width*lo)*s, c.Width*(hi-lo)*s)
			}
		}
		if n+1 < len(b.Lines) && to > l.End && b.Lines[n+1].Start > l.End { // over the end of a paragraph
			x := x0 + l.Width
			if l.RTL {
				x = x0 - lineEnd
			}
			add(x, lineEnd)
		}
	}
	return out
}
