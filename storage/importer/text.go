package importer

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"throughline/journey"
)

// decode is b as text: UTF-8, or UTF-16 where a byte order mark says so. Bytes
// that are neither become “�”, which is reported with the first line of them.
func decode(b []byte) (string, []journey.Problem) {
	text := ""
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		text = wide(b[2:], binary.LittleEndian)
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		text = wide(b[2:], binary.BigEndian)
	default:
		text = string(bytes.TrimPrefix(b, []byte("\uFEFF")))
	}
	if utf8.ValidString(text) {
		return text, nil
	}
	line, rest := 1, text
	for rest != "" {
		r, n := utf8.DecodeRuneInString(rest)
		if r == utf8.RuneError && n == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		rest = rest[n:]
	}
	return strings.ToValidUTF8(text, "\uFFFD"), []journey.Problem{{
		Line: line, Text: "the file is not UTF-8; letters from here on may have become “\uFFFD”, so save it as UTF-8 and import it again",
	}}
}

// wide decodes UTF-16; half a letter at the end or anywhere becomes “�”.
func wide(b []byte, order binary.ByteOrder) string {
	var out strings.Builder
	out.Grow(len(b) / 2)
	for len(b) >= 2 {
		r := rune(order.Uint16(b))
		b = b[2:]
		if utf16.IsSurrogate(r) {
			second := rune(0)
			if len(b) >= 2 {
				second = rune(order.Uint16(b))
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				b = b[2:]
			}
		}
		out.WriteRune(r)
	}
	if len(b) > 0 {
		out.WriteRune(utf8.RuneError)
	}
	return out.String()
}
