package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"io"
)

// inspectPNG counts the bytes that the pixels unpack to, keeping none of them,
// and finds the picture's EXIF. The file has to go on to its end.
func inspectPNG(b []byte, size image.Point) (ok bool, exif []byte) {
	const head, iend = 8, "IEND"
	if len(b) < head+25 || string(b[12:16]) != "IHDR" {
		return false, nil
	}
	bits, interlaced := samples(b[25])*int(b[24]), b[28] == 1
	var data [][]byte
	packed := 0
	for i := head; ; {
		if i+12 > len(b) {
			return false, nil
		}
		n := uint64(binary.BigEndian.Uint32(b[i:]))
		if uint64(i)+12+n > uint64(len(b)) {
			return false, nil
		}
		kind, body := string(b[i+4:i+8]), b[i+8:i+8+int(n)]
		switch kind {
		case "IDAT":
			data = append(data, body)
			packed += len(body)
		case "eXIf":
			exif = body
		}
		if i += 12 + int(n); kind == iend {
			break
		}
	}
	want := rawPNG(size, bits, interlaced)
	if want > int64(packed)*1032+64 { // zlib packs no tighter
		return false, nil
	}
	const small = 8 << 20
	return want < small || unpacks(data, want), exif
}

// samples is the numbers of a pixel by its kind of colour.
func samples(colour byte) int {
	switch colour {
	case 2:
		return 3
	case 4:
		return 2
	case 6:
		return 4
	}
	return 1
}

// rawPNG is how many bytes the rows of a picture take, each with its filter.
func rawPNG(size image.Point, bits int, interlaced bool) int64 {
	rows := func(w, h int) int64 {
		if w <= 0 || h <= 0 {
			return 0
		}
		return int64(h) * (1 + (int64(w)*int64(bits)+7)/8)
	}
	if !interlaced {
		return rows(size.X, size.Y)
	}
	n := int64(0)
	for _, p := range [...]struct{ x, y, dx, dy int }{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
		n += rows((size.X-p.x+p.dx-1)/p.dx, (size.Y-p.y+p.dy-1)/p.dy)
	}
	return n
}

// unpacks reports whether data unpacks to so many bytes.
func unpacks(data [][]byte, want int64) bool {
	parts := make([]io.Reader, len(data))
	for i, d := range data {
		parts[i] = bytes.NewReader(d)
	}
	z, err := zlib.NewReader(io.MultiReader(parts...))
	if err != nil {
		return false
	}
	n, err := io.Copy(io.Discard, io.LimitReader(z, want+1))
	return n >= want && (err == nil || n > want)
}
