package pdf

import "encoding/binary"

// glyphless is a TrueType font of two glyphs without ink. Each is a line there
// and back, not an empty glyph: MuPDF drops text in empty ones, and other
// readers take the font for broken.
func glyphless() []byte {
	put := binary.BigEndian.PutUint16
	head := make([]byte, 54)
	copy(head, []byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5F, 0x0F, 0x3C, 0xF5})
	put(head[18:], 1000)        // units an em
	put(head[40:], hiddenWidth) // the box around all glyphs: its right,
	put(head[42:], hiddenAscent)
	put(head[46:], 6) // least readable size
	hhea := make([]byte, 36)
	copy(hhea, []byte{0, 1, 0, 0})
	put(hhea[4:], hiddenAscent)
	put(hhea[6:], 0x10000-hiddenDescent)
	put(hhea[10:], hiddenWidth)
	put(hhea[34:], 1) // widths; the last holds for all glyphs that follow
	maxp := make([]byte, 32)
	copy(maxp, []byte{0, 1, 0, 0, 0, 2})
	put(maxp[6:], 2) // points
	put(maxp[8:], 1) // contours
	put(maxp[14:], 2)
	hmtx := make([]byte, 6)
	put(hmtx, hiddenWidth)
	glyph := []byte{
		0, 1, // one contour in the box from here
		0, 0, 0, 0, hiddenWidth >> 8, hiddenWidth & 255, hiddenTop >> 8, hiddenTop & 255,
		0, 1, // its last point
		0, 0, // no instructions
		0x31, 0x01, // a point at the origin, then one on the curve
		hiddenWidth >> 8, hiddenWidth & 255, hiddenTop >> 8, hiddenTop & 255,
		0, 0,
	}
	loca := make([]byte, 6)
	put(loca[2:], uint16(len(glyph)/2))
	put(loca[4:], uint16(len(glyph)))
	return fontFile([]table{
		{"glyf", append(glyph, glyph...)}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp},
	})
}

const (
	hiddenAscent  = 950 // thousandths of an em
	hiddenDescent = 250
	hiddenTop     = 700 // of the glyphs
)

type table struct {
	name string
	data []byte
}

// fontFile puts tables, in the order of their names, into a TrueType file.
func fontFile(tables []table) []byte {
	put32 := binary.BigEndian.PutUint32
	out := make([]byte, 12+16*len(tables))
	put32(out, 0x00010000)
	pow, log := 1, 0
	for 2*pow <= len(tables) {
		pow, log = 2*pow, log+1
	}
	for i, v := range []int{len(tables), 16 * pow, log, 16 * (len(tables) - pow)} {
		binary.BigEndian.PutUint16(out[4+2*i:], uint16(v))
	}
	checksum := func(b []byte) (n uint32) {
		for i := 0; i < len(b); i += 4 {
			n += binary.BigEndian.Uint32(b[i:])
		}
		return n
	}
	headAt := 0
	for i, t := range tables {
		at := len(out)
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		if t.name == "head" {
			headAt = at
		}
		e := out[12+16*i:]
		copy(e, t.name)
		put32(e[4:], checksum(out[at:]))
		put32(e[8:], uint32(at))
		put32(e[12:], uint32(len(t.data)))
	}
	put32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}
