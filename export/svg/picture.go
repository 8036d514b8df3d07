package svg

import (
	"encoding/base64"
	"image"
	"image/png"

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
	n, ok := p.pictures[im]
	if !ok {
		n = len(p.pictures)
		p.pictures[im] = n
		p.define64(n, im)
	}
	if p.label.say(pic.Alt); pic.R > 0 {
		round := geom.RoundRect(r, pic.R*t.K)
		clip := p.clip(&round, geom.Identity)
		p.put("<g").url("clip-path", 'c', clip).put(">")
	}
	p.put("<use").ref('i', n).put(` transform="translate(`).num(r.Min.X, length).put(" ").num(r.Min.Y, length)
	p.put(")scale(").num(r.W()/float64(im.W), 8).put(" ").num(r.H()/float64(im.H), 8).put(`)"/>`)
	if pic.R > 0 {
		p.put("</g>")
	}
	p.put("\n")
}

// define64 defines a picture, one unit a pixel.
func (p *painter) define64(n int, im *scene.Image) {
	p.put("<defs><image").id('i', n).put(` width="`).num(float64(im.W), 0).put(`" height="`).num(float64(im.H), 0)
	// Every reader takes this older name, so the pixels need not be there twice.
	p.put(`" preserveAspectRatio="none" xlink:href="data:image/png;base64,`)
	w := base64.NewEncoder(base64.StdEncoding, appender{p})
	png.Encode(w, &image.NRGBA{Pix: im.Pix, Stride: 4 * im.W, Rect: image.Rect(0, 0, im.W, im.H)})
	w.Close()
	p.put("\"/></defs>\n")
}

// appender is the painter's buffer as a writer.
type appender struct{ p *painter }

func (a appender) Write(b []byte) (int, error) {
	a.p.b = append(a.p.b, b...)
	return len(b), nil
}
