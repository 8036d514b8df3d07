package pdf

import (
	"bytes"
	"fmt"
	"io"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
	"throughline/canvas/text"
	"throughline/export/number"
)

// Picture draws a picture into its box, with round corners.
func (p *painter) Picture(pic *scene.Picture, t geom.Transform) {
	im, r := pic.Image, t.Rect(pic.Rect)
	if p.err != nil || !pic.Drawn() || r.Empty() {
		return
	}
	defer p.markPicture(pic.Alt, r)()
	n := p.picture(picture{image: im})
	p.endText()
	p.alpha(255)
	p.b = append(p.b, "q "...)
	if pic.R > 0 {
		round := geom.RoundRect(r, pic.R*t.K)
		p.path(&round, geom.Identity)
		p.b = append(p.b, "W n "...)
	}
	p.image(n, r)
	p.b = append(p.b, " Q\n"...)
}

// picture is what an image XObject is made of: a picture, or an emoji.
type picture struct {
	image *scene.Image
	emoji *text.Picture
}

// pixels is the picture's pixels; those of an emoji are not kept.
func (x picture) pixels() *scene.Image {
	if x.emoji == nil {
		return x.image
	}
	im, err := x.emoji.Decode()
	if err != nil {
		return &scene.Image{W: 1, H: 1, Pix: make([]byte, 4)}
	}
	return &scene.Image{W: x.emoji.W, H: x.emoji.H, Pix: im.Pix}
}

// picture is the number of a picture of the document.
func (p *painter) picture(x picture) int {
	n, ok := p.pictureOf[x]
	if !ok {
		n = len(p.pictures)
		p.pictures = append(p.pictures, x)
		p.pictureOf[x] = n
	}
	return n
}

// image puts a picture into a box, behind an operator that saves the state.
func (p *painter) image(n int, r geom.Rect) {
	x, y := centi(r.Min.X), centi(r.Min.Y)
	w, h := centi(r.Max.X)-x, centi(r.Max.Y)-y
	p.b = append(appendCenti(p.b, w), " 0 0 "...) // a picture's own y goes up, so it is turned over
	p.b = append(appendCenti(p.b, -h), ' ')
	p.b = append(appendCenti(p.b, x), ' ')
	p.b = append(appendCenti(p.b, y+h), " cm "...)
	p.b = append(append(p.b, name('i', n)...), " Do"...)
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

// addJPEG adds a picture as it came (ISO 32000-1, 7.4.8).
func (f *file) addJPEG(j *scene.JPEG) int {
	space := "DeviceRGB"
	if j.Gray {
		space = "DeviceGray"
	}
	f.objects = append(f.objects, fmt.Appendf(nil, "<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream",
		j.W, j.H, space, len(j.Data), j.Data))
	return len(f.objects)
}

// pictureObjects adds a picture, and its opacity where it has one, as image
// XObjects (ISO 32000-1, 8.9.5 and 11.6.5.3), and is the picture's number.
func (f *file) pictureObjects(im *scene.Image) int {
	if j := im.JPEG; j != nil {
		return f.addJPEG(j)
	}
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
