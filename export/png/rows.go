package png

import (
	"bytes"
	"encoding/binary"
)

// rows filters the rows of a band (PNG, section 9).
type rows struct {
	channels int    // bytes of a pixel in the file: 3, or 4 with opacity
	above    []byte // RGBA; nil above the band's first row
	line     []byte // filter type and pixels
}

const (
	noFilter  = 0
	subFilter = 1 // a pixel minus the one to its left
	upFilter  = 2 // a pixel minus the one above
)

// reset begins a band of the given width. Its first row does without the one
// above, which another worker makes.
func (r *rows) reset(width, channels int) {
	if len(r.line) != 1+channels*width {
		r.line = make([]byte, 1+channels*width)
	}
	r.channels, r.above = channels, nil
}

// filter is a row of red, green, blue and alpha as it is deflated. Most rows of
// a map are the one above again: all nothing. Others are runs of a few
// colours, which deflate best as they are, unless a picture or a gradient
// changes from pixel to pixel. The result lasts until the next call; pix must
// stay as it is until then.
func (r *rows) filter(pix []byte) []byte {
	n := r.channels
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
	for i, o := 0, 0; i+4 <= len(pix); i, o = i+4, o+n {
		p := binary.LittleEndian.Uint32(pix[i:])
		if p != was {
			changes++
			was = p
		}
		out[o], out[o+1], out[o+2] = byte(p), byte(p>>8), byte(p>>16)
		if n == 4 {
			out[o+3] = byte(p >> 24)
		}
	}
	switch {
	case changes < len(pix)*3/16: // of three pixels in four
		r.line[0] = noFilter
	case above != nil:
		r.line[0] = upFilter
		for i, o := 0, 0; i+4 <= len(pix); i, o = i+4, o+n {
			for k := range n {
				out[o+k] = pix[i+k] - above[i+k]
			}
		}
	default:
		r.line[0] = subFilter
		for o := len(out) - 1; o >= n; o-- {
			out[o] -= out[o-n]
		}
	}
	return r.line
}
