package svg

import (
	"encoding/base64"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/subset"
)

// liveFace is a font of which the drawing carries a part.
type liveFace struct {
	n    int // of its name
	data []byte
	used map[rune]uint16
}

// liveText writes a run as text, where each of its characters is one glyph that
// the font gives for it, from left to right. All others are outlines: no reader
// shapes as we do.
func (p *painter) liveText(r *text.Run, at geom.Point, k float64, c scene.Color) bool {
	if p.live == nil || r.RTL || r.Face.Data == nil || utf8.RuneCountInString(r.Text) != len(r.Glyphs) {
		return false
	}
	i := 0
	for b, ch := range r.Text {
		g := &r.Glyphs[i]
		if n, ok := r.Face.Nominal(ch); !ok || n != g.ID || int(g.Cluster) != b || g.Y != 0 || ch < ' ' || ch >= 0xFFFE && ch <= 0xFFFF {
			return false
		}
		i++
	}
	f := p.liveFace(r.Face)
	if f == nil {
		return false
	}
	i = 0
	for _, ch := range r.Text {
		f.used[ch] = r.Glyphs[i].ID
		i++
	}
	weight, style := kindOf(r.Face.Name)
	p.put(`<text font-family="`).fontName(f.n).put(", Inter, sans-serif\"").put(` font-size="`).num(r.Size*k, 3).put(`"`)
	if weight != "400" {
		p.attr("font-weight", weight)
	}
	if style != "normal" {
		p.attr("font-style", style)
	}
	if strings.Contains(r.Text, "  ") || strings.TrimSpace(r.Text) != r.Text { // or the places below would be others'
		p.put(` xml:space="preserve"`)
	}
	p.color("fill", c)
	p.put(` y="`).num(at.Y, length).put(`" x="`)
	for i := range places(r) {
		if i > 0 {
			p.put(" ")
		}
		p.num(at.X+float64(r.Glyphs[i].X)*r.Scale()*k, length)
	}
	p.put(`">`).text(r.Text).put("</text>\n")
	return true
}

// places is how many glyphs of a run must be told where they stand: the first,
// or all where the font alone would put one elsewhere.
func places(r *text.Run) int {
	pen := float64(r.Glyphs[0].X)
	for i := range r.Glyphs {
		if math.Abs(float64(r.Glyphs[i].X)-pen) > r.Face.Upem/500 {
			return len(r.Glyphs)
		}
		pen += r.Face.Advance(r.Glyphs[i].ID)
	}
	return 1
}

// liveFace is the part of a font that is carried; nil where it cannot be.
func (p *painter) liveFace(f *text.Face) *liveFace {
	l, ok := p.live[f]
	if !ok {
		data := f.Data()
		if _, err := subset.Font(data, nil); err == nil {
			l = &liveFace{len(p.live), data, map[rune]uint16{}}
		}
		p.live[f] = l
	}
	return l
}

func (p *painter) fontName(n int) *painter { return p.name('f', n) }

// fonts ends the drawing with the fonts that its text is set in.
func (p *painter) fonts() {
	type named struct {
		*liveFace
		face *text.Face
	}
	var all []named
	for f, l := range p.live {
		if l != nil && len(l.used) > 0 {
			all = append(all, named{l, f})
		}
	}
	slices.SortFunc(all, func(a, b named) int { return a.n - b.n })
	if len(all) == 0 || p.err != nil {
		return
	}
	p.put("<style>\n")
	for _, f := range all {
		data, err := subset.Font(f.data, f.used)
		if err != nil {
			p.err = err
			return
		}
		weight, style := kindOf(f.face.Name)
		p.put("@font-face{font-family:").fontName(f.n).put(";font-weight:" + weight + ";font-style:" + style + ";src:url(data:font/ttf;base64,")
		p.put(base64.StdEncoding.EncodeToString(data)).put(")}\n")
	}
	p.put("</style>\n")
}

// kindOf is the weight and the style that a font's name tells, for readers that
// have one like it and take none from a drawing.
func kindOf(name string) (weight, style string) {
	name = strings.ToLower(name)
	weight, style = "400", "normal"
	switch {
	case strings.Contains(name, "semibold"):
		weight = "600"
	case strings.Contains(name, "bold"):
		weight = "700"
	case strings.Contains(name, "medium"):
		weight = "500"
	}
	if strings.Contains(name, "italic") {
		style = "italic"
	}
	return weight, style
}
