package svg

import (
	"strings"
	"unicode/utf8"

	"throughline/canvas/scene"
	"throughline/export/number"
)

// put writes markup as it is.
func (p *painter) put(s string) *painter {
	p.b = append(p.b, s...)
	return p
}

// num writes a number with at most the given decimals.
func (p *painter) num(v float64, decimals int) *painter {
	p.b = number.Append(p.b, v, decimals)
	return p
}

// text writes s as text or the value of an attribute.
func (p *painter) text(s string) *painter {
	p.b = appendText(p.b, s)
	return p
}

// attr writes an attribute.
func (p *painter) attr(name, value string) *painter {
	return p.put(" ").put(name).put(`="`).text(value).put(`"`)
}

// id writes the id of the n-th thing of a kind; ref refers to it in both ways,
// for readers of SVG 1.1 know the second only; url does in other attributes.
func (p *painter) id(kind byte, n int) *painter { return p.put(` id="`).name(kind, n).put(`"`) }

func (p *painter) ref(kind byte, n int) *painter {
	return p.put(` href="#`).name(kind, n).put(`" xlink:href="#`).name(kind, n).put(`"`)
}

func (p *painter) url(attr string, kind byte, n int) *painter {
	return p.put(" ").put(attr).put(`="url(#`).name(kind, n).put(`)"`)
}

// name is the name of the n-th thing of a kind. Inkscape names what has no id by
// its element and a number, such as g81, before it reads what has one; the sign
// between keeps ours apart.
func (p *painter) name(kind byte, n int) *painter {
	p.b = append(append(p.b, p.prefix...), kind, '_')
	p.b = number.AppendInt(p.b, int64(n))
	return p
}

// color writes an attribute with a colour, and a second one with its opacity
// where it is not opaque.
func (p *painter) color(attr string, c scene.Color) *painter {
	p.put(" ").put(attr).put(`="#`)
	const hex = "0123456789abcdef"
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		p.b = append(p.b, hex[v>>4], hex[v&15])
	}
	p.put(`"`)
	if c.A < 255 {
		p.put(" ").put(attr).put(`-opacity="`).num(float64(c.A)/255, 3).put(`"`)
	}
	return p
}

// appendText writes s without what XML 1.0 does not allow (section 2.2), so
// that no text can break a drawing. Line ends are kept in attributes too.
func appendText(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&quot;"...)
		case r == '\n':
			b = append(b, "&#10;"...)
		case r == '\t' || r == '\r':
			b = append(b, ' ')
		case r < ' ' || r == utf8.RuneError && n == 1 || r >= 0xFFFE && r <= 0xFFFF:
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return b
}

// identifier is s as the beginning of ids.
func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return -1
	}, s)
}
