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
}

// team makes bands ahead of the one that is asked for, one a worker. It is for
// one goroutine.
type team struct {
	ctx          context.Context
	picture      *picture
	workers      []*worker // band i is made by worker i modulo their number
	begun, taken int       // bands
}

func newTeam(ctx context.Context, n int, p *picture) *team {
	t := &team{ctx: ctx, picture: p}
	for range n {
		t.workers = append(t.workers, &worker{done: make(chan error, 1)})
	}
	return t
}

// band waits for band i; they are asked for in order. It is good until the
// next call.
func (t *team) band(i int) (*worker, error) {
	for ; t.begun < min(i+len(t.workers), t.picture.bands()); t.begun++ {
		w, n := t.workers[t.begun%len(t.workers)], t.begun
		go func() { w.done <- w.make(t.ctx, t.picture, n) }()
	}
	w := t.workers[i%len(t.workers)]
	t.taken++
	if err := <-w.done; err != nil {
		return nil, err
	}
	return w, nil
}

// wait waits for bands that nobody has asked for.
func (t *team) wait() {
	for ; t.taken < t.begun; t.taken++ {
		<-t.workers[t.taken%len(t.workers)].done
	}
}

// worker makes one band after the other in the same memory.
type worker struct {
	done  chan error
	pix   []byte
	rows  rows
	flate *flate.Writer

	deflated bytes.Buffer // the band as a piece of the picture's stream
	sum      uint32       // Adler-32 of what was deflated
	raw      int64        // bytes before they were deflated
	last     bool         // of the picture
}

// make paints, filters and deflates band n. Its stream ends on a byte, so those
// of all bands are one stream when they stand behind each other.
func (w *worker) make(ctx context.Context, p *picture, n int) error {
	r := image.Rect(0, n*p.rows, p.width, min((n+1)*p.rows, p.height))
	w.last = n == p.bands()-1
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.pix == nil {
		w.pix = make([]byte, 4*p.width*min(p.rows, p.height))
		w.flate, _ = flate.NewWriter(&w.deflated, level) // fails for no level that there is
	}
	dst := &image.RGBA{Pix: w.pix[:4*r.Dx()*r.Dy()], Stride: 4 * r.Dx(), Rect: r}
	p.renderer.Paint(dst, p.scene, p.scale, scene.FullDetail)

	w.deflated.Reset()
	w.flate.Reset(&w.deflated)
	sum := adler32.New()
	w.rows.reset(p.width)
	for y := range r.Dy() {
		if y%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		line := w.rows.filter(dst.Pix[y*dst.Stride:][:4*p.width])
		sum.Write(line)
		w.flate.Write(line) // into memory: it cannot fail
	}
	w.sum, w.raw = sum.Sum32(), int64(r.Dy())*int64(1+3*p.width)
	if w.last {
		return w.flate.Close()
	}
	return w.flate.Flush()
}

// level of deflating: flat colours deflate well at any, and higher ones take
// several times as long.
const level = 5
