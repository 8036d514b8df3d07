package picture

import (
	"bytes"
	"encoding/binary"
)

const exifHead = "Exif\x00\x00"

// inspectJPEG compares the length of the scans with the blocks that they hold:
// each takes a bit at least, two where all of it is in one scan. The file has
// to go on to its end. It also finds the picture's EXIF.
func inspectJPEG(b []byte) (ok bool, exif []byte) {
	blocks, bitsEach := int64(0), int64(2)
	for i := 2; i+4 <= len(b); {
		if b[i] != 0xFF {
			return false, nil
		}
		marker := b[i+1]
		if marker == 0xFF { // may stand before any marker
			i++
			continue
		}
		if marker == 0x01 || marker >= 0xD0 && marker <= 0xD8 { // alone
			i += 2
			continue
		}
		n := int(binary.BigEndian.Uint16(b[i+2:]))
		if n < 2 || i+2+n > len(b) {
			return false, nil
		}
		body := b[i+4 : i+2+n]
		switch {
		case marker == 0xE1 && exif == nil && bytes.HasPrefix(body, []byte(exifHead)):
			exif = body[len(exifHead):]
		case marker == 0xC0 || marker == 0xC1 || marker == 0xC2:
			if marker == 0xC2 {
				bitsEach = 1
			}
			if blocks, ok = blocksOf(body); !ok {
				return false, nil
			}
		case marker == 0xDA:
			scans := b[i+2+n:]
			return blocks > 0 && blocks*bitsEach <= int64(len(scans))*8 && bytes.Contains(scans, []byte{0xFF, 0xD9}), exif
		}
		i += 2 + n
	}
	return false, nil
}

// blocksOf is how many blocks of eight by eight samples a frame has.
func blocksOf(frame []byte) (int64, bool) {
	if len(frame) < 6 {
		return 0, false
	}
	h, w, n := int64(binary.BigEndian.Uint16(frame[1:])), int64(binary.BigEndian.Uint16(frame[3:])), int(frame[5])
	if len(frame) < 6+3*n {
		return 0, false
	}
	most, tall := int64(1), int64(1)
	for c := range n {
		f := frame[6+3*c+1]
		most, tall = max(most, int64(f>>4)), max(tall, int64(f&15))
	}
	sum := int64(0)
	for c := range n {
		f := frame[6+3*c+1]
		sum += ceil(w*int64(f>>4), 8*most) * ceil(h*int64(f&15), 8*tall)
	}
	return sum, true
}

func ceil(a, b int64) int64 { return (a + b - 1) / b }
