package raster

import (
	"encoding/binary"

	"throughline/canvas/scene"
)

// A pixel is four bytes, red first, premultiplied; as a word it is read little
// end first. Two channels at a time are weighted by one multiplication.
const lanes = 0x00FF00FF

// word is c as an opaque pixel.
func word(c scene.Color) uint32 {
	return uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 0xFF000000
}

// mul255 is a·b of numbers of which 255 is one, rounded.
func mul255(a, b uint8) uint8 {
	t := uint32(a)*uint32(b) + 128
	return uint8((t + t>>8) >> 8)
}

// weight is a coverage of 255 as one of 256.
func weight(a uint8) uint32 { return uint32(a) + uint32(a>>7) }

// mix is w of 256 of the opaque pixel c over the opaque pixel d.
func mix(d, c, w uint32) uint32 {
	v := 256 - w
	rb := (d&lanes)*v + (c&lanes)*w + 0x00800080
	ga := (d>>8&lanes)*v + (c>>8&lanes)*w + 0x00800080
	return rb>>8&lanes | ga&^lanes
}

// over is w of 256 of the premultiplied pixel s over the opaque pixel d. The
// sums cannot pass 255: what s adds, its alpha has taken away.
func over(d, s, w uint32) uint32 {
	if w < 256 {
		rb := (s & lanes) * w
		ga := (s >> 8 & lanes) * w
		s = rb>>8&lanes | ga&^lanes
	}
	v := 256 - weight(uint8(s>>24))
	rb := (d&lanes)*v + 0x00800080
	ga := (d>>8&lanes)*v + 0x00800080
	return (rb>>8&lanes | ga&^lanes) + s | 0xFF000000
}

// blend lays the opaque pixel c over dst where cov covers it.
func blend(dst []byte, c uint32, cov []uint8) {
	for i := 0; i < len(cov); {
		switch a := cov[i]; a {
		case 0:
			for i++; i+8 <= len(cov) && binary.LittleEndian.Uint64(cov[i:]) == 0; {
				i += 8
			}
		case 255:
			k := i + 1
			for k+8 <= len(cov) && binary.LittleEndian.Uint64(cov[k:]) == 1<<64-1 {
				k += 8
			}
			for k < len(cov) && cov[k] == 255 {
				k++
			}
			fillWords(dst[4*i:4*k], c)
			i = k
		default:
			d := dst[4*i : 4*i+4]
			binary.LittleEndian.PutUint32(d, mix(binary.LittleEndian.Uint32(d), c, weight(a)))
			i++
		}
	}
}

// blendColors lays pixels over dst where cov covers it.
func blendColors(dst, colors []byte, cov []uint8) {
	for i, a := range cov {
		s := binary.LittleEndian.Uint32(colors[4*i:])
		if a == 0 || s == 0 {
			continue
		}
		d := dst[4*i : 4*i+4]
		if a == 255 && s>>24 == 255 {
			binary.LittleEndian.PutUint32(d, s)
			continue
		}
		binary.LittleEndian.PutUint32(d, over(binary.LittleEndian.Uint32(d), s, weight(a)))
	}
}

// fillWords sets every pixel of dst to c.
func fillWords(dst []byte, c uint32) {
	n := min(len(dst), 64)
	for i := 0; i+4 <= n; i += 4 {
		binary.LittleEndian.PutUint32(dst[i:], c)
	}
	for n < len(dst) { // what is done is copied, twice as much each time
		n += copy(dst[n:], dst[:n])
	}
}
