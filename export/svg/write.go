package svg

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"throughline/canvas/scene"
)

// Options is what a drawing says about itself.
type Options struct {
	Title string // its name, read first
	Desc  string // what it shows, in a sentence or more
	// Lang is the language of the texts as in BCP 47: "en", "pt-BR".
	Lang string
	// Prefix is put before every id, so that several drawings may stand in one
	// page of HTML: letters, digits and hyphens, a letter first.
	Prefix string
	// Text writes what it can as text, with parts of the fonts in the drawing. It
	// can be found, copied and edited where a reader takes fonts from a drawing,
	// as browsers do; all else stands as outlines, as everything does without.
	Text bool
	// Name gives the row of that ID an id in the drawing, for what leads there; ""
	// gives it none. It may be nil.
	Name func(owner string) string
	// Scale is how large a unit of the map is, 1 being 0.2475 mm; 0 is 1.
	Scale float64
	// Progress hears how much is done, 0 to 1. It may be nil.
	Progress func(done float64)
}

// Write writes the whole scene as a drawing. One unit of the map is 0.2475 mm at
// true size, as it is in the PDF. It stops with ctx's error when ctx ends, and
// with w's when w fails.
func Write(ctx context.Context, w io.Writer, s *scene.Scene, o Options) error {
	out := bufio.NewWriterSize(w, 1<<16)
	p := newPainter(ctx, out, o)
	if err := p.scene(s, o); err != nil {
		return fmt.Errorf("write svg: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write svg: %w", err)
	}
	if o.Progress != nil {
		o.Progress(1)
	}
	return nil
}
