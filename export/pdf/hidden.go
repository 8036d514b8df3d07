package pdf

import (
	"math"
	"slices"
	"strings"

	"throughline/canvas/text"
	"throughline/export/number"
)

// hiddenFont is the font of invisible text. A code of it stands for whatever a
// cluster says, one character or many; the map to Unicode tells readers.
type hiddenFont struct {
	codes map[string]uint16
	texts []string // of code 1 on
	parts []string // of the cluster that is being written
}

const (
	hiddenType = 1 << 20 // no face has that number
	hiddenMax  = 0xFFFE  // codes in a font
	// hiddenWidth is that of all its glyphs, in thousandths of an em. Stretched
	// to a cluster's width, they keep readers from seeing gaps, and so spaces,
	// within a word.
	hiddenWidth = 500
)

// code is the one that stands for s, 0 when there are no more.
func (h *hiddenFont) code(s string) uint16 {
	c, ok := h.codes[s]
	if !ok && len(h.texts) < hiddenMax {
		s = strings.Clone(s)
		h.texts = append(h.texts, s)
		c = uint16(len(h.texts))
		h.codes[s] = c
	}
	return c
}

// invisible writes what clusters say, from left to right, each in a box exactly
// as wide as they are.
func (p *painter) invisible(l *typeLine, clusters []text.Cluster) {
	open := false
	end := func() {
		if open {
			p.b = append(p.b, ">Tj\n"...)
		}
		open = false
	}
	pen := 0.0 // where the last box ends, font units
	for _, c := range clusters {
		p.hidden.parts = parts(p.hidden.parts[:0], l.said(c))
		w := c.Width / float64(max(1, len(p.hidden.parts)))
		for i, s := range p.hidden.parts {
			code := p.hidden.code(s)
			if code == 0 {
				continue
			}
			x := c.X + w*float64(i)
			width := number.Round(w / l.r.Face.Upem / hiddenWidth * 1000 * 100_00)
			width = max(width, 1_00) // what has no width still has a place
			if open && (width != p.st.stretch || math.Abs(x-pen) > 1) {
				end()
			}
			if !open {
				open = true
				p.moveText(l.at.X+x*l.unit, l.at.Y)
				p.setType(hiddenType, l.size)
				p.setMode(3)
				p.setSpacing(0)
				p.setStretch(width)
				p.b = append(p.b, '<')
			}
			p.b = appendHex4(p.b, code)
			pen = x + w
		}
	}
	end()
}

// mostSaid is how many characters a code may stand for: MuPDF forgets codes that
// stand for more.
const mostSaid = 8

// parts appends s in parts that a code may stand for. What lies beyond U+FFFF
// is always alone: in company, MuPDF takes its two halves for characters.
func parts(out []string, s string) []string {
	n, from := 0, 0
	for i, r := range s {
		if n == mostSaid || i > from && (r > 0xFFFF || n > mostSaid) {
			out = append(out, s[from:i])
			n, from = 0, i
		}
		if n++; r > 0xFFFF {
			n = mostSaid + 1
		}
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// said is the text of a cluster as readers are to find it. Marks of direction
// are left out, because all text is written in the order in which it stands;
// for the same reason what reads from right to left is turned round.
func (l *typeLine) said(c text.Cluster) string {
	if c.Start < 0 || c.End <= c.Start || c.End > len(l.r.Text) {
		return ""
	}
	s := strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r >= 0x7F && r < 0xA0:
			return ' '
		case r == 0x61C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF:
			return -1
		}
		return r
	}, l.r.Text[c.Start:c.End])
	if l.r.RTL {
		runes := []rune(s)
		slices.Reverse(runes)
		s = string(runes)
	}
	return s
}
