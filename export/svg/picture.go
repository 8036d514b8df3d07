package svg

import (
	"encoding/base64"
	"image"
	"image/png"
	"io"

	"throughline/canvas/geom"
	"throughline/canvas/scene"
)

// Picture draws a picture into its box, with round corners. Its pixels are in
// the drawing once, as a PNG.
func (p *painter) Picture(pic *scene.Picture, t geom.Transform) {
	im, r := pic.Image, t.Rect(pic.Rect)
	if p.err != nil || !pic.Drawn() || r.Empty() {
		return
	}
	p.told = p.told && pic.Alt == ""
	n, ok := p.pictures[im]
	if !ok {
		n = len(p.pictures)
		p.pictures[im] = n
		p.define64(n, im.W, im.H, func(w io.Writer) {
			png.Encode(w, &image.NRGBA{Pix: im.Pix, Stride: 4 * im.W, Rect: image.Rect(0, 0, im.W, im.H)})
		})
	}
	if p.label.Say(pic.Alt); pic.R > 0 {
		round := geom.RoundRect(r, pic.R*t.K)
		clip := p.clip(&round, geom.Identity)
		p.put("<g").url("clip-path", 'c', clip).put(">")
	}
	p.usePicture(n, im.W, im.H, r).put("/>")
	if pic.R > 0 {
		p.put("</g>")
	}
	p.put("\n")
}

// usePicture begins the use of a picture of w × h pixels in a box.
func (p *painter) usePicture(n, w, h int, r geom.Rect) *painter {
	p.put("<use").ref('i', n).put(` transform="translate(`).num(r.Min.X, length).put(" ").num(r.Min.Y, length)
	return p.put(")scale(").num(r.W()/float64(w), 8).put(" ").num(r.H()/float64(h), 8).put(`)"`)
}

// define64 defines a picture, one unit a pixel.
func (p *painter) define64(n, width, height int, write func(io.Writer)) {
	p.put("<defs><image").id('i', n).put(` width="`).num(float64(width), 0).put(`" height="`).num(float64(height), 0)
	// Every reader takes this older name, so the pixels need not be there twice.
	p.put(`" preserveAspectRatio="none" xlink:href="data:image/png;base64,`)
	w := base64.NewEncoder(base64.StdEncoding, appender{p})
	write(w)
	w.Close()
	p.put("\"/></defs>\n")
}

// appender is the painter's buffer as a writer.
type appender struct{ p *painter }

func (a appender) Write(b []byte) (int, error) {
	a.p.b = append(a.p.b, b...)
	return len(b), nil
}
