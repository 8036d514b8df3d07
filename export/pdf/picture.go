package pdf

import (
	"bytes"
	"io"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/export/number"
)

// Picture draws a picture into its box, with round corners.
func (p *painter) Picture(pic *scene.Picture, t geom.Transform) {
	im, r := pic.Image, t.Rect(pic.Rect)
	if p.err != nil || !pic.Drawn() || r.Empty() {
		return
	}
	n, ok := p.pictureOf[im]
	if !ok {
		n = len(p.pictures)
		p.pictures = append(p.pictures, im)
		p.pictureOf[im] = n
	}
	p.endText()
	p.alpha(255)
	p.b = append(p.b, "q "...)
	if pic.R > 0 {
		round := geom.RoundRect(r, pic.R*t.K)
		p.path(&round, geom.Identity)
		p.b = append(p.b, "W n "...)
	}
	x, y := centi(r.Min.X), centi(r.Min.Y)
	w, h := centi(r.Max.X)-x, centi(r.Max.Y)-y
	p.b = append(appendCenti(p.b, w), " 0 0 "...) // a picture's own y goes up, so it is turned over
	p.b = append(appendCenti(p.b, -h), ' ')
	p.b = append(appendCenti(p.b, x), ' ')
	p.b = append(appendCenti(p.b, y+h), " cm "...)
	p.b = append(append(p.b, name('i', n)...), " Do Q\n"...)
}

func opaque(im *scene.Image) bool {
	for i := 3; i < 4*im.W*im.H; i += 4 {
		if im.Pix[i] != 255 {
			return false
		}
	}
	return true
}

// plane is the given channels of a picture, deflated; each row holds what it
// differs by from the one above (PNG's filter 2).
func plane(z *deflater, im *scene.Image, first, channels int) []byte {
	row, last := make([]byte, 1+im.W*channels), make([]byte, im.W*channels)
	row[0] = 2
	return z.stream(func(w io.Writer) {
		for y := range im.H {
			line := im.Pix[4*im.W*y : 4*im.W*(y+1)]
			i := 0
			for x := first; x < len(line); x += 4 {
				for c := range channels {
					v := line[x+c]
					row[1+i] = v - last[i]
					last[i] = v
					i++
				}
			}
			w.Write(row)
		}
	})
}

// pictureObjects adds a picture, and its opacity where it has one, as image
// XObjects (ISO 32000-1, 8.9.5 and 11.6.5.3), and is the picture's number.
func (f *file) pictureObjects(im *scene.Image) int {
	add := func(space string, first, channels int, more string) int {
		var d bytes.Buffer
		d.WriteString("/Type/XObject/Subtype/Image/Width ")
		d.Write(number.AppendInt(nil, int64(im.W)))
		d.WriteString("/Height ")
		d.Write(number.AppendInt(nil, int64(im.H)))
		d.WriteString("/ColorSpace/" + space + "/BitsPerComponent 8/DecodeParms<</Predictor 15/Colors ")
		d.Write(number.AppendInt(nil, int64(channels)))
		d.WriteString("/Columns ")
		d.Write(number.AppendInt(nil, int64(im.W)))
		d.WriteString(">>" + more)
		return f.addStream(d.String(), plane(&f.z, im, first, channels))
	}
	if opaque(im) {
		return add("DeviceRGB", 0, 3, "")
	}
	return add("DeviceRGB", 0, 3, "/SMask "+ref(add("DeviceGray", 3, 1, "")))
}
