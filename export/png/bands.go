package png

import (
	"bytes"
	"compress/flate"
	"context"
	"hash/adler32"
	"image"

	"throughline/canvas/raster"
	"throughline/canvas/scene"
)

// picture is what is painted; the workers only read it.
type picture struct {
	size
	renderer *raster.Renderer
	scene    *scene.Scene
	scale    float64
	clear    bool // it has no ground
}

// worker makes one band after the other in the same memory.
type worker struct {
	*picture
	pix, spare []byte // spare is for a picture without a ground
	rows       rows
	flate      *flate.Writer

	deflated bytes.Buffer // the band as a piece of the picture's stream
	sum      uint32       // Adler-32 of what was deflated
	raw      int64        // bytes before they were deflated
	last     bool         // of the picture
}

// Make paints, filters and deflates band n. Its stream ends on a byte, so those
// of all bands are one stream when they stand behind each other.
func (w *worker) Make(ctx context.Context, n int) error {
	p := w.picture
	r := image.Rect(0, n*p.size.rows, p.width, min((n+1)*p.size.rows, p.height))
	w.last = n == p.bands()-1
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.pix == nil {
		w.pix = make([]byte, 4*p.width*min(p.size.rows, p.height))
		if p.clear {
			w.spare = make([]byte, len(w.pix))
		}
		w.flate, _ = flate.NewWriter(&w.deflated, level) // fails for no level that there is
	}
	dst := &image.RGBA{Pix: w.pix[:4*r.Dx()*r.Dy()], Stride: 4 * r.Dx(), Rect: r}
	if p.clear {
		spare := &image.RGBA{Pix: w.spare[:len(dst.Pix)], Stride: dst.Stride, Rect: r}
		p.renderer.PaintClear(dst, spare, p.scene, p.scale, scene.FullDetail)
		apart(dst.Pix)
	} else {
		p.renderer.Paint(dst, p.scene, p.scale, scene.FullDetail)
	}

	w.deflated.Reset()
	w.flate.Reset(&w.deflated)
	sum := adler32.New()
	w.rows.reset(p.width, p.channels())
	for y := range r.Dy() {
		if y%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		line := w.rows.filter(dst.Pix[y*dst.Stride:][:4*p.width])
		sum.Write(line)
		w.flate.Write(line) // into memory: it cannot fail
	}
	w.sum, w.raw = sum.Sum32(), int64(r.Dy())*int64(1+p.channels()*p.width)
	if w.last {
		return w.flate.Close()
	}
	return w.flate.Flush()
}

// channels is the bytes of a pixel in the file.
func (p *picture) channels() int {
	if p.clear {
		return 4
	}
	return 3
}

// apart takes the opacity out of the colours of pixels: a PNG has them apart.
func apart(pix []byte) {
	for i := 0; i+4 <= len(pix); i += 4 {
		a := uint32(pix[i+3])
		if a == 255 || a == 0 {
			continue
		}
		for k := range 3 {
			pix[i+k] = byte(min(255, (uint32(pix[i+k])*255+a/2)/a))
		}
	}
}

// level of deflating: flat colours deflate well at any, and higher ones take
// several times as long.
const level = 5
