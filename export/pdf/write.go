package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"throughline/canvas/scene"
)

// Options is what a document says about itself and how it is written.
type Options struct {
	Title, Author, Subject, Keywords string
	// Lang is the language of the texts as in BCP 47: "en", "pt-BR". A reader
	// that speaks needs it.
	Lang string
	// Date is when the document was made; the zero time stands for a fixed one,
	// so that nobody has to ask the clock.
	Date time.Time
	// Level is how hard to compress, 1 to 9; 0 is 1. With 6, a file is a third
	// to a half smaller and takes about three times as long.
	Level int
	// Progress hears how much is done, 0 to 1. It may be nil.
	Progress func(done float64)
}

// Write writes the whole scene as a document of one page. One unit of the map
// is 0.2475 mm on paper, unless the page is too large for that: see PageScale.
// It stops with ctx's error when ctx ends, and with w's when w fails.
func Write(ctx context.Context, w io.Writer, s *scene.Scene, o Options) (err error) {
	defer func() { // gofpdf panics on what it does not expect
		if x := recover(); x != nil {
			err = fmt.Errorf("write pdf: %v", x)
		}
	}()
	pg, err := pageOf(s)
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if o.Level < zlib.BestSpeed || o.Level > zlib.BestCompression {
		o.Level = zlib.BestSpeed
	}
	var content bytes.Buffer
	z, err := zlib.NewWriterLevel(&content, o.Level)
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	p := newPainter(ctx, z, pg)
	p.progress = o.Progress
	if err := p.scene(s); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	closed, err := container(p, pg)
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := finish(w, closed, p, content.Bytes(), o); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if o.Progress != nil {
		o.Progress(1)
	}
	return nil
}

var errNoSize = errors.New("the scene has no size")
