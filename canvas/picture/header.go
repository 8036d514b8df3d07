package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
)

// header is what a picture says of itself.
type header struct {
	format string
	size   image.Point // as it lies in the file
	turn   turn
}

// inspect reads the header and judges whether the bytes can be what it says.
func inspect(b []byte) (h header, err error) {
	if isSVG(b) {
		return h, ErrDrawing
	}
	defer func() { // the decoders are not ours
		if x := recover(); x != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, x)
		}
	}()
	c, format, err := image.DecodeConfig(bytes.NewReader(b))
	if format == "" {
		return h, ErrUnknown
	}
	if err != nil {
		return h, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	h = header{format: format, size: image.Pt(c.Width, c.Height)}
	if c.Width <= 0 || c.Height <= 0 {
		return h, ErrDamaged
	}
	if c.Width > MaxPixels/c.Height {
		return h, ErrTooLarge
	}
	can, exif := true, []byte(nil)
	switch format {
	case "png":
		can, exif = inspectPNG(b, h.size)
	case "jpeg":
		can, exif = inspectJPEG(b)
	case "gif":
		can = inspectGIF(b, h.size)
	case "bmp":
		can = inspectBMP(b, h.size)
	case "webp":
		can, exif = inspectWebP(b)
	case "tiff":
		// all rows of a picture of one colour, as short as a fax has them
		can, exif = h.size.X*h.size.Y/len(b) <= 1<<15, b
	}
	if !can {
		return h, fmt.Errorf("%w: there is less in it than it says", ErrDamaged)
	}
	h.turn = orientation(exif)
	return h, nil
}

// isSVG reports whether b begins like a drawing in XML.
func isSVG(b []byte) bool {
	b = bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 4096)], []byte("\uFEFF")), " \t\r\n")
	return bytes.HasPrefix(b, []byte("<")) && bytes.Contains(bytes.ToLower(b), []byte("<svg"))
}

// inspectGIF looks for as many bytes as the first frame needs at least: a code
// of twelve bits stands for a few thousand pixels at the most.
func inspectGIF(b []byte, size image.Point) bool {
	const most = 4096 * 8 / 12
	if len(b) < 13 {
		return false
	}
	i := 13 + colours(b[10])
	for i < len(b) {
		switch b[i] {
		case 0x21: // an extension: a label, then pieces
			_, i = pieces(b, i+2)
		case 0x2C: // a frame
			if i+10 > len(b) {
				return false
			}
			w, h := int(binary.LittleEndian.Uint16(b[i+5:])), int(binary.LittleEndian.Uint16(b[i+7:]))
			n, _ := pieces(b, i+10+colours(b[i+9])+1)
			return w <= size.X && h <= size.Y && w*h <= n*most
		default:
			return false
		}
	}
	return false
}

// colours is how many bytes a table of colours takes.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (1 + flags&7)
}

// pieces is how many bytes the pieces from i on hold, and where they end.
func pieces(b []byte, i int) (n, end int) {
	for i < len(b) && b[i] != 0 {
		n += int(b[i])
		i += 1 + int(b[i])
	}
	return n, i + 1
}

// inspectBMP holds that all pixels are there; those that we read are not
// compressed.
func inspectBMP(b []byte, size image.Point) bool {
	if len(b) < 34 {
		return false
	}
	at, bits := uint64(binary.LittleEndian.Uint32(b[10:])), uint64(binary.LittleEndian.Uint16(b[28:]))
	row := (uint64(size.X)*bits + 31) / 32 * 4
	return at+row*uint64(size.Y) <= uint64(len(b))
}

// inspectWebP holds that the file does not end too early, and finds its EXIF.
func inspectWebP(b []byte) (ok bool, exif []byte) {
	if len(b) < 12 || uint64(binary.LittleEndian.Uint32(b[4:]))+8 > uint64(len(b)) {
		return false, nil
	}
	for i := 12; i+8 <= len(b); {
		n := uint64(binary.LittleEndian.Uint32(b[i+4:]))
		if uint64(i)+8+n > uint64(len(b)) {
			return false, nil
		}
		if string(b[i:i+4]) == "EXIF" {
			return true, bytes.TrimPrefix(b[i+8:i+8+int(n)], []byte(exifHead))
		}
		i += 8 + int(n+n&1)
	}
	return true, nil
}
