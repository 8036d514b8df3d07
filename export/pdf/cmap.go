package pdf

import (
	"unicode/utf16"

	"throughline/export/number"
)

// toUnicode is the map from the codes of a font to what they say
// (ISO 32000-1, 9.10.3). It lists codes one by one: Ghostscript misreads
// ranges.
func toUnicode(codes []uint16, says func(i int) string) []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	const most = 100 // entries of a section
	for i, c := range codes {
		if i%most == 0 {
			b = append(number.AppendInt(b, int64(min(most, len(codes)-i))), " beginbfchar\n"...)
		}
		b = append(appendHex4(append(b, '<'), c), "> <"...)
		b = append(appendUTF16(b, says(i)), ">\n"...)
		if i%most == most-1 || i+1 == len(codes) {
			b = append(b, "endbfchar\n"...)
		}
	}
	return append(b, `endcmap
CMapName currentdict /CMap defineresource pop
end
end`...)
}

// appendUTF16 writes s in hexadecimal digits of UTF-16.
func appendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		if r <= 0xFFFF {
			b = appendHex4(b, uint16(r))
			continue
		}
		hi, lo := utf16.EncodeRune(r)
		b = appendHex4(appendHex4(b, uint16(hi)), uint16(lo))
	}
	return b
}
