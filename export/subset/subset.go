// Package subset cuts a TrueType font down to the glyphs that a document shows,
// for documents that carry their fonts. It must never panic on a font, whatever
// is in it, nor cut one whose licence bits forbid that.
package subset

import (
	"encoding/binary"
	"errors"
	"slices"
)

var (
	errFont    = errors.New("this is no TrueType font that can be cut")
	errLicence = errors.New("its licence bits forbid embedding or subsets")
)

// kept is the tables that are taken over as they are, where there are any; the
// others that a font needs are written anew.
var kept = []string{"OS/2", "cvt ", "fpgm", "hhea", "hmtx", "maxp", "name", "prep"}

// Font is a part of a font: the given glyphs, each the one of its character, and
// what those consist of. Glyphs keep their numbers.
func Font(data []byte, glyphs map[rune]uint16) (out []byte, err error) {
	defer func() { // offsets of a font may lead anywhere
		if recover() != nil {
			out, err = nil, errFont
		}
	}()
	in, err := tables(data)
	if err != nil {
		return nil, err
	}
	if fs := u16(in["OS/2"], 8); fs&0xF == 2 || fs&0x300 != 0 {
		return nil, errLicence
	}
	f := source{glyf: in["glyf"], loca: in["loca"], long: u16(in["head"], 50) == 1, count: u16(in["maxp"], 4)}
	want := map[int]bool{0: true}
	for _, g := range glyphs {
		if err := f.take(want, int(g), 0); err != nil {
			return nil, err
		}
	}
	var glyf, loca []byte
	for g := range f.count {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if want[g] {
			b, err := f.glyph(g)
			if err != nil {
				return nil, err
			}
			glyf = append(glyf, b...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := slices.Clone(in["head"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the sum, see below
	binary.BigEndian.PutUint16(head[50:], 1) // long places
	post := make([]byte, 32)
	copy(post, in["post"][:32])
	binary.BigEndian.PutUint32(post, 0x00030000) // no names of glyphs
	have := map[string][]byte{"glyf": glyf, "loca": loca, "head": head, "post": post, "cmap": characters(glyphs)}
	for _, name := range kept {
		if b := in[name]; len(b) > 0 {
			have[name] = b
		}
	}
	return file(have), nil
}

func u16(b []byte, i int) int { return int(binary.BigEndian.Uint16(b[i:])) }

func u32(b []byte, i int) int { return int(binary.BigEndian.Uint32(b[i:])) }

// tables is the tables of a font by name.
func tables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 || u32(data, 0) != 0x00010000 && string(data[:4]) != "true" {
		return nil, errFont
	}
	out := map[string][]byte{}
	for i := range u16(data, 4) {
		d := data[12+16*i:]
		at, size := u32(d, 8), u32(d, 12)
		if at > len(data) || size > len(data)-at {
			return nil, errFont
		}
		out[string(d[:4])] = data[at : at+size]
	}
	for name, least := range map[string]int{"OS/2": 78, "glyf": 1, "head": 54, "hhea": 36, "hmtx": 4, "loca": 4, "maxp": 6, "name": 6, "post": 32} {
		if len(out[name]) < least {
			return nil, errFont
		}
	}
	return out, nil
}

// source is the glyphs of a font.
type source struct {
	glyf, loca []byte
	long       bool
	count      int
}

// glyph is what draws a glyph; nothing where it is empty.
func (f *source) glyph(g int) ([]byte, error) {
	if g >= f.count {
		return nil, errFont
	}
	var at, end int
	if f.long {
		at, end = u32(f.loca, 4*g), u32(f.loca, 4*g+4)
	} else {
		at, end = 2*u16(f.loca, 2*g), 2*u16(f.loca, 2*g+2)
	}
	if at > end || end > len(f.glyf) {
		return nil, errFont
	}
	return f.glyf[at:end], nil
}

// take wants a glyph and those that it consists of.
func (f *source) take(want map[int]bool, g, depth int) error {
	if want[g] && g != 0 {
		return nil
	}
	want[g] = true
	b, err := f.glyph(g)
	if err != nil || depth > 8 {
		return errFont
	}
	if len(b) < 10 || u16(b, 0) < 0x8000 { // empty, or outlines of its own
		return nil
	}
	for i := 10; ; {
		flags, part := u16(b, i), u16(b, i+2)
		if err := f.take(want, part, depth+1); err != nil {
			return err
		}
		i += 6
		if flags&0x0001 != 0 { // offsets are words
			i += 2
		}
		switch {
		case flags&0x0008 != 0: // one scale
			i += 2
		case flags&0x0040 != 0: // two
			i += 4
		case flags&0x0080 != 0: // four
			i += 8
		}
		if flags&0x0020 == 0 { // the last part
			return nil
		}
	}
}

// characters is a character table of format 12, which has all of Unicode.
func characters(glyphs map[rune]uint16) []byte {
	runes := make([]rune, 0, len(glyphs))
	for r := range glyphs {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	var groups []byte
	n := 0
	for i := 0; i < len(runes); n++ {
		j := i + 1
		for j < len(runes) && runes[j] == runes[j-1]+1 && glyphs[runes[j]] == glyphs[runes[j-1]]+1 {
			j++
		}
		for _, v := range []uint32{uint32(runes[i]), uint32(runes[j-1]), uint32(glyphs[runes[i]])} {
			groups = binary.BigEndian.AppendUint32(groups, v)
		}
		i = j
	}
	b := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0} // one table, for Windows, of format 12
	b = binary.BigEndian.AppendUint32(b, uint32(16+len(groups)))
	b = binary.BigEndian.AppendUint32(b, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(n))
	return append(b, groups...)
}

// file is a font of tables.
func file(tables map[string][]byte) []byte {
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	n := len(names)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	b := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at, head := 12+16*n, 0
	var body []byte
	for _, name := range names {
		t := tables[name]
		if name == "head" {
			head = at + len(body)
		}
		b = append(b, name...)
		for _, v := range []uint32{sum(t), uint32(at + len(body)), uint32(len(t))} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
		body = append(body, t...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	b = append(b, body...)
	binary.BigEndian.PutUint32(b[head+8:], 0xB1B0AFBA-sum(b))
	return b
}

// sum is a checksum: that of all words, the last one filled up with nothing.
func sum(b []byte) uint32 {
	var s uint32
	for len(b) >= 4 {
		s += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return s + binary.BigEndian.Uint32(last[:])
}
