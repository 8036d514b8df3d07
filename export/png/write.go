package png

import (
	"context"
	"fmt"
	"io"
	"runtime"

	"throughline/canvas/raster"
	"throughline/canvas/scene"
	"throughline/export/bands"
)

// Options says how large the picture is and what it says about itself.
type Options struct {
	Scale float64 // pixels per map unit
	// Dpi is the resolution that the picture claims, pixels per inch; 0 is the
	// one at which a map unit is as large as on paper, 0.2475 mm.
	Dpi      float64
	Title    string             // read by picture viewers; may be empty
	Progress func(done float64) // called from Write's goroutine with 0 to 1; may be nil
}

// Write writes the scene in the detail of an export; one without a ground is
// transparent where nothing is drawn. The same scene and
// options give the same bytes, whatever the number of processors. It ends with
// ctx.Err() soon after ctx does; what has been written until then is no whole
// picture. No goroutine outlives it.
func Write(ctx context.Context, w io.Writer, r *raster.Renderer, s *scene.Scene, o Options) error {
	size, err := sizeOf(s, o.Scale)
	if err != nil {
		return fmt.Errorf("write png: %w", err)
	}
	ctx, stop := context.WithCancel(ctx)
	p := &picture{size, r, s, o.Scale, s.Ground.A < 255}
	f := file{w: w}
	f.head(p, o)
	workers := make([]*worker, min(runtime.GOMAXPROCS(0), size.bands()))
	for i := range workers {
		workers[i] = &worker{picture: p}
	}
	team := bands.New(ctx, workers, size.bands())
	defer team.Wait()
	defer stop()
	for i := range size.bands() {
		b, err := team.Band(i)
		if err != nil {
			return err
		}
		f.data(b)
		if f.err != nil {
			return fmt.Errorf("write png: %w", f.err)
		}
		if o.Progress != nil {
			o.Progress(float64(i+1) / float64(size.bands()))
		}
	}
	f.chunk("IEND")
	if f.err != nil {
		return fmt.Errorf("write png: %w", f.err)
	}
	return nil
}
