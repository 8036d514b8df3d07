package pdf

import (
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"time"
)

// Options is what a document says about itself and how it is written.
type Options struct {
	Title, Author, Subject, Keywords string
	// Lang is the language of the texts as in BCP 47: "en", "pt-BR". A reader
	// that speaks needs it.
	Lang string
	// RTL says that the document is read from right to left, so that a viewer with
	// two pages side by side shows the first at the right.
	RTL bool
	// Date is when the document was made; the zero time stands for a fixed one,
	// so that nobody has to ask the clock.
	Date time.Time
	// Level is how hard to compress, 1 to 9; 0 is 1. With 6, a file is a third
	// to a half smaller and takes about three times as long.
	Level int
	// Attach is a file to put into the document; nil is none.
	Attach *Attachment
	// Progress hears how much is done, 0 to 1. It may be nil.
	Progress func(done float64)
}

// Write writes a document of the given pages, which share all that they draw
// with. It stops with ctx's error when ctx ends, and with w's when w fails.
func Write(ctx context.Context, w io.Writer, pages []Page, o Options) (err error) {
	defer func() { // gofpdf panics on what it does not expect
		if x := recover(); x != nil {
			err = fmt.Errorf("write pdf: %v", x)
		}
	}()
	if o.Level < zlib.BestSpeed || o.Level > zlib.BestCompression {
		o.Level = zlib.BestSpeed
	}
	p := newPainter(ctx)
	p.progress = o.Progress
	sheets, err := p.sheets(pages, &deflater{level: o.Level})
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	closed, err := container(p)
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := finish(w, closed, p, sheets, o); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if o.Progress != nil {
		o.Progress(1)
	}
	return nil
}

// sheet is a page that is painted.
type sheet struct {
	page
	label   string
	content []byte // deflated
	links   []link
}

// sheets paints the pages.
func (p *painter) sheets(pages []Page, z *deflater) ([]sheet, error) {
	if len(pages) == 0 {
		return nil, errNoPages
	}
	out := make([]sheet, len(pages))
	for i, x := range pages {
		pg, err := pageOf(x)
		if err != nil {
			return nil, err
		}
		p.count(x.Scene)
		out[i] = sheet{page: pg, label: x.Label}
	}
	p.marks.tree = newTree(pages)
	for i, x := range pages {
		if p.marks.tree != nil {
			p.marks.tree.open(i, x.Scene.Reading)
		}
		out[i].content = z.stream(func(w io.Writer) { p.scene(w, x.Scene, out[i].page) })
		if p.err != nil {
			return nil, p.err
		}
		out[i].links = p.links
	}
	return out, nil
}

var (
	errNoSize  = errors.New("the scene has no size")
	errNoPages = errors.New("there is no page to write")
)
