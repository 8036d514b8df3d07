// Package jpeg writes a scene as one JPEG picture, painted and encoded in bands
// by several goroutines, so that memory does not grow with its height. It must
// never hold the whole picture, nor draw anything itself: pixels come from
// canvas/raster, the same as on the screen. A scene without a ground stands on
// white.
package jpeg

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	stdjpeg "image/jpeg"
	"io"
	"math"
	"runtime"

	"throughline/canvas/raster"
	"throughline/canvas/scene"
	"throughline/export/bands"
)

// Options says how large the picture is.
type Options struct {
	Scale    float64            // pixels per map unit
	Dpi      float64            // the resolution that it claims; 0 is the one at which a map unit is 0.2475 mm
	Progress func(done float64) // called from Write's goroutine with 0 to 1; may be nil
}

// ErrTooLarge says that a JPEG can have no more than 65,535 pixels a side.
var ErrTooLarge = errors.New("the picture is too large for a JPEG, which has at most 65,535 pixels a side; write a PNG or make it smaller")

const (
	quality   = 92
	block     = 16 // pixels of the squares that are encoded, across and down
	bandBytes = 8 << 20
	mostSide  = 65_535
	mostRests = 65_535 // squares between two restarts
)

// Write writes the scene in the detail of an export. The same scene and
// options give the same bytes. It ends with ctx.Err() soon after ctx does. No
// goroutine outlives it.
func Write(ctx context.Context, w io.Writer, r *raster.Renderer, s *scene.Scene, o Options) error {
	width, height := math.Ceil(s.Size.X*o.Scale-1e-6), math.Ceil(s.Size.Y*o.Scale-1e-6)
	switch {
	case !(width >= 1 && height >= 1):
		return errors.New("write jpeg: the picture has no size")
	case width > mostSide || height > mostSide:
		return fmt.Errorf("write jpeg: %w", ErrTooLarge)
	}
	t := *s
	if t.Ground.A < 255 {
		t.Ground = scene.RGB(0xFFFFFF)
	}
	p := &picture{width: int(width), height: int(height), rows: block, renderer: r, scene: &t, scale: o.Scale}
	across := (p.width + block - 1) / block
	for 2*p.rows*p.width*4 <= bandBytes && 2*p.rows/block*across <= mostRests {
		p.rows *= 2
	}
	count := (p.height + p.rows - 1) / p.rows
	ctx, stop := context.WithCancel(ctx)
	workers := make([]*worker, min(runtime.GOMAXPROCS(0), count))
	for i := range workers {
		workers[i] = &worker{picture: p}
	}
	team := bands.New(ctx, workers, count)
	defer team.Wait()
	defer stop()
	for i := range count {
		b, err := team.Band(i)
		if err != nil {
			return err
		}
		if err := b.write(w, i, p.rows/block*across, o); err != nil {
			return fmt.Errorf("write jpeg: %w", err)
		}
		if o.Progress != nil {
			o.Progress(float64(i+1) / float64(count))
		}
	}
	if _, err := w.Write([]byte{0xFF, 0xD9}); err != nil {
		return fmt.Errorf("write jpeg: %w", err)
	}
	return nil
}

// picture is what is painted; the workers only read it.
type picture struct {
	width, height, rows int
	renderer            *raster.Renderer
	scene               *scene.Scene
	scale               float64
}

// worker encodes one band after the other in the same memory.
type worker struct {
	*picture
	pix     []byte
	encoded bytes.Buffer
}

// Make paints and encodes band n as a picture of its own.
func (w *worker) Make(ctx context.Context, n int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.pix == nil {
		w.pix = make([]byte, 4*w.width*w.rows)
	}
	r := image.Rect(0, n*w.rows, w.width, min((n+1)*w.rows, w.height))
	dst := &image.RGBA{Pix: w.pix[:4*r.Dx()*r.Dy()], Stride: 4 * r.Dx(), Rect: r}
	w.renderer.Paint(dst, w.scene, w.scale, scene.FullDetail)
	w.encoded.Reset()
	return stdjpeg.Encode(&w.encoded, dst, &stdjpeg.Options{Quality: quality})
}

// The markers of a JPEG that are looked for (ITU T.81, table B.1).
const (
	sof  = 0xC0
	soi  = 0xD8
	sos  = 0xDA
	rst0 = 0xD0
)

var errEncoder = errors.New("the encoder wrote no JPEG")

// write writes band n. Pictures of one width that stand below each other are
// one picture when each begins anew, as behind a restart: its head is that of
// the first, with the height of all and a word on how far restarts are apart.
func (w *worker) write(out io.Writer, n, squares int, o Options) error {
	b := w.encoded.Bytes()
	var head []byte
	at := 2
	for {
		if at+4 > len(b) || b[at] != 0xFF {
			return errEncoder
		}
		kind, end := b[at+1], at+2+int(binary.BigEndian.Uint16(b[at+2:]))
		if end > len(b) {
			return errEncoder
		}
		if kind == sof {
			binary.BigEndian.PutUint16(b[at+5:], uint16(w.height))
		}
		if kind == sos {
			head = append(head, 0xFF, 0xDD, 0, 4, byte(squares>>8), byte(squares))
		}
		head = append(head, b[at:end]...)
		at = end
		if kind == sos {
			break
		}
	}
	if n == 0 {
		if _, err := out.Write(append(opening(o), head...)); err != nil {
			return err
		}
	} else if _, err := out.Write([]byte{0xFF, byte(rst0 + (n-1)%8)}); err != nil {
		return err
	}
	_, err := out.Write(b[at : len(b)-2]) // without the end of the picture
	return err
}

// opening is the start of the file and what it says of its resolution.
func opening(o Options) []byte {
	perInch := o.Scale / scene.Millimetres * 25.4
	if o.Dpi > 0 {
		perInch = o.Dpi
	}
	v := uint16(min(65_535, max(1, math.Round(perInch))))
	b := []byte{0xFF, soi, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1}
	b = binary.BigEndian.AppendUint16(b, v)
	b = binary.BigEndian.AppendUint16(b, v)
	return append(b, 0, 0)
}
