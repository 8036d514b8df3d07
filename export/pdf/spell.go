package pdf

import (
	"unicode/utf8"

	"throughline/canvas/text"
	"throughline/export/number"
)

// plainRun is the characters that glyphs of a run are written as; nil is one
// that cannot be.
type plainRun []*entry

// spell finds the glyphs that are what their font's character table gives for
// the one character of their cluster. It reports whether all are.
func (a *plainRun) spell(f *face, r *text.Run) bool {
	n := len(r.Glyphs)
	if cap(*a) < n {
		*a = make(plainRun, n, 2*n)
	}
	*a = (*a)[:n]
	if !f.embed {
		clear(*a)
		return false
	}
	all := true
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		end := int32(len(r.Text))
		if before := i - 1; r.RTL && before >= 0 {
			end = r.Glyphs[before].Cluster
		} else if after := i + 1; !r.RTL && after < n {
			end = r.Glyphs[after].Cluster
		}
		e := f.single(r.Text, g.Cluster, end)
		if e != nil && (e.glyph != g.ID || g.Y != 0 || !alone(r, i)) {
			e = nil
		}
		(*a)[i] = e
		all = all && e != nil
	}
	return all
}

// alone reports whether glyph i shares its cluster with no other.
func alone(r *text.Run, i int) bool {
	c := r.Glyphs[i].Cluster
	return (i == 0 || r.Glyphs[i-1].Cluster != c) && (i+1 == len(r.Glyphs) || r.Glyphs[i+1].Cluster != c)
}

// single is the entry of the one character from start to end of s, nil when
// there are more or fewer.
func (f *face) single(s string, start, end int32) *entry {
	if start < 0 || end <= start || int(end) > len(s) {
		return nil
	}
	if c := s[start]; c < utf8.RuneSelf {
		if end-start != 1 {
			return nil
		}
		return f.entry(rune(c))
	}
	c, n := utf8.DecodeRuneInString(s[start:end])
	if n != int(end-start) || n == 1 {
		return nil
	}
	return f.entry(c)
}

// tracking is what most glyphs of a run stand apart from the next by, beyond
// their widths, in thousandths of an em: the value that wins the vote, if one
// does. Said once for the run, it need not be said glyph by glyph.
func (a plainRun) tracking(r *text.Run) float64 {
	em := 1000 / r.Face.Upem
	best, votes := int64(0), 0
	for i := 0; i+1 < len(r.Glyphs); i++ {
		if a[i] == nil {
			continue
		}
		d := number.Round((float64(r.Glyphs[i+1].X-r.Glyphs[i].X)*em - float64(a[i].width)) * 2)
		switch {
		case votes == 0:
			best, votes = d, 1
		case d == best:
			votes++
		default:
			votes--
		}
	}
	if -2 <= best && best <= 2 { // what rounding the widths leaves
		return 0
	}
	return float64(best) / 2
}
