package pdf

import (
	"slices"
	"unicode"

	"throughline/canvas/text"
)

// lonely reports whether all words of a text are single characters: "Q & A".
// pdftotext takes such a line for one word in wide type and drops the spaces.
func lonely(s string) bool {
	length, spaces, words := 0, false, false
	for _, r := range s {
		if unicode.IsSpace(r) {
			length, spaces = 0, true
			continue
		}
		words = true
		if length++; length > 1 {
			return false
		}
	}
	return spaces && words
}

// clusters is the run's clusters from left to right. What has no width of its
// own is joined to the one before it in the text, and so are spaces if wanted:
// a space that is part of what a code says is never dropped.
func (p *painter) clusters(r *text.Run, spaces bool) []text.Cluster {
	in := r.Clusters()
	if r.RTL {
		slices.Reverse(in)
	}
	out := in[:0]
	for _, c := range in {
		n := len(out)
		if n == 0 || !p.joins(r, c, spaces) && (n > 1 || !p.joins(r, out[0], spaces)) {
			out = append(out, c)
			continue
		}
		a := &out[n-1]
		a.Start, a.End = min(a.Start, c.Start), max(a.End, c.End)
		a.First, a.Last = min(a.First, c.First), max(a.Last, c.Last)
		a.X, a.Width = min(a.X, c.X), a.Width+c.Width
		clear(p.plain[a.First:a.Last])
	}
	if r.RTL {
		slices.Reverse(out)
	}
	return out
}

// joins reports whether a cluster says nothing on its own.
func (p *painter) joins(r *text.Run, c text.Cluster, spaces bool) bool {
	if p.plain[c.First] != nil || c.Start < 0 || c.End > len(r.Text) || c.Start >= c.End {
		return false
	}
	for _, x := range r.Text[c.Start:c.End] {
		switch {
		case spaces && unicode.IsSpace(x):
		case x == 0xAD || x >= 0x200B && x <= 0x200F || x >= 0x2060 && x <= 0x206F || x >= 0xFE00 && x <= 0xFE0F || x >= 0xE0000 && x <= 0xE0FFF:
		default:
			return false
		}
	}
	return true
}
