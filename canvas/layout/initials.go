package layout

import (
	"strings"
	"unicode"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
)

// monogram is the initials of a name around a point, made smaller where they
// are wider than most u, and left out from afar where nobody can read them.
func (f *frame) monogram(name string, st text.Style, center geom.Point, most float64, ink scene.Color) *scene.Group {
	mark := f.set(initials(name), st, text.NoWrap, text.Greedy)
	k := min(1, most/max(mark.Width, 1))
	g := &scene.Group{Move: geom.Transform{K: k, D: geom.Pt(center.X-mark.Width*k/2, center.Y-mark.Height*k/2)}, From: legible / (st.Size * k)}
	for i := range mark.Lines {
		l := &mark.Lines[i]
		for k := range l.Runs {
			g.Ops = append(g.Ops, &scene.Glyphs{Run: &l.Runs[k], At: geom.Pt(l.Runs[k].X, l.Baseline), Color: ink})
		}
	}
	return g
}

// initials is the first letters of the first and the last word of a name.
func initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.M, r) })
	if len(words) == 0 {
		return ""
	}
	first := func(s string) string {
		return strings.ToUpper(s[:text.Next(s, 0)])
	}
	if len(words) == 1 {
		return first(words[0])
	}
	return first(words[0]) + first(words[len(words)-1])
}
