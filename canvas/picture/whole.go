package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"slices"
)

// JPEG is a picture that a document can hold as it is: baseline, in shades of
// gray or in the usual colours, and with nothing in it but what makes its pixels.
type JPEG struct {
	Data []byte
	Size image.Point
	Gray bool
}

// mostCropped is the share of a picture that may be lost at an edge, or the picture
// be stretched by, before anybody sees it.
const mostCropped = 0.006

// jfif says that a JPEG has the usual colours.
var jfif = []byte("\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")

// Whole is the JPEG in b where all of it is shown upright in a box of w × h pixels
// and it takes no more bytes than the box has pixels; false else, and of any other
// picture. What it says of camera, place and time is left out. It does not decode
// the picture: that it can be decoded is for the caller to know.
func Whole(b []byte, w, h int) (JPEG, bool) {
	hd, err := inspect(b)
	if err != nil || hd.format != "jpeg" || hd.turn > 1 || w <= 0 || h <= 0 {
		return JPEG{}, false
	}
	part := middle(hd.size, image.Pt(w, h))
	if lost := hd.size.Sub(part.Size()); float64(lost.X) > mostCropped*float64(hd.size.X) || float64(lost.Y) > mostCropped*float64(hd.size.Y) {
		return JPEG{}, false
	}
	out := JPEG{Size: hd.size}
	data, components := plainJPEG(b)
	if len(data) == 0 || len(data) > min(w, hd.size.X)*min(h, hd.size.Y) && len(data) > 4096 {
		return JPEG{}, false
	}
	out.Data, out.Gray = data, components == 1
	return out, true
}

// plainJPEG is a baseline JPEG without what does not make its pixels; nil where it
// is of another kind or has other colours.
func plainJPEG(b []byte) (out []byte, components int) {
	out = append(slices.Clone(b[:2]), jfif...)
	for i := 2; i+4 <= len(b); {
		marker := b[i+1]
		n := 2 + int(binary.BigEndian.Uint16(b[i+2:]))
		if b[i] != 0xFF || i+n > len(b) {
			return nil, 0
		}
		body := b[i+4 : i+n]
		switch {
		case marker == 0xC0:
			if len(body) < 6 || components != 0 || body[0] != 8 || len(body) != 6+3*int(body[5]) {
				return nil, 0
			}
			if components = int(body[5]); components != 1 && components != 3 || components == 3 && string([]byte{body[6], body[9], body[12]}) == "RGB" {
				return nil, 0
			}
			out = append(out, b[i:i+n]...)
		case marker == 0xC4 || marker == 0xDB || marker == 0xDD: // tables
			out = append(out, b[i:i+n]...)
		case marker == 0xEE && bytes.HasPrefix(body, []byte("Adobe")) && (len(body) < 12 || body[11] != 1):
			return nil, 0
		case marker >= 0xE0 && marker <= 0xEF, marker == 0xFE: // of programs, and remarks
		case marker == 0xDA:
			end := bytes.Index(b[i+n:], []byte{0xFF, 0xD9})
			if components == 0 || end < 0 {
				return nil, 0
			}
			scans := b[i+n:][:end] // more than one would have a marker of its own in it
			for k := 0; k+1 < len(scans); k++ {
				if next := scans[k+1]; scans[k] == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7) {
					return nil, 0
				}
			}
			return append(out, b[i:i+n+end+2]...), components
		default:
			return nil, 0
		}
		i += n
	}
	return nil, 0
}
