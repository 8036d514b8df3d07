package picture

import (
	"encoding/binary"
	"image"
)

// turn is how a picture lies in its file, 1 to 8 as EXIF counts them; 1 is
// upright, and so is 0.
type turn uint8

// orientation reads the turn out of EXIF, which is a small TIFF file (CIPA
// DC-008, 4.6.4 and 4.6.5).
func orientation(b []byte) turn {
	if len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(b[:2]) == "MM" {
		order = binary.BigEndian
	} else if string(b[:2]) != "II" {
		return 1
	}
	at := uint64(order.Uint32(b[4:]))
	if at+2 > uint64(len(b)) {
		return 1
	}
	n := uint64(order.Uint16(b[at:]))
	for i := range n {
		e := at + 2 + 12*i
		if e+12 > uint64(len(b)) {
			return 1
		}
		const tag, short = 0x112, 3
		if order.Uint16(b[e:]) == tag && order.Uint16(b[e+2:]) == short {
			if v := order.Uint16(b[e+8:]); v >= 1 && v <= 8 {
				return turn(v)
			}
			return 1
		}
	}
	return 1
}

// of is a size as it is once the picture is upright, or the other way round.
func (t turn) of(size image.Point) image.Point {
	if t >= 5 {
		return image.Pt(size.Y, size.X)
	}
	return size
}

// upright is m turned upright.
func (t turn) upright(m *image.NRGBA) *image.NRGBA {
	if t < 2 {
		return m
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	size := t.of(image.Pt(w, h))
	out := image.NewNRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			var u, v int // in m
			switch t {
			case 2:
				u, v = w-1-x, y
			case 3:
				u, v = w-1-x, h-1-y
			case 4:
				u, v = x, h-1-y
			case 5:
				u, v = y, x
			case 6:
				u, v = y, h-1-x
			case 7:
				u, v = w-1-y, h-1-x
			case 8:
				u, v = w-1-y, x
			}
			copy(out.Pix[4*(y*size.X+x):][:4], m.Pix[4*(v*w+u):][:4])
		}
	}
	return out
}
