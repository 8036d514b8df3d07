package pdf

import (
	"bytes"
	"crypto/md5"
	"fmt"
	"strings"

	"throughline/export/number"
)

// font completes a font that gofpdf has put into the file and is its number.
// gofpdf writes seven objects a font, in this order: the font itself, the one
// that has the glyphs, the map to Unicode, the character collection, the
// descriptor, the map from codes to glyphs and the font file
// (ISO 32000-1, 9.7). The last two are right as they are.
func (f *file) font(x *face, used []entry) (int, error) {
	old := "utf8" + x.family()
	n := f.find("<</Type /Font\n/Subtype /Type0\n/BaseFont /" + old + "\n")
	if n == 0 || n+6 > len(f.objects) || !bytes.Contains(f.objects[n+3], []byte("/FontName /"+old)) {
		return 0, fmt.Errorf("font %s was not embedded", x.of.Name)
	}
	codes := make([]uint16, len(used))
	for i, e := range used {
		codes[i] = e.code
	}
	name := subsetName(x.of.Name, codes)
	f.set(n, type0(name, n+1, n+2))
	f.set(n+1, descendant(name, n+3, n+4, n+5, widths(used)))
	f.objects[n+1] = stream("", f.z.bytes(toUnicode(codes, func(i int) string { return string(rune(codes[i])) })))
	f.set(n+3, collection)
	f.objects[n+3] = bytes.ReplaceAll(f.objects[n+3], []byte(old), []byte(name))
	return n, nil
}

// hiddenFont adds the font of invisible text and is its number.
func (f *file) hiddenFont(h *hiddenFont) int {
	const name = "Glyphless"
	codes := make([]uint16, len(h.texts))
	glyphs := make([]byte, 2*len(h.texts)+2) // every code has the second glyph
	for i := range codes {
		codes[i] = uint16(i + 1)
		glyphs[2*i+3] = 1
	}
	data := glyphless()
	file := f.addStream(fmt.Sprintf("/Length1 %d", len(data)), f.z.bytes(data))
	descriptor := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[0 0 %d %d]/ItalicAngle 0/Ascent %d/Descent -%d/CapHeight %d/StemV 0/FontFile2 %s>>",
		name, hiddenWidth, hiddenTop, hiddenAscent, hiddenDescent, hiddenTop, ref(file)))
	says := f.addStream("", f.z.bytes(toUnicode(codes, func(i int) string { return h.texts[i] })))
	gids := f.addStream("", f.z.bytes(glyphs))
	set := f.add(collection)
	below := f.add(descendant(name, set, descriptor, gids, fmt.Sprintf("/DW %d", hiddenWidth)))
	return f.add(type0(name, below, says))
}

// collection is that of fonts whose codes are their own.
const collection = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"

func type0(name string, descendant, toUnicode int) string {
	return "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + ref(descendant) +
		"]/ToUnicode " + ref(toUnicode) + ">>"
}

func descendant(name string, collection, descriptor, glyphs int, widths string) string {
	return "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name + "/CIDSystemInfo " + ref(collection) +
		"/FontDescriptor " + ref(descriptor) + "/CIDToGIDMap " + ref(glyphs) + widths + ">>"
}

// widths lists the widths of codes, those that follow each other together
// (ISO 32000-1, 9.7.4.3).
func widths(used []entry) string {
	b := []byte("/W[")
	for i, e := range used {
		if i == 0 || used[i-1].code+1 != e.code {
			if i > 0 {
				b = append(b, ']')
			}
			b = append(number.AppendInt(b, int64(e.code)), '[')
		} else {
			b = append(b, ' ')
		}
		b = number.AppendInt(b, int64(e.width))
	}
	return string(append(b, "]]"...))
}

// subsetName is the name of a part of a font: six letters that say which part,
// and the font's own (ISO 32000-1, 9.6.4).
func subsetName(font string, codes []uint16) string {
	sum := md5.Sum(fmt.Appendf(nil, "%s %v", font, codes))
	b := make([]byte, 6)
	for i := range b {
		b[i] = 'A' + sum[i]%26
	}
	return string(b) + "+" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, font)
}
