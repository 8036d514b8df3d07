package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// tables is the tables that gofpdf reads without asking whether they are there,
// and the least length that its reading needs.
var tables = map[string]int{
	"OS/2": 90, "cmap": 4, "glyf": 1, "head": 54, "hhea": 36, "hmtx": 4, "loca": 4, "maxp": 6, "name": 6, "post": 32,
}

// checkFont says why a font cannot be embedded, nil when it can. gofpdf itself
// prints such reasons to standard output, panics or writes a broken file. It
// reads TrueType outlines with a character table of format 4 only.
func checkFont(data []byte) error {
	u16 := func(b []byte, i int) int { return int(binary.BigEndian.Uint16(b[i:])) }
	u32 := func(b []byte, i int) int { return int(binary.BigEndian.Uint32(b[i:])) }
	if len(data) < 12 || u32(data, 0) != 0x00010000 && string(data[:4]) != "true" {
		return errors.New("not a TrueType font")
	}
	n := u16(data, 4)
	if len(data) < 12+16*n {
		return errors.New("cut short")
	}
	found := map[string][]byte{}
	for i := range n {
		d := data[12+16*i:]
		at, size := u32(d, 8), u32(d, 12)
		if at+size > len(data) {
			return fmt.Errorf("table %q ends behind the file", d[:4])
		}
		found[string(d[:4])] = data[at : at+size]
	}
	for name, least := range tables {
		if len(found[name]) < least {
			return fmt.Errorf("table %q is missing or too short", name)
		}
	}
	head, hhea, glyphs := found["head"], found["hhea"], u16(found["maxp"], 4)
	metrics := u16(hhea, 34)
	switch {
	case u16(head, 18) == 0 || u16(head, 52) != 0 || u16(hhea, 32) != 0:
		return errors.New("unknown formats of tables")
	case metrics == 0 || metrics > glyphs || len(found["hmtx"]) < 4*metrics+2*(glyphs-metrics):
		return errors.New("widths of glyphs are missing")
	case u16(found["OS/2"], 8) == 2 || u16(found["OS/2"], 8)&0x300 != 0:
		return errors.New("its licence bits forbid embedding or subsets")
	}
	if err := checkPlaces(found["loca"], u16(head, 50), glyphs, len(found["glyf"])); err != nil {
		return err
	}
	if err := checkNames(found["name"]); err != nil {
		return err
	}
	return checkCharacters(found["cmap"])
}

// checkPlaces checks that every glyph's place lies in the table of glyphs.
func checkPlaces(loca []byte, format, glyphs, size int) error {
	last := 0
	for i := range glyphs + 1 {
		var at int
		switch {
		case format == 0 && len(loca) >= 2*i+2:
			at = 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
		case format == 1 && len(loca) >= 4*i+4:
			at = int(binary.BigEndian.Uint32(loca[4*i:]))
		default:
			return errors.New("places of glyphs are missing")
		}
		if at < last || at > size {
			return errors.New("places of glyphs are wrong")
		}
		last = at
	}
	return nil
}

func checkNames(name []byte) error {
	u16 := func(i int) int { return int(binary.BigEndian.Uint16(name[i:])) }
	n := u16(2)
	if u16(0) != 0 || len(name) < 6+12*n {
		return errors.New("unknown table of names")
	}
	for i := range n {
		r := 6 + 12*i
		if size := u16(r + 8); u16(4)+u16(r+10)+size > len(name) || u16(r) == 3 && size%2 != 0 {
			return errors.New("names are wrong")
		}
	}
	return nil
}

// checkCharacters checks the character table that gofpdf takes: the first of
// format 4 for Unicode.
func checkCharacters(cmap []byte) error {
	u16 := func(i int) int { return int(binary.BigEndian.Uint16(cmap[i:])) }
	for i := range u16(2) {
		r := 4 + 8*i
		if len(cmap) < r+8 {
			break
		}
		at := int(binary.BigEndian.Uint32(cmap[r+4:]))
		if p := u16(r); p != 0 && (p != 3 || u16(r+2) != 1) || at+14 > len(cmap) || u16(at) != 4 {
			continue
		}
		if size, segments := u16(at+2), u16(at+6); at+size > len(cmap) || 16+4*segments > size {
			return errors.New("the character table is cut short")
		}
		return nil
	}
	return errors.New("no character table of format 4")
}
