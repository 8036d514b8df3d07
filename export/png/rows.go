package png

import (
	"bytes"
	"encoding/binary"
)

// rows filters the rows of a band (PNG, section 9).
type rows struct {
	above []byte // RGBA; nil above the band's first row
	line  []byte // filter type and RGB
}

const (
	noFilter  = 0
	subFilter = 1 // a pixel minus the one to its left
	upFilter  = 2 // a pixel minus the one above
)

// reset begins a band of the given width. Its first row does without the one
// above, which another worker makes.
func (r *rows) reset(width int) {
	if len(r.line) != 1+3*width {
		r.line = make([]byte, 1+3*width)
	}
	r.above = nil
}

// filter is a row of red, green, blue and alpha as it is deflated. Most rows of
// a map are the one above again: all nothing. Others are runs of a few
// colours, which deflate best as they are, unless a picture or a gradient
// changes from pixel to pixel. The result lasts until the next call; pix must
// stay as it is until then.
func (r *rows) filter(pix []byte) []byte {
	out := r.line[1:]
	above := r.above
	r.above = pix
	if above != nil && bytes.Equal(pix, above) {
		r.line[0] = upFilter
		clear(out)
		return r.line
	}
	changes := 0
	was := binary.LittleEndian.Uint32(pix)
	for i, o := 0, 0; i+4 <= len(pix); i, o = i+4, o+3 {
		p := binary.LittleEndian.Uint32(pix[i:])
		if p != was {
			changes++
			was = p
		}
		out[o], out[o+1], out[o+2] = byte(p), byte(p>>8), byte(p>>16)
	}
	switch {
	case changes < len(pix)*3/16: // of three pixels in four
		r.line[0] = noFilter
	case above != nil:
		r.line[0] = upFilter
		for i, o := 0, 0; i+4 <= len(pix); i, o = i+4, o+3 {
			out[o], out[o+1], out[o+2] = pix[i]-above[i], pix[i+1]-above[i+1], pix[i+2]-above[i+2]
		}
	default:
		r.line[0] = subFilter
		for o := len(out) - 1; o >= 3; o-- {
			out[o] -= out[o-3]
		}
	}
	return r.line
}
